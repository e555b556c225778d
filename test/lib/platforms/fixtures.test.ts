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
const countNames = new Map<string, 'replies' | 'reposts' | 'likes' | 'bookmarks' | 'quotes'>([
  ['reply', 'replies'],
  ['replies', 'replies'],
  ['retweet', 'reposts'],
  ['reposts', 'reposts'],
  ['boosts', 'reposts'],
  ['like', 'likes'],
  ['likes', 'likes'],
  ['favourites', 'likes'],
  ['bookmark', 'bookmarks'],
  ['quote', 'quotes'],
]);

for (const [fixtureName, address] of cases) {
  const fixture = sharedFixture(fixtureName);
  describe.skipIf(!fixture)(`the saved page ${fixtureName}`, () => {
    const { html, expected } = fixture ?? { html: '', expected: {} as Expected }; // skipped then
    const url = address ?? expected.url ?? 'https://x.com/';
    const reading = fixture ? readPage(html, url) : ({} as Reading); // skipped then

    it('is the page it is', () => {
      expect({ ...reading.facts, platform: reading.platform, pageKind: reading.pageKind }).toMatchObject({
        platform: expected.platform,
        pageKind: expected.pageKind,
        language: expected.lang,
      });
      expect([expected.loggedIn, undefined]).toContain(reading.facts.isLoggedIn);
      expect(reading.people[reading.facts.account!]).toMatchObject({ handle: expected.author.handle, name: expected.author.name });
    });

    it('gives all posts and all reactions, each once, in page order', () => {
      expect(idsOf(reading, 'post')).toEqual(expected.posts.map(({ id }) => id));
      expect(idsOf(reading, 'reaction')).toEqual(expected.comments.map(({ id }) => id));
    });

    it('gives what each says, who wrote it, when and where', () => {
      const items = [...expected.posts, ...expected.comments];
      expect(items.map((item) => seen(item, reading))).toEqual(items.map((item) => wanted(item, expected, url)));
    });

    it('knows every account of the structure in every form', () => {
      const missing = expected.thirdParties.filter((person) => !isKnown(reading, person, url));
      expect(missing).toHaveLength(0);
    });

    it('marks every place where an account stands', () => {
      const names = expected.thirdParties.flatMap(({ name, handle }) => [handle, ...(name ? [name] : [])]);
      const leaks = unmarkedTexts(reading).filter((text) => names.some((name) => text.includes(name)));
      expect(leaks).toHaveLength(0);
    });

    it('gives the numbers the page shows', () => {
      const post = reading.items.find(({ id }) => id === expected.posts[0]!.id)!;
      expect(post.counts).toMatchObject(counts(expected.displayedCounts));
      const replies = expected.pageKind === 'post' ? counts(expected.displayedCounts)['replies'] : undefined;
      expect(reading.facts.displayedReactions).toBe(replies && Number(replies));
    });
  });
}

function idsOf({ items }: Reading, kind: string): string[] {
  return items.filter((item) => item.kind === kind).map(({ id }) => id);
}

/** What the independent reader says of an item, in our terms; what it leaves open is left out. */
function wanted(item: ExpectedItem, fixture: Expected, url: string) {
  const permalink = item.permalink ?? item.url;
  return {
    id: item.id,
    author: [item.author.handle.replace(`@${new URL(url).hostname}`, ''), item.author.name],
    isPageAuthor: item.isPageAuthor ?? item.author.name === fixture.author.name,
    text: item.text,
    hasTime: true,
    hasShownTime: true,
    url: permalink ? new URL(permalink, url).href : undefined,
    parent: item.parentId ?? undefined,
    media: item.media && [item.media['images'], item.media['videos'], item.media['polls'] ?? 0],
    counts: counts(item.counts ?? {}),
    quoted: item.quoted && [item.quoted.name, item.quoted.handle, item.quoted.text],
    repostedBy: item.boostedBy && fixture.author.handle,
  };
}

function seen(expected: ExpectedItem, { items, people, facts }: Reading): ReturnType<typeof wanted> {
  const item = items.find(({ id }) => id === expected.id)!;
  const author = people[item.author!]!;
  const quoted = item.quote && people[item.quote.author!];
  const asked = counts(expected.counts ?? {});
  return {
    id: item.id,
    author: [author.handle!, author.name ?? null],
    isPageAuthor: item.author === facts.account,
    text: item.text!,
    hasTime: !expected.time || item.times.markup === expected.time || item.times.shown!.includes(expected.time),
    hasShownTime: item.times.shown!.includes(expected.relativeTime),
    url: (expected.permalink ?? expected.url) ? item.url : undefined,
    parent: expected.parentId ? item.parent?.id : undefined,
    media: expected.media && mediaNumbers(item),
    counts: Object.fromEntries(Object.entries(item.counts).filter(([name]) => name in asked)) as Record<string, string>, // names asked
    quoted: expected.quoted && [quoted!.name!, quoted!.handle!, item.quote!.text!],
    repostedBy: expected.boostedBy && people[item.repostedBy!]?.handle,
  };
}

/** The fixtures count what a quoted post shows with the post. */
function mediaNumbers({ media, quote }: Reading['items'][number]): number[] {
  const number = (...kinds: string[]) => [...media, ...(quote?.media ?? [])].filter(({ kind }) => kinds.includes(kind)).length;
  return [number('image'), number('video', 'gif'), number('poll')];
}

function counts(shown: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shown).flatMap(([name, value]) => (value === null ? [] : [[countNames.get(name), value]])),
  );
}

const hasAll = (have: readonly string[] | undefined, want: readonly string[]) => want.every((value) => have?.includes(value));

function isKnown({ people }: Reading, expected: Expected['thirdParties'][number], url: string): boolean {
  const person = people.find(({ handle, ids }) => handle === expected.handle || ids.includes(expected.handle));
  const isNamed = !expected.name || expected.name.startsWith('@') || person?.name === expected.name;
  const urls = expected.urls.map((address) => new URL(address, url).href);
  return (
    person !== undefined &&
    isNamed &&
    hasAll(person.ids, expected.ids) &&
    hasAll(person.urls, urls) &&
    hasAll(person.avatars, expected.avatarUrls)
  );
}
