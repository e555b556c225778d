import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PolicyState } from './policyState.ts';

export const onboardingSteps = ['organisation', 'accounts', 'bodies'] as const;
export type OnboardingStep = (typeof onboardingSteps)[number] | 'done';

export interface OnboardingState {
  readonly policy: PolicyState;
  readonly step: ReadonlySignal<OnboardingStep>;
  /** Goes on when this step is in order; the last step saves. */
  readonly next: () => Promise<void>;
  readonly back: () => void;
}

export function createOnboardingState(policy: PolicyState): OnboardingState {
  const step = signal<OnboardingStep>('organisation');
  return {
    policy,
    step,
    async next() {
      const { value: here } = step;
      if (here === 'done') return;
      if (here !== 'bodies') {
        if (policy.isLocked(here) || policy.isGood(`${here}.`)) step.value = after(here);
        return;
      }
      // settings of the administrator are looked at, not saved
      if (policy.isAllLocked.value || (await policy.save())) step.value = 'done';
    },
    back() {
      const at = onboardingSteps.findIndex((known) => known === step.value);
      step.value = onboardingSteps[Math.max(0, at - 1)] ?? 'organisation';
    },
  };
}

function after(step: 'organisation' | 'accounts'): OnboardingStep {
  return step === 'organisation' ? 'accounts' : 'bodies';
}
