/** The settings while somebody edits them: all fields are there as text, so that a form can hold a half-typed date. */
import { letterKinds } from '../model/letter.ts';
import type { LetterKind } from '../model/letter.ts';
import { scenarios } from '../model/policy.ts';
import type { AccountType, Policy, RoundTerm, Scenario } from '../model/policy.ts';
import type { PlatformId } from '../model/platform.ts';
import { targetDraft } from './targetDraft.ts';
import type { TargetDraft } from './targetDraft.ts';

export interface AccountDraft {
  readonly platform: PlatformId;
  readonly handle: string;
  readonly type: AccountType;
  readonly holder: string;
  /** Absent until somebody said so or not: R4 is recorded, not guessed. */
  readonly isShared?: boolean;
  readonly defaultScenario: Scenario | '';
  readonly selectionEntry: string;
  readonly series: string;
  readonly round: RoundTerm | '';
  /** With commas between. */
  readonly roundWords: string;
  /** R30; absent until somebody looked. */
  readonly disclaimer?: boolean;
}
export interface BodyDraft {
  readonly platform: PlatformId;
  readonly handle: string;
  readonly name: string;
}
export interface EntryDraft {
  readonly code: string;
  readonly process: string;
  readonly appraisal: 'B' | 'V' | 'N';
  /** Number of years; only with V. */
  readonly years: string;
  /** A term that is not in whole years is kept as it was. */
  readonly retention: string;
  readonly scenarios: readonly Scenario[];
}
export interface HotspotDraft {
  readonly code: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly words: string;
}
export interface AuthorityDraft {
  readonly name: string;
  readonly url: string;
  readonly roots: string;
}
export interface PolicyDraft {
  readonly organisation: {
    readonly name: string;
    readonly tooi: string;
    readonly contactRole: string;
    readonly contactEmail: string;
  };
  readonly accounts: readonly AccountDraft[];
  readonly bodies: readonly BodyDraft[];
  readonly listName: string;
  readonly entries: readonly EntryDraft[];
  readonly hotspotList: string;
  readonly hotspots: readonly HotspotDraft[];
  readonly capacities: readonly string[];
  readonly letterTeams: readonly string[];
  /** R11: numbers of days; empty: as the law says. */
  readonly letterTerms: Readonly<Record<LetterKind, string>>;
  readonly webcareAlways: boolean;
  /** R26: numbers of days, with commas between. */
  readonly repeatAfterDays: string;
  readonly repeatScenarios: readonly Scenario[];
  readonly actorRole: string;
  /** R18; the key as JSON text, empty where there is no way back. */
  readonly wayBack: { readonly scenarios: readonly Scenario[]; readonly key: string };
  readonly authorities: readonly AuthorityDraft[];
  /** Fingerprints, one a line. */
  readonly revokedKeys: string;
  readonly targets: readonly TargetDraft[];
  readonly graceDays: string;
  readonly budgets: { readonly seconds: string; readonly items: string; readonly megabytes: string };
}

export const emptyAccount: AccountDraft = {
  platform: 'x',
  handle: '',
  type: 'corporate',
  holder: '',
  defaultScenario: '',
  selectionEntry: '',
  series: '',
  round: '',
  roundWords: '',
};
export const emptyBody: BodyDraft = { platform: 'x', handle: '', name: '' };
export const emptyEntry: EntryDraft = { code: '', process: '', appraisal: 'N', years: '', retention: '', scenarios: [] };
export const emptyAuthority: AuthorityDraft = { name: '', url: '', roots: '' };
export const emptyHotspot: HotspotDraft = { code: '', name: '', from: '', to: '', words: '' };

export function draftOf(policy: Policy): PolicyDraft {
  const { organisation, selectionList, budgets } = policy;
  return {
    organisation: { ...organisation, tooi: organisation.tooi ?? '' },
    accounts: policy.accounts.map(({ isShared, disclaimer, ...account }) => ({
      ...account,
      ...(isShared !== undefined && { isShared }),
      ...(disclaimer !== undefined && { disclaimer }),
      defaultScenario: account.defaultScenario ?? '',
      selectionEntry: account.selectionEntry ?? '',
      series: account.series ?? '',
      round: account.round ?? '',
      roundWords: (account.roundWords ?? []).join(', '),
    })),
    bodies: policy.bodies,
    listName: selectionList.name,
    entries: selectionList.entries.map((entry) => ({
      ...entry,
      retention: entry.retention ?? '',
      years: /^P(\d+)Y$/.exec(entry.retention ?? '')?.[1] ?? '',
    })),
    hotspotList: policy.hotspotList ?? '',
    hotspots: policy.hotspots.map((spot) => ({ ...spot, to: spot.to ?? '', words: spot.words.join(', ') })),
    capacities: policy.capacities,
    letterTeams: policy.letterTeams ?? [],
    letterTerms: Object.fromEntries(
      letterKinds.map((kind) => [kind, String(policy.letterTerms?.[kind] ?? '')]),
    ) as PolicyDraft['letterTerms'], // fromEntries loses the names it was given
    webcareAlways: policy.webcareAlways ?? false,
    repeatAfterDays: (policy.repeatAfterDays ?? []).join(', '),
    repeatScenarios: policy.repeatScenarios ?? scenarios,
    actorRole: policy.actorRole,
    wayBack: {
      scenarios: policy.wayBack?.scenarios ?? [],
      key: policy.wayBack ? JSON.stringify(policy.wayBack.key, undefined, 2) : '',
    },
    authorities: policy.stampAuthorities ?? [],
    revokedKeys: (policy.revokedKeys ?? []).join('\n'),
    targets: (policy.targets ?? []).map(targetDraft),
    graceDays: policy.graceDays === undefined ? '' : String(policy.graceDays),
    budgets: { seconds: String(budgets.seconds), items: String(budgets.items), megabytes: String(budgets.megabytes) },
  };
}
