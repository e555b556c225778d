// @vitest-environment jsdom
/** People planted in every place of a page of X, in Dutch and signed in, over the whole trip (leak-canaries §3). */
import { describe, expect, it } from 'vitest';
import { wrongWith } from './check.ts';
import { needlesOf, someone } from './pages/cast.ts';
import type { Someone } from './pages/cast.ts';
import * as x from './pages/x.ts';
import { trip } from './pipeline.ts';

const writer = someone('schrijver');
const bystander = someone('derden');
const own = x.ministry.handle;
const stays = x.ministry.name;
const post = x.focal('Het ministerie legt uit hoe het werkt.');
const by = (who: Someone, more = '', text = 'Een reactie.') => x.post({ by: who, text: x.plain(text), more });

type Place = (who: Someone) => Partial<x.PageParts> & { cells: string };

/** Where the page says who somebody is: the name is then taken out of every other text as well. */
const naming: Record<string, Place> = {
  auteur: (who) => ({ cells: post + by(who) }),
  naaminstukken: (who) => ({ cells: post + by({ ...who, name: who.name.replace(/^(...)(.*)$/, '$1</span><span>$2') }) }),
  naammetemoji: (who) => ({
    cells:
      post +
      by({ ...who, name: `<span>${who.name} </span><img alt="🌷" src="https://abs-0.twimg.com/e/1.svg"><span> team</span>` }),
  }),
  tweedenaam: (who) => ({
    cells:
      post +
      by({ ...who, name: 'Eerste Voorbeeldnaam' }) +
      x.post({ by: who, id: '2040019999999990001', text: x.plain('Weer ik') }),
  }),
  gerepost: (who) => ({ cells: post + x.post({ by: writer, text: x.plain('Ja'), context: x.context(who) }) }),
  gerepostmetemoji: (who) => {
    const name = `<span><span>🌷 </span><img alt="🌷"><span>${who.name}</span><img alt="🌷"></span>`;
    return { cells: post + x.post({ by: writer, text: x.plain('Ja'), context: x.context(who, 'heeft gerepost', name) }) };
  },
  citaat: (who) => ({ cells: x.focal('Zie dit', x.quote(who, 'Mijn mening')) }),
  getagd: (who) => ({ cells: x.focal('Foto', `<div dir="ltr"><a href="/${who.handle}"><span>${who.name}</span></a></div>`) }),
  ruimte: (who) => ({
    cells:
      post +
      by(writer, `<div data-testid="card.wrapper"><div>${x.avatar(who)}<span>${who.name}</span><span>Host</span></div></div>`),
  }),
  zijbalk: (who) => ({ cells: post, rail: x.userCell(who, `Bio van ${who.name}`) }),
  ontdekmeer: (who) => ({ cells: post, below: `<section><h2>Meer ontdekken</h2>${by(who)}</section>` }),
  advertentie: (who) => ({
    cells: `${post}<div data-testid="cellInnerDiv"><div data-testid="placementTracking">${by(who)}</div></div>`,
  }),
  suggestie: (who) => ({ cells: `${post}<div data-testid="cellInnerDiv">${x.userCell(who)}</div>` }),
  schemaorg: (who) => ({
    cells: post,
    head: `<script type="application/ld+json">{"author":{"additionalName":"${who.handle}","givenName":"${who.name}"}}</script>`,
  }),
  paginadata: (who) => ({
    cells: post,
    head: `<script>window.__INITIAL_STATE__={"users":{"1":{"id_str":"${who.id}","name":"${who.name}","screen_name":"${who.handle}"}}};window.a=1</script>`,
  }),
};

