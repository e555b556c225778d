/** Where posts stand: cards in a column scrolled from post to post, or one on a page of its own. */
import { linksIn } from '../address.ts';
import { all, attribute, closest, isShown, one, parent } from '../read.ts';
import { linkedHandle, readAddress } from './address.ts';
import { selectors } from './selectors.ts';

export interface PostPlace {
  readonly element: Element;
  readonly id: string;
  readonly handle?: string;
}

/** The page's own post, and other posts of the same account that stand loaded below it. Posts of others are not taken in. */
export function postPlaces(page: Document, url: URL): PostPlace[] {
  const { handle, id } = readAddress(url);
  if (!id) return [];
  const cards = all(page, selectors.card).flatMap((card) => cardPlace(card, url));
  const focal = cards.find((card) => card.id === id) ?? unnumbered(page, url, id, handle) ?? detailPlace(page, url, id, handle);
  const account = handle ?? focal?.handle;
  const others = cards.filter((card) => card.id !== id && card.handle !== undefined && isSame(card.handle, account));
  return focal ? [focal, ...others] : others;
}

export function isSame(handle: string, other: string | undefined): boolean {
  return other !== undefined && handle.toLowerCase() === other.toLowerCase();
}

function cardPlace(card: Element, base: URL): PostPlace[] {
  const id = attribute(one(card, selectors.player), 'id')?.match(/-(\d{5,20})$/u)?.[1];
  const handle = authorHandle(card, base);
  return id && isShown(card) ? [{ element: card, id, ...(handle && { handle }) }] : [];
}

/** Photos have no player that says their number: the first filled card then, when it is by the account of the address. */
function unnumbered(page: Document, base: URL, id: string, handle: string | undefined): PostPlace | undefined {
  const card = all(page, selectors.card).find((each) => one(each, selectors.desc) ?? one(each, selectors.authorAvatar));
  const author = card && !one(card, selectors.player) ? authorHandle(card, base) : undefined;
  return card && author && isSame(author, handle ?? author) ? { element: card, id, handle: author } : undefined;
}

/** The detail page: the outermost box around the text that holds this one post. */
function detailPlace(page: Document, base: URL, id: string, handle: string | undefined): PostPlace | undefined {
  if (one(page, selectors.card)) return undefined;
  const desc = all(page, selectors.desc).find((place) => isShown(place) && !closest(place, selectors.related));
  const element = desc && boxOf(desc);
  if (!element) return undefined;
  const author = authorHandle(element, base) ?? handle;
  return { element, id, ...(author && { handle: author }) };
}

function boxOf(desc: Element): Element {
  for (let box = parent(desc); box; box = parent(box)) {
    if (one(box, `${selectors.authorAvatar}, ${selectors.nickname}, ${selectors.authorBox}`) && one(box, selectors.detailMedia))
      return box;
  }
  return closest(desc, selectors.detail) ?? desc;
}

/** In a post's box, but not in the comments or the posts of others that a detail page has in the same box. */
export function ownAll(place: Element, selector: string): Element[] {
  return all(place, selector).filter((element) => !closest(element, `${selectors.panel}, ${selectors.related}`));
}

export function own(place: Element, selector: string): Element | undefined {
  return ownAll(place, selector)[0];
}

function authorHandle(place: Element, base: URL): string | undefined {
  const boxes = ownAll(place, `${selectors.authorBox}, ${selectors.authorAvatar}`);
  const links = boxes.flatMap((box) => linksIn(parent(box) ?? box, base));
  return links.map(({ url }) => linkedHandle(url)).find(Boolean);
}
