import { browser } from 'wxt/browser';
import { phrases } from '../../lib/ui/phrases.ts';
import type { Spoken } from '../../lib/ui/phrases.ts';
import { readMessages, storedLanguage } from '../../lib/ui/storedLanguage.ts';

let spoken: Spoken | undefined;

/** The words of the person at this browser, for what the worker itself shows: menus and notices. */
export async function speakStored(): Promise<void> {
  const language = await storedLanguage(browser.storage.local);
  if (language !== spoken?.language) spoken = { language, messages: await readMessages(language) };
}

export const words = phrases(() => spoken ?? { language: 'nl', messages: {} });
export const { t, plural, wordFor } = words;
