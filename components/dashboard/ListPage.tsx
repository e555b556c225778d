import { noFilter } from '../../lib/ui/filter.ts';
import type { DashboardState } from '../../lib/ui/dashboardState.ts';
import { plural, t } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CaptureList, EmptyList } from './CaptureList.tsx';
import { DuePanel } from './DuePanel.tsx';
import { FilterBar } from './FilterBar.tsx';
import { QueueBar } from './QueueBar.tsx';

/** The overview: what is due, what is under way, and every capture there is. */
export function ListPage({ state }: { readonly state: DashboardState }) {
  const { captures: list, work, deliveries } = state;
  const { value: loaded } = list.loaded;
  return (
    <>
      {work.trouble.value && <FailureNotice failure={work.trouble.value} />}
      <DuePanel due={work.due.value} runs={work.runs.runs.value ?? []} onRepeat={(captures) => void state.repeat(captures)} />
      <QueueBar state={deliveries} />
      {loaded.at === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.at === 'failed' && <FailureNotice failure={loaded} />}
      {loaded.at === 'loaded' && (loaded.value.length === 0 ? <EmptyList /> : <Captures state={state} />)}
    </>
  );
}

function Captures({ state }: { readonly state: DashboardState }) {
  const { captures: list, deliveries } = state;
  const { value: found } = list.found;
  const { value: open } = list.inside;
  return (
    <>
      <p class="lead">{open > 0 ? plural('list_open', open) : t('list_all_out')}</p>
      <FilterBar list={list} />
      <BulkBar
        list={list}
        canDeliver={deliveries.targets.value.length > 0}
        onDeliver={() => void state.deliverTicked()}
        onTable={state.saveList}
        onSeeds={() => void state.saveSeeds()}
      />
      {found.length === 0 ? (
        <p>
          {t('filter_nothing')}{' '}
          {list.filter.value !== noFilter && (
            <button type="button" class="link" onClick={list.clear}>
              {t('filter_clear')}
            </button>
          )}
        </p>
      ) : (
        <CaptureList captures={found} ticked={list.ticked.value} onTick={list.tick} />
      )}
    </>
  );
}
