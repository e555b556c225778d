// @vitest-environment jsdom
/** People planted in every place of a page of Mastodon and of Bluesky, signed in, over the whole trip (leak-canaries §3). */
import { describe, expect, it } from 'vitest';
import { wrongWith } from './check.ts';
import * as b from './pages/bluesky.ts';
import { needlesOf, someone } from './pages/cast.ts';
import type { Someone } from './pages/cast.ts';
import * as m from './pages/mastodon.ts';
import type { Needle } from './scan.ts';

const writer = someone('schrijver');
const bystander = someone('derden');
const stays = 'Ministerie van Voorbeeldzaken';

type MastodonPlace = (who: Someone) => Partial<m.PageParts> & { statuses: string };
const detail = m.detail('Het ministerie legt uit hoe het werkt.');
const state = (who: Someone) =>
  JSON.stringify({ meta: { me: who.id }, accounts: { [who.id]: { id: who.id, acct: who.handle, display_name: who.name } } });

/** Where the page says who somebody is: the name is then taken out of every other text as well. */
const naming: Record<string, MastodonPlace> = {
  auteur: (who) => ({ statuses: detail + m.status({ by: who, text: 'Mooi' }) }),
  metteken: (who) => {
    const name = `${who.name} <picture><img class="emojione custom-emoji" alt=":verified:" title=":verified:"></picture>`;
    return { statuses: detail + m.status({ by: who, name, text: 'Mooi' }) };
  },
  mettekencode: (who) => ({ statuses: detail + m.status({ by: who, name: `${who.name} :blobcat:`, text: 'Mooi' }) }),
  boost: (who) => ({
    statuses: detail + m.status({ by: writer, text: 'x', prepend: m.prepend('retweet', `${m.prependName(who)} boostte`) }),
  }),
  antwoordop: (who) => ({
    statuses:
      detail + m.status({ by: writer, text: 'x', prepend: m.prepend('reply', `Heeft gereageerd op ${m.prependName(who)}`) }),
  }),
  citaat: (who) => ({ statuses: m.detail('x', m.quote(who, 'Mijn mening')) }),
  citaatgesloten: (who) => ({
    statuses: m.detail(
      'x',
      `<div class="status__quote"><div>Bericht van <a href="/@${who.handle}"><bdi>${who.name}</bdi></a></div></div>`,
    ),
  }),
  meervan: (who) => ({ statuses: m.detail('x', m.card('https://krant.example/1', 'krant.example', 'Nieuws') + m.moreFrom(who)) }),
  zijbalk: (who) => ({
    statuses: detail,
    rail: `<div class="inline-follow-suggestions"><a href="/@${who.handle}" data-hover-card-account="${who.id}">${m.avatar(who)}${m.displayName(who)}</a></div>`,
  }),
  anderekolom: (who) => ({ statuses: detail, rail: `<div class="column">${m.status({ by: who, text: 'tijdlijn' })}</div>` }),
  besloten: (who) => ({
    statuses:
      detail +
      m
        .status({ by: who, text: 'Onder ons' })
        .replaceAll('status-public', 'status-direct')
        .replaceAll('wrapper-public', 'wrapper-direct'),
  }),
  ingelogd: (who) => ({ statuses: detail, head: `<script id="initial-state" type="application/json">${state(who)}</script>` }),
  elders: (who) => ({
    statuses:
      detail +
      m.status({ by: writer, text: 'x', more: `<div>Gezien met <a href="/@${who.handle}"><bdi>${who.name}</bdi></a></div>` }),
  }),
};

