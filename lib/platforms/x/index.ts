import type { Adapter, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { readAddress, xHosts } from './address.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { readRows } from './rows.ts';

/** Not the row with the box for an answer, which holds the employee's picture, nor suggestions. */
const notThese =
  'article, h2, [data-testid="UserCell"], [data-testid^="UserAvatar-Container-"], [role="textbox"], [contenteditable], input, textarea';
const rowWithoutPost = `[data-testid="cellInnerDiv"]:not(:has(${notThese}))`;
const plainButton = ':not([aria-haspopup]):not([data-testid]):not([href])';

const unfold: UnfoldPlan = {
  controls: [
    {
      kind: 'more-text',
      selector: 'button[data-testid="tweet-text-show-more-link"], [role="button"][data-testid="tweet-text-show-more-link"]:not(a)',
    },
    // "Show replies", "Show more replies", "Show probable spam", "Show additional replies": a row with a button and no post
    {
      kind: 'more-replies',
      selector: `${rowWithoutPost} button${plainButton}, ${rowWithoutPost} [role="button"]:not(a)${plainButton}`,
    },
  ],
  never: [
    '[data-testid="reply"], [data-testid="retweet"], [data-testid="unretweet"], [data-testid="like"], [data-testid="unlike"]',
    '[data-testid="bookmark"], [data-testid="removeBookmark"], [data-testid="caret"], [data-testid$="-follow"], [data-testid$="-unfollow"]',
    '[data-testid^="tweetTextarea"], [data-testid^="tweetButton"], [data-testid="sidebarColumn"], [data-testid="SideNav_AccountSwitcher_Button"]',
    '[data-testid="card.wrapper"], [data-testid="videoPlayer"], [data-testid="app-bar-back"], nav, header, [role="group"], [role="tablist"]',
  ],
  scrolls: true,
  loading: '[data-testid="primaryColumn"] [role="progressbar"]',
};

/** X (formerly Twitter): posts with their conversation, and profiles. */
export const x: Adapter = {
  platform: 'x',
  version: '2',
  mediaHosts: mediaHostsOf('x'),
  canRead: (_page, url) => xHosts.has(url.hostname),
  pageKind: (_page, url) => readAddress(url).kind,
  facts,
  find,
  read,
  profile,
  isAtEnd: (page, url) => {
    const { id } = readAddress(url);
    return id !== undefined && readRows(page, url, id).hasEnd;
  },
  unfold,
  countsAnswersEach: true,
};
