/** The parts of one post as Bluesky draws it, with what it quotes kept apart. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, attribute, children, closest, contains, nextElement, one, parent, rawText, tagOf } from '../read.ts';
import { isDid, postLink, profileActor, readAddress } from './address.ts';
import { selectors } from './selectors.ts';

/** The handle in a post's own test id. */
export function handleOf(item: Element): string | undefined {
  const handle = attribute(item, 'data-testid')?.match(/^(?:postThreadItem|feedItem)-by-(.+)$/u)?.[1];
  return handle === 'handle.invalid' ? undefined : handle;
}

/** The box of the quoted post: a second face with words or a post of its own, below the first. */
export function quoteOf(item: Element, base: URL): Element | undefined {
  const [first, ...others] = all(item, selectors.anyAvatar);
  for (const face of others) {
    for (let box = parent(face); box && box !== item; box = parent(box)) {
      if (first && contains(box, first)) break;
      if (!one(box, selectors.text) && !linksIn(box, base).some(({ url }) => postLink(url))) continue;
      const whole = closest(box, '[role="link"], a');
      return whole && whole !== item && contains(item, whole) && !(first && contains(whole, first)) ? whole : box;
    }
  }
  return undefined;
}

export function allOwn(item: Element, selector: string, quote: Element | undefined): Element[] {
  return all(item, selector).filter((element) => !contains(quote, element));
}

export function own(item: Element, selector: string, quote: Element | undefined): Element | undefined {
  return allOwn(item, selector, quote)[0];
}

export function ownLinks(item: Element, base: URL, quote: Element | undefined): LinkHere[] {
  return linksIn(item, base).filter(({ element }) => !contains(quote, element));
}

export interface Permalink {
  readonly id: string;
  /** Absent on the post's own page, where it does not link to itself. */
  readonly element?: Element;
  readonly url: URL;
}

/** The post's own address: the link around its time; on its own page the lists of who liked it, or the page's address. */
export function permalinkOf(item: Element, base: URL): Permalink | undefined {
  const quote = quoteOf(item, base);
  const text = own(item, selectors.text, quote);
  const links = ownLinks(item, base, quote).filter(({ element }) => !contains(text, element));
  const handle = handleOf(item);
  const self = links.find(({ url }) => isPostOf(url, handle) && postLink(url)?.rest === '');
  if (self) return { id: postLink(self.url)?.id ?? '', element: self.element, url: self.url };
  const list = links.find(({ url }) => isPostOf(url, handle));
  if (list) return addressed(base, postLink(list.url));
  const page = readAddress(base);
  const isHere = page.actor !== undefined && page.id && (isDid(page.actor) || isSame(page.actor, handle));
  return isHere && page.id && page.actor ? addressed(base, { actor: page.actor, id: page.id }) : undefined;
}

function addressed(base: URL, post: { readonly actor: string; readonly id: string } | undefined): Permalink | undefined {
  return post && { id: post.id, url: new URL(`/profile/${post.actor}/post/${post.id}`, base.origin) };
}

function isPostOf(url: URL, handle: string | undefined): boolean {
  const post = postLink(url);
  return post !== undefined && (isDid(post.actor) || handle === undefined || isSame(post.actor, handle));
}

export function isSame(actor: string, other: string | undefined): boolean {
  return other !== undefined && actor.toLowerCase() === other.toLowerCase();
}

/** A chain: over the face an empty line in a column of its own. */
export function hasLineUp(item: Element): boolean {
  const [top] = children(item);
  const [column, more] = top ? children(top) : [];
  const [line, second] = column ? children(column) : [];
  return more === undefined && second === undefined && line !== undefined && isLine(line) && rawText(top ?? item).trim() === '';
}

function isLine(box: Element): boolean {
  const isOverlay = /position:\s*absolute/u.test(attribute(box, 'style') ?? '');
  return tagOf(box) === 'div' && children(box).length === 0 && rawText(box).trim() === '' && !isOverlay;
}

/** A warning that stands before something: the text that says what, and beside it the word to press. */
export function warningOf(
  item: Element,
  quote: Element | undefined,
): { readonly label: Element; readonly isClosed: boolean } | undefined {
  for (const button of allOwn(item, 'button:not([data-testid]):not([aria-haspopup])', quote)) {
    const [line] = children(button);
    const [label, press, more] = line ? children(line).filter((child) => attribute(child, 'dir')) : [];
    const after = nextElement(button);
    if (label && press && !more) return { label, isClosed: after === null || tagOf(after) !== 'div' };
  }
  return undefined;
}

/** The first link to an account above the face: who reposted it. */
export function repostLink(item: Element, base: URL, quote: Element | undefined): LinkHere | undefined {
  const face = own(item, selectors.anyAvatar, quote);
  return ownLinks(item, base, quote).find(
    ({ element, url }) =>
      profileActor(url) !== undefined &&
      face !== undefined &&
      !contains(element, face) &&
      isBefore(element, face) &&
      rawText(element).trim() !== '',
  );
}

export function isBefore(place: Element, other: Element): boolean {
  return (Node.prototype.compareDocumentPosition.call(place, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
