import type { CaptureState } from '../../lib/ui/captureState.ts';
import { t } from '../../lib/ui/words.ts';

interface Props {
  readonly state: CaptureState;
  readonly needsPermission: boolean;
}

/** The one main button. It can always be pressed: what is missing is then pointed out, instead of a grey riddle. */
export function StartBar({ state, needsPermission }: Props) {
  const { choices } = state;
  const isBlocked = choices.missing.value.includes('single-post');
  const isPointingOut = choices.isPointingOut.value && choices.missing.value.length > 0;
  return (
    <div class="action-bar">
      <p class="small" role="status">
        {isPointingOut && <span class="field-error">{isBlocked ? t('missing_single_post') : t('missing_something')}</span>}
      </p>
      <button type="button" class="primary wide" aria-disabled={state.isStarting.value} onClick={() => void state.start()}>
        {state.isStarting.value ? t('starting') : t('start')}
      </button>
      <p class="small soft">{needsPermission ? t('start_note_permission') : t('start_note')}</p>
    </div>
  );
}
