/** What a person must still say before a capture may start (R3, R9, R15). Pure: no signals, no browser. */
import type { PageView, ScenarioProposal } from '../model/job.ts';
import type { AccountType, Scenario } from '../model/policy.ts';

export type ReadyPage = Extract<PageView, { state: 'ready' }>;
/** `niet-van-ons`: a private person or another party, whose page is not captured (R14, R15). */
export type AccountAnswer = AccountType | 'niet-van-ons';

export interface Choice {
  readonly account?: AccountAnswer;
  /** Absent while the proposal is followed. */
  readonly scenario?: Scenario;
  readonly reason: string;
  readonly capacity: string;
  readonly selectionReason: string;
  /** Exact times may be asked for with the pointer. */
  readonly mayHover: boolean;
}
export const noChoice: Choice = { reason: '', capacity: '', selectionReason: '', mayHover: false };

export type Missing = 'account' | 'not-ours' | 'single-post' | 'reason' | 'capacity' | 'selectionReason';

export interface Answered {
  readonly page: ReadyPage;
  readonly proposal?: ScenarioProposal;
  readonly choice: Choice;
}

export function scenarioOf({ proposal, choice }: Answered): Scenario | undefined {
  return choice.scenario ?? proposal?.scenario;
}

export function departs(answered: Answered): boolean {
  return answered.proposal !== undefined && scenarioOf(answered) !== answered.proposal.scenario;
}

/** In the order of the screen, so that the first one is where the eye and the focus go. */
export function missing(answered: Answered): Missing[] {
  const { page, proposal, choice } = answered;
  if (choice.account === 'niet-van-ons') return ['not-ours'];
  if (!proposal) return ['account'];
  const isC = scenarioOf(answered) === 'C';
  return [
    ...lack(isC && page.pageKind === 'profile', 'single-post'),
    ...lack(departs(answered) && choice.reason.trim().length < 3, 'reason'),
    ...lack(isC && choice.capacity === '', 'capacity'),
    ...lack(isC && choice.selectionReason.trim().length < 3, 'selectionReason'),
  ];
}

function lack(holds: boolean, what: Missing): Missing[] {
  return holds ? [what] : [];
}
