import type { StoreLoss } from '../../lib/model/recovery.ts';
import { moment } from '../../lib/ui/format.ts';
import { pathOf } from '../../lib/ui/route.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';

interface Props {
  readonly loss: StoreLoss;
  readonly onAccept: () => void;
}

/** F11: what happened, what is lost and what is not, and what to do; never a silent fresh start. */
export function LossNotice({ loss, onAccept }: Props) {
  const { before, kind } = loss;
  return (
    <Notice tone="bad" title={wordFor('loss', kind)}>
      <p>{wordFor('loss_explained', kind, { when: moment(loss.at) })}</p>
      {before ? <Lost before={before} /> : <p>{t('loss_unknown')}</p>}
      <p>{t('loss_safe')}</p>
      <ol class="notice-steps">
        <li>{t('loss_do_backup')}</li>
        <li>{t('loss_do_again')}</li>
        <li>{t('loss_do_tell')}</li>
      </ol>
      <p class="buttons">
        <button type="button" class="secondary" onClick={onAccept}>
          {t('loss_read')}
        </button>
        <a class="button" href={`#${pathOf({ page: 'recovery' })}`}>
          {t('loss_recovery')}
        </a>
      </p>
    </Notice>
  );
}

function Lost({ before }: { readonly before: NonNullable<StoreLoss['before']> }) {
  const others = before.open - before.openIds.length;
  return (
    <>
      <p>
        {plural('loss_before', before.captures, { when: moment(before.at) })} {before.open > 0 && plural('loss_open', before.open)}
      </p>
      {before.openIds.length > 0 && (
        <details>
          <summary>{t('loss_which')}</summary>
          <ul class="plain-list">
            {before.openIds.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
          {others > 0 && <p>{plural('loss_others', others)}</p>}
        </details>
      )}
    </>
  );
}
