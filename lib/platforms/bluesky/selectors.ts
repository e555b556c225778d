/** What Bluesky's pages are read by: test ids and structure. Its class names are hashes; its looks stand in `style`. */
export const selectors = {
  /** One post in a thread, or in a list of posts; the handle of its author is the rest of the test id. */
  item: '[data-testid^="postThreadItem-by-"], [data-testid^="feedItem-by-"]',
  threadItem: '[data-testid^="postThreadItem-by-"]',
  feedItem: '[data-testid^="feedItem-by-"]',
  screen: '[data-testid="postThreadScreen"]',
  text: '[data-word-wrap="1"], [data-testid="postText"]',
  avatar: '[data-testid="userAvatarImage"]',
  /** Instead of a picture, when somebody has none. */
  anyAvatar: '[data-testid="userAvatarImage"], [data-testid="userAvatarFallback"]',
  reply: '[data-testid="replyBtn"]',
  buttons: 'button, [role="button"], form',
  menu: 'nav, [role="navigation"], header',
  me: 'nav a[href^="/profile/"], [role="navigation"] a[href^="/profile/"]',
  loggedIn: 'nav a[href="/notifications"], [role="navigation"] a[href="/notifications"]',
} as const;
