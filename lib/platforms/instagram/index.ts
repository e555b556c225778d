import type { Adapter, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { instagramHosts, readAddress } from './address.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { selectors } from './selectors.ts';

/** Buttons in the header, under the post and at the box for a comment have symbols too. */
const plain = ':not([aria-haspopup]):not([aria-disabled="true"])';

const unfold: UnfoldPlan = {
  controls: [
    // the caption in a feed of reels: a button of words at its very end
    { kind: 'more-text', selector: `h1 [role="button"]${plain}:last-child, h1 button:last-child`, notLabel: /\p{Nd}/u },
    // "View all 12 replies": a short line, then words with a number; opened it says "Hide" without one
    {
      kind: 'more-replies',
      selector: `[role="button"]${plain}:has(> div > div:empty + span), ul ul button${plain}:has(> div:empty + span), ul li > ul button${plain}:has(> div:empty)`,
      label: /\p{Nd}/u,
    },
    // beside the slides: back, then on; on the first slide there is no way back, on the last none on
    { kind: 'next-slide', selector: 'div[role="presentation"]:has(ul > li :is(img, video)) ~ button:last-of-type' },
    // a round button with a plus, in a list row of its own or after the list
    {
      kind: 'more-reactions',
      selector: `ul > li:not(:has(time)) button${plain}:has(svg[aria-label], > span[aria-label]), hr ~ div button${plain}:has(> div > svg[aria-label]), main div > button${plain}:has(> div > svg[aria-label])`,
    },
  ],
  never: [
    'header, main section, article section, nav, footer, [role="tablist"], [role="navigation"], li:has(> div img[srcset])',
    'a, [role="link"], time, img, [data-visualcompletion="ignore"] [role="menu"]',
  ],
  scrolls: true,
  loading: selectors.loading,
};

/** Instagram: posts and reels with their comments, on their own page or over a profile, and profiles. */
export const instagram: Adapter = {
  platform: 'instagram',
  version: '1',
  mediaHosts: mediaHostsOf('instagram'),
  canRead: (_page, url) => instagramHosts.has(url.hostname),
  pageKind: (_page, url) => readAddress(url).kind,
  facts,
  find,
  read,
  profile,
  unfold,
  namesAnswered: true,
};
