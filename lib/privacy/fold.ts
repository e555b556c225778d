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
  // Cherokee, Lisu, Coptic, Armenian; Latin with a stroke or a hook, as phonetics and as money; Braille
  ...pairs('ꭺ:a ꭼ:e ꭵ:i ꮶ:k ꮢ:r ꮓ:z ꮯ:c ꭰ:d ꮐ:g ꮋ:h ꭻ:j ꮮ:l ꮇ:m ꮲ:p ꮪ:s ꭲ:t ꮩ:v ꮃ:w ᏼ:b ꭹ:y ꭴ:o'),
  ...pairs('ꓐ:b ꓑ:p ꓓ:d ꓔ:t ꓖ:g ꓗ:k ꓙ:j ꓚ:c ꓜ:z ꓝ:f ꓟ:m ꓠ:n ꓡ:l ꓢ:s ꓣ:r ꓦ:v ꓧ:h ꓪ:w ꓫ:x ꓬ:y ꓮ:a ꓰ:e ꓲ:i ꓳ:o ꓴ:u'),
  ...pairs('ⲁ:a ⲃ:b ⲅ:r ⲉ:e ⲏ:h ⲓ:i ⲕ:k ⲙ:m ⲛ:n ⲟ:o ⲣ:p ⲥ:c ⲧ:t ⲩ:y ⲭ:x ⲍ:z'),
  ...pairs('օ:o ո:n ս:u հ:h ց:g զ:q յ:j ռ:n'),
  ...pairs('ⱥ:a ɇ:e ꝁ:k ꞥ:n ɍ:r ƶ:z ɨ:i ꞙ:f ƀ:b ȼ:c ǥ:g ɉ:j ƚ:l ꝑ:p ʉ:u ɏ:y ꞩ:s ɵ:o'),
  ...pairs(
    'ƒ:f ƙ:k ɽ:r ȥ:z ɓ:b ƈ:c ɗ:d ɠ:g ɦ:h ɱ:m ɲ:n ƥ:p ʂ:s ƭ:t ʋ:v ⱳ:w ƴ:y ɳ:n ʈ:t ɖ:d ʄ:f ɛ:e ʐ:z ɐ:a ɔ:c ǝ:e ɟ:f ƃ:g ɥ:h ᴉ:i ʞ:k ɯ:m ɹ:r ʇ:t ʌ:v ʍ:w ʎ:y ӄ:k',
  ),
  ...pairs('ᗩ:a ᗷ:b ᑕ:c ᗪ:d ᖴ:f ᕼ:h ᒍ:j ᒪ:l ᗰ:m ᑎ:n ᑭ:p ᖇ:r ᔕ:s ᑌ:u ᐯ:v ᗯ:w ᘔ:z є:e ¢:c ғ:f'),
  ...pairs('₳:a ₵:c ₣:f ₲:g ₭:k ₥:m ₦:n ₱:p ₮:t ₩:w'),
  ...pairs('⠁:a ⠃:b ⠉:c ⠙:d ⠑:e ⠋:f ⠛:g ⠓:h ⠊:i ⠚:j ⠅:k ⠇:l ⠍:m ⠝:n ⠕:o ⠏:p ⠟:q ⠗:r ⠎:s ⠞:t ⠥:u ⠧:v ⠺:w ⠭:x ⠽:y ⠵:z'),
  ...alphabet(0x1_f150),
  ...alphabet(0x1_f170),
  ...pairs("’:' ‘:' ‚:' ‛:' ʼ:' ʻ:' ′:' `:' ´:' ＇:' “:\" ”:\" „:\" «:\" »:\""),
  ...pairs('‐:- ‑:- ‒:- –:- —:- ―:- −:- ﹣:- ⁃:-'),
};

/** 🅐 and 🅰: letters as signs. */
function alphabet(first: number): Record<string, string> {
  return Object.fromEntries(Array.from('abcdefghijklmnopqrstuvwxyz', (letter, at) => [String.fromCodePoint(first + at), letter]));
}

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

/** The same of what was decoded before. */
export function foldUnits(units: Units, original: string): Folded {
  const folding = new Folding(units.length + 64);
  for (let i = 0; i < units.length;) {
    const start = units.starts[i] ?? 0;
    const code = units.codes[i] ?? 0;
    const plain = asciiFolds[code] ?? 0;
    if (plain !== 0) {
      // most of all text: one letter, digit or sign stands for itself
      folding.put(plain, start, plain !== code);
      i += 1;
      continue;
    }
    const { point, size } = pointAt(units.codes, i, units.length);
    const { text, isCapital } = point === 10 || point === 13 ? lineBreak : foldCodePoint(point);
    for (let k = 0; k < text.length; k += 1) folding.put(text.charCodeAt(k), start, isCapital);
    i += size;
  }
  return folding.done(original);
}

/** Folded characters in the making. A run of white space is one character: a break if it holds one. */
class Folding {
  private codes: Uint16Array;
  private starts: Int32Array;
  private capitals: Uint8Array;
  private room: number;
  private length = 0;

  constructor(room: number) {
    this.room = room;
    this.codes = new Uint16Array(room);
    this.starts = new Int32Array(room + 1);
    this.capitals = new Uint8Array(room);
  }

  put(code: number, start: number, isCapital: boolean): void {
    const { length } = this;
    if (code === 32 || code === 10) {
      const previous = length > 0 ? this.codes[length - 1] : 0;
      if (previous === 32 || previous === 10) {
        if (code === 10) this.codes[length - 1] = 10;
        return;
      }
    }
    if (length === this.room) this.grow();
    this.codes[length] = code;
    this.starts[length] = start;
    this.capitals[length] = isCapital ? 1 : 0;
    this.length = length + 1;
  }

  done(original: string): Folded {
    const { codes, starts, capitals, length } = this;
    starts[length] = original.length;
    return {
      text: textOf(codes, length),
      starts: starts.subarray(0, length + 1),
      capitals: capitals.subarray(0, length),
      original,
    };
  }

  private grow(): void {
    this.room *= 2;
    this.codes = grown(this.codes, new Uint16Array(this.room));
    this.starts = grown(this.starts, new Int32Array(this.room + 1));
    this.capitals = grown(this.capitals, new Uint8Array(this.room));
  }
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
  const { starts, original } = folded;
  let after = end; // what stands for more than one letter goes as a whole: "⒩" is "(n)"
  while (after > start && after < starts.length - 1 && starts[after] === starts[after - 1]) after += 1;
  return { start: starts[start] ?? 0, end: starts[after] ?? original.length };
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
