/** What Threads' pages are read by: addresses, times, roles and the names of its own blocks. Never a hashed class or a label alone (D17). */
export const selectors = {
  /** A post, also one inside another: the quoted one. */
  post: '[data-pressable-container]',
  /** One conversation of a post's page; the first holds the post itself and what it answers. */
  block: '[data-pagelet^="threads_post_page_"]',
  /** A column; several can stand beside each other. */
  column: '[role="region"]',
  layout: '#barcelona-page-layout',
  row: '[data-virtualized]',
  time: 'a[href*="/post/"] time',
  button: 'button, [role="button"]',
  symbol: 'svg',
  composer: '[contenteditable="true"], [role="textbox"], textarea',
  loggedOut: 'a[href^="/login"], a[href*="threads.com/login"], a[href*="threads.net/login"]',
  loading: '[data-visualcompletion="loading-state"], [role="progressbar"]',
} as const;
