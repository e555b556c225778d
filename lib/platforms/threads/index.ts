import type { Adapter, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { readAddress, threadsHosts } from './address.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { readRows } from './rows.ts';
import { selectors } from './selectors.ts';

/** A button of words between or after the answers: no symbol (menus, hidden answers), no post, no box for an answer. */
const wordsOnly = ':not([aria-haspopup]):not(:has(svg, img, a, [role="textbox"], [contenteditable]))';
const answers = `${selectors.block}:not([data-pagelet="threads_post_page_0"])`;

const unfold: UnfoldPlan = {
  controls: [
    { kind: 'more-replies', selector: `${answers} [role="button"]${wordsOnly}, ${answers} button${wordsOnly}` },
    // server-drawn pages without blocks
    {
      kind: 'more-replies',
      selector: `${selectors.row}:not(:has(${selectors.post})) [role="button"]${wordsOnly}`,
      label: /\p{Nd}|\b(?:more|meer)\b/iu,
    },
  ],
  never: [selectors.post, 'header, nav, footer, [role="tablist"], [role="alert"], [aria-expanded]'],
  scrolls: true,
  loading: selectors.loading,
};

/** Threads: posts with their answers, and profiles. */
export const threads: Adapter = {
  platform: 'threads',
  version: '1',
  mediaHosts: mediaHostsOf('threads'),
  canRead: (_page, url) => threadsHosts.has(url.hostname),
  pageKind: (_page, url) => readAddress(url).kind,
  facts,
  find,
  read,
  profile,
  isAtEnd: (page, url) => readRows(page, url).hasEnd,
  unfold,
  countsAnswersEach: true,
};
