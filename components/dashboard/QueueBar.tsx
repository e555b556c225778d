import type { DeliveryState } from '../../lib/ui/deliveryState.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';

/** Above the work list while packages wait: how many, what stops them, and a way to hold them. */
export function QueueBar({ state }: { readonly state: DeliveryState }) {
  const { value: list } = state.list;
  const open = (list?.deliveries ?? []).filter(({ state: at }) => at !== 'certain');
  if (!list || open.length === 0) return null;
  const stopped = open.filter(({ state: at }) => at === 'stopped').length;
  return (
    <Notice tone={stopped > 0 ? 'warn' : 'info'} title={plural('queue_open', open.length)}>
      {list.isPaused && <p>{t('queue_paused')}</p>}
      {stopped > 0 && <p>{plural('queue_stopped', stopped)}</p>}
      {state.locked.value.map(({ id, name }) => (
        <p key={id}>{t('queue_locked', { name })}</p>
      ))}
      <button type="button" class="secondary" onClick={() => void state.pause(!list.isPaused)}>
        {t(list.isPaused ? 'queue_resume' : 'queue_pause')}
      </button>
    </Notice>
  );
}
