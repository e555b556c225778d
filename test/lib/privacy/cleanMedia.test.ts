import { existsSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cleanMedia } from '../../../lib/privacy/cleanMedia.ts';
import type { CleanedMedia } from '../../../lib/privacy/cleanMedia.ts';

// The name in these files is invented.
const NAME = 'Fenna Kanariezoon';
const text = (value: string) => Buffer.from(value, 'latin1');
const cleaned = (bytes: Uint8Array, mime = 'application/octet-stream'): CleanedMedia => {
  const result = cleanMedia(bytes, mime);
  if (result === 'not-readable') throw new Error('not readable');
  return result;
};
const holds = (bytes: Uint8Array, value: string | Uint8Array) =>
  Buffer.from(bytes).includes(typeof value === 'string' ? value : Buffer.from(value));

const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
const icc = segment(0xe2, text('ICC_PROFILE\0\x01\x01profile'));
const tables = segment(0xdb, Buffer.alloc(65, 7));
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])]);
const jpeg = (...between: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...between, scan, Buffer.from([0xff, 0xd9])]);

const chunk = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};
const png = (...between: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', Buffer.alloc(13, 1)),
    ...between,
    chunk('IDAT', deflateSync(Buffer.alloc(9))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const box = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const riff = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

describe('cleanMedia', () => {
  it('takes EXIF, XMP, IPTC, comments and what follows the picture out of a JPEG, and leaves the picture byte for byte', () => {
    const dirty = Buffer.concat([
      jpeg(
        jfif,
        segment(0xe1, text(`Exif\0\0${NAME}`)),
        segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${NAME}`)),
        segment(0xed, text(NAME)),
        icc,
        segment(0xfe, text(NAME)),
        tables,
      ),
      text(NAME),
    ]);
    const result = cleaned(dirty, 'image/png');
    expect(result.mime).toBe('image/jpeg');
    expect(result.removed).toEqual(['EXIF', 'XMP', 'IPTC', 'JPEG-commentaar', 'bytes na het beeld']);
    expect(Buffer.from(result.bytes)).toEqual(jpeg(jfif, icc, tables));
  });

  it('leaves a clean JPEG as it is', () => {
    const clean = jpeg(jfif, tables);
    expect(cleaned(clean)).toEqual({ bytes: Uint8Array.from(clean), removed: [], mime: 'image/jpeg' });
  });

  it('takes a comment between two scans of a progressive JPEG out', () => {
    const whole = Buffer.concat([jpeg(jfif, tables).subarray(0, -2), segment(0xfe, text(NAME)), scan, Buffer.from([0xff, 0xd9])]);
    expect(Buffer.from(cleaned(whole).bytes)).toEqual(
      Buffer.concat([jpeg(jfif, tables).subarray(0, -2), scan, Buffer.from([0xff, 0xd9])]),
    );
  });

  it('takes text, time and EXIF out of a PNG', () => {
    const dirty = Buffer.concat([
      png(
        chunk('tEXt', text(`Author\0${NAME}`)),
        chunk('iTXt', text(NAME)),
        chunk('eXIf', text(NAME)),
        chunk('tIME', Buffer.alloc(7)),
        chunk('gAMA', Buffer.alloc(4)),
        chunk('prVt', text(NAME)),
      ),
      text(NAME),
    ]);
    const result = cleaned(dirty);
    expect(Buffer.from(result.bytes)).toEqual(png(chunk('gAMA', Buffer.alloc(4))));
    expect(result.removed).toEqual(['PNG-tEXt', 'PNG-iTXt', 'PNG-eXIf', 'PNG-tIME', 'PNG-prVt', 'bytes na het beeld']);
  });

  it('takes EXIF and XMP out of a WebP, and says so in its head', () => {
    const flags = Buffer.from([0x1c, 0, 0, 0, 9, 0, 0, 9, 0, 0]);
    const body = [riff('VP8X', flags), riff('VP8 ', Buffer.alloc(7, 5)), riff('EXIF', text(NAME)), riff('XMP ', text(NAME))];
    const result = cleaned(riff('RIFF', Buffer.concat([text('WEBP'), ...body])));
    const bare = Buffer.from([0x10, 0, 0, 0, 9, 0, 0, 9, 0, 0]);
    expect(Buffer.from(result.bytes)).toEqual(
      riff('RIFF', Buffer.concat([text('WEBP'), riff('VP8X', bare), riff('VP8 ', Buffer.alloc(7, 5))])),
    );
    expect(result.removed).toEqual(['EXIF', 'XMP']);
  });

  it('takes comments and XMP out of a GIF, and keeps its loop', () => {
    const sub = (value: string) => Buffer.concat([Buffer.from([value.length]), text(value), Buffer.from([0])]);
    const head = Buffer.concat([text('GIF89a'), Buffer.from([1, 0, 1, 0, 0x80, 0, 0]), Buffer.alloc(6)]);
    const loop = Buffer.concat([Buffer.from([0x21, 0xff, 11]), text('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0])]);
    const picture = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
    const dirty = [
      head,
      Buffer.concat([Buffer.from([0x21, 0xfe]), sub(NAME)]),
      loop,
      Buffer.concat([Buffer.from([0x21, 0xff, 11]), text('XMP DataXMP'), sub(NAME)]),
      picture,
      Buffer.from([0x3b]),
      text(NAME),
    ];
    const result = cleaned(Buffer.concat(dirty));
    expect(Buffer.from(result.bytes)).toEqual(Buffer.concat([head, loop, picture, Buffer.from([0x3b])]));
    expect(result.removed).toEqual(['GIF-commentaar', 'XMP', 'bytes na het beeld']);
  });

  it('empties the metadata boxes of an MP4 without moving a byte of the film', () => {
    const film = Buffer.alloc(40, 9);
    const file = Buffer.concat([
      box('ftyp', text('isom\0\0\0\0')),
      box('moov', Buffer.concat([box('trak', box('udta', text(NAME))), box('udta', box('meta', text(NAME)))])),
      box('mdat', film),
      box('uuid', text(NAME)),
      box('free', text(NAME)),
    ]);
    const result = cleaned(file);
    expect(result.mime).toBe('video/mp4');
    expect(result.removed).toEqual(['MP4-udta', 'MP4-uuid', 'MP4-free']);
    expect(result.bytes).toHaveLength(file.length);
    expect(Buffer.from(result.bytes).indexOf(film)).toBe(file.indexOf(film));
    expect(holds(result.bytes, 'Fenna')).toBe(false);
    expect(holds(result.bytes, 'udta')).toBe(false);
  });

  it.each([
    ['SVG', text(`<svg xmlns="http://www.w3.org/2000/svg"><title>${NAME}</title></svg>`)],
    ['HTML', text('<!doctype html>')],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG that is cut off', jpeg(jfif, tables).subarray(0, -4)],
    ['a PNG with a length beyond its end', png().subarray(0, 40)],
    ['an MP4 with a box beyond its end', box('ftyp', Buffer.alloc(8)).subarray(0, 12)],
    ['a GIF without an end', text('GIF89a\x01\0\x01\0\0\0\0,')],
  ])('refuses %s, whatever the server calls it', (_, bytes) => {
    expect(cleanMedia(bytes, 'image/jpeg')).toBe('not-readable');
  });

  it('never throws on bytes that were damaged on the way', () => {
    const whole = jpeg(jfif, icc, tables);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = 255 - (damaged[at] ?? 0);
      expect(() => cleanMedia(damaged, 'image/jpeg')).not.toThrow();
    }
  });
});

const folder = '../shared/fixtures/_media';
const isThere = existsSync(folder);
if (!isThere) console.warn(`OVERGESLAGEN: ${folder} ontbreekt`);

describe.skipIf(!isThere)('pictures made by cameras and programs', () => {
  it('takes artist, place and copyright out of a photo', () => {
    const result = cleaned(readFileSync(`${folder}/photo-exif-gps-artist.jpg`));
    expect(result.removed).toContain('EXIF');
    expect(holds(result.bytes, 'Exif')).toBe(false);
  });
  it('takes the comment out of a PNG', () => {
    expect(cleaned(readFileSync(`${folder}/photo-comment.png`)).removed.length).toBeGreaterThan(0);
  });
});
