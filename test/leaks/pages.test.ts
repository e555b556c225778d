// @vitest-environment jsdom
/** Profiles, pages of nobody's making, and the words of our own package. Everybody is invented. */
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { isOurOwnText } from '../../lib/bundle/ownTexts.ts';
import { isEveryday } from '../../lib/privacy/words.ts';
import { judged } from './check.ts';
import * as b from './pages/bluesky.ts';
import { needlesOf, someone } from './pages/cast.ts';
import * as m from './pages/mastodon.ts';
import * as x from './pages/x.ts';
import { trip } from './pipeline.ts';

const stays = 'Ministerie van Voorbeeldzaken';

describe('a profile', () => {
  it('on X keeps its own description, and nobody it mentions or who is followed by the employee', async () => {
    const [named, follower, affiliate, pinned] = ['genoemd', 'volger', 'verbonden', 'vastgezet'].map((hole) => someone(hole));
    const { ministry } = x;
    const header = `<div><a href="/${ministry.handle}/header_photo"><img src="https://pbs.twimg.com/profile_banners/1/2"></a>${x.avatar(ministry)}
      <div data-testid="UserName"><div dir="ltr"><span>${stays}</span></div><div dir="ltr"><span>@${ministry.handle}</span></div></div>
      <div data-testid="UserDescription" dir="auto">Vragen? Aan ${x.mention(named!)}. Voor iedereen.</div>
      <div data-testid="UserProfileHeader_Items"><span data-testid="UserLocation">Den Haag</span></div>
      <a href="/${ministry.handle}/following"><span>12</span></a><a href="/${ministry.handle}/verified_followers"><span>345</span></a>
      <a href="/${ministry.handle}/followers_you_follow"><div>${x.face(follower!)}</div><span>Gevolgd door ${follower!.name} en 3 anderen die je volgt</span></a>
      <div><a href="/${affiliate!.handle}"><span>${affiliate!.name}</span></a></div></div>`;
    const cells =
      x.post({
        by: ministry,
        text: x.plain(`Dank aan ${affiliate!.name}`),
        context: '<span data-testid="socialContext">Vastgezet</span>',
      }) + x.post({ by: pinned!, text: x.plain('x'), context: x.context(ministry) });
    const html = x.page({ cells }).replace('<section role="region">', `${header}<section role="region">`);
    const { stripped, wrong } = await judged({
      html,
      address: `https://x.com/${ministry.handle}`,
      own: ministry.handle,
      stays,
      needles: [...[named, follower, affiliate, pinned].flatMap((who) => needlesOf(who!)), ...needlesOf(x.employee)],
    });
    expect(wrong).toEqual([]);
    expect(stripped.profile?.description).toMatch(/^Vragen\? Aan .*\. Voor iedereen\.$/u);
    expect(stripped.posts.map(({ kind }) => kind)).toEqual(['bericht', 'herpublicatie']);
  });

  it('on Mastodon keeps its own description, and nobody it mentions or whom the employee knows', async () => {
    const [named, familiar, noted] = ['genoemd', 'bekend', 'aantekening'].map((hole) => someone(hole));
    const { ministry } = m;
    const header = `<div class="account-timeline__header"><div class="account__header"><div class="account__header__image"><img src="https://files.${m.host}/h.png"></div><div class="account__header__bar"><div class="account__header__tabs"><a class="avatar" href="https://files.${m.host}/a.png">${m.avatar(ministry)}</a></div>
      <div class="account__header__tabs__name"><h1><span>${stays}</span><small>@${ministry.handle}@${m.host}</small></h1></div>
      <div class="account__header__familiar-followers"><a href="/@${familiar!.handle}">${familiar!.name}</a> volgt dit ook</div>
      <div class="account__header__account-note"><textarea>${noted!.name}</textarea></div>
      <div class="account__header__content translate"><p>Vragen? Aan ${m.mention(named!)}. Voor iedereen.</p></div>
      <div class="account__header__fields"><dl><dt>Contact</dt><dd>${m.mention(named!)}</dd></dl></div></div></div></div>`;
    const html = m.page({ statuses: header + m.status({ by: ministry, text: `Dank aan ${familiar!.name}` }) });
    const { stripped, wrong } = await judged({
      html,
      address: `https://${m.host}/@${ministry.handle}`,
      own: ministry.handle,
      stays,
      needles: [...[named, familiar, noted].flatMap((who) => needlesOf(who!)), ...needlesOf(m.employee)],
    });
    expect(wrong).toEqual([]);
    expect(stripped.profile?.description).toContain('Voor iedereen.');
  });
});

