import type { CaptureState } from '../../lib/ui/captureState.ts';
import { t } from '../../lib/ui/words.ts';
import { focusFirstFault } from '../focus.ts';

interface Props {
  readonly state: CaptureState;
  readonly needsPermission: boolean;
}

/** The one main button. It can always be pressed: what is missing is then pointed out, instead of a grey riddle. */
export function StartBar({ state, needsPermission }: Props) {
  const { choices } = state;
  const isBlocked = choices.missing.value.includes('single-post');
  const isPointingOut = choices.isPointingOut.value && choices.missing.value.length > 0;
  const start = () => {
    void state.start();
    focusFirstFault();
  };
  return (
    <div class="action-bar">
      <p class="missing" role="status">
        {isPointingOut && (isBlocked ? t('missing_single_post') : t('missing_something'))}
      </p>
      <button type="button" class="primary wide" aria-disabled={state.isStarting.value} onClick={start}>
        {state.isStarting.value ? t('starting') : t('start')}
      </button>
      <p class="small soft">{needsPermission ? t('start_note_permission') : t('start_note')}</p>
    </div>
  );
}
