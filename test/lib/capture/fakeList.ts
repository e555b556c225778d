/** A list whose rows come and go, in a document that draws nothing itself: rows of 100 pixels, a screen of 700. */
import { vi } from 'vitest';

export interface FakeList {
  /** How often it was brought back to the top. */
  readonly returns: number;
  readonly top: number;
  scrollTo(top: number): void;
  draw(): void;
}

const placeOf = (element: Element) => Number(element.closest('[data-at]')?.getAttribute('data-at') ?? 0);

/** `rows`: what stands at each place now, as html of one element, or nothing where nothing is drawn. `ahead`: rows drawn out of sight. */
export function fakeList(rows: (at: number, list: FakeList) => string | undefined, length: () => number, ahead = 3): FakeList {
  let [top, returns] = [0, 0];
  const list = {
    get returns() {
      return returns;
    },
    get top() {
      return top;
    },
    scrollTo: (wanted: number) => {
      const next = Math.max(0, Math.min(wanted, length() * 100 - 700));
      if (next === 0 && top > 0) returns += 1;
      top = next;
      list.draw();
    },
    draw() {
      const first = Math.max(0, Math.floor(top / 100) - ahead);
      const drawn = Array.from({ length: 8 + ahead * 2 }, (_, index) => first + index).filter((at) => at < length());
      const html = drawn.map((at) => `<div data-at="${at}">${rows(at, list) ?? ''}</div>`).join('');
      if (document.body.innerHTML !== html) document.body.innerHTML = html;
    },
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function box(this: Element) {
    return new DOMRect(0, placeOf(this) * 100 - top, 500, 100);
  });
  Element.prototype.scrollIntoView = function into(this: Element) {
    list.scrollTo(placeOf(this) * 100);
  };
  const scroller = document.documentElement;
  Object.defineProperties(scroller, {
    scrollTop: { configurable: true, get: () => top, set: list.scrollTo },
    clientHeight: { configurable: true, get: () => 700 },
    scrollHeight: { configurable: true, get: () => length() * 100 },
  });
  vi.stubGlobal('innerHeight', 700);
  list.draw();
  return list;
}

export function forgetList(): void {
  for (const name of ['scrollTop', 'clientHeight', 'scrollHeight']) Reflect.deleteProperty(document.documentElement, name);
  vi.unstubAllGlobals();
}
