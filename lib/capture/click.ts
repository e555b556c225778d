import type { Adapter, Found } from '../platforms/adapter.ts';
import { findControls, isSafe } from './controls.ts';
import type { FoundControl } from './controls.ts';
import { isIn } from './dom.ts';
import { untilQuiet } from './quiet.ts';
import { isLoading } from './scroll.ts';

const afterClick = { startMs: 1_200, stillMs: 60, maxMs: 10_000 };
/** A control that does nothing is left alone after this many clicks. */
const maxClicksEach = 2;

/** How often each control was clicked. */
export type Clicks = Map<string, number>;

/** Clicks the controls that have not proved to do nothing, then waits once. */
export async function clickOn(
  page: Document,
  adapter: Adapter,
  kinds: ReadonlySet<FoundControl['kind']>,
  places: readonly Found[],
  clicks: Clicks,
): Promise<{ readonly hasClicked: boolean; readonly isChanged: boolean }> {
  const found = findControls(page, adapter.unfold, kinds);
  const waiting = found.map((control) => ({ control, key: signature(control, places), words: control.element.textContent }));
  const fresh = waiting.filter(({ key, control }) => (clicks.get(key) ?? 0) < maxClicks(control));
  if (fresh.length === 0) return { hasClicked: false, isChanged: false };
  const changed = untilQuiet(page, afterClick, () => isLoading(page, adapter));
  for (const { control, key, words } of fresh) {
    // the click before may have given this node to another row
    if (!isIn(page, control.element) || control.element.textContent !== words || !isSafe(control.element, adapter.unfold)) continue;
    clicks.set(key, (clicks.get(key) ?? 0) + 1);
    control.element.click();
  }
  return { hasClicked: true, isChanged: await changed };
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
