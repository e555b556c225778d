/**
 * What YouTube's pages are read by: the names of its elements and their ids, newest first. Its elements keep their content
 * in the page itself (no shadow trees). Never a label alone (D17).
 */
export const selectors = {
  /** Where reactions stand: below a video or post, or in the panel beside a Short. */
  comments: 'ytd-comments, ytd-engagement-panel-section-list-renderer[target-id="engagement-panel-comments-section"]',
  panel: 'ytd-engagement-panel-section-list-renderer[target-id="engagement-panel-comments-section"]',
  thread: 'ytd-comment-thread-renderer',
  /** The second until 2024. */
  comment: 'ytd-comment-view-model, ytd-comment-renderer',
  replies: 'ytd-comment-replies-renderer',
  /** Until 2020 a class. */
  time: '#published-time-text, .published-time-text:not([hidden])',
  permalink: '#published-time-text a[href*="lc="], .published-time-text a[href*="lc="]',
  author: '#author-text',
  /** For the channel itself and verified accounts the name stands in the badge, and the plain one is hidden. */
  badge: '#author-comment-badge',
  avatar: '#author-thumbnail',
  text: '#content-text',
  likes: '#vote-count-middle',
  pinned: '#pinned-comment-badge ytd-pinned-comment-badge-renderer',
  removed: '.removed-placeholder:not([hidden]), #body-inappropriate-reply:not([hidden])',
  header: 'ytd-comments-header-renderer',
  count: 'ytd-comments-header-renderer #count',
  panelCount: 'ytd-engagement-panel-title-header-renderer #contextual-info',
  composer: 'ytd-comment-simplebox-renderer',
  message: 'ytd-message-renderer',
  continuation: 'ytd-continuation-item-renderer',
  selectedSort: '#sort-menu a.iron-selected, #sort-menu a[aria-selected="true"], #sort-menu [role="option"][aria-selected="true"]',
  /** 2022 and later; before that title and owner were two boxes. */
  watch: 'ytd-watch-metadata',
  oldTitle: 'ytd-video-primary-info-renderer',
  oldOwner: 'ytd-video-secondary-info-renderer',
  reel: 'ytd-reel-video-renderer[is-active]',
  backstage: 'ytd-backstage-post-renderer',
  /** Sent by the server for search engines, and left in the page. */
  microdata: '[itemtype*="schema.org/VideoObject"]',
  masthead: 'ytd-masthead',
  /** No part of what was said: buttons, menus, badges that name somebody, drawers for writing. */
  controls: [
    '#like-button, #dislike-button, #reply-button, #reply-button-end, #creator-heart, #vote-count-left',
    '#action-menu, #reply-dialog, #edit-dialog, #pinned-comment-badge, #linked-comment-badge, #sponsor-comment-badge',
    '#less, #more, #expand, #collapse, #expand-sizer, .translate-button, ytd-tri-state-button-view-model, tp-yt-paper-tooltip',
    '#actions, #menu, #subscribe-button, #sponsor-button, ytd-subscribe-button-renderer, ytd-menu-renderer',
    'ytd-structured-description-content-renderer, #structured-description, ytd-merch-shelf-renderer, ytd-metadata-row-container-renderer',
    'ytd-ad-slot-renderer, #ticket-shelf, #donation-shelf, ytd-comments-entry-point-header-renderer, #toolbar ytd-button-renderer',
    '#attributed-channel-name, #ghost-cards, .thread-hitbox, #comment-button',
  ].join(', '),
} as const;
