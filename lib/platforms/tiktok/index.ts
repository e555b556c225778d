import type { Adapter, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { one } from '../read.ts';
import { readAddress, tiktokHosts } from './address.ts';
import { answers } from './answers.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { selectors } from './selectors.ts';

const noPanel = `body:not(:has(${selectors.panel}))`;
const hasTab = ':has(button#comments)';

const unfold: UnfoldPlan = {
  controls: [
    // beside the post a tab with its comments; where there is none, the button of the first post
    { kind: 'open-reactions', selector: `${noPanel} button#comments` },
    {
      kind: 'open-reactions',
      selector: `${noPanel}:not(${hasTab}) article:not(article ~ article) button:has([data-e2e="comment-icon"]), ${noPanel}:not(${hasTab}):not(:has(article)) button:has([data-e2e="comment-icon"])`,
    },
    // "View 11 more" and, beside it, "Hide": in every language only the first says how many
    { kind: 'more-replies', selector: '[class*="DivViewRepliesContainer"]', label: /\p{Nd}/u },
    { kind: 'more-replies', selector: '[data-e2e^="view-more"]:not([class*="DivViewRepliesContainer"])', label: /\p{Nd}/u },
  ],
  never: [
    'nav, header, aside, [data-e2e="feed-follow"], [data-e2e="like-icon"], [data-e2e="share-icon"], [data-e2e="feed-video"], [data-e2e="comment-hide"]',
    '[class*="DivLikeContainer"], [data-e2e^="comment-reply"], [data-e2e^="comment-like"], [data-e2e="comment-input"], [class*="DivCommentBarContainer"]',
    '#related, [class*="DivRelated"], [data-e2e="more-menu-icon"], [data-e2e="login-modal"], #login-modal, [class*="captcha"], [class*="DivMore"]:not([class*="DivMoreReplies"])',
  ],
  scrolls: true,
  scrollers: [
    '[class*="DivCommentMain"]:not([class*="WithoutScroll"])',
    '[class*="DivTabContainer"]:has([class*="DivCommentMain"])',
  ],
  loading: '[class*="DivCommentListContainer"] > [class*="Loading"], [class*="DivCommentMain"] > [class*="Loading"]',
};

/** TikTok: videos and photos with their comments, and profiles. */
export const tiktok: Adapter = {
  platform: 'tiktok',
  version: '1',
  mediaHosts: mediaHostsOf('tiktok'),
  canRead: (_page, url) => tiktokHosts.has(url.hostname),
  pageKind: (page, url) => {
    const { kind } = readAddress(url);
    const isWalled = kind === 'post' && one(page, selectors.captcha) && find(page, url).length === 0;
    return isWalled ? 'login' : kind;
  },
  facts,
  find,
  read,
  profile,
  // without the comments the page's column would be scrolled: on to the posts of others
  isAtEnd: (page, url) => readAddress(url).kind === 'post' && !one(page, selectors.panel),
  unfold,
  answers,
};
