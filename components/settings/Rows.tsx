import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/ui/words.ts';
import { Icon } from '../Icon.tsx';

interface Props<T> {
  readonly rows: readonly T[];
  /** What one row is called: "Account 2: @example". */
  readonly title: (row: T, at: number) => string;
  readonly addLabel: string;
  readonly emptyText: string;
  readonly draw: (row: T, at: number) => ComponentChildren;
  readonly hasFault: (at: number) => boolean;
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
}

/** Rows of a list to edit, folded so that a long register stays readable. A new row is open and gets the focus; after removing, the button to add has it. */
export function Rows<T>({ rows, title, addLabel, emptyText, draw, hasFault, onAdd, onRemove }: Props<T>) {
  const [firstNew, setFirstNew] = useState(rows.length);
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const focusNext = useRef<'last-row' | 'add' | undefined>(undefined);
  useEffect(() => {
    if (focusNext.current === 'add') add.current?.focus();
    if (focusNext.current === 'last-row') list.current?.lastElementChild?.querySelector<HTMLElement>('select, input')?.focus();
    focusNext.current = undefined;
  }, [rows.length]);
  return (
    <div class="stack">
      {rows.length === 0 && <p class="soft">{emptyText}</p>}
      <div class="rows" ref={list}>
        {rows.map((row, at) => (
          // a row has no id of its own: its place in the list is what it is
          <details class="row" key={at} open={at >= firstNew || hasFault(at)}>
            <summary>{title(row, at)}</summary>
            {draw(row, at)}
            <button
              type="button"
              class="quiet row-remove"
              onClick={() => {
                focusNext.current = 'add';
                if (at < firstNew) setFirstNew(firstNew - 1);
                onRemove(at);
              }}
            >
              <Icon name="trash" />
              {t('row_remove')} <span class="visually-hidden">{title(row, at)}</span>
            </button>
          </details>
        ))}
      </div>
      <button
        type="button"
        class="secondary"
        ref={add}
        onClick={() => {
          focusNext.current = 'last-row';
          onAdd();
        }}
      >
        <Icon name="plus" />
        {addLabel}
      </button>
    </div>
  );
}
