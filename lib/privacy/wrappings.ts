/** Escapes that would spoil a text that does not have them, so that they are read apart: B8, B19, B20, B21. */
import type { Escape } from './decode.ts';
import { firstCharacter, hexCharacter } from './utf8.ts';

/** `\46 ` of a style sheet. Its space may be the writer's own as well: then a sign that is either stands for it. */
export function sheet(ahead: string): Escape | undefined {
  const found = /^\\([0-9a-f]{2,6})(\s)?/i.exec(ahead);
  const point = Number.parseInt(found?.[1] ?? '', 16);
  if (!found || point > 0x10_ffff) return undefined;
  const isEither = found[2] !== undefined && ahead[found[0].length] !== '\\';
  return { text: String.fromCodePoint(point) + (isEither ? '·' : ''), size: found[0].length };
}

/** `=C3=AB` of mail, and the line end that is none. */
export function quoted(ahead: string): Escape | undefined {
  const end = /^=\r?\n/.exec(ahead)?.[0];
  if (end !== undefined) return { text: '', size: end.length };
  const run = /^(?:=[0-9a-f]{2}){1,4}/i.exec(ahead)?.[0];
  return run === undefined ? undefined : hexCharacter(run, '=');
}

/** What Windows shows for the bytes from 0x80 to 0x9F. */
const windows = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ', (char, index) => [char.charCodeAt(0), 0x80 + index]),
);
const byteOf = (code: number): number => (code < 0x100 ? code : (windows.get(code) ?? 0));

/** UTF-8 that was read as Latin-1 or Windows-1252: "Ã«". */
export function mojibake(codes: Uint16Array, i: number, length: number): Escape | undefined {
  const bytes = [...codes.subarray(i, Math.min(length, i + 4))].map(byteOf);
  const { text, used } = firstCharacter(bytes);
  return used === 1 ? undefined : { text, size: used };
}

/** Of 🇫🇪🇳🇳🇦, and of what nobody sees: tags, and bytes as variation selectors. The second half of a sign tells which letter. */
export function unseen(high: number, low: number): Escape | undefined {
  if (high === 0xd83c && low >= 0xdde6 && low <= 0xddff) return { text: String.fromCharCode(low - 0xdde6 + 97), size: 2 };
  if (high !== 0xdb40) return undefined;
  if (low >= 0xdc20 && low <= 0xdc7e) return { text: String.fromCharCode(low - 0xdc00), size: 2 };
  return low >= 0xdd10 && low <= 0xdd6e ? { text: String.fromCharCode(low - 0xdd00 + 16), size: 2 } : undefined;
}

const LONGEST_LABEL = 63;

/** The label of a host in punycode: `xn--…`. */
export function punycode(codes: Uint16Array, i: number, length: number): Escape | undefined {
  if (codes[i + 1] === undefined || codes[i + 2] !== 45 || codes[i + 3] !== 45) return undefined;
  const ahead = String.fromCharCode(...codes.subarray(i, Math.min(length, i + LONGEST_LABEL)));
  const found = /^xn--([a-z0-9-]{1,59})/i.exec(ahead);
  const label = found?.[1] === undefined ? undefined : fromPunycode(found[1].toLowerCase());
  return found && label !== undefined ? { text: label, size: found[0].length } : undefined;
}

/** RFC 3492. Absent: not well-formed. */
function fromPunycode(label: string): string | undefined {
  const split = label.lastIndexOf('-');
  const points = Array.from(label.slice(0, Math.max(0, split)), (char) => char.charCodeAt(0));
  let [point, bias, at] = [128, 72, 0];
  for (let i = split + 1; i < label.length;) {
    const before = at;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const digit = digitOf(label.charCodeAt(i));
      i += 1;
      if (digit === undefined) return undefined;
      at += digit * weight;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    bias = adapted(at - before, points.length + 1, before === 0);
    point += Math.floor(at / (points.length + 1));
    at %= points.length + 1;
    if (point > 0x10_ffff) return undefined;
    points.splice(at, 0, point);
    at += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : undefined;
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let left = Math.floor(isFirst ? delta / 700 : delta / 2);
  left += Math.floor(left / count);
  let k = 0;
  for (; left > 455; k += 36) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}
