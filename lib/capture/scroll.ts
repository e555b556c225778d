import type { Adapter, Found } from '../platforms/adapter.ts';
import { all, first, isIn, parentOf, rootOf } from './dom.ts';
import type { Loading } from './loading.ts';
import { untilQuiet } from './quiet.ts';
import type { QuietTimes } from './quiet.ts';

/** A stand-in that comes into view is filled within a few seconds, or not at all. */
const afterLazy = { startMs: 4_000, stillMs: 120, maxMs: 10_000 };
const maxLazyTries = 2;
const afterScroll = { startMs: 250, stillMs: 32, maxMs: 8_000 };
/** Before the end is believed: networks answer within a second or two, or show that they are loading. */
const afterLastScroll = { ...afterScroll, startMs: 2_500 };
const maxHolds = 5;
/** Pixels; less than this between two items is a border or a button. */
const rowHeight = 150;
/** A list within a page within a page; deeper ones are traps. */
const maxAncestors = 200;

/** What scrolls the list: as the network's reader says, else what scrolls around the last item, else the page. */
function scrollerOf(page: Document, adapter: Adapter, last: Element | undefined): Element {
  const named = adapter.unfold.scrollers?.flatMap((selector) => first(page, selector) ?? [])[0];
  return named ?? (last && scrollingAround(page, last)) ?? page.scrollingElement ?? rootOf(page);
}

/** What scrolls the list that is in the page now. */
export function scrollerNow(page: Document, adapter: Adapter, url: URL): Element {
  return scrollerOf(page, adapter, adapter.find(page, url).at(-1)?.element);
}

function scrollingAround(page: Document, item: Element): Element | undefined {
  const view = page.defaultView;
  let around = parentOf(item);
  if (!view) return undefined;
  for (let depth = 0; around && depth < maxAncestors; depth += 1, around = parentOf(around)) {
    if (around === page.body || around === rootOf(page)) return undefined;
    const isTaller = around.scrollHeight > around.clientHeight + 1 && around.clientHeight > 0;
    if (isTaller && /^(?:auto|scroll|overlay)$/.test(view.getComputedStyle(around).overflowY)) return around;
  }
  return undefined;
}

/** From where the list is scrolled on. */
export interface Onward {
  readonly places: readonly Found[];
  /** What is further down and must not be passed. */
  readonly stop: Element | undefined;
  /** The last rounds brought nothing: a slow network is given longer. */
  readonly isSlow: boolean;
  /** The person is scrolling: the page is theirs. */
  readonly isTheirs: () => boolean;
  readonly loading: Loading;
}

/** Brings the last item now in the page to the top, so that no row is skipped. */
export async function scrollOn(
  page: Document,
  adapter: Adapter,
  { places, stop, isSlow, isTheirs, loading }: Onward,
): Promise<{ readonly isFurther: boolean; readonly isChanged: boolean }> {
  const last = furthest(page, places, stop);
  const scroller = scrollerOf(page, adapter, last);
  const before = scroller.scrollTop;
  if (last && isIn(page, last)) last.scrollIntoView({ block: 'start' });
  if (scroller.scrollTop <= before) scroller.scrollTop = before + screenOf(scroller);
  const isChanged = await untilStill(loading, isSlow ? afterLastScroll : afterScroll, held(page, scroller, last, isTheirs));
  return { isChanged, isFurther: scroller.scrollTop > before + 1 };
}

/** Goes down less than a screen, so that everything is in view once; false at the end of the list. */
export async function pageOn(page: Document, adapter: Adapter, { places, isTheirs, loading }: Onward): Promise<boolean> {
  const scroller = scrollerOf(page, adapter, places.at(-1)?.element);
  const before = scroller.scrollTop;
  scroller.scrollTop = before + screenOf(scroller);
  const height = page.defaultView?.innerHeight ?? 0;
  const inView = places.findLast(({ element }) => element.getBoundingClientRect().top < height);
  await untilStill(loading, afterScroll, held(page, scroller, inView?.element, isTheirs));
  return scroller.scrollTop > before + 1;
}

