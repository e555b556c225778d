import { useEffect, useRef } from 'preact/hooks';
import type { CaptureState, Screen } from '../../lib/ui/captureState.ts';
import { t } from '../../lib/ui/words.ts';
import { Icon, Mark } from '../Icon.tsx';
import { Notice } from '../Notice.tsx';
import { Choosing } from './Choosing.tsx';
import { Failed, Refused } from './Ended.tsx';
import { LetterForm } from './LetterForm.tsx';
import { Result } from './Result.tsx';
import { Running } from './Running.tsx';

/** The whole popup: reads the state and hands it to what draws. */
export function PopupView({ state }: { readonly state: CaptureState }) {
  const { value: screen } = state.screen;
  const main = useFocusOnChange(screen.at);
  return (
    <>
      <header class="popup-head">
        <h1>
          <Mark />
          {t('extName')}
        </h1>
        <nav aria-label={t('nav_label')}>
          <button type="button" class="quiet" onClick={() => state.openDashboard('/')}>
            <Icon name="list" />
            {t('nav_list')}
          </button>
          <button type="button" class="quiet" onClick={() => state.openPage('options')}>
            <Icon name="gear" />
            {t('nav_options')}
          </button>
        </nav>
      </header>
      <main ref={main} tabIndex={-1} aria-busy={screen.at === 'looking'}>
        {!state.isSetUp.value && <SetUpNotice state={state} />}
        <ScreenOf screen={screen} state={state} />
      </main>
    </>
  );
}

function ScreenOf({ screen, state }: { readonly screen: Screen; readonly state: CaptureState }) {
  if (screen.at === 'looking') {
    return (
      <p class="looking" role="status">
        {t('popup_looking')}
      </p>
    );
  }
  if (screen.at === 'refused') {
    return <Refused code={screen.code} host={screen.host} report={state.report} onAgain={() => void state.lookAgain()} />;
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
        onExport={() => void state.exportFile()}
        onOpen={state.openDashboard}
        onAgain={() => void state.lookAgain()}
      />
    );
  }
  return <Failed code={screen.code} report={state.report} onAgain={() => void state.lookAgain()} />;
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
