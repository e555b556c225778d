/** The settings of onboarding and options: one draft, saved as a whole. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { FailureCode } from '../model/failure.ts';
import type { Policy } from '../model/policy.ts';
import type { Ask } from './ask.ts';
import { check } from './policyCheck.ts';
import type { Invalid } from './policyCheck.ts';
import { draftOf } from './policyDraft.ts';
import type { PolicyDraft } from './policyDraft.ts';

export type Saving =
  | { readonly at: 'unchanged' }
  | { readonly at: 'changed' }
  | { readonly at: 'busy' }
  | { readonly at: 'saved' }
  | { readonly at: 'invalid' }
  | { readonly at: 'failed'; readonly code: FailureCode };

export interface PolicyState {
  /** Absent until the worker answered. */
  readonly draft: ReadonlySignal<PolicyDraft | undefined>;
  readonly isManaged: ReadonlySignal<boolean>;
  readonly saving: ReadonlySignal<Saving>;
  /** What is wrong, pointed out after the first attempt to save (or to go on). */
  readonly invalid: ReadonlySignal<readonly Invalid[]>;
  readonly open: () => Promise<void>;
  readonly change: (change: Partial<PolicyDraft>) => void;
  /** Points out what is wrong under these paths; true when nothing is. */
  readonly isGood: (...paths: readonly string[]) => boolean;
  readonly save: () => Promise<boolean>;
}

export function createPolicyState(ask: Ask): PolicyState {
  const draft = signal<PolicyDraft | undefined>(undefined);
  const isManaged = signal(false);
  const saving = signal<Saving>({ at: 'unchanged' });
  const pointedOut = signal<readonly string[]>([]);
  const faults = computed(() => faultsOf(draft.value));
  const invalid = computed(() => under(faults.value, pointedOut.value));

  async function save(): Promise<boolean> {
    pointedOut.value = [''];
    const checked = draft.value && check(draft.value);
    if (!checked || isManaged.value) return false;
    if (!checked.isGood) {
      saving.value = { at: 'invalid' };
      return false;
    }
    saving.value = { at: 'busy' };
    saving.value = await saved(ask, checked.policy);
    return saving.value.at === 'saved';
  }

  return {
    draft,
    isManaged,
    saving,
    invalid,
    save,
    async open() {
      try {
        const answer = await ask('getPolicy', {});
        isManaged.value = answer.isManaged;
        draft.value = draftOf(answer.policy);
      } catch (error) {
        saving.value = { at: 'failed', code: asFailure(error).code };
      }
    },
    change(change) {
      if (!draft.value || isManaged.value) return;
      draft.value = { ...draft.value, ...change };
      saving.value = { at: 'changed' };
    },
    isGood(...paths) {
      pointedOut.value = [...pointedOut.value, ...paths];
      return under(faults.value, paths).length === 0;
    },
  };
}

async function saved(ask: Ask, policy: Policy): Promise<Saving> {
  try {
    await ask('savePolicy', { policy });
    return { at: 'saved' };
  } catch (error) {
    return { at: 'failed', code: asFailure(error).code };
  }
}

function faultsOf(draft: PolicyDraft | undefined): readonly Invalid[] {
  const checked = draft && check(draft);
  return checked && !checked.isGood ? checked.invalid : [];
}

function under(faults: readonly Invalid[], paths: readonly string[]): readonly Invalid[] {
  return faults.filter(({ path }) => paths.some((start) => path.startsWith(start)));
}
