/** Finding captures in the overview: pure, and fast enough for ten thousand of them at every key. */
import type { CaptureSummary } from '../model/job.ts';
import { platformNames } from '../model/platform.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Scenario } from '../model/policy.ts';
import { isSavedAsFile, mustBeReviewedFirst } from './review.ts';

/** Where the work is: what waits for whom. */
export const workStates = ['review', 'send', 'out', 'corrected'] as const;
export type WorkStateName = (typeof workStates)[number];

export interface ListFilter {
  readonly search: string;
  readonly state: WorkStateName | '';
  readonly platform: PlatformId | '';
  readonly account: string;
  readonly scenario: Scenario | '';
  readonly completeness: CaptureSummary['completeness'] | '';
  readonly hotspot: string;
  /** yyyy-mm-dd, inclusive. */
  readonly from: string;
  readonly to: string;
}
export const noFilter: ListFilter = {
  search: '',
  state: '',
  platform: '',
  account: '',
  scenario: '',
  completeness: '',
  hotspot: '',
  from: '',
  to: '',
};

export function workStateOf(capture: CaptureSummary): WorkStateName {
  if (capture.correction) return 'corrected';
  if (mustBeReviewedFirst(capture)) return 'review';
  return isSavedAsFile(capture) ? 'out' : 'send';
}

export function filtered(all: readonly CaptureSummary[], filter: ListFilter): readonly CaptureSummary[] {
  if (JSON.stringify(filter) === JSON.stringify(noFilter)) return all;
  const words = fold(filter.search).split(/\s+/).filter(Boolean);
  return all.filter((one) => fits(one, filter) && isInPeriod(one, filter) && words.every((word) => textOf(one).includes(word)));
}

function fits(one: CaptureSummary, { state, platform, account, scenario, completeness, hotspot }: ListFilter): boolean {
  return (
    (scenario === '' || one.scenario === scenario) &&
    (platform === '' || one.platform === platform) &&
    (account === '' || one.accountHandle === account) &&
    (completeness === '' || one.completeness === completeness) &&
    (hotspot === '' || one.hotspot === hotspot) &&
    (state === '' || workStateOf(one) === state)
  );
}

function isInPeriod({ capturedAt }: CaptureSummary, { from, to }: ListFilter): boolean {
  const day = capturedAt.slice(0, 10);
  return (from === '' || day >= from) && (to === '' || day <= to);
}

/** What can be chosen from, by what there is. */
export function choicesIn(all: readonly CaptureSummary[]) {
  return {
    accounts: [...new Set(all.map(({ accountHandle }) => accountHandle))].toSorted((one, other) => one.localeCompare(other)),
    platforms: [...new Set(all.map(({ platform }) => platform))].toSorted((one, other) => one.localeCompare(other)),
    hotspots: [...new Set(all.flatMap(({ hotspot }) => hotspot ?? []))].toSorted((one, other) => one.localeCompare(other)),
  };
}

/** How many of each, for the tiles above the list. */
export function countByState(all: readonly CaptureSummary[]): Readonly<Record<WorkStateName, number>> {
  const counts = { review: 0, send: 0, out: 0, corrected: 0 };
  for (const one of all) counts[workStateOf(one)] += 1;
  return counts;
}

/** Folding is the slow part: each line once. */
const folded = new WeakMap<CaptureSummary, string>();
function textOf(one: CaptureSummary): string {
  const known = folded.get(one);
  if (known !== undefined) return known;
  const text = fold(`${one.id} @${one.accountHandle} ${platformNames[one.platform]} ${one.title ?? ''} ${one.hotspot ?? ''}`);
  folded.set(one, text);
  return text;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
