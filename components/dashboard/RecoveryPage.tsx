import type { DashboardState } from '../../lib/ui/dashboardState.ts';
import { t } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { DiagnosisPanel } from './DiagnosisPanel.tsx';
import { TakeAlongPanel } from './TakeAlongPanel.tsx';

/** What one needs when something is wrong, or is about to be: take everything along, and say how it is with this installation. */
export function RecoveryPage({ state }: { readonly state: DashboardState }) {
  const { value: loaded } = state.captures.loaded;
  return (
    <div class="recovery-page">
      <p class="lead">{t('recovery_explained')}</p>
      {loaded.at === 'failed' && <FailureNotice failure={loaded} />}
      <TakeAlongPanel state={state.takeAlong} isKnown={loaded.at === 'loaded' && state.captures.isWhole.value} />
      <DiagnosisPanel state={state.diagnosis} />
    </div>
  );
}
