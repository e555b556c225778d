import type { WebcareWords } from '../../model/letter.ts';
import { showOverlay } from './overlay.ts';
import type { Overlay, OverlayOptions } from './overlay.ts';

interface Order {
  readonly act: 'ask' | 'start' | 'stop';
  readonly words?: WebcareWords | undefined;
}

/** The controls of this page, on and off as the panel says; answers whether they are there. */
export function createWebcare(options: Omit<OverlayOptions, 'words'>) {
  let overlay: Overlay | undefined;
  const start = (words: WebcareWords) =>
    showOverlay({
      ...options,
      words,
      onEnd() {
        overlay = undefined;
        options.onEnd();
      },
    });
  return {
    answer({ act, words }: Order): boolean {
      if (act !== 'ask') overlay?.stop();
      if (act === 'stop') overlay = undefined;
      if (act === 'start' && words) overlay = start(words);
      return overlay !== undefined;
    },
    /** While the page is being captured nothing of ours is on it. */
    async without(work: () => Promise<void>): Promise<void> {
      overlay?.pause();
      try {
        await work();
      } finally {
        overlay?.resume();
      }
    },
  };
}
