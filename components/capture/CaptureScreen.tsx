import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Screen } from '../../lib/ui/captureScreen.ts';
import type { CaptureState } from '../../lib/ui/captureState.ts';
import { t } from '../../lib/ui/words.ts';
import { Notice } from '../Notice.tsx';
import { Choosing } from './Choosing.tsx';
import { Failed, Refused } from './Ended.tsx';
import { LetterForm } from './LetterForm.tsx';
import { Result } from './Result.tsx';
import { Running } from './Running.tsx';

interface Props {
  readonly state: CaptureState;
  /** Stands above the screen. */
  readonly children?: ComponentChildren;
  /** Drawn in place of the screen. */
  readonly instead?: ComponentChildren;
}

/** From "what is this page" to "saved as a file", in the popup and in the panel beside the page. */
export function CaptureScreen({ state, children, instead }: Props) {
  const { value: screen } = state.screen;
  const main = useFocusOnChange(screen.at);
  return (
    <main ref={main} tabIndex={-1} aria-busy={screen.at === 'looking'}>
      {!state.isSetUp.value && <SetUpNotice state={state} />}
      {children}
      {instead || <ScreenOf state={state} />}
    </main>
  );
}

function ScreenOf({ state }: { readonly state: CaptureState }) {
  const { value: screen } = state.screen;
  if (screen.at === 'looking') {
    return (
      <p class="looking" role="status">
        {t('popup_looking')}
      </p>
    );
  }
  if (screen.at === 'refused') {
    return <Refused failure={screen} host={screen.host} report={state.report} onAgain={() => void state.lookAgain()} />;
  }
  if (screen.at === 'choosing') {
    return <Choosing page={screen.page} state={state} />;
  }
  if (screen.at === 'letter') {
    return <LetterForm state={state} />;
  }
  if (screen.at === 'running') {
    return (
      <Running
        job={screen.job}
        now={screen.now}
        isStopping={screen.isStopping}
        isMediaRefused={state.isMediaRefused.value}
        onStop={() => void state.stop()}
      />
    );
  }
  if (screen.at === 'result') {
    return (
      <Result
        capture={screen.capture}
        summary={screen.summary}
        progress={state.exports.progress.value}
        report={state.report}
        deliveries={state.deliveries}
        onDeliver={() => void state.deliver()}
        onExport={() => void state.exportFile()}
        onOpen={state.openDashboard}
        onAgain={() => void state.lookAgain()}
      />
    );
  }
  return <Failed failure={screen} report={state.report} onAgain={() => void state.lookAgain()} />;
}

function SetUpNotice({ state }: { readonly state: CaptureState }) {
  return (
    <Notice tone="info" title={t('popup_not_set_up')}>
      <p>{t('popup_not_set_up_explained')}</p>
      <button type="button" class="link" onClick={() => state.openPage('onboarding')}>
        {t('popup_set_up')}
      </button>
    </Notice>
  );
}

/** When one screen makes way for another the focused button is gone: the keyboard goes on at the new screen. */
function useFocusOnChange(at: Screen['at']) {
  const main = useRef<HTMLElement>(null);
  const before = useRef<Screen['at']>(at);
  useEffect(() => {
    if (before.current !== at && before.current !== 'looking') main.current?.focus();
    before.current = at;
  }, [at]);
  return main;
}
