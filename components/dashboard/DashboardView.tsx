import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DashboardState } from '../../lib/ui/dashboardState.ts';
import type { Loaded } from '../../lib/ui/loaded.ts';
import { numbersOf } from '../../lib/ui/numbers.ts';
import type { Route } from '../../lib/ui/route.ts';
import { t, wordFor } from '../../lib/ui/words.ts';
import { FailureNotice } from '../Failure.tsx';
import { Notice } from '../Notice.tsx';
import { CapturePage } from './CapturePage.tsx';
import { DeliveryPanel } from '../delivery/DeliveryPanel.tsx';
import { FlowPage } from './FlowPage.tsx';
import { ListPage } from './ListPage.tsx';
import { LossNotice } from './LossNotice.tsx';
import { LogTable } from './LogTable.tsx';
import { NumbersPage } from './NumbersPage.tsx';
import { RecoveryPage } from './RecoveryPage.tsx';
import { ReviewPage } from './ReviewPage.tsx';
import { RunPage } from './RunPage.tsx';
import { Shell } from './Shell.tsx';
import { VerifyPage } from './VerifyPage.tsx';

interface Props {
  readonly state: DashboardState;
  readonly openOptions: () => void;
}

export function DashboardView({ state, openOptions }: Props) {
  const { value: route } = state.route;
  const { value: loss } = state.loss.loss;
  const heading = useHeadingFocus(route);
  return (
    <Shell route={route} news={state.news.value} openOptions={openOptions}>
      {loss && <LossNotice loss={loss} onAccept={() => void state.loss.accept()} />}
      <h1 ref={heading} tabIndex={-1}>
        {titleOf(route)}
      </h1>
      <PageOf route={route} state={state} />
    </Shell>
  );
}

function PageOf({ route, state }: { readonly route: Route; readonly state: DashboardState }) {
  if (route.page === 'list') {
    return <ListPage state={state} />;
  }
  if (route.page === 'numbers') {
    return (
      <Waiting
        of={state.captures.loaded.value}
        draw={(list) => <NumbersPage numbers={numbersOf(list)} onTable={state.saveNumbers} />}
      />
    );
  }
  if (route.page === 'run') {
    return <RunPage id={route.id} work={state.work} onOpen={state.go} />;
  }
  if (route.page === 'capture') {
    const deliveries = <DeliveryPanel state={state.deliveries} />;
    // what was cleared has nothing to show but where it is (D11)
    if (state.one.value.at === 'failed' && state.one.value.code === 'cleared') return <Cleared>{deliveries}</Cleared>;
    return (
      <Waiting
        of={state.one.value}
        draw={(one) => (
          <CapturePage
            {...one}
            view={state.view.value}
            progress={state.exports.progress.value}
            trouble={state.trouble.value}
            onShowView={() => void state.showView()}
            onExport={() => void state.exportFile()}
            deliveries={deliveries}
            targets={state.deliveries.targets.value}
            onDeliver={(id) => void state.deliveries.deliver(id)}
            onSaveEscrow={() => void state.saveEscrow()}
            onRefer={state.refer}
            changes={state.changes.value}
            hotspots={state.hotspots.value}
            capacities={state.capacities.value}
            onCorrect={state.correct}
            onWithdraw={state.withdraw}
            onRetryStamps={() => void state.retryStamps()}
            onDelete={state.remove}
            onRepeat={(captures) => void state.repeat(captures)}
          />
        )}
      />
    );
  }
  if (route.page === 'review') {
    return <Waiting of={state.one.value} draw={() => <ReviewPage review={state.review} onDone={state.reviewed} />} />;
  }
  if (route.page === 'log') {
    return <Waiting of={state.log.value} draw={(lines) => <LogTable lines={lines} hasIntroduction />} />;
  }
  if (route.page === 'verify') {
    return <VerifyPage state={state.verify} />;
  }
  if (route.page === 'recovery') {
    return <RecoveryPage state={state} />;
  }
  if (route.page === 'flow') {
    return <FlowPage here={state.flow.here.value} />;
  }
  return (
    <Notice tone="warn">
      <p>{t('route_unknown')}</p>
    </Notice>
  );
}

function Cleared({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="capture-page">
      <Notice tone="info" title={wordFor('failure', 'cleared')} isSpoken>
        <p>{wordFor('failure_do', 'cleared')}</p>
      </Notice>
      {children}
    </div>
  );
}

interface WaitingProps<T> {
  readonly of: Loaded<T>;
  readonly draw: (value: T) => VNode;
}

function Waiting<T>({ of, draw }: WaitingProps<T>) {
  if (of.at === 'loading') return <p role="status">{t('loading')}</p>;
  if (of.at === 'failed') return <FailureNotice failure={of} />;
  return draw(of.value);
}

function titleOf(route: Route): string {
  if (route.page === 'run') return t('run_title');
  if (route.page === 'capture') return t('capture_title', { id: route.id });
  if (route.page === 'review') return t('review_title_of', { id: route.id });
  return t(
    (
      {
        list: 'nav_list',
        numbers: 'nav_numbers',
        log: 'nav_log',
        verify: 'nav_verify',
        recovery: 'nav_recovery',
        flow: 'nav_flow',
        unknown: 'route_unknown_title',
      } as const
    )[route.page],
  );
}

/** On another route the heading gets the focus, so that keyboard and screen reader start at the new page; a review starts at its first text, where its keys work. */
function useHeadingFocus(route: Route) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const place = 'id' in route ? `${route.page} ${route.id}` : route.page;
  useEffect(() => {
    if (!isFirst.current && route.page !== 'review') heading.current?.focus();
    isFirst.current = false;
  }, [place]);
  return heading;
}
