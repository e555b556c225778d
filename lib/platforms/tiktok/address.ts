/** What an address of TikTok is, by its path alone. */
import type { PageKind } from '../../model/platform.ts';

export const tiktokHosts: ReadonlySet<string> = new Set(['www.tiktok.com', 'tiktok.com', 'm.tiktok.com']);

export interface TikTokAddress {
  readonly kind: PageKind;
  readonly handle?: string;
  readonly id?: string;
}

const handlePattern = /^@[\w.-]{1,60}$/u;
/** First path parts of which nothing is captured (R2). */
const pages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ...['messages', 'inbox'].map((part): [string, PageKind] => [part, 'direct-messages']),
  ...['login', 'signup', 'logout'].map((part): [string, PageKind] => [part, 'login']),
  ...['setting', 'settings', 'account', 'upload', 'creator-center', 'tiktokstudio', 'business-suite', 'coin', 'wallet'].map(
    asPrivate,
  ),
  ...['foryou', 'following', 'friends', 'activity', 'notifications', 'feedback', 'history', 'shop'].map(asPrivate),
]);
/** What hangs under an account besides its posts: stories, lists, live streams and who follows whom. */
const underAccount: ReadonlySet<string> = new Set(['video', 'photo']);

function asPrivate(part: string): [string, PageKind] {
  return [part, 'private'];
}

export function readAddress(url: URL): TikTokAddress {
  const [first = '', second = '', third = ''] = url.pathname.split('/').filter(Boolean);
  const known = pages.get(first.toLowerCase());
  if (known) return { kind: known };
  if (first === 'v' || (first === 'share' && second === 'video')) return bare(first === 'v' ? second : third);
  if (!handlePattern.test(first)) return { kind: 'other' };
  const handle = first.slice(1);
  if (!second) return { kind: 'profile', handle };
  if (underAccount.has(second) && isId(third)) return { kind: 'post', handle, id: third };
  return { kind: 'private', handle };
}

/** `/v/<id>.html` and `/share/video/<id>`: posts whose author the path does not tell. */
function bare(part: string): TikTokAddress {
  const id = part.replace(/\.html$/u, '');
  return isId(id) ? { kind: 'post', id } : { kind: 'other' };
}

const isId = (text: string): boolean => /^\d{5,20}$/u.test(text);

/** The account a link leads to, when it leads to an account and nothing else. */
export function profileHandle(url: URL): string | undefined {
  const { kind, handle } = readAddress(url);
  return tiktokHosts.has(url.hostname) && kind === 'profile' ? handle : undefined;
}

/** Whose page a link leads to, whatever it is a page of. */
export function linkedHandle(url: URL): string | undefined {
  return tiktokHosts.has(url.hostname) ? readAddress(url).handle : undefined;
}

/** The post a link leads to. */
export function postLink(url: URL): { readonly handle: string; readonly id: string } | undefined {
  const { kind, handle, id } = readAddress(url);
  return tiktokHosts.has(url.hostname) && kind === 'post' && handle && id ? { handle, id } : undefined;
}

export function profileUrl(handle: string): string {
  return `https://www.tiktok.com/@${handle}`;
}

/** Ids of posts hold their second since 2016; older ones are plain counters. */
export function timeOfId(id: string): string | undefined {
  if (!isId(id)) return undefined;
  const seconds = Number(BigInt(id) >> 32n);
  return seconds > 1_400_000_000 ? new Date(seconds * 1_000).toISOString() : undefined;
}
