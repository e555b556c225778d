import type { Adapter, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { readAddress, blueskyHosts } from './address.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { selectors } from './selectors.ts';

const plain = ':not([data-testid]):not([aria-haspopup]):not([href])';

const unfold: UnfoldPlan = {
  controls: [
    // a warning over a post or its pictures, closed: an icon and two words, and nothing below it yet
    {
      kind: 'show-sensitive',
      selector: `:is(${selectors.item}) button${plain}:has(> div > svg + [dir] + [dir]):not(:has(+ div))`,
    },
    // a whole post behind a warning: a button with another in it, that explains
    {
      kind: 'show-sensitive',
      selector: `${selectors.screen} [role="button"]${plain}:has(> [role="button"] svg):not(:has(${selectors.item}))`,
    },
    // "Show more replies": a row with an icon and its words, outside the posts
    {
      kind: 'more-reactions',
      selector: `${selectors.screen} button${plain}:has(> div > div > svg):has(> div > [dir]):not(:has(${selectors.anyAvatar})):not(:is(${selectors.item}) *)`,
    },
  ],
  never: [
    '[data-testid="replyBtn"], [data-testid="repostBtn"], [data-testid="likeBtn"], [data-testid="postBookmarkBtn"], [data-testid="postShareBtn"], [data-testid="postDropdownBtn"]',
    '[data-testid="followBtn"], [data-testid="unfollowBtn"], [data-testid="composeFAB"], [data-testid^="composer"], nav, header, aside, [role="navigation"]',
  ],
  scrolls: true,
  loading: `${selectors.screen} [role="progressbar"]`,
};

/** Bluesky: posts with their thread, as a tree or as chains, and profiles. Its public API stands on another origin: not asked. */
export const bluesky: Adapter = {
  platform: 'bluesky',
  version: '1',
  mediaHosts: mediaHostsOf('bluesky'),
  canRead: (_page, url) => blueskyHosts.has(url.hostname),
  pageKind: (_page, url) => readAddress(url).kind,
  facts,
  find,
  read,
  profile,
  unfold,
  countsAnswersEach: true,
};
