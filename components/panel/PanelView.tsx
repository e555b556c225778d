import type { CaptureState } from '../../lib/ui/captureState.ts';
import type { Beside, PanelState } from '../../lib/ui/panelState.ts';
import type { RunState } from '../../lib/ui/runState.ts';
import { t } from '../../lib/ui/words.ts';
import { CaptureHead } from '../capture/CaptureHead.tsx';
import { CaptureScreen } from '../capture/CaptureScreen.tsx';
import { LossBox } from '../capture/LossBox.tsx';
import { FailureNotice } from '../Failure.tsx';
import { Icon } from '../Icon.tsx';
import { RoundBox } from '../round/RoundBox.tsx';
import { RunCard } from '../round/RunCard.tsx';
import { WebcareBox } from './WebcareBox.tsx';

interface Props {
  readonly state: PanelState;
  readonly runs: RunState;
  /** R29: beside the practice page, which has a head of its own. */
  readonly isPractice?: boolean;
}

/** The panel beside the page: the same flow as the popup, for whichever tab is in front. */
export function PanelView({ state, runs, isPractice }: Props) {
  const { value: beside } = state.shown;
  if (!beside) return null;
  const { capture, webcare } = beside;
  const { value: run } = runs.current;
  const isGoing = run?.state === 'going';
  return (
    <>
      {!isPractice && (
        <>
          <CaptureHead state={capture} />
          <LossBox state={capture} />
        </>
      )}
      {/* by its state: nothing half-filled of one tab goes over into another */}
      <CaptureScreen key={capture} state={capture} instead={isGoing ? <span /> : insteadOf(beside)}>
        {run && (
          <RunCard
            run={run}
            onSteer={(act) => void runs.steer(run, act, state.tabId.value)}
            onOpen={capture.openDashboard}
            onDone={runs.dismiss}
          />
        )}
        {runs.trouble.value && <FailureNotice failure={runs.trouble.value} />}
        <WebcareBox capture={capture} webcare={webcare} />
      </CaptureScreen>
    </>
  );
}

function insteadOf({ capture, round }: Beside) {
  if (isOutOfSight(capture)) return <OutOfSight capture={capture} />;
  const { value: now } = capture.screen;
  const isRound =
    now.at === 'choosing' &&
    now.page.pageKind === 'profile' &&
    now.page.account?.registeredAs !== undefined &&
    now.page.account.registeredAs !== 'corporate';
  if (!isRound) return undefined;
  return <RoundBox page={now.page} round={round} capacities={capture.capacities.value} onOpen={capture.openDashboard} />;
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
