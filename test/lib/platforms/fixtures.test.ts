/** The readers against the saved pages and the account of them by an independent reader. People there are invented. */
import { describe, expect, it } from 'vitest';
import { countValue } from '../../../lib/platforms/counts.ts';
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
  ['tiktok/video-23comments-loggedout'],
  ['tiktok/video-no-comments-loaded'],
  ['youtube/comment-thread-fragment', 'https://www.youtube.com/watch?v=zE2QpdhDTww'],
  ['youtube/watch-shell-before-comments'],
  ['instagram/post-12comments-2021-dom'],
  ['instagram/post-15comments-loggedin-pt'],
  ['threads/profile-loggedout'],
  ['facebook/post-10comments-loggedout'],
  ['facebook/post-10comments-by-author-loggedout'],
  ['linkedin/guest-post-10comments-video'],
  ['linkedin/guest-post-8comments-related'],
  ['linkedin/guest-company-post-2comments'],
  ['linkedin/guest-company-page'],
];
/** Kinds of pages in the fixtures → ours. */
const pageKinds = new Map([
  ['video', 'post'],
  ['comment-thread', 'post'],
]);
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
  ['comment', 'replies'],
  ['share', 'reposts'],
  ['favorite', 'bookmarks'],
  ['metaComments', 'replies'],
  ['comments', 'replies'],
  ['shares', 'reposts'],
  ['reactions', 'likes'],
]);

for (const [fixtureName, address] of cases) {
  const fixture = sharedFixture(fixtureName);
  describe.skipIf(!fixture)(`the saved page ${fixtureName}`, () => {
    const { html, expected: said } = fixture ?? { html: '', expected: {} as Expected }; // skipped then
    const url = address ?? said.url ?? 'https://x.com/';
    const reading = fixture ? readPage(html, url) : ({} as Reading); // skipped then
    const expected = fixture ? withIds(said, reading) : said;

    it('is the page it is', () => {
      expect({ ...reading.facts, platform: reading.platform, pageKind: reading.pageKind }).toMatchObject({
        platform: expected.platform,
        pageKind: pageKinds.get(expected.pageKind) ?? expected.pageKind,
        language: expected.lang,
      });
      expect([expected.loggedIn, undefined]).toContain(reading.facts.isLoggedIn);
      if (!expected.author) return;
      expect(reading.people[reading.facts.account!]).toMatchObject({
        handle: expected.author.handle,
        ...(expected.author.name && { name: expected.author.name }),
      });
    });

    it('gives all posts and all reactions, each once, in page order', () => {
      expect(idsOf(reading, 'post')).toEqual(postsOf(expected).map(({ id }) => id));
      expect(idsOf(reading, 'reaction')).toEqual(expected.comments.map(({ id }) => id));
    });

    it('gives what each says, who wrote it, when and where', () => {
      const items = [...postsOf(expected), ...expected.comments];
      expect(items.map((item) => seen(item, reading, url))).toEqual(items.map((item) => wanted(item, expected, url)));
    });

    it('knows every account of the structure in every form', () => {
      const missing = expected.thirdParties.filter((person) => !isKnown(reading, person, url));
      expect(missing).toHaveLength(0);
    });

    it('marks every place where an account stands', () => {
      // who is named without an account stands in free text, which is swept later
      const names = expected.thirdParties.flatMap(({ name, handle }) => (handle ? [handle, ...(name ? [name] : [])] : []));
      const leaks = unmarkedTexts(reading).filter((text) => names.some((name) => text.includes(name)));
      expect(leaks).toHaveLength(0);
    });

    it('gives the numbers the page shows', () => {
      const post = reading.items.find(({ id }) => id === expected.posts[0]?.id);
      expect(post?.counts ?? {}).toMatchObject(counts(expected.displayedCounts));
      const replies =
        expected.pageKind === 'post' || expected.platform === 'tiktok' ? counts(expected.displayedCounts)['replies'] : undefined;
      expect(reading.facts.displayedReactions).toBe(replies && countValue(replies));
    });
  });
}

/**
 * TikTok's page gives comments no ids: the n-th is the n-th, and an answer tells which one it answers by its place. A name that
 * is the handle once more is none.
 */
function withIds(expected: Expected, { items }: Reading): Expected {
  if (expected.platform !== 'tiktok') return expected;
  const ids = items.filter(({ kind }) => kind === 'reaction').map(({ id }) => id);
  const comments = expected.comments.map((item, index) => {
    const parentId = item.parentIndex === undefined ? expected.posts[0]!.id : ids[item.parentIndex];
    const { name, handle } = item.author;
    const author = { handle, name: name === handle ? null : name };
    return { ...item, author, id: ids[index] ?? '', parentId: parentId ?? null };
  });
  return { ...expected, comments };
}

/** Under a post of LinkedIn stand related ones of others, and in TikTok's column too, which the fixtures name as well. */
function postsOf({ platform, pageKind, posts, author }: Expected): ExpectedItem[] {
  if (platform === 'tiktok') return posts.filter((post) => post.author.handle === author?.handle);
  return platform === 'linkedin' && pageKind === 'post' ? posts.slice(0, 1) : posts;
}

