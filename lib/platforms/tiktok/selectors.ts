/**
 * What TikTok's pages are read by: `data-e2e`, and the ends of class names, whose beginnings are hashed at every build. Newest
 * first; the older names are of the detail page that stood beside the feed until 2024.
 */
export const selectors = {
  /** A post in the column that is scrolled from post to post; the first is the page's own. */
  card: 'article[data-e2e="recommend-list-item-container"], article[class*="ArticleItemContainer"]',
  /** A post on a page of its own, or over the page it was opened from. */
  detail:
    '[class*="DivBrowserModeContainer"], [id^="main-content-video_detail"], [id^="main-content-photo_detail"], [class*="DivVideoDetailContainer"], main, #main-content, #app',
  detailMedia:
    'video, [class*="DivPlayer"], [class*="DivVideoWrapper"], [data-e2e="browse-video"], [class*="Photo"] img, .swiper-slide img',
  /** Holds the number of the post that plays in it. */
  player: '[id^="xgwrapper-"]',
  desc: '[data-e2e="video-desc"], [data-e2e="browse-video-desc"], [data-e2e="new-desc-span"], [class*="DivDescriptionContentContainer"]',
  /** TikTok's own summary of the video, put below the text by a machine: not of the author. */
  summary: '[class*="DivCustomTDKContainer"], [data-e2e^="v2t-"], [class*="DivDisclaimer"]',
  authorAvatar: '[data-e2e="video-author-avatar"], [data-e2e="browse-user-avatar"]',
  authorBox: '[class*="DivCreatorInfoContainer"], [data-e2e="browse-username"], [data-e2e="video-author-uniqueid"]',
  nickname: '[data-e2e="browser-nickname"], [data-e2e="video-author-nickname"]',
  music: '[data-e2e="video-music"], [data-e2e="browse-music"], a[href*="/music/"]',
  video: 'video',
  photos: '[class*="DivPhotoVideoContainer"] img, [class*="DivPhotoSlide"] img, [class*="ImgPhotoSlide"], .swiper-slide img',
  /** The panel with comments, open. */
  panel:
    '[class*="DivCommentMain"], [class*="DivCommentListContainer"], [data-e2e="comment-list"], [data-e2e="search-comment-container"]',
  count: '[class*="DivCommentCountContainer"], [data-e2e="comment-count"], [data-e2e="browse-comment-count"]',
  username: '[data-e2e^="comment-username-"]',
  words: '[data-e2e^="comment-level-"]',
  /** Around one comment without data-e2e. */
  comment: '[class*="DivCommentItemWrapper"], [class*="DivCommentContentContainer"]',
  thread: '[class*="DivCommentObjectWrapper"], [class*="DivCommentItemContainer"]',
  replies: '[class*="DivReplyContainer"]',
  moreReplies: '[class*="DivViewRepliesContainer"], [data-e2e^="view-more"], [class*="PReplyAction"]',
  /** Where a comment's own part ends. */
  edge: '[class*="DivCommentListContainer"], [class*="DivCommentMain"], [class*="DivCommentObjectWrapper"], [class*="DivCommentItemContainer"], [class*="DivReplyContainer"], [data-e2e="comment-list"], body',
  likes: '[class*="DivLikeContainer"], [class*="DivLikeWrapper"], [data-e2e="comment-like-count"]',
  below: '[class*="DivCommentSubContentWrapper"], [class*="PCommentSubContent"]',
  time: '[data-e2e^="comment-time-"]',
  composer: '[data-e2e="comment-input"], [class*="DivCommentBarContainer"], [class*="DivBottomCommentContainer"] [contenteditable]',
  commentIcon: '[data-e2e="comment-icon"], [data-e2e="browse-comment-icon"]',
  buttons: 'button, [role="button"], form',
  /** What stands on the page around the post: other posts, lists of people. */
  related: '[class*="DivRelatedTabContainer"], [class*="DivRelatedVideo"], [data-e2e="recommend-card"]',
  /** Who is signed in; without anybody the link leads to "/@". */
  me: ':is([data-e2e="nav-profile"], [data-e2e="nav-profile"] a, a[data-e2e="profile-icon"])[href^="/@"]:not([href="/@"])',
  loggedIn: '[data-e2e="profile-icon"], [data-e2e="top-dm-icon"], [data-e2e="inbox-icon"], [data-e2e="nav-messages"]',
  loggedOut:
    '[data-e2e="top-login-button"], #header-login-button, #top-right-action-bar-login-button, [data-e2e="nav-login-button"]',
  captcha:
    '#captcha-verify-container, .captcha_verify_container, #captcha_container, [class*="captcha-verify-container"], #tiktok-verify-ele',
  gridItem: '[data-e2e="user-post-item"]',
} as const;
