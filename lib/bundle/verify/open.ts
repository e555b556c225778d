/** Reads a package that anybody may have altered: hostile names, double entries and bombs are named, never unpacked (T14, T15). */
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import type { Entry, FileEntry } from '@zip.js/zip.js';
import { sha256Hex } from '../../model/chain.ts';

export interface OpenedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Of text files only; media are hashed and let go. */
  readonly text?: string;
}
export interface Opened {
  readonly files: ReadonlyMap<string, OpenedFile>;
  readonly problems: readonly string[];
}

const limits = {
  entries: 500_000,
  totalBytes: 8_000_000_000,
  textBytes: 200_000_000,
  ratio: 400,
  ratioFrom: 5_000_000,
} as const;

export async function openPackage(zip: Uint8Array): Promise<Opened> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), {
    useWebWorkers: false,
    checkCrc32: true,
    checkOverlappingEntry: true,
    strictness: 'strict',
  });
  const problems: string[] = [];
  const entries = await list(reader, zip, problems);
  const sound = entries.filter((entry): entry is FileEntry => !entry.directory && isSound(entry, problems));
  const files = new Map<string, OpenedFile>();
  if (isTooMuch(entries, problems)) return { files, problems };
  const named = new Set(sound.map(({ filename }) => filename));
  for (const { directory, filename } of entries)
    if (directory && ![...named].some((name) => name.startsWith(filename))) problems.push(`${printable(filename)}: lege map`);
  for (const entry of sound) {
    try {
      if (!files.has(entry.filename)) files.set(entry.filename, await readEntry(entry));
    } catch (error) {
      problems.push(`${printable(entry.filename)}: niet te lezen (${error instanceof Error ? error.message : 'onbekende fout'})`);
    }
  }
  return { files, problems };
}

async function list(reader: ZipReader<unknown>, zip: Uint8Array, problems: string[]): Promise<Entry[]> {
  try {
    return findDoubles(await reader.getEntries({ strictness: 'strict', filenameValidation: 'tolerant' }), problems);
  } catch (error) {
    problems.push(`de inhoudsopgave van de zip is niet eenduidig (${error instanceof Error ? error.message : 'onbekende fout'})`);
    return listAnyway(zip, problems);
  }
}

/** Reads an ambiguous list once more, only to be able to say which entry is at fault. */
async function listAnyway(zip: Uint8Array, problems: string[]): Promise<Entry[]> {
  try {
    return findDoubles(
      await new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false, checkCrc32: true }).getEntries({
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
  const isEscaping =
    /(?:^|[\\/])\.\.?(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\\|\/\/|\/$/.test(filename) || /\p{Cc}/u.test(filename) || filename === '';
  const isLink = (entry.unixMode ?? 0) >>> 12 === 0o12;
  const isBomb = uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio;
  const faults = [
    isEscaping && 'onveilige naam',
    isLink && 'is een verwijzing, geen bestand',
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
  return entries.length > limits.entries || total > limits.totalBytes;
}

async function readEntry(entry: FileEntry): Promise<OpenedFile> {
  const bytes = await unpack(entry);
  const isText = /\.(?:xml|json|jsonld|html|txt)$/.test(entry.filename) && bytes.length <= limits.textBytes;
  return {
    path: entry.filename,
    size: bytes.length,
    sha256: await sha256Hex(bytes),
    ...(isText && { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }),
  };
}

/** Stops as soon as more comes out than the list promised. */
async function unpack(entry: FileEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      if (at + piece.length > bytes.length) throw new RangeError('meer inhoud dan opgegeven');
      bytes.set(piece, at);
      at += piece.length;
    },
  });
  await entry.getData(sink);
  if (at !== bytes.length) throw new RangeError('minder inhoud dan opgegeven');
  return bytes;
}

/** A hostile name in a report must stay on its own line (T18). */
export function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{FFFD}').slice(0, 200) || '(zonder naam)';
}
