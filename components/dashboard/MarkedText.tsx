import type { RefObject } from 'preact';
import type { ReviewCard } from '../../lib/ui/reviewState.ts';

interface Props {
  readonly card: ReviewCard;
  readonly into: RefObject<HTMLParagraphElement | null>;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly look: 'asked' | 'gone' | 'stays';
}

/** The stored text, whole, with the place asked about and what was decided in it. Its characters are exactly those of the text. */
export function MarkedText({ card, into }: Props) {
  const spans = spansOf(card);
  const parts = spans.map(({ start, end, look }, index) => ({
    before: card.text.slice(spans[index - 1]?.end ?? 0, start),
    marked: card.text.slice(start, end),
    look,
  }));
  return (
    <p ref={into} class="review-text" lang="nl" dir="auto">
      {parts.map(({ before, marked, look }, index) => (
        <>
          {before}
          <mark key={index} class={`mark-${look}`}>
            {marked}
          </mark>
        </>
      ))}
      {card.text.slice(spans.at(-1)?.end ?? 0)}
    </p>
  );
}

/** In order, without overlap: where two meet, the first counts. */
function spansOf({ point, decision, marked }: ReviewCard): Span[] {
  const look = decision?.act === 'redact' ? 'gone' : decision ? 'stays' : 'asked';
  const all: Span[] = [
    ...(point ? [{ start: point.start, end: point.end, look } as const] : []),
    ...marked.map(({ start, end, act }): Span => ({ start, end, look: act === 'redact' ? 'gone' : 'stays' })),
  ];
  let last = 0;
  return all
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}
