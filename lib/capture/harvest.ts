import type { DraftItem, DraftMedia } from '../model/draft.ts';
import type { FragmentElement } from '../model/fragment.ts';
import { Failure } from '../model/failure.ts';
import type { Adapter, Found, People, UnfoldPlan } from '../platforms/adapter.ts';
import { Accumulator } from './accumulator.ts';
import { breathe } from './breathe.ts';
import { watchChanges } from './changes.ts';
import type { Changes } from './changes.ts';
import { hoveredTime } from './hover.ts';
import { fragmentOf } from './replica.ts';
import type { StyleTable } from './styles.ts';

/** Everything read so far in one capture. */
export interface Harvest {
  readonly items: Accumulator<DraftItem>;
  /** Rough size of what was read, in bytes, for the budget. */
  bytes: number;
  /** Milliseconds spent reading, without the waiting. */
  readMs: number;
  /** Items that are in the page but that the reader could not make out. */
  readonly unreadable: Set<string>;
  /** Who wrote the posts themselves. */
  readonly postAuthors: Set<number>;
  /** From when an item whose pictures are still to come is read again, by the page's own clock. */
  readonly readAgainAt: Map<string, number>;
  /** Items that answer the one above them in the thread, whichever that is. */
  readonly underAbove: Set<string>;
}

export interface Reader {
  readonly adapter: Adapter;
  readonly people: People;
  readonly styles: StyleTable;
  /** Given when the user allows times to be asked for with the pointer. */
  readonly hover?: UnfoldPlan['hover'];
}

export function createHarvest(): Harvest {
  return {
    items: new Accumulator(),
    bytes: 0,
    readMs: 0,
    unreadable: new Set(),
    postAuthors: new Set(),
    readAgainAt: new Map(),
    underAbove: new Set(),
  };
}

/** The longest the page is kept from its own work (D20). */
const sliceMs = 30;
/** Times what reading it took: a post with thousands of pictures must not be read whole for each of them. */
const againAfter = 10;

/** Reads the items that are in the page now and are new, or can be read better than before. */
export async function harvest(
  reader: Reader,
  page: Document,
  url: URL,
  into: Harvest,
  deadline = Infinity,
): Promise<{ readonly added: number; readonly places: readonly Found[] }> {
  const before = into.items.size;
  const changes = watchChanges(page);
  try {
    const places = await readPlaces(reader, page, url, into, deadline, changes);
    into.items.weave(readOf(places, into));
    return { added: into.items.size - before, places };
  } finally {
    changes.stop();
  }
}

/** The places that were read, as they stand now. Finding them costs a walk over the whole page: only when rows have changed meanwhile. */
async function readPlaces(
  reader: Reader,
  page: Document,
  url: URL,
  into: Harvest,
  deadline: number,
  changes: Changes,
): Promise<readonly Found[]> {
  const done = new Set<string>();
  const find = () => {
    changes.forget();
    return placesNow(reader, page, url, into);
  };
  const unread = () => places.filter((place) => isReadBetter(place, into) && !done.has(place.id)).toReversed();
  let places = find();
  let waiting = unread();
  let sliceStart = -Infinity; // finding was a long piece of work by itself
  for (let place = waiting.pop(); place && Date.now() <= deadline; place = waiting.pop()) {
    if (performance.now() - sliceStart >= sliceMs) {
      await breathe();
      sliceStart = performance.now();
    }
    if (changes.hasTouched(page, place.element)) {
      into.items.weave(readOf(places, into));
      places = find();
      waiting = unread();
      sliceStart = performance.now(); // something must be read before the page has its turn again, or a busy page is never read
      continue;
    }
    const started = performance.now();
    done.add(place.id);
    if (attempt(() => keep(reader, place, page, url, into))) into.unreadable.delete(place.id);
    else into.unreadable.add(place.id);
    const took = performance.now() - started;
    into.readMs += took;
    into.readAgainAt.set(place.id, performance.now() + took * againAfter);
    await hover(reader, place, page, into);
  }
  return changes.any() ? find() : places;
}

function placesNow({ adapter }: Reader, page: Document, url: URL, into: Harvest): Found[] {
  const started = performance.now();
  const places = unique(adapter.find(page, url));
  into.readMs += performance.now() - started;
  return places;
}

function readOf(places: readonly Found[], { items }: Harvest): string[] {
  return places.map(({ id }) => id).filter((id) => items.get(id) !== undefined);
}

/** The same item stands twice where a dialog lies over a feed; the first visible one counts. */
function unique(found: Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A new item, or one whose text has been unfolded since, or whose parent shows only now. */
function isReadBetter(place: Found, { items, readAgainAt }: Harvest): boolean {
  const known = items.get(place.id);
  if (!known) return true;
  const isUnfolded = known.isTruncated === true && !place.isTruncated;
  if (isUnfolded || betterParent(place, known)) return true;
  return known.media.some(isWaiting) && (performance.now() >= (readAgainAt.get(place.id) ?? 0) || isPassed(place));
}

/** Its end is in view: a recycling list may take it away next, and the end of it with it. */
function isPassed({ element }: Found): boolean {
  return element.getBoundingClientRect().bottom <= (element.ownerDocument.defaultView?.innerHeight ?? 0);
}

/** Pictures are loaded when they come into view: one read too early has no address yet. */
function isWaiting({ kind, url }: DraftMedia): boolean {
  return kind === 'image' && url === undefined;
}

function betterParent(place: Found, known: DraftItem): boolean {
  return (
    place.parent !== undefined &&
    place.parent.method !== 'position' &&
    (known.parent === undefined || known.parent.method === 'position')
  );
}

function keep(reader: Reader, place: Found, page: Document, url: URL, into: Harvest): void {
  const { item, marks } = reader.adapter.read(place, page, url, reader.people);
  if (place.kind === 'post' && item.author !== undefined) into.postAuthors.add(item.author);
  const whose = item.author !== undefined && into.postAuthors.has(item.author) ? 'page' : 'others';
  const fragment: FragmentElement | undefined = fragmentOf(place.element, marks, reader.styles, whose);
  const known = into.items.get(place.id);
  const parent = known && !betterParent(place, known) ? known.parent : place.parent;
  if (place.isUnderAbove && !parent) into.underAbove.add(place.id);
  into.items.set(place.id, {
    ...item,
    kind: place.kind,
    id: place.id,
    ...(parent && { parent: { id: parent.id, method: parent.method } }),
    ...(place.isTruncated && { isTruncated: true as const }),
    ...(fragment && { fragment }),
  });
  into.bytes += 400 + (item.text?.length ?? 0) * 6;
}

/** The shown time, and behind it what the page shows under the pointer. */
async function hover({ hover: asked }: Reader, { id, element }: Found, page: Document, into: Harvest): Promise<void> {
  const item = into.items.get(id);
  if (!asked || !item || item.times.markup) return;
  const text = await hoveredTime(page, element, asked);
  if (!text) return;
  const shown = item.times.shown ? `${item.times.shown} (${text})` : text;
  into.items.set(id, { ...item, times: { ...item.times, shown } });
}

/** One item that is built otherwise must not cost the others: it is counted, and the capture says so. */
function attempt(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'page-not-understood') return false;
    throw error;
  }
}

/** Everything read, in page order, with the parents that only the order tells. */
export function itemsOf({ items, underAbove }: Harvest): DraftItem[] {
  const all = items.values();
  return all.map((item, index) => {
    const above = all[index - 1];
    const isKnown = item.parent !== undefined || !underAbove.has(item.id) || !above;
    return isKnown ? item : { ...item, parent: { id: above.id, method: 'chain' as const } };
  });
}
