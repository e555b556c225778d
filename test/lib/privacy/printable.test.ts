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

describe('text in bytes', () => {
  it.each([...latin, ...others])('is found in UTF-8 and in UTF-16: %s', (name) => {
    const wide = Buffer.from(name, 'utf16le');
    for (const bytes of [Buffer.from(name), wide, Buffer.from(wide).swap16()]) expect(printable(within(bytes))).toContain(name);
  });

  it.each(latin)('is found in Latin-1: %s', (name) => {
    expect(printable(within(Buffer.from(name, 'latin1')))).toContain(name);
  });

  it('is hardly there by chance', () => {
    expect(printable(noise(1_000_000)).length).toBeLessThan(10_000);
  });
});
