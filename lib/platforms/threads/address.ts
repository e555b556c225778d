import type { PageKind } from '../../model/platform.ts';
import { handlePattern, isShortcode } from '../shortcode.ts';

export const threadsHosts: ReadonlySet<string> = new Set(['www.threads.com', 'threads.com', 'www.threads.net', 'threads.net']);

export interface ThreadsAddress {
  readonly kind: PageKind;
  readonly handle?: string;
  /** The post's code. */
  readonly code?: string;
  readonly tab?: string;
}

/** First path parts of which nothing is captured (R2). */
const pages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['messages', 'direct-messages'],
  ['direct', 'direct-messages'],
  ['inbox', 'direct-messages'],
  ...['login', 'signup', 'challenge', 'oauth', 'accounts'].map((part): [string, PageKind] => [part, 'login']),
  ...['settings', 'activity', 'saved', 'liked', 'insights', 'following', 'for_you', 'custom_feed', 'intent', 'ghost_posts'].map(
    (part): [string, PageKind] => [part, 'private'],
  ),
]);
const profileTabs: ReadonlySet<string> = new Set(['replies', 'media', 'reposts']);
/** What a post's address may have behind it: its pictures. Who liked or reposted it is never taken over (R6). */
const postTabs: ReadonlySet<string> = new Set(['media', 'embed']);

/** What an address of Threads is, by its path alone. */
export function readAddress(url: URL): ThreadsAddress {
  const [first = '', second = '', third = '', fourth = ''] = url.pathname.split('/').filter(Boolean);
  if (!first) return { kind: 'private' }; // what the employee follows
  if (first === 't' && isShortcode(second)) return { kind: 'post', code: second };
  const handle = handleIn(first);
  if (handle === undefined) return { kind: pages.get(first) ?? 'other' };
  if (second === 'post' && isShortcode(third)) {
    return !fourth || postTabs.has(fourth) ? { kind: 'post', handle, code: third } : { kind: 'private', handle };
  }
  if (!second) return { kind: 'profile', handle };
  return profileTabs.has(second) ? { kind: 'profile', handle, tab: second } : { kind: 'private', handle };
}

function handleIn(part: string): string | undefined {
  const handle = part.startsWith('@') ? part.slice(1) : '';
  return handlePattern.test(handle) ? handle : undefined;
}

/** The account a link goes to, when it is a link to an account and nothing else. */
export function profileHandle(url: URL): string | undefined {
  if (!threadsHosts.has(url.hostname)) return undefined;
  const { kind, handle } = readAddress(url);
  return kind === 'profile' ? handle : undefined;
}

/** The post a link goes to; `isWhole`: its own address and nothing behind it. */
export function postLink(url: URL): { handle: string; code: string; isWhole: boolean } | undefined {
  if (!threadsHosts.has(url.hostname)) return undefined;
  const [first = '', second, code = '', rest] = url.pathname.split('/').filter(Boolean);
  const handle = handleIn(first);
  return handle !== undefined && second === 'post' && isShortcode(code) ? { handle, code, isWhole: rest === undefined } : undefined;
}

/** Every address an account is known under. */
export function profileUrls(handle: string): string[] {
  return ['https://www.threads.com', 'https://www.threads.net'].map((origin) => `${origin}/@${handle}`);
}

/** Topics are searches. */
export function isTopic(url: URL): boolean {
  return threadsHosts.has(url.hostname) && (url.pathname.startsWith('/search') || url.pathname.startsWith('/tag/'));
}
