/** Trying a target from the settings, and typing its password (T26). */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import type { Answers } from '../messages/calls.ts';
import { asFailure } from '../model/failure.ts';
import { reachOf } from '../model/reach.ts';
import type { Reach } from '../model/reach.ts';
import { TargetSetting } from '../model/target.ts';
import type { Ask } from './ask.ts';
import { plainTarget } from './targetDraft.ts';
import type { TargetDraft } from './targetDraft.ts';

export type TargetTried = Answers<'tryTarget'> | { readonly ok: false; readonly problem: 'incomplete'; readonly status?: number };

export interface TargetState {
  /** Targets of which the password is known in this browser. */
  readonly known: ReadonlySignal<readonly string[]>;
  readonly open: () => Promise<void>;
  /** Must be called within the click: the browser may ask whether this address may be asked. An empty secret leaves the known one. */
  readonly tryTarget: (draft: TargetDraft, secret: string) => Promise<TargetTried>;
}

export function createTargetState(ask: Ask, requestPermission: (reach: Reach) => Promise<boolean>): TargetState {
  const known = signal<readonly string[]>([]);
  async function open(): Promise<void> {
    known.value = await ask('listSecrets', {});
  }
  return {
    known,
    open,
    async tryTarget(draft, secret) {
      const parsed = v.safeParse(TargetSetting, plainTarget(draft));
      if (!parsed.success) return { ok: false, problem: 'incomplete' };
      const target = parsed.output;
      if (!(await requestPermission(reachOf([target])))) return { ok: false, problem: 'no-permission' };
      try {
        if (target.kind === 'graph' && !known.value.includes(target.id)) {
          const signedIn = await ask('signInTarget', { target });
          if (!signedIn.ok) return signedIn;
        }
        if (secret !== '') await ask('keepSecret', { target: target.id, secret });
        const answer = await ask('tryTarget', { target });
        await open();
        return answer;
      } catch (error) {
        return { ok: false, problem: asFailure(error).code === 'bad-message' ? 'incomplete' : 'unexpected' };
      }
    },
  };
}
