import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isNamed, sha256OfBlob, sumsOfBlob } from '../../../lib/bundle/sha256.ts';

describe('the hash of a big file, piece by piece', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 4_194_303, 4_194_304, 4_194_305, 9_000_001])(
    'equals the standard one for %i bytes',
    async (size) => {
      const bytes = Buffer.alloc(size);
      for (let n = 0; n < size; n += 1) bytes[n] = (n * 31 + (n >> 8)) & 0xff;
      expect(await sha256OfBlob(new Blob([bytes]), 0)).toBe(createHash('sha256').update(bytes).digest('hex'));
    },
  );
});

it.each([0, 70_000_000])('gives both sums of one reading, read whole below %i bytes', async (wholeBelow) => {
  const bytes = Buffer.alloc(2_500_000);
  for (let n = 0; n < bytes.length; n += 1) bytes[n] = (n * 17 + (n >> 7)) & 0xff;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await sumsOfBlob(new Blob([bytes]), wholeBelow)).toEqual({ sha256, crc32: crc32(bytes) });
});

it('tells bytes that are what they are called from bytes with one bit turned over', async () => {
  const bytes = Buffer.from('een pakket');
  const name = createHash('sha256').update(bytes).digest('hex');
  expect(await isNamed(new Blob([bytes]), name)).toBe(true);
  bytes[4]! ^= 1;
  expect(await isNamed(new Blob([bytes]), name)).toBe(false);
});
