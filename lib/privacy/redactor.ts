/** Text in, text without identities out. The order of D3: our own stays, known people, validated patterns, names by context. */
import type { PeopleRoles } from './classify.ts';
import type { Detector } from './detectors/detector.ts';
import type { Finding } from './findings.ts';
import type { SharedForm } from './gathered.ts';
import { findings, searchFor } from './search.ts';
import { neutralise, tokens } from './tokens.ts';

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

export function redactor({ forms, roles, detectors, label, writer }: RedactorParts): Redactor {
  const search = searchFor(forms, roles, writer);
  const find = remembered((text) => findings(text, search, detectors));
  const findKnown = remembered((text) => findings(text, search, []));
  const instead = (finding: Finding): string => replacement(finding, roles, label);
  return { find, findKnown, redact: (text) => settle(neutralise(text), find, instead), instead };
}

/** The same texts come back: in the text of an item, its fragment, its media. */
function remembered(find: (text: string) => readonly Finding[]): (text: string) => readonly Finding[] {
  const seen = new Map<string, readonly Finding[]>();
  return (text) => {
    const met = seen.get(text);
    if (met) return met;
    const found = find(text);
    if (text.length < 20_000) seen.set(text, found);
    return found;
  };
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

const MOST_ROUNDS = 6;

/** What is left after a replacement may have become readable by it: looked at again. What never ends goes as a whole. */
function settle(text: string, find: (text: string) => readonly Finding[], instead: (finding: Finding) => string): Redacted {
  let current = text;
  let removed: readonly Finding[] = [];
  for (let round = 0; ; round += 1) {
    const found = find(current);
    const sure = found.filter((finding) => !finding.isDoubtful);
    if (sure.length === 0) {
      const doubtful = found.filter((finding) => finding.isDoubtful).map(({ rule, start, end }) => ({ rule, start, end }));
      return { text: current, removed, doubtful };
    }
    removed = removed.concat(sure);
    if (round === MOST_ROUNDS) return { text: tokens.persoon, removed, doubtful: [] };
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
