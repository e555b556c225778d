/** Looks through the escapes that text may hide in: percent codes, entities, back-slash escapes; nested, up to six deep. */
import { hexCharacter } from './utf8.ts';
import { mojibake, punycode, quoted, sheet, unseen } from './wrappings.ts';

/** UTF-16 code units with the offset in the original where each begins. */
export interface Units {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly length: number;
}

/**
 * `text`: what a person may have typed. `file`: also the escapes of JSON strings, where `\n` is no letter n. `deep`: also what
 * would spoil a text that does not have it: style sheets, quoted-printable, punycode, bytes read in the wrong alphabet.
 */
export type EscapeSet = 'none' | 'text' | 'file' | 'deep';

export function unitsOf(text: string): Units {
  const codes = new Uint16Array(text.length);
  const starts = new Int32Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    codes[i] = text.charCodeAt(i);
    starts[i] = i;
  }
  return { codes, starts, length: text.length };
}

const PERCENT = 37;
const AMPERSAND = 38;
const EQUALS = 61;
const BACKSLASH = 92;
const MOST_ROUNDS = 6;

export function decodeEscapes(units: Units, escapes: EscapeSet): Units {
  return stages(units, escapes).at(-1) ?? units;
}

/** What each round makes of it: what one round too many spoils, a round before it shows. Without the units themselves. */
export function stages(units: Units, escapes: EscapeSet): Units[] {
  const found: Units[] = [];
  let current = decodeOnce(units, escapes);
  while (current && found.length < MOST_ROUNDS) {
    found.push(current);
    current = decodeOnce(current, escapes);
  }
  return found;
}

/** What one escape stands for, and how many units it takes. */
export interface Escape {
  readonly text: string;
  readonly size: number;
}

function decodeOnce(units: Units, escapes: EscapeSet): Units | undefined {
  if (escapes === 'none') return undefined;
  const { codes, starts, length } = units;
  let i = 0;
  while (i < length && !escapeAt(codes, i, length, escapes)) i += 1;
  if (i === length) return undefined;
  const outCodes = codes.slice(0, length);
  const outStarts = starts.slice(0, length);
  let out = i;
  const put = (code: number, start: number): void => {
    outCodes[out] = code;
    outStarts[out] = start;
    out += 1;
  };
  while (i < length) {
    const start = starts[i] ?? 0;
    const escape = escapeAt(codes, i, length, escapes);
    if (!escape) put(codes[i] ?? 0, start);
    // never more than what it stands in the place of
    else for (let k = 0; k < escape.text.length && k < escape.size; k += 1) put(escape.text.charCodeAt(k), start);
    i += escape?.size ?? 1;
  }
  return { codes: outCodes, starts: outStarts, length: out };
}

const LONGEST_AHEAD = 20;

function escapeAt(codes: Uint16Array, i: number, length: number, escapes: EscapeSet): Escape | undefined {
  const code = codes[i] ?? 0;
  if (escapes === 'deep' && code !== PERCENT && code !== AMPERSAND && code !== BACKSLASH) return deepEscape(codes, i, length);
  if (code !== PERCENT && code !== AMPERSAND && code !== BACKSLASH) return undefined;
  const ahead = String.fromCharCode(...codes.subarray(i, Math.min(length, i + LONGEST_AHEAD)));
  if (code === PERCENT) return percent(ahead);
  if (code === AMPERSAND) return entity(ahead);
  return (escapes === 'deep' ? sheet(ahead) : undefined) ?? backslash(ahead, escapes);
}

function deepEscape(codes: Uint16Array, i: number, length: number): Escape | undefined {
  const code = codes[i] ?? 0;
  if (code === EQUALS) return quoted(String.fromCharCode(...codes.subarray(i, Math.min(length, i + LONGEST_AHEAD))));
  if (code === 0xd83c || code === 0xdb40) return unseen(code, codes[i + 1] ?? 0);
  if (code >= 0xc2 && code <= 0xf4) return mojibake(codes, i, length);
  return code === 120 || code === 88 ? punycode(codes, i, length) : undefined;
}

/** One UTF-8 character in percent codes; a lone byte above 127 is read as Latin-1. */
function percent(ahead: string): Escape | undefined {
  const wide = /^%u([0-9a-f]{4})/i.exec(ahead)?.[1];
  if (wide !== undefined) return { text: String.fromCharCode(Number.parseInt(wide, 16)), size: 6 };
  const run = /^(?:%[0-9a-f]{2}){1,4}/i.exec(ahead)?.[0];
  return run === undefined ? undefined : hexCharacter(run, '%');
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00AD',
  rsquo: "'",
  lsquo: "'",
  szlig: 'ß',
  aelig: 'æ',
  oelig: 'œ',
  ijlig: 'ij',
  commat: '@',
  lowbar: '_',
  period: '.',
};

/** `&euml;`, `&#235;`. */
export function entity(ahead: string): Escape | undefined {
  const numeric = /^&#(?:x0{0,9}([0-9a-f]{1,6})|0{0,9}(\d{1,7}));?/i.exec(ahead);
  if (numeric) {
    const point = numeric[1] ? Number.parseInt(numeric[1], 16) : Number(numeric[2]);
    return { text: point <= 0x10_ffff ? String.fromCodePoint(point) : '\uFFFD', size: numeric[0].length };
  }
  const accented = /^&([a-z])(?:acute|grave|uml|circ|cedil|tilde|ring|slash|caron);/i.exec(ahead);
  if (accented?.[1]) return { text: accented[1], size: accented[0].length };
  const named = /^&([a-z]{2,6});/i.exec(ahead);
  const name = named?.[1]?.toLowerCase() ?? '';
  if (!named || !Object.hasOwn(namedEntities, name)) return undefined;
  return { text: namedEntities[name] ?? '', size: named[0].length };
}

export function backslash(ahead: string, escapes: EscapeSet): Escape | undefined {
  const hex = /^\\(?:u\{0{0,9}([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(ahead);
  if (hex) {
    const point = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16);
    return { text: point <= 0x10_ffff ? String.fromCodePoint(point) : '\uFFFD', size: hex[0].length };
  }
  if (escapes === 'text') return undefined;
  const short = /^\\[nrtbf"\\/]/.exec(ahead)?.[0];
  if (!short) return undefined;
  return { text: short[1] === '\\' || short[1] === '/' || short[1] === '"' ? short[1] : '\n', size: 2 };
}
