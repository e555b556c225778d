/**
 * What the format of a file puts around the text in it, taken off exactly, so that the gate reads what the redactor read: a
 * break in JSON is no letter n, and the end of one value and the beginning of the next are not one name.
 */
import { backslash, entity, unitsOf } from './decode.ts';
import type { Units } from './decode.ts';
import { isWordUnit } from './fold.ts';

/** A piece of a file, and where in the file it begins. */
export interface Slice {
  readonly text: string;
  readonly at: number;
  /** Offsets of `units` are those of `text`. */
  readonly units: Units;
}

/** Short: most need to be read in one way only. */
const SLICE = 20_000;
/** Longer than any form with what may stand between its letters. */
export const OVERLAP = 2_000;
/** More than a name can have between its words. */
const APART = '\u2022\u2022\u2022\u2022\u2022';

/** One at a time: of a long text all of them together are ten times as large. */
export function* slices(text: string): Generator<Slice, void> {
  if (isJson(text)) {
    yield* jsonSlices(text);
    return;
  }
  const read = isMarkup(text) ? markupAt : fieldAt;
  for (let at = 0; at < text.length;) {
    const next = betweenWords(text, at + SLICE);
    const piece = text.slice(at, betweenWords(text, next + OVERLAP));
    yield { text: piece, at, units: unwrapped(piece, read) };
    at = next;
  }
}

/** Words that go on for ever are cut all the same. */
const LONGEST_WORD = 200;

/** On to where a word ends: the first half of "hidden" is somebody's name. */
function betweenWords(text: string, from: number): number {
  let at = from;
  while (at - from < LONGEST_WORD && isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at))) at += 1;
  return at;
}

/** Cut where a string ends: nothing runs on over that. */
function* jsonSlices(text: string): Generator<Slice, void> {
  for (let at = 0; at < text.length;) {
    const end = endOfStrings(text, at);
    const piece = text.slice(at, end);
    yield { text: piece, at, units: unwrapped(piece, jsonReader()) };
    at = end;
  }
}

function endOfStrings(text: string, from: number): number {
  let isInside = false;
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isInside && code === BACKSLASH) i += 1;
    else if (code === QUOTE) {
      isInside = !isInside;
      if (!isInside && i - from >= SLICE) return i + 1;
    }
  }
  return text.length;
}

/** What stands at an offset: absent, the character itself. Asked at the signs of `formatting` only. */
type Reader = (codes: Uint16Array, i: number) => { readonly text: string; readonly size: number } | undefined;

const QUOTE = 34;
const GREATER = 62;
const AMPERSAND = 38;
const BACKSLASH = 92;
const formatting: ReadonlySet<number> = new Set([QUOTE, GREATER, AMPERSAND, BACKSLASH]);
const LONGEST_AHEAD = 12;
const ahead = (codes: Uint16Array, i: number): string => String.fromCharCode(...codes.subarray(i, i + LONGEST_AHEAD));

function jsonReader(): Reader {
  let isInside = false;
  return (codes, i) => {
    if (codes[i] === BACKSLASH) return isInside ? backslash(ahead(codes, i), 'file') : undefined;
    if (codes[i] !== QUOTE) return undefined;
    isInside = !isInside;
    return isInside ? undefined : { text: APART, size: 1 };
  };
}

/** The end of a tag: the name of an element and the word after it are not one name. Over elements it is read without its tags. */
const markupAt: Reader = (codes, i) => (codes[i] === GREATER ? { text: APART, size: 1 } : fieldAt(codes, i));

/** The end of an attribute or of a quoted field; an entity. */
const fieldAt: Reader = (codes, i) => {
  if (codes[i] === AMPERSAND) return entity(ahead(codes, i));
  if (codes[i] !== QUOTE) return undefined;
  const next = codes[i + 1] ?? 0;
  return /[\s/>,;]/.test(String.fromCharCode(next)) ? { text: APART, size: 1 } : undefined;
};

function unwrapped(text: string, read: Reader): Units {
  const given = unitsOf(text).codes;
  const room = text.length + 16;
  let [codes, starts] = [new Uint16Array(room), new Int32Array(room)];
  let length = 0;
  const put = (code: number, start: number): void => {
    if (length === codes.length) [codes, starts] = [larger(codes, Uint16Array), larger(starts, Int32Array)];
    codes[length] = code;
    starts[length] = start;
    length += 1;
  };
  for (let i = 0; i < text.length;) {
    const code = given[i] ?? 0;
    const found = formatting.has(code) ? read(given, i) : undefined;
    if (!found) put(code, i);
    else for (let k = 0; k < found.text.length; k += 1) put(found.text.charCodeAt(k), i);
    i += found?.size ?? 1;
  }
  return { codes, starts, length };
}

function larger<T extends Uint16Array | Int32Array>(from: T, make: new (length: number) => T): T {
  const to = new make(from.length * 2);
  to.set(from);
  return to;
}

/** Elements that a name may run over. */
const inlineNames = 'a|abbr|b|bdi|code|em|font|i|mark|s|small|span|strong|sub|sup|u';
const inline = new RegExp(`</?(?:${inlineNames})(?:\\s[^<>]{0,2000})?>`, 'gi');
const inlineName = new RegExp(`^(?:${inlineNames})(?:\\s|$)`, 'i');

/** `element`: what stands between `</` and `>`. */
export const isInline = (element: string): boolean => inlineName.test(element);

export const isMarkup = (text: string): boolean => text.includes('</');
export const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** The text without its tags; absent: it has none. */
export function withoutTags(text: string): string | undefined {
  return isMarkup(text) ? text.replace(inline, '').replace(/<[^<>]{0,2000}>/g, `\n${APART}\n`) : undefined;
}
