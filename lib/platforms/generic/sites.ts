/**
 * What is known of networks that have no reader of their own yet (R1): data only, so that another one is one entry. Anything
 * absent falls back on what well-made pages have in common: `article`, `time`, links to accounts, schema.org.
 */
import type { CountName } from '../../model/draft.ts';
import type { PageKind, PlatformId } from '../../model/platform.ts';
import { timeOfTid } from './tid.ts';

export interface Site {
  readonly platform: PlatformId;
  readonly mediaHosts: readonly string[];
  /** Where the posts stand; absent: the whole page. */
  readonly scope?: string;
  readonly item: string;
  /** An item is only believed with a time in it: `item` alone says too little. */
  readonly needsTime: boolean;
  /** Handle in the item's own test id. */
  readonly itemHandle?: RegExp;
  /** Path of an account; first group that matched is the handle. */
  readonly profilePath: RegExp;
  /** Path of a post: handle and id. */
  readonly postPath?: RegExp;
  /** As `postPath`, with more behind it: lists of who liked and the like. */
  readonly deeperPath?: RegExp;
  readonly text?: string;
  readonly isPreformatted?: boolean;
  readonly avatar: string;
  readonly counts: readonly (readonly [CountName, string])[];
  /** Small picture address → the large one. */
  readonly enlarge?: readonly [RegExp, string];
  readonly timeOfId?: (id: string) => string | undefined;
  readonly kinds: readonly (readonly [RegExp, PageKind])[];
  readonly loggedOut?: string;
  /** Links to the account that is signed in. */
  readonly employee?: string;
}

/** Pages that are refused whatever the network (R2), by what their paths mostly say. */
const commonKinds: Site['kinds'] = [
  [/^\/(?:messages?|messaging|inbox|direct|chats?|dm|t|conversations)(?:\/|$)/u, 'direct-messages'],
  [/^\/(?:login|log-in|signin|sign-in|signup|checkpoint|authwall|accounts\/login|uas|auth|i\/flow)(?:\/|$)/u, 'login'],
  [/^\/(?:settings|notifications?|account|saved|bookmarks|moderation|compose|search|home)(?:\/|$)/u, 'private'],
  [/^\/(?:[^/]+\/)?(?:posts?|status|p|reel|reels|videos?|photo|shorts|live|pulse|permalink|feed\/update)\/[^/]/u, 'post'],
  [/^\/(?:watch|permalink\.php|story\.php|photo)\/?$/u, 'post'],
];

export const anySite: Site = {
  platform: 'other',
  mediaHosts: [],
  item: [
    'article',
    '[role="article"]',
    '[itemtype*="schema.org/SocialMediaPosting"]',
    '[itemtype*="schema.org/DiscussionForumPosting"]',
    '[itemtype*="schema.org/BlogPosting"]',
    '[itemtype*="schema.org/Comment"]',
    '[data-testid*="post"]',
    '[data-testid*="comment"]',
    '.h-entry',
  ].join(', '),
  needsTime: true,
  profilePath: /^\/(?:@([\w.@-]+)|(?:in|users?|u|profile|profiel|people|company|school|channel|author|pages)\/([^/]+))\/?$/u,
  avatar: 'img[class*="avatar" i], [class*="avatar" i] img, [data-testid*="avatar" i] img',
  counts: [],
  kinds: commonKinds,
};

