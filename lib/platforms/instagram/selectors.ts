/** What Instagram's pages are read by: addresses, times and roles. Never the hashed classes, never a label alone (D17). */
export const selectors = {
  /** The pop-up over a profile, and the page's own post until 2024. */
  popup: '[role="dialog"] article, article[role="presentation"]',
  article: 'main article, article',
  main: 'main, [role="main"]',
  comment: 'a[href*="/c/"]',
  button: 'button, [role="button"]',
  avatar: 'a[href] img, [role="link"] img',
  picture: 'img, video',
  composer: 'textarea, [contenteditable="true"], [role="textbox"]',
  headings: 'h2, h3',
  loggedOut: 'a[href^="/accounts/login"], a[href*="instagram.com/accounts/login"], a[href^="/accounts/emailsignup"]',
  /** Around the symbols for like, comment, share and save. */
  actions: 'section',
  symbol: 'svg[aria-label], svg[role="img"]',
  /** While more comments are fetched. */
  loading: '[role="progressbar"], [data-visualcompletion="loading-state"]',
} as const;
