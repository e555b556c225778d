import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../lib/ui/words.ts';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  /** On the button that does it. */
  readonly confirm: string;
  readonly isDangerous: boolean;
  readonly onSubmit: (event: Event) => void;
  readonly children: ComponentChildren;
}

/** Something to fill in or to confirm, over the page; whoever opens it says when it closes, save for "cancel". */
export function FormDialog({ dialog, title, confirm, isDangerous, onSubmit, children }: Props) {
  const id = useId();
  return (
    <dialog ref={dialog} aria-labelledby={id}>
      <form onSubmit={onSubmit} noValidate>
        <h2 id={id}>{title}</h2>
        {children}
        <div class="buttons">
          <button type="submit" class={isDangerous ? 'primary danger' : 'primary'}>
            {confirm}
          </button>
          <button type="button" class="secondary" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
