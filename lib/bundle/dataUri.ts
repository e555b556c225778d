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
export async function pictureUri(file: Blob): Promise<string | undefined> {
  if (file.size > maxInlineBytes) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { mime } = mediaFormat(bytes);
  return /^image\/(?:png|jpeg|gif|webp)$/.test(mime) ? dataUri(bytes, mime) : undefined;
}
