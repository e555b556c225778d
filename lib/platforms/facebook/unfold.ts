/** How Facebook's pages are opened further: by where a control stands; words only to keep out what acts (D17). */
import type { UnfoldPlan } from '../adapter.ts';
import { selectors } from './selectors.ts';

const plain = '[role="button"]:not([aria-haspopup]):not([aria-label]):not([href])';
const comment = '[role="article"]:is([tabindex="-1"], [aria-label]):not([aria-posinset])';
/**
 * The row of a comment has its answers, and what opens them, in the box after it; the list has its own control after the last
 * or before the first. Only the very next box is asked for: a thread can have thousands of them.
 */
const behind = [
  `div:has(> ${comment}) + div`,
  `div:has(> div > ${comment}) + div`,
  `div:has(+ div > div > ${comment})`,
  // until 2023 the threads were lists
  `ul:has(> li ${comment}) + div`,
  `div:has(+ ul > li ${comment})`,
];
const inThread = behind.map((place) => `${place} ${plain}:not([aria-expanded]):not(${comment} *)`);

const inCard = `${comment} ${plain}:not([aria-expanded]):has(svg image, img, i):not(li *):not([dir="auto"] *)`;
const acts =
  /^\s*(?:like|comment|share|send|reply|write|hide|vind|reageren|reageer|delen|verzenden|beantwoorden|schrijf|verbergen)|\bless\b|\bminder\b|transl|vertal/iu;

const text: UnfoldPlan['controls'][number] = {
  kind: 'more-text',
  selector: [
    `:is(${selectors.message}) ${plain}`,
    `[role="article"] div[dir="auto"] ${plain}`,
    `[role="article"] span[dir="auto"][lang] ${plain}`,
  ].join(', '),
  notLabel: /\b(?:less|minder|translat|vertal|vertaling|original|origine)/iu,
};

const never: readonly string[] = [
  `${selectors.toolbar}, ${selectors.banner}, nav, [role="navigation"], [role="list"][aria-label], ${selectors.box}, form`,
  `[role="button"][aria-label], ${comment} li, [role="feed"], [data-pagelet="LeftRail"], [data-pagelet="RightRail"], ${selectors.aside} [role="navigation"]`,
];

export const unfold: UnfoldPlan = {
  controls: [
    text,
    // under a post on a page of its own the thread can still be shut: "782 comments"
    {
      kind: 'open-reactions',
      selector: `:is([role="dialog"], [role="main"]) [role="article"] [role="button"][aria-expanded="false"]:not([aria-haspopup]):not([aria-label])`,
      label: /\d/u,
    },
    { kind: 'more-replies', selector: inThread.join(', '), notLabel: acts },
    // in a card the answers, and what opens them, stand inside the comment; so does "see translation", without a face or an arrow
    { kind: 'more-replies', selector: inCard, notLabel: acts },
  ],
  never,
  scrolls: true,
  loading: selectors.loading,
  hover: {
    target: [
      ':is(ul, li) a[href*="comment_id="]',
      ...['/posts/', '/permalink/', 'story_fbid=', '/videos/', '/reel/'].map(
        (part) => `a[href*="${part}"]:not([href*="comment_id="])`,
      ),
    ].join(', '),
    tip: '[role="tooltip"]',
  },
};

/** A profile shows a few comments under each post; opening them leads away to the post, so only texts are unfolded. */
export const unfoldProfile: UnfoldPlan = { controls: [text], never, scrolls: true, loading: selectors.loading };
