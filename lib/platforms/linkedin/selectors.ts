/**
 * LinkedIn has three front ends at the same time: the guest page, the classic one (Ember, class names that mean something) and
 * the server-driven one (hashed classes, `componentkey`). Never the hashed classes, never a label alone (D17).
 */
const list = (...selectors: readonly string[]): string => selectors.join(', ');

export const guest = {
  post: list('article[data-activity-urn]', 'article.main-feed-activity-card'),
  comment: 'section.comment',
  quote: '[data-test-id="feed-reshare-content"]',
  author: '[data-tracking-control-name$="feed-actor-name"]',
  avatar: '[data-tracking-control-name$="feed-actor-image"]',
  lockup: '[data-test-id$="entity-lockup"]',
  text: list(
    '[data-test-id="main-feed-activity-card__commentary"]',
    '[data-test-id="feed-reshare-content__commentary"]',
    '.attributed-text-segment-list__content:not(.comment__text)',
  ),
  header: '.main-feed-activity-card__header',
  reactions: '[data-test-id="social-actions__reactions"], [data-num-reactions]',
  comments: '[data-test-id="social-actions__comments"], [data-num-comments]',
  commentAuthor: '.comment__author, [data-tracking-control-name$="comment_actor-name"]',
  commentAvatar: '[data-tracking-control-name$="comment_actor-image"]',
  commentHeadline: '.comment__author-headline',
  commentTime: '.comment__duration-since',
  commentText: '.comment__text',
  commentUrn: '[data-semaphore-content-urn*="comment"], [data-comment-urn], [data-urn*="comment"]',
  overlay: 'a.main-feed-card__overlay-link, a[data-tracking-control-name$="full-link"], a[href*="/posts/"]',
  commentCta: '[data-tracking-control-name$="comment-cta"]',
} as const;

export const classic = {
  post: list('.feed-shared-update-v2[data-urn]', '[role="article"][data-urn*="urn:li:"]', '[data-urn^="urn:li:activity:"]'),
  comment: list(
    'article.comments-comment-entity',
    'article.comments-comment-item',
    'article[data-id^="urn:li:comment:"]',
    'article[data-urn^="urn:li:comment:"]',
  ),
  reply: '.comments-comment-entity--reply, .comments-reply-item, .comments-comment-item--reply',
  quote: list(
    '.feed-shared-update-v2__update-content-wrapper',
    '.update-components-mini-update-v2',
    '.feed-shared-reshared-update-v2',
  ),
  author: 'a[class*="update-components-actor__meta-link"], a[class*="actor__container-link"], a.feed-shared-actor__container-link',
  actor: '[class*="update-components-actor__container"], [class*="feed-shared-actor"]',
  name: list('.update-components-actor__title', '.update-components-actor__name', '.feed-shared-actor__name'),
  avatar: list('[class*="update-components-actor__image"]', '.update-components-actor__avatar', '.feed-shared-actor__avatar'),
  time: '.update-components-actor__sub-description, .feed-shared-actor__sub-description',
  headline: '.update-components-actor__description, .feed-shared-actor__description',
  text: list(
    '.update-components-update-v2__commentary',
    '.feed-shared-update-v2__commentary',
    '.feed-shared-update-v2__description .update-components-text',
    '.feed-shared-text',
    '.update-components-text',
  ),
  header: '.update-components-header, .feed-shared-header',
  counts: '.social-details-social-counts, .update-v2-social-activity',
  reactions: list('.social-details-social-counts__reactions-count', '.social-details-social-counts__social-proof-fallback-number'),
  comments: '.social-details-social-counts__comments',
  reposts: '.social-details-social-counts__item--right-aligned:not(.social-details-social-counts__comments)',
  commentLink: list(
    'a.comments-comment-meta__description-container',
    'a.comments-comment-meta__image-link',
    'a[class*="comments-post-meta__"]',
  ),
  commentName: '.comments-comment-meta__description-title, .comments-post-meta__name-text',
  commentAvatar: list('.comments-comment-meta__image-link', '.comments-post-meta__image-link', '.comments-post-meta__actor-link'),
  commentHeadline: '.comments-comment-meta__description-subtitle, .comments-post-meta__headline',
  commentTime: 'time.comments-comment-meta__data, time',
  commentText: list(
    '.comments-comment-item__main-content',
    '.comments-comment-entity__content .update-components-text',
    '.comments-comment-item-content-body',
  ),
  commentReactions: '[class*="comments-comment-social-bar__reactions-count"]',
  commentReplies: '[class*="comments-comment-social-bar__replies-count"]',
  sort: '.comments-sort-order-toggle__trigger',
  disabled: '.comments-disabled-comments-block',
  commentButton: 'button.comment-button, .feed-shared-social-action-bar button[class*="comment"]',
} as const;

