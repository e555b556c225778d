import { tablesOf } from '../../lib/ui/diagnosis.ts';
import type { DiagnosisState } from '../../lib/ui/diagnosisState.ts';
import { t } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';

/** How it is with this installation, for a helpdesk: what is shown here is all that is copied or saved. */
export function DiagnosisPanel({ state }: { readonly state: DiagnosisState }) {
  const { value: diagnosis } = state.diagnosis;
  return (
    <section class="panel" aria-labelledby="diagnose">
      <h2 id="diagnose">{t('diagnosis_title')}</h2>
      <p>{t('diagnosis_explained')}</p>
      <div class="buttons">
        <button type="button" class="secondary" disabled={diagnosis?.at === 'loading'} onClick={() => void state.run()}>
          {t('diagnosis_run')}
        </button>
        {diagnosis?.at === 'loaded' && (
          <>
            <button type="button" class="secondary" onClick={() => void state.copy()}>
              {t('diagnosis_copy')}
            </button>
            <button type="button" class="secondary" onClick={state.save}>
              {t('diagnosis_save')}
            </button>
          </>
        )}
      </div>
      <p role="status">{state.isCopied.value && t('diagnosis_copied')}</p>
      {diagnosis?.at === 'loading' && <p role="status">{t('loading')}</p>}
      {diagnosis?.at === 'failed' && <FailureNotice failure={diagnosis} />}
      {diagnosis?.at === 'loaded' && (
        <div class="diagnosis">
          {tablesOf(diagnosis.value).map(({ title, rows }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {rows.map(([label, value]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
    </section>
  );
}
