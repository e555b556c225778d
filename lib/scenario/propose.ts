import type { ScenarioProposal } from '../model/job.ts';
import type { PageKind } from '../model/platform.ts';
import type { AccountType, RegisteredAccount, Scenario } from '../model/policy.ts';

/** R7–R9: what each scenario keeps of a page. */
export interface KeepPlan {
  readonly profile: boolean;
  readonly reactions: boolean;
  /** R9: never the account as a whole: only the post the page is about, chosen by a person. */
  readonly onlyChosenPost: boolean;
}
export const keepPlans: Readonly<Record<Scenario, KeepPlan>> = {
  A: { profile: true, reactions: false, onlyChosenPost: false },
  B: { profile: true, reactions: true, onlyChosenPost: false },
  C: { profile: false, reactions: false, onlyChosenPost: true },
};

const removedAlways = [
  'third-party-names',
  'third-party-pictures',
  'third-party-media',
  'third-party-links',
  'personal-data-in-text',
  'employee',
  'who-liked',
  'platform-data',
];

const shown: Readonly<Record<Scenario, { keeps: readonly string[]; removes: readonly string[] }>> = {
  A: { keeps: ['profile', 'posts', 'own-media', 'counts'], removes: ['reactions', ...removedAlways] },
  B: { keeps: ['profile', 'posts', 'own-media', 'reactions', 'government-replies', 'counts'], removes: removedAlways },
  C: { keeps: ['single-posts', 'own-media', 'counts'], removes: ['reactions', ...removedAlways] },
};

/** What is kept and removed, as codes for the user. Only a profile page has the profile. */
export function whatIsKept(scenario: Scenario, pageKind: PageKind): Pick<ScenarioProposal, 'keeps' | 'removes'> {
  const { keeps, removes } = shown[scenario];
  return { keeps: keeps.filter((code) => code !== 'profile' || pageKind === 'profile'), removes };
}

export interface ProposalFacts {
  readonly accountType: AccountType;
  readonly pageKind: PageKind;
  readonly replies: 'yes' | 'no' | 'unknown';
  readonly account?: RegisteredAccount;
}

/** From the account's type and the page to a scenario with its reasons (R3, R5, R7–R9). The user may choose otherwise. */
export function propose(facts: ProposalFacts): ScenarioProposal {
  const { scenario, because } = reason(facts);
  return {
    scenario,
    accountType: facts.accountType,
    because,
    ...whatIsKept(scenario, facts.pageKind),
    asksCapacity: scenario === 'C',
  };
}

function reason({ accountType, replies, account }: ProposalFacts): { scenario: Scenario; because: string[] } {
  if (accountType === 'hybride') return { scenario: 'C', because: ['R3-hybrid', 'R9-selection-by-person'] };
  if (accountType === 'persoonlijk') return { scenario: 'C', because: ['R3-personal', 'R9-selection-by-person'] };
  // R5: as soon as replying is possible it is two-way, so a register that says A cannot make it one-way
  if (replies === 'yes') return { scenario: 'B', because: ['R3-corporate', 'R5-replies-possible'] };
  if (account?.defaultScenario) return { scenario: account.defaultScenario, because: ['R3-corporate', 'register-default'] };
  // when the page does not tell, two-way: it keeps more, and strips all of it
  return replies === 'no'
    ? { scenario: 'A', because: ['R3-corporate', 'R5-replies-off'] }
    : { scenario: 'B', because: ['R3-corporate', 'R5-replies-unknown'] };
}
