import type { PageKind } from '../../model/platform.ts';
import { resolve } from '../address.ts';
import { postIn } from './urn.ts';

/** Country and mobile hosts (`nl.linkedin.com`, `m.linkedin.com`) show the same pages; nothing else ends in this name (T19). */
const host = /^(?:[a-z]{1,3}\.)?linkedin\.com$/u;

export const isLinkedin = (url: URL): boolean => host.test(url.hostname);

export interface LinkedinAddress {
  readonly kind: PageKind;
  /** Of the account in the path. */
  readonly handle?: string;
  /** Of the post: its activity, ugcPost or share number; of an article its own name. */
  readonly id?: string;
  readonly isArticle?: true;
}

/** Of these nothing is captured (R2); of `feed` only the posts below it, as it is the employee's own. */
const pages: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['messaging', 'direct-messages'],
  ...['login', 'authwall', 'checkpoint', 'uas', 'signup', 'reg', 'start'].map((part): [string, PageKind] => [part, 'login']),
  ...[
    'mypreferences',
    'psettings',
    'settings',
    'notifications',
    'mynetwork',
    'my-items',
    'me',
    'feed',
    'search',
    'analytics',
    'dashboard',
    'sales',
    'talent',
    'premium',
    'campaignmanager',
    'article',
    'preload',
  ].map((part): [string, PageKind] => [part, 'private']),
]);
const accountWords: ReadonlySet<string> = new Set(['in', 'pub', 'company', 'school', 'showcase', 'organization']);
/** Lists of people, what somebody liked or wrote under others' posts, and what only who manages the page sees (R6). */
const innerPages: ReadonlySet<string> = new Set([
  'people',
  'admin',
  'followers',
  'employees',
  'mycompany',
  'insights',
  'analytics',
  'inbox',
  'reactions',
  'comments',
  'overlay',
  'details',
  'detail',
  'edit',
  'notifications',
]);

/** What an address of LinkedIn is, by its path alone. */
export function readAddress(url: URL): LinkedinAddress {
  const parts = partsOf(url);
  const [first = '', second = ''] = parts;
  if (first === 'embed') return postAddress(parts.slice(1));
  const post = postAddress(parts);
  if (post.kind === 'post') return post;
  if (first === 'pulse' && second) return { kind: 'post', id: second.slice(0, 200), isArticle: true };
  const known = pages.get(first);
  if (known) return { kind: known };
  const handle = accountWords.has(first) ? handleFrom(parts) : undefined;
  if (!handle) return { kind: 'other' };
  return { kind: parts.slice(2).some((part) => innerPages.has(part)) ? 'private' : 'profile', handle };
}

/** `/feed/update/urn:li:activity:1/` and `/posts/<account>_<words>-activity-1-<sign>`. */
function postAddress([first = '', second = '', third = '']: readonly string[]): LinkedinAddress {
  if (first === 'feed' && second === 'update') {
    const id = postIn(third);
    return id ? { kind: 'post', id } : { kind: 'other' };
  }
  if (first !== 'posts') return { kind: 'other' };
  const id = second.match(/(?:activity|ugcpost|share)[-:](\d{5,20})/iu)?.[1];
  const handle = slugHandle(second);
  return { kind: id ? 'post' : 'other', ...(id && { id }), ...(handle && { handle }) };
}

function slugHandle(slug: string): string | undefined {
  return /^([^_]{2,100})_/u.exec(slug)?.[1];
}

/** The account a link goes to, also to one of its pages. `kind` tells people from organisations, which may have the same name. */
export function accountLink(url: URL): { readonly handle: string; readonly kind: 'in' | 'company' } | undefined {
  if (!isLinkedin(url)) return undefined;
  const parts = partsOf(url);
  const author = parts[0] === 'today' && parts[1] === 'author' ? parts[2] : undefined;
  const handle = author ?? (accountWords.has(parts[0] ?? '') ? handleFrom(parts) : undefined);
  const kind = author || parts[0] === 'in' || parts[0] === 'pub' ? 'in' : 'company';
  return handle && handle !== 'me' && handle !== 'dir' ? { handle, kind } : undefined;
}

/** The account whose post a link goes to: it stands in the address. */
export function postHandle(url: URL): string | undefined {
  const [first = '', second = ''] = isLinkedin(url) ? partsOf(url) : [];
  return first === 'posts' ? slugHandle(second) : undefined;
}

/** `/company/setup/new` and the like are pages of LinkedIn itself. */
function handleFrom(parts: readonly string[]): string | undefined {
  const handle = parts[1] ?? '';
  return /^[^\s/@]{2,200}$/u.test(handle) && handle !== 'setup' && handle !== 'unavailable' ? handle : undefined;
}

/** Before the same paths: links in LinkedIn's mails, and its small mobile site. */
const prefixes: ReadonlySet<string> = new Set(['comm', 'mwlite', 'm']);

function partsOf(url: URL): string[] {
  const parts = url.pathname.split('/').filter(Boolean).map(decoded);
  return prefixes.has(parts[0] ?? '') ? parts.slice(1) : parts;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part; // a lone % in a path: the raw form is what there is
    throw error;
  }
}

/** Where a link leads outside LinkedIn: behind its warning page and its counter. */
export function outward(url: URL): URL | undefined {
  if (!isLinkedin(url)) return url;
  const isWrapped = /^\/(?:safety\/go|redir\/(?:redirect|general-malware-page))\/?$/u.test(url.pathname);
  const target = isWrapped ? resolve(url.searchParams.get('url') ?? undefined, url) : undefined;
  return target && !isLinkedin(target) ? target : undefined;
}