/**
 * Between the two (2025): server-drawn, without keys; parts are named for LinkedIn's own counting. Only where neither a key nor a
 * number says it, because the same names stand on boxes around those too.
 */
export const viewed = {
  post: '[data-view-name="feed-full-update"]:not([data-urn]):not(:has([data-urn*="urn:li:"], [componentkey*="FeedType_"]))',
  comment:
    ':root:not(:has([componentkey*="urn:li:comment:("], [id*="urn:li:comment:("], [data-id^="urn:li:comment:"])) [data-view-name="comment-container"]',
  replyFace: '[data-view-name="reply-actor-picture"]',
  commentFace: '[data-view-name="comment-actor-picture"]',
} as const;

export const sdui = {
  post: list(
    '[componentkey^="expanded"][componentkey*="FeedType_"]',
    '[id^="expanded"][id*="FeedType_"]',
    '[componentkey^="update-card-focus"]',
    '[role="listitem"][componentkey]:has([data-testid="expandable-text-box"])',
    viewed.post,
  ),
  comment: list(
    '[componentkey*="omment_urn:li:comment:("]',
    '[componentkey^="CommentComponentReference_urn:li:comment:("]',
    '[id^="replaceableComment_urn:li:comment:("]',
    viewed.comment,
  ),
  text: list(
    '[data-testid="expandable-text-box"]',
    '[data-view-name$="-commentary"]:not(:has([data-testid="expandable-text-box"])):not([data-testid="expandable-text-box"] *)',
  ),
  more: '[data-testid="expandable-text-button"]',
  list: list(
    '[data-component-type="LazyColumn"][data-testid*="commentList"]',
    '[data-testid*="commentList"]',
    '[componentkey*="pagedCommentsContainer"]',
  ),
  section: list('[id*="commentsSectionContainer"]', '[componentkey*="commentsSectionContainer"]'),
  box: list('[componentkey*="ommentBox"]', '[id*="ommentBox"]', '[data-testid*="text-editor"]', '[data-view-name="comment-box"]'),
  tools: '[componentkey*="replaceableCommentTools"], [id*="replaceableCommentTools"]',
  comments: 'button:has(svg#comment-small), button:has(svg[id^="comment-"])',
  reposts: 'button:has(svg#repost-small), button:has(svg[id^="repost-"])',
  reactions: 'svg[id*="consumption"]',
} as const;

/** Articles (`/pulse/`): the reader's page and the guest's. */
export const article = {
  place: list('article.reader', '.reader-article', 'article.article-main', 'main article:has(h1)', 'article:has(h1)'),
  title: 'h1',
  body: list(
    '.reader-article-content',
    '.reader-content-blocks-container',
    '[data-test-id="article-content-blocks"]',
    '.article-main__content',
    '.article-content',
  ),
  author: list('.reader-author-info__container', '.publisher-author-card', '.base-main-card', '.article-author'),
  cover: list('.reader-cover-image__wrapper', '.reader-cover-image', '.cover-img', 'figure.article-cover'),
} as const;

export const anyComment = list(guest.comment, classic.comment, sdui.comment);
export const anyPost = list(guest.post, classic.post, sdui.post);
/** Where comments stand together: not of the post itself, though it is drawn around them. */
export const commentPlaces = list(
  anyComment,
  '.feed-shared-update-v2__comments-container',
  '.comments-comments-list',
  '.comments-comment-list__container',
  '.comments-replies-list',
  '.comments-comment-item__replies-container',
  sdui.list,
  sdui.section,
);
/** Other posts, advertisements, other people. */
export const elsewhere = list(
  '.related-posts',
  '.related-posts__crosslink',
  '.right-rail',
  'aside',
  '.scaffold-layout__aside',
  '.scaffold-layout__sidebar',
  '[data-test-id="related-posts"]',
  '[role="complementary"]',
  'footer',
  'nav',
);
/** Copies for screen readers of what is drawn beside them. */
export const hiddenCopy = '.visually-hidden, .sr-only, .a11y-text';
/** Where the employee writes. */
export const composer = list('.comments-comment-box', '.share-box-feed-entry__wrapper', '.share-creation-state', sdui.box);
/** Never part of what was said. */
export const controls = list(
  'button',
  '[role="button"]',
  '[role="menu"]',
  '.ellipsis-menu',
  '.feed-shared-control-menu',
  '.comment-options-trigger',
  '.social-action-bar',
  '.main-feed-activity-card__social-actions',
  '.comment__actions',
  '.feed-shared-social-action-bar',
  '.comment-social-activity',
  '.comments-comment-social-bar',
  '.feed-cta-banner__text',
  '.show-more-less-html',
  'code',
  classic.counts,
  composer,
);
/** Pictures of people and pages, and the network's own signs: no content. */
export const portrait =
  /(?:profile-(?:display|framed)photo|profile-displaybackground|company-(?:logo|background)|school-logo|group-logo|ghost)/u;
