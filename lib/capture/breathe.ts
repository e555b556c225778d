/** The page's turn. `scheduler.yield` comes back at once when the page has nothing to do; a timer waits 4 ms each time. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }; // not in every browser, nor in TypeScript's list
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0));
}
