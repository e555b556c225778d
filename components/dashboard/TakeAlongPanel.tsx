import type { TakeAlongProgress, TakeAlongState } from '../../lib/ui/takeAlongState.ts';
import { bytes } from '../../lib/ui/format.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { CheckField } from '../Field.tsx';
import { Notice } from '../Notice.tsx';

interface Props {
  readonly state: TakeAlongState;
  /** Every capture has been read: before that a file would not have all of them. */
  readonly isKnown: boolean;
}

/** Everything that is nowhere else yet, in one file. */
export function TakeAlongPanel({ state, isKnown }: Props) {
  const { value: progress } = state.progress;
  const { value: chosen } = state.chosen;
  const isBusy = progress.at === 'packing' || progress.at === 'writing';
  return (
    <section class="panel" aria-labelledby="meenemen">
      <h2 id="meenemen">{t('along_title')}</h2>
      <p>{t('along_explained')}</p>
      <p>{isKnown ? plural('along_count', chosen.length) : t('loading')}</p>
      <CheckField label={t('along_with_saved')} isChecked={state.withSaved.value} onChange={state.chooseSaved} />
      {!isBusy && (
        <button type="button" class="primary" disabled={!isKnown || chosen.length === 0} onClick={() => void state.start()}>
          {t('along_start')}
        </button>
      )}
      <Outcome progress={progress} stop={state.stop} />
    </section>
  );
}

function Outcome({ progress, stop }: { readonly progress: TakeAlongProgress; readonly stop: () => void }) {
  if (progress.at === 'waiting') return null;
  if (progress.at === 'failed') return <FailureNotice failure={progress} />;
  if (progress.at === 'writing') return <p role="status">{t('along_writing')}</p>;
  if (progress.at === 'packing') return <Packing progress={progress} stop={stop} />;
  if (progress.at === 'stopped') {
    return (
      <Notice tone="info" title={t('along_stopped')} isSpoken>
        <p>{t('along_stopped_explained')}</p>
      </Notice>
    );
  }
  if (progress.at === 'nothing') {
    return (
      <Notice tone="warn" title={t('along_nothing')} isSpoken>
        <MissingList missing={progress.missing} />
      </Notice>
    );
  }
  const { fileName, packed, missing } = progress;
  return (
    <Notice tone={missing.length > 0 ? 'warn' : 'ok'} title={plural('along_done', packed)} isSpoken>
      <p class="file-name">
        {fileName} <span class="soft">({bytes(progress.bytes)})</span>
      </p>
      <p>{t('along_done_explained')}</p>
      <MissingList missing={missing} />
    </Notice>
  );
}

type Packed = Extract<TakeAlongProgress, { at: 'packing' }>;

function Packing({ progress: { done, all, isStopping }, stop }: { readonly progress: Packed; readonly stop: () => void }) {
  return (
    <div>
      <p role="status">{isStopping ? t('along_stopping') : t('along_packing', { done, all })}</p>
      <progress max={all} value={done} aria-label={t('along_title')} />
      <p>
        <button type="button" class="secondary" disabled={isStopping} onClick={stop}>
          {t('along_stop')}
        </button>
      </p>
    </div>
  );
}

const shownAtMost = 50;

function MissingList({ missing }: { readonly missing: Extract<TakeAlongProgress, { at: 'nothing' }>['missing'] }) {
  if (missing.length === 0) return null;
  return (
    <>
      <p>{plural('along_missing', missing.length)}</p>
      <ul class="plain-list">
        {missing.slice(0, shownAtMost).map(({ id, missing: code }) => (
          <li key={id}>
            {id}: {wordFor('failure', code)}
          </li>
        ))}
      </ul>
      {missing.length > shownAtMost && <p>{plural('along_more', missing.length - shownAtMost)}</p>}
    </>
  );
}
