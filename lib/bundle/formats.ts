/** PRONOM format by content, never by extension: the receiver's pre-ingest looks at the content too. */
import pronom from './lists/pronom-selectie.json' with { type: 'json' };
import type { Begrip } from './codelists.ts';

export interface Format {
  /** PRONOM id; absent when the content is of no format in our selection. */
  readonly puid?: string;
  readonly label: string;
  readonly mime: string;
  /** Without the dot. */
  readonly extension: string;
}

/** The formats we write ourselves; we know what they are. */
const written: Readonly<Record<string, readonly [puid: string, mime: string]>> = {
  html: ['fmt/471', 'text/html'],
  json: ['fmt/817', 'application/json'],
  jsonld: ['fmt/880', 'application/ld+json'],
  txt: ['x-fmt/111', 'text/plain'],
  csv: ['x-fmt/18', 'text/csv'],
  md: ['fmt/1149', 'text/markdown'],
  xml: ['fmt/101', 'application/xml'],
  xsd: ['fmt/101', 'application/xml'],
};

/** `bytes` may be the beginning of a big file. */
export function formatOf(name: string, bytes: Uint8Array): Format {
  const extension = /\.([a-z0-9]{1,8})$/.exec(name)?.[1] ?? 'bin';
  const own = written[extension];
  return own ? known(own[0], own[1], extension) : mediaFormat(bytes);
}

/** What media really is; a server's word (`mime`) is only used to name what we do not recognise. */
export function mediaFormat(bytes: Uint8Array, mime = 'application/octet-stream'): Format {
  return (
    png(bytes) ??
    jpeg(bytes) ??
    gif(bytes) ??
    riff(bytes) ??
    container(bytes) ??
    archive(bytes) ?? { label: `Niet herkend (${safeMime(mime)})`, mime: safeMime(mime), extension: 'bin' }
  );
}

/** Enough of a file to tell its format by. */
export async function headOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, 4_194_304).arrayBuffer());
}

export function formatTerm({ label, puid }: Format): Begrip {
  return { label, ...(puid !== undefined && { code: puid }), list: 'PRONOM-register' };
}

function known(puid: string, mime: string, extension: string): Format {
  const entry = pronom.formaten.find((format) => format.puid === puid);
  if (!entry) throw new RangeError(`no format ${puid} in the selection`);
  return { puid, label: [entry.naam, entry.versie].filter(Boolean).join(' '), mime, extension };
}

function png(bytes: Uint8Array): Format | undefined {
  if (ascii(bytes, 1, 3) !== 'PNG' || bytes[0] !== 0x89) return undefined;
  const chunks = pngChunks(bytes);
  const version = chunks.has('iTXt') ? 'fmt/13' : ['iCCP', 'sRGB', 'sPLT'].some((chunk) => chunks.has(chunk)) ? 'fmt/12' : 'fmt/11';
  return known(version, 'image/png', 'png');
}

/** Names of the chunks: 1.1 brought iCCP, sRGB and sPLT, 1.2 brought iTXt. */
function pngChunks(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) names.add(ascii(bytes, at + 4, 4));
  return names;
}

function jpeg(bytes: Uint8Array): Format | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const version = ascii(bytes, 6, 4) === 'JFIF' ? jfif(bytes) : ascii(bytes, 6, 4) === 'Exif' ? exif(bytes) : undefined;
  return version
    ? known(version, 'image/jpeg', 'jpg')
    : { label: 'JPEG (variant niet vastgesteld)', mime: 'image/jpeg', extension: 'jpg' };
}

function jfif(bytes: Uint8Array): string | undefined {
  return bytes[11] === 1 ? ['fmt/42', 'fmt/43', 'fmt/44'][bytes[12] ?? -1] : undefined;
}

/** The ExifVersion tag holds "0220", "0221", "0230"… in plain characters (tag 0x9000, type 7, count 4). */
function exif(bytes: Uint8Array): string | undefined {
  const head = ascii(bytes, 0, Math.min(bytes.length, 4_096));
  const version = exifVersionTags.flatMap((tag) =>
    head.includes(tag) ? [head.slice(head.indexOf(tag) + tag.length).slice(0, 4)] : [],
  )[0];
  if (version === '0221' || version === '0220') return 'fmt/645';
  return version?.startsWith('023') ? 'fmt/1507' : undefined;
}
/** In big-endian and in little-endian order. */
const exifVersionTags = ['\u0090\u0000\u0000\u0007\u0000\u0000\u0000\u0004', '\u0000\u0090\u0007\u0000\u0004\u0000\u0000\u0000'];

function gif(bytes: Uint8Array): Format | undefined {
  const head = ascii(bytes, 0, 6);
  if (head === 'GIF87a') return known('fmt/3', 'image/gif', 'gif');
  return head === 'GIF89a' ? known('fmt/4', 'image/gif', 'gif') : undefined;
}

function riff(bytes: Uint8Array): Format | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined;
  const puid = { 'VP8 ': 'fmt/566', VP8L: 'fmt/567', VP8X: 'fmt/568' }[ascii(bytes, 12, 4)];
  return puid ? known(puid, 'image/webp', 'webp') : undefined;
}

function container(bytes: Uint8Array): Format | undefined {
  if (ascii(bytes, 4, 4) === 'ftyp' && !/avi[fs]|hei[cx]|mif1/.test(ascii(bytes, 8, 4)))
    return known('fmt/199', 'video/mp4', 'mp4');
  if (ascii(bytes, 0, 4) === '\u001A\u0045\u00DF\u00A3')
    return ascii(bytes, 0, 64).includes('webm') ? known('fmt/573', 'video/webm', 'webm') : undefined;
  const isMp3 = ascii(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);
  return isMp3 ? known('fmt/134', 'audio/mpeg', 'mp3') : undefined;
}

/** WACZ is a zip that begins with one of the places WACZ knows. */
function archive(bytes: Uint8Array): Format | undefined {
  if (ascii(bytes, 0, 4) !== 'PK\u0003\u0004') return undefined;
  return /^(?:archive\/|indexes\/|pages\/|datapackage)/.test(ascii(bytes, 30, 12))
    ? known('fmt/1840', 'application/wacz', 'wacz')
    : known('x-fmt/263', 'application/zip', 'zip');
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

function safeMime(mime: string): string {
  return /^[a-z]{1,20}\/[a-z0-9.+-]{1,60}$/.test(mime) ? mime : 'application/octet-stream';
}
