/** Saved pages with real structures and invented people, through the real command; what it must find was read by others. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import { scanFile, scanFolderPlainly } from '../leaks/scan.ts';
import type { Needle } from '../leaks/scan.ts';
import { readRecords, runCapture } from './command.ts';
import type { Note } from './command.ts';

const folder = join(root, '../shared/fixtures');
const isThere = existsSync(folder);
if (!isThere) console.warn('LET OP: ../shared/fixtures is er niet; de bewaarde pagina’s zijn niet getoetst.');

const cases = [
  { name: 'x/thread-7posts-2022-dom', exact: true },
  { name: 'x/thread-4posts-gif-2022-dom', exact: true },
  { name: 'x/post-photo-loggedout', exact: true },
  { name: 'x/profile-loggedout', exact: true },
  { name: 'x/quote-fragment', exact: true, url: 'https://x.com/provvoorbeeld/status/1983132833560527669' },
  { name: 'mastodon/thread-4replies-nl', exact: true },
  { name: 'mastodon/profile-boost-poll-nl', exact: true },
  { name: 'bluesky/thread-52items', exact: false },
  { name: 'tiktok/video-23comments-loggedout', exact: true },
  { name: 'tiktok/video-no-comments-loaded', exact: true },
  { name: 'instagram/post-12comments-2021-dom', exact: true },
  { name: 'instagram/post-15comments-loggedin-pt', exact: true },
  { name: 'threads/profile-loggedout', exact: true },
  { name: 'facebook/post-10comments-loggedout', exact: true },
  { name: 'facebook/post-10comments-by-author-loggedout', exact: true },
  { name: 'linkedin/guest-post-10comments-video', exact: true },
  { name: 'linkedin/guest-post-8comments-related', exact: true },
  { name: 'linkedin/guest-company-post-2comments', exact: true },
  { name: 'linkedin/guest-company-page', exact: true },
  { name: 'youtube/watch-shell-before-comments', exact: true },
] as const;

const made: string[] = [];
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true, force: true })));

describe.skipIf(!isThere).concurrent('a saved page', () => {
  it.each(cases)('$name is captured as it is, without anybody in it', async (one) => {
    const expected = JSON.parse(readFileSync(join(folder, one.name, 'expected.json'), 'utf8')) as Expected;
    const url = 'url' in one ? one.url : expected.url;
    const run = await runCapture([
      '--url',
      url,
      '--page',
      join(folder, one.name, 'page.html'),
      '--own',
      `${expected.platform}:${expected.author.handle}`,
    ]);
    made.push(run.out, run.profile);
    expect(run.stderr).not.toMatch(/\(gate-closed\)/);
    expect({ exit: run.exit, said: run.exit === 0 ? '' : run.stderr }).toEqual({ exit: 0, said: '' });
    const file = run.summary!.package;

    const { posts, reactions } = await readRecords(file);
    expect(posts.length).toBe(postsOf(expected).length);
    expect(reactions.length).toBe(expected.comments.length);
    expect(reactions.map(said)).toMatchObject(expected.comments.map((comment) => told(withoutNames(comment, expected), one.exact)));
    for (const post of postsOf(expected).filter((each) => each.author.handle === expected.author.handle)) {
      expect(posts.find((each) => each['vs:platformId'] === post.id)).toMatchObject({ attributedTo: { 'vs:rol': 'eigen' } });
    }

    // the organisation itself is still there, and nobody else is: not in the package, not in the browser's profile on disk
    expect(JSON.stringify(posts)).toContain(expected.author.name ?? expected.author.handle);
    const needles = needlesOf(expected);
    expect(scanFile(file, needles)).toEqual([]);
    expect(scanFolderPlainly(run.profile, needles)).toEqual([]);
  });
});

/** Under a post of LinkedIn stand related ones of others, which the fixtures name as well. */
function postsOf({ platform, url, posts, author }: Expected): Expected['posts'] {
  // in TikTok's column stand posts of others too
  if (platform === 'tiktok') return posts.filter((post) => post.author.handle === author.handle);
  return platform === 'linkedin' && url.includes('/posts/') ? posts.slice(0, 1) : posts;
}

/** Who is named in a text without a sign before it is taken out of it too. */
function withoutNames(comment: Expected['comments'][number], { thirdParties }: Expected): Expected['comments'][number] {
  const named = thirdParties.flatMap(({ name }) => (name ? [name] : []));
  return { ...comment, text: named.reduce((text, name) => text.replaceAll(name, '['), comment.text) };
}

/** What the record must say of one reaction; what the truth does not know, or only an exact reader can tell, is left out. */
function told(expected: Expected['comments'][number], isExact: boolean) {
  return {
    'vs:rol': expected.isPageAuthor ? 'eigen' : 'derde',
    ...(isExact && { beginning: beginning(expected.text) }),
    ...(isExact && expected.time && { second: new Date(expected.time).toISOString().slice(0, 19) }),
    ...(isExact && expected.isPageAuthor && { 'vs:platformId': expected.id }),
  };
}

function said(found: Note) {
  return {
    ...found,
    'vs:rol': found.attributedTo?.['vs:rol'],
    beginning: beginning(found.content ?? ''),
    second: found.published?.slice(0, 19),
  };
}

/** Up to the first thing that is redacted, or may be. */
function beginning(text: string): string {
  return (
    /^[^[@]*?(?=\s*(?:[[@]|l\.(?:\[|facebook\.com)|https:\/\/www\.facebook\.com|Groet|Mvg|Bel me|Appen kan|U kunt mij|Mijn bsn|Mail mij|Maak het|Teunis|\+31|Wij wonen|Ik woon|Tel |$))/su.exec(
      text,
    )?.[0] ?? ''
  ).trim();
}

function needlesOf(expected: Expected): Needle[] {
  const people = expected.thirdParties.flatMap((person, index): Needle[] => [
    ...(person.name ? [{ whose: `derde ${index}`, kind: 'name' as const, value: person.name }] : []),
    ...(person.handle ? [{ whose: `derde ${index}`, kind: 'handle' as const, value: person.handle }] : []),
    ...person.ids.map((value) => ({ whose: `derde ${index}`, kind: 'id' as const, value })),
    ...person.avatarUrls
      .filter((url) => !url.endsWith('missing.png'))
      .map((url) => ({ whose: `derde ${index}`, kind: 'avatar' as const, value: url.split('/').at(-1) ?? url })),
  ]);
  const planted = expected.planted.map(({ kind, value }): Needle => ({ whose: `geplant: ${kind}`, kind: 'planted', value }));
  const ids = expected.comments
    .filter(({ isPageAuthor }) => !isPageAuthor)
    .flatMap(({ id }, index): Needle[] => (id ? [{ whose: `reactie ${index}`, kind: 'id', value: id }] : []));
  return [...people, ...planted, ...ids];
}

interface Expected {
  readonly url: string;
  readonly platform: string;
  readonly author: { readonly name: string | null; readonly handle: string };
  readonly posts: readonly { readonly id: string; readonly author: { readonly handle: string } }[];
  readonly comments: readonly {
    /** TikTok's page has none. */
    readonly id: string | null;
    readonly isPageAuthor: boolean;
    readonly time: string | null;
    readonly text: string;
  }[];
  readonly thirdParties: readonly {
    readonly name: string | null;
    readonly handle: string | null;
    readonly ids: readonly string[];
    readonly avatarUrls: readonly string[];
  }[];
  readonly planted: readonly { readonly kind: string; readonly value: string }[];
}