describe('a page nobody wrote a reader for', () => {
  it('keeps of its blocks only what was understood', async () => {
    const [who, loose, inner] = ['auteur', 'los', 'binnen'].map((hole) => someone(hole));
    const html = `<!doctype html><html lang="nl"><head></head><body><main>
      <article><a rel="author" href="/u/minvoorbeeld">${stays}</a> <a href="/p/1"><time datetime="2026-03-01T10:00:00Z">1 maart</time></a><p>Wij leggen het uit.</p></article>
      <article id="c1"><img src="/avatars/${who!.avatar}.png" alt="Profielfoto van ${who!.name}"><a href="/u/${who!.handle}">${who!.name}</a><time datetime="2026-03-01T11:00:00Z">later</time><p>Niet mee eens.</p>
        <div><span>${loose!.name}</span> en 4 anderen vinden dit leuk</div><div title="${loose!.handle}">Gezien door ${loose!.name}</div>
        <article id="c2"><a href="/u/${inner!.handle}">${inner!.name}</a><time datetime="2026-03-01T12:00:00Z">later</time><p>Ik wel.</p></article></article></main></body></html>`;
    const needles = [who, loose, inner].flatMap((one) => needlesOf(one!));
    const { stripped, wrong } = await judged({ html, address: 'https://forum.example/p/1', own: 'minvoorbeeld', stays, needles });
    expect(wrong).toEqual([]);
    expect(stripped.reactions.map(({ text }) => text)).toEqual(['Niet mee eens.', 'Ik wel.']);
  });
});

it('holds no word in its package that would stop it when a citizen is called so', async () => {
  const people = ['een', 'twee'].map((hole) => someone(hole));
  const trips = await Promise.all([
    trip(
      x.page({
        cells:
          x.focal('Hallo', x.photo(x.ministry, '1', 'Afbeelding')) +
          x.post({ by: people[0]!, text: x.plain('Ja'), more: x.quote(people[1]!, 'Ja') + x.poll(['Ja']) }) +
          x.post({ by: x.ministry, id: '2040010000000000777', text: x.plain('Ja') }),
      }),
      x.address,
      { own: x.ministry.handle },
    ),
    trip(
      m.page({ statuses: m.detail('Hallo', m.photo('1', 'Foto')) + m.status({ by: people[0]!, warning: 'Ja', text: 'Ja' }) }),
      m.address,
      { own: m.ministry.handle },
    ),
    trip(
      b.page({ posts: b.focal('Hallo', b.photo(b.ministry, 'Foto')) + b.reply({ by: b.onBluesky(people[0]!), text: 'Ja' }) }),
      b.address,
      { own: b.ministry.handle },
    ),
  ]);
  const missing = new Set<string>();
  for (const { stored, zip, requests } of trips) {
    // an own file whose name is somebody's is not asked for, and then does not stand there
    const files = new Set(requests.flatMap(({ url }) => wordsIn(new URL(url).pathname)));
    for (const text of [stored, ...(await textsIn(zip!))])
      for (const word of wordsIn(text)) if (!isEveryday(word) && !files.has(word)) missing.add(word);
  }
  // What is missing belongs in packageWords (lib/privacy/data/eigenwoorden.ts).
  expect([...missing]).toEqual([]);
});

/** What the gate looks at: every text of the package, and of the web archive in it; not our own documentation. */
async function textsIn(zip: Uint8Array): Promise<string[]> {
  const archive = await JSZip.loadAsync(zip);
  const files = Object.values(archive.files).filter(({ name, dir }) => !dir && !isOurOwnText(name.replace(/^VS-[^/]+\//, '')));
  const texts = files.map(async (file) => {
    const bytes = await file.async('uint8array');
    return file.name.endsWith('.wacz') ? (await textsIn(bytes)).join('\n') : textOf(bytes);
  });
  return Promise.all(texts);
}

/** In signatures and pictures short words stand by chance; there the gate looks for long ones only. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** Keys, signatures and numbers by chance. */
const byChance = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9+/_-]{40,}={0,2}|[A-Z2-7]{32,}/g;

/** Words and the words inside joined words; not numbers, hashes, colours, times, nor what the invented pages put there. */
function wordsIn(text: string): string[] {
  const invented = /voorbeeld|^example$|sociaal|bsky|bafkrei|^did|^plc|zzz|3mdd|gx7kp2|a1b2c3|logo1/;
  return (text.replaceAll(byChance, ' ').match(/[\p{L}\p{N}]+/gu) ?? [])
    .flatMap((word) => [word, ...word.split(/(?<=\p{Ll}|\p{N})(?=\p{Lu})/u)])
    .map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
    .filter(
      (word) => word.length > 3 && !/^\d+$|^[0-9a-f]{6}$|^[0-9a-f]{32,}$|^\d+t\d+$|^\d+z$/.test(word) && !invented.test(word),
    );
}
