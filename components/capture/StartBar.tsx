import type { CaptureState } from '../../lib/ui/captureState.ts';
import { t } from '../../lib/ui/words.ts';
import { focusFirstFault } from '../focus.ts';

interface Props {
  readonly state: CaptureState;
  readonly needsPermission: boolean;
  readonly mediaElsewhere: readonly string[];
}

/** The one main button. It can always be pressed: what is missing is then pointed out, instead of a grey riddle. */
export function StartBar({ state, needsPermission, mediaElsewhere }: Props) {
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
      <p class="small soft">
        {mediaElsewhere.length > 0
          ? t('start_note_hosts', { hosts: inWords(mediaElsewhere) })
          : needsPermission
            ? t('start_note_permission')
            : t('start_note')}
      </p>
    </div>
  );
}

/** The first few; who is asked by the browser sees them all. */
function inWords(hosts: readonly string[]): string {
  const rest = hosts.length - 3;
  return [...hosts.slice(0, 3), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
}