/** Hidden in the DOM as attributes: the handle in `data-testid`, the account's DID in its avatar's address. */
const bluesky: Site = {
  ...anySite,
  platform: 'bluesky',
  mediaHosts: ['cdn.bsky.app', 'video.bsky.app', 'video.cdn.bsky.app'],
  item: '[data-testid^="postThreadItem-by-"], [data-testid^="feedItem-by-"]',
  needsTime: false,
  itemHandle: /^(?:postThreadItem|feedItem)-by-(.+)$/u,
  profilePath: /^\/profile\/([^/]+)\/?$/u,
  postPath: /^\/profile\/([^/]+)\/post\/([a-z0-9]{5,20})\/?$/u,
  deeperPath: /^\/profile\/([^/]+)\/post\/([a-z0-9]{5,20})\//u,
  text: '[data-word-wrap="1"]',
  isPreformatted: true,
  avatar: '[data-testid="userAvatarImage"]',
  counts: [
    ['replies', '[data-testid="replyBtn"]'],
    ['reposts', '[data-testid="repostCount-expanded"], [data-testid="repostCount"]'],
    ['quotes', '[data-testid="quoteCount-expanded"]'],
    ['likes', '[data-testid="likeCount-expanded"], [data-testid="likeCount"]'],
    ['bookmarks', '[data-testid="bookmarkCount-expanded"]'],
  ],
  enlarge: [/\/img\/feed_thumbnail\//u, '/img/feed_fullsize/'],
  timeOfId: timeOfTid,
  kinds: [
    [/^\/profile\/[^/]+\/post\/[^/]+\/?$/u, 'post'],
    [/^\/profile\/[^/]+\/post\/[^/]+\/./u, 'private'],
    [/^\/profile\/[^/]+\/?$/u, 'profile'],
    ...commonKinds,
  ],
  employee: 'nav a[href^="/profile/"]',
};

const entry = (platform: PlatformId, mediaHosts: readonly string[] = [], profilePath = anySite.profilePath): Site => ({
  ...anySite,
  platform,
  mediaHosts,
  profilePath,
});

/** The account's name alone, where the network's own pages are not. */
const barePath =
  /^\/(?!(?:explore|accounts?|about|legal|direct|reels?|stories|p|watch|groups?|events?|marketplace|gaming|help|policies|privacy|terms|login|signup|pages|business|home|search|settings|notifications|messages|photo|hashtag|share)(?:\/|$|\.php))([\w.]{2,80})\/?$/u;
const atPath = /^\/@([\w.-]{2,80})\/?$/u;
const linkedinPath = /^\/(?:in|pub|company|school|showcase)\/([^/]+)(?:\/|$)/u;
const youtubePath = /^\/(?:@([\w.-]{2,80})|(?:channel|c|user)\/([^/]+))\/?$/u;

/** Whole host names, without `www.` and the like; their subdomains count too. */
const sites: ReadonlyMap<string, Site> = new Map([
  ['bsky.app', bluesky],
  ['x.com', entry('x', ['pbs.twimg.com', 'video.twimg.com'])],
  ['twitter.com', entry('x', ['pbs.twimg.com', 'video.twimg.com'])],
  ['linkedin.com', entry('linkedin', ['media.licdn.com', 'dms.licdn.com'], linkedinPath)],
  ['instagram.com', entry('instagram', ['*.cdninstagram.com', '*.fbcdn.net'], barePath)],
  ['facebook.com', entry('facebook', ['*.fbcdn.net'], barePath)],
  ['youtube.com', entry('youtube', ['i.ytimg.com', 'yt3.ggpht.com'], youtubePath)],
  ['tiktok.com', entry('tiktok', ['*.tiktokcdn.com', '*.tiktokcdn-eu.com'], atPath)],
  ['snapchat.com', entry('snapchat')],
  ['threads.com', entry('threads', ['*.cdninstagram.com', '*.fbcdn.net'], atPath)],
  ['threads.net', entry('threads', ['*.cdninstagram.com', '*.fbcdn.net'], atPath)],
]);

/** Messaging apps in a browser: out of scope as a whole (R2). */
export const messengers: ReadonlySet<string> = new Set([
  'web.whatsapp.com',
  'messenger.com',
  'www.messenger.com',
  'web.telegram.org',
  'teams.microsoft.com',
  'teams.live.com',
  'app.slack.com',
  'chat.google.com',
  'mail.google.com',
  'outlook.office.com',
  'outlook.live.com',
  'web.threema.ch',
  'app.element.io',
]);

/** The entry of a host: exact, or as a subdomain of a listed one; never a look-alike (T19). */
export function siteOf(url: URL): Site {
  const labels = url.hostname.toLowerCase().split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const known = sites.get(labels.slice(from).join('.'));
    if (known) return known;
  }
  return anySite;
}

/** The same network, also on its host for another language or kind of screen. */
export function isSameNetwork(url: URL, base: URL): boolean {
  if (url.hostname === base.hostname) return true;
  const site = siteOf(base);
  return site !== anySite && siteOf(url) === site;
}

export function genericMediaHosts(platform: PlatformId): readonly string[] {
  return [...sites.values()].find((site) => site.platform === platform)?.mediaHosts ?? [];
}
