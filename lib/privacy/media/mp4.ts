import type { Cleaner } from '../cleanMedia.ts';
import { ascii, view } from './bytes.ts';

/** Boxes that say something about the film and are no part of it. */
const metadata = new Set(['udta', 'meta', 'uuid', 'XMP_', 'Xtra', 'loci', 'prvt', 'ilst', 'pnot', 'skip', 'free']);
/** Boxes that hold boxes of which some may be metadata. */
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf', 'moof', 'traf', 'mvex', 'mfra']);
const FREE = [0x66, 0x72, 0x65, 0x65];

/** Turned into empty `free` boxes of the same size: every offset in the file stays right. */
export const cleanMp4: Cleaner = (bytes) => {
  const copy = Uint8Array.from(bytes);
  const removed: string[] = [];
  return clean(copy, 0, copy.length, removed, 0) ? { bytes: copy, removed } : undefined;
};

function clean(bytes: Uint8Array, from: number, to: number, removed: string[], depth: number): boolean {
  const data = view(bytes);
  let at = from;
  while (at < to) {
    if (at + 8 > to) return bytes.subarray(at, to).every((byte) => byte === 0); // QuickTime ends a udta with four zeroes
    const { size, head } = sizeOf(data, at, to);
    if (size < head || at + size > to) return false;
    const type = ascii(bytes, at + 4, 4);
    if (metadata.has(type)) empty(bytes, at, size, head, type, removed);
    else if (type === 'hdlr') blankName(bytes, at + head, at + size, removed);
    else if (containers.has(type) && depth < 10 && !clean(bytes, at + head, at + size, removed, depth + 1)) return false;
    at += size;
  }
  return true;
}

function sizeOf(data: DataView, at: number, to: number): { size: number; head: number } {
  const size = data.getUint32(at);
  if (size === 0) return { size: to - at, head: 8 };
  if (size !== 1) return { size, head: 8 };
  return at + 16 <= to ? { size: Number(data.getBigUint64(at + 8)), head: 16 } : { size: 0, head: 16 };
}

function empty(bytes: Uint8Array, at: number, size: number, head: number, type: string, removed: string[]): void {
  const hasContent = bytes.subarray(at + head, at + size).some((byte) => byte !== 0);
  bytes.fill(0, at + head, at + size);
  bytes.set(FREE, at + 4);
  if (hasContent) removed.push(`MP4-${type}`);
}

/** The name of a handler is free text at the end of its box. */
function blankName(bytes: Uint8Array, from: number, to: number, removed: string[]): void {
  const name = bytes.subarray(Math.min(from + 24, to), to);
  if (name.every((byte) => byte === 0)) return;
  name.fill(0);
  removed.push('MP4-hdlr-naam');
}
