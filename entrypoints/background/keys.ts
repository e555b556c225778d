import type { PublicKey } from '../../lib/model/evidence.ts';
import type { StampAuthoritySetting } from '../../lib/model/policy.ts';
import { knownKeys, publicKey, renewKey } from '../../lib/store/keys.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { logKey } from './sealing.ts';
import { retryStamps } from './stamps.ts';

/** D14: the key of this installation and the authorities, as the settings show them. */
export const keyHandlers = {
  async getKeys(): Promise<{ inUse?: PublicKey; known: PublicKey[] }> {
    const inUse = await publicKey();
    return { ...(inUse && { inUse }), known: await knownKeys() };
  },
  async renewKey({ reason }: { reason: string }): Promise<PublicKey> {
    const { policy } = await readPolicy();
    const fresh = await renewKey(new Date().toISOString());
    const before = fresh.previous === undefined ? '' : `; de vorige was ${fresh.previous}`;
    await logKey(policy, 'key-renewed', fresh.fingerprint, `${reason}${before}`);
    return fresh;
  },
  async tryAuthority({ authority }: { authority: StampAuthoritySetting }) {
    const { askForStamp } = await import('../../lib/export/timestamp.ts');
    const answer = await askForStamp(authority, new TextEncoder().encode('proef'));
    return answer.ok
      ? ({ ok: true, time: answer.stamp.time, authority: answer.stamp.authority } as const)
      : ({ ok: false, problem: answer.problem } as const);
  },
  retryStamps: () => retryStamps(),
};
