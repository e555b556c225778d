import type { PageKind } from '../../model/platform.ts';
import { handlePattern, isShortcode } from '../shortcode.ts';

export const instagramHosts: ReadonlySet<string> = new Set(['www.instagram.com', 'instagram.com', 'm.instagram.com']);

export interface InstagramAddress {
  readonly kind: PageKind;
  /** Of the account in the path; most addresses of posts are without one. */
  readonly handle?: string;
  /** The post's code. */
  readonly code?: string;
}

export interface CommentAddress {
  readonly code: string;
  readonly id: string;
  /** The comment it stands under; Instagram has two levels. */
  readonly parent?: string;
}

const postWords: ReadonlySet<string> = new Set(['p', 'reel', 'reels', 'tv']);
/** First path parts of which nothing is captured (R2). */
const pages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['direct', 'direct-messages'],
  ...['challenge', 'auth_platform', 'oauth', 'consent', 'login', 'session'].map((part): [string, PageKind] => [part, 'login']),
  ...[
    'stories',
    'accounts',
    'settings',
    'notifications',
    'your_activity',
    'archive',
    'create',
    'emails',
    'ads',
    'meta_verified',
  ].map(asPrivate),
  ...['professional_dashboard', 'qr', 'nametag', 'invites', 'privacy', 'fxcal', 'fundraiser', 'live'].map(asPrivate),
]);
function asPrivate(part: string): [string, PageKind] {
  return [part, 'private'];
}
const loginPages: ReadonlySet<string> = new Set(['login', 'signup', 'emailsignup', 'password', 'suspended', 'onetap']);
/** First path parts that are pages of Instagram itself and not accounts. */
const reserved: ReadonlySet<string> = new Set([
  ...postWords,
  ...pages.keys(),
  'explore',
  'about',
  'legal',
  'developer',
  'api',
  'web',
  'directory',
  'press',
  'static',
  'graphql',
  'data',
  'popular',
  'topics',
  'download',
  'blog',
  'jobs',
  'ajax',
  'locations',
  'hashtag',
  'threads',
  'embed.js',
  'terms',
  'help',
  'community',
  'ar',
  'push',
]);
const profileTabs: ReadonlySet<string> = new Set(['reels', 'feed', 'channel', 'guides', 'live', 'tv']);
/** Who follows, and what the employee saved, is nobody's publication. */
const privateTabs: ReadonlySet<string> = new Set(['followers', 'following', 'saved', 'similar_accounts', 'mutualOnly']);

/** What an address of Instagram is, by its path alone. */
export function readAddress(url: URL): InstagramAddress {
  const parts = url.pathname.split('/').filter(Boolean);
  const [first = '', second = '', third = ''] = parts;
  if (!first) return { kind: 'private' }; // what the employee follows
  if (first === 'accounts') return { kind: loginPages.has(second) ? 'login' : 'private' };
  if (postWords.has(first)) return postAddress(parts.slice(1));
  const known = pages.get(first);
  if (known) return { kind: known };
  if (!isHandle(first)) return { kind: 'other' };
  if (postWords.has(second) && third) return { ...postAddress(parts.slice(2)), handle: first };
  if (!second || profileTabs.has(second)) return { kind: 'profile', handle: first };
  return { kind: privateTabs.has(second) ? 'private' : 'other' };
}

/** Who liked is never taken over (R6). */
function postAddress([code = '', rest = '']: readonly string[]): InstagramAddress {
  if (!isShortcode(code)) return { kind: 'other' };
  return rest === 'liked_by' ? { kind: 'private' } : { kind: 'post', code };
}

function isHandle(part: string): boolean {
  return handlePattern.test(part) && !reserved.has(part.toLowerCase());
}

/** The account a link goes to, when it is a link to an account and nothing else. */
export function profileHandle(url: URL): string | undefined {
  if (!instagramHosts.has(url.hostname)) return undefined;
  const [first = '', second] = url.pathname.split('/').filter(Boolean);
  const isWhole = second === undefined || profileTabs.has(second);
  return isWhole && isHandle(first) ? first : undefined;
}

/** The post a link goes to, as the post's own address and not one of its comments or lists. */
export function postLink(url: URL): { code: string; handle?: string } | undefined {
  if (!instagramHosts.has(url.hostname)) return undefined;
  const { kind, code, handle } = readAddress(url);
  if (kind !== 'post' || code === undefined || commentLink(url)) return undefined;
  return { code, ...(handle && { handle }) };
}

/** `/p/<code>/c/<id>/`, and of an answer `/p/<code>/c/<comment>/r/<id>/`. */
export function commentLink(url: URL): CommentAddress | undefined {
  if (!instagramHosts.has(url.hostname)) return undefined;
  const parts = url.pathname.split('/').filter(Boolean);
  const at = parts.findIndex((part) => postWords.has(part));
  const [code = '', c, id = '', r, reply = ''] = parts.slice(at + 1);
  if (at < 0 || at > 1 || c !== 'c' || !isShortcode(code) || !/^\d{5,25}$/u.test(id)) return undefined;
  return r === 'r' && /^\d{5,25}$/u.test(reply) ? { code, id: reply, parent: id } : { code, id };
}

/** Every address an account is known under. */
export function profileUrls(handle: string, base: URL): string[] {
  const addresses = [
    `https://www.instagram.com/${handle}/`,
    `https://www.instagram.com/${handle}`,
    `https://instagram.com/${handle}`,
  ];
  return instagramHosts.has(base.hostname) ? addresses : [...addresses, `${base.origin}/${handle}/`];
}

export function isTagPage(url: URL): boolean {
  return instagramHosts.has(url.hostname) && /^\/explore\/tags\/[^/]/u.test(url.pathname);
}
