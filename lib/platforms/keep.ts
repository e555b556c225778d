import type { Mark } from './adapter.ts';
import { children, contains } from './read.ts';

const maxDepth = 60;

/**
 * Everything below `root` that holds none of the places that are kept goes (D1: built, not cleaned): controls, counters of
 * people, labels in any language. An element that holds a kept place is looked into.
 */
export function dropAllBut(root: Element, kept: readonly Element[]): Mark[] {
  return drop(root, kept, 0);
}

function drop(root: Element, kept: readonly Element[], depth: number): Mark[] {
  return children(root).flatMap((child) => {
    if (kept.includes(child)) return [];
    const isAround = kept.some((place) => contains(child, place));
    return isAround && depth < maxDepth ? drop(child, kept, depth + 1) : [{ element: child, role: 'drop' as const }];
  });
}
