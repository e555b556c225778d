import type { PolicyKey } from '../../lib/model/policy.ts';
import type { Invalid } from '../../lib/ui/policyCheck.ts';
import type { KeyState } from '../../lib/ui/keyState.ts';
import type { PolicyDraft } from '../../lib/ui/policyDraft.ts';
import type { TargetState } from '../../lib/ui/targetState.ts';

/** What every part of the settings form is given. */
export interface FormProps {
  readonly draft: PolicyDraft;
  readonly invalid: readonly Invalid[];
  /** Where the browser can ask an authority: the settings page, not the first steps. */
  readonly tryAuthority?: KeyState['tryAuthority'];
  /** The same for a place packages go to. */
  readonly targets?: TargetState;
  /** The administrator set this key; never where the whole block was set, for then the block says so. */
  readonly isLocked: (key: PolicyKey) => boolean;
  readonly change: (change: Partial<PolicyDraft>) => void;
}
