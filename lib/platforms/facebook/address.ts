import type { PageKind } from '../../model/platform.ts';

/** Language hosts (`nl-nl.`) show the same pages. */
const hostPattern = /^(?:(?:www|web|m|mbasic|touch|business|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/u;

export function isFacebookHost(host: string): boolean {
  return hostPattern.test(host);
}

export interface FacebookAddress {
  readonly kind: PageKind;
  /** Of the account in the address: its name, else its number. */
  readonly handle?: string;
  /** Of the post: a number, or `pfbid…`, which differs from visit to visit. */
  readonly id?: string;
}

const handlePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,119}$/u;
const idPattern = /^(?:\d{5,30}|pfbid\w{10,200})$/u;
const isId = (text: string | undefined): text is string => text !== undefined && idPattern.test(text);
/** Query parameter of an address that holds an account's or a post's number. */
const number = (url: URL, name: string): string | undefined => {
  const value = url.searchParams.get(name) ?? undefined;
  return isId(value) ? value : undefined;
};

/** First path parts that are pages of Facebook itself; of most nothing is captured (R2). */
const reserved: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ...(['messages', 't', 'messenger_media', 'messenger'] as const).map((part) => [part, 'direct-messages'] as const),
  ...(
    ['login', 'login.php', 'checkpoint', 'recover', 'reg', 'r.php', 'two_step_verification', 'auth_platform', 'consent'] as const
  ).map((part) => [part, 'login'] as const),
  ...(
    'home.php stories settings notifications marketplace friends bookmarks saved memories onthisday ads adsmanager me feed feeds latest ' +
    'business_suite professional_dashboard privacy_checkup accountscenter groups watch reel reels events search gaming fundraisers ' +
    'birthdays allactivity creatorstudio dating jobs offers bookmarks.php find-friends pokes ufi browse share.php sharer sharer.php dialog'
  )
    .split(' ')
    .map((part) => [part, 'private'] as const),
  ...(
    'help policies policy legal privacy terms about hashtag photo photo.php photos permalink permalink.php story.php videos video.php share ' +
    'public directory l.php flx pages people pg p profile.php user plugins games places lite careers business'
  )
    .split(' ')
    .map((part) => [part, 'other'] as const),
]);

/** Tabs of a profile that show the account itself; others list people (R6). */
const profileTabs: ReadonlySet<string> = new Set([
  'posts',
  'about',
  'photos',
  'photos_all',
  'videos',
  'reels',
  'reels_tab',
  'timeline',
  'info',
]);

/** What an address of Facebook is, by itself. */
export function readAddress(url: URL): FacebookAddress {
  const parts = pathOf(url);
  const [first = ''] = parts;
  if (!first) return { kind: 'private' };
  const post = postAddress(url);
  if (post) return { kind: 'post', ...post };
  const account = accountPath(url, parts);
  if (account) return profileAddress(url, account.handle, account.rest);
  return { kind: reserved.get(first) ?? (handlePattern.test(first) ? 'private' : 'other') };
}

function profileAddress(url: URL, handle: string, rest: readonly string[]): FacebookAddress {
  const tab = rest[0] ?? url.searchParams.get('sk') ?? '';
  return { kind: tab === '' || profileTabs.has(tab) ? 'profile' : 'private', handle };
}

function pathOf(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean).map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part; // a stray % is no encoding
    throw error;
  }
}

/** The post an address leads to, in all the forms Facebook has for it. */
export function postAddress(url: URL): { id: string; handle?: string } | undefined {
  const [first = '', second = '', ...rest] = pathOf(url);
  if (handlePattern.test(first) && !reserved.has(first)) return accountPost(first, second, rest);
  if (first === 'groups') return groupPost(rest);
  if (/^(?:reel|permalink|videos)$/u.test(first)) return isId(second) ? { id: second } : undefined;
  return askedPost(first, url);
}

