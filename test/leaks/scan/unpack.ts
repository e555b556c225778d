/** Takes bytes apart until nothing new appears (S1). */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { levelParts } from './leveldb.ts';
import { zipParts } from './zip.ts';
import type { Part } from './zip.ts';

export function partsOf(bytes: Buffer, name: string): Part[] {
  return [
    ...zipParts(bytes),
    ...gzip(bytes),
    ...brotli(bytes, name),
    ...levelParts(bytes, name),
    ...pngTexts(bytes),
    ...pdfStreams(bytes),
    ...blobValues(bytes, name),
  ];
}

function attempt(unpack: () => Buffer, name: string): Part[] {
  try {
    return [{ name, bytes: unpack() }];
  } catch {
    return []; // it only looked like that
  }
}

function gzip(bytes: Buffer): Part[] {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? attempt(() => gunzipSync(bytes), 'gzip') : [];
}

function brotli(bytes: Buffer, name: string): Part[] {
  return name.endsWith('.br') ? attempt(() => brotliDecompressSync(bytes), 'brotli') : [];
}

/** A value of IndexedDB that has a file of its own. */
function blobValues(bytes: Buffer, name: string): Part[] {
  if (!name.includes('indexeddb.blob') || bytes[0] !== 0xff || bytes[1] !== 0x11) return [];
  return zipParts(bytes.subarray(3));
}

/** zTXt, iTXt and iCCP are packed; tEXt and eXIf are read as they stand. */
function pngTexts(bytes: Buffer): Part[] {
  if (bytes.length < 33 || bytes.readUInt32BE(0) !== 0x89_50_4e_47) return [];
  const parts: Part[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (/^(?:zTXt|iTXt|iCCP)$/.test(type)) parts.push(...inflated(body, type));
    at += 12 + length;
  }
  return parts;
}

function pdfStreams(bytes: Buffer): Part[] {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return [];
  const parts: Part[] = [];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6))
    parts.push(...inflated(bytes.subarray(at), 'pdf'));
  return parts;
}

/** The first zlib stream in these bytes. */
function inflated(bytes: Buffer, name: string): Part[] {
  for (let at = 0; at + 2 < Math.min(bytes.length, 2_000); at++) {
    if (bytes[at] !== 0x78 || ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) % 31 !== 0) continue;
    const found = attempt(() => inflateSync(bytes.subarray(at), { finishFlush: 2 }), name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Files inside text: data: URLs and long runs of base64 that hold a file or text. */
export function hiddenIn(text: string): Part[] {
  const parts: Part[] = [];
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)) {
    if (parts.length >= 2_000) break;
    const bytes = Buffer.from(run, 'base64');
    if (isFile(bytes) || isText(bytes)) parts.push({ name: 'base64', bytes });
  }
  return parts;
}

const starts = ['504b0304', '1f8b', '89504e47', 'ffd8ff', '52494646', '25504446'];
const isFile = (bytes: Buffer): boolean => starts.some((hex) => bytes.subarray(0, hex.length / 2).toString('hex') === hex);

function isText(bytes: Buffer): boolean {
  if (bytes.length < 12) return false;
  const text = bytes.subarray(0, 400).toString('utf8');
  return !text.slice(0, -1).includes('\uFFFD') && !/[^\P{Cc}\s]/u.test(text);
}
