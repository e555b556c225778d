/** The posts of a page and the numbers they go by. */
import { resolve } from '../address.ts';
import { all, attribute, closest, contains, isShown, one, parent } from '../read.ts';
import { readAddress } from './address.ts';
import { commentUrnOf } from './block.ts';
import { accountLinks } from './parts.ts';
import { anyComment, anyPost, article, elsewhere, guest, hiddenCopy, sdui } from './selectors.ts';
import { packedPost, postIn, postsIn } from './urn.ts';

/** Posts that stand by themselves: not quoted ones, not others below or beside. */
export function postPlaces(page: Document): Element[] {
  const kept: Element[] = [];
  for (const place of all(page, anyPost)) {
    const isInner = kept.some((outer) => contains(outer, place)) || closest(place, `${guest.quote}, ${anyComment}`) !== undefined;
    if (!isInner && !closest(place, elsewhere) && isVisible(place) && one(place, accountLinks)) kept.push(place);
  }
  return kept;
}

/** The post of the page: by its number, which has three forms (activity, ugcPost, share); else the first. */
export function focalPost(page: Document, url: URL): Element | undefined {
  const { id, isArticle } = readAddress(url);
  if (isArticle) return all(page, article.place).find((place) => isVisible(place) && !closest(place, elsewhere));
  const places = postPlaces(page);
  return places.find((place) => id !== undefined && numbersOf(place).includes(id)) ?? places[0];
}

/** The activity's number, where the page gives it. */
export function numberOf(place: Element): string | undefined {
  return numbersOf(place)[0];
}

const named = ['data-activity-urn', 'data-featured-activity-urn', 'data-urn', 'data-attributed-urn', 'data-id'];

function numbersOf(place: Element): string[] {
  const own = named.flatMap((name) => postsIn(attribute(place, name)));
  return [...new Set(own.length > 0 ? own : hiddenNumbers(place))];
}

/** Without an attribute for it: in the keys of its comments and of its comment box, and in links to itself. */
function hiddenNumbers(place: Element): string[] {
  const comments = all(place, sdui.comment).map((comment) => commentUrnOf(comment)?.post);
  const tools = all(place, sdui.tools).map((box) => packedPost(attribute(box, 'componentkey')) ?? packedPost(attribute(box, 'id')));
  const quoted = all(place, sdui.text)[1]; // what stands from there on can name the quoted post
  const links = all(place, 'a[href*="/feed/update/"], a[href*="/analytics/post-summary/"], a[href*="/posts/"]')
    .filter((link) => !quoted || isBefore(link, quoted))
    .map((link) => numberIn(attribute(link, 'href')));
  return [...comments, ...links, ...tools].flatMap((number) => number ?? []);
}

function numberIn(href: string | undefined): string | undefined {
  return postIn(href) ?? /(?:activity|ugcPost|share)-(\d{15,20})/u.exec(href ?? '')?.[1];
}

function isBefore(element: Element, other: Element): boolean {
  const position = Node.prototype.compareDocumentPosition.call(element, other);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export function isVisible(element: Element): boolean {
  return isShown(element) && !closest(element, hiddenCopy);
}

/** Where a post stands by itself. In lists of guests the address lies over it as a link. */
export function postUrl(place: Element, id: string, url: URL): string | undefined {
  const address = readAddress(url);
  if (address.kind === 'post' && address.id === id) return `${url.origin}${url.pathname}`;
  const around = parent(place) ?? place;
  const link = all(around, 'a[href*="/posts/"]').find((each) => numberIn(attribute(each, 'href')) === id);
  const found = resolve(attribute(link, 'href'), url);
  return found ? `${found.origin}${found.pathname}` : `https://www.linkedin.com/feed/update/urn:li:activity:${id}/`;
}
