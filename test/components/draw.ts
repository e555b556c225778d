import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { render } from 'preact';
import type { ComponentChild } from 'preact';
import { speak } from '../../lib/ui/words.ts';

/** Draws into an empty document, in Dutch. */
export function draw(what: ComponentChild): HTMLElement {
  speak('nl', JSON.parse(readFileSync(resolve(import.meta.dirname, '../../public/_locales/nl/messages.json'), 'utf8')));
  document.body.innerHTML = '<div id="app"></div>';
  const root = document.querySelector<HTMLElement>('#app')!;
  render(what, root);
  return root;
}

/** Lets what was changed be drawn. */
export async function drawn(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

export function buttonOf(root: HTMLElement, name: string): HTMLButtonElement | undefined {
  return [...root.querySelectorAll('button')].find((button) => button.textContent.trim() === name);
}
