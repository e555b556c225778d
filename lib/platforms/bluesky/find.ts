import type { Found } from '../adapter.ts';
import { isDid, profileActor, readAddress } from './address.ts';
import { warningOf, handleOf, hasLineUp, isSame, permalinkOf, quoteOf, repostLink } from './item-parts.ts';
import { itemsIn, threadRows } from './rows.ts';
import type { Row } from './rows.ts';
import { selectors } from './selectors.ts';

type Parent = NonNullable<Found['parent']>;

export function find(page: Document, url: URL): Found[] {
  const { kind, actor, id } = readAddress(url);
  if (kind === 'profile' && actor) return findOnProfile(page, url, actor);
  return kind === 'post' && id ? findInThread(page, url, id) : [];
}

/** The account's posts and what it reposted; posts of others stand there as what it answers. */
function findOnProfile(page: Document, url: URL, actor: string): Found[] {
  const account = accountHandle(page, actor);
  return itemsIn(page, selectors.feedItem).flatMap((element) => {
    const link = permalinkOf(element, url);
    if (!link) return [];
    const reposter = repostLink(element, url, quoteOf(element, url));
    const isOwn = isSame(handleOf(element) ?? '', account) || (reposter && isSame(profileActor(reposter.url) ?? '', account));
    return [found(isOwn ? 'post' : 'reaction', link.id, element, url)];
  });
}

/** A profile can be addressed by its DID; its own header says the handle. */
export function accountHandle(page: Document, actor: string): string {
  if (!isDid(actor)) return actor;
  const [first] = itemsIn(page, selectors.feedItem);
  return (first && handleOf(first)) ?? actor;
}

interface Place {
  readonly row: Extract<Row, { kind: 'item' }>;
  readonly id: string;
  readonly handle?: string;
}

function findInThread(page: Document, url: URL, id: string): Found[] {
  const rows = threadRows(page, url);
  const places = new Map(rows.flatMap((row): [Row, Place][] => placeOf(row, url)));
  const focal = [...places.values()].find((place) => place.id === id);
  const at = focal ? rows.indexOf(focal.row) : -1;
  const above = new Set(rows.slice(0, Math.max(0, at)));
  const parents = parentsIn(rows, places, at, id);
  return [...places.values()].map((place) => {
    const isOwnAbove = above.has(place.row) && place.handle !== undefined && isSame(place.handle, focal?.handle);
    const kind = place === focal || isOwnAbove ? 'post' : 'reaction';
    return found(kind, place.id, place.row.element, url, parents.get(place.id));
  });
}

function placeOf(row: Row, url: URL): [Row, Place][] {
  const link = row.kind === 'item' ? permalinkOf(row.element, url) : undefined;
  if (row.kind !== 'item' || !link) return [];
  const handle = handleOf(row.element);
  return [[row, { row, id: link.id, ...(handle && { handle }) }]];
}

/**
 * Above the post a chain to it. Below it either a tree, where what stands further to the right answers what stands above it and
 * one step to the left, or chains: a line from face to face.
 */
function parentsIn(rows: readonly Row[], places: ReadonlyMap<Row, Place>, at: number, id: string): Map<string, Parent> {
  const parents = new Map<string, Parent>();
  const steps: (string | undefined)[] = [];
  let before: Place | undefined;
  for (const [index, row] of rows.entries()) {
    const place = places.get(row);
    if (index > at) {
      const parent = place && answered(place, steps, before?.row === rows[at] ? undefined : before, id);
      if (place && parent) parents.set(place.id, parent);
      if (row.kind !== 'aside') steps.splice(row.indent, steps.length, place?.id);
    } else if (place && before) parents.set(place.id, { id: before.id, method: 'chain' });
    before = row.kind === 'aside' ? before : place;
  }
  return parents;
}

function answered(
  { row }: Place,
  steps: readonly (string | undefined)[],
  before: Place | undefined,
  id: string,
): Parent | undefined {
  if (row.indent > 0) {
    const left = steps[row.indent - 1];
    return left === undefined ? undefined : { id: left, method: 'markup' };
  }
  if (hasLineUp(row.element)) return before && { id: before.id, method: 'chain' };
  return { id, method: 'position' };
}

function found(kind: Found['kind'], id: string, element: Element, url: URL, parent?: Parent): Found {
  const isClosed = warningOf(element, quoteOf(element, url))?.isClosed;
  return { kind, id, element, ...(isClosed && { isTruncated: true as const }), ...(parent && { parent }) };
}
