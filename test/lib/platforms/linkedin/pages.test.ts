/** The front ends of which there is no saved page: the classic one, the server-driven one, an article, an older guest page. */
import { describe, expect, it } from 'vitest';
import { ownFixture, readPage, unmarkedTexts } from '../pages.ts';
import type { Reading } from '../pages.ts';

const address = 'https://www.linkedin.com/feed/update/urn:li:activity:7436698865522851840/';
const post = '7436698865522851840';

/** What each item says, by whom, in answer to what. */
function told({ items, people }: Reading) {
  return items.map(({ kind, id, text, author, parent }) => [
    kind,
    id.slice(0, 9),
    people[author!]?.handle,
    text,
    parent?.id.slice(0, 9),
    parent?.method,
  ]);
}

function leaks(reading: Reading, ...names: readonly string[]): string[] {
  return unmarkedTexts(reading).flatMap((text) => names.filter((name) => text.includes(name)));
}

describe('a classic page', () => {
  const reading = readPage(ownFixture('linkedin/post-classic-nl.html'), address);

  it('gives the post and its comments, with who answers whom', () => {
    expect(told(reading)).toEqual([
      [
        'post',
        '743669886',
        'minvoorbeeld',
        'Samen met Hanna Hazelaar openden wij het loket.\n\nLees meer: voorbeeldzaken.example/loket #loket',
        undefined,
        undefined,
      ],
      ['reaction', '743670795', 'karel-korenblik', 'Mooi.\nWanneer open? 🙂', '743669886', 'markup'],
      ['reaction', '743670995', 'minvoorbeeld', 'Karel Korenblik Elke werkdag.', '743670795', 'markup'],
      ['reaction', '743671795', 'in/minvoorbeeld', 'Ik ben een mens die zich zo noemt.', '743669886', 'markup'],
    ]);
  });

  it('keeps the account apart from a person of the same name', () => {
    const [first, , own, impostor] = reading.items;
    expect(reading.facts.account).toBe(first?.author);
    expect(own?.author).toBe(first?.author);
    expect(impostor?.author).not.toBe(first?.author);
  });

  it('gives times, counts, links and what the page says of itself', () => {
    expect(reading.facts).toMatchObject({
      layout: 'linkedin-classic',
      language: 'nl',
      isLoggedIn: true,
      displayedReactions: 5,
      sortOrder: 'Meest relevant',
      replies: { possible: 'yes' },
    });
    const [first, comment, own] = reading.items;
    expect(first?.times).toEqual({ shown: '1 mnd', edited: 'Bewerkt', fromId: '2026-03-09T09:06:16.724Z' });
    expect(first?.counts).toEqual({ likes: '1.204', replies: '5', reposts: '12' });
    expect(first?.links).toEqual(['https://voorbeeldzaken.example/loket']);
    expect(first?.hashtags).toEqual(['loket']);
    expect(comment?.counts).toEqual({ likes: '8', replies: '2' });
    expect(own?.times).toMatchObject({ shown: '3 w', edited: 'bewerkt' });
  });

  it('gives the video with its still and captions, and the picture of a comment', () => {
    expect(reading.items[0]?.media).toEqual([
      {
        kind: 'video',
        url: 'https://dms.licdn.com/playlist/vid/v2/D4D05/mp4-720p-30fp-crf28/0/3?e=1',
        poster: 'https://media.licdn.com/dms/image/v2/D4D05/videocover-high/0/2?e=1',
        captions: 'https://dms.licdn.com/playlist/vid/v2/D4D05/captions/0/4?e=1',
      },
    ]);
    expect(reading.items[1]?.media).toEqual([
      { kind: 'image', url: 'https://media.licdn.com/dms/image/v2/D4E22/comment-image-shrink_8192_480/0/5?e=1' },
    ]);
  });

  it('knows the employee, the rail and the page’s own data, and marks who stands in an item', () => {
    expect(reading.people.find(({ name }) => name === 'Toos Toetsenbord')).toMatchObject({ isEmployee: true });
    expect(reading.people.map(({ handle }) => handle)).toEqual(
      expect.arrayContaining(['zijlijn-zeeman', 'stil-ne-lezer', 'hanna-hazelaar']),
    );
    expect(leaks(reading, 'Korenblik', 'Hazelaar', 'Waterman', 'Toos', 'Molenaar')).toEqual([]);
  });
});

