import type { Adapter, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { isLinkedin, readAddress } from './address.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { classic, composer, sdui } from './selectors.ts';

/** Not a toggle, a menu, an act, or what opens a box to write in. */
const plainButton = ':not([aria-haspopup]):not([aria-pressed]):not([aria-expanded]):not([type="submit"]):not(:has(img))';
const inList = sdui.list
  .split(', ')
  .flatMap((list) => [`${list} button${plainButton}`, `${list} [role="button"]:not(a)${plainButton}`]);
const outsideComments = `:not(:is(${sdui.comment}) *)`;
const answerWord =
  'repl|antwoord|reactie|antwort|répon|respuesta|respost|rispost|odpowied|yanıt|svar|vastau|ответ|відповід|válasz|odpověd|返信|回复|回覆|답글|ردود|תגוב';
const numbered = new RegExp(`\\p{Nd}\\s*(?:\\p{L}+\\s+)?(?:${answerWord})|(?:${answerWord})\\D*\\p{Nd}`, 'iu');
const collapses = /collapse|hide|inklappen|samenvouwen|verberg|ausblenden|masquer|ocultar|nascondi|gizle|ukryj/iu;

const unfold: UnfoldPlan = {
  controls: [
    {
      kind: 'more-reactions',
      selector: [
        'button.comments-comments-list__load-more-comments-button--cr',
        'button[class*="comments-comments-list__load-more-comments-button"]',
        'button.comments-comments-list__show-previous-button',
        'button.scaffold-finite-scroll__load-button',
      ].join(', '),
    },
    {
      kind: 'more-replies',
      // the label of the second turns into "collapse" once the answers are there
      selector: [
        'button[class*="replies-list__replies-button"]',
        'button.show-prev-replies',
        `:is(${classic.comment}):not(:has(${classic.reply})) button[class*="comments-comment-social-bar__replies-count"]`,
      ].join(', '),
      notLabel: collapses,
    },
    // server-driven: whatever stands among the comments without being one and can be pressed opens more of them
    { kind: 'more-replies', selector: inList.map((each) => `${each}${outsideComments}`).join(', '), notLabel: collapses },
    // or inside a comment: there only its words tell it from "like" and "reply"
    {
      kind: 'more-replies',
      selector: `:is(${sdui.comment}) button${plainButton}:not(:has(svg)), :is(${sdui.comment}) [role="button"]:not(a)${plainButton}:not(:has(svg))`,
      label: numbered,
      notLabel: collapses,
    },
  ],
  // texts are whole in the page on all three front ends: "more" only shows what is there
  never: [
    composer,
    sdui.more,
    'header, nav, aside, footer, [role="tablist"], [role="listbox"], [role="dialog"] form',
    '.feed-shared-social-action-bar, .social-action-bar, .feed-shared-control-menu, .comment-options-trigger, .ellipsis-menu',
    '.comments-sort-order-toggle, .reactions-react-button, [class*="reactions-count"], [class*="reply-action-button"], .follow, .artdeco-modal',
    '[data-view-name="comment-sort-toggle"], [data-view-name$="-reaction-button"], [data-view-name="comment-post"], [data-view-name="comment-reply-post"]',
    '.msg-overlay-list-bubble, [class*="msg-overlay"], [data-reaction-type]',
  ],
  scrolls: true,
  scrollers: ['main#workspace', '#workspace'],
  needsUser: true,
  loading: '.artdeco-loader, .comments-comments-list__loader, main [role="progressbar"]:not([aria-valuenow])',
};

/** LinkedIn: posts with their comments, articles, and pages of organisations and members; as guest and signed in. */
export const linkedin: Adapter = {
  platform: 'linkedin',
  version: '1',
  mediaHosts: mediaHostsOf('linkedin'),
  canRead: (_page, url) => isLinkedin(url),
  pageKind: (_page, url) => readAddress(url).kind,
  facts,
  find,
  read,
  profile,
  unfold,
  namesAnswered: true,
};
