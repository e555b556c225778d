import type { Adapter, Found } from '../platforms/adapter.ts';
import { findControls, isSafe } from './controls.ts';
import type { FoundControl } from './controls.ts';
import { bodyOf, isIn, nodeType } from './dom.ts';
import type { Loading } from './loading.ts';
import { topOf } from './scroll.ts';

type Kind = FoundControl['kind'];
/** How long a control is given to do something, in milliseconds, after its first and its later clicks: a slow network gets longer. */
const graceMs = [1_200, 3_000] as const;
const quiet = { stillMs: 60, maxMs: 10_000 };
/** Screens below the first. */
const reach = 3;
/** A control that does nothing is left alone after this many clicks. */
const maxClicksEach = 2;

/** What came of one control: nodes are recycled, so it is known by what it says and the item it stands in or behind. */
interface Tried {
  readonly kind: Kind;
  readonly itemId: string;
  times: number;
  /** When it was last clicked, as `Date.now()`. */
  at: number;
  /** It was clicked and still stood there: its row may be recycled since. */
  isClosed: boolean;
}
export type Clicks = Map<string, Tried>;

/** A control in the page now. */
export interface Here {
  readonly control: FoundControl;
  readonly key: string;
  readonly itemId: string;
  readonly words: string;
  /** It can be seen: one that hides itself has done its work. */
  readonly isDrawn: boolean;
}

/** What is known of the page when controls are clicked. */
interface Round {
  readonly places: readonly Found[];
  readonly clicks: Clicks;
  readonly loading: Loading;
}

/**
 * Clicks the controls that have not proved to do nothing, then waits until they are gone or have had their time. Says whether
 * something changed, or may still change: then it is too early to scroll on.
 */
export async function clickOn(
  page: Document,
  adapter: Adapter,
  controls: readonly Here[],
  { places, clicks, loading }: Round,
): Promise<boolean> {
  const here = controls.filter(({ control }) => isReached(page, adapter, control.element));
  // after the last item drawn here a control may just not be drawn yet
  forgetSolved(clicks, places.slice(0, -1), here);
  const { waiting = [], fresh = [] } = Object.groupBy(
    here.filter(({ key, control }) => isInGrace(clicks.get(key)) || timesOf(clicks, key) < maxClicks(control.kind)),
    ({ key }) => (isInGrace(clicks.get(key)) ? 'waiting' : 'fresh'),
  );
  if (fresh.length + waiting.length === 0) return false;
  const clicked: Here[] = [];
  const growth = watchGrowth(page);
  const mayStillOpen = () =>
    [...clicked, ...waiting].some(
      (one) => isInGrace(clicks.get(one.key)) && (isStill(page, one) || (brings(one) && !growth.hasGrown())),
    );
  const changed = loading.untilQuiet({ startMs: 0, ...quiet }, mayStillOpen);
  clicked.push(...fresh.filter((one) => click(one, page, adapter, clicks)));
  const isChanged = await changed;
  growth.stop();
  const left = [...clicked, ...waiting].filter((one) => isStill(page, one));
  // its row may be gone before it is seen again
  for (const { key } of left) close(clicks.get(key));
  return isChanged || left.some(({ key, control }) => timesOf(clicks, key) < maxClicks(control.kind));
}

/** The click before may have given this node to another row: then it waits for the next round. */
function click(one: Here, page: Document, adapter: Adapter, clicks: Clicks): boolean {
  const { kind, element } = one.control;
  if (!isStill(page, one) || !isSafe(element, adapter.unfold)) return false;
  clicks.set(one.key, { kind, itemId: one.itemId, times: timesOf(clicks, one.key) + 1, at: Date.now(), isClosed: false });
  element.click();
  return true;
}

/** Shortened texts may only be uncovered; what brings items puts new elements in the page, some time after its button has gone. */
function brings({ control: { kind } }: Here): boolean {
  return kind === 'more-replies' || kind === 'more-reactions';
}

