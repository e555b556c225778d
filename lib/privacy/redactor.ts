/** Text in, text without identities out. The order of D3: our own stays, known people, validated patterns, names by context. */
import type { RedactionKind } from '../model/capture.ts';
import { SURE } from './detectors/detector.ts';
import type { Detector, Hints } from './detectors/detector.ts';
import { fold, foldText, originalSpan } from './fold.ts';
import type { Folded } from './fold.ts';
import { keepFinder, peopleFinder } from './people.ts';
import type { PeopleFinder } from './people.ts';
import type { SharedForm } from './identities.ts';
import type { PeopleRoles } from './classify.ts';
import { covers, overlaps } from './spans.ts';
import type { Span } from './spans.ts';
import { finder } from './squash.ts';
import { neutralise, tokens } from './tokens.ts';

/** A piece of the original text. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
  readonly rule: string;
  /** What stands in its place; absent for a known person, whose label stands there. */
  readonly token?: string;
  /** Index into `PeopleRoles.persons`. */
  readonly person?: number;
  readonly isDoubtful: boolean;
}

interface Redacted {
  readonly text: string;
  readonly removed: readonly Finding[];
  /** Offsets into `text`. */
  readonly doubtful: readonly { readonly rule: string; readonly start: number; readonly end: number }[];
}

export interface Redactor {
  /** What is to be removed from this text, in order and not overlapping. */
  find(text: string): readonly Finding[];
  /** The same, of people known from the structure only. */
  findKnown(text: string): readonly Finding[];
  redact(text: string): Redacted;
  /** What stands in the place of a finding. */
  instead(finding: Finding): string;
}

export interface RedactorParts {
  readonly forms: readonly SharedForm[];
  readonly roles: PeopleRoles;
  readonly detectors: readonly Detector[];
  /** The label of a person: index into `PeopleRoles.persons`. */
  readonly label: (person: number) => string;
  /** R11: ways of writing the name of whoever wrote these texts; a name found around one of them is the writer's own. */
  readonly writer?: readonly SharedForm[];
}

export function redactor({ forms, roles, detectors, label, writer = [] }: RedactorParts): Redactor {
  const people = peopleFinder(forms);
  const keep = keepFinder(roles.keep);
  const signature = writer.length === 0 ? () => [] : finder(writer);
  const hints: Hints = { keepHandles: new Set(roles.keepHandles.map(foldText)) };
  const seen = new Map<string, readonly Finding[]>();
  const find = (text: string): readonly Finding[] => {
    const met = seen.get(text);
    if (met) return met;
    const found = findings(text, { people, keep, signature, detectors, hints });
    if (text.length < 20_000) seen.set(text, found);
    return found;
  };
  const instead = (finding: Finding): string => replacement(finding, roles, label);
  const redact = (text: string): Redacted => settle(neutralise(text), find, instead);
  const known = new Map<string, readonly Finding[]>();
  const findKnown = (text: string): readonly Finding[] => {
    const met = known.get(text);
    if (met) return met;
    const found = findings(text, { people, keep, signature, detectors: [], hints });
    if (text.length < 20_000) known.set(text, found);
    return found;
  };
  return { find, findKnown, redact, instead };
}

interface Search {
  readonly people: PeopleFinder;
  readonly keep: (folded: Folded) => readonly Span[];
  readonly signature: (folded: Folded) => readonly Span[];
  readonly detectors: readonly Detector[];
  readonly hints: Hints;
}

