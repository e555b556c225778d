/**
 * What is known of networks that have no reader of their own yet (R1): data only, so that another one is one entry. Anything
 * absent falls back on what well-made pages have in common: `article`, `time`, links to accounts, schema.org.
 */
import type { CountName } from '../../model/draft.ts';
import type { PageKind, PlatformId } from '../../model/platform.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import type { OwnPage } from './ownPage.ts';
import { snapchat, snapchatKinds, snapchatProfilePath } from './snapchat.ts';

export interface Site {
  readonly platform: PlatformId;
  readonly mediaHosts: readonly string[];
  readonly item: string;
  /** Path of an account; first group that matched is the handle. */
  readonly profilePath: RegExp;
  readonly avatar: string;
  readonly counts: readonly (readonly [CountName, string])[];
  readonly kinds: readonly (readonly [RegExp, PageKind])[];
  /** The post or profile as the page's own data tells it. */
  readonly ownPage?: OwnPage;
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
  profilePath: /^\/(?:@([\w.@-]+)|(?:in|users?|u|profile|profiel|people|company|school|channel|author|pages)\/([^/]+))\/?$/u,
  avatar: 'img[class*="avatar" i], [class*="avatar" i] img, [data-testid*="avatar" i] img',
  counts: [],
  kinds: commonKinds,
};

const entry = (platform: PlatformId, profilePath = anySite.profilePath): Site => ({
  ...anySite,
  platform,
  mediaHosts: mediaHostsOf(platform),
  profilePath,
});

/** The account's name alone, where the network's own pages are not. */
const barePath =
  /^\/(?!(?:explore|accounts?|about|legal|direct|reels?|stories|p|watch|groups?|events?|marketplace|gaming|help|policies|privacy|terms|login|signup|pages|business|home|search|settings|notifications|messages|photo|hashtag|share)(?:\/|$|\.php))([\w.]{2,80})\/?$/u;
const atPath = /^\/@([\w.-]{2,80})\/?$/u;
const linkedinPath = /^\/(?:in|pub|company|school|showcase)\/([^/]+)(?:\/|$)/u;
const youtubePath = /^\/(?:@([\w.-]{2,80})|(?:channel|c|user)\/([^/]+))\/?$/u;

const snapchatSite: Site = {
  ...entry('snapchat', snapchatProfilePath),
  kinds: [...snapchatKinds, ...commonKinds],
  ownPage: snapchat,
};

/** Whole host names, without `www.` and the like; their subdomains count too. */
const sites: ReadonlyMap<string, Site> = new Map([
  ['bsky.app', entry('bluesky', /^\/profile\/([^/]+)\/?$/u)],
  ['x.com', entry('x')],
  ['twitter.com', entry('x')],
  ['linkedin.com', entry('linkedin', linkedinPath)],
  ['instagram.com', entry('instagram', barePath)],
  ['facebook.com', entry('facebook', barePath)],
  ['youtube.com', entry('youtube', youtubePath)],
  ['tiktok.com', entry('tiktok', atPath)],
  ['snapchat.com', snapchatSite],
  ['threads.com', entry('threads', atPath)],
  ['threads.net', entry('threads', atPath)],
]);

/** Messaging apps in a browser: out of scope as a whole (R2). */
export const messengers: ReadonlySet<string> = new Set([
  'web.whatsapp.com',
  'web.snapchat.com',
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
