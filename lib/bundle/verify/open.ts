/** Reads a package that anybody may have altered: hostile names, double entries and bombs are named, never unpacked (T14, T15). */
import { BlobReader, ZipReader } from '@zip.js/zip.js';
import type { Entry, FileEntry } from '@zip.js/zip.js';
import { sha256Hex } from '../../model/chain.ts';
import { formatOf } from '../formats.ts';
import { filesInTheWay, isSafePath } from './safe-path.ts';
import { Sha256 } from '../sha256.ts';

export interface OpenedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Of text files only; media are hashed and let go. */
  readonly text?: string;
  /** Of a signature or a time-stamp. */
  readonly bytes?: Uint8Array;
  /** PRONOM id by content; absent when the content is of no format in our selection. */
  readonly puid?: string;
  /** Of a web archive: the bytes where they stand in the package, read only where somebody looks. */
  readonly blob?: Blob;
}
export interface Opened {
  /** In the order of the zip. */
  readonly files: ReadonlyMap<string, OpenedFile>;
  readonly problems: readonly string[];
}

const textual = /\.(?:xml|json|jsonl|jsonld|html|txt|csv|pem)$/;
const evidence = /\.(?:sig|tsr)$/;

const limits = {
  entries: 500_000,
  totalBytes: 8_000_000_000,
  textBytes: 200_000_000,
  /** Of any other file: up to here it is read at once, above it piece by piece. */
  wholeBytes: 16_000_000,
  ratio: 400,
  ratioFrom: 5_000_000,
  /** Of all together: many that each swell a little. */
  swellsFrom: 50_000_000,
} as const;

export async function openPackage(zip: Blob): Promise<Opened> {
  const reader = new ZipReader(new BlobReader(zip), {
    useWebWorkers: false,
    checkCrc32: true,
    checkOverlappingEntry: true,
    strictness: 'strict',
  });
  const problems: string[] = [];
  const entries = await list(reader, zip, problems);
  const sound = entries.filter((entry): entry is FileEntry => !entry.directory && isSound(entry, problems));
  problems.push(
    ...filesInTheWay(sound.map(({ filename }) => filename)).map((path) => `${printable(path)}: is een bestand en een map`),
  );
  const comment: Uint8Array | undefined = reader.comment; // absent when the list could not be read
  if (comment && comment.length > 0) problems.push('de zip heeft een opmerking, en die schrijven wij niet');
  const files = new Map<string, OpenedFile>();
  if (isTooMuch(entries, problems)) return { files, problems };
  const named = new Set(sound.map(({ filename }) => filename));
  for (const { directory, filename } of entries)
    if (directory && ![...named].some((name) => name.startsWith(filename))) problems.push(`${printable(filename)}: lege map`);
  for (const entry of sound) {
    try {
      if (!files.has(entry.filename)) files.set(entry.filename, await readEntry(entry, zip));
    } catch (error) {
      problems.push(`${printable(entry.filename)}: niet te lezen (${error instanceof Error ? error.message : 'onbekende fout'})`);
    }
  }
  return { files, problems };
}

async function list(reader: ZipReader<unknown>, zip: Blob, problems: string[]): Promise<Entry[]> {
  try {
    return findDoubles(await reader.getEntries({ strictness: 'strict', filenameValidation: 'tolerant' }), problems);
  } catch (error) {
    problems.push(`de inhoudsopgave van de zip is niet eenduidig (${error instanceof Error ? error.message : 'onbekende fout'})`);
    return listAnyway(zip, problems);
  }
}

/** Reads an ambiguous list once more, only to be able to say which entry is at fault. */
async function listAnyway(zip: Blob, problems: string[]): Promise<Entry[]> {
  try {
    return findDoubles(
      await new ZipReader(new BlobReader(zip), { useWebWorkers: false, checkCrc32: true }).getEntries({
        strictness: 'tolerant',
        filenameValidation: 'tolerant',
      }),
      problems,
    );
  } catch {
    problems.push('de inhoudsopgave van de zip is niet te lezen');
    return [];
  }
}

function findDoubles(entries: Entry[], problems: string[]): Entry[] {
  const seen = new Set<string>();
  for (const { filename } of entries) {
    const folded = filename.normalize('NFC').toLowerCase();
    if (seen.has(folded)) problems.push(`${printable(filename)}: staat er twee keer in`);
    seen.add(folded);
  }
  return entries;
}

