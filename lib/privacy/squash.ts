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
interface Hit {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}
export type Finder = (folded: Folded) => Hit[];

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

export interface FinderOptions {
  /** Nothing at all between the letters, for bytes that are no text. */
  readonly strict?: boolean;
}

export function finder(patterns: readonly Pattern[], options: FinderOptions = {}): Finder {
  const machine = automaton(patterns.map((pattern) => pattern.squashed));
  return (folded) => {
    const { units, places, length } = stream(folded);
    const hits: Hit[] = [];
    machine.scan(units, length, (index, end) => {
      const pattern = patterns[index];
      if (!pattern) return;
      const first = end - pattern.squashed.length;
      const start = places[first] ?? 0;
      const stop = (places[end - 1] ?? 0) + 1;
      if (!hasBorders(folded, start, stop)) return;
      const isWhole = stop - start === pattern.squashed.length;
      if (isWhole || (!options.strict && isJoined(folded.text, places, first, end, pattern))) {
        hits.push({ pattern: index, start, end: stop });
      }
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

function isBorder(folded: Folded, left: number, right: number): boolean {
  const { text, capitals } = folded;
  if (left < 0 || right >= text.length) return true;
  if (!isWordUnit(text.charCodeAt(left)) || !isWordUnit(text.charCodeAt(right))) return true;
  if (capitals[right] === 1 && capitals[left] === 0) return true; // FennaKanariezoon
  return unspaced.test(text[left] ?? '') && unspaced.test(text[right] ?? '');
}

const joiner = /^[-_.'·•+|/\\*~,:=]{1,2}$/;

/** May what stands between the letters stand there? Between words anything short; inside a word no space, unless all is spaced. */
function isJoined(text: string, places: Int32Array, first: number, end: number, pattern: Pattern): boolean {
  let gaps = 0;
  let insideWords = 0;
  let isTight = true;
  for (let k = first + 1; k < end; k += 1) {
    const from = (places[k - 1] ?? 0) + 1;
    const to = places[k] ?? 0;
    if (to === from) continue;
    if (to - from > 4) return false;
    gaps += 1;
    if (pattern.splits.includes(k - first)) continue;
    insideWords += 1;
    if (isTight && !joiner.test(text.slice(from, to))) isTight = false;
  }
  if (insideWords === 0) return true;
  if (pattern.squashed.length < 5) return false;
  return isTight || gaps >= pattern.squashed.length - 2 - pattern.splits.length;
}
