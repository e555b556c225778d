import type { Adapter, Found, People, ReadItem, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { all, closest, isShown, one } from '../read.ts';
import { readAddress, youtubeHosts } from './address.ts';
import { readComment } from './comment.ts';
import { commentsIn } from './comments.ts';
import { readCommunityPost } from './community.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { readVideoPost } from './post.ts';
import { profile } from './profile.ts';
import { selectors } from './selectors.ts';

const notHidden = ':not([hidden]):not([hidden] *)';
/** What is clicked in YouTube's boxes for a button: since 2022 a real one. Only steps to a child: the page has tens of thousands of elements. */
const buttonsIn = (...boxes: readonly string[]): string =>
  boxes
    .flatMap((box) =>
      [' > yt-button-shape > button', ' > a > tp-yt-paper-button', ' > tp-yt-paper-button', ' > a > paper-button'].map(
        (button) => `${box}${button}`,
      ),
    )
    .map((button) => `${button}${notHidden}`)
    .join(', ');

const unfold: UnfoldPlan = {
  controls: [
    // beside a Short: the button after "dislike", and before 2025 one with a name
    {
      kind: 'open-reactions',
      selector:
        'ytd-reel-video-renderer[is-active] #comments-button button, ytd-reel-video-renderer[is-active] dislike-button-view-model + button-view-model button, ytd-shorts reel-action-bar-view-model dislike-button-view-model + button-view-model button',
      notLabel: /\b(?:share|delen|remix)/iu,
    },
    // the words of a reaction are all in the page, folded by its looks only; those of the video are not
    { kind: 'more-text', selector: `ytd-watch-metadata #description-inline-expander > #expand${notHidden}` },
    // threads within threads (2026); the older button stays in the page, hidden
    { kind: 'more-replies', selector: buttonsIn('#collapsed-threads #more-replies-sub-thread', '#more-replies') },
    {
      kind: 'more-replies',
      selector: buttonsIn('ytd-comment-replies-renderer ytd-continuation-item-renderer > #button > ytd-button-renderer'),
    },
    {
      kind: 'more-reactions',
      selector: buttonsIn('ytd-comments #contents > ytd-continuation-item-renderer > #button > ytd-button-renderer'),
    },
  ],
  never: [
    '#like-button, #dislike-button, like-button-view-model, dislike-button-view-model, #reply-button, #reply-button-end, #reply-dialog',
    '#author-thumbnail, #action-menu, ytd-menu-renderer, #creator-heart, #sort-menu, .translate-button, ytd-tri-state-button-view-model',
    'ytd-comment-simplebox-renderer, ytd-commentbox, #subscribe-button, ytd-subscribe-button-renderer, ytd-masthead, #masthead-container',
    'ytd-watch-metadata #actions, #less-replies, #collapse, #secondary, #related, ytd-player, #movie_player, ytd-live-chat-frame',
    'ytd-ad-slot-renderer, ytd-guide-renderer, tp-yt-app-drawer, ytd-popup-container, ytd-merch-shelf-renderer, #donation-shelf',
  ],
  scrolls: true,
  // those with a button in them wait for a click
  lazy: selectors.comments
    .split(', ')
    .map((root) => `${root} ytd-continuation-item-renderer${notHidden}:not(:has(#button > *))`)
    .join(', '),
};

function read({ kind, id, element }: Found, page: Document, url: URL, people: People): ReadItem {
  const meeting = { page, url, people };
  if (kind === 'reaction') return readComment(element, meeting);
  return closest(element, selectors.backstage) ? readCommunityPost(element, meeting) : readVideoPost(id, meeting);
}

/** Below the last reaction nothing of this page comes; the column of other videos beside it goes on for ever. */
function isAtEnd(page: Document, url: URL): boolean {
  const { form, id, kind } = readAddress(url);
  if (kind !== 'post') return false;
  const roots = all(page, selectors.comments).filter(isShown);
  const waits = roots.some((root) => all(root, selectors.continuation).some(isShown));
  const isDrawn = roots.some((root) => one(root, `${selectors.header}, ${selectors.message}, ${selectors.comment}`));
  // scrolling a Short that shows no reactions goes to the next Short
  if (form === 'short' && commentsIn(page, url, id).length === 0) return true;
  return isDrawn && !waits;
}

/** YouTube: videos, Shorts and community posts with their reactions, and channels. */
export const youtube: Adapter = {
  platform: 'youtube',
  version: '1',
  mediaHosts: mediaHostsOf('youtube'),
  canRead: (_page, url) => youtubeHosts.has(url.hostname),
  pageKind: (_page, url) => readAddress(url).kind,
  facts,
  find,
  read,
  profile,
  isAtEnd,
  unfold,
};