/** Where the independent reader had nothing better than the page as a whole, it says nothing of the item. */
function addressOf(item: ExpectedItem, page: string | null): string | undefined {
  return item.permalink ?? (item.url && (item.url !== page || !page.includes('/company/')) ? item.url : undefined);
}

function idsOf({ items }: Reading, kind: string): string[] {
  return items.filter((item) => item.kind === kind).map(({ id }) => id);
}

/** What the independent reader says of an item, in our terms; what it leaves open is left out. */
function wanted(item: ExpectedItem, fixture: Expected, url: string) {
  const permalink = addressOf(item, fixture.url);
  return {
    id: item.id,
    author: [item.author.handle.replace(`@${new URL(url).hostname}`, ''), item.author.name],
    isPageAuthor: item.isPageAuthor ?? [item.author.name, item.author.handle].some((form) => form && isOf(form, fixture)),
    text: item.text,
    hasTime: true,
    hasShownTime: true,
    url: permalink ? new URL(permalink, url).href : undefined,
    parent: item.parentId ?? undefined,
    media: item.media && [item.media['images'] ?? 0, item.media['videos'] ?? 0, item.media['polls'] ?? 0],
    counts: counts({ ...item.counts, likes: item.likes ?? item.counts?.['likes'] ?? null }),
    quoted: item.quoted && [item.quoted.name, item.quoted.handle, item.quoted.text],
    repostedBy: item.boostedBy && fixture.author?.handle,
  };
}

function seen(expected: ExpectedItem, { items, people, facts }: Reading, address: string): ReturnType<typeof wanted> {
  const item = items.find(({ id }) => id === expected.id)!;
  const author = people[item.author!]!;
  const quoted = item.quote && people[item.quote.author!];
  const asked = counts({ ...expected.counts, likes: expected.likes ?? expected.counts?.['likes'] ?? null });
  return {
    id: item.id,
    author: [author.handle!, expected.author.name ? (author.name ?? null) : expected.author.name],
    isPageAuthor: item.author === facts.account,
    text: titled(expected, item.text!),
    hasTime: hasTime(item, expected.time),
    hasShownTime: !expected.relativeTime || item.times.shown!.includes(expected.relativeTime),
    url: addressOf(expected, address) ? item.url : undefined,
    parent: expected.parentId ? item.parent?.id : undefined,
    media: expected.media && mediaNumbers(item),
    counts: Object.fromEntries(Object.entries(item.counts).filter(([name]) => name in asked)) as Record<string, string>, // names asked
    quoted: expected.quoted && [quoted!.name!, quoted!.handle!, item.quote!.text!],
    repostedBy: expected.boostedBy && people[item.repostedBy!]?.handle,
  };
}

/** Of a video the fixtures have the title alone; of Facebook's post the paragraphs without what stands between them. */
function titled({ media, text }: ExpectedItem, found: string): string {
  if (found.replaceAll('\n', '') === text) return text; // the same, paragraphs run together
  return media?.['videos'] && found.startsWith(`${text}\n\n`) ? text : found;
}

/** Of a telephone number at the end of a text and the likes under it the independent reader made one number. */
const misread = '12345678.9';

function isOf(form: string, { author }: Expected): boolean {
  return form === author?.name || form === author?.handle;
}

function hasTime({ times }: Reading['items'][number], time: string | null): boolean {
  return !time || isSameMoment(times.markup, time) || times.shown!.includes(time);
}

function isSameMoment(markup: string | undefined, time: string): boolean {
  return markup !== undefined && Date.parse(markup) === Date.parse(time);
}

/** The fixtures count what a quoted post shows with the post. */
function mediaNumbers({ media, quote }: Reading['items'][number]): number[] {
  const number = (...kinds: string[]) => [...media, ...(quote?.media ?? [])].filter(({ kind }) => kinds.includes(kind)).length;
  return [number('image'), number('video', 'gif'), number('poll')];
}

function counts(shown: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shown).flatMap(([name, value]) =>
      typeof value === 'string' && countNames.has(name) && value !== misread ? [[countNames.get(name), value]] : [],
    ),
  );
}

const hasAll = (have: readonly string[] | undefined, want: readonly string[]) => want.every((value) => have?.includes(value));

function isKnown({ people }: Reading, expected: Expected['thirdParties'][number], url: string): boolean {
  const person = people.find(({ handle, name, ids }) =>
    expected.handle === null ? name === expected.name : handle === expected.handle || ids.includes(expected.handle),
  );
  const isNamed = !expected.name || expected.name.startsWith('@') || person?.name === expected.name;
  const urls = expected.urls.map((address) => new URL(address, url).href);
  return (
    person !== undefined &&
    isNamed &&
    hasAll(person.ids, expected.ids) &&
    hasAll(person.urls, urls) &&
    hasAll(
      person.avatars,
      expected.avatarUrls.filter((address) => !address.startsWith('data:')),
    )
  );
}
