/** D7, A31: metadata out of own media before they are stored. Picture and sound stay byte for byte; nothing is re-encoded. */
import { cleanGif } from './media/gif.ts';
import { cleanJpeg } from './media/jpeg.ts';
import { cleanMp4 } from './media/mp4.ts';
import { cleanPng } from './media/png.ts';
import { cleanWebp } from './media/webp.ts';
import { sniff } from './media/sniff.ts';
import type { MediaType } from './media/sniff.ts';

export interface CleanedMedia {
  readonly bytes: Uint8Array;
  /** Names of the fields and blocks taken out, never their values. */
  readonly removed: readonly string[];
  /** What the bytes are, whatever the server called them. */
  readonly mime: string;
}
/** Absent: not a whole file of this type. */
export type Cleaner = (bytes: Uint8Array) => { readonly bytes: Uint8Array; readonly removed: readonly string[] } | undefined;

const cleaners: Readonly<Record<MediaType, Cleaner>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
  'video/mp4': cleanMp4,
};

/** `mime` is the server's word; only the bytes count. SVG and whatever we do not know can carry anything, and is refused. */
export function cleanMedia(bytes: Uint8Array, _mime: string): CleanedMedia | 'not-readable' {
  const type = sniff(bytes);
  const cleaned = type && cleaners[type](bytes);
  if (!type || !cleaned) return 'not-readable';
  return { bytes: cleaned.bytes, removed: [...new Set(cleaned.removed)], mime: type };
}
