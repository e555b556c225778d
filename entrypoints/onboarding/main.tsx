import { browser } from 'wxt/browser';
import { openPage } from '../../components/page.tsx';
import { OnboardingView } from '../../components/settings/OnboardingView.tsx';
import '../../components/style/dashboard.css';
import { ask } from '../../lib/messages/client.ts';
import { createLanguageState } from '../../lib/ui/language.ts';
import { createOnboardingState } from '../../lib/ui/onboardingState.ts';
import { createPolicyState } from '../../lib/ui/policyState.ts';

function openDashboard(): void {
  location.assign(browser.runtime.getURL('/dashboard.html'));
}

async function open(): Promise<void> {
  const state = createOnboardingState(createPolicyState(ask));
  const language = createLanguageState(browser.storage.local);
  await openPage('onboarding_title', browser.storage.local, () => <OnboardingView {...{ state, language, openDashboard }} />);
  await state.policy.open();
}

void open();
