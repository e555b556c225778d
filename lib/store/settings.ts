import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import { Policy, defaultPolicy } from '../model/policy.ts';

/** The organisation's policy (D15): the administrator's, else this installation's own, else neutral defaults. */
export async function readPolicy(): Promise<{ policy: Policy; isManaged: boolean; isSetUp: boolean }> {
  const managed = (await managedStorage())['policy'];
  if (managed !== undefined) return { policy: parseManaged(managed), isManaged: true, isSetUp: true };
  const own = v.safeParse(Policy, (await browser.storage.local.get('policy'))['policy']);
  return { policy: own.success ? own.output : defaultPolicy, isManaged: false, isSetUp: own.success };
}

export async function savePolicy(policy: Policy): Promise<void> {
  await browser.storage.local.set({ policy });
}

/** What the administrator left out falls back to the defaults; what is wrong is refused as a whole, loudly (T28). */
function parseManaged(managed: unknown): Policy {
  const parsed = v.safeParse(Policy, { ...defaultPolicy, ...(typeof managed === 'object' ? managed : {}) });
  if (!parsed.success) throw new Failure('policy-invalid');
  return parsed.output;
}

/** Firefox throws where no administrator set anything; Chromium gives an empty object. */
export async function managedStorage(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {}; // "Managed storage manifest not found": the same as nothing set
  }
}
