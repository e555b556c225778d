/** Text in base64 (wherever in it the text begins) and in hexadecimal, also of UTF-16 (B18, B19). */

/** Letters, digits and the signs of base64, longer than most words. */
export interface Run {
  readonly text: string;
  readonly at: number;
}
export interface Opening {
  readonly start: number;
  readonly end: number;
  /** What it may say. */
  readonly texts: readonly string[];
}

const run = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,}={0,2}/g;
/** No word, nor words with hyphens: there is a digit, or a capital inside. */
const isMixed = (text: string): boolean => /\d|[a-z][A-Z]/.test(text);
/** Longer ones are pictures of ours, which begin where they begin. */
const LONGEST_WRITTEN = 20_000;

export const runsIn = (text: string): Run[] =>
  [...text.matchAll(run)].flatMap((match) => (isMixed(match[0]) ? [{ text: match[0], at: match.index }] : []));

/** Shorter ones hold no name that can be told from chance. */
const SHORTEST_BASE64 = 12;
const hexRun = /(?<![0-9A-Fa-f])[0-9A-Fa-f]{8,}/g;

export function openings({ text, at }: Run): Opening[] {
  const found = text.length < SHORTEST_BASE64 ? [] : [{ start: at, end: at + text.length, texts: base64Texts(text) }];
  const hex = [...text.matchAll(hexRun)].map((match) => {
    const start = at + match.index;
    return { start, end: start + match[0].length, texts: fromHex(match[0]) };
  });
  return [...found, ...hex].filter(({ texts }) => texts.length > 0);
}

/** "46 65 6e 6e 61", "0x46, 0x65", "U+0046 U+0065", "70 101 110": codes one by one. */
const spelledHex = /(?<![0-9A-Za-z])(?:(?:0x|U\+00)?[0-9a-f]{2}[ :,;-]{1,2}){7,}(?:0x|U\+00)?[0-9a-f]{2}(?![0-9A-Za-z])/gi;
const spelledDecimal = /(?<![0-9A-Za-z])(?:\d{2,3}[ :,;-]{1,2}){7,}\d{2,3}(?![0-9A-Za-z])/g;
/** Half of a file may be numbers; what somebody wrote is short. */
const LONGEST_SPELLED = 2_000;

export function spelled(text: string): Opening[] {
  const read = (pattern: RegExp, radix: number): Opening[] =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const codes = found
        .slice(0, LONGEST_SPELLED)
        .replace(/0x|U\+00/gi, '')
        .split(/[ :,;-]+/);
      const said = String.fromCharCode(...codes.map((code) => Number.parseInt(code, radix)));
      return [{ start: index, end: index + found.length, texts: telling.test(said) ? [said] : [] }];
    });
  return [...read(spelledHex, 16), ...read(spelledDecimal, 10)].filter(({ texts }) => texts.length > 0);
}

const sextets = new Map(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (char, value) => [char.charCodeAt(0), value]),
);
const values = Uint8Array.from({ length: 128 }, (_, code) => sextets.get(code === 45 ? 43 : code === 95 ? 47 : code) ?? 0);

/** What it may say, wherever it begins. */
export function base64Texts(text: string): string[] {
  const length = text.length - (/=*$/.exec(text)?.[0].length ?? 0);
  // where the run begins within a group of four is not known: what would stand before it counts as nothing
  const offsets = length > LONGEST_WRITTEN ? [0] : [0, 1, 2, 3];
  return offsets.flatMap((missing) => {
    const bytes = new Uint8Array(((length + missing) * 3) >> 2);
    for (let i = 0; i < bytes.length; i += 1) {
      const place = Math.floor(i / 3) * 4 + (i % 3) - missing;
      const [left, right] = [values[text.charCodeAt(place)] ?? 0, values[text.charCodeAt(place + 1)] ?? 0];
      bytes[i] = i % 3 === 0 ? (left << 2) | (right >> 4) : i % 3 === 1 ? (left << 4) | (right >> 2) : (left << 6) | right;
    }
    return textsOf(bytes);
  });
}

function fromHex(text: string): string[] {
  const offsets = text.length > LONGEST_WRITTEN ? [0] : [0, 1];
  return offsets.flatMap((offset) => {
    const bytes = new Uint8Array((text.length - offset) >> 1);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(text.slice(offset + i * 2, offset + i * 2 + 2), 16);
    return textsOf(bytes);
  });
}

const utf8 = new TextDecoder();
const wide = [new TextDecoder('utf-16le'), new TextDecoder('utf-16be')] as const;

/** Bytes as UTF-8. */
export const bytesText = (bytes: Uint8Array): string => utf8.decode(bytes);

/** In UTF-8, and in UTF-16 where the same byte comes back at every other place, as in one alphabet. */
function textsOf(bytes: Uint8Array): string[] {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const texts = [
    ...(isLikeText(bytes) ? [utf8.decode(bytes)] : []),
    ...wide.flatMap((decoder, side) => (isSteady(even, 1 - side) ? [decoder.decode(even)] : [])),
  ];
  return texts.filter((text) => telling.test(text));
}

/** Six letters or digits with little between them: bytes that are no text seldom have those. */
const telling = /(?:[\p{L}\p{N}][^\p{L}\p{N}\p{Cc}\p{Co}\p{Cn}\uFFFD]{0,4}){6}/u;

/** A first, quick look: six bytes in a row that are no control characters. */
function isLikeText(bytes: Uint8Array): boolean {
  let inRow = 0;
  for (const byte of bytes) {
    inRow = byte < 32 || byte === 127 ? 0 : inRow + 1;
    if (inRow === 6) return true;
  }
  return false;
}

function isSteady(bytes: Uint8Array, side: number): boolean {
  if (bytes.length < 8) return false;
  let same = 0;
  for (let i = side; i < bytes.length; i += 2) if (bytes[i] === 0 || bytes[i] === bytes[side]) same += 1;
  return same * 4 >= bytes.length;
}