/** Pages that are told in the query which post it is. */
function askedPost(first: string, url: URL): { id: string; handle?: string } | undefined {
  const owner = number(url, 'id');
  const story = number(url, 'story_fbid') ?? number(url, 'fbid');
  if (/^(?:permalink|story)\.php$/u.test(first)) return story ? { id: story, ...(owner && { handle: owner }) } : undefined;
  const id = /^photo(?:\.php)?$/u.test(first) ? story : /^(?:watch|video\.php)$/u.test(first) ? number(url, 'v') : undefined;
  return id ? { id } : undefined;
}

/** `/groups/<group>/posts/<id>/`, `/groups/<group>/permalink/<id>/` */
function groupPost([kind, id]: readonly string[]): { id: string } | undefined {
  return /^(?:posts|permalink)$/u.test(kind ?? '') && isId(id) ? { id } : undefined;
}

/** `/<account>/posts/<id>`, with words of the text before the id since 2023; photos may name their album first. */
function accountPost(handle: string, kind: string, rest: readonly string[]): { id: string; handle: string } | undefined {
  if (!/^(?:posts|videos|photos|reels?|permalink|activity)$/u.test(kind)) return undefined;
  const id = rest.slice(0, 2).findLast(isId);
  return id ? { id, handle } : undefined;
}

interface AccountPath {
  readonly handle: string;
  readonly rest: readonly string[];
}

function accountPath(url: URL, parts: readonly string[]): AccountPath | undefined {
  const [first = '', second = '', third, ...rest] = parts;
  const isNumbered = first === 'people' || first === 'pages';
  if (isNumbered) return isId(third) ? { handle: third, rest } : undefined;
  const after = third === undefined ? [] : [third, ...rest];
  if (first === 'profile.php') return withHandle(number(url, 'id'), []);
  if (first === 'p') return withHandle(second.match(/-(\d{5,30})$/u)?.[1], after);
  if (first === 'pg') return withHandle(handlePattern.test(second) ? second : undefined, after);
  const isName = !reserved.has(first) && handlePattern.test(first) && !first.endsWith('.php');
  return withHandle(isName ? first : undefined, parts.slice(1));
}

const withHandle = (handle: string | undefined, rest: readonly string[]): AccountPath | undefined =>
  handle ? { handle, rest } : undefined;

/** The account a link leads to, when it is a link to an account and nothing else; in a group it has the member's number. */
export function profileHandle(url: URL): string | undefined {
  if (!isFacebookHost(url.hostname)) return undefined;
  const parts = pathOf(url);
  const [first, , third, fourth] = parts;
  if (first === 'groups') return third === 'user' && isId(fourth) ? fourth : undefined;
  // an account with a story: its picture leads there
  if (first === 'stories' || first === 'user') return isId(parts[1]) ? parts[1] : undefined;
  const account = accountPath(url, parts);
  return account && account.rest.length === 0 ? account.handle : undefined;
}

/** Every address an account is known under. */
export function profileUrls(handle: string): string[] {
  return /^\d+$/u.test(handle)
    ? [`https://www.facebook.com/profile.php?id=${handle}`, `https://www.facebook.com/${handle}`]
    : [`https://www.facebook.com/${handle}`];
}

const kept: readonly string[] = ['story_fbid', 'fbid', 'id', 'v', 'set', 'comment_id', 'reply_comment_id'];

/** An address of Facebook without what follows the visitor (R19). */
export function plainAddress(url: URL): string {
  const plain = new URL(url.pathname, url.origin);
  for (const name of kept) {
    const value = url.searchParams.get(name);
    if (value !== null) plain.searchParams.set(name, value);
  }
  return plain.href;
}

/** Where a link really leads: Facebook sends everything outside through `l.php` and marks it with the visitor. */
export function outward(url: URL): URL | undefined {
  const isWrapped = /^(?:l|lm)\.facebook\.com$/u.test(url.hostname) || (isFacebookHost(url.hostname) && url.pathname === '/l.php');
  const raw = isWrapped ? url.searchParams.get('u') : url.href;
  if (!raw || !/^https?:/iu.test(raw) || !URL.canParse(raw)) return undefined;
  const real = new URL(raw);
  if (isFacebookHost(real.hostname)) return undefined;
  real.searchParams.delete('fbclid');
  return real;
}
