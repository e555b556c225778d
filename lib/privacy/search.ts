/** What a text is searched with, and what is found: our own stays, known people in all readings, patterns as a person reads it. */
import type { PeopleRoles } from './classify.ts';
import { unitsOf } from './decode.ts';
import { SURE } from './detectors/detector.ts';
import type { Detector, Hints, Match } from './detectors/detector.ts';
import { digestFinder } from './digests.ts';
import { merged } from './findings.ts';
import type { Finding } from './findings.ts';
import { foldText, originalSpan } from './fold.ts';
import type { Folded } from './fold.ts';
import { hashable } from './identities.ts';
import type { SharedForm } from './gathered.ts';
import { keepFinder, peopleFinder } from './people.ts';
import type { PeopleFinder, PersonMatch } from './people.ts';
import { readings } from './readings.ts';
import { ownPeople } from './ours.ts';
import type { Ours } from './ours.ts';
import { covers, overlaps } from './spans.ts';
import type { Span } from './spans.ts';
import { finder } from './squash.ts';

export interface Search {
  readonly people: PeopleFinder;
  readonly keep: (folded: Folded) => readonly Span[];
  /** R11: where the writer of these texts names themself. */
  readonly signature: (folded: Folded) => readonly Span[];
  readonly hashOf: (digest: string) => { person: number } | undefined;
  readonly hints: Hints;
  /** What a name found by a pattern has of the names of our own people. */
  readonly ours: (folded: Folded, start: number, end: number) => Ours;
}

export function searchFor(forms: readonly SharedForm[], roles: PeopleRoles, writer: readonly SharedForm[] = []): Search {
  return {
    people: peopleFinder(forms),
    keep: keepFinder(roles.keep),
    signature: writer.length === 0 ? () => [] : finder(writer),
    hashOf: hashFinder(roles, writer.length === 0),
    hints: { keepHandles: new Set(roles.keepHandles.map(foldText)), keepPosts: new Set(roles.keepPosts) },
    ours: ownPeople(roles.keep),
  };
}

function hashFinder(roles: PeopleRoles, withWriter: boolean): Search['hashOf'] {
  const texts = hashable(roles).filter(({ person }) => withWriter || roles.persons[person]?.role !== 'schrijver');
  const find = digestFinder(texts.map(({ text }) => text));
  return (digest) => {
    const found = find.of(digest);
    return found === undefined ? undefined : texts[found];
  };
}

/** A pattern is looked for in the text as a person reads it; somebody known in all that it may say. */
export function findings(text: string, search: Search, detectors: readonly Detector[]): Finding[] {
  if (text.trim() === '') return [];
  const { folds, opened, digests } = readings(unitsOf(text), text);
  const known = folds.flatMap((folded, index) => {
    const patterns =
      index === 0
        ? unlessSigned(
            folded,
            detectors.flatMap((detector) => matchesOf(detector, folded, search)),
            search,
          )
        : [];
    const people = search.people(folded).map((match) => knownFinding(match));
    return unlessOurs(folded, [...people, ...patterns], search).map((one) => ({
      ...one,
      ...originalSpan(folded, one.start, one.end),
    }));
  });
  const inside = opened.flatMap(({ start, end, folds: insides }) => {
    const met = insides.flatMap((folded) => unlessOurs(folded, search.people(folded, 'anywhere'), search)).find(isSure);
    return met ? [{ ...knownFinding(met), start, end }] : [];
  });
  const hashed = digests.flatMap(({ start, end, value }) => {
    const met = search.hashOf(value);
    return met ? [{ start, end, kind: 'platform-id' as const, rule: 'bekend.hash', person: met.person, isDoubtful: false }] : [];
  });
  return merged([...known, ...inside, ...hashed]);
}

const isSure = ({ isDoubtful }: PersonMatch): boolean => isDoubtful !== true;

const matchesOf = (detector: Detector, folded: Folded, { hints, ours }: Search): Finding[] =>
  detector.find(folded, hints).flatMap((match) => {
    const ofUs = detector.kind === 'persoon-in-tekst' ? ours(folded, match.start, match.end) : undefined;
    return ofUs === 'stays' ? [] : [asFinding(detector, match, ofUs === 'perhaps')];
  });

const asFinding = (detector: Detector, match: Match, isPerhapsOurs: boolean): Finding => ({
  start: match.start,
  end: match.end,
  kind: detector.kind,
  rule: detector.id,
  token: detector.token,
  isDoubtful: isPerhapsOurs || match.score < SURE,
});

/** R11: a name found around the writer's own is the writer's. */
function unlessSigned(folded: Folded, found: readonly Finding[], { signature }: Search): readonly Finding[] {
  if (!found.some(isOfPerson)) return found;
  const isSigned = overlaps(signature(folded));
  return found.filter((one) => !isOfPerson(one) || !isSigned(one));
}

const isOfPerson = ({ kind }: Finding): boolean => kind === 'persoon-in-tekst';

function unlessOurs<T extends { start: number; end: number }>(folded: Folded, found: readonly T[], { keep }: Search): readonly T[] {
  if (found.length === 0) return [];
  const isOurs = covers(keep(folded));
  return found.filter((one) => !isOurs(one));
}

/** Offsets into the folded text. */
const knownFinding = ({ isDoubtful, ...match }: PersonMatch): Finding => ({ ...match, isDoubtful: isDoubtful === true });
