/**
 * The judge of privacy: looks for people in anything that outlives the tab. Shares no code with the product on purpose, so
 * that a mistake there is not repeated here. What it takes apart and looks through stands in `scan/` (leak-canaries §2).
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readings, withoutTags } from './scan/decode.ts';
import { fold, squash } from './scan/fold.ts';
import type { Squashed } from './scan/fold.ts';
import { formsOf } from './scan/forms.ts';
import { levelParts } from './scan/leveldb.ts';
import { byteRuns, wideRuns } from './scan/runs.ts';
import { indexOf, search, searchShort, searchSquashed } from './scan/search.ts';
import type { Index } from './scan/search.ts';
import { withoutPixels } from './scan/pixels.ts';
import { hiddenIn, partsOf } from './scan/unpack.ts';
import { zipParts } from './scan/zip.ts';

export interface Needle {
  /** Whose, as a neutral label for the report: a hit is told without the value. */
  readonly whose: string;
  readonly kind: 'name' | 'handle' | 'id' | 'url' | 'avatar' | 'planted';
  readonly value: string;
  /** A word of the language: counts only where it stands as an account (`@news`), never by itself. */
  readonly isWord?: true;
}
export interface Hit {
  readonly place: string;
  readonly whose: string;
  readonly kind: Needle['kind'];
  readonly form: string;
}

/**
 * Every file below a folder as it stands, table blocks unpacked, in every encoding of characters, but not taken apart further: a
 * browser's profile is mostly program. The catalogue of leaks does the whole (`scanFolder`).
 */
export function scanFolderPlainly(folder: string, needles: readonly Needle[]): Hit[] {
  const index = indexFor(needles);
  return filesBelow(folder).flatMap((file) => {
    const bytes = bytesOf(file);
    const parts = [{ name: '', bytes }, ...levelParts(bytes, file)];
    return parts.flatMap((part) => plainTexts(part.bytes).flatMap((text) => search(fold(text), relative(folder, file), index)));
  });
}

/** A package as it is read: every entry of the zip, as it stands and without its tags. */
export function scanFilePlainly(file: string, needles: readonly Needle[]): Hit[] {
  const index = indexFor(needles);
  return zipParts(readFileSync(file)).flatMap(({ name, bytes }) => {
    const texts = plainTexts(bytes).flatMap((text) => [text, ...withoutTags(text).slice(0, 1)]);
    return [name, ...texts].flatMap((text) => search(fold(text), name, index));
  });
}

function plainTexts(bytes: Buffer): string[] {
  const whole = asText(bytes);
  if (whole !== undefined) return [whole];
  const bare = withoutPixels(bytes);
  const { utf8, latin1 } = byteRuns(bare);
  return [utf8, latin1, wideRuns(bare, 0), wideRuns(bare, 1)];
}

/** Every file below a folder, but for those whose path fits `except`; a file that vanishes meanwhile is passed over. */
export function scanFolder(folder: string, needles: readonly Needle[], except?: RegExp): Hit[] {
  const index = indexFor(needles);
  const files = filesBelow(folder).filter((file) => except?.test(file) !== true);
  return files.flatMap((file) => scanBytes(bytesOf(file), relative(folder, file), index));
}

export function scanFile(file: string, needles: readonly Needle[]): Hit[] {
  return scanBytes(readFileSync(file), file.split('/').at(-1) ?? '', indexFor(needles));
}

/** What is in memory: a stored record, a package. Entries of a zip are scanned one by one. */
export function scanContent(content: Uint8Array | string, place: string, needles: readonly Needle[]): Hit[] {
  const bytes =
    typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return scanBytes(bytes, place, indexFor(needles));
}

/** Names too short to search bytes for, as whole words; only for text that holds nothing but what was captured. */
export function scanShort(text: string, place: string, needles: readonly Needle[]): Hit[] {
  const short = indexOf([], needles).short.map((needle) => ({ needle, text: fold(needle.value).trim() }));
  const folded = fold(text);
  return short.length === 0 ? [] : searchShort(folded, place, short);
}

/** The same needles are searched for in file after file. */
const indexes = new WeakMap<readonly Needle[], Index>();

function indexFor(needles: readonly Needle[]): Index {
  const known = indexes.get(needles);
  if (known) return known;
  const made = indexOf(formsOf(needles), needles);
  indexes.set(needles, made);
  return made;
}

const deepest = 4;

function scanBytes(bytes: Buffer, place: string, index: Index, depth = 0): Hit[] {
  const whole = asText(bytes);
  const found = [
    ...scanText(place, `${place} (name)`, index),
    ...(whole === undefined ? scanRuns(bytes, place, index) : scanText(whole, `${place} (utf-8)`, index)),
  ];
  if (depth >= deepest) return found;
  const inside = [...partsOf(bytes, place), ...hiddenIn(whole ?? '')];
  return [...found, ...inside.flatMap((part) => scanBytes(part.bytes, `${place}!${part.name}`, index, depth + 1))];
}

/** Absent: not a text. */
function asText(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4_096).includes(0)) return undefined;
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? undefined : text;
}

function scanRuns(whole: Buffer, place: string, index: Index): Hit[] {
  const bytes = withoutPixels(whole);
  const { utf8, latin1 } = byteRuns(bytes);
  return [
    ...scanText(utf8, `${place} (utf-8)`, index),
    ...scanText(latin1, `${place} (latin-1)`, index),
    ...scanText(wideRuns(bytes, 0), `${place} (utf-16)`, index),
    ...scanText(wideRuns(bytes, 1), `${place} (utf-16 odd)`, index),
  ];
}

function scanText(text: string, place: string, index: Index): Hit[] {
  return prepared(text).flatMap(({ folded, squashed }) => [
    ...search(folded, place, index),
    ...searchSquashed(folded, squashed, place, index),
  ]);
}

interface Prepared {
  readonly folded: string;
  readonly squashed: Squashed;
}

/** Package after package holds the same documentation, profile after profile the same program: each is taken apart once. */
const met = new Map<string, readonly Prepared[]>();
const mostCharacters = 6_000_000;
let metCharacters = 0;

function prepared(text: string): readonly Prepared[] {
  const known = met.get(text);
  if (known) return known;
  const all = readings(text);
  const bare = [...new Set([all[0] ?? text, all.at(-1) ?? text])].flatMap(withoutTags);
  const made = [...new Set([...all, ...bare].map(fold))].map((folded) => ({ folded, squashed: squash(folded) }));
  if (text.length > 2_000 && text.length < 2_000_000) remember(text, made);
  return made;
}

function remember(text: string, made: readonly Prepared[]): void {
  met.set(text, made);
  metCharacters += text.length;
  for (const oldest of met.keys()) {
    if (metCharacters <= mostCharacters) break;
    met.delete(oldest);
    metCharacters -= oldest.length;
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0); // gone since the folder was listed: a browser is still busy there
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
