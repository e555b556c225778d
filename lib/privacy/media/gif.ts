import type { Cleaner } from '../cleanMedia.ts';
import { joined } from '../../model/bytes.ts';
import { ascii } from './bytes.ts';

const tableOf = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Kept: pictures, their timing, and how often to repeat (NETSCAPE2.0). */
export const cleanGif: Cleaner = (bytes) => {
  let at = 13 + tableOf(bytes[10] ?? 0);
  const pieces: Uint8Array[] = [bytes.subarray(0, at)];
  const removed: string[] = [];
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) {
      pieces.push(bytes.subarray(at, at + 1));
      if (at + 1 < bytes.length) removed.push('bytes na het beeld');
      return { bytes: joined(pieces), removed };
    }
    const end =
      block === 0x2c
        ? endOfSubBlocks(bytes, at + 11 + tableOf(bytes[at + 9] ?? 0))
        : block === 0x21
          ? endOfSubBlocks(bytes, at + 2)
          : undefined;
    if (end === undefined) return undefined;
    const name = block === 0x21 ? extensionName(bytes, at) : undefined;
    if (name === undefined) pieces.push(bytes.subarray(at, end));
    else removed.push(name);
    at = end;
  }
  return undefined;
};

function extensionName(bytes: Uint8Array, at: number): string | undefined {
  const label = bytes[at + 1];
  if (label === 0xf9) return undefined;
  if (label === 0xfe) return 'GIF-commentaar';
  if (label === 0x01) return 'GIF-tekst';
  const application = ascii(bytes, at + 3, 11);
  const isLoop = application === 'NETSCAPE2.0' && bytes[at + 14] === 3 && bytes[at + 18] === 0; // one sub-block of three bytes
  if (isLoop) return undefined;
  return application.startsWith('XMP') ? 'XMP' : 'GIF-toepassingsgegevens';
}

function endOfSubBlocks(bytes: Uint8Array, start: number): number | undefined {
  for (let at = start; at < bytes.length; at += 1 + (bytes[at] ?? 0)) if (bytes[at] === 0) return at + 1;
  return undefined;
}
