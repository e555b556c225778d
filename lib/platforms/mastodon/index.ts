import type { Adapter, UnfoldPlan } from '../adapter.ts';
import { mediaHostsOf } from '../mediaHosts.ts';
import { one } from '../read.ts';
import { readAddress } from './address.ts';
import { api } from './api.ts';
import { facts } from './facts.ts';
import { find } from './find.ts';
import { read } from './item.ts';
import { profile } from './profile.ts';
import { selectors } from './selectors.ts';

const hiddenText = ':is(.status, .detailed-status, article[data-id]):not(:has(.status__content__text, .status__content))';

const unfold: UnfoldPlan = {
  controls: [
    {
      kind: 'show-sensitive',
      selector: `.status__content__spoiler-link[aria-expanded="false"], ${hiddenText} .content-warning button, .spoiler-button:not(.spoiler-button--minified) > button`,
    },
    // since 4.5 the server looks for more answers elsewhere, and says so in a bar: the page shows them when asked
    {
      kind: 'more-reactions',
      selector:
        'button.load-more:not([disabled]), .column-list__load-more, .item-list button.load-gap, .column__alert .notification-bar__action, .column__alert .notification-bar__content button',
    },
  ],
  never: [
    // "read more" under a long post opens another page; the whole text is in the page anyway
    '.status__content__read-more-button, .status__action-bar, .detailed-status__action-bar, .account__header__tabs__buttons, .poll',
    '.column-header, .compose-form, .navigation-panel, .ui__header, .spoiler-button--minified, .translate-button, .status__content__translate-button',
  ],
  scrolls: true,
  loading: '.loading-indicator, .circular-progress, .load-more .loading, .load-more[aria-busy="true"]',
};

/** The root with its settings, or what it draws; any site can have a box that is called "mastodon". */
const { root, state, detail } = selectors;
const signs = `${state}, ${root}[data-props], ${root} :is(${detail}, .status[data-id], .account__header, .columns-area)`;

/** Mastodon on any server: the page says it, not the host. Of the page's own JSON only account names are read, to take them out. */
export const mastodon: Adapter = {
  platform: 'mastodon',
  version: '2',
  mediaHosts: mediaHostsOf('mastodon'),
  mediaOnAnyHost: true,
  canRead: (page) => one(page, signs) !== undefined,
  pageKind: (page, url) => (isMessage(page) ? 'direct-messages' : readAddress(url).kind),
  facts,
  find,
  read,
  profile,
  unfold,
  api,
};

/** R2: a post to named people only. */
function isMessage(page: Document): boolean {
  return one(page, '.detailed-status__wrapper-direct') !== undefined;
}
