import { Failure } from '../model/failure.ts';
import type { Found } from '../platforms/adapter.ts';
import { createPeople } from '../platforms/people.ts';
import { readerFor } from './reader.ts';

const maxPosts = 500;
const maxCharacters = 400;

/** An own post in the page now; its text for our own pages and in memory only (D3). */
export interface PostHere {
  readonly url: string;
  readonly id: string;
  readonly posted?: string;
  readonly text: string;
  readonly isPinned?: true;
}

interface PostsHere {
  readonly posts: readonly PostHere[];
  /** Republished posts of others (R13). */
  readonly others: number;
}

/** Nobody asks any more: the panel is closed. */
const askedLatelyMs = 10_000;
const betweenMs = 200;

/**
 * R9: the account's own posts on its profile, as far as a person has scrolled since it was first asked. Networks take rows
 * out of the page while one scrolls, so it looks along. The page itself is only read.
 */
export function createPostWatch(page: Document, url: () => URL) {
  const posts = new Map<string, PostHere>();
  const others = new Set<string>();
  let path = '';
  let askedAt = 0;
  let lookedAt = 0;
  const look = () => {
    if (url().pathname !== path) {
      posts.clear();
      others.clear();
      path = url().pathname;
    }
    lookedAt = Date.now();
    const here = postsNow(page, url());
    for (const post of here.posts) posts.set(post.id, post);
    for (const id of here.others) others.add(id);
  };
  const onScroll = () => {
    if (Date.now() - askedAt > askedLatelyMs) return page.removeEventListener('scroll', onScroll, { capture: true });
    if (Date.now() - lookedAt > betweenMs) look();
    return undefined;
  };
  return (): PostsHere => {
    page.addEventListener('scroll', onScroll, { capture: true, passive: true }); // once, however often it is added
    askedAt = Date.now();
    look();
    return { posts: [...posts.values()].slice(0, maxPosts), others: others.size };
  };
}

function postsNow(page: Document, url: URL): { posts: PostHere[]; others: string[] } {
  const { adapter } = readerFor(page, url);
  const people = createPeople();
  const { account } = adapter.facts(page, url, people);
  const found = adapter.find(page, url).filter(({ kind }) => kind === 'post');
  const read = found.flatMap((place) => attempt(() => ({ place, ...adapter.read(place, page, url, people).item })));
  const isOwn = ({ author, repostedBy }: Item) => account !== undefined && author === account && repostedBy === undefined;
  return {
    posts: read.filter(isOwn).flatMap((item) => told(item, item.place)),
    others: read.filter((item) => !isOwn(item)).map(({ place }) => place.id),
  };
}

type Item = ReturnType<ReturnType<typeof readerFor>['adapter']['read']>['item'];

/** Without an address of its own a post cannot be gone to. */
function told({ url, times, text = '', isPinned }: Item, { id }: Found): PostHere[] {
  if (url === undefined || !url.startsWith('https://')) return [];
  const posted = times.fromApi ?? times.markup ?? times.fromId;
  return [
    {
      url: withoutTail(url),
      id,
      ...(posted !== undefined && { posted }),
      text: text.slice(0, maxCharacters),
      ...(isPinned && { isPinned }),
    },
  ];
}

/** Only what names the post: a film's `v`, a page's `story_fbid`; nothing that follows the reader around. */
function withoutTail(address: string): string {
  const url = new URL(address);
  const naming = [...url.searchParams].filter(([name]) => ['v', 'story_fbid', 'id', 'fbid'].includes(name));
  url.search = new URLSearchParams(naming).toString();
  url.hash = '';
  return url.href;
}

function attempt<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof Failure) return []; // one post that is built otherwise does not cost the others
    throw error;
  }
}
