import { gateOfSerialised } from './gate.ts';
import type { GateResult } from './gate.ts';
import { OVERLAP } from './layers.ts';

const PIECE = 1_048_576;
/** Longer than any form, also where each character takes four bytes. */
const BEFORE = 4 * OVERLAP;

/** D4: one file of a package, by identities that were kept as JSON. A Blob, which may be a film, is never in memory whole. */
export async function gateOfFile(content: string | Uint8Array | Blob, identities: unknown): Promise<GateResult> {
  return content instanceof Blob ? gateInPieces(content, identities) : gateOfSerialised(content, identities);
}

/** Each piece with the end of the one before. */
export async function gateInPieces(file: Blob, identities: unknown, piece = PIECE): Promise<GateResult> {
  let at = 0;
  for (;;) {
    const bytes = new Uint8Array(await file.slice(Math.max(0, at - BEFORE), at + piece).arrayBuffer());
    const result = gateOfSerialised(wholeCharacters(bytes, at > 0), identities);
    at += piece;
    if (!result.ok || at >= file.size) return result;
  }
}

/** Text that was cut in the middle of a character would be taken for bytes, in which less is looked for. */
function wholeCharacters(bytes: Uint8Array, isCutBefore: boolean): Uint8Array {
  let start = 0;
  if (isCutBefore) while (start < 3 && isFurther(bytes[start])) start += 1;
  let end = bytes.length;
  while (end > bytes.length - 3 && isFurther(bytes[end - 1])) end -= 1;
  const last = bytes[end - 1] ?? 0;
  const isWhole = end + sizeFrom(last) - 1 <= bytes.length;
  return bytes.subarray(start, isWhole ? bytes.length : end - 1);
}

const isFurther = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;
/** Bytes of the character that begins so, in UTF-8. */
const sizeFrom = (byte: number): number => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1);
