import { language, languages, speak } from './words.ts';
import type { Language, Messages } from './words.ts';

/** `browser.storage.local`, as far as it is needed here. */
export interface KeyStore {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

const key = 'taal';

/** Dutch unless this person picked English: the browser's language does not decide (D17, D19). */
export async function storedLanguage(store: KeyStore): Promise<Language> {
  const { [key]: kept } = await store.get(key);
  return languages.find((known) => known === kept) ?? 'nl';
}

export type ReadMessages = (path: string) => Promise<Messages>;

export async function loadWords(chosen: Language, read: ReadMessages = readMessages): Promise<void> {
  speak(chosen, await read(`/_locales/${chosen}/messages.json`));
}

export interface LanguageState {
  readonly language: typeof language;
  readonly choose: (chosen: Language) => Promise<void>;
}

export function createLanguageState(store: KeyStore, read: ReadMessages = readMessages): LanguageState {
  return {
    language,
    async choose(chosen) {
      await loadWords(chosen, read);
      await store.set({ [key]: chosen });
    },
  };
}

async function readMessages(path: string): Promise<Messages> {
  const response = await fetch(path);
  return (await response.json()) as Messages; // our own file, checked by a test
}
