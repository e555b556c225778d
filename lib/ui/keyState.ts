/** D14: the installation's key in the settings, and trying an authority. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Answers } from '../messages/calls.ts';
import { asFailure } from '../model/failure.ts';
import type { Failure } from '../model/failure.ts';
import type { Ask } from './ask.ts';
import type { AuthorityDraft } from './policyDraft.ts';

export type Tried = Answers<'tryAuthority'>;

export interface KeyState {
  /** Absent until the worker answered. */
  readonly keys: ReadonlySignal<Answers<'getKeys'> | undefined>;
  readonly trouble: ReadonlySignal<Failure | undefined>;
  readonly open: () => Promise<void>;
  readonly renew: (reason: string) => Promise<void>;
  /** Must be called within the click: the browser may ask whether this address may be asked. */
  readonly tryAuthority: (authority: AuthorityDraft) => Promise<Tried>;
}

export function createKeyState(ask: Ask, requestPermission: (origin: string) => Promise<boolean>): KeyState {
  const keys = signal<Answers<'getKeys'> | undefined>(undefined);
  const trouble = signal<Failure | undefined>(undefined);
  async function attempt(work: () => Promise<void>): Promise<void> {
    trouble.value = undefined;
    try {
      await work();
      keys.value = await ask('getKeys', {});
    } catch (error) {
      trouble.value = asFailure(error);
    }
  }
  return {
    keys,
    trouble,
    open: () => attempt(async () => undefined),
    renew: (reason) => attempt(async () => void (await ask('renewKey', { reason }))),
    async tryAuthority({ name, url, roots }) {
      const address = url.trim();
      if (!address.startsWith('https://') || !URL.canParse(address)) return { ok: false, problem: 'unreachable' };
      if (!(await requestPermission(`${new URL(address).origin}/*`))) return { ok: false, problem: 'no-permission' };
      try {
        return await ask('tryAuthority', { authority: { name: name.trim() || address, url: address, roots } });
      } catch (error) {
        return { ok: false, problem: asFailure(error).code === 'bad-message' ? 'chain' : 'unreachable' };
      }
    },
  };
}
