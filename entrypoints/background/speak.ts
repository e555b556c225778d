import { browser } from 'wxt/browser';
import { loadWords, storedLanguage } from '../../lib/ui/language.ts';
import type { Language } from '../../lib/ui/words.ts';

let spoken: Language | undefined;

/** The words of the person at this browser, for what the worker itself shows: menus and the toolbar button. */
export async function speakStored(): Promise<void> {
  const chosen = await storedLanguage(browser.storage.local);
  if (chosen !== spoken) await loadWords(chosen);
  spoken = chosen;
}
