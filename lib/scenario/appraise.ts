import type { Appraisal } from '../model/capture.ts';
import type { Hotspot, Policy, RegisteredAccount, Scenario } from '../model/policy.ts';

export interface AppraisalFacts {
  readonly scenario: Scenario;
  readonly account: RegisteredAccount;
  readonly replies: 'yes' | 'no' | 'unknown';
  /** yyyy-mm-dd of the oldest captured post. */
  readonly postedOn?: string;
  /** Words the posts hold, for the hotspot's own words. */
  readonly text: string;
}

/** R21: the list's entry for the account or the scenario. R22: a hotspot makes it permanent. Lists are data, not code. */
export function appraise(policy: Policy, facts: AppraisalFacts): Appraisal {
  const entry = entryFor(policy, facts);
  const hotspot = facts.postedOn ? policy.hotspots.find((spot) => isIn(spot, facts.postedOn ?? '', facts.text)) : undefined;
  const value = hotspot ? 'B' : (entry?.appraisal ?? 'N');
  return {
    value,
    ...(value === 'V' && entry?.retention && { retention: entry.retention }),
    ...(entry && { entry }),
    ...(hotspot && { hotspot }),
  };
}

function entryFor({ selectionList }: Policy, { account, scenario, replies }: AppraisalFacts) {
  const fitting = selectionList.entries.filter((entry) => entry.scenarios.includes(scenario));
  const byAccount = selectionList.entries.find((entry) => entry.code === account.selectionEntry);
  // C can be one-way or two-way: the dialogue entry is the one that B has too
  const isTwoWay = scenario === 'B' || (scenario === 'C' && replies === 'yes');
  return byAccount ?? fitting.find((entry) => entry.scenarios.includes('B') === isTwoWay) ?? fitting[0];
}

/** A hotspot without words covers its whole period; with words, the posts that hold one of them. */
function isIn(spot: Hotspot, day: string, text: string): boolean {
  if (day < spot.from || (spot.to !== undefined && day > spot.to)) return false;
  const folded = text.toLowerCase();
  return spot.words.length === 0 || spot.words.some((word) => folded.includes(word.toLowerCase()));
}
