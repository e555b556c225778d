/**
 * Finds words whatever stands between them: the automaton runs over letters and digits alone, and what was in between is
 * judged afterwards. So "Fenna Kanariezoon", "fenna.kanariezoon", "#FennaKanariezoon" and "F e n n a" are one pattern.
 */
import { automaton } from './automaton.ts';
import { isWordUnit } from './fold.ts';
import type { Folded } from './fold.ts';

export interface Pattern {
  /** Letters and digits only, folded. */
  readonly squashed: string;
  /** Offsets in `squashed` where a new word begins: anything short may stand there. */
  readonly splits: readonly number[];
}
/** Offsets into the folded text. */
export interface Hit {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
  /** Part of a longer word, which is taken as a whole: "ikbenfennakanariezoon". It may mean somebody else. */
  readonly isGlued?: true;
}
/** `anywhere`: in what was written in base64 or the like, where a word may begin in the middle of another. */
export type Finder = (folded: Folded, where?: 'anywhere') => Hit[];

/** Squashes folded text into a pattern; its splits are the places between words. */
export function patternOf(words: readonly string[]): Pattern {
  let squashed = '';
  const splits: number[] = [];
  for (const word of words) {
    const plain = squash(word);
    if (plain === '') continue;
    if (squashed !== '') splits.push(squashed.length);
    squashed += plain;
  }
  return { squashed, splits };
}

/** Letters and digits of an already folded text. */
export function squash(folded: string): string {
  let out = '';
  for (let i = 0; i < folded.length; i += 1) if (isWordUnit(folded.charCodeAt(i))) out += folded[i];
  return out;
}

/** Shorter ones occur in the middle of other words. */
const SHORTEST_ANYWHERE = 6;
/** Of bytes that are no text, as in the hashes of our own packages, shorter ones are met by chance. */
const SHORTEST_IN_NOISE = 8;
// eslint-disable-next-line no-control-regex -- those are what tells bytes from text
const noise = /[\0-\x08\x0E-\x1F\x7F-\x9F\uFFFD]/;
/** A name of one word is found in another word by chance sooner than one of two. */
const shortestGlued = ({ splits }: Pattern): number => (splits.length > 0 ? 8 : 10);
/** Longer than any word. */
const LONGEST_WORD = 60;

function wholeWords(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from > 0 && start - from < LONGEST_WORD && isWordUnit(text.charCodeAt(from - 1))) from -= 1;
  while (to < text.length && to - end < LONGEST_WORD && isWordUnit(text.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}

/** The number of an account or a post: no letter before or after it makes it another. */
const isLongNumber = (squashed: string): boolean => /^\d{10,}$/.test(squashed);

/** `glued`: also as a part of a longer word. */
export function finder(patterns: readonly Pattern[], glued?: 'glued'): Finder {
  const machine = automaton(patterns.map((pattern) => pattern.squashed));
  return (folded, where) => {
    const { units, places, length } = stream(folded);
    const hits: Hit[] = [];
    const shortest = where !== 'anywhere' ? Infinity : noise.test(folded.original) ? SHORTEST_IN_NOISE : SHORTEST_ANYWHERE;
    machine.scan(units, length, (index, end) => {
      const pattern = patterns[index];
      if (!pattern) return;
      const first = end - pattern.squashed.length;
      const start = places[first] ?? 0;
      const stop = (places[end - 1] ?? 0) + 1;
      const isGlued =
        pattern.squashed.length < shortest && !hasBorders(folded, start, stop) && !isApart(folded.text, start, stop, pattern);
      if (isGlued && (!glued || pattern.squashed.length < shortestGlued(pattern))) return;
      const isWhole = stop - start === pattern.squashed.length;
      if (!isWhole && !(where === 'anywhere' ? isWritten : isJoined)(folded.text, places, first, end, pattern)) return;
      hits.push(
        isGlued ? { pattern: index, ...wholeWords(folded.text, start, stop), isGlued } : { pattern: index, start, end: stop },
      );
    });
    return hits;
  };
}

function stream(folded: Folded): { units: Uint16Array; places: Int32Array; length: number } {
  const { text } = folded;
  const units = new Uint16Array(text.length);
  const places = new Int32Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!isWordUnit(code)) continue;
    units[length] = code;
    places[length] = i;
    length += 1;
  }
  return { units, places, length };
}

/** Scripts that write without spaces, or hang particles onto a name. */
const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u3040-\u30FF\u3400-\u9FFF\u0600-\u06FF\u0590-\u05FF]/;

function hasBorders(folded: Folded, start: number, end: number): boolean {
  return isBorder(folded, start - 1, start) && isBorder(folded, end - 1, end);
}

const isApart = (text: string, start: number, end: number, { squashed }: Pattern): boolean =>
  !/\d/.test(text[start - 1] ?? '') && !/\d/.test(text[end] ?? '') && isLongNumber(squashed);

function isBorder(folded: Folded, left: number, right: number): boolean {
  const { text, capitals } = folded;
  if (left < 0 || right >= text.length) return true;
  if (!isWordUnit(text.charCodeAt(left)) || !isWordUnit(text.charCodeAt(right))) return true;
  if (capitals[right] === 1 && capitals[left] === 0) return true; // FennaKanariezoon
  return unspaced.test(text[left] ?? '') && unspaced.test(text[right] ?? '');
}

/** "Klooster ziel" may be two words; "Fen na Kloosterziel" and "fenna_k 77" are somebody. */
const isMoreThanWord = ({ squashed, splits }: Pattern): boolean => splits.length > 0 || /\d/.test(squashed);

const joiner = /^[-_.'·•+|/\\*~,:=]{1,2}$/;

/** Bytes have all sorts of signs between letters; whoever writes a name in base64 has these. */
function isWritten(text: string, places: Int32Array, first: number, end: number): boolean {
  for (let k = first + 1; k < end; k += 1) {
    const between = text.slice((places[k - 1] ?? 0) + 1, places[k] ?? 0);
    if (between !== '' && !plainSeparator.test(between)) return false;
  }
  return true;
}
const plainSeparator = /^[\s_.'@&+-]{1,2}$/;

/** "9007 1992 5474 2001": so long a number is not met by chance. */
const isNumberInGroups = (squashed: string, inside: readonly string[]): boolean =>
  squashed.length > 11 && isLongNumber(squashed) && inside.every((between) => between.length === 1);

/** May what stands between the letters stand there? Between words anything short; inside a word no space, unless all is spaced. */
function isJoined(text: string, places: Int32Array, first: number, end: number, pattern: Pattern): boolean {
  const { squashed, splits } = pattern;
  let gaps = 0;
  const inside: string[] = [];
  for (let k = first + 1; k < end; k += 1) {
    const from = (places[k - 1] ?? 0) + 1;
    const to = places[k] ?? 0;
    if (to === from) continue;
    if (to - from > 4) return false;
    gaps += 1;
    if (!splits.includes(k - first)) inside.push(text.slice(from, to));
  }
  if (inside.length === 0) return true;
  if (squashed.length < 5) return false;
  if (isNumberInGroups(squashed, inside)) return true;
  if (gaps >= squashed.length - 2 - splits.length || inside.every((between) => joiner.test(between))) return true;
  return inside.length < 3 && squashed.length > 8 && (isMoreThanWord(pattern) || inside.every((between) => between === '\n'));
}
