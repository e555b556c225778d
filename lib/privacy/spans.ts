/** Questions about many spans of one text, each answered in logarithmic time: a hostile text has very many (T29). */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Does one of the spans hold all of `start`–`end`? */
export function covers(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let furthest = -1;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => (ends[countUpTo(starts, start) - 1] ?? -1) >= end;
}

/** Does one of the spans share a character with it? */
export function overlaps(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let furthest = -1;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => (ends[countUpTo(starts, end - 1) - 1] ?? -1) > start;
}

/** How many of the rising numbers are at most `limit`. */
export function countUpTo(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
