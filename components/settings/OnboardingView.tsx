import { useEffect, useRef } from 'preact/hooks';
import { onboardingSteps } from '../../lib/ui/onboardingState.ts';
import type { OnboardingState, OnboardingStep } from '../../lib/ui/onboardingState.ts';
import type { LanguageState } from '../../lib/ui/language.ts';
import { t } from '../../lib/ui/words.ts';
import { focusFirstFault } from '../focus.ts';
import { FailureNotice } from '../Failure.tsx';
import { BrandName } from '../BrandHead.tsx';
import { Notice } from '../Notice.tsx';
import { AccountsForm } from './AccountsForm.tsx';
import { BodiesForm } from './BodiesForm.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';

interface Props {
  readonly state: OnboardingState;
  readonly language: LanguageState;
  readonly openDashboard: () => void;
}

const titles = {
  organisation: 'organisation_title',
  accounts: 'accounts_title',
  bodies: 'bodies_title',
  done: 'ready_title',
} as const;
const explained = {
  organisation: 'organisation_explained',
  accounts: 'accounts_explained',
  bodies: 'bodies_explained',
  done: 'ready_explained',
} as const;

/** Three questions, then the work can begin. */
export function OnboardingView({ state, language, openDashboard }: Props) {
  const { value: step } = state.step;
  const heading = useHeadingFocus(step);
  return (
    <main class="onboarding">
      <header class="onboarding-head">
        <BrandName />
        <p class="lead">{t('onboarding_lead')}</p>
      </header>
      {step === 'organisation' && <LanguageChoice state={language} />}
      {state.policy.isManaged.value && (
        <Notice tone="info" title={t('managed_title')}>
          <p>{t('managed_explained')}</p>
        </Notice>
      )}
      <section class="panel" aria-labelledby="step-title">
        {step !== 'done' && (
          <p class="over">{t('onboarding_step', { at: onboardingSteps.indexOf(step) + 1, of: onboardingSteps.length })}</p>
        )}
        <h1 id="step-title" ref={heading} tabIndex={-1}>
          {t(titles[step])}
        </h1>
        <p class="soft">{t(explained[step])}</p>
        {step === 'done' ? (
          <div class="buttons">
            <button type="button" class="primary" onClick={openDashboard}>
              {t('ready_open')}
            </button>
            <a href="/oefenen.html">{t('practice_begin')}</a>
          </div>
        ) : (
          <StepForm state={state} step={step} />
        )}
      </section>
    </main>
  );
}

function StepForm({ state, step }: { readonly state: OnboardingState; readonly step: Exclude<OnboardingStep, 'done'> }) {
  const { policy } = state;
  const { value: draft } = policy.draft;
  const { value: saving } = policy.saving;
  if (!draft) return saving.at === 'failed' ? <FailureNotice failure={saving} /> : <p role="status">{t('loading')}</p>;
  const form = { draft, invalid: policy.invalid.value, change: policy.change, isLocked: policy.isLocked };
  const isLast = step === onboardingSteps.at(-1);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void state.next();
        focusFirstFault();
      }}
    >
      <fieldset class="bare" disabled={policy.isLocked(step)}>
        {step === 'organisation' && <OrganisationForm {...form} />}
        {step === 'accounts' && <AccountsForm {...form} isShort />}
        {step === 'bodies' && <BodiesForm {...form} />}
      </fieldset>
      {saving.at === 'failed' && <FailureNotice failure={saving} />}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={saving.at === 'busy'}>
          {isLast ? t('finish') : t('next')}
        </button>
        {step !== 'organisation' && (
          <button type="button" class="secondary" onClick={state.back}>
            {t('back')}
          </button>
        )}
      </div>
    </form>
  );
}

function useHeadingFocus(step: OnboardingStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);
  return heading;
}