/** Where only the place itself is to be clean. */
const other: Record<string, MastodonPlace> = {
  kaartauteur: (who) => ({
    statuses: m.detail('x', m.card('https://krant.example/1', 'krant.example', `Van ${who.name}`, who.name)),
  }),
  vermelding: (who) => ({ statuses: m.detail(`Dank ${m.mention(who)}`) + m.status({ by: writer, text: `Hoi ${m.mention(who)}` }) }),
  vermeldingelders: (who) => ({
    statuses:
      detail +
      m.status({
        by: writer,
        text: `Hoi <a href="https://een.example/profile/${who.handle}" class="u-url mention">@<span>${who.handle}</span></a> en <a href="https://twee.example/${who.handle}" class="mention">@${who.handle}</a> en <a href="https://drie.example/users/${who.handle}">@${who.handle}@drie.example</a>`,
      }),
  }),
  geschrevennaam: (who) => ({
    statuses:
      detail +
      m.status({
        by: writer,
        text: `Hoi <a href="https://een.example/profile/${who.handle}" class="u-url mention" title="${who.handle}@een.example">${who.name}</a>, ${who.name}`,
      }),
  }),
  koppelingnaarbericht: (who) => ({
    statuses:
      detail +
      m.status({
        by: writer,
        text: `Zie <a href="https://${m.host}/@${who.handle}/${who.postId}"><span>https://</span><span>${m.host}/@tj</span><span>${who.handle}/${who.postId}</span></a>`,
      }),
  }),
  regelzonderkoppeling: (who) => ({
    statuses:
      detail +
      m.status({ by: who, text: 'y' }) +
      m.status({ by: writer, text: 'x', prepend: m.prepend('reply', `Op ${who.name}`) }),
  }),
  citaatfout: (who) => ({
    statuses: m.detail(
      'x',
      `<div class="status__quote status__quote--error">Verborgen omdat je @${who.handle} hebt genegeerd.</div>`,
    ),
  }),
  kaart: (who) => ({
    statuses:
      detail +
      m.status({
        by: who,
        text: 'x',
        more: m.card(`https://krant.example/${who.handle}?u=${who.id}`, `${who.handle}.example`, `Van ${who.name}`),
      }),
  }),
  peiling: (who) => ({ statuses: detail + m.status({ by: who, text: 'x', more: m.poll([who.name, `@${who.handle}`]) }) }),
  alttekst: (who) => ({ statuses: detail + m.status({ by: who, text: 'x', more: m.photo('115/1', `Foto ${who.name}`) }) }),
  waarschuwing: (who) => ({
    statuses:
      detail +
      m.status({ by: who, warning: `Over ${who.name} en @${who.handle}` }) +
      m.status({ by: writer, warning: `Over ${who.name}`, text: 'x' }),
  }),
  likers: (who) => ({ statuses: m.detail('x', `<div><a href="/@${who.handle}">${m.avatar(who)}</a> en 3 anderen</div>`) }),
  geluid: (who) => ({
    statuses:
      detail +
      m.status({
        by: who,
        text: 'x',
        more: `<div aria-label="Van ${who.name}"><audio src="https://files.${m.host}/${who.handle}.mp3" title="${who.name}"></audio></div>`,
      }),
  }),
  trefwoorden: (who) => ({
    statuses:
      detail +
      m.status({
        by: who,
        text: 'x',
        more: `<div class="hashtag-bar"><a href="/tags/${who.handle}">#<span>${who.handle}</span></a></div>`,
      }),
  }),
  eigenemoji: (who) => ({
    statuses:
      detail +
      m.status({ by: who, text: `Mooi <img class="emojione custom-emoji" alt=":${who.handle}:" title=":${who.handle}:">` }),
  }),
};

const onMastodon = (who: Someone, parts: m.PageParts, more: readonly Needle[] = []) =>
  wrongWith({
    html: m.page(parts),
    address: m.address,
    own: m.ministry.handle,
    stays,
    needles: [...needlesOf(who), ...needlesOf(m.employee), ...needlesOf(writer), ...more],
  });

describe('on Mastodon, whoever the page names', () => {
  it.each(Object.entries(naming))('as %s is in no text either', async (hole, place) => {
    const who = someone(hole);
    const text = `Volgens mij heeft ${who.name} gelijk, dat zei ${who.handle} ook. Kanarie${hole}!`;
    const parts = place(who);
    expect(await onMastodon(who, { ...parts, statuses: parts.statuses + m.status({ by: bystander, text }) })).toEqual([]);
  });

  it.each(Object.entries(other))('as %s is taken out', async (hole, place) => {
    const who = someone(hole);
    expect(await onMastodon(who, place(who))).toEqual([]);
  });

  it('from another server is known by the first half of the handle too', async () => {
    const { handle, ...rest } = someone('elders');
    const who = { ...rest, handle: `${handle}@elders.example` };
    const text = `Dat zei ${handle} ook, en @${handle}@elders.example.`;
    const statuses = detail + m.status({ by: who, text: 'Mooi' }) + m.status({ by: bystander, text });
    expect(await onMastodon(who, { statuses }, [{ whose: 'elders', kind: 'handle', value: handle }])).toEqual([]);
  });
});

type BlueskyPlace = (who: Someone) => Partial<b.PageParts> & { posts: string };
const focal = b.focal('Het ministerie legt uit hoe het werkt.');
const replier = b.onBluesky(writer);

