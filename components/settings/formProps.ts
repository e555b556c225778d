import type { Invalid } from '../../lib/ui/policyCheck.ts';
import type { PolicyDraft } from '../../lib/ui/policyDraft.ts';

/** What every part of the settings form is given. */
export interface FormProps {
  readonly draft: PolicyDraft;
  readonly invalid: readonly Invalid[];
  readonly change: (change: Partial<PolicyDraft>) => void;
}
