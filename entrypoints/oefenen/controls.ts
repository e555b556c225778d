import { showOverlay } from '../../lib/capture/overlay/overlay.ts';
import type { Overlay, OverlayOptions } from '../../lib/capture/overlay/overlay.ts';
import type { Asks } from '../../lib/messages/calls.ts';

type Pick = Parameters<OverlayOptions['onPick']>[0];

/** The controls beside the reactions, as on a real page; of the practice page it is known where those stand. */
export function createControls({ onPoint, onEnd }: { readonly onPoint: (pick: Pick) => void; readonly onEnd: () => void }) {
  let overlay: Overlay | undefined;
  let picked: string | undefined;
  const start = (words: OverlayOptions['words']) =>
    showOverlay({
      page: document,
      view: window,
      url: () => new URL(location.href),
      words,
      find,
      marks: [],
      onPick(pick) {
        if (pick.as === 'brief') picked = pick.item;
        onPoint(pick);
      },
      onEnd() {
        overlay = undefined;
        onEnd();
      },
    });
  return {
    picked: () => picked,
    answer({ act, words }: Asks<'webcare'>): boolean {
      if (act !== 'ask') overlay?.stop();
      if (act === 'stop') overlay = undefined;
      if (act === 'start' && words) overlay = start(words);
      return overlay !== undefined;
    },
    /** Another task begins. */
    clear(): void {
      overlay?.stop();
      overlay = undefined;
      picked = undefined;
    },
  };
}

function find(page: Document): { id: string; element: Element }[] {
  return [...page.querySelectorAll<HTMLElement>('[data-reaction]')].map((element) => ({
    id: element.dataset['reaction'] ?? '',
    element,
  }));
}
