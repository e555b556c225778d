/** Answers that a network counts and shows on another page only: a page of a post shows some answers to reactions, rarely all. */
import type { DraftItem, Gap } from '../model/draft.ts';
import { countValue } from '../platforms/counts.ts';
import type { Unfolded } from './unfold.ts';

/**
 * The gaps of the page, with what the numbers at the reactions say is missing. A capture that did not come to its end, or left
 * a control closed, says so itself: then these are not told a second time.
 */
export function gapsWithAnswers(
  gaps: readonly Gap[],
  { reachedEnd, closedControls }: Pick<Unfolded, 'reachedEnd' | 'closedControls'>,
  items: readonly DraftItem[],
  isCountedEach: boolean | undefined,
): Gap[] {
  const isWhole = reachedEnd && closedControls.every(({ kind }) => kind === 'more-text' || kind === 'show-sensitive');
  const missing = isCountedEach && isWhole ? answersElsewhere(items) : 0;
  const others = gaps.filter(({ kind }) => kind !== 'on-another-page');
  const told = gaps.filter(({ kind }) => kind === 'on-another-page');
  if (told.length === 0 && missing === 0) return others;
  const count = Math.max(
    missing,
    told.reduce((sum, gap) => sum + (gap.count ?? 0), 0),
  );
  return [...others, { kind: 'on-another-page', ...(count > 0 && { count }) }];
}

/** Of each reaction the answers it counts, less those that were read. */
function answersElsewhere(items: readonly DraftItem[]): number {
  const read = new Map<string, number>();
  for (const { parent } of items) if (parent) read.set(parent.id, (read.get(parent.id) ?? 0) + 1);
  return items
    .filter(({ kind }) => kind === 'reaction')
    .reduce((sum, { id, counts }) => sum + Math.max(0, (countValue(counts.replies) ?? 0) - (read.get(id) ?? 0)), 0);
}
