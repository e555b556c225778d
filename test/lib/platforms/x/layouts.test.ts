/** X as it was and as it is, in languages without a word in our lists; all people in the pages are invented. */
import { describe, expect, it } from 'vitest';
import { ownFixture, readPage, unmarkedTexts } from '../pages.ts';
import type { Reading } from '../pages.ts';

function writers({ items, people }: Reading) {
  return items.map(({ kind, id, author }) => [kind, id, people[author!]?.handle, people[author!]?.name]);
}

describe('a thread of 2020, before rows, names and texts had test ids, in German', () => {
  const reading = readPage(ownFixture('x/thread-2020-de.html'), 'https://twitter.com/minproefstad/status/1311999999999999999');

  it('gives the post and its reactions, and not what stands below them', () => {
    expect(reading.facts).toMatchObject({ layout: 'x-2020', displayedReactions: 2, replies: { possible: 'yes' } });
    expect(writers(reading)).toEqual([
      ['post', '1311999999999999999', 'minproefstad', 'Ministerie van Proefstad'],
      ['reaction', '1312000000000000001', 'wiesvogelaar', 'Wies Vogelaar'],
      ['reaction', '1312000000000000002', 'boukekraanvogel', 'Bouke Kraanvogel'],
    ]);
    expect(reading.items.map(({ parent }) => parent?.id)).toEqual([undefined, '1311999999999999999', '1311999999999999999']);
  });

  it('reads text, emoji, moment, picture, numbers and quote', () => {
    const [post, first, second] = reading.items;
    expect(post).toMatchObject({
      text: 'De brug is open. Met dank aan @joepdebruggenbouwer',
      times: { shown: '1:21 nachm. · 2. Okt. 2020', fromId: expect.any(String) },
      counts: { replies: '2', reposts: '4', likes: '31' },
      quote: { text: 'Wanneer gaat de brug open?' },
    });
    expect(reading.people[post!.quote!.author!]).toMatchObject({ handle: 'pleunwaterlelie', name: 'Pleun Waterlelie' });
    expect(first).toMatchObject({ text: 'Eindelijk 🙂', times: { markup: '2020-10-02T13:25:00.000Z' } });
    expect(second?.media).toEqual([{ kind: 'image', url: 'https://pbs.twimg.com/media/Gx12abCDeFg?format=jpg&name=orig' }]);
  });

  it('knows and marks everybody', () => {
    expect(reading.people.find(({ handle }) => handle === 'pleunwaterlelie')?.avatars).toHaveLength(1);
    const names = reading.people.slice(1).flatMap(({ name, handle }) => (name ? [name, handle!] : [handle!]));
    for (const text of unmarkedTexts(reading)) for (const name of names) expect(text).not.toContain(name);
  });
});

const box = (text: string) =>
  `<div data-testid="cellInnerDiv"><div><div><svg></svg></div><div dir="ltr"><span>${text}</span></div></div></div>`;
const articleAddress = 'https://x.com/minproefstad/status/2040010000000000000';

describe('a long article of 2026 in Turkish', () => {
  const html = ownFixture('x/article-tr.html');
  const reading = readPage(html, articleAddress);

  it('is one post with its reactions, though other posts stand in it and it runs as an advertisement', () => {
    expect(reading.facts.layout).toBe('x-2026');
    expect(writers(reading)).toEqual([
      ['post', '2040010000000000000', 'minproefstad', 'Ministerie van Proefstad'],
      ['reaction', '2040020000000000000', 'wiesvogelaar', 'Wies Vogelaar'],
    ]);
    expect(reading.items[0]).toMatchObject({
      text: 'Plan voor de brug\n\nDe brug gaat open.\n\nDaarna\n\nKomt er een feest.',
      media: [{ kind: 'image', url: 'https://pbs.twimg.com/media/GxArticle01?format=jpg&name=orig' }],
      counts: { replies: '2', reposts: '3', likes: '12', bookmarks: '7', views: '900' },
    });
  });

  it('keeps what others put in the article out of it, and knows who they are', () => {
    expect(reading.people.map(({ handle }) => handle)).toContain('tijnzeemeeuw');
    for (const text of unmarkedTexts(reading)) expect(text).not.toMatch(/Zeemeeuw|Ingevoegd|Beukenboom/u);
  });

  it('tells what the page left out, hid, ordered and translated', () => {
    expect(reading.facts).toMatchObject({
      sortOrder: 'En alakalı',
      gaps: [{ kind: 'hidden-by-network' }],
      unavailableItems: 1,
      notes: ['x-shows-translation', 'x-community-note-left-out'],
    });
    expect(reading.items[1]).toMatchObject({ media: [{ kind: 'video' }], counts: { bookmarks: '1' } });
  });

  const restricted = (text: string) =>
    readPage(
      html
        .replaceAll('2 yanıt', '0 yanıt')
        .replace(
          '<div data-testid="cellInnerDiv"><div><button aria-haspopup',
          `${box(text)}<div data-testid="cellInnerDiv"><div><button aria-haspopup`,
        ),
      articleAddress,
    ).facts;

  it('takes a box about answering for a restriction when it can read it, and for a question when it cannot', () => {
    expect(restricted('Kimler yanıtlayabilir?').replies).toEqual({ possible: 'no', evidence: 'restricted-notice' });
    const unread = restricted('Kdo může odpovídat?');
    expect(unread.replies).toEqual({ possible: 'unknown', evidence: 'unread-notice' });
    expect(unread.unavailableItems).toBe(1);
  });
});
