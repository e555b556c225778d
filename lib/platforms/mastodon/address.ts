import type { PageKind } from '../../model/platform.ts';

export interface MastodonAddress {
  readonly kind: PageKind;
  /** `user` for an account of this server, `user@server` for one of another. */
  readonly handle?: string;
  readonly id?: string;
}

const handlePattern = /^@([\w.-]+(?:@[\w.-]+)?)$/u;
const profileTabs: ReadonlySet<string> = new Set(['with_replies', 'media', 'featured', 'tagged', 'about', 'posts', 'collections']);
const pages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['conversations', 'direct-messages'],
  ['direct', 'direct-messages'],
  ['auth', 'login'],
  ['oauth', 'login'],
]);
const privateParts: ReadonlySet<string> = new Set([
  'home',
  'notifications',
  'settings',
  'bookmarks',
  'favourites',
  'lists',
  'publish',
  'follow_requests',
  'blocks',
  'mutes',
  'domain_blocks',
  'followed_tags',
  'pinned',
  'admin',
  'filters',
  'start',
]);

export function readAddress(url: URL): MastodonAddress {
  // the advanced layout and servers before version 4 put a word before the same path
  const parts = url.pathname.split('/').filter(Boolean);
  if (parts[0] === 'deck' || parts[0] === 'web') parts.shift();
  const [first = '', second = '', third = ''] = parts;
  const known = privateParts.has(first) ? 'private' : pages.get(first);
  if (known) return { kind: known };
  const handle = first.match(handlePattern)?.[1];
  if (!handle) return { kind: 'other' };
  return accountAddress(localHandle(handle, url), second, third);
}

function accountAddress(handle: string, second: string, third: string): MastodonAddress {
  // /reblogs, /favourites and /quotes list who did it: never taken over (R6)
  if (/^\d{1,20}$/u.test(second)) return third && third !== 'embed' ? { kind: 'private' } : { kind: 'post', handle, id: second };
  return { kind: !second || profileTabs.has(second) ? 'profile' : 'private', handle };
}

/** On its own server an account is written without the server. */
export function localHandle(handle: string, base: URL): string {
  const [user = '', server] = handle.split('@');
  return server?.toLowerCase() === base.hostname.toLowerCase() ? user : handle;
}

/** What the address of a link says by itself. */
interface Target {
  readonly hostname: string;
  readonly profile?: string;
  readonly post?: { readonly handle: string; readonly id: string };
}

/** Each link is asked for its account and its post several times while its status is read. */
const targets = new WeakMap<URL, Target>();

function targetOf(url: URL): Target {
  const known = targets.get(url);
  if (known) return known;
  const { kind, handle, id } = readAddress(url);
  const target: Target = {
    hostname: url.hostname,
    ...(kind === 'profile' && handle !== undefined && /\/@[^/]+\/?$/u.test(url.pathname) && { profile: handle }),
    ...(kind === 'post' && handle && id && { post: { handle, id } }),
  };
  targets.set(url, target);
  return target;
}

/** The account a link of this server goes to. */
export function profileHandle(url: URL, base: URL): string | undefined {
  const { hostname, profile } = targetOf(url);
  return hostname === base.hostname ? profile : undefined;
}

export function postLink(url: URL, base: URL): { readonly handle: string; readonly id: string } | undefined {
  const { hostname, post } = targetOf(url);
  return hostname === base.hostname ? post : undefined;
}

/** Every address an account is known under, here and on its own server. */
export function profileUrls(handle: string, base: URL): string[] {
  const [user = '', server] = handle.split('@');
  const here = `${base.origin}/@${handle}`;
  const home = server && `https://${server}/@${user}`;
  return home && URL.canParse(home) ? [here, home] : [here];
}

/** The id holds the time of arrival on this server: for posts of other servers later than the post itself. */
export function timeOfId(id: string): string | undefined {
  if (!/^\d{16,20}$/u.test(id)) return undefined;
  const time = new Date(Number(BigInt(id) >> 16n));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
