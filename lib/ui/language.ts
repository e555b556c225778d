import type { Language } from './phrases.ts';
import { languageKey, readMessages } from './storedLanguage.ts';
import type { KeyStore, ReadMessages } from './storedLanguage.ts';
import { language, speak } from './words.ts';

export async function loadWords(chosen: Language, read: ReadMessages = readMessages): Promise<void> {
  speak(chosen, await read(chosen));
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
      await store.set({ [languageKey]: chosen });
    },
  };
}
