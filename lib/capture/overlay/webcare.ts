import type { PointedAt, WebcareWords } from '../../model/pointed.ts';
import { showOverlay } from './overlay.ts';
import type { Overlay, OverlayOptions } from './overlay.ts';

interface Order {
  readonly act: 'ask' | 'start' | 'stop';
  readonly words?: WebcareWords | undefined;
  /** What was pointed at before; given without a start: it is otherwise now. */
  readonly marks?: readonly PointedAt[] | undefined;
}

/** Where the script with the controls, if it is in the page, is found by the one that captures. */
export interface WebcareHere {
  veiligstellerWebcare?: ReturnType<typeof createWebcare>;
}

/** The controls of this page, on and off as the panel says; answers whether they are there. */
export function createWebcare(options: Omit<OverlayOptions, 'words' | 'marks'>) {
  let overlay: Overlay | undefined;
  const start = (words: WebcareWords, marks: readonly PointedAt[]) =>
    showOverlay({
      ...options,
      words,
      marks,
      onEnd() {
        overlay = undefined;
        options.onEnd();
      },
    });
  return {
    answer({ act, words, marks }: Order): boolean {
      if (act !== 'ask') overlay?.stop();
      if (act === 'stop') overlay = undefined;
      if (act === 'start' && words) overlay = start(words, marks ?? []);
      if (act === 'ask' && marks) overlay?.mark(marks);
      return overlay !== undefined;
    },
    /** Takes them off the page while this lasts. */
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
