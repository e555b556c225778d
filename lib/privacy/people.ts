/** People known from the structure of the page, found in any text, in all their forms (D3, first step of the order). */
import type { RedactionKind } from '../model/capture.ts';
import { fold } from './fold.ts';
import type { Folded } from './fold.ts';
import type { SharedForm } from './gathered.ts';
import { leetFinder } from './leet.ts';
import { covers } from './spans.ts';
import { finder, patternOf } from './squash.ts';
import type { Hit } from './squash.ts';
import { isEveryday } from './words.ts';

export interface PersonMatch {
  /** Offsets into the folded text. */
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
  readonly rule: string;
  /** Index into `PeopleRoles.persons`, when it can be only one person. */
  readonly person?: number;
  /** Not sure enough to replace: for a person to look at. */
  readonly isDoubtful?: true;
  /** A name and what is written against it. */
  readonly isGlued?: true;
}
export type PeopleFinder = (folded: Folded, where?: 'anywhere') => PersonMatch[];

export function peopleFinder(forms: readonly SharedForm[]): PeopleFinder {
  const find = finder(forms, 'glued');
  const findLeet = leetFinder(forms);
  return (folded, where) => {
    const hits = [...unlessWhole(find(folded, where)), ...findLeet(folded)].flatMap((hit) => {
      const form = forms[hit.pattern];
      return form ? [{ ...hit, form }] : [];
    });
    if (hits.length === 0) return [];
    const isShouting = mostlyCapitals(folded);
    const sure = hits.filter(
      (hit) => hit.form.strength === 'sure' || hit.form.strength === 'firm' || isNamed(folded, hit, isShouting),
    );
    const isSure = new Set(sure);
    const isBeside = neighbours(sure);
    const rest = hits.filter((hit) => !isSure.has(hit));
    const near = rest.filter(isBeside);
    const doubtful = rest.filter((hit) => !isBeside(hit) && isWorthAsking(folded, hit, isShouting));
    return [
      ...[...sure, ...near].map((hit) => match(folded, hit)),
      ...doubtful.map((hit) => ({ ...match(folded, hit), isDoubtful: true as const })),
    ];
  };
}

/** "Kanariezoons" is a form of its own: then it is no name with a letter glued to it. */
function unlessWhole(hits: readonly Hit[]): readonly Hit[] {
  if (!hits.some(({ isGlued }) => isGlued)) return hits;
  const isWhole = covers(hits.filter(({ isGlued }) => !isGlued));
  return hits.filter((hit) => !hit.isGlued || !isWhole(hit));
}

type FormHit = Omit<Hit, 'pattern'> & { readonly form: SharedForm };

function match(folded: Folded, hit: FormHit): PersonMatch {
  const [only, ...others] = hit.form.persons;
  const start = folded.text[hit.start - 1] === '@' || folded.text[hit.start - 1] === '#' ? hit.start - 1 : hit.start;
  return {
    start,
    end: hit.end,
    kind: hit.form.kind === 'profielverwijzing' ? 'profielverwijzing' : hit.form.kind,
    rule: `bekend.${hit.form.kind}`,
    ...(only !== undefined && others.length === 0 && !hit.isGlued && { person: only }),
    ...(hit.isGlued && { isGlued: hit.isGlued }),
  };
}

/** A short or everyday word that the text itself treats as a name. */
function isNamed(folded: Folded, hit: FormHit, isShouting: boolean): boolean {
  if (hit.form.strength === 'review') return false;
  const before = folded.text[hit.start - 1];
  if (before === '@') return true;
  if (hit.form.strength === 'mention') return false;
  if (isShouting || folded.capitals[hit.start] !== 1) return false;
  return !isEveryday(hit.form.squashed) || !isSentenceStart(folded.text, hit.start);
}

/** Initials only as capitals with points: "F.K."; words only when written as a name. */
function isWorthAsking(folded: Folded, hit: FormHit, isShouting: boolean): boolean {
  if (hit.form.strength === 'mention') return false;
  const text = folded.text.slice(hit.start, hit.end);
  if (hit.form.strength === 'review')
    return /^\p{L}\. ?\p{L}$/u.test(text) && folded.capitals[hit.start] === 1 && folded.text[hit.end] === '.';
  return folded.capitals[hit.start] === 1 ? !isShouting || !isEveryday(hit.form.squashed) : !isEveryday(hit.form.squashed);
}

function isSentenceStart(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= at - 6 && i >= 0 && /[ "'(*_-]/.test(text[i] ?? '')) i -= 1;
  return i < 0 || /[.!?\n:;…]/.test(text[i] ?? '');
}

/** Whether another word of the same person stands next to it. */
function neighbours(hits: readonly FormHit[]): (hit: FormHit) => boolean {
  const edges = new Map<number, Set<number>>();
  for (const { start, end, form } of hits) {
    for (const edge of [start, end]) {
      const persons = edges.get(edge) ?? new Set();
      for (const person of form.persons) persons.add(person);
      edges.set(edge, persons);
    }
  }
  const near = [0, 1, 2];
  return ({ start, end, form }) =>
    near.some((gap) => form.persons.some((person) => edges.get(start - gap)?.has(person) || edges.get(end + gap)?.has(person)));
}

/** In a text that is all capitals, a capital says nothing. */
function mostlyCapitals(folded: Folded): boolean {
  let capitals = 0;
  let letters = 0;
  for (let i = 0; i < folded.text.length; i += 1) {
    if (folded.capitals[i] === 1) capitals += 1;
    if (/\p{L}/u.test(folded.text[i] ?? '')) letters += 1;
  }
  return letters > 8 && capitals > letters * 0.7;
}

/** Spans of our own names and accounts, which win over every rule. */
export function keepFinder(keep: readonly string[]): (folded: Folded) => { start: number; end: number }[] {
  const splits = new Map<string, Set<number>>();
  for (const text of keep) {
    const pattern = patternOf(fold(text).text.split(/[^\p{L}\p{N}]+/u));
    if (pattern.squashed.length < 2) continue;
    const met = splits.get(pattern.squashed) ?? new Set(); // "annavoorbeeld" and "Anna Voorbeeld" are one pattern
    for (const split of pattern.splits) met.add(split);
    splits.set(pattern.squashed, met);
  }
  const find = finder([...splits].map(([squashed, places]) => ({ squashed, splits: [...places] })));
  return (folded) => find(folded).map(({ start, end }) => ({ start: folded.text[start - 1] === '@' ? start - 1 : start, end }));
}
