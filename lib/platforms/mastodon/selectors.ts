/**
 * Mastodon's own front end. First what 4.2 to 4.5 draw; the redesign (2026) keeps `article[data-id]`, `.status__prepend` and
 * `.detailed-status__wrapper`, and hashes every other class, so there the links and elements have to say it.
 */
export const selectors = {
  root: '#mastodon',
  state: 'script#initial-state',
  column: '.column, .columns-area__panels__main',
  detail: '.detailed-status__wrapper',
  profileHeader: '.account-timeline__header, .account__header',
  statuses: '.detailed-status__wrapper, .status[data-id], article[data-id]',
  wrapper: '.status__wrapper',
  quote: '.status__quote',
  direct: '.status-direct, .detailed-status__wrapper-direct, .status__wrapper-direct',
  followersOnly: '.status-private, .detailed-status__wrapper-private, .status__wrapper-private',
  directIcon: '.fa-at, .icon-at',
  prepend: '.status__prepend',
  boostIcon: '.fa-retweet, .icon-retweet',
  name: '.display-name__html',
  account: '.display-name__account',
  avatar: '.status__avatar, .detailed-status__display-avatar, .account__avatar-overlay, .account__avatar',
  text: '.status__content__text',
  /** Where people write themselves. */
  written: '.status__content, .account__header__content, .account__header__fields',
  /** Links to an account that say what is behind them: its posts, since when it is there. */
  tabs: '.account__section-headline, .account__header__extra__links, nav, [role="tablist"]',
  warning: '.status__content--with-spoiler > p, .content-warning:not(.content-warning--filter), [aria-controls]:has(> button)',
  /** What the employee chose not to see, with the employee's own name for it. */
  filter: '.content-warning--filter, .filter-warning, .status__wrapper--filter',
  /** Drawn on top of a profile. */
  featured: '[data-featured="true"]',
  galleryItem: '.media-gallery__item',
  thumbnail: 'a.media-gallery__item-thumbnail[href]',
  card: '.status-card',
  /** In the redesign a card is its links to elsewhere. */
  cardLink: 'a[target="_blank"][rel~="noopener"]',
  cardAuthor: '.status-card__author',
  poll: '.poll',
  line: '.status__line',
  actions: '.status__action-bar, .detailed-status__action-bar, footer',
  signIn: '.sign-in-banner, a[href="/auth/sign_in"]',
  signedIn: '.compose-form, .navigation-bar, a[href="/notifications"]',
  employee: [
    '.navigation-bar a[href^="/@"]',
    '.compose-form a[href^="/@"]',
    '.navigation-panel a[href^="/@"]',
    '.ui__header a[href^="/@"]',
  ],
  notEmployee: '.reply-indicator, .server-banner, .inline-follow-suggestions, .autosuggest-textarea__suggestions',
} as const;
