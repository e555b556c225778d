/** The readers against the saved pages and the account of them by an independent reader. People there are invented. */
import { describe, expect, it } from 'vitest';
import { readPage, sharedFixture, unmarkedTexts } from './pages.ts';
import type { Expected, ExpectedItem, Reading } from './pages.ts';

const cases: readonly (readonly [string, string?])[] = [
  ['x/post-photo-loggedout'],
  ['x/profile-loggedout'],
  ['x/quote-fragment', 'https://x.com/provvoorbeeld/status/1983132833560527669'],
  ['x/thread-4posts-gif-2022-dom'],
  ['x/thread-7posts-2022-dom'],
  ['mastodon/profile-boost-poll-nl'],
  ['mastodon/thread-4replies-nl'],
  ['bluesky/thread-52items'],
];
/** Names of counts in the fixtures → ours. */
const countNames: Readonly<Record<string, 'replies' | 'reposts' | 'likes' | 'bookmarks' | 'quotes'>> = {
  reply: 'replies',
  replies: 'replies',
  retweet: 'reposts',
  reposts: 'reposts',
  boosts: 'reposts',
  like: 'likes',
  likes: 'likes',
  favourites: 'likes',
  bookmark: 'bookmarks',
  quote: 'quotes',
};

for (const [name, address] of cases) {
  const fixture = sharedFixture(name);
  describe.skipIf(!fixture)(`the saved page ${name}`, () => {
    const { html, expected } = fixture ?? { html: '', expected: {} as Expected }; // skipped then
    const url = address ?? expected.url ?? 'https://x.com/';
    const reading = fixture ? readPage(html, url) : ({} as Reading); // skipped then

    it('is the page it is', () => {
      expect(reading.platform).toBe(expected.platform);
      expect(reading.pageKind).toBe(expected.pageKind);
      expect(reading.facts.language).toBe(expected.lang);
      if (reading.facts.isLoggedIn !== undefined) expect(reading.facts.isLoggedIn).toBe(expected.loggedIn);
      expect(reading.people[reading.facts.account!]).toMatchObject({ handle: expected.author.handle, name: expected.author.name });
    });

    it('gives all posts and all reactions, each once, in page order', () => {
      expect(idsOf(reading, 'post')).toEqual(expected.posts.map(({ id }) => id));
      expect(idsOf(reading, 'reaction')).toEqual(expected.comments.map(({ id }) => id));
    });

    it('gives what each says, who wrote it, when and where', () => {
      for (const item of [...expected.posts, ...expected.comments]) compare(reading, item, expected, url);
    });

    it('knows every account of the structure', () => {
      for (const person of expected.thirdParties) expectPerson(reading, person, url);
    });

    it('marks every place where an account stands', () => {
      const names = expected.thirdParties.flatMap(({ name, handle }) => [handle, ...(name ? [name] : [])]);
      for (const text of unmarkedTexts(reading))
        for (const someone of names) expect(text.includes(someone), 'an account stands in an unmarked place').toBe(false);
    });

    it('gives the numbers the page shows', () => {
      const post = reading.items.find(({ id }) => id === expected.posts[0]!.id)!;
      expectCounts(post, expected.displayedCounts);
      const replies = expected.displayedCounts['reply'] ?? expected.displayedCounts['replies'];
      if (expected.pageKind === 'post' && replies) expect(reading.facts.displayedReactions).toBe(Number(replies));
    });
  });
}

function idsOf({ items }: Reading, kind: string): string[] {
  return items.filter((item) => item.kind === kind).map(({ id }) => id);
}

function compare(reading: Reading, expected: ExpectedItem, fixture: Expected, url: string): void {
  const item = reading.items.find(({ id }) => id === expected.id)!;
  const author = reading.people[item.author!]!;
  const host = new URL(url).hostname;
  expect(author.handle).toBe(expected.author.handle.replace(`@${host}`, ''));
  expect(author.name ?? null).toBe(expected.author.name);
  if (expected.isPageAuthor !== undefined) expect(item.author === reading.facts.account).toBe(expected.isPageAuthor);
  expect(item.text).toBe(expected.text);
  if (expected.time && !Number.isNaN(Date.parse(expected.time)) && expected.time.endsWith('Z'))
    expect(item.times.markup).toBe(expected.time);
  else if (expected.time) expect(item.times.shown).toContain(expected.time);
  if (expected.relativeTime) expect(item.times.shown).toContain(expected.relativeTime);
  const permalink = expected.permalink ?? expected.url;
  if (permalink) expect(item.url).toBe(new URL(permalink, url).href);
  if (expected.parentId) expect(item.parent?.id).toBe(expected.parentId);
  if (expected.media) expectMedia(item, expected.media);
  if (expected.counts) expectCounts(item, expected.counts);
  if (expected.quoted) {
    const quoted = reading.people[item.quote!.author!]!;
    expect([quoted.name, quoted.handle, item.quote!.text]).toEqual([
      expected.quoted.name,
      expected.quoted.handle,
      expected.quoted.text,
    ]);
  }
  if (expected.boostedBy) expect(reading.people[item.repostedBy!]?.handle).toBe(fixture.author.handle);
}

/** The fixtures count what a quoted post shows with the post. */
function expectMedia({ media, quote }: Reading['items'][number], expected: Record<string, number>): void {
  const count = (...kinds: string[]) => [...media, ...(quote?.media ?? [])].filter(({ kind }) => kinds.includes(kind)).length;
  expect(count('image')).toBe(expected['images']);
  expect(count('video', 'gif')).toBe(expected['videos']);
  if (expected['polls'] !== undefined) expect(count('poll')).toBe(expected['polls']);
}

function expectCounts({ counts }: Reading['items'][number], expected: Record<string, string | null>): void {
  for (const [name, shown] of Object.entries(expected)) {
    if (shown !== null && countNames[name]) expect([name, counts[countNames[name]]]).toEqual([name, shown]);
  }
}

function expectPerson({ people }: Reading, expected: Expected['thirdParties'][number], url: string): void {
  const person = people.find(({ handle, ids }) => handle === expected.handle || ids.includes(expected.handle));
  expect(person, 'an account of the structure is not among the people').toBeDefined();
  if (expected.name && !expected.name.startsWith('@')) expect(person?.name).toBe(expected.name);
  for (const id of expected.ids) expect(person?.ids).toContain(id);
  for (const address of expected.urls) expect(person?.urls).toContain(new URL(address, url).href);
  for (const address of expected.avatarUrls) expect(person?.avatars).toContain(address);
}
