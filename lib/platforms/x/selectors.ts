/**
 * What X's pages are read by: test ids and structure, newest first. Never the hashed classes, never a label alone (D17).
 */
export const selectors = {
  column: '[data-testid="primaryColumn"]',
  /** The picture viewer repeats the conversation beside the photo. */
  dialog: '[role="dialog"]',
  cell: '[data-testid="cellInnerDiv"]',
  /** Rows of a timeline with what separates timelines: a second section or heading is "Discover more". */
  rows: '[data-testid="cellInnerDiv"], section, h2',
  article: 'article',
  /** `User-Names` until the end of 2022. */
  names: '[data-testid="User-Name"], [data-testid="User-Names"]',
  oldNames: '[data-testid="User-Names"]',
  avatar: '[data-testid="Tweet-User-Avatar"]',
  avatarBox: '[data-testid^="UserAvatar-Container-"]',
  text: '[data-testid="tweetText"]',
  longTitle: '[data-testid="twitter-article-title"]',
  longText: '[data-testid="twitterArticleRichTextView"], [data-testid="longformRichTextComponent"]',
  /** A long article on a page of its own, which has no `article` around it. */
  longRead: '[data-testid="twitterArticleReadView"]',
  /** Until early 2022 the text had no test id, only the language it is in. */
  oldText: 'div[lang][dir]',
  /** Somebody else's note on the post ("Readers added context"). */
  note: '[data-testid="birdwatch-pivot"]',
  showMore: '[data-testid="tweet-text-show-more-link"]',
  context: '[data-testid="socialContext"]',
  /** Around an article: an advertisement. Inside one it also wraps ordinary video. */
  promoted: '[data-testid="placementTracking"]',
  photo: '[data-testid="tweetPhoto"]',
  video: 'video',
  /** Around a video, also while nothing of it has been loaded. */
  player: '[data-testid="videoPlayer"], [data-testid="videoComponent"]',
  card: '[data-testid="card.wrapper"]',
  poll: '[data-testid="cardPoll"]',
  /** Drawn as a box without its content. */
  media: '[data-testid="tweetPhoto"], video, [data-testid="card.wrapper"]',
  menu: 'button[aria-haspopup="menu"]:not([data-testid]), [role="button"][aria-haspopup="menu"]:not([data-testid])',
  userCell: '[data-testid="UserCell"]',
  buttons: 'button, [role="button"]',
  reply: '[data-testid="reply"]',
  group: '[role="group"]',
  lock: '[data-testid="icon-lock"]',
  verified: '[data-testid="icon-verified"]',
  switcher: '[data-testid="SideNav_AccountSwitcher_Button"]',
  profileTab: '[data-testid="AppTabBar_Profile_Link"]',
  loggedOut: '[data-testid="login"], [data-testid="loginButton"], a[href="/login"], a[href="/i/flow/login"]',
} as const;
