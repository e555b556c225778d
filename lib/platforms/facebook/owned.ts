/** Articles stand in articles (comments in their post, answers in their comment): what belongs to one and not to those inside. */
import { all, closest, contains, one } from '../read.ts';
import { selectors } from './selectors.ts';

/** Elements of a place itself, in page order, one by one: the post of a long thread need not be walked to its end. */
export function* owned(place: Element, selector: string, outside?: string): Generator<Element> {
  for (const element of all(place, selector)) {
    if (!isOwn(element, place)) continue;
    const around = outside === undefined ? undefined : closest(element, outside);
    if (!around || !contains(place, around)) yield element;
  }
}

export function firstOwned(place: Element, selector: string, outside?: string): Element | undefined {
  // mostly the very first is its own, and the rest of the thread need not be searched
  const first = one(place, selector);
  if (!first || (outside === undefined && isOwn(first, place))) return first;
  for (const element of owned(place, selector, outside)) return element;
  return undefined;
}

function isOwn(element: Element, place: Element): boolean {
  const owner = closest(element, selectors.article);
  return !owner || owner === place || !contains(place, owner);
}
