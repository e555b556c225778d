/** Where elements stand to each other in the page. */
import { contains, parent } from './read.ts';

/** The smallest element around both. */
export function around(one: Element, other: Element): Element | undefined {
  let box: Element | null = one;
  while (box && !contains(box, other)) box = parent(box);
  return box ?? undefined;
}

export function depthOf(element: Element): number {
  let depth = 0;
  for (let up = parent(element); up; up = parent(up)) depth += 1;
  return depth;
}

export function isBefore(one: Element, other: Element): boolean {
  return (Node.prototype.compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
