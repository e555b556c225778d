import type { Bulk, ListState } from '../../lib/ui/listState.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';

interface Props {
  readonly list: ListState;
  /** The organisation set places where packages go. */
  readonly canDeliver: boolean;
  readonly onDeliver: () => void;
  readonly onTable: () => void;
  readonly onSeeds: () => void;
}

/** What is done with everything that is ticked (R27: deleting not without a reason), and the list as a table file. */
export function BulkBar({ list, canDeliver, onDeliver, onTable, onSeeds }: Props) {
  const { value: ticked } = list.ticked;
  const { value: bulk } = list.bulk;
  return (
    <div class="bulk">
      {bulk && <BulkReport bulk={bulk} />}
      <div class="buttons">
        {ticked.size > 0 && (
          <>
            <p role="status">{plural('bulk_ticked', ticked.size)}</p>
            {canDeliver && (
              <button type="button" class="primary" onClick={onDeliver}>
                {t('bulk_deliver')}
              </button>
            )}
            <button type="button" class={canDeliver ? 'secondary' : 'primary'} onClick={() => void list.run('export')}>
              {t('bulk_export')}
            </button>
            <ReasonDialog
              button={t('delete')}
              icon="trash"
              title={plural('bulk_delete_title', ticked.size)}
              explained={t('delete_explained')}
              confirm={t('delete_confirm')}
              label={t('delete_reason')}
              hint={t('delete_reason_hint')}
              isDanger
              onConfirm={(reason) => void list.run('delete', reason)}
            />
            <button type="button" class="link" onClick={() => list.tick([...ticked], false)}>
              {t('bulk_none')}
            </button>
          </>
        )}
        <button type="button" class="link" onClick={onTable}>
          {t('list_as_csv')}
        </button>
        <button type="button" class="link" onClick={onSeeds}>
          {t('seeds_save')}
        </button>
        <a href={`#${pathOf({ page: 'recovery' })}`}>{t('along_title')}</a>
      </div>
    </div>
  );
}

function BulkReport({ bulk: { act, all, done, failed, isOver } }: { readonly bulk: Bulk }) {
  const good = done - failed.length;
  if (!isOver) {
    return (
      <div>
        <p role="status">{t('bulk_busy', { done, all })}</p>
        <progress max={all} value={done} aria-label={wordFor('bulk', act)} />
      </div>
    );
  }
  return (
    <Notice tone={failed.length > 0 ? 'warn' : 'ok'} title={wordFor('bulk_done', act, { count: good })} isSpoken>
      {failed.length > 0 && (
        <>
          <p>{plural('bulk_failed', failed.length)}</p>
          <ul class="plain-list">
            {failed.slice(0, 20).map(({ id, code }) => (
              <li key={id}>
                {id}: {wordFor('failure', code)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
