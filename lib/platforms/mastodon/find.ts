import type { Found } from '../adapter.ts';
import { all, closest, contains, isShown, matches, nextElement, one, parent } from '../read.ts';
import { readAddress } from './address.ts';
import type { MastodonAddress } from './address.ts';
import { selectors } from './selectors.ts';
import { isRow, isTextHidden, own, permalinkOf, quoteOf } from './status.ts';
import type { Permalink } from './status.ts';

type Parent = NonNullable<Found['parent']>;

export interface Place {
  readonly element: Element;
  readonly link: Permalink;
  readonly quote: Element | undefined;
  readonly isDetail: boolean;
  /** The status drawn right before it, kept or not. */
  readonly after?: Element;
}

export function find(page: Document, url: URL): Found[] {
  const address = readAddress(url);
  const places = [...placesIn(page, url, address)];
  if (address.kind === 'post') return inThread(places);
  if (address.kind !== 'profile') return [];
  return places.map((place) =>
    found(place, isOf(place, address.handle) || isBoost(place.element) ? 'post' : 'reaction', undefined),
  );
}

/** The statuses of the page's column, without messages that are not for everyone. */
export function* placesIn(page: Document, url: URL, address: MastodonAddress): Generator<Place> {
  let after: Element | undefined;
  for (const candidate of all(scopeOf(page), selectors.statuses)) {
    const element = rootOf(candidate);
    if (!element || contains(after, element) || !isShown(element)) continue;
    const quote = quoteOf(element);
    const link = permalinkOf(element, url, quote);
    if (!link) continue;
    const place = { element, link, quote, isDetail: matches(element, selectors.detail), ...(after && { after }) };
    after = element;
    if (!isDirect(place) && (isOf(place, address.handle) || !isForFollowers(place))) yield place;
  }
}

/** The advanced layout shows several columns beside each other, the employee's own timeline among them. */
function scopeOf(page: Document): Document | Element {
  const heart = one(page, selectors.detail) ?? one(page, selectors.profileHeader);
  return (
    (heart && closest(heart, selectors.column)) ?? one(page, '.columns-area__panels__main') ?? one(page, selectors.root) ?? page
  );
}

/** The element with the line above it ("boosted"); `undefined` for what is part of another status. */
function rootOf(candidate: Element): Element | undefined {
  if (matches(candidate, selectors.detail)) return candidate;
  if (closest(candidate, selectors.quote)) return undefined;
  if (matches(candidate, '.status')) return closest(candidate, selectors.wrapper) ?? candidate;
  if (one(candidate, '.status') || isRow(candidate)) return undefined;
  const above = parent(candidate);
  const outer = above && closest(above, 'article[data-id]');
  return outer && !isRow(outer) ? undefined : candidate;
}

/** R2: messages to some people are out of scope wherever they show. */
function isDirect({ element, quote, isDetail }: Place): boolean {
  return (
    matches(element, selectors.direct) ||
    own(element, directSigns, quote) !== undefined ||
    (!isDetail && own(element, addressees, quote) !== undefined)
  );
}

const directSigns = `${selectors.direct}, ${selectors.directIcon}`;
/** The redesign says "… to followers" and "… to you" in the line of the name alone: in doubt it is a message. */
const addressees = 'header p > span > a[data-hover-card-account]';

function isForFollowers({ element, quote }: Place): boolean {
  return matches(element, selectors.followersOnly) || own(element, selectors.followersOnly, quote) !== undefined;
}

function isOf({ link }: Place, handle: string | undefined): boolean {
  return link.handle.toLowerCase() === handle?.toLowerCase();
}

export function isBoost(element: Element): boolean {
  return (
    one(element, selectors.prepend) !== undefined && one(element, `.status__prepend :is(${selectors.boostIcon})`) !== undefined
  );
}

/** What the post answers stands above it (the account's own: posts), everything that answers it below. */
function inThread(places: readonly Place[]): Found[] {
  const at = places.findIndex(({ isDetail }) => isDetail);
  const focal = places[at];
  return places.map((place, index) => {
    const isOwnAbove = index < at && isOf(place, focal?.link.handle);
    const kind = place === focal || isOwnAbove ? 'post' : 'reaction';
    return found(place, kind, parentOf(places, index, at));
  });
}

/**
 * Mastodon draws a line from a status to the one below that answers it. `status--first-in-thread` says "not an answer to the
 * one before, or an answer to the post"; a line that does not go on below it then leads to the post. Otherwise the markup does
 * not tell.
 */
function parentOf(places: readonly Place[], index: number, at: number): Parent | undefined {
  const [place, before, focal] = [places[index], places[index - 1], places[at]];
  if (!place || !before || !focal) return undefined;
  // what stood in between is not for everyone, or is not drawn now
  if (place.after !== before.element || !isNextTo(before.element, place.element)) return undefined;
  if (index === at) return chain(before);
  const status = statusOf(place);
  if (!status || !matches(status, '.status--in-thread')) return undefined;
  if (index === at + 1) return chain(focal);
  if (!matches(status, '.status--first-in-thread')) return hasLineDown(statusOf(before)) ? chain(before) : undefined;
  return index > at && one(status, selectors.line) && !hasLineDown(status) ? chain(focal) : undefined;
}

/** No other row stands between them, not even one that is empty while it is out of sight. */
function isNextTo(above: Element, below: Element): boolean {
  let row = above;
  for (let up = parent(row); up && !contains(up, below); up = parent(up)) row = up;
  const next = nextElement(row);
  return next !== null && contains(next, below);
}

function hasLineDown(status: Element | undefined): boolean {
  return status !== undefined && one(status, '.status__line--full') !== undefined;
}

function statusOf(place: Place | undefined): Element | undefined {
  return place && (matches(place.element, '.status') ? place.element : one(place.element, '.status'));
}

function chain({ link }: Place): Parent {
  return { id: link.id, method: 'chain' };
}

function found({ element, link, quote }: Place, kind: Found['kind'], answers: Parent | undefined): Found {
  return {
    kind,
    id: link.id,
    element,
    ...(isTextHidden(element, quote) && { isTruncated: true }),
    ...(answers && { parent: answers }),
  };
}
