import { describe, expect, it } from 'vitest';
import { dataUri } from '../../../lib/bundle/dataUri.ts';
import { withoutInlined } from '../../../lib/bundle/inlined.ts';
import { sha256Hex } from '../../../lib/model/chain.ts';

const [one, other] = [new Uint8Array([1, 2, 250, 4]), new Uint8Array([9, 8, 7])];
const view = (...pictures: Uint8Array[]) => pictures.map((bytes) => `<img alt="" src="${dataUri(bytes, 'image/png')}">`).join('');

describe('a view before the gate', () => {
  it('loses the pictures that were looked at as files, and keeps every other one', async () => {
    const lookedAt = new Set([await sha256Hex(one)]);
    const read = await withoutInlined(view(one, other, one), lookedAt);
    expect(read).toBe(`<img alt="" src="data:,">${view(other)}<img alt="" src="data:,">`);
  });

  it('keeps base64 that only looks like a picture: a name can be written in it', async () => {
    const name = `<img src="data:image/png;base64,${btoa('Fenna Kanariezoon')}">data:image/png;base64,A===`;
    expect(await withoutInlined(name, new Set([await sha256Hex(one)]))).toBe(name);
  });
});
