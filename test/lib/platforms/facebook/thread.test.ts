/** A dialog over the feed, a card, a photo viewer and a profile, built after what is known of them. Everybody here is invented. */
import { describe, expect, it } from 'vitest';
import { facebook } from '../../../../lib/platforms/facebook/index.ts';
import { adapterFor } from '../../../../lib/platforms/registry.ts';
import { ownFixture, parse, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://www.facebook.com/minproefstad/posts/een-loket/1000000000000123/?comment_id=5001';
const html = ownFixture('facebook/dialog-nl.html');

describe('a post in a dialog over the feed', () => {
  const reading = readPage(html, address);
  const [post, first, second, third, picture, orphan] = reading.items;

  it('is the dialog and nothing of the feed, advertisements or suggestions under it', () => {
    expect(reading.items.map(({ id }) => id)).toEqual(['1000000000000123', '5001', '5002', '5003', '5004', '5006']);
    expect(reading.facts).toMatchObject({
      layout: 'facebook-dialog',
      displayedReactions: 7,
      sortOrder: 'Meest relevant',
      replies: { possible: 'yes', evidence: 'reply-box' },
      isLoggedIn: true,
      unavailableItems: 1,
      notes: ['facebook-most-relevant-hides'],
    });
  });

  it('tells who answers whom: by address, below that by the boxes, and never by guess', () => {
    expect(reading.items.map(({ parent }) => parent)).toEqual([
      undefined,
      { id: '1000000000000123', method: 'markup' },
      { id: '5001', method: 'markup' },
      { id: '5002', method: 'chain' },
      { id: '1000000000000123', method: 'markup' },
      { id: '1000000000000123', method: 'position' },
    ]);
    expect(orphan?.kind).toBe('reaction');
  });

  it('gives the post with what it shares, its film as the page’s data names it, and its numbers', () => {
    expect(post).toMatchObject({
      url: 'https://www.facebook.com/minproefstad/posts/een-loket/1000000000000123/',
      text: 'Het loket is open.\nKom langs #loket',
      hashtags: ['loket'],
      counts: { replies: '7', reposts: '3', likes: '1,2K' },
      media: [
        {
          kind: 'video',
          url: 'https://video-ams2-1.xx.fbcdn.net/v/hd.mp4',
          poster: 'https://scontent-ams2-1.xx.fbcdn.net/v/still.jpg',
          captions: 'https://video-ams2-1.xx.fbcdn.net/v/nl.srt',
        },
      ],
      quote: { id: '1000000000000777', text: 'Gedeelde tekst.' },
    });
    expect(post?.times.shown).toContain('12 november 2026');
    expect(reading.people[post!.quote!.author!]?.handle).toBe('gedeelde.pagina');
  });

  it('gives one line per paragraph, without the words of controls', () => {
    expect(first).toMatchObject({
      text: 'Eerste alinea 🚲\nTweede alinea #loket…',
      isTruncated: true,
      lang: 'nl-NL',
      hashtags: ['loket'],
    });
    expect(first?.times).toEqual({ shown: '2 d (2 dagen geleden)', edited: 'Bewerkt' });
    expect(first?.counts).toEqual({ likes: '4' });
    expect(second).toMatchObject({ text: 'Dank Wies Vogelaar, zie loket.example/a', links: ['https://loket.example/a'] });
    expect(second?.mentions.map((index) => reading.people[index]?.handle)).toEqual(['wies.vogelaar']);
    expect(third?.author).toBe(reading.facts.account);
  });

  it('gives a comment of pictures alone as one without text', () => {
    expect(picture).toMatchObject({ text: '', media: [{ kind: 'image' }, { kind: 'image', alt: 'Sticker' }] });
    expect(reading.people[picture!.author!]).toMatchObject({ handle: '100000000000777', name: 'Geertje Zwaan' });
  });

  it('knows everybody on the page, also who is signed in, hidden, tagged or folded away', () => {
    const named = (name: string) => reading.people.find((person) => person.name === name);
    const expected = [
      'Ilse Verborgen',
      'Tagje Genoemd',
      'Tjalling Roerdomp',
      'Vreemde Vogel',
      'Contact Persoon',
      'Aaltje Advertentie',
    ];
    expect(expected.filter((name) => !named(name))).toEqual([]);
    expect(named('Noortje Kantoor')).toMatchObject({ isEmployee: true, ids: ['100000000000555'] });
    expect(reading.people.map(({ name }) => name)).not.toContain('Meer');
  });

  it('leaves nobody in what is kept of an item outside the places of people', () => {
    const names = reading.people.flatMap(({ name }) => name ?? []).filter((name) => name !== 'Ministerie van Proefstad');
    const leaks = unmarkedTexts(reading).filter((text) => names.some((name) => text.includes(name)));
    expect(leaks).toEqual([]);
    expect(unmarkedTexts(reading).join(' ')).not.toMatch(/Beantwoorden|Alle reacties|Meest relevant/);
  });

  it('shows a moment only under the pointer: not read, and asked for at the time of the item itself', () => {
    expect(reading.items.every(({ times }) => times.markup === undefined && times.fromId === undefined)).toBe(true);
    const { hover } = facebook.unfold;
    const targets = reading.found.map(({ element }) => element.querySelector(hover!.target)?.textContent);
    expect(targets).toEqual(['v4·n12o', '2 d', '2 d', '2 d', '2 d', '2 d']);
  });
});

it('finds the answers of a card inside what they answer, in a language it does not know', () => {
  const url = 'https://www.facebook.com/permalink.php?story_fbid=1000000000000123&id=100000000000321';
  const reading = readPage(ownFixture('facebook/card-tr.html'), url);
  expect(reading.items.map(({ id, parent }) => [id, parent?.id])).toEqual([
    ['1000000000000123', undefined],
    ['5001', '1000000000000123'],
    ['5002', '5001'],
    ['5003', '5002'],
  ]);
  expect(reading.items.map(({ text }) => text)).toEqual(['Gönderi', 'Bir', 'İki', 'Üç']);
  expect(reading.items[0]).toMatchObject({ counts: { replies: '3', reposts: '2' }, media: [{ kind: 'image' }] });
  expect(reading.facts).toMatchObject({ displayedReactions: 3, replies: { possible: 'yes' }, language: 'tr' });
});

it('reads a photo with what stands beside it', () => {
  const reading = readPage(ownFixture('facebook/photo-en.html'), 'https://www.facebook.com/photo/?fbid=900000000000002&set=a.1');
  expect(reading.items).toMatchObject([
    { id: '900000000000002', text: 'Bijschrift bij de foto.', media: [{ kind: 'image', width: 1080 }] },
    { id: '5001', text: 'Mooi.' },
  ]);
  expect(reading.people[reading.items[0]!.author!]?.handle).toBe('minproefstad');
});

it('reads of a profile its head and its own posts, and nobody it knows', () => {
  const url = 'https://www.facebook.com/minproefstad';
  const reading = readPage(ownFixture('facebook/profile-nl.html'), url);
  expect(reading.profile?.profile).toMatchObject({
    description: 'Wij zijn het ministerie van Proefstad, met een loket voor iedereen.',
    followers: '12,3K',
    following: '48',
    links: ['https://proefstad.example/'],
    banner: 'https://scontent-ams2-1.xx.fbcdn.net/v/t39.30808-6/omslag_n.jpg',
  });
  expect(reading.people[reading.profile!.profile.account]).toMatchObject({
    handle: 'minproefstad',
    name: 'Ministerie van Proefstad',
  });
  expect(reading.items.map(({ id }) => id)).toEqual(['1000000000000124']);
  expect(adapterFor(parse(''), new URL(url)).unfold.controls.map(({ kind }) => kind)).toEqual(['more-text']);
});

it('takes the number of the canonical address where its own has a name that changes, if that is of the same account', () => {
  const url = 'https://www.facebook.com/minproefstad/posts/pfbid02Zz9yXw8vUt7sRq6pOn5mLk4jIh3gFe2dCb1';
  const canonical = (path: string) =>
    html.replace('<head>', `<head><link rel="canonical" href="https://www.facebook.com/${path}">`);
  const idOf = (page: string) => readPage(page, url).items[0]?.id;
  expect(idOf(canonical('minproefstad/posts/een-loket/1000000000000123/'))).toBe('1000000000000123');
  expect(idOf(canonical('iemand.anders/posts/1000000000000999'))).toBe('pfbid02Zz9yXw8vUt7sRq6pOn5mLk4jIh3gFe2dCb1');
  expect(idOf(html)).toBe('pfbid02Zz9yXw8vUt7sRq6pOn5mLk4jIh3gFe2dCb1');
});

it('is not shaken by a page that lies', () => {
  const traps = ['querySelector', 'children', 'textContent', 'closest', 'parentElement'].map(
    (name) => `<img name="${name}"><form name="${name}"><input name="firstChild"></form>`,
  );
  const poisoned = html
    .replace('<div id="mount_0_0_a">', `<div id="mount_0_0_a">${traps.join('')}`)
    .replaceAll('wies.vogelaar', '__proto__')
    .replaceAll('https://video-ams2-1.xx.fbcdn.net/v/hd.mp4', 'https://elders.example/v.mp4')
    .replaceAll('alt="Kan een', `alt="${'x'.repeat(9_000)}`);
  const reading = readPage(poisoned, address); // parses everything with the worker's schemas
  expect(reading.items).toHaveLength(6);
  expect(reading.items[0]?.media[0]?.url).toBe('https://video-ams2-1.xx.fbcdn.net/v/sd.mp4');
});

const inOrder = (order: string) => readPage(html.replaceAll('Meest relevant', order), address).facts.notes;
const role = (name: string, count = '') =>
  `<div role="button"><div><div data-ad-rendering-role="${name}_button"></div></div><div><span dir="auto">${count}</span></div></div>`;
const picture = (at: number, over = '') =>
  `<a href="/photo/?fbid=10000000000001${at}&set=pcb.1"><div><img width="200" alt="" src="https://scontent-ams2-1.xx.fbcdn.net/v/${at}_n.jpg"></div>${over}</a>`;
const pageWith = (buttons: string) =>
  `<div role="main"><div role="article"><div data-ad-rendering-role="profile_name"><h2><a href="/minproefstad">Gemeente Proefstad</a></h2></div>
  <a href="/minproefstad/posts/1000000000000123"><span>2 g</span></a><div data-ad-rendering-role="story_message"><div dir="auto">Het loket is open.</div></div>${buttons}</div></div>`;
const read = (buttons: string) => readPage(pageWith(buttons), 'https://www.facebook.com/minproefstad/posts/1000000000000123');

describe('a post in a language of which no word is known', () => {
  it('has its numbers on buttons that Facebook itself names', () => {
    const reading = read(role('like', '1.204') + role('comment', '37') + role('share', '5'));
    expect(reading.items[0]!.counts).toEqual({ likes: '1.204', replies: '37', reposts: '5' });
    expect(reading.facts).toMatchObject({ displayedReactions: 37, replies: { possible: 'yes' } });
  });

  it('cannot be answered when the button for that is not among them (R5)', () => {
    expect(read(role('like') + role('comment') + role('share')).facts.replies).toEqual({
      possible: 'yes',
      evidence: 'reply-button',
    });
    expect(read(role('like') + role('share')).facts.replies).toEqual({ possible: 'no', evidence: 'no-comment-button' });
  });

  it('says that the order may leave comments out, unless it is one that shows all', () => {
    expect(inOrder('Vlaxo dumupi')).toEqual(['facebook-most-relevant-hides']);
    expect(inOrder('Tüm yorumlar')).toEqual([]);
    expect(inOrder('Alle reacties')).toEqual([]);
  });

  it('has pictures that are not drawn: so many as the number over the last one says', () => {
    const { media } = read(`${picture(1)}${picture(2)}${picture(3, '<div><div>+4</div></div>')}${role('like')}`).items[0]!;
    expect(media.map(({ url }) => url?.slice(-7))).toEqual(['1_n.jpg', '2_n.jpg', '3_n.jpg', ...Array.from({ length: 4 })]);
  });
});
