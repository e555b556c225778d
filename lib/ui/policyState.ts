/** The settings of onboarding and options: one draft, saved as a whole. */
import * as v from 'valibot';
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { Told } from '../model/failure.ts';
import { Policy, policyKeys } from '../model/policy.ts';
import type { PolicyKey } from '../model/policy.ts';
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
  | ({ readonly at: 'failed'; readonly part?: string } & Told);

export interface PolicyState {
  /** Absent until the worker answered. */
  readonly draft: ReadonlySignal<PolicyDraft | undefined>;
  /** The administrator set something. */
  readonly isManaged: ReadonlySignal<boolean>;
  /** The administrator set everything: there is nothing to save here. */
  readonly isAllLocked: ReadonlySignal<boolean>;
  /** Whether the administrator set one of these. */
  readonly isLocked: (...keys: readonly PolicyKey[]) => boolean;
  readonly saving: ReadonlySignal<Saving>;
  /** What is wrong, pointed out after the first attempt to save (or to go on). */
  readonly invalid: ReadonlySignal<readonly Invalid[]>;
  readonly open: () => Promise<void>;
  readonly change: (change: Partial<PolicyDraft>) => void;
  /** Points out what is wrong under these paths; true when nothing is. */
  readonly isGood: (...paths: readonly string[]) => boolean;
  readonly save: () => Promise<boolean>;
  /** Everything as it stands, as one file; undefined, and pointed out, while something is wrong. */
  readonly asFile: () => string | undefined;
  /** Puts the settings of a file in the form; answers where it is wrong, if it is. */
  readonly takeFile: (text: string) => string | undefined;
}

export function createPolicyState(ask: Ask): PolicyState {
  const draft = signal<PolicyDraft | undefined>(undefined);
  const locked = signal<readonly PolicyKey[]>([]);
  const isAllLocked = computed(() => locked.value.length === policyKeys.length);
  const given = signal<Policy | undefined>(undefined);
  const saving = signal<Saving>({ at: 'unchanged' });
  const pointedOut = signal<readonly string[]>([]);
  const faults = computed(() => faultsOf(draft.value));
  const invalid = computed(() => under(faults.value, pointedOut.value));

  async function save(): Promise<boolean> {
    pointedOut.value = [''];
    const checked = draft.value && check(draft.value);
    if (!checked || isAllLocked.value) return false;
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
    isManaged: computed(() => locked.value.length > 0),
    isAllLocked,
    isLocked: (...keys) => keys.some((key) => locked.value.includes(key)),
    saving,
    invalid,
    save,
    async open() {
      try {
        const answer = await ask('getPolicy', {});
        locked.value = answer.locked ?? (answer.isManaged ? policyKeys : []);
        given.value = answer.policy;
        draft.value = draftOf(answer.policy);
      } catch (error) {
        const { code, detail } = asFailure(error);
        saving.value = { at: 'failed', code, ...(typeof detail['part'] === 'string' && { part: detail['part'] }) };
      }
    },
    change(change) {
      if (!draft.value || isAllLocked.value) return;
      draft.value = { ...draft.value, ...change };
      saving.value = { at: 'changed' };
    },
    asFile() {
      pointedOut.value = [''];
      const checked = draft.value && check(draft.value);
      return checked?.isGood ? `${JSON.stringify(checked.policy, undefined, 2)}\n` : undefined;
    },
    takeFile(text) {
      const read = policyIn(text);
      if (typeof read === 'string') return read;
      if (!draft.value) return '';
      // what the administrator set stays as it is
      const kept = Object.fromEntries(locked.value.map((key) => [key, given.value?.[key]]));
      draft.value = draftOf({ ...read, ...kept });
      saving.value = { at: 'changed' };
      return undefined;
    },
    isGood(...paths) {
      pointedOut.value = [...pointedOut.value, ...paths];
      return under(faults.value, paths).length === 0;
    },
  };
}

/** The policy in a file, or where it is wrong. */
function policyIn(text: string): Policy | string {
  try {
    const parsed = v.safeParse(Policy, JSON.parse(text));
    return parsed.success ? parsed.output : (v.getDotPath(parsed.issues[0]) ?? '');
  } catch {
    return 'JSON'; // no JSON at all: the person is told that
  }
}

async function saved(ask: Ask, policy: Policy): Promise<Saving> {
  try {
    await ask('savePolicy', { policy });
    return { at: 'saved' };
  } catch (error) {
    const { code, detail } = asFailure(error);
    return { at: 'failed', code, detail };
  }
}

function faultsOf(draft: PolicyDraft | undefined): readonly Invalid[] {
  const checked = draft && check(draft);
  return checked && !checked.isGood ? checked.invalid : [];
}

function under(faults: readonly Invalid[], paths: readonly string[]): readonly Invalid[] {
  return faults.filter(({ path }) => paths.some((start) => path.startsWith(start)));
}
