import type { PageKind } from '../../model/platform.ts';

/** Read by the reader of this folder. `youtu.be` only leads here; YouTube Music and Kids have no reactions. */
export const youtubeHosts: ReadonlySet<string> = new Set([
  'www.youtube.com',
  'youtube.com',
  'm.youtube.com',
  'www.youtube-nocookie.com',
  'studio.youtube.com',
]);

export interface YouTubeAddress {
  readonly kind: PageKind;
  /** Of the video or community post. */
  readonly id?: string;
  readonly form?: 'video' | 'short' | 'community';
  /** Of the account whose page it is. */
  readonly channel?: Channel;
}

/** A channel as an address gives it: by handle (or its older forms), or by id. */
export interface Channel {
  readonly handle?: string;
  readonly id?: string;
}

const videoId = /^[\w-]{6,20}$/u;
const postId = /^[\w-]{10,60}$/u;
/** Of these nothing is captured (R2): what is the employee's own, and tools. */
const privatePages: ReadonlySet<string> = new Set(
  'account account_notifications account_privacy account_playback account_sharing account_advanced account_billing reporthistory paid_memberships purchases upload create_channel dashboard my_videos comment_history history library subscriptions notifications results playlist live_chat live_chat_replay live_dashboard channel_switcher switch_account feed pagead premium redirect select_site getting_started'.split(
    ' ',
  ),
);
const loginPages: ReadonlySet<string> = new Set(['signin', 'signin_passive', 'logout', 'login', 'oops']);

/** Forms of posts by the first part of their paths. */
const forms: ReadonlyMap<string, NonNullable<YouTubeAddress['form']>> = new Map([
  ['watch', 'video'],
  ['live', 'video'],
  ['embed', 'video'],
  ['v', 'video'],
  ['shorts', 'short'],
  ['post', 'community'],
]);

/** What an address is, by its path and the number of the video in it. */
export function readAddress(url: URL): YouTubeAddress {
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean);
  if (url.hostname === 'studio.youtube.com' || privatePages.has(first)) return { kind: 'private' };
  const form = forms.get(first);
  if (form) return post(first === 'watch' ? url.searchParams.get('v') : second, form, form === 'community' ? postId : videoId);
  return loginPages.has(first) ? { kind: 'login' } : channelAddress(url);
}

/** A channel's page; one community post of it has been an address of its own and a parameter. */
function channelAddress(url: URL): YouTubeAddress {
  const channel = channelOf(url);
  if (!channel) return { kind: 'other' };
  const tab = url.pathname.split('/').findLast(Boolean);
  const single = tab === 'community' ? url.searchParams.get('lb') : null;
  return single && postId.test(single) ? { kind: 'post', id: single, form: 'community', channel } : { kind: 'profile', channel };
}

function post(id: string | null, form: NonNullable<YouTubeAddress['form']>, pattern: RegExp): YouTubeAddress {
  return id && pattern.test(id) ? { kind: 'post', id, form } : { kind: 'other' };
}

/** The channel an address leads to, whichever tab of it. */
export function channelOf(url: URL): Channel | undefined {
  if (!youtubeHosts.has(url.hostname)) return undefined;
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean).map(readable);
  if (/^@[^\s/@]{2,100}$/u.test(first)) return { handle: first.slice(1) };
  if (first === 'channel' && /^UC[\w-]{10,40}$/u.test(second)) return { id: second };
  return (first === 'c' || first === 'user') && /^[^\s/@]{1,100}$/u.test(second) ? { handle: second } : undefined;
}

/**
 * A reaction's own address: `lc` is its id. Of an answer it is the id of the reaction it stands under, a point, and its own;
 * only the last is its id here, because the first is somebody else's and an answer of the organisation keeps its id.
 */
export function commentOf(url: URL): { readonly id: string; readonly root?: string; readonly post?: string } | undefined {
  const parts = (url.searchParams.get('lc') ?? '').split('.');
  const id = parts.at(-1) ?? '';
  if (!youtubeHosts.has(url.hostname) || !parts.every((part) => /^[\w-]{4,100}$/u.test(part))) return undefined;
  const [root] = parts.slice(0, -1);
  const on = readAddress(url).id;
  return { id, ...(root && { root }), ...(on && { post: on }) };
}

/** Every address a channel is known under. */
export function channelUrls({ handle, id }: Channel): string[] {
  return [
    ...(handle && !handle.startsWith('UC') ? [`https://www.youtube.com/@${encodeURIComponent(handle)}`] : []),
    ...(id ? [`https://www.youtube.com/channel/${id}`] : []),
  ];
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part; // a lone %: the raw form is the name
    throw error;
  }
}
