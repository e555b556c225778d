import type { PageKind } from '../../model/platform.ts';

export const xHosts: ReadonlySet<string> = new Set([
  'x.com',
  'www.x.com',
  'twitter.com',
  'www.twitter.com',
  'mobile.twitter.com',
  'mobile.x.com',
]);

export interface XAddress {
  readonly kind: PageKind;
  /** Of the account in the path; X also has addresses of posts without one. */
  readonly handle?: string;
  readonly id?: string;
}

const handlePattern = /^\w{1,30}$/u;
/** First path parts that are pages of X itself and not accounts. */
const reserved: ReadonlySet<string> = new Set([
  'i',
  'home',
  'explore',
  'search',
  'hashtag',
  'notifications',
  'messages',
  'settings',
  'compose',
  'login',
  'logout',
  'signup',
  'account',
  'intent',
  'share',
  'about',
  'download',
  'jobs',
  'tos',
  'privacy',
  'lists',
  'bookmarks',
]);
/** Of these nothing is captured (R2). */
const pages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['messages', 'direct-messages'],
  ['login', 'login'],
  ['signup', 'login'],
  ['logout', 'login'],
  ...['home', 'notifications', 'settings', 'compose', 'account', 'intent', 'share', 'lists', 'bookmarks'].map(asPrivate),
]);
const innerPages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['chat', 'direct-messages'],
  ['messages', 'direct-messages'],
  ['flow', 'login'],
  ...['bookmarks', 'lists', 'history', 'grok', 'settings', 'connect_people', 'follow_people', 'drafts', 'premium_sign_up'].map(
    asPrivate,
  ),
]);
function asPrivate(part: string): [string, PageKind] {
  return [part, 'private'];
}
/** Who liked, reposted or is tagged is never taken over (R6). */
const peopleLists: ReadonlySet<string> = new Set([
  'likes',
  'retweets',
  'reposts',
  'people',
  'media_tags',
  'analytics',
  'hidden',
  'edit_history',
  'history',
]);
const profileTabs: ReadonlySet<string> = new Set(['with_replies', 'media', 'highlights', 'articles', 'superfollows']);

/** What an address of X is, by its path alone. */
export function readAddress(url: URL): XAddress {
  const parts = url.pathname.split('/').filter(Boolean);
  const [first = '', second = '', third = '', fourth = ''] = parts;
  if (first === 'i') return innerAddress(parts.slice(1));
  const known = pages.get(first);
  if (known) return { kind: known };
  if (reserved.has(first) || !handlePattern.test(first)) return { kind: 'other' };
  if (isPostWord(second) && isId(third)) return postAddress(first, third, fourth);
  if (!second || profileTabs.has(second)) return { kind: 'profile', handle: first };
  return { kind: 'private', handle: first };
}

/** `/i/status/<id>` and `/i/web/status/<id>` are posts whose author the path does not tell. */
function innerAddress(parts: readonly string[]): XAddress {
  const [first = '', second = ''] = parts[0] === 'web' ? parts.slice(1) : parts;
  if (isPostWord(first) && isId(second)) return { kind: 'post', id: second };
  return { kind: innerPages.get(first) ?? 'other' };
}

function isPostWord(part: string | undefined): boolean {
  return part === 'status' || part === 'statuses' || part === 'article';
}

function postAddress(handle: string, id: string, rest: string): XAddress {
  return peopleLists.has(rest) ? { kind: 'private' } : { kind: 'post', handle, id };
}

function isId(text: string): boolean {
  return /^\d{1,20}$/u.test(text);
}

/** The account a link goes to, when it is a link to an account and nothing else. */
export function profileHandle(url: URL): string | undefined {
  if (!xHosts.has(url.hostname)) return undefined;
  const parts = url.pathname.split('/').filter(Boolean);
  const handle = parts[0] ?? '';
  return parts.length === 1 && handlePattern.test(handle) && !reserved.has(handle.toLowerCase()) ? handle : undefined;
}

/** The post a link goes to; `rest` is what comes after the id ("photo", "analytics"…). */
export function postLink(url: URL): { handle: string; id: string; rest: string } | undefined {
  if (!xHosts.has(url.hostname)) return undefined;
  const [handle = '', kind, id = '', rest = ''] = url.pathname.split('/').filter(Boolean);
  const isPost = isPostWord(kind) && isId(id) && handlePattern.test(handle);
  return isPost ? { handle, id, rest } : undefined;
}

/** Every address an account is known under. */
export function profileUrls(handle: string, base: URL): string[] {
  const own = `${base.origin}/${handle}`;
  return own === `https://x.com/${handle}` || !xHosts.has(base.hostname)
    ? [`https://x.com/${handle}`]
    : [`https://x.com/${handle}`, own];
}

/** X's ids have held their time since November 2010; older ones are plain counters. */
const firstTimedId = 30_000_000_000n;

export function timeOfId(id: string): string | undefined {
  if (!isId(id) || BigInt(id) < firstTimedId) return undefined;
  const time = new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
