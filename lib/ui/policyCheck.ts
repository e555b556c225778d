/** From what stands in the forms to settings that satisfy the schema, or to what is still wrong. */
import * as v from 'valibot';
import { EscrowKey } from '../model/escrow.ts';
import { letterKinds } from '../model/letter.ts';
import { Policy, scenarios } from '../model/policy.ts';
import type { EntryDraft, PolicyDraft } from './policyDraft.ts';
import { plainTarget, targetFaults } from './targetDraft.ts';

/** What the draft says, with everything left blank left out. May not satisfy the schema yet. */
function plain(draft: PolicyDraft): unknown {
  return {
    organisation: { ...draft.organisation, tooi: orAbsent(draft.organisation.tooi) },
    accounts: draft.accounts.map((account) => ({
      ...account,
      handle: withoutAt(account.handle),
      defaultScenario: orAbsent(account.defaultScenario),
      selectionEntry: orAbsent(account.selectionEntry),
      series: orAbsent(account.series),
      round: orAbsent(account.round),
      roundWords: wordsOf(account.roundWords).length === 0 ? undefined : wordsOf(account.roundWords),
    })),
    bodies: draft.bodies.map((body) => ({ ...body, handle: withoutAt(body.handle) })),
    selectionList: { name: draft.listName, entries: draft.entries.map(entryOf) },
    hotspots: draft.hotspots.map((spot) => ({ ...spot, to: orAbsent(spot.to), words: wordsOf(spot.words) })),
    hotspotList: orAbsent(draft.hotspotList),
    capacities: lines(draft.capacities),
    letterTeams: lines(draft.letterTeams).length === 0 ? undefined : lines(draft.letterTeams),
    letterTerms: letterTermsIn(draft),
    webcareAlways: draft.webcareAlways || undefined,
    repeatAfterDays: wordsOf(draft.repeatAfterDays).length === 0 ? undefined : wordsOf(draft.repeatAfterDays).map(Number),
    repeatScenarios: draft.repeatScenarios.length === scenarios.length ? undefined : [...draft.repeatScenarios],
    actorRole: draft.actorRole,
    wayBack: draft.wayBack.key.trim() === '' ? undefined : { scenarios: draft.wayBack.scenarios, key: keyIn(draft.wayBack.key) },
    stampAuthorities:
      draft.authorities.length === 0
        ? undefined
        : draft.authorities.map(({ name, url, roots }) => ({ name: name.trim(), url: url.trim(), roots: roots.trim() })),
    revokedKeys: fingerprintsIn(draft).length === 0 ? undefined : fingerprintsIn(draft),
    targets: draft.targets.length === 0 ? undefined : draft.targets.map(plainTarget),
    graceDays: draft.graceDays.trim() === '' ? undefined : Number(draft.graceDays),
    budgets: {
      seconds: Number(draft.budgets.seconds),
      items: Number(draft.budgets.items),
      megabytes: Number(draft.budgets.megabytes),
    },
  };
}

function lines(written: readonly string[]): string[] {
  return written.map((line) => line.trim()).filter((line) => line !== '');
}

/** Where something is wrong (`accounts.0.handle`) and the code of what. */
export interface Invalid {
  readonly path: string;
  readonly code:
    | 'required'
    | 'email'
    | 'number'
    | 'date-order'
    | 'public-key'
    | 'https'
    | 'certificate'
    | 'fingerprint'
    | 'rsin'
    | 'mapping'
    | 'folder'
    | 'wrong';
}

export type Checked =
  | { readonly isGood: true; readonly policy: Policy }
  | { readonly isGood: false; readonly invalid: readonly Invalid[] };

/** The settings to save, or what is still wrong with them, in the order of the form. */
export function check(draft: PolicyDraft): Checked {
  const invalid = [
    ...organisationFaults(draft),
    ...accountFaults(draft),
    ...listFaults(draft),
    ...wayBackFaults(draft),
    ...stampFaults(draft),
    ...targetFaults(draft.targets),
    ...graceFaults(draft),
    ...repeatFaults(draft),
    ...termFaults(draft),
    ...budgetFaults(draft),
  ];
  if (invalid.length > 0) return { isGood: false, invalid };
  const parsed = v.safeParse(Policy, JSON.parse(JSON.stringify(plain(draft)))); // JSON drops what is absent
  if (parsed.success) return { isGood: true, policy: parsed.output };
  return { isGood: false, invalid: parsed.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', code: 'wrong' })) };
}

function organisationFaults({ organisation, actorRole }: PolicyDraft): Invalid[] {
  const mail = organisation.contactEmail.trim();
  return [
    ...required('organisation.name', organisation.name),
    ...required('organisation.contactRole', organisation.contactRole),
    ...(mail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail)
      ? [{ path: 'organisation.contactEmail', code: 'email' } as const]
      : []),
    ...required('actorRole', actorRole),
  ];
}

