import { Failure } from '../../model/failure.ts';
import type { Found } from '../../platforms/adapter.ts';
import { readerFor } from '../reader.ts';

export type Reaction = Pick<Found, 'id' | 'element'>;

/** The reactions in the page now, found anew each time: networks use the same row for one after the other. */
export function reactionsIn(page: Document, url: URL): Reaction[] {
  try {
    return readerFor(page, url)
      .adapter.find(page, url)
      .filter(({ kind }) => kind === 'reaction');
  } catch (error) {
    if (error instanceof Failure) return []; // a page half built, or that is not what it was
    throw error;
  }
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const controlSize = 28;
const gap = 4;

/** Beside the reaction, in the gutter before it; undefined when the user cannot see it there. `isSure`: the user walked to it. */
export function placeOf(element: Element, page: Document, view: Window, host: Element, isSure: boolean): Point | undefined {
  const { left, top, bottom, width, height } = Element.prototype.getBoundingClientRect.call(element);
  if (width < controlSize || height < controlSize) return undefined;
  if (bottom < controlSize || top > view.innerHeight - controlSize || left > view.innerWidth) return undefined;
  const point = pointBeside({ left, top, bottom });
  const probe = Math.min(left + Math.min(width / 2, 24), view.innerWidth - 1);
  return isSure || !isCovered(element, page, host, probe, point.y + controlSize / 2) ? point : undefined;
}

/** In sight as long as the reaction is; where there is no gutter below the portrait. */
export function pointBeside({ left, top, bottom }: { left: number; top: number; bottom: number }): Point {
  const x = left - controlSize - gap;
  const start = top + (x < gap ? 56 : 2 * gap);
  return { x: Math.max(x, gap), y: Math.max(Math.min(Math.max(start, 2 * gap), bottom - controlSize - gap), top + gap) };
}

/** Something of the page lies over it: a dialog, a picture shown large, the bar on top. */
function isCovered(element: Element, page: Document, host: Element, x: number, y: number): boolean {
  const over = Document.prototype.elementFromPoint.call(page, x, y);
  if (!over || over === host) return false;
  return !Node.prototype.contains.call(element, over) && !Node.prototype.contains.call(over, element);
}

/** The key goes into something that is being written. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return Element.prototype.matches.call(target, 'input, textarea, select') || isEditable(target);
}

/** Asked of the prototype: a page can name a field after any property (T5). */
function isEditable(target: HTMLElement): boolean {
  return Reflect.get(HTMLElement.prototype, 'isContentEditable', target);
}
