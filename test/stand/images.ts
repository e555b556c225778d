/** Real picture bytes, made by code: PNG by deflate, JPEG as flat 8×8 blocks (only DC values). No picture of anything. */
import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

/** Two colours that belong to a key: distinct for different keys, always the same for one. */
export function coloursOf(key: string): [Colour, Colour] {
  let hash = 7;
  for (const character of key) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return [hue(hash % 360, 0.55), hue((hash + 150) % 360, 0.8)];
}

function hue(degrees: number, light: number): Colour {
  const channel = (shift: number): number => {
    const wave = Math.cos(((degrees + shift) * Math.PI) / 180);
    return Math.round(255 * Math.min(1, Math.max(0, light + 0.28 * wave)));
  };
  return [channel(0), channel(-120), channel(120)];
}

/** An avatar: a checker of two colours (leak-canaries C2). */
export function checker(key: string, size = 48): Buffer {
  const [one, other] = coloursOf(key);
  const cell = Math.max(1, Math.floor(size / 4));
  return png(size, size, (x, y) => ((Math.floor(x / cell) + Math.floor(y / cell)) % 2 ? one : other));
}

export function png(width: number, height: number, colour: (x: number, y: number) => Colour): Buffer {
  const raw = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) raw.set(colour(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), framed.length - 4);
  return framed;
}

/** A photo of the stand: sky and ground in the key's colours. `artist` goes into the EXIF data. */
export function jpeg(key: string, width: number, height: number, artist?: string): Buffer {
  const [sky, ground] = coloursOf(key);
  const [columns, rows] = [Math.ceil(width / 8), Math.ceil(height / 8)];
  const bits = new Bits();
  let before: Colour = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isSky = row < rows * (0.5 + 0.15 * Math.sin((column / columns) * 6));
      const block = levels(isSky ? sky : ground);
      for (const [at, level] of block.entries()) bits.dc(level - (before[at] ?? 0));
      before = block;
    }
  }
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(artist === undefined ? [] : [segment(0xe1, exif(artist))]),
    segment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 1)])),
    segment(0xc0, Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])),
    segment(0xc4, Buffer.from([0x00, ...dcCounts, ...dcCategories])),
    // one AC code only, "end of block": the code 00
    segment(0xc4, Buffer.from([0x10, 0, 1, ...Array.from({ length: 14 }, () => 0), 0])),
    segment(0xda, Buffer.from([3, 1, 0x00, 2, 0x00, 3, 0x00, 0, 63, 0])),
    bits.end(),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** DC values (8 × level) of one flat block in YCbCr. */
function levels([r, g, b]: Colour): Colour {
  const y = 0.299 * r + 0.587 * g + 0.114 * b - 128;
  const cb = -0.1687 * r - 0.3313 * g + 0.5 * b;
  const cr = 0.5 * r - 0.4187 * g - 0.0813 * b;
  return [Math.round(y * 8), Math.round(cb * 8), Math.round(cr * 8)];
}

// Annex K.3 of the JPEG standard: the code lengths for DC categories 0–11.
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcCategories = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const dcCodes = ['00', '010', '011', '100', '101', '110', '1110', '11110', '111110', '1111110', '11111110', '111111110'];

class Bits {
  private readonly bytes: number[] = [];
  private pending = '';

  /** One flat block: the difference with the block before, then "end of block". */
  dc(difference: number): void {
    const category = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
    const value = difference < 0 ? difference + (1 << category) - 1 : difference;
    this.write(`${dcCodes[category] ?? ''}${category ? value.toString(2).padStart(category, '0') : ''}00`);
  }

  end(): Buffer {
    while (this.pending.length % 8) this.pending += '1';
    this.write('');
    return Buffer.from(this.bytes);
  }

  private write(code: string): void {
    this.pending += code;
    while (this.pending.length >= 8) {
      const byte = Number.parseInt(this.pending.slice(0, 8), 2);
      this.bytes.push(byte, ...(byte === 0xff ? [0] : []));
      this.pending = this.pending.slice(8);
    }
  }
}

function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
}

/** EXIF with one entry: Artist (0x013B). */
function exif(artist: string): Buffer {
  const value = Buffer.from(`${artist}\0`, 'utf8');
  const directory = Buffer.alloc(8 + 2 + 12 + 4);
  directory.write('II*\0', 0, 'latin1');
  directory.writeUInt32LE(8, 4);
  directory.writeUInt16LE(1, 8);
  directory.writeUInt16LE(0x013b, 10);
  directory.writeUInt16LE(2, 12);
  directory.writeUInt32LE(value.length, 14);
  directory.writeUInt32LE(directory.length, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), directory, value]);
}
