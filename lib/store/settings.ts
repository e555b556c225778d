import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import { Policy, defaultPolicy, policyKeys } from '../model/policy.ts';
import type { PolicyKey } from '../model/policy.ts';

/** What somebody at this installation may not change is `locked`. */
export interface PolicyHere {
  readonly policy: Policy;
  readonly isManaged: boolean;
  readonly locked: PolicyKey[];
  readonly isSetUp: boolean;
}

/** The organisation's policy (D15): part by part the administrator's, else this installation's own, else neutral defaults. */
export async function readPolicy(): Promise<PolicyHere> {
  const managed = await managedStorage();
  const own = v.safeParse(Policy, (await browser.storage.local.get('policy'))['policy']);
  const base = own.success ? own.output : defaultPolicy;
  const locked = policyKeys.filter((key) => managed[key] !== undefined);
  return {
    policy: locked.length > 0 ? withManaged(base, managed) : base,
    isManaged: locked.length > 0,
    locked,
    isSetUp: own.success || locked.includes('organisation'),
  };
}

/** What the administrator set goes before it when it is read again. */
export async function savePolicy(policy: Policy): Promise<void> {
  await browser.storage.local.set({ policy });
}

/** What is wrong in it, or is no part of a policy, is refused as a whole, loudly (T28), with the place of the first fault. */
function withManaged(base: Policy, managed: Record<string, unknown>): Policy {
  const { secrets: _, ...parts } = managed; // passwords are no part of a policy: `secrets.ts` reads them
  const parsed = v.safeParse(Policy, { ...base, ...parts });
  if (!parsed.success) throw new Failure('policy-invalid', { part: v.getDotPath(parsed.issues[0]) ?? '' });
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
