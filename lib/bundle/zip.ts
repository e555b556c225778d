/** D21: JSZip up to 250 MB; above that zip.js, which streams and writes zip64. Same order, dates and flags from both. */
import { BlobReader, BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import JSZip from 'jszip';

export interface ZipFile {
  readonly path: string;
  readonly size: number;
  /** Text is deflated; media are compressed already and stored. */
  readonly isText: boolean;
  /** Asked once, when it is this file's turn: media need not be in memory all at once. A Blob is read piece by piece where that can. */
  readonly bytes: () => Promise<Uint8Array | Blob>;
}

const jszipLimit = 250_000_000;

/** `now` becomes the date of every entry, in UTC and in whole even seconds, which is what a zip can hold. */
export async function zip(
  files: readonly ZipFile[],
  now: string,
  onFile?: (path: string) => void,
  limit = jszipLimit,
): Promise<Blob> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return size <= limit ? smallZip(files, now, onFile) : bigZip(files, now, onFile);
}

export async function smallZip(files: readonly ZipFile[], now: string, onFile?: (path: string) => void): Promise<Blob> {
  const archive = new JSZip();
  const date = evenSecond(now);
  for (const { path, isText, bytes } of files) {
    archive.file(path, await whole(await bytes()), {
      date,
      createFolders: false,
      compression: isText ? 'DEFLATE' : 'STORE',
      compressionOptions: { level: 6 },
    });
    onFile?.(path);
  }
  const content = await archive.generateAsync({ type: 'uint8array', platform: 'DOS', streamFiles: false });
  return new Blob([content as Uint8Array<ArrayBuffer>], { type: 'application/zip' }); // JSZip makes its own buffer, never shared memory
}

export async function bigZip(files: readonly ZipFile[], now: string, onFile?: (path: string) => void): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {
    useWebWorkers: false,
    keepOrder: true,
    dataDescriptor: false,
    extendedTimestamp: false,
    msDosCompatible: true,
    rawLastModDate: dosTime(evenSecond(now)),
  });
  for (const { path, isText, bytes } of files) {
    const content = await bytes();
    const reader = content instanceof Blob ? new BlobReader(content) : new Uint8ArrayReader(content);
    await writer.add(path, reader, { level: isText ? 6 : 0 });
    onFile?.(path);
  }
  return writer.close();
}

async function whole(content: Uint8Array | Blob): Promise<Uint8Array> {
  return content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
}

function evenSecond(now: string): Date {
  return new Date(Math.floor(Date.parse(now) / 2_000) * 2_000);
}

/** MS-DOS date and time of the UTC fields: what JSZip writes too. */
function dosTime(date: Date): number {
  const days = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return ((days << 16) | (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)) >>> 0;
}
