import type { CaptureState } from '../../lib/ui/captureState.ts';
import { plural, t, wordFor } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';

/** F11: whoever starts a capture hears that the store lost something; the overview tells what, and what to do. */
export function LossBox({ state }: { readonly state: Pick<CaptureState, 'loss' | 'openDashboard'> }) {
  const { value: loss } = state.loss;
  if (!loss) return null;
  const open = loss.before?.open ?? 0;
  return (
    <aside class="loss-box" aria-label={t('loss_box_label')}>
      <Notice tone="bad" title={wordFor('loss', loss.kind)}>
        {open > 0 && <p>{plural('loss_box_open', open)}</p>}
        <p>{t('loss_box_next')}</p>
        <p class="buttons">
          <button type="button" class="secondary" onClick={() => state.openDashboard('/')}>
            {t('loss_box_see')}
          </button>
        </p>
      </Notice>
    </aside>
  );
}
