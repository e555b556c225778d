import { effect } from '@preact/signals';
import { render } from 'preact';
import type { VNode } from 'preact';
import { loadWords } from '../lib/ui/language.ts';
import { storedLanguage } from '../lib/ui/storedLanguage.ts';
import type { KeyStore } from '../lib/ui/storedLanguage.ts';
import { language, t } from '../lib/ui/words.ts';
import type { WordKey } from '../lib/ui/phrases.ts';

/** Draws a page once its words are there, and keeps the language of the document with the words. */
export async function openPage(title: WordKey, store: KeyStore, draw: () => VNode): Promise<void> {
  await loadWords(await storedLanguage(store));
  effect(() => {
    document.documentElement.lang = language.value;
    document.title = t(title);
  });
  const root = document.querySelector('#app');
  if (root) render(draw(), root);
}

/** From memory to the downloads folder. */
export function saveFile(name: string, content: string | Blob): void {
  const type = name.endsWith('.html') ? 'text/html' : 'application/json';
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