function findings(text: string, { people, keep, signature, detectors, hints }: Search): Finding[] {
  if (text.trim() === '') return [];
  const folded = fold(text);
  const known = people(folded).map((match) => ({ ...match, isDoubtful: match.isDoubtful === true }));
  const patterns = detectors.flatMap((detector) =>
    detector.find(folded, hints).map((match) => ({
      start: match.start,
      end: match.end,
      kind: detector.kind,
      rule: detector.id,
      token: detector.token,
      isDoubtful: match.score < SURE,
    })),
  );
  if (known.length + patterns.length === 0) return [];
  const isOurs = covers(keep(folded));
  const isSigned = overlaps(signature(folded));
  const inOriginal = [...known, ...patterns.filter((one) => one.kind !== 'persoon-in-tekst' || !isSigned(one))]
    .filter((one) => !isOurs(one))
    .map((one) => ({ ...one, ...originalSpan(folded, one.start, one.end) }));
  return merged(inOriginal);
}

/** Overlapping findings become one, named by the first in the order of trust; doubtful ones give way. */
export function merged(found: readonly Finding[]): Finding[] {
  const sure = joinedSpans(found.filter((one) => !one.isDoubtful));
  const doubtful = joinedSpans(found.filter((one) => one.isDoubtful));
  const isTaken = overlaps(sure);
  return [...sure, ...doubtful.filter((one) => !isTaken(one))].toSorted((a, b) => a.start - b.start);
}

/** A mail address is that, whoever's name is in it; a link or mention of somebody known is that person. */
const trust = ({ rule }: Finding): number => (rule === 'patroon.e-mail' ? 0 : rule.startsWith('bekend.') ? 1 : 2);

function joinedSpans(found: readonly Finding[]): Finding[] {
  const order = new Map(found.map((one, index) => [one, trust(one) * found.length + index]));
  const out: { finding: Finding; rank: number }[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    const rank = order.get(one) ?? 0;
    if (!last || one.start >= last.finding.end) {
      out.push({ finding: one, rank });
      continue;
    }
    const named = rank < last.rank ? one : last.finding;
    const isSamePerson =
      one.person === last.finding.person || !one.rule.startsWith('bekend.') || !last.finding.rule.startsWith('bekend.');
    const { person, ...rest } = named;
    const whole = { ...rest, start: last.finding.start, end: Math.max(last.finding.end, one.end) };
    const widest = widestPerson(last.finding, one);
    const who = isSamePerson ? person : widest;
    out[out.length - 1] = { finding: { ...whole, ...(who !== undefined && { person: who }) }, rank: Math.min(rank, last.rank) };
  }
  return out.map(({ finding }) => finding);
}

/** "Fenna" may be two people, "Fenna Kanariezoon" only one: the longer form knows. */
function widestPerson(a: Finding, b: Finding): number | undefined {
  return b.end - b.start > a.end - a.start ? b.person : a.person;
}

function replacement(finding: Finding, roles: PeopleRoles, label: (person: number) => string): string {
  if (finding.token !== undefined) return finding.token;
  if (finding.person === undefined) return tokens.persoon;
  return tokenFor(roles, finding.person) ?? `[${label(finding.person)}]`;
}

/** Who has no label but a word. */
export function tokenFor({ persons }: PeopleRoles, person: number): string | undefined {
  const role = persons[person]?.role;
  return role === 'medewerker' || role === 'schrijver' ? tokens[role] : undefined;
}

/** What is left after a replacement may have become readable by it: looked at again until nothing is found. */
function settle(text: string, find: (text: string) => readonly Finding[], instead: (finding: Finding) => string): Redacted {
  let current = text;
  let removed: readonly Finding[] = [];
  for (let round = 0; ; round += 1) {
    const found = find(current);
    const sure = found.filter((finding) => !finding.isDoubtful);
    if (sure.length === 0 || round === 4) {
      const doubtful = found.filter((finding) => finding.isDoubtful).map(({ rule, start, end }) => ({ rule, start, end }));
      return { text: current, removed, doubtful };
    }
    removed = removed.concat(sure);
    current = applied(current, sure, instead);
  }
}

function applied(text: string, found: readonly Finding[], instead: (finding: Finding) => string): string {
  let out = '';
  let at = 0;
  for (const finding of found) {
    out += text.slice(at, finding.start) + instead(finding);
    at = finding.end;
  }
  return out + text.slice(at);
}
