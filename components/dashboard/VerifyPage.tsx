import { useId, useState } from 'preact/hooks';
import type { VerifiedPackage, VerifyProgress, VerifyState } from '../../lib/ui/verifyState.ts';
import { moment } from '../../lib/ui/format.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { Notice } from '../Notice.tsx';
import { ProofForm } from './ProofForm.tsx';

/** Checks packages where they lie: by anybody, without the capture, without a network. */
export function VerifyPage({ state }: { readonly state: VerifyState }) {
  return (
    <div class="verify-page">
      <p class="lead">{t('verify_explained')}</p>
      <DropZone onFiles={(files) => void state.take(files)} />
      {state.trouble.value && <FailureNotice failure={state.trouble.value} />}
      <div role="status">
        <Outcome progress={state.progress.value} state={state} />
      </div>
    </div>
  );
}

function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <div
      class={isOver ? 'drop-zone drop-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <label for={id}>{t('verify_choose')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept=".zip,.xml,.tsr"
        onChange={({ currentTarget }) => onFiles([...(currentTarget.files ?? [])])}
      />
      <span class="soft">{t('verify_drop')}</span>
    </div>
  );
}

function Outcome({ progress, state }: { readonly progress: VerifyProgress; readonly state: VerifyState }) {
  if (progress.at === 'waiting') return null;
  if (progress.at === 'busy') return <p>{t('verify_busy')}</p>;
  if (progress.at === 'failed') return <FailureNotice failure={progress} />;
  if (progress.at === 'no-zip') {
    return (
      <Notice tone="warn">
        <p>{t('verify_no_zip')}</p>
      </Notice>
    );
  }
  const { packages, row } = progress.result;
  return (
    <>
      {packages.length > 1 && (
        <Notice tone={row.length > 0 ? 'bad' : 'ok'} title={t(row.length > 0 ? 'verify_row_bad' : 'verify_row_good')}>
          <Problems lines={row} />
        </Notice>
      )}
      {packages.map((one) => (
        <PackageResult key={one.fileName} of={one} state={state} />
      ))}
    </>
  );
}

function PackageResult({ of, state }: { readonly of: VerifiedPackage; readonly state: VerifyState }) {
  const bad = of.checks.filter(({ ok }) => !ok);
  const good = of.checks.filter(({ ok }) => ok);
  const title = `${of.fileName}: ${t(of.ok ? 'verify_good' : 'verify_bad')}`;
  return (
    <section class="panel" aria-label={title}>
      <Notice tone={of.ok ? 'ok' : 'bad'} title={title}>
        <p>{of.ok ? t('verify_good_explained') : plural('verify_bad_count', bad.length)}</p>
      </Notice>
      {bad.map(({ id, text, detail = [] }) => (
        <div class="verify-problem" key={id} lang="nl">
          <h2>{text}</h2>
          <Problems lines={detail} />
        </div>
      ))}
      <dl class="pairs">
        <div>
          <dt>{t('verify_key')}</dt>
          <dd>
            {of.fingerprint === undefined ? t('verify_no_key') : wordFor('key_owner', state.ownerOf(of.fingerprint))}
            {of.fingerprint !== undefined && <code class="fingerprint">{of.fingerprint}</code>}
          </dd>
        </div>
        <div>
          <dt>{t('verify_stamp')}</dt>
          <dd>
            {of.stamps.length === 0 && t('verify_no_stamp')}
            {of.stamps.map(({ time, authority }) => (
              <span class="row-sub" key={time}>
                {moment(time)} · {authority}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <details class="fold">
        <summary>
          <h2>{plural('verify_checks_good', good.length)}</h2>
        </summary>
        <ul lang="nl">
          {good.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </details>
      <h2 class="small">{t('verify_unchecked')}</h2>
      <ul class="soft small" lang="nl">
        {of.unchecked.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {of.records.length > 0 && <ProofForm records={of.records} onSave={(places) => void state.saveSelection(of, places)} />}
    </section>
  );
}

const mostShown = 50;

function Problems({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul lang="nl">
      {lines.slice(0, mostShown).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > mostShown && <li>{plural('show_more', lines.length - mostShown)}</li>}
    </ul>
  );
}
