import { t } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';

interface Props {
  readonly isExported: boolean;
  /** Answers whether it was done. */
  readonly onDelete: (reason: string) => Promise<boolean>;
}

/** R27: a capture goes only with a reason, and the log line stays. */
export function DeleteDialog({ isExported, onDelete }: Props) {
  return (
    <ReasonDialog
      button={t('delete')}
      icon="trash"
      title={t('delete_title')}
      explained={t('delete_explained')}
      confirm={t('delete_confirm')}
      label={t('delete_reason')}
      hint={t('delete_reason_hint')}
      isDanger
      onConfirm={(reason) => void onDelete(reason)}
    >
      {!isExported && (
        <Notice tone="warn">
          <p>{t('delete_not_exported')}</p>
        </Notice>
      )}
    </ReasonDialog>
  );
}