describe('a server-driven page', () => {
  const reading = readPage(ownFixture('linkedin/post-sdui-tr.html'), address);

  it('gives every comment once, with who answers whom, and none of the posts below', () => {
    expect(told(reading)).toEqual([
      ['post', '743669886', 'minvoorbeeld', 'Wij openden het loket.\nKom langs!', undefined, undefined],
      ['reaction', '743670795', 'karel-korenblik', 'Mooi. Hanna Hazelaar kijk!', post.slice(0, 9), 'position'],
      ['reaction', '743670995', 'minvoorbeeld', 'Elke werkdag.', '743670795', 'chain'],
      ['reaction', '743671795', 'loes-lepelaar', 'Dat werd tijd.', post.slice(0, 9), 'position'],
      ['reaction', '743671995', 'karel-korenblik', 'Zeker.', '743671795', 'markup'],
    ]);
  });

  it('gives names without degree, badge or headline', () => {
    const names = reading.items.map(({ author }) => reading.people[author!]?.name);
    expect(names).toEqual([
      'Ministerie van Voorbeeldzaken',
      'Karel Korenblik',
      'Ministerie van Voorbeeldzaken',
      'Loes Lepelaar',
      'Karel Korenblik',
    ]);
    expect(reading.people.find(({ handle }) => handle === 'karel-korenblik')?.ids).toContain(
      'ACoAABBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB',
    );
  });

  it('gives times, counts, the largest picture and what the page says of itself', () => {
    expect(reading.facts).toMatchObject({
      layout: 'linkedin-sdui',
      language: 'tr',
      isLoggedIn: true,
      displayedReactions: 4,
      sortOrder: 'En alakalı',
    });
    const [first, comment, , edited] = reading.items;
    expect(first?.times).toMatchObject({ shown: '2 g', edited: 'Düzenlendi' });
    expect(comment?.times.shown).toBe('3 sa');
    expect(edited?.times).toMatchObject({ shown: '1 g', edited: 'Düzenlendi' });
    expect(first?.counts).toEqual({ likes: '12', replies: '4', reposts: '3' });
    expect(first?.media).toEqual([
      { kind: 'image', alt: 'Het loket', url: 'https://media.licdn.com/dms/image/v2/D4E22AQ/feedshare-shrink_2048_1536/0/5?e=1' },
    ]);
    expect(comment?.media).toEqual([]);
  });

  it('marks who stands in an item', () => {
    expect(reading.people.map(({ handle }) => handle)).toEqual(expect.arrayContaining(['vreemde-vogel', 'buur-man']));
    expect(leaks(reading, 'Korenblik', 'Hazelaar', 'Lepelaar', 'Toos', 'Molenaar')).toEqual([]);
  });
});

describe('an article', () => {
  const reading = readPage(
    ownFixture('linkedin/article-nl.html'),
    'https://www.linkedin.com/pulse/een-jaar-loket-minister-voorbeeld-a1b2c/',
  );

  it('is its title and body, with what was said below it', () => {
    expect(told(reading)).toEqual([
      [
        'post',
        'een-jaar-',
        'ministervoorbeeld',
        'Een jaar loket\n\nHet begon klein.\n\nWat wij leerden\n\nMet dank aan Hanna Hazelaar en het verslag.',
        undefined,
        undefined,
      ],
      ['reaction', '743670795', 'karel-korenblik', 'Fijn stuk.', 'een-jaar-', 'markup'],
    ]);
    expect(reading.facts.layout).toBe('linkedin-classic-article');
    expect(reading.items[0]?.media).toHaveLength(1);
    expect(leaks(reading, 'Korenblik', 'Hazelaar')).toEqual([]);
  });
});

describe('an older guest page', () => {
  const reading = readPage(
    ownFixture('linkedin/post-guest-es.html'),
    'https://es.linkedin.com/posts/minvoorbeeld_x-activity-7130000000000000001-aaaa',
  );

  it('gives comments without a number one of their own, the same each time', () => {
    const again = readPage(
      ownFixture('linkedin/post-guest-es.html'),
      'https://es.linkedin.com/posts/minvoorbeeld_x-activity-7130000000000000001-aaaa',
    );
    const ids = reading.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(again.items.map(({ id }) => id)).toEqual(ids);
    expect(reading.items[1]).toMatchObject({ text: 'Mooi!', times: { shown: '1 semana' } });
  });

  it('says that the rest is for members only', () => {
    expect(reading.facts).toMatchObject({ isLoggedIn: false, displayedReactions: 5, gaps: [{ kind: 'needs-login', count: 3 }] });
    expect(reading.people.map(({ handle }) => handle)).toContain('verborgen-vink');
  });
});

const person = (handle: string, face: string) =>
  `<a data-view-name="${face}" href="https://www.linkedin.com/in/${handle}/"><img alt="" width="40" src="https://media.licdn.com/dms/image/v2/D4E03AQ${handle}/profile-displayphoto-shrink_100_100/0/1?e=1"></a>
   <a href="https://www.linkedin.com/in/${handle}/"><p><span aria-hidden="true">${handle}</span></p></a><p>2 u</p>`;
const comment = (handle: string, text: string, face = 'comment-actor-picture') =>
  `<div data-view-name="comment-container">${person(handle, face)}<div data-view-name="comment-commentary"><span>${text}</span></div>
   <button data-view-name="comment-reaction-button"><svg></svg></button></div>`;

describe('a server-drawn page without keys (2025)', () => {
  const reading = readPage(
    `<main><div data-view-name="feed-full-update"><a href="https://www.linkedin.com/feed/update/urn:li:activity:7436698865522851840/"></a>${person('minvoorbeeld', 'feed-actor-image')}
     <div data-view-name="feed-commentary"><span>Wij openden het loket.</span></div><div data-view-name="comment-box"><div role="textbox" contenteditable="true">Klad</div></div>
     ${comment('mies-kwartel', 'Mooi!')}${comment('teun-spreeuw', 'Vind ik ook', 'reply-actor-picture')}${comment('loes-lepel', 'Wanneer?')}</div></main>`,
    'https://www.linkedin.com/feed/update/urn:li:activity:7436698865522851840/',
  );

  it('is read by the names LinkedIn gives its parts for its own counting', () => {
    expect(reading.items.map(({ kind, text }) => [kind, text])).toEqual([
      ['post', 'Wij openden het loket.'],
      ['reaction', 'Mooi!'],
      ['reaction', 'Vind ik ook'],
      ['reaction', 'Wanneer?'],
    ]);
    const [update, first, second, third] = reading.items;
    expect([first, second, third].map((item) => item!.parent?.id)).toEqual([update!.id, first!.id, update!.id]);
  });
});
