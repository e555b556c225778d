import { ascii, startsWith } from './bytes.ts';

export type MediaType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'video/mp4';

/** The type by its first bytes; absent for all we do not clean. */
export function sniff(bytes: Uint8Array): MediaType | undefined {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  // heic and avif are boxes too, but keep their metadata as items, not as boxes
  if (ascii(bytes, 4, 4) === 'ftyp' && !/^(?:hei|hev|mif1|msf1|avi)/.test(ascii(bytes, 8, 4))) return 'video/mp4';
  return undefined;
}
