/** What a driver runs inside a page of the extension: sent there as text, so each stands on its own. */

/** The parts of the extension API that are used; Firefox calls it `browser`. */
interface InPage {
  readonly browser?: Api;
  readonly chrome?: Api;
}
interface Api {
  readonly tabs: { query(filter: object): Promise<{ readonly id?: number }[]> };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

export async function activeTabId(): Promise<number> {
  const { browser, chrome } = globalThis as unknown as InPage; // runs in a page of the extension
  const [tab] = (await (browser ?? chrome)?.tabs.query({ active: true, lastFocusedWindow: true })) ?? [];
  if (tab?.id === undefined) throw new Error('no active tab');
  return tab.id;
}

export async function sendMessage(message: { call: string; question: unknown }): Promise<unknown> {
  const { browser, chrome } = globalThis as unknown as InPage; // runs in a page of the extension
  return (browser ?? chrome)?.runtime.sendMessage(message);
}
