import type { MediaRecord } from '../model/capture.ts';
import { mediaFormat } from './formats.ts';

/** Bytes as an address that holds them: the only pictures a view may show. */
export function dataUri(bytes: Uint8Array, mime: string): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x80_00) chunks.push(String.fromCharCode(...bytes.subarray(at, at + 0x80_00)));
  return `data:${mime};base64,${btoa(chunks.join(''))}`;
}

/** Bigger pictures are a file beside the view, not a part of it. */
export const maxInlineBytes = 2_000_000;

/** A kept file as a picture in a view; absent: it is none that a view may show, or too big. */
async function pictureUri(file: Blob): Promise<string | undefined> {
  if (file.size > maxInlineBytes) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { mime } = mediaFormat(bytes);
  return /^image\/(?:png|jpeg|gif|webp)$/.test(mime) ? dataUri(bytes, mime) : undefined;
}

/**
 * Pictures as addresses by their hash, in this order until `room` bytes are used: a browser holds no text of more than half a gigabyte,
 * and what does not fit lies beside as a file.
 */
export async function pictureUris(
  records: readonly MediaRecord[],
  media: (sha256: string) => Promise<Blob>,
  room: number,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let left = room;
  for (const record of records) {
    if (record.state !== 'kept' || found.has(record.sha256) || record.bytes > left) continue;
    const uri = await pictureUri(await media(record.sha256));
    if (uri === undefined) continue;
    found.set(record.sha256, uri);
    left -= record.bytes;
  }
  return found;
}
