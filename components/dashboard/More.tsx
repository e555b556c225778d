import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { plural } from '../../lib/ui/words.ts';

const usualSize = 100;

interface Props<T> {
  readonly lines: readonly T[];
  readonly draw: (lines: readonly T[]) => VNode;
  /** A hundred, unless told. */
  readonly pageSize?: number;
}

/** A long list a hundred at a time: ten thousand reactions must not stop the page. */
export function More<T>({ lines, draw, pageSize = usualSize }: Props<T>) {
  const [shown, setShown] = useState(pageSize);
  const rest = lines.length - shown;
  return (
    <>
      {draw(lines.slice(0, shown))}
      {rest > 0 && (
        <button type="button" class="secondary" onClick={() => setShown(shown + pageSize * 5)}>
          {plural('show_more', rest)}
        </button>
      )}
    </>
  );
}
