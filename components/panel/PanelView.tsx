import type { CaptureState } from '../../lib/ui/captureState.ts';
import type { PanelState } from '../../lib/ui/panelState.ts';
import { t } from '../../lib/ui/words.ts';
import { CaptureHead } from '../capture/CaptureHead.tsx';
import { CaptureScreen } from '../capture/CaptureScreen.tsx';
import { Icon } from '../Icon.tsx';
import { WebcareBox } from './WebcareBox.tsx';

/** The panel beside the page: the same flow as the popup, for whichever tab is in front. */
export function PanelView({ state }: { readonly state: PanelState }) {
  const { value: beside } = state.shown;
  if (!beside) return null;
  const { capture, webcare } = beside;
  return (
    <>
      <CaptureHead state={capture} />
      {/* by its state: nothing half-filled of one tab goes over into another */}
      <CaptureScreen key={capture} state={capture} instead={isOutOfSight(capture) && <OutOfSight capture={capture} />}>
        <WebcareBox capture={capture} webcare={webcare} />
      </CaptureScreen>
    </>
  );
}

function isOutOfSight({ screen }: CaptureState): boolean {
  return screen.value.at === 'refused' && screen.value.code === 'not-a-page';
}

/** The browser gives us a tab when the user calls us there, and takes it back when the page goes. */
function OutOfSight({ capture }: { readonly capture: CaptureState }) {
  return (
    <section class="stack" aria-labelledby="refused-title">
      <div class="refused" role="status">
        <Icon name="info" />
        <h2 id="refused-title">{t('panel_out_of_sight')}</h2>
      </div>
      <p>{t('panel_how_to_see')}</p>
      <p class="soft small">{t('panel_not_read')}</p>
      <button type="button" class="secondary" onClick={() => void capture.lookAgain()}>
        {t('look_again')}
      </button>
    </section>
  );
}
