/** Which language this person reads, and its words: what stands in the browser and in the extension. */
import { languages } from './phrases.ts';
import type { Language, Messages } from './phrases.ts';

/** `browser.storage.local`, as far as it is needed here. */
export interface KeyStore {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

export const languageKey = 'taal';

/** Dutch unless this person picked English: the browser's language does not decide (D17, D19). */
export async function storedLanguage(store: KeyStore): Promise<Language> {
  const { [languageKey]: kept } = await store.get(languageKey);
  return languages.find((known) => known === kept) ?? 'nl';
}

export type ReadMessages = (chosen: Language) => Promise<Messages>;

export const readMessages: ReadMessages = async (chosen) => {
  const response = await fetch(`/_locales/${chosen}/messages.json`);
  return (await response.json()) as Messages; // our own file, checked by a test
};