function isSound(entry: Entry, problems: string[]): boolean {
  const { filename, uncompressedSize, compressedSize } = entry;
  const kind = (entry.unixMode ?? 0) >>> 12;
  const isBomb = uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio;
  const faults = [
    !isSafePath(filename) && 'onveilige naam',
    kind === 0o12 && 'is een verwijzing, geen bestand',
    kind !== 0o12 && kind !== 0o10 && kind !== 0 && 'is geen gewoon bestand',
    entry.encrypted && 'is versleuteld',
    isBomb && 'zwelt bij uitpakken verdacht op',
  ].filter(Boolean);
  if (faults.length > 0) problems.push(`${printable(filename)}: ${faults.join(', ')}`);
  return faults.length === 0;
}

function isTooMuch(entries: readonly Entry[], problems: string[]): boolean {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (entries.length > limits.entries) problems.push(`te veel bestanden: ${entries.length}`);
  if (total > limits.totalBytes) problems.push(`te groot na uitpakken: ${total} bytes`);
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  const isSwelling = total > limits.swellsFrom && total > packed * limits.ratio;
  if (isSwelling) problems.push(`de zip als geheel zwelt bij uitpakken verdacht op: van ${packed} naar ${total} bytes`);
  return entries.length > limits.entries || total > limits.totalBytes || isSwelling;
}

async function readEntry(entry: FileEntry, zip: Blob): Promise<OpenedFile> {
  const { filename, uncompressedSize } = entry;
  const isText = textual.test(filename);
  return uncompressedSize <= (isText ? limits.textBytes : limits.wholeBytes) ? readWhole(entry) : readByPieces(entry, zip);
}

async function readWhole(entry: FileEntry): Promise<OpenedFile> {
  const { filename, uncompressedSize } = entry;
  const bytes = new Uint8Array(uncompressedSize);
  await unpack(entry, (piece, at) => bytes.set(piece, at));
  return {
    ...(evidence.test(filename) && { bytes }),
    ...(filename.endsWith('.wacz') && { blob: new Blob([bytes]) }),
    ...pronom(filename, bytes),
    path: filename,
    size: bytes.length,
    sha256: await sha256Hex(bytes),
    ...(textual.test(filename) && { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }),
  };
}

/** Big files pass by: hashed piece by piece, never in memory at once. */
async function readByPieces(entry: FileEntry, zip: Blob): Promise<OpenedFile> {
  const hash = new Sha256();
  const head = new Uint8Array(4_096);
  await unpack(entry, (piece, at) => {
    hash.add(piece);
    if (at < head.length) head.set(piece.subarray(0, head.length - at), at);
  });
  return {
    ...(await placeOf(entry, zip)),
    ...pronom(entry.filename, head),
    path: entry.filename,
    size: entry.uncompressedSize,
    sha256: hash.digest(),
  };
}

function pronom(path: string, bytes: Uint8Array): Pick<OpenedFile, 'puid'> {
  const { puid } = formatOf(path, bytes);
  return puid === undefined ? {} : { puid };
}

/** A web archive is stored, not deflated: it can be read where it stands. */
async function placeOf(
  { filename, offset, compressionMethod, uncompressedSize }: FileEntry,
  zip: Blob,
): Promise<Pick<OpenedFile, 'blob'>> {
  if (!filename.endsWith('.wacz') || compressionMethod !== 0) return {};
  const head = new DataView(await zip.slice(offset, offset + 30).arrayBuffer());
  const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  return { blob: zip.slice(start, start + uncompressedSize) };
}

/** Stops as soon as more comes out than the list promised. */
async function unpack(entry: FileEntry, take: (piece: Uint8Array, at: number) => void): Promise<void> {
  let at = 0;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      if (at + piece.length > entry.uncompressedSize) throw new RangeError('meer inhoud dan opgegeven');
      take(piece, at);
      at += piece.length;
    },
  });
  await entry.getData(sink);
  if (at !== entry.uncompressedSize) throw new RangeError('minder inhoud dan opgegeven');
}

/** A hostile name in a report must stay on its own line (T18). */
export function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{FFFD}').slice(0, 200) || '(zonder naam)';
}
