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
import { indexOf, search, searchShort, searchSquashed } from './scan/search.ts';
import type { Index } from './scan/search.ts';
import { hiddenIn, partsOf } from './scan/unpack.ts';

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

/** Every file below a folder; a file that vanishes meanwhile is passed over. */
export function scanFolder(folder: string, needles: readonly Needle[]): Hit[] {
  const index = indexFor(needles);
  return filesBelow(folder).flatMap((file) => scanBytes(bytesOf(file), relative(folder, file), index));
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
  const utf8 = bytes.toString('utf8');
  const isText = !bytes.subarray(0, 4_096).includes(0);
  const found = [
    ...scanText(place, `${place} (name)`, index),
    ...scanText(utf8, `${place} (utf-8)`, index),
    ...(isText && !utf8.includes('\uFFFD')
      ? []
      : [
          ...scanText(bytes.toString('latin1'), `${place} (latin-1)`, index),
          ...scanText(utf16(bytes, 0), `${place} (utf-16)`, index),
          ...scanText(utf16(bytes, 1), `${place} (utf-16 odd)`, index),
        ]),
  ];
  if (depth >= deepest) return found;
  const inside = [...partsOf(bytes, place), ...(isText ? hiddenIn(utf8) : [])];
  return [...found, ...inside.flatMap((part) => scanBytes(part.bytes, `${place}!${part.name}`, index, depth + 1))];
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

/** Package after package holds the same documentation: it is taken apart once. */
const met = new Map<string, readonly Prepared[]>();
const mostMet = 200;

function prepared(text: string): readonly Prepared[] {
  const known = met.get(text);
  if (known) return known;
  const all = readings(text);
  const made = [...new Set([...all, ...all.flatMap(withoutTags)].map(fold))].map((folded) => ({
    folded,
    squashed: squash(folded),
  }));
  if (text.length > 2_000 && text.length < 400_000) met.set(text, made);
  if (met.size > mostMet) met.delete(met.keys().next().value ?? '');
  return made;
}

/** On a fresh, aligned copy: Node 24 writes past its memory when it reads UTF-16 from an odd address. */
function utf16(bytes: Buffer, from: number): string {
  const length = (bytes.length - from) & ~1;
  return Buffer.from(new Uint8Array(bytes.subarray(from, from + length)).buffer).toString('utf16le');
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