function accountFaults({ accounts, bodies }: PolicyDraft): Invalid[] {
  return [
    ...accounts.flatMap((account, at) => required(`accounts.${at}.handle`, withoutAt(account.handle))),
    ...bodies.flatMap((body, at) => [
      ...required(`bodies.${at}.handle`, withoutAt(body.handle)),
      ...required(`bodies.${at}.name`, body.name),
    ]),
  ];
}

function listFaults({ entries, hotspots }: PolicyDraft): Invalid[] {
  return [
    ...entries.flatMap((entry, at) => [
      ...required(`entries.${at}.code`, entry.code),
      ...required(`entries.${at}.process`, entry.process),
      ...(entry.appraisal === 'V' && entry.years === '' && entry.retention === '' ? required(`entries.${at}.years`, '') : []),
      ...(entry.years === '' || /^\d{1,3}$/.test(entry.years) ? [] : [{ path: `entries.${at}.years`, code: 'number' } as const]),
    ]),
    ...hotspots.flatMap((spot, at) => [
      ...required(`hotspots.${at}.code`, spot.code),
      ...required(`hotspots.${at}.name`, spot.name),
      ...required(`hotspots.${at}.from`, spot.from),
      ...(spot.to !== '' && spot.to < spot.from ? [{ path: `hotspots.${at}.to`, code: 'date-order' } as const] : []),
    ]),
  ];
}

/** Only the public half may stand here: with the private one everybody with this computer could open every entry. */
function wayBackFaults({ wayBack: { scenarios: chosen, key } }: PolicyDraft): Invalid[] {
  if (key.trim() === '') return chosen.length > 0 ? [{ path: 'wayBack.key', code: 'required' }] : [];
  return v.safeParse(EscrowKey, keyIn(key)).success ? [] : [{ path: 'wayBack.key', code: 'public-key' }];
}

function fingerprintsIn({ revokedKeys }: PolicyDraft): string[] {
  return revokedKeys
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}

function stampFaults(draft: PolicyDraft): Invalid[] {
  const isWrong = fingerprintsIn(draft).some((one) => !/^[0-9a-f]{64}$/.test(one));
  return [
    ...draft.authorities.flatMap(({ name, url, roots }, at): Invalid[] => [
      ...required(`authorities.${at}.name`, name),
      ...(url.trim().startsWith('https://') && URL.canParse(url.trim())
        ? []
        : [{ path: `authorities.${at}.url`, code: 'https' } as const]),
      ...(roots.includes('-----BEGIN CERTIFICATE-----') && roots.includes('-----END CERTIFICATE-----')
        ? []
        : [{ path: `authorities.${at}.roots`, code: 'certificate' } as const]),
    ]),
    ...(isWrong ? [{ path: 'revokedKeys', code: 'fingerprint' } as const] : []),
  ];
}

function graceFaults({ graceDays }: PolicyDraft): Invalid[] {
  return /^\s*\d{0,4}\s*$/.test(graceDays) && Number(graceDays) <= 3_650 ? [] : [{ path: 'graceDays', code: 'number' }];
}

function repeatFaults({ repeatAfterDays }: PolicyDraft): Invalid[] {
  const isGood = wordsOf(repeatAfterDays).every((days) => /^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= 3_650);
  return isGood ? [] : [{ path: 'repeatAfterDays', code: 'number' }];
}

function termFaults({ letterTerms }: PolicyDraft): Invalid[] {
  return letterKinds.filter((kind) => !isTerm(letterTerms[kind])).map((kind) => ({ path: `letterTerms.${kind}`, code: 'number' }));
}

function isTerm(days: string): boolean {
  return days.trim() === '' || (/^\s*\d{1,3}\s*$/.test(days) && Number(days) >= 1 && Number(days) <= 365);
}

function letterTermsIn({ letterTerms }: PolicyDraft): unknown {
  const set = letterKinds.filter((kind) => letterTerms[kind].trim() !== '').map((kind) => [kind, Number(letterTerms[kind])]);
  return set.length === 0 ? undefined : Object.fromEntries(set);
}

function keyIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // half typed, or no JSON: the schema then says so
  }
}

function budgetFaults({ budgets }: PolicyDraft): Invalid[] {
  const limits = { seconds: 7_200, items: 200_000, megabytes: 4_000 } as const;
  const names = ['seconds', 'items', 'megabytes'] as const;
  return names.flatMap((name) => {
    const value = Number(budgets[name]);
    return Number.isInteger(value) && value >= 1 && value <= limits[name]
      ? []
      : [{ path: `budgets.${name}`, code: 'number' } as const];
  });
}

function required(path: string, value: string): Invalid[] {
  return value.trim() === '' ? [{ path, code: 'required' }] : [];
}

function orAbsent(value: string): string | undefined {
  return value.trim() === '' ? undefined : value.trim();
}

function withoutAt(handle: string): string {
  return handle.trim().replace(/^@+/, '');
}

function wordsOf(text: string): string[] {
  return text.split(',').flatMap((word) => orAbsent(word) ?? []);
}

function entryOf({ years, retention, ...entry }: EntryDraft): unknown {
  if (entry.appraisal !== 'V') return entry;
  return { ...entry, retention: years === '' ? retention : `P${years}Y` };
}
