import type { Adapter } from '../platforms/adapter.ts';
import { all } from './dom.ts';
import { untilQuiet } from './quiet.ts';
import type { QuietTimes } from './quiet.ts';

/** Pixels around the screen in which lists begin to load. */
const near = 200;
/** A spinner beside which nothing came in all this time, in milliseconds, is not waited for again. */
const mostInVain = 15_000;

/** What a page shows while it fetches something, and whether that is still believed. */
export class Loading {
  readonly #page: Document;
  readonly #selector: string | undefined;
  readonly #inVain = new WeakMap<Element, number>();

  constructor(page: Document, { unfold: { loading } }: Adapter) {
    this.#page = page;
    this.#selector = loading;
  }

  /** Resolves with whether anything changed, once the page is still and nothing says "loading" or is waited for. */
  async untilQuiet(times: QuietTimes, isAwaited: () => boolean = () => false): Promise<boolean> {
    const began = Date.now();
    const hasChanged = await untilQuiet(
      this.#page,
      times,
      () => isAwaited() || this.#inView().some((one) => this.#isBelieved(one)),
    );
    const waited = Date.now() - began;
    for (const one of this.#inView()) this.#inVain.set(one, hasChanged ? 0 : this.#waitedFor(one) + waited);
    return hasChanged;
  }

  /** A list that has more keeps a spinner at its end all the time; out of sight it waits, too. */
  #inView(): Element[] {
    const height = this.#page.defaultView?.innerHeight ?? 0;
    return this.#selector === undefined ? [] : all(this.#page, this.#selector).filter((one) => isInView(one, height));
  }

  #isBelieved(one: Element): boolean {
    return this.#waitedFor(one) < mostInVain;
  }

  #waitedFor(one: Element): number {
    return this.#inVain.get(one) ?? 0;
  }
}

function isInView(element: Element, height: number): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > -near && top < height + near;
}
