import type { Cleaner } from '../cleanMedia.ts';
import { joined } from '../../model/bytes.ts';
import { ascii } from './bytes.ts';

const SOS = 0xda;
const EOI = 0xd9;
const COM = 0xfe;

/** Kept: JFIF (APP0, without a thumbnail), colour profile (APP2), Adobe's colour transform (APP14), all that makes the picture. */
export const cleanJpeg: Cleaner = (bytes) => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  const removed: string[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === SOS) return scans(bytes, at, kept, removed);
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const name = metadataName(marker, bytes, at + 4);
    if (name === undefined) kept.push(bytes.subarray(at, end));
    else removed.push(name);
    at = end;
  }
  return undefined;
};

/** The name of what a segment holds when it is not part of the picture. */
function metadataName(marker: number, bytes: Uint8Array, at: number): string | undefined {
  if (marker === COM) return 'JPEG-commentaar';
  if (marker < 0xe0 || marker > 0xef) return undefined;
  const label = ascii(bytes, at, 32);
  const isPlainJfif = marker === 0xe0 && label.startsWith('JFIF\0') && bytes[at + 12] === 0 && bytes[at + 13] === 0;
  const isColour = (marker === 0xe2 && label.startsWith('ICC_PROFILE\0')) || (marker === 0xee && label.startsWith('Adobe'));
  return isPlainJfif || isColour ? undefined : applicationName(marker, label);
}

function applicationName(marker: number, label: string): string {
  if (label.startsWith('Exif\0')) return 'EXIF';
  if (label.startsWith('http://ns.adobe.com/')) return 'XMP';
  const names: Readonly<Record<number, string>> = { 0xe0: 'JFIF-miniatuur', 0xeb: 'C2PA', 0xed: 'IPTC' };
  return names[marker] ?? `APP${marker - 0xe0}`;
}

/** From the first scan to the end of the picture; between scans (progressive) segments occur again. What follows the end goes. */
function scans(bytes: Uint8Array, start: number, kept: Uint8Array[], removed: string[]): ReturnType<Cleaner> {
  let from = start;
  let at = start + 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === EOI) {
      kept.push(bytes.subarray(from, at + 2));
      if (at + 2 < bytes.length) removed.push('bytes na het beeld');
      return { bytes: joined(kept), removed };
    }
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const name = metadataName(marker, bytes, at + 4);
    if (name !== undefined) {
      kept.push(bytes.subarray(from, at));
      removed.push(name);
      from = end;
    }
    at = end;
  }
  return undefined; // no end: cut off
}
