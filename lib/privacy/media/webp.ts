import type { Cleaner } from '../cleanMedia.ts';
import { joined } from '../../model/bytes.ts';
import { ascii, view } from './bytes.ts';

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of VP8X that say: EXIF follows, XMP follows. */
const METADATA_BITS = 0x08 | 0x04;

export const cleanWebp: Cleaner = (bytes) => {
  const data = view(bytes);
  const stop = 8 + data.getUint32(4, true);
  if (stop > bytes.length + 1) return undefined;
  const pieces: Uint8Array[] = [];
  const removed: string[] = [];
  for (let at = 12; at + 8 <= stop;) {
    const size = data.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) return undefined;
    const type = ascii(bytes, at, 4);
    if (kept.has(type))
      pieces.push(
        type === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : padded(bytes.subarray(at, Math.min(end, bytes.length)), size),
      );
    else removed.push(type === 'EXIF' ? 'EXIF' : type === 'XMP ' ? 'XMP' : 'WebP-gegevens');
    at = end;
  }
  if (pieces.length === 0) return undefined;
  if (stop < bytes.length) removed.push('bytes na het beeld');
  const body = joined(pieces);
  const head = Uint8Array.from(bytes.subarray(0, 12));
  view(head).setUint32(4, body.length + 4, true);
  return { bytes: joined([head, body]), removed };
};

function withoutFlags(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~METADATA_BITS;
  return copy;
}

/** A last chunk of odd size may lack its padding byte; the byte itself says nothing. */
function padded(chunk: Uint8Array, size: number): Uint8Array {
  const copy = new Uint8Array(8 + size + (size % 2));
  copy.set(chunk.subarray(0, 8 + size));
  return copy;
}