function watchGrowth(page: Document) {
  let hasGrown = false;
  const observer = new MutationObserver((changes) => {
    hasGrown ||= changes.some(({ addedNodes }) => [...addedNodes].some((node) => nodeType(node) === Node.ELEMENT_NODE));
  });
  const body = bodyOf(page);
  if (body) observer.observe(body, { childList: true, subtree: true });
  return { hasGrown: () => hasGrown, stop: () => observer.disconnect() };
}

/** The first control further down that is still to be clicked: nothing is passed before it is opened. */
export function nextControl(page: Document, adapter: Adapter, controls: readonly Here[], clicks: Clicks): Element | undefined {
  const further = controls.filter(
    ({ key, control: { kind, element } }) => timesOf(clicks, key) < maxClicks(kind) && !isReached(page, adapter, element),
  );
  return further.map(({ control }) => control.element).toSorted((one, other) => topOf(one) - topOf(other))[0];
}

/** What did nothing the first time round gets one more chance in the next. */
export function giveAnotherChance(clicks: Clicks): void {
  for (const tried of clicks.values()) tried.times = Math.min(tried.times, maxClicks(tried.kind) - 1);
}

/** Controls that are closed at the end, by kind: those in the page now, and those that did nothing before their row was recycled. */
export function closedControls(
  page: Document,
  adapter: Adapter,
  kinds: ReadonlySet<Kind>,
  places: readonly Found[],
  clicks: Clicks,
): { kind: string; count: number }[] {
  const here = controlsHere(page, adapter, kinds, places);
  forgetSolved(clicks, places, here);
  const closed = new Map(here.map(({ key, control }) => [key, control.kind]));
  for (const [key, { kind, isClosed }] of clicks) if (isClosed && kinds.has(kind)) closed.set(key, kind);
  return [...Map.groupBy(closed.values(), (kind) => kind)].map(([kind, all]) => ({ kind, count: all.length }));
}

export function controlsHere(page: Document, adapter: Adapter, kinds: ReadonlySet<Kind>, places: readonly Found[]): Here[] {
  return findControls(page, adapter.unfold, kinds).map((control) => {
    const words = control.element.textContent ?? '';
    const before = places.findLast((place) => isBefore(place.element, control.element));
    const itemId = control.kind === 'open-reactions' ? '' : (before?.id ?? '');
    const said = control.kind === 'open-reactions' ? '' : words.trim().slice(0, 80);
    return { control, words, isDrawn: isDrawn(control.element), itemId, key: [control.kind, itemId, said].join('|') };
  });
}

function close(tried: Tried | undefined): void {
  if (tried) tried.isClosed = true;
}

function timesOf(clicks: Clicks, key: string): number {
  return clicks.get(key)?.times ?? 0;
}

function isInGrace(tried: Tried | undefined): boolean {
  return tried !== undefined && Date.now() - tried.at < (tried.times > 1 ? graceMs[1] : graceMs[0]);
}

function isStill(page: Document, { control: { element }, words, isDrawn: wasDrawn }: Here): boolean {
  return isIn(page, element) && element.textContent === words && isDrawn(element) === wasDrawn;
}

function isDrawn(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** What stands far below is opened once it has been scrolled to: then what comes out of it is read in its place. */
function isReached(page: Document, { unfold: { scrolls } }: Adapter, element: Element): boolean {
  const height = page.defaultView?.innerHeight ?? 0;
  return !scrolls || topOf(element) <= height * reach;
}

/** The items around it are in the page and the control is not: a slow one worked after all. */
function forgetSolved(clicks: Clicks, places: readonly Found[], here: readonly Here[]): void {
  const items = new Set(places.map(({ id }) => id));
  const keys = new Set(here.map(({ key }) => key));
  for (const [key, tried] of clicks) if (items.has(tried.itemId) && !keys.has(key)) tried.isClosed = false;
}

/** A second click on what opens a panel would close it. */
function maxClicks(kind: Kind): number {
  return kind === 'open-reactions' ? 1 : maxClicksEach;
}

function isBefore(place: Element, element: Element): boolean {
  return place.contains(element) || (place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
