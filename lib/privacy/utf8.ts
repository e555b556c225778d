/** Characters out of their bytes, one at a time. */
import type { Escape } from './decode.ts';

/** The first character of UTF-8 bytes and how many bytes it takes; a byte that begins none is read as Latin-1. */
export function firstCharacter(bytes: readonly number[]): { readonly text: string; readonly used: number } {
  const lead = bytes[0] ?? 0;
  const used = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  const rest = bytes.slice(1, used);
  if (used === 1 || rest.length < used - 1 || rest.some((byte) => byte >> 6 !== 2))
    return { text: String.fromCharCode(lead), used: 1 };
  const mask = used === 2 ? 0x1f : used === 3 ? 0x0f : 0x07;
  const point = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & mask);
  return { text: point <= 0x10_ffff ? String.fromCodePoint(point) : '\uFFFD', used };
}

/** The same of a run like `%C3%AB` or `=C3=AB`. */
export function hexCharacter(run: string, sign: string): Escape {
  const bytes = run
    .slice(1)
    .split(sign)
    .map((hex) => Number.parseInt(hex, 16));
  const { text, used } = firstCharacter(bytes);
  return { text, size: used * 3 };
}
