/**
 * The judge of privacy: looks for people in anything that outlives the tab. Shares no code with the product on purpose, so
 * that a mistake there is not repeated here.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';

export interface Needle {
  /** Whose, as a neutral label for the report: a hit is told without the value. */
  readonly whose: string;
  readonly kind: 'name' | 'handle' | 'id' | 'url' | 'avatar' | 'planted';
  readonly value: string;
}
export interface Hit {
  readonly place: string;
  readonly whose: string;
  readonly kind: Needle['kind'];
  readonly form: string;
}

/** Every file below a folder; a file that vanishes meanwhile is passed over. */
export function scanFolder(folder: string, needles: readonly Needle[]): Hit[] {
  const index = indexOf(formsOf(needles));
  return filesBelow(folder).flatMap((file) => scanBytes(readFileSync(file), relative(folder, file), index));
}

export function scanFile(file: string, needles: readonly Needle[]): Hit[] {
  return scanBytes(readFileSync(file), file.split('/').at(-1) ?? '', indexOf(formsOf(needles)));
}

/** What is in memory: a stored record, a package. Entries of a zip are scanned one by one. */
export function scanContent(content: Uint8Array | string, place: string, needles: readonly Needle[]): Hit[] {
  const bytes =
    typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return scanBytes(bytes, place, indexOf(formsOf(needles)));
}

interface Form {
  readonly needle: Needle;
  readonly name: string;
  readonly text: string;
}

/** What an identity can look like: as it is, folded, in an address, in JSON, in HTML, in base64, in UTF-16. */
function formsOf(needles: readonly Needle[]): Form[] {
  return needles.flatMap((needle) => {
    const { value } = needle;
    const list: [string, string][] = [
      ['plain', value],
      ['percent', encodeURIComponent(value)],
      ['percent twice', encodeURIComponent(encodeURIComponent(value))],
      ['json', JSON.stringify(value).slice(1, -1)],
      ['json ascii', value.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)],
      ['html', value.replace(/[^ -~]/g, (char) => `&#${char.charCodeAt(0)};`)],
      ...base64Forms(value),
      ['hex', Buffer.from(value).toString('hex')],
    ];
    const folded = list.filter(([, text]) => text.length >= 5).map(([name, text]) => ({ needle, name, text: fold(text) }));
    return [...new Map(folded.toReversed().map((form) => [form.text, form])).values()];
  });
}

/** The part of a base64 text that does not depend on what stands around it, for the three places a byte can stand. */
function base64Forms(value: string): [string, string][] {
  if (Buffer.byteLength(value) < 9) return [];
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)])
      .toString('base64')
      .replace(/=+$/, '');
    return [`base64+${offset}`, encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - 2)];
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
}

function scanBytes(bytes: Buffer, place: string, index: Index): Hit[] {
  const texts: [string, string][] = [
    ['name', place],
    ['utf-8', bytes.toString('utf8')],
    ['latin-1', bytes.toString('latin1')],
    ['utf-16', utf16(bytes, 0)],
    ['utf-16 odd', utf16(bytes, 1)],
  ];
  const found = texts.flatMap(([how, text]) => search(fold(text), `${place} (${how})`, index));
  return [...found, ...entriesOf(bytes).flatMap((entry) => scanBytes(entry.bytes, `${place}!${entry.name}`, index))];
}

/** On a fresh, aligned copy: Node 24 writes past its memory when it reads UTF-16 from an odd address. */
function utf16(bytes: Buffer, from: number): string {
  const length = (bytes.length - from) & ~1;
  return Buffer.from(new Uint8Array(bytes.subarray(from, from + length)).buffer).toString('utf16le');
}

/** Forms by the hash of their first five characters: a text is read once, however many people there are. */
interface Index {
  readonly mayStart: Uint8Array;
  readonly forms: ReadonlyMap<number, readonly Form[]>;
}
const buckets = 1 << 20;
const head = 5;

function indexOf(forms: readonly Form[]): Index {
  const mayStart = new Uint8Array(buckets);
  const byHash = new Map<number, Form[]>();
  for (const form of forms.filter(({ text }) => text.length >= head)) {
    const hash = hashAt(form.text, 0);
    mayStart[hash] = 1;
    byHash.set(hash, [...(byHash.get(hash) ?? []), form]);
  }
  return { mayStart, forms: byHash };
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + head; index++) hash = (Math.imul(hash, 33) + text.charCodeAt(index)) | 0;
  return (hash >>> 0) % buckets;
}

function search(text: string, place: string, index: Index): Hit[] {
  const found = new Map<Form, Hit>();
  for (let at = 0; at + head <= text.length; at++) {
    const hash = hashAt(text, at);
    if (index.mayStart[hash] !== 1) continue;
    for (const form of index.forms.get(hash) ?? []) {
      if (found.has(form) || !text.startsWith(form.text, at) || !isFound(text, form.text, at)) continue;
      found.set(form, { place, whose: form.needle.whose, kind: form.needle.kind, form: form.name });
    }
  }
  return [...found.values()];
}

/** Short handles and single names occur inside other words by chance: they count as whole words only. */
function isFound(text: string, form: string, at: number): boolean {
  const isWhole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + form.length] ?? '');
  return form.length >= 8 || isWhole;
}

/** Entries of a zip, read by their local headers' central directory; empty for anything else. */
function entriesOf(bytes: Buffer): { name: string; bytes: Buffer }[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04_03_4b_50 || end < 0) return [];
  const entries: { name: string; bytes: Buffer }[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, packed, nameLength, extraLength, commentLength, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + packed);
    entries.push({
      name: bytes.subarray(at + 46, at + 46 + nameLength).toString(),
      bytes: method === 8 ? inflateRawSync(raw) : raw,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
