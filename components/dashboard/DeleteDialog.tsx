import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/ui/words.ts';
import { focusFirstFault } from '../focus.ts';
import { AreaField } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';

interface Props {
  readonly isExported: boolean;
  /** Answers whether it was done. */
  readonly onDelete: (reason: string) => Promise<boolean>;
}

const shortestReason = 3;

/** R27: a capture goes only with a reason, and the log line stays. */
export function DeleteDialog({ isExported, onDelete }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [reason, setReason] = useState('');
  const [isTooShort, setTooShort] = useState(false);

  async function confirm(event: Event): Promise<void> {
    event.preventDefault();
    const isGood = reason.trim().length >= shortestReason;
    setTooShort(!isGood);
    if (!isGood) return focusFirstFault();
    dialog.current?.close();
    await onDelete(reason);
    return undefined;
  }

  return (
    <>
      <button type="button" class="secondary danger" onClick={() => dialog.current?.showModal()}>
        <Icon name="trash" />
        {t('delete')}
      </button>
      <dialog ref={dialog} aria-labelledby={title}>
        <form onSubmit={(event) => void confirm(event)} noValidate>
          <h2 id={title}>{t('delete_title')}</h2>
          <p>{t('delete_explained')}</p>
          {!isExported && (
            <Notice tone="warn">
              <p>{t('delete_not_exported')}</p>
            </Notice>
          )}
          <AreaField
            label={t('delete_reason')}
            hint={t('delete_reason_hint')}
            value={reason}
            {...(isTooShort && { error: t('missing_reason') })}
            onChange={setReason}
          />
          <div class="buttons">
            <button type="submit" class="primary danger">
              {t('delete_confirm')}
            </button>
            <button type="button" class="secondary" onClick={() => dialog.current?.close()}>
              {t('cancel')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
