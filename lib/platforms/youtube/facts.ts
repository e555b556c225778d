import type { PageFacts, People } from '../adapter.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, closest, isShown, one, pageLanguage } from '../read.ts';
import { labelText } from '../text.ts';
import { readAddress } from './address.ts';
import { channelIn, seeChannel } from './author.ts';
import type { Meeting } from './author.ts';
import { commentsIn, removedIn } from './comments.ts';
import { readCommunityPost } from './community.ts';
import { dataOf } from './data.ts';
import { seeEmployee, seeEverybody } from './everybody.ts';
import { postPlace } from './place.ts';
import { readOwner } from './post.ts';
import { selectors } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const meeting = { page, url, people };
  const account = accountOf(meeting);
  const isLoggedIn = seeEmployee(meeting);
  seeEverybody(meeting);
  const language = pageLanguage(page);
  const displayed = displayedReactions(page);
  const sortOrder = labelText(one(page, selectors.selectedSort));
  return {
    ...(account !== undefined && { account }),
    ...(language && { language }),
    layout: layoutOf(page),
    replies: replyPossibility(page, url),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    ...(sortOrder && { sortOrder }),
    unavailableItems: removedIn(page),
    ...(isRestricted(page) && { gaps: [{ kind: 'hidden-by-network' as const }] }),
    notes: notesOf(page, url),
  };
}

function accountOf(meeting: Meeting): number | undefined {
  const { page, url } = meeting;
  const { kind, id, channel } = readAddress(url);
  if (kind === 'profile' && channel) return seeChannel(meeting, withHandle(channel, page, url));
  const place = id ? postPlace(page, url) : undefined;
  if (!place || !id) return channel && seeChannel(meeting, channel);
  return place.layout === 'community'
    ? readCommunityPost(place.element, meeting).item.author
    : readOwner(place, id, meeting).person;
}

/** The address of a channel can be its id alone; the page then says the handle. */
export function withHandle(channel: { handle?: string; id?: string }, page: Document, url: URL) {
  const linked = channelIn(one(page, 'meta[property="og:url"]'), url)?.channel.handle;
  const shown = /^@([^\s@/]{2,100})$/u.exec(
    all(page, '#channel-handle, yt-content-metadata-view-model span')
      .flatMap((box) => labelText(box) ?? [])
      .find((text) => text.startsWith('@')) ?? '',
  )?.[1];
  const handle = channel.handle ?? linked ?? shown;
  return { ...channel, ...(handle && { handle }) };
}

function layoutOf(page: Document): string {
  if (one(page, 'yt-sub-thread ytd-comment-thread-renderer, #collapsed-threads #more-replies-sub-thread')) return 'youtube-2026';
  if (one(page, 'ytd-comment-view-model')) return 'youtube-2024';
  if (one(page, 'ytd-comment-renderer')) return 'youtube-2017';
  return one(page, `${selectors.watch}, ${selectors.reel}, ${selectors.backstage}`) ? 'youtube' : 'youtube-head';
}

/** Beside a Short the number stands in the panel's title, rounded. */
function displayedReactions(page: Document): number | undefined {
  const places = all(page, selectors.count).filter(isShown);
  const panel = all(page, selectors.panel).filter(isShown);
  const inPanel = panel.flatMap((box) => one(box, selectors.panelCount) ?? []);
  return [...places, ...inPanel].map((place) => countValue(countIn(labelText(place)))).find((count) => count !== undefined);
}

/** R5, with a code for what it was read from. Reactions that are not drawn yet are not "no reactions". */
function replyPossibility(page: Document, url: URL): PageFacts['replies'] {
  const roots = all(page, selectors.comments).filter(isShown);
  const has = (selector: string) => roots.some((root) => all(root, selector).some(isShown));
  const message = messageIn(page);
  if (message !== undefined && isOff(message)) return { possible: 'no', evidence: 'comments-off' };
  if (has(selectors.composer)) return { possible: 'yes', evidence: 'composer' };
  if (commentsIn(page, url, readAddress(url).id).length > 0) return { possible: 'yes', evidence: 'replies-present' };
  if (message !== undefined) return { possible: 'unknown', evidence: 'comments-message' };
  // where reactions are off the server says so at once; else it leaves a place that is filled when it comes in view
  if (has(selectors.continuation)) return { possible: 'yes', evidence: 'comments-section' };
  return { possible: 'unknown', evidence: 'comments-not-loaded' };
}

/** Stands instead of the reactions, or above them: off, paused, or not shown in this mode. */
function messageIn(page: Document): Element | undefined {
  return all(page, selectors.message).find(
    (box) => closest(box, selectors.comments) && !closest(box, selectors.thread) && isShown(box),
  );
}

/** It leads to the help page about reactions that are off or paused; the words (nl, en) where it leads nowhere. */
function isOff(message: Element): boolean {
  const links = all(message, 'a[href]').map((link) => attribute(link, 'href') ?? '');
  const says = labelText(message) ?? '';
  return links.some((href) => href.includes('9706180')) || /turned off|paused|uitgeschakeld|onderbroken|gepauzeerd/iu.test(says);
}

function isRestricted(page: Document): boolean {
  const message = messageIn(page);
  return message !== undefined && !isOff(message);
}

function notesOf(page: Document, url: URL): string[] {
  const { id, form } = readAddress(url);
  const hasChat =
    all(page, 'ytd-live-chat-frame, #chatframe').some(isShown) || (id !== undefined && dataOf(page).videos.get(id)?.isLive);
  const isForMembers = one(page, '.badge-style-type-members-only, .yt-badge-shape--membership, .ytBadgeShapeMembership');
  return [
    ...(form !== 'community' && hasChat ? ['youtube-live-chat'] : []),
    ...(isForMembers && closest(isForMembers, selectors.watch) ? ['youtube-members-only'] : []),
    ...(url.hostname === 'm.youtube.com' ? ['youtube-mobile-page'] : []),
  ];
}
