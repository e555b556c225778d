/** One kind of identifier in free text. An organisation can add its own: anything that answers with offsets and a score. */
import type { RedactionKind } from '../../model/capture.ts';
import type { Folded } from '../fold.ts';
import type { Token } from '../tokens.ts';
import { isEveryday } from '../words.ts';

export interface Match {
  /** Offsets into the folded text. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1; below `SURE` it is shown for review instead of replaced. */
  readonly score: number;
}

export interface Hints {
  /** Own and listed accounts: lower case, without @; never to be matched. */
  readonly keepHandles: ReadonlySet<string>;
  /** Numbers of posts of our own. */
  readonly keepPosts: ReadonlySet<string>;
}

export interface Detector {
  /** Rule id in the ledger: `patroon.bsn`. */
  readonly id: string;
  readonly kind: RedactionKind;
  readonly token: Token;
  /** Linear in the length of the text. */
  find(folded: Folded, hints: Hints): Match[];
}

export const SURE = 0.5;

/** All matches of a pattern that pass the check. Patterns hold no nested repetition without a bound. */
export function matches(
  text: string,
  pattern: RegExp,
  check: (found: string, at: number) => number | undefined = () => 0.9,
): Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(pattern)) {
    const score = check(match[0], match.index);
    if (score !== undefined) found.push({ start: match.index, end: match.index + match[0].length, score });
  }
  return found;
}

/** The first group of each match: a value with the word that names it before it. */
export function firstGroups(text: string, pattern: RegExp, score: number): Match[] {
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? '').length, end, score };
  });
}

/** Whether one of these words stands in what was found, in small letters, and is an everyday one: "na 1825", "van 12-03-2024". */
export const holdsEveryday = (found: string, words: RegExp, capitals: Uint8Array, at: number): boolean =>
  [...found.matchAll(words)].some(({ 0: word, index }) => capitals[at + index] !== 1 && isEveryday(word));

/** The capitals of a text; none where nearly all of it is in capitals, for there they tell nothing. */
export function tellingCapitals({ text, capitals }: Folded): Uint8Array {
  let [letters, high] = [0, 0];
  for (let i = 0; i < text.length; i += 1) {
    if (!/\p{L}/u.test(text[i] ?? '')) continue;
    letters += 1;
    high += capitals[i] === 1 ? 1 : 0;
  }
  return letters > 15 && high > letters * 0.8 ? new Uint8Array(capitals.length) : capitals;
}

export const hasDigit = (text: string): boolean => /\d/.test(text);
export const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** What stands just before, to look for a word that tells the kind. */
export const before = (text: string, at: number, characters: number): string => text.slice(Math.max(0, at - characters), at);
export const startsAsDate = (text: string): boolean =>
  /^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d(?!\d)|^(?:19|20)\d\d[-./]\d\d[-./]\d\d/.test(text);