const namingThere: Record<string, BlueskyPlace> = {
  auteur: (who) => ({ posts: focal + b.reply({ by: who, text: 'Mooi' }) }),
  antwoordop: (who) => ({
    posts:
      focal +
      b.reply({
        by: replier,
        text: 'x',
        more: `<div>Antwoord op <a href="/profile/${who.handle}"><span>${who.name}</span></a></div>`,
      }),
  }),
  citaat: (who) => ({ posts: b.focal('x', b.quote(who, 'Mijn mening')) }),
  citaatvan: (who) => ({
    posts:
      focal + b.reply({ by: replier, text: 'x', more: b.quote(who, `Ik heet ${who.name}`, b.photo(who, `Foto van ${who.name}`)) }),
  }),
  zijbalk: (who) => ({
    posts: focal,
    rail: `<a href="/profile/${who.handle}">${b.face(who)}<div dir="auto">${who.name}</div><div dir="auto">@${who.handle}</div></a>`,
  }),
  suggestie: (who) => ({
    posts: focal,
    rail: `<div>${b.avatar(who)}<a href="/profile/${who.handle}"><div dir="auto">${who.name}</div></a><button aria-label="${who.name} volgen">Volgen</button></div>`,
  }),
  schemaorg: (who) => ({
    posts: focal,
    head: `<script type="application/ld+json">{"@type":"Person","additionalName":"${who.handle}","name":"${who.name}","identifier":"${who.id}"}</script>`,
  }),
};

const otherThere: Record<string, BlueskyPlace> = {
  vermelding: (who) => ({ posts: b.focal(`Dank ${b.mention(who)}`) + b.reply({ by: replier, text: `Hoi ${b.mention(who)}` }) }),
  gerepost: (who) => ({
    posts:
      focal +
      b.reply({
        by: replier,
        text: 'x',
        above: `<a href="/profile/${who.handle}"><div>Gerepost door <span>${who.name}</span></div></a>`,
      }),
  }),
  regelzonderkoppeling: (who) => ({
    posts:
      focal + b.reply({ by: who, text: 'q' }) + b.reply({ by: replier, text: 'x', more: `<div>Antwoord op ${who.name}</div>` }),
  }),
  alttekst: (who) => ({ posts: focal + b.reply({ by: who, text: 'x', more: b.photo(who, `Foto van ${who.name}`) }) }),
  kaart: (who) => ({
    posts:
      focal +
      b.reply({ by: who, text: 'x', more: b.card(`https://blog.example/${who.handle}`, who.handle, who.name, `Van ${who.name}`) }),
  }),
  startpakket: (who) => ({
    posts:
      focal +
      b.reply({
        by: replier,
        text: 'x',
        more: `<a href="/profile/${who.id}/lists/3abc"><div>Lijst van @${who.handle}</div></a><a href="/starter-pack/${who.handle}/3abc"><div>Startpakket</div></a>`,
      }),
  }),
  roepnaam: (who) => ({
    posts: focal + b.reply({ by: who, text: 'x' }) + b.reply({ by: replier, text: `Mooi ${who.handle.split('.')[0]}, zeg` }),
  }),
  did: (who) => ({
    posts:
      focal +
      b.reply({
        by: who,
        text: `<a href="https://bsky.app/profile/${who.id}/post/${who.postId}">bsky.app/profile/${who.id.slice(0, 14)}...</a> <a href="https://plc.directory/${who.id}">hier</a>`,
      }),
  }),
  medewerker: (who) => ({ posts: focal + b.reply({ by: who, text: `${b.employee.name} zei het al` }) }),
};

const wrong = (who: Someone, parts: b.PageParts) =>
  wrongWith({
    html: b.page(parts),
    address: b.address,
    own: b.ministry.handle,
    stays,
    needles: [
      ...needlesOf(who),
      ...needlesOf(b.employee),
      ...needlesOf(replier),
      { whose: who.handle, kind: 'handle', value: who.handle.split('.')[0] ?? '' },
    ],
  });

describe('on Bluesky, whoever the page names', () => {
  it.each(Object.entries(namingThere))('as %s is in no text either', async (hole, place) => {
    const who = b.onBluesky(someone(hole));
    const text = `Volgens mij heeft ${who.name} gelijk, dat zei ${who.handle} ook. Kanarie${hole}!`;
    const parts = place(who);
    expect(await wrong(who, { ...parts, posts: parts.posts + b.reply({ by: b.onBluesky(bystander), text }) })).toEqual([]);
  });

  it.each(Object.entries(otherThere))('as %s is taken out', async (hole, place) => {
    const who = b.onBluesky(someone(hole));
    expect(await wrong(who, place(who))).toEqual([]);
  });
});
