/**
 * What Facebook's pages are read by: roles and the few attributes that mean something, newest first. Never the hashed
 * classes, never a label alone: the language follows the account (D17).
 */
export const selectors = {
  /** A post (inside a feed, a dialog, a page of its own), and each comment. Cards nest them, dialogs put comments beside each other. */
  article: '[role="article"]',
  dialog: '[role="dialog"]',
  main: '[role="main"]',
  /** Beside a photo, reel or video: who posted it, its text and the comments. */
  aside: '[role="complementary"]',
  author: '[data-ad-rendering-role="profile_name"]',
  /** Where a post has no such mark (photo, video, older pages). */
  heading: 'h2, h3, h4, strong',
  message: '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]',
  paragraph: 'div[dir="auto"]',
  avatar: 'svg image',
  button: 'button, [role="button"]',
  /** Row under a comment: when, like, reply. */
  row: 'ul, li',
  toolbar: '[role="toolbar"]',
  /** Comments are sorted by a menu, and so is who may see the post. */
  menu: '[aria-haspopup="menu"][role="button"]',
  box: '[contenteditable="true"], [role="textbox"]',
  icon: 'i[data-visualcompletion="css-img"]',
  banner: '[role="banner"]',
  loggedOut: '#login_form, #login_popup_cta_form, form[action*="/login/"] input[name="pass"]',
  /** A wheel; and empty comments that stand in for those on their way (who is not logged in sees these for ever). */
  loading: [
    ':is([role="dialog"], [role="main"]) [role="progressbar"]',
    'body:not(:has(#login_form, #login_popup_cta_form)) :is([role="dialog"], [role="main"]) [data-visualcompletion="loading-state"]',
  ].join(', '),
} as const;
