import type { Adapter, Found } from '../platforms/adapter.ts';
import { findControls, isSafe } from './controls.ts';
import type { FoundControl } from './controls.ts';
import { isIn } from './dom.ts';
import { untilQuiet } from './quiet.ts';
import { isLoading } from './scroll.ts';

const afterClick = { startMs: 1_200, stillMs: 60, maxMs: 10_000 };
/** The first click did nothing yet: a slow network is given longer. */
const afterSecondClick = { ...afterClick, startMs: 3_000 };
/** Screens below the first. */
const reach = 3;
/** A control that does nothing is left alone after this many clicks. */
const maxClicksEach = 2;

/** How often each control was clicked, and which of them were seen again after doing nothing: rows with such a control may be recycled. */
export interface Clicks {
  readonly times: Map<string, number>;
  readonly stuck: Map<string, FoundControl['kind']>;
}

export function noClicks(): Clicks {
  return { times: new Map(), stuck: new Map() };
}

/** Clicks the controls that have not proved to do nothing, then waits once. */
export async function clickOn(
  page: Document,
  adapter: Adapter,
  kinds: ReadonlySet<FoundControl['kind']>,
  places: readonly Found[],
  clicks: Clicks,
): Promise<{ readonly hasClicked: boolean; readonly isChanged: boolean }> {
  const found = findControls(page, adapter.unfold, kinds).filter(({ element }) => isReached(page, adapter, element));
  const waiting = found.map((control) => ({ control, key: signature(control, places), words: control.element.textContent }));
  // after the last item drawn here a control may just not be drawn yet
  forgetSolved(clicks, places.slice(0, -1), new Set(waiting.map(({ key }) => key)));
  const fresh = waiting.filter(({ key, control }) => (clicks.times.get(key) ?? 0) < maxClicks(control));
  for (const { key, control } of waiting)
    if ((clicks.times.get(key) ?? 0) >= maxClicks(control)) clicks.stuck.set(key, control.kind);
  if (fresh.length === 0) return { hasClicked: false, isChanged: false };
  const isSecond = fresh.some(({ key }) => clicks.times.has(key));
  const changed = untilQuiet(page, isSecond ? afterSecondClick : afterClick, () => isLoading(page, adapter));
  for (const { control, key, words } of fresh) {
    // the click before may have given this node to another row
    if (!isIn(page, control.element) || control.element.textContent !== words || !isSafe(control.element, adapter.unfold)) continue;
    clicks.times.set(key, (clicks.times.get(key) ?? 0) + 1);
    control.element.click();
  }
  const isChanged = await changed;
  // its row may be gone before it is seen again
  if (!isChanged) for (const { key, control } of fresh) if (clicks.times.has(key)) clicks.stuck.set(key, control.kind);
  return { hasClicked: true, isChanged };
}

/** What stands far below is opened once it has been scrolled to: then what comes out of it is read in its place. */
function isReached(page: Document, { unfold: { scrolls } }: Adapter, element: Element): boolean {
  const height = page.defaultView?.innerHeight ?? 0;
  return !scrolls || element.getBoundingClientRect().top <= height * reach;
}

/** The items around it are in the page and the control is not: a slow one worked after all. */
function forgetSolved({ stuck }: Clicks, places: readonly Found[], here: ReadonlySet<string>): void {
  const items = new Set(places.map(({ id }) => id));
  for (const key of stuck.keys()) if (items.has(key.split('|')[1] ?? '') && !here.has(key)) stuck.delete(key);
}

/** Controls that are closed at the end, by kind: those in the page now, and those that did nothing before their row was recycled. */
export function closedControls(
  page: Document,
  adapter: Adapter,
  kinds: ReadonlySet<FoundControl['kind']>,
  places: readonly Found[],
  clicks: Clicks,
): { kind: string; count: number }[] {
  const closed = new Map<string, FoundControl['kind']>();
  for (const control of findControls(page, adapter.unfold, kinds)) closed.set(signature(control, places), control.kind);
  forgetSolved(clicks, places, new Set(closed.keys()));
  for (const [key, kind] of clicks.stuck) if (kinds.has(kind)) closed.set(key, kind);
  return [...Map.groupBy(closed.values(), (kind) => kind)].map(([kind, all]) => ({ kind, count: all.length }));
}

/** A second click on what opens a panel would close it. */
function maxClicks({ kind }: FoundControl): number {
  return kind === 'open-reactions' ? 1 : maxClicksEach;
}

/** Nodes are recycled, so a control is known by what it says and the item it stands in or behind. */
function signature({ kind, element }: FoundControl, places: readonly Found[]): string {
  if (kind === 'open-reactions') return kind;
  const before = places.findLast((place) => isBefore(place.element, element));
  return `${kind}|${before?.id ?? ''}|${(element.textContent ?? '').trim().slice(0, 80)}`;
}

function isBefore(place: Element, element: Element): boolean {
  return place.contains(element) || (place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
