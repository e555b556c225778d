/** One post, comment or quoted post as it stands in the page, with what belongs to others inside it kept apart. */
import { all, attribute, closest, contains, matches, one, parent } from '../read.ts';
import { anyComment, classic, commentPlaces, guest, hiddenCopy, sdui } from './selectors.ts';
import { commentIn } from './urn.ts';
import type { CommentUrn } from './urn.ts';

export type Layout = 'guest' | 'classic' | 'sdui';

export interface Block {
  readonly element: Element;
  readonly kind: 'post' | 'comment' | 'quote';
  readonly layout: Layout;
  /** Comments, answers and quoted posts inside it: not its own. */
  readonly others: readonly Element[];
  readonly quote?: Element;
}

export function blockOf(element: Element, kind: Block['kind']): Block {
  const layout = layoutOf(element);
  const others = kind === 'quote' ? [] : foreign(element, kind === 'comment' ? commentUrnOf(element)?.id : undefined);
  const quote = kind === 'post' ? quoteIn(element, layout, others) : undefined;
  return { element, kind, layout, others: quote ? [...others, quote] : others, ...(quote && { quote }) };
}

/** The elements of a block itself, in page order. */
export function allOwn({ element, others }: Block, selector: string): Element[] {
  return all(element, selector).filter((found) => !others.some((other) => contains(other, found)));
}

/** The first that is there, of several ways to say the same. */
export function own(block: Block, selector: string): Element | undefined {
  return allOwn(block, selector).find((found) => !closest(found, hiddenCopy));
}

export function layoutOf(element: Element): Layout {
  if (matches(element, `${guest.post}, ${guest.comment}, ${guest.quote}`) || closest(element, guest.post)) return 'guest';
  if (closest(element, `${classic.comment}, ${classic.post}, ${classic.quote}`)) return 'classic';
  const isDriven = closest(element, `[componentkey], [id^="replaceableComment_"], [id^="expanded"], [data-view-name]`);
  return isDriven ? 'sdui' : 'classic';
}

/** The name LinkedIn gives a comment. The guest page has it in the menu of the comment only. */
export function commentUrnOf(element: Element): CommentUrn | undefined {
  for (const name of ['data-id', 'data-urn', 'componentkey', 'id', 'data-comment-urn']) {
    const found = commentIn(attribute(element, name));
    if (found) return found;
  }
  if (!matches(element, guest.comment)) return undefined;
  const place = one(element, guest.commentUrn);
  return ['data-semaphore-content-urn', 'data-comment-urn', 'data-urn']
    .map((name) => commentIn(attribute(place, name)))
    .find(Boolean);
}

/**
 * What of others is inside: answers and lists of comments, the outermost of them. The server-driven page nests a comment in
 * itself three times under one key: those are the same.
 */
function foreign(element: Element, ownId: string | undefined): Element[] {
  const kept: Element[] = [];
  for (const found of all(element, commentPlaces)) {
    if (kept.some((outer) => contains(outer, found))) continue;
    if (ownId !== undefined && matches(found, anyComment) && commentUrnOf(found)?.id === ownId) continue;
    // a list around the block itself or around its own copies
    if (!matches(found, anyComment) && ownId !== undefined && holds(found, ownId)) continue;
    kept.push(found);
  }
  return kept;
}

function holds(place: Element, id: string): boolean {
  return all(place, anyComment).some((comment) => commentUrnOf(comment)?.id === id);
}

function quoteIn(element: Element, layout: Layout, others: readonly Element[]): Element | undefined {
  const isOwn = (found: Element) => !others.some((other) => contains(other, found));
  if (layout === 'guest') return all(element, guest.quote).find(isOwn);
  if (layout === 'classic')
    return all(element, classic.quote).find((found) => isOwn(found) && one(found, `${classic.actor}, ${classic.name}`));
  // without names for anything: the box of the second text, up to where the first text comes in
  const [first, second] = all(element, sdui.text).filter(isOwn);
  if (!first || !second || contains(first, second)) return undefined;
  let box = second;
  for (let up = parent(box); up && up !== element && !contains(up, first); up = parent(up)) box = up;
  return one(box, 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"]') ? box : undefined;
}
