import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../lib/ui/words.ts';
import { AreaField } from './Field.tsx';
import { FormDialog } from './FormDialog.tsx';
import { focusFirstFault } from './focus.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

interface Props {
  readonly button: string;
  readonly title: string;
  readonly explained: string;
  readonly confirm: string;
  readonly isDanger?: boolean;
  readonly icon?: IconName;
  /** What the reason is called; "Reden" unless told. */
  readonly label?: string;
  readonly hint?: string;
  readonly children?: ComponentChildren;
  /** Called with a reason of three characters or more, after the dialog has closed. */
  readonly onConfirm: (reason: string) => void;
}

const shortestReason = 3;

/** An act that is not done without a reason (R27). */
export function ReasonDialog({ button, title, explained, confirm, isDanger, icon, label, hint, children, onConfirm }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const danger = isDanger ? ' danger' : '';

  function submit(event: Event): void {
    event.preventDefault();
    const isGood = reason.trim().length >= shortestReason;
    setTooShort(!isGood);
    if (!isGood) return focusFirstFault();
    dialog.current?.close();
    return onConfirm(reason.trim());
  }

  return (
    <>
      <button type="button" class={`secondary${danger}`} onClick={() => dialog.current?.showModal()}>
        {icon && <Icon name={icon} />}
        {button}
      </button>
      <FormDialog dialog={dialog} title={title} confirm={confirm} isDangerous={isDanger === true} onSubmit={submit}>
        <p>{explained}</p>
        {children}
        <AreaField
          label={label ?? t('correct_reason')}
          {...(hint && { hint })}
          value={reason}
          {...(isTooShort && { error: t('missing_reason') })}
          onChange={setReason}
        />
      </FormDialog>
    </>
  );
}
