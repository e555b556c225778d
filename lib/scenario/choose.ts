import type { ScenarioChoice } from '../model/capture.ts';
import { Failure } from '../model/failure.ts';
import type { ScenarioProposal } from '../model/job.ts';
import type { Scenario } from '../model/policy.ts';

export interface UserChoice {
  readonly scenario: Scenario;
  readonly reason?: string | undefined;
  readonly capacity?: string | undefined;
  readonly selectionReason?: string | undefined;
}

/** The decision as it is recorded; refuses one that lacks what R9 or a departure from the proposal asks for. */
export function choose(proposal: ScenarioProposal, choice: UserChoice): ScenarioChoice {
  const isDeparture = choice.scenario !== proposal.scenario;
  if (isDeparture && !choice.reason) throw new Failure('reason-missing', { scenario: choice.scenario });
  if (choice.scenario === 'C' && (!choice.capacity || !choice.selectionReason)) throw new Failure('capacity-missing');
  return {
    scenario: choice.scenario,
    proposed: proposal.scenario,
    accountType: proposal.accountType,
    because: proposal.because,
    decidedBy: isDeparture ? 'medewerker' : 'voorstel',
    ...(isDeparture && choice.reason && { reason: choice.reason }),
    ...(choice.scenario === 'C' &&
      choice.capacity &&
      choice.selectionReason && { capacity: choice.capacity, selectionReason: choice.selectionReason }),
  };
}
