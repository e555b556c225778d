import type { Cleaner } from '../cleanMedia.ts';
import { joined } from '../../model/bytes.ts';
import { ascii, view } from './bytes.ts';

/** The picture, its colours, its size and its animation. All else is text, time or somebody's own. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD hIST pHYs sPLT acTL fcTL fdAT mDCV cLLI'.split(' '),
);

export const cleanPng: Cleaner = (bytes) => {
  const data = view(bytes);
  const pieces: Uint8Array[] = [bytes.subarray(0, 8)];
  const removed: string[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + data.getUint32(at);
    const type = ascii(bytes, at + 4, 4);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return undefined;
    if (kept.has(type)) pieces.push(bytes.subarray(at, end));
    else removed.push(`PNG-${type}`);
    if (type === 'IEND') {
      if (end < bytes.length) removed.push('bytes na het beeld');
      return { bytes: joined(pieces), removed };
    }
    at = end;
  }
  return undefined;
};