function untilStill(loading: Loading, times: QuietTimes, hold: () => void): Promise<boolean> {
  return loading.untilQuiet(times, () => {
    hold();
    return false;
  });
}

/**
 * Browsers keep what is at the end in view when rows come in above it, and so jump over those rows: the item that was gone to
 * is brought back, or the place where it was. A page that wants otherwise gets its way after a few times.
 */
function held(page: Document, scroller: Element, item: Element | undefined, isTheirs: () => boolean): () => void {
  const screen = scroller.clientHeight;
  const [scrolled, top] = [scroller.scrollTop, topOf(item)];
  let left = maxHolds;
  return () => {
    const isThere = item && isIn(page, item);
    const jumped = isThere ? top - topOf(item) : scroller.scrollTop - scrolled;
    if (jumped <= screen / 2 || isTheirs() || left === 0) return;
    left -= 1;
    if (isThere) item.scrollIntoView({ block: 'start' });
    else scroller.scrollTop = scrolled;
  };
}

export function topOf(item: Element | undefined): number {
  return item?.getBoundingClientRect().top ?? 0;
}

/** Pixels of one step over a list: most of what is in view. */
function screenOf({ clientHeight }: Element): number {
  return Math.max(200, clientHeight * 0.8);
}

/** Whether one item takes all that is in view, and goes on below it. */
export function fillsScreen(page: Document, places: readonly Found[]): boolean {
  const height = page.defaultView?.innerHeight ?? 0;
  return places.some(({ element }) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top <= 0 && bottom > height;
  });
}

/** Screens from the top to the end of a list as it is now. */
export function screensOf(scroller: Element): number {
  return Math.ceil(scroller.scrollHeight / screenOf(scroller));
}

/** Rows above what is in view are gone from a recycling list: reading begins at the beginning. */
export async function toTop(page: Document, scroller: Element): Promise<void> {
  if (scroller.scrollTop <= 1) return;
  const quiet = untilQuiet(page, afterScroll, () => false);
  scroller.scrollTop = 0;
  await quiet;
}

/**
 * The last item that can be gone to without passing one that is not drawn, or what has to be opened first: some lists keep a
 * row here and there and empty the rest, so a hole as high as a row is not jumped over. Nor is the rest of an item of many screens.
 */
function furthest(page: Document, places: readonly Found[], stop: Element | undefined): Element | undefined {
  const height = page.defaultView?.innerHeight ?? 0;
  const limit = stop ? topOf(stop) : Infinity;
  const rect = (at: number) => places[at]?.element.getBoundingClientRect();
  let at = Math.max(
    0,
    places.findLastIndex(({ element }) => topOf(element) < height),
  );
  const long = rect(at);
  if (long && long.height > height && long.bottom > height) return places[at]?.element; // to its end first: pictures come when they are in view
  for (let next = rect(at + 1); next && next.top - (rect(at)?.bottom ?? 0) < rowHeight && next.top < limit; next = rect(at + 1))
    at += 1;
  return places[at]?.element;
}

/** Brings the first stand-in that still waits into view, and waits until it is filled; `undefined` when none waits. */
export async function fillLazy(
  page: Document,
  { unfold: { lazy } }: Adapter,
  tried: WeakMap<Element, number>,
): Promise<boolean | undefined> {
  const places = lazy ? all(page, lazy) : [];
  const waiting = places.find((place) => (tried.get(place) ?? 0) < maxLazyTries && place.getClientRects().length > 0);
  if (!waiting) return undefined;
  tried.set(waiting, (tried.get(waiting) ?? 0) + 1);
  const filled = untilQuiet(page, afterLazy, () => isIn(page, waiting) && waiting.getClientRects().length > 0);
  waiting.scrollIntoView({ block: 'center' });
  return filled;
}
