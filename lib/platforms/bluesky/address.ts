/** What an address of Bluesky is, by its path alone. An account stands in it as its handle or as its DID. */
import type { PageKind } from '../../model/platform.ts';

export const blueskyHosts: ReadonlySet<string> = new Set(['bsky.app', 'www.bsky.app']);

export interface BlueskyAddress {
  readonly kind: PageKind;
  /** Handle or DID. */
  readonly actor?: string;
  readonly id?: string;
}

/** First path parts of which nothing is captured (R2). */
const pages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['messages', 'direct-messages'],
  ...['settings', 'notifications', 'moderation', 'saved', 'bookmarks', 'lists', 'feeds', 'search', 'intent', 'support'].map(
    (part): [string, PageKind] => [part, 'private'],
  ),
]);

export function readAddress(url: URL): BlueskyAddress {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = url.pathname.split('/').filter(Boolean).map(readable);
  const known = pages.get(first);
  if (known) return { kind: known };
  if (first !== 'profile' || !isActor(second)) return { kind: 'other' };
  if (!third) return { kind: 'profile', actor: second };
  // lists of who liked or reposted are never taken over (R6)
  if (third === 'post' && isKey(fourth) && !fifth) return { kind: 'post', actor: second, id: fourth };
  return { kind: 'private', actor: second };
}

const isActor = (part: string): boolean => /^(?:did:[a-z]+:[\w.:%-]{4,200}|[\w.-]{2,253})$/iu.test(part);
const isKey = (part: string): boolean => /^[\w.~-]{3,60}$/u.test(part);

export const isDid = (actor: string): boolean => actor.startsWith('did:');

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part; // a lone %: the raw form it is
    throw error;
  }
}

/** The account a link leads to, when it leads to an account and nothing else. */
export function profileActor(url: URL): string | undefined {
  const { kind, actor } = readAddress(url);
  return blueskyHosts.has(url.hostname) && kind === 'profile' ? actor : undefined;
}

/** Whose thing a link leads to: an account, its posts, lists and feeds, and the packs it made to start with. */
export function ownerIn(url: URL): string | undefined {
  if (!blueskyHosts.has(url.hostname)) return undefined;
  const [first, second = ''] = url.pathname.split('/').filter(Boolean).map(readable);
  const isPack = first === 'starter-pack' || first === 'start';
  return isPack && isActor(second) ? second : readAddress(url).actor;
}

/** The post a link leads to; `rest` is what comes after the key ("liked-by", "quotes"…). */
export function postLink(url: URL): { readonly actor: string; readonly id: string; readonly rest: string } | undefined {
  if (!blueskyHosts.has(url.hostname)) return undefined;
  const [first, actor = '', kind, id = '', rest = ''] = url.pathname.split('/').filter(Boolean).map(readable);
  return first === 'profile' && kind === 'post' && isActor(actor) && isKey(id) ? { actor, id, rest } : undefined;
}

export function profileUrl(actor: string): string {
  return `https://bsky.app/profile/${actor}`;
}
