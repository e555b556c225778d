import { browser } from 'wxt/browser';

/** What the user asked for outside the panel, in a menu or on the page: to look at the page, to make a letter of a reaction, to take one along. */
export type PanelWish = 'page' | 'letter' | 'along';

const prefix = 'panel-';
const callKey = (tabId: number) => `${prefix}${tabId}`;

/** For the panel beside this tab: now, or as soon as it is open. In memory only, like all that is about a tab. */
export async function callPanel(tabId: number, wish: PanelWish): Promise<void> {
  await browser.storage.session.set({ [callKey(tabId)]: { wish, at: Date.now() } });
}

/** The wish that waits for the panel of this tab; asked for once. */
export async function takeWish(tabId: number): Promise<PanelWish | undefined> {
  const key = callKey(tabId);
  const call = (await browser.storage.session.get(key))[key] as { readonly wish: PanelWish } | undefined; // only we write there
  if (call) await browser.storage.session.remove(key);
  return call?.wish;
}

/** Tells which tab's panel is called. */
export function watchWishes(onCall: (tabId: number) => Promise<void>): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const [key, { newValue }] of Object.entries(changes))
      if (newValue !== undefined && key.startsWith(prefix)) void onCall(Number(key.slice(prefix.length)));
  });
}
