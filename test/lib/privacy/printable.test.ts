import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../lib/privacy/printable.ts';

// invented names
const latin = ['Fenna van Kanariezoon', 'Åse Blåbærsen', 'Zoë Kanariëzoon'];
const others = ['Françoise Kanaržáček', 'Şükrü Örnekoğlu', 'Лена Примерова', 'Ελένη Δοκιμαστική', 'فاطمة مثاليةزاده'];

const noise = (length: number): Buffer => {
  let state = 7;
  return Buffer.from(Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 16));
};

const within = (bytes: Buffer): Uint8Array =>
  Buffer.concat([noise(999), Buffer.from([0, 0, 255]), bytes, Buffer.from([255, 0]), noise(99)]);

/** A name, or a piece of one, in one of the alphabets. */
const written = fc
  .tuple(fc.constantFrom(...latin, ...others, 'abc'), fc.constantFrom('utf8', 'latin1', 'utf16le', 'utf16be'), fc.nat(50))
  .map(([name, encoding, length]) => {
    const bytes = encoding === 'utf16be' ? Buffer.from(name, 'utf16le').swap16() : Buffer.from(name, encoding as BufferEncoding); // one of the others
    return bytes.subarray(0, length);
  });

/** What stands in the bytes, looked at one character after the other. */
function plainly(bytes: Uint8Array): Set<string> {
  const wide = (from: number, encoding: string) => runs(bytes, encoding, from, (at) => (isWide(bytes, at, encoding) ? 2 : 0), 2);
  return new Set([
    ...runs(bytes, 'utf-8', 0, (at) => narrowSize(bytes, at), 1),
    ...runs(bytes, 'latin1', 0, (at) => (isLatin(bytes, at) ? 1 : 0), 1),
    ...[0, 1].flatMap((from) => [...wide(from, 'utf-16le'), ...wide(from, 'utf-16be')]),
  ]);
}

/** `sizeAt`: bytes of the character there, 0 for none. */
function runs(bytes: Uint8Array, encoding: string, from: number, sizeAt: (at: number) => number, step: number): string[] {
  const found: string[] = [];
  let [start, count] = [from, 0];
  for (let at = from; at + step <= bytes.length + step;) {
    const size = at + step <= bytes.length ? sizeAt(at) : 0;
    count += size > 0 ? 1 : 0;
    at += size || step;
    if (size > 0) continue;
    if (count >= 10) found.push(new TextDecoder(encoding).decode(bytes.subarray(start, Math.min(at - step, bytes.length))));
    [start, count] = [at, 0];
  }
  return found;
}

const isPlain = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || [9, 10, 13].includes(byte);
const isSmall = (byte = 0): boolean => byte >= 0x61 && byte <= 0x7a;

function narrowSize(bytes: Uint8Array, at: number): number {
  const [first = 0, ...more] = bytes.subarray(at, at + 4);
  if (first < 0x80) return isPlain(first) ? 1 : 0;
  if (first < 0xc2 || first > 0xf4) return 0;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const further = more.slice(0, size - 1);
  return further.length === size - 1 && further.every((byte) => byte >= 0x80 && byte < 0xc0) ? size : 0;
}

function isLatin(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return byte < 0x80 ? isPlain(byte) : byte >= 0xc0 && (isSmall(bytes[at + 1]) || isSmall(bytes[at - 1]));
}

function isWide(bytes: Uint8Array, at: number, encoding: string): boolean {
  const [one = 0, two = 0] = bytes.subarray(at, at + 2);
  const [high, low] = encoding === 'utf-16be' ? [one, two] : [two, one];
  return high === 0 ? low === 9 || (low >= 0x20 && low < 0x7f) || low >= 0xa0 : high <= 6 || high === 0x1e;
}

describe('text in bytes', () => {
  it.each([...latin, ...others])('is found in UTF-8 and in UTF-16: %s', (name) => {
    const wide = Buffer.from(name, 'utf16le');
    for (const bytes of [Buffer.from(name), wide, Buffer.from(wide).swap16()]) expect(printable(within(bytes))).toContain(name);
  });

  it.each(latin)('is found in Latin-1: %s', (name) => {
    expect(printable(within(Buffer.from(name, 'latin1')))).toContain(name);
  });

  it('is the same when read character by character, in bytes of every kind', () => {
    const seen: number[] = [];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uint8Array({ maxLength: 30 }), written), { maxLength: 8 }), (parts) => {
        const bytes = Buffer.concat(parts);
        const found = plainly(bytes);
        seen.push(found.size);
        expect(new Set(printable(bytes).split('\n'))).toEqual(new Set([...found].join('\n').split('\n')));
      }),
      { numRuns: 3_000 },
    );
    expect(Math.max(...seen)).toBeGreaterThan(3);
  });

  it('is hardly there by chance', () => {
    expect(printable(noise(1_000_000)).length).toBeLessThan(10_000);
  });
});
