/**
 * R9, R11, R12, webcare: a quiet control beside each reaction on the page, to point at a citizen's letter, or at what comes
 * along with the capture of the page. It hangs over the page in a closed root of its own and leaves the page's nodes as they
 * are. It decides nothing: the panel asks the rest.
 */
import type { Along, PointedAt, Pointing, WebcareWords } from '../../model/pointed.ts';
import { isNothingActive, rootOf } from '../dom.ts';
import { createLayer } from './layer.ts';
import { isTyping, placeOf, reactionsIn } from './places.ts';
import type { Reaction } from './places.ts';

export interface Overlay {
  /** Off the page while that is being captured. */
  pause(): void;
  resume(): void;
  stop(): void;
  /** What is pointed at, said anew. */
  mark(marks: readonly PointedAt[]): void;
}

export interface OverlayOptions {
  readonly page: Document;
  readonly view: Window;
  readonly url: () => URL;
  readonly words: WebcareWords;
  /** Where the reactions stand; absent: as the network's reader finds them. */
  readonly find?: (page: Document, url: URL) => readonly Reaction[];
  /** Pointed at before. */
  readonly marks: readonly PointedAt[];
  /** `item` is `Found.id`: for the worker only. */
  readonly onPick: (pick: { readonly item: string; readonly as: Pointing; readonly isOn: boolean }) => void;
  /** It went by itself: the user left, or the page did. */
  readonly onEnd: () => void;
}

/** Only while the keyboard walks along the reactions: pages have meanings of their own for these. */
const keys: Readonly<Record<string, Pointing>> = { b: 'brief', v: 'vraag', m: 'mee' };

/** The page is read again after it changed, but never so often that reading keeps it from its own work (D20). */
const restMs = 250;
const shareOfTime = 10;

export function showOverlay({ page, view, url, words, find = reactionsIn, marks, onPick, onEnd }: OverlayOptions): Overlay {
  const layer = createLayer(page, words, { pick, leave });
  const observer = new MutationObserver(() => soon());
  const address = url().href;
  let marked = marksOf(marks);
  let reactions: readonly Reaction[] = [];
  let current: string | undefined;
  /** The keyboard walks along the reactions. */
  let isWalking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  let tookMs = 0;

  function read(): void {
    clearTimeout(timer);
    timer = undefined;
    if (url().href !== address || !layer.isThere()) return leave();
    const began = performance.now();
    reactions = find(page, url());
    tookMs = performance.now() - began;
    place();
  }
  function soon(): void {
    timer ??= setTimeout(read, Math.max(restMs, tookMs * shareOfTime));
  }
  function place(): void {
    frame = undefined;
    layer.draw(
      reactions.map(({ id, element }) => ({
        id,
        at: placeOf(element, page, view, layer.host, id === current),
        mark: marked.get(id),
      })),
      isWalking ? current : undefined,
      marked.size,
    );
    // the network took the row away for a moment, and the focus with it
    if (isWalking && current !== undefined && isNothingActive(page)) layer.focus(current);
  }
  function nextFrame(): void {
    frame ??= requestAnimationFrame(place);
  }
  function pick(item: string, as: Pointing): void {
    current = item;
    if (as === 'brief') isWalking = false; // on in the panel
    const isOn = as === 'brief' || marked.get(item) !== as;
    if (as !== 'brief' && isOn) marked.set(item, as);
    else marked.delete(item); // a letter goes its own way
    nextFrame();
    onPick({ item, as, isOn });
  }
  function walk(step: 1 | -1): void {
    read(); // what stood there a moment ago may be gone
    const at = reactions.findIndex(({ id }) => id === current);
    const inSight = reactions.findIndex(({ element }) => Element.prototype.getBoundingClientRect.call(element).top >= 0);
    const next = reactions[at < 0 ? Math.max(inSight, 0) : at + step];
    if (!next) return;
    current = next.id;
    Element.prototype.scrollIntoView.call(next.element, { block: 'center' });
    isWalking = true;
    place();
    layer.focus(next.id);
  }
  /** What the page itself makes up is no person; and who types, types. */
  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (event.key === 'j') walk(1);
    else if (event.key === 'k') walk(-1);
    else if (event.key === 'Escape' && layer.isActive()) leave();
    else if (!pickBy(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  function pickBy(key: string): boolean {
    const as = keys[key];
    if (as === undefined || current === undefined || !layer.isActive()) return false;
    pick(current, as);
    return true;
  }
  const letGo = () => (isWalking = false);
  const moves = ['scroll', 'resize'] as const;
  function begin(): void {
    layer.show();
    for (const move of moves) view.addEventListener(move, nextFrame, { capture: true, passive: true });
    view.addEventListener('keydown', onKey, { capture: true });
    view.addEventListener('pointerdown', letGo, { capture: true, passive: true });
    observer.observe(rootOf(page), { childList: true, subtree: true });
    read();
  }
  function end(): void {
    clearTimeout(timer);
    timer = undefined;
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    observer.disconnect();
    for (const move of moves) view.removeEventListener(move, nextFrame, { capture: true });
    view.removeEventListener('keydown', onKey, { capture: true });
    view.removeEventListener('pointerdown', letGo, { capture: true });
    isWalking = false;
    layer.hide();
  }
  function leave(): void {
    end();
    onEnd();
  }
  begin();
  return {
    pause: end,
    resume: begin,
    stop: end,
    mark(now) {
      marked = marksOf(now);
      nextFrame();
    },
  };
}

function marksOf(marks: readonly PointedAt[]): Map<string, Along> {
  return new Map(marks.map(({ item, as }) => [item, as]));
}
