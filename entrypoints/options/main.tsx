import { browser } from 'wxt/browser';
import { openPage } from '../../components/page.tsx';
import { OptionsView } from '../../components/settings/OptionsView.tsx';
import '../../components/style/dashboard.css';
import { ask } from '../../lib/messages/client.ts';
import { createKeyState } from '../../lib/ui/keyState.ts';
import { createLanguageState } from '../../lib/ui/language.ts';
import { createPolicyState } from '../../lib/ui/policyState.ts';
import { createTargetState } from '../../lib/ui/targetState.ts';
import { mayReach } from '../common/reach.ts';

async function open(): Promise<void> {
  const state = createPolicyState(ask);
  const keys = createKeyState(ask, (origin) => mayReach({ origins: [origin] }));
  const targets = createTargetState(ask, mayReach);
  const language = createLanguageState(browser.storage.local);
  await openPage('options_title', browser.storage.local, () => (
    <OptionsView state={state} language={language} keys={keys} targets={targets} />
  ));
  await Promise.all([state.open(), keys.open(), targets.open()]);
}

void open();
