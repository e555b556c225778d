/** Looks through the escapes that text may hide in: percent codes, entities, back-slash escapes; nested, up to three deep. */

/** UTF-16 code units with the offset in the original where each begins. */
export interface Units {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly length: number;
}

/** `text`: what a person may have typed. `file`: also the escapes of JSON strings, where `\n` is no letter n. */
export type EscapeSet = 'none' | 'text' | 'file';

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
const BACKSLASH = 92;

export function decodeEscapes(units: Units, escapes: EscapeSet): Units {
  if (escapes === 'none') return units;
  let current = units;
  for (let round = 0; round < 3; round += 1) {
    const next = decodeOnce(current, escapes);
    if (!next) return current;
    current = next;
  }
  return current;
}

/** What one escape stands for, and how many units it takes. */
interface Escape {
  readonly text: string;
  readonly size: number;
}

function decodeOnce(units: Units, escapes: EscapeSet): Units | undefined {
  const { codes, starts, length } = units;
  const outCodes = new Uint16Array(length);
  const outStarts = new Int32Array(length);
  let out = 0;
  let found = false;
  for (let i = 0; i < length;) {
    const escape = escapeAt(codes, i, length, escapes);
    if (!escape) {
      outCodes[out] = codes[i] ?? 0;
      outStarts[out] = starts[i] ?? 0;
      out += 1;
      i += 1;
      continue;
    }
    found = true;
    for (let k = 0; k < escape.text.length; k += 1) {
      outCodes[out] = escape.text.charCodeAt(k);
      outStarts[out] = starts[i] ?? 0;
      out += 1;
    }
    i += escape.size;
  }
  return found ? { codes: outCodes, starts: outStarts, length: out } : undefined;
}

function escapeAt(codes: Uint16Array, i: number, length: number, escapes: EscapeSet): Escape | undefined {
  const code = codes[i];
  if (code !== PERCENT && code !== AMPERSAND && code !== BACKSLASH) return undefined;
  const ahead = String.fromCharCode(...codes.subarray(i, Math.min(length, i + 12)));
  if (code === PERCENT) return percent(ahead);
  return code === AMPERSAND ? entity(ahead) : backslash(ahead, escapes);
}

/** One UTF-8 character in percent codes; a lone byte above 127 is read as Latin-1. */
function percent(ahead: string): Escape | undefined {
  const run = /^(?:%[0-9a-f]{2}){1,4}/i.exec(ahead)?.[0];
  if (!run) return undefined;
  const bytes = run
    .slice(1)
    .split('%')
    .map((hex) => Number.parseInt(hex, 16));
  const lead = bytes[0] ?? 0;
  const size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  const rest = bytes.slice(1, size);
  if (size === 1 || rest.length < size - 1 || rest.some((byte) => byte >> 6 !== 2))
    return { text: String.fromCharCode(lead), size: 3 };
  const mask = size === 2 ? 0x1f : size === 3 ? 0x0f : 0x07;
  const point = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & mask);
  return { text: point <= 0x10_ffff ? String.fromCodePoint(point) : '\uFFFD', size: size * 3 };
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

function entity(ahead: string): Escape | undefined {
  const numeric = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/i.exec(ahead);
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

function backslash(ahead: string, escapes: EscapeSet): Escape | undefined {
  const hex = /^\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(ahead);
  if (hex) {
    const point = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16);
    return { text: point <= 0x10_ffff ? String.fromCodePoint(point) : '\uFFFD', size: hex[0].length };
  }
  if (escapes !== 'file') return undefined;
  const short = /^\\[nrtbf"\\/]/.exec(ahead)?.[0];
  if (!short) return undefined;
  return { text: short[1] === '\\' || short[1] === '/' || short[1] === '"' ? short[1] : '\n', size: 2 };
}
