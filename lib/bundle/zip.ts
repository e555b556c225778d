/**
 * D21: JSZip up to 64 MB and 65,000 files; above that our own writer, which keeps nothing in memory and writes zip64
 * (docs/decisions/0012). Same order, dates and flags from both.
 */
import JSZip from 'jszip';
import { crc32 } from './crc32.ts';
import { pieces } from './sha256.ts';
import { directoryHeader, endOfDirectory, localHeader } from './zip-records.ts';
import type { Entry } from './zip-records.ts';

export interface ZipFile {
  readonly path: string;
  readonly size: number;
  /** Text is deflated; media are compressed already and stored. */
  readonly isText: boolean;
  /** Of `bytes`, where they were read before. */
  readonly crc32?: number;
  /** Asked once, when it is this file's turn: media need not be in memory all at once. A Blob is read piece by piece where that can. */
  readonly bytes: () => Promise<Uint8Array | Blob>;
}

/** What JSZip makes is in memory twice. */
const jszipLimit = 64_000_000;
/** Without zip64 the number of files is kept in 16 bits: a package with more would say it has fewer. */
const countLimit = 65_000;

/** `now` becomes the date of every entry, in UTC and in whole even seconds, which is what a zip can hold. */
export async function zip(
  files: readonly ZipFile[],
  now: string,
  onFile?: (path: string) => void,
  limit = jszipLimit,
): Promise<Blob> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return size <= limit && files.length <= countLimit ? smallZip(files, now, onFile) : bigZip(files, now, onFile);
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

/** What is stored stays where it is: the zip refers to it, and only its check sum is taken, piece by piece. */
export async function bigZip(files: readonly ZipFile[], now: string, onFile?: (path: string) => void): Promise<Blob> {
  const date = dosTime(evenSecond(now));
  const body = new Pile();
  const directory = new Pile();
  for (const { path, isText, bytes, crc32: known } of files) {
    const content = await bytes();
    const size = content instanceof Blob ? content.size : content.length;
    const isDeflated = isText && size > 0;
    const stored = isDeflated ? await deflated(content) : content;
    const packed = stored instanceof Blob ? stored.size : stored.length;
    const name = new TextEncoder().encode(path);
    const entry: Entry = { path: name, crc: known ?? (await sumOf(content)), packed, size, isDeflated, offset: body.size };
    body.add(localHeader(entry, date));
    body.add(stored);
    directory.add(directoryHeader(entry, date));
    onFile?.(path);
  }
  const end = endOfDirectory({ files: files.length, bytes: directory.size, offset: body.size });
  return new Blob([...body.parts(), ...directory.parts(), end as Uint8Array<ArrayBuffer>], { type: 'application/zip' }); // our own buffer
}

/** Much of it is small: a Blob of a hundred thousand pieces is slow, one of a few large ones is not. */
class Pile {
  size = 0;
  readonly #parts: Blob[] = [];
  #loose: Uint8Array<ArrayBuffer>[] = [];
  #looseBytes = 0;

  add(content: Uint8Array | Blob): void {
    const isBlob = content instanceof Blob;
    this.size += isBlob ? content.size : content.length;
    if (isBlob) this.#parts.push(...this.#gathered(), content);
    else {
      this.#loose.push(content as Uint8Array<ArrayBuffer>); // never shared memory here
      this.#looseBytes += content.length;
      if (this.#looseBytes > pieceBytes) this.#parts.push(...this.#gathered());
    }
  }

  parts(): Blob[] {
    this.#parts.push(...this.#gathered());
    return this.#parts;
  }

  #gathered(): Blob[] {
    if (this.#loose.length === 0) return [];
    const gathered = new Blob(this.#loose);
    [this.#loose, this.#looseBytes] = [[], 0];
    return [gathered];
  }
}

const pieceBytes = 4_194_304;

async function sumOf(content: Uint8Array | Blob): Promise<number> {
  if (!(content instanceof Blob) || content.size < pieceBytes) return crc32(await whole(content));
  let sum = 0;
  for await (const piece of pieces(content)) sum = crc32(piece, sum);
  return sum;
}

async function deflated(content: Uint8Array | Blob): Promise<Uint8Array | Blob> {
  const source = content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>]); // never shared memory here
  const packed = await new Response(source.stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();
  return packed.size > pieceBytes ? packed : new Uint8Array(await packed.arrayBuffer());
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
