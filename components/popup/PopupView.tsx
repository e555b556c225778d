import type { CaptureState } from '../../lib/ui/captureState.ts';
import { t } from '../../lib/ui/words.ts';
import { CaptureHead } from '../capture/CaptureHead.tsx';
import { CaptureScreen } from '../capture/CaptureScreen.tsx';
import { LossBox } from '../capture/LossBox.tsx';
import { Icon } from '../Icon.tsx';

interface Props {
  readonly state: CaptureState;
  readonly onBeside: () => void;
}

/** The whole popup: reads the state and hands it to what draws. */
export function PopupView({ state, onBeside }: Props) {
  return (
    <>
      <CaptureHead state={state}>
        <button type="button" class="quiet" title={t('open_beside')} onClick={onBeside}>
          <Icon name="beside" />
          <span class="visually-hidden">{t('open_beside')}</span>
        </button>
      </CaptureHead>
      <LossBox state={state} />
      <CaptureScreen state={state} />
    </>
  );
}
