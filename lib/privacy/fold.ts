/**
 * One way of looking at text for everybody here: case, marks, ligatures, width, look-alike letters, invisible characters
 * and kinds of white space do not matter. Every folded character knows the piece of the original it stands for, so that
 * exactly that piece can be replaced.
 */
import { decodeEscapes, unitsOf } from './decode.ts';
import type { EscapeSet, Units } from './decode.ts';

export interface Folded {
  readonly text: string;
  /** Offsets in the original of each folded character; one entry more than the text is long. */
  readonly starts: Int32Array;
  /** 1 where the original is a capital. */
  readonly capitals: Uint8Array;
  readonly original: string;
}

/** Dropped altogether. */
const NOTHING = '';
/** Marks, format characters (zero width, soft hyphen, bidi, joiners, tags) and Hangul fillers. */
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\u115F\u1160\u3164\uFFA0]$/u;
const blank = /^[\s\p{Z}\p{Cc}\u2800]$/u;

const same: Readonly<Record<string, string>> = {
  ...pairs('æ:ae œ:oe ø:o ł:l đ:d ð:d ħ:h ŧ:t ı:i ß:ss ŋ:n ɑ:a ɡ:g ɩ:i ӏ:l ǀ:l'),
  ...pairs('ᴀ:a ʙ:b ᴄ:c ᴅ:d ᴇ:e ꜰ:f ɢ:g ʜ:h ɪ:i ᴊ:j ᴋ:k ʟ:l ᴍ:m ɴ:n ᴏ:o ᴘ:p ʀ:r ꜱ:s ᴛ:t ᴜ:u ᴠ:v ᴡ:w ʏ:y ᴢ:z'),
  // Cyrillic and Greek that look Latin. Truly Cyrillic names are folded the same on both sides, so nothing is lost.
  ...pairs('а:a в:b е:e ѕ:s і:i ј:j к:k м:m н:h о:o р:p с:c т:t у:y х:x һ:h ԁ:d ԛ:q ԝ:w ґ:r г:r'),
  ...pairs('α:a β:b ε:e η:n ι:i κ:k ν:v ο:o ρ:p τ:t υ:u χ:x ω:w γ:y ς:σ ϲ:c ϳ:j'),
  ...pairs("’:' ‘:' ‚:' ‛:' ʼ:' ʻ:' ′:' `:' ´:' ＇:' “:\" ”:\" „:\" «:\" »:\""),
  ...pairs('‐:- ‑:- ‒:- –:- —:- ―:- −:- ﹣:- ⁃:-'),
};

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(list.split(' ').map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]));
}

/** Code point → folded characters, made when first met. */
const known = new Map<number, { readonly text: string; readonly isCapital: boolean }>();

function foldCodePoint(point: number): { readonly text: string; readonly isCapital: boolean } {
  const met = known.get(point);
  if (met) return met;
  const plain = String.fromCodePoint(point).normalize('NFKD');
  const lower = plain.toLowerCase().normalize('NFKD');
  const made = { text: Array.from(lower, foldOne).join(''), isCapital: lower !== plain && /\p{Lu}|\p{Lt}/u.test(plain) };
  if (known.size < 70_000) known.set(point, made); // the page chooses what is in here
  return made;
}

function foldOne(char: string): string {
  if (blank.test(char)) return ' ';
  if (invisible.test(char)) return NOTHING;
  const digit = /^\p{Nd}$/u.test(char) ? digitValue(char) : undefined;
  return digit ?? same[char] ?? char;
}

/** Nd characters stand in runs of ten that begin at their zero. */
function digitValue(char: string): string {
  const point = char.codePointAt(0) ?? 0;
  if (point < 128) return char;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

/** `escapes`: also look through percent codes, entities and back-slash escapes. */
export function fold(original: string, escapes: EscapeSet = 'text'): Folded {
  return foldUnits(decodeEscapes(unitsOf(original), escapes), original);
}

function foldUnits(units: Units, original: string): Folded {
  let room = units.length + 64;
  let out = new Uint16Array(room);
  let starts = new Int32Array(room + 1);
  let capitals = new Uint8Array(room);
  let length = 0;
  for (let i = 0; i < units.length;) {
    const plain = asciiFolds[units.codes[i] ?? 0] ?? 0;
    if (plain !== 0 && length < room) {
      // most of all text: one letter, digit or sign stands for itself
      out[length] = plain;
      starts[length] = units.starts[i] ?? 0;
      capitals[length] = plain !== units.codes[i] ? 1 : 0;
      length += 1;
      i += 1;
      continue;
    }
    const { point, size } = pointAt(units.codes, i, units.length);
    const { text, isCapital } = point === 10 || point === 13 ? lineBreak : foldCodePoint(point);
    if (length + text.length > room) {
      room *= 2;
      out = grown(out, new Uint16Array(room));
      starts = grown(starts, new Int32Array(room + 1));
      capitals = grown(capitals, new Uint8Array(room));
    }
    for (let k = 0; k < text.length; k += 1) {
      const code = text.charCodeAt(k);
      const previous = length > 0 ? out[length - 1] : 0;
      if ((code === 32 || code === 10) && (previous === 32 || previous === 10)) {
        if (code === 10) out[length - 1] = 10; // a run of white space is one character: a break if it holds one
        continue;
      }
      out[length] = code;
      starts[length] = units.starts[i] ?? 0;
      capitals[length] = isCapital ? 1 : 0;
      length += 1;
    }
    i += size;
  }
  starts[length] = original.length;
  return { text: textOf(out, length), starts: starts.subarray(0, length + 1), capitals: capitals.subarray(0, length), original };
}

/** Printable signs of ASCII but the space and the accents; 0: look closer. */
const asciiFolds = Uint16Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  const folded = code > 32 && code < 127 ? char.toLowerCase() : '';
  return folded !== '' && (same[folded] ?? folded) === folded ? folded.charCodeAt(0) : 0;
});

const lineBreak = { text: '\n', isCapital: false };

function grown<T extends Uint8Array | Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function pointAt(codes: Uint16Array, i: number, length: number): { point: number; size: number } {
  const high = codes[i] ?? 0;
  if (high < 0xd800 || high > 0xdbff || i + 1 >= length) return { point: high, size: 1 };
  const low = codes[i + 1] ?? 0;
  if (low < 0xdc00 || low > 0xdfff) return { point: high, size: 1 };
  return { point: (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000, size: 2 };
}

/** Every machine with a browser has the small end first. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

function textOf(codes: Uint16Array, length: number): string {
  return decoder.decode(codes.subarray(0, length));
}

/** The folded text alone, of a name, handle or address. */
export const foldText = (text: string): string => fold(text, 'none').text.trim();

/** The piece of the original that folded characters `start` up to `end` stand for. */
export function originalSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.starts[start] ?? 0, end: folded.starts[end] ?? folded.original.length };
}

const wordUnits = makeWordUnits();
function makeWordUnits(): Uint8Array {
  const table = new Uint8Array(65_536);
  const word = /[\p{L}\p{N}]/u;
  for (let code = 0; code < 65_536; code += 1) {
    if ((code < 0xd800 || code > 0xdfff) && word.test(String.fromCharCode(code))) table[code] = 1;
  }
  return table;
}
/** Letter or digit (of the basic plane). */
export const isWordUnit = (code: number): boolean => wordUnits[code] === 1;
