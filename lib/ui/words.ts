/** Every text a person sees, from `public/_locales`; components never hold a sentence of their own. */
import { computed, signal } from '@preact/signals';
import { phrases } from './phrases.ts';
import type { Language, Messages, Spoken } from './phrases.ts';

const spoken = signal<Spoken>({ language: 'nl', messages: {} });

export const language = computed(() => spoken.value.language);

/** From now on every text is in this language; what is on the screen follows by itself. */
export function speak(chosen: Language, messages: Messages): void {
  spoken.value = { language: chosen, messages };
}

export const { t, plural, wordFor, hasWordFor } = phrases(() => spoken.value);