/** Where only the place itself is to be clean. */
const other: Record<string, Place> = {
  vermelding: (who) => ({ cells: x.focal(`Dank ${x.mention(who)}!`) }),
  antwoordregel: (who) => ({ cells: post + x.post({ by: writer, text: x.plain('Ja'), replyTo: [who, x.ministry] }) }),
  gerepostineenstuk: (who) => ({
    cells:
      post +
      x.post({
        by: writer,
        text: x.plain('Ja'),
        context: `<a href="/${who.handle}"><span data-testid="socialContext">${who.name} heeft dit gerepost</span></a>`,
      }),
  }),
  regelzonderkoppeling: (who) => ({
    cells:
      post +
      by(who) +
      x.post({
        by: writer,
        text: x.plain('Ja'),
        context: `<span data-testid="socialContext"><span>${who.name}</span> en 3 anderen vinden dit leuk</span>`,
      }),
  }),
  citaatvermelding: (who) => ({ cells: x.focal('Zie dit', x.quote(writer, `Mijn mening @${who.handle} hm`)) }),
  citaatfoto: (who) => ({
    cells: post + by(who) + by(writer, x.quote(who, 'Zie', x.photo(who, who.postId, `Foto van ${who.name}`))),
  }),
  alttekst: (who) => ({ cells: post + by(who, x.photo(who, who.postId, `Foto van ${who.name}`)) }),
  alttekstvanons: (who) => ({ cells: x.focal('Foto', x.photo(x.ministry, x.ministry.postId, `Foto van ${who.name}`)) + by(who) }),
  kaart: (who) => ({
    cells: post + by(who, x.card(`https://t.co/${who.avatar}`, `${who.handle}.example`, `${who.name} schrijft`)),
  }),
  kaartkoppeling: (who) => ({
    cells: post + by(who, x.card(`https://blog.example/${who.handle}/1?u=${who.id}`, 'blog.example', 'Over van alles')),
  }),
  peiling: (who) => ({ cells: post + by(who, x.poll([who.name, 'Anders'])) }),
  attributen: (who) => ({
    cells:
      post +
      x.post({
        by: who,
        text: x.plain('Ja'),
        article: `aria-label="${who.name}" data-user='{"id":"${who.id}"}' title="${who.handle}"`,
      }),
  }),
  verborgen: (who) => {
    const { name } = who;
    const hidden = `<div style="clip:rect(0 0 0 0)">${name}</div><noscript>${name}</noscript><template>${name}</template><span hidden>${name}</span><details><summary>${name}</summary>@${who.handle}</details><svg><title>${name}</title></svg><!-- ${name} --><input value="${name}"><textarea>${name}</textarea>`;
    return { cells: post + by(who, hidden) };
  },
  embleem: (who) => ({
    cells:
      post +
      by(writer).replace(
        '</div></a><a',
        `</div></a><a href="/${who.handle}"><img alt="" src="https://pbs.twimg.com/profile_images/${who.id}/${who.avatar}_bigger.png"></a><a`,
      ),
  }),
  lezersnoot: (who) => ({
    cells:
      post +
      by(who) +
      by(
        writer,
        `<div data-testid="birdwatch-pivot"><div>Volgens ${who.name} is dit onjuist. <a href="https://t.co/x">bron.example/${who.handle}</a></div></div>`,
      ),
  }),
  bewerkt: (who) => ({
    cells: x.focal('x', `<a href="/${who.handle}/status/${who.postId}">Laatst bewerkt door ${who.name}</a>`) + by(who),
  }),
  koppelingnaarbericht: (who) => ({
    cells:
      post +
      x.post({
        by: writer,
        text: `Zie <a href="https://t.co/${who.avatar}"><span>https://</span>x.com/${who.handle}/status/${who.postId}</a>`,
      }),
  }),
  koppelingzondernaam: (who) => ({
    cells:
      post +
      x.post({
        by: writer,
        text: `Zie <a href="https://t.co/${who.avatar}"><span>https://</span>x.com/i/web/status/${who.postId}</a>`,
      }),
  }),
  koppelingelders: (who) => ({
    cells:
      post +
      x.post({
        by: who,
        text: `Zie <a href="https://t.co/${who.avatar}"><span>https://</span>blog.example/<span>${who.handle}</span></a>`,
      }),
  }),
  trefwoord: (who) => {
    const tag = who.name.replace(' ', '');
    return {
      cells:
        post +
        x.post({ by: who, text: `<a href="/hashtag/${tag}">#${tag}</a> <a href="/search?q=%24${who.handle}">$${who.handle}</a>` }),
    };
  },
  langartikel: (who) => ({
    cells:
      post +
      x.post({
        by: who,
        more: `<div data-testid="twitter-article-title">Van ${who.name}</div><div data-testid="twitterArticleRichTextView"><div>Ik ben ${who.name}</div></div>`,
      }),
  }),
  knoppen: (who) => ({
    cells:
      post +
      by(
        who,
        `<button aria-label="Grok ${who.name}">Leg uit wat ${who.name} zegt</button><div data-testid="${who.id}-subscribe"><span>Abonneer op ${who.name}</span></div>`,
      ),
  }),
  film: (who) => ({
    cells:
      post +
      by(
        who,
        `<div data-testid="videoPlayer"><video aria-label="${who.name}" poster="https://pbs.twimg.com/ext_tw_video_thumb/${who.id}/pu/img/${who.avatar}.jpg"><track label="${who.name}"></video><span>Van ${who.name}</span></div>`,
      ),
  }),
  medewerker: (who) => ({
    cells:
      post +
      x.post({ by: who, text: x.plain('Ja'), context: x.context(x.employee, 'Jij hebt dit gerepost') }) +
      by(x.employee, '', `Ik (${x.employee.name}) vind het goed. @${x.employee.handle}`),
  }),
};

const needlesFor = (who: Someone) => [...needlesOf(who), ...needlesOf(x.employee), ...needlesOf(writer)];
const wrong = (who: Someone, parts: x.PageParts) =>
  wrongWith({ html: x.page(parts), address: x.address, own, stays, needles: needlesFor(who) });

describe('on X, whoever the page names', () => {
  it.each(Object.entries(naming))('as %s is in no text either', async (hole, place) => {
    const who = someone(hole);
    const text = `Volgens mij heeft ${who.name} gelijk, dat zei ${who.handle} ook. Kanarie${hole}!`;
    const parts = place(who);
    expect(await wrong(who, { ...parts, cells: parts.cells + by(bystander, '', text) })).toEqual([]);
  });

  it.each(Object.entries(other))('as %s is taken out', async (hole, place) => {
    const who = someone(hole);
    expect(await wrong(who, place(who))).toEqual([]);
  });

  it('is taken out of the texts for whoever is not signed in as well', async () => {
    const who = someone('uitgelogd');
    expect(await wrong(who, { cells: post + by(who), isLoggedIn: false, lang: 'en' })).toEqual([]);
  });
});

it('keeps an account that only looks like ours apart: the same name with another handle', async () => {
  const twin = { ...someone('dubbelganger'), name: x.ministry.name };
  const { stripped } = await trip(x.page({ cells: post + by(twin) }), x.address, { own });
  expect(stripped.people.map(({ role }) => role)).toEqual(['eigen', 'derde']);
  expect(stripped.reactions[0]?.author).toBe('reageerder-1');
});
