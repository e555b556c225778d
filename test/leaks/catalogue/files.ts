/** A31: own pictures and films that carry somebody in their metadata, as small as can be. */
import { deflateSync } from 'node:zlib';
import type { cleanMedia } from '../../../lib/privacy/cleanMedia.ts';
import { scanContent } from '../scan.ts';
import type { Result } from './row.ts';
import { needlesOf, onX } from './set.ts';
import type { Canary } from './set.ts';

export interface OwnFile {
  readonly id: string;
  readonly what: string;
  make(name: string): Buffer;
}

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number): Buffer => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);

const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
const xmp = (name: string): string => `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${name}</dc:creator></x:xmpmeta>`;

/** Exif with one tag, Artist. */
function exif(name: string): Buffer {
  const text = Buffer.concat([Buffer.from(name), Buffer.alloc(1)]);
  return Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0', 'latin1'),
    Buffer.from([0x3b, 1, 2, 0, text.length, 0, 0, 0, 26, 0, 0, 0]),
    Buffer.alloc(4),
    text,
  ]);
}

const jpeg = (...segments: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ]);

const crcs = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  return crc >>> 0;
});
const crc32 = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => (crcs[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xff_ff_ff_ff) ^ 0xff_ff_ff_ff) >>> 0;
const chunk = (type: string, body: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type), body]);
  return Buffer.concat([u32(body.length), typed, u32(crc32(typed))]);
};
const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([u32(1), u32(1), Buffer.from([8, 0, 0, 0, 0])])),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.from([0, 7]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const riff = (type: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(type), size, body, Buffer.alloc(body.length % 2)]);
};
const webp = (name: string): Buffer =>
  riff(
    'RIFF',
    Buffer.concat([
      Buffer.from('WEBP'),
      riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
      riff('VP8 ', Buffer.from('300100009d012a0100010002003425a400037000fefb940000', 'hex')),
      riff('EXIF', exif(name)),
      riff('XMP ', Buffer.from(xmp(name))),
    ]),
  );

const box = (type: string, body: Buffer): Buffer => Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
const mp4 = (name: string): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\u0002\0isomiso2', 'latin1')),
    box(
      'moov',
      Buffer.concat([
        box('mvhd', Buffer.alloc(100)),
        box('udta', box('\u00a9aut', Buffer.concat([u16(Buffer.byteLength(name)), u16(0), Buffer.from(name)]))),
      ]),
    ),
    box('mdat', Buffer.from([1, 2, 3, 4])),
  ]);

export const files: readonly OwnFile[] = [
  { id: 'A31-exif', what: 'JPEG: EXIF Artist', make: (name) => jpeg(segment(0xe1, exif(name))) },
  {
    id: 'A31-xmp',
    what: 'JPEG: XMP creator',
    make: (name) => jpeg(segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp(name)}`))),
  },
  {
    id: 'A31-iptc',
    what: 'JPEG: IPTC by-line',
    make: (name) => jpeg(segment(0xed, Buffer.from(`Photoshop 3.0\x008BIM\x04\x04${name}`))),
  },
  { id: 'A31-com', what: 'JPEG: opmerking', make: (name) => jpeg(segment(0xfe, Buffer.from(name))) },
  {
    id: 'A31-c2pa',
    what: 'JPEG: ondertekenaar (APP11)',
    make: (name) => jpeg(segment(0xeb, Buffer.from(`JP\0\u0001jumb c2pa ${name}`))),
  },
  { id: 'A31-na', what: 'JPEG: bytes na het einde', make: (name) => Buffer.concat([jpeg(), Buffer.from(name)]) },
  { id: 'A31-text', what: 'PNG: tEXt', make: (name) => png(chunk('tEXt', Buffer.from(`Author\0${name}`))) },
  {
    id: 'A31-ztxt',
    what: 'PNG: zTXt',
    make: (name) => png(chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(Buffer.from(name))]))),
  },
  { id: 'A31-itxt', what: 'PNG: iTXt', make: (name) => png(chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp(name)}`))) },
  { id: 'A31-webp', what: 'WebP: EXIF en XMP', make: webp },
  { id: 'A31-mp4', what: 'MP4: udta ©aut', make: mp4 },
];

/** The metadata must go and the picture must stay; a file that cannot be read is refused, which leaks nothing but keeps nothing. */
export function judgeFile(file: OwnFile, person: Canary, clean: typeof cleanMedia): Result {
  const bytes = file.make(person.name);
  const needles = needlesOf(person, onX(person));
  const planted = scanContent(bytes, 'bestand', needles).length;
  const made = clean(new Uint8Array(bytes), 'image/jpeg');
  const after =
    made === 'not-readable'
      ? []
      : [...scanContent(made.bytes, 'bewaard', needles), ...scanContent(made.removed.join(' '), 'verantwoording', needles)];
  return {
    row: file.id,
    what: file.what,
    where: person.id,
    planted,
    alive: planted > 0 ? 'bestand' : 'nee',
    after: after.length,
    verdict: planted === 0 ? 'niet levend' : after.length > 0 ? 'LEK' : made === 'not-readable' ? 'tegengehouden' : 'schoon',
  };
}
