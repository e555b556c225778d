/** Pictures in a view: as many as fit, each once. */
import { describe, expect, it } from 'vitest';
import type { MediaRecord } from '../../../lib/model/capture.ts';
import { pictureUris } from '../../../lib/bundle/dataUri.ts';
import { png } from './sample.ts';

const bytes = png(8, 8, [11, 92, 107]);
const media = async () => new Blob([bytes as BlobPart]); // no shared memory
const kept = (sha256: string): MediaRecord => ({
  state: 'kept',
  kind: 'image',
  url: `https://media.voorbeeld.example/${sha256}`,
  mime: 'image/png',
  sha256,
  bytes: bytes.length,
});

describe('pictures in a view', () => {
  it('are taken in order until the room is used, each once', async () => {
    const records = ['a', 'a', 'b', 'c'].map(kept);
    expect([...(await pictureUris(records, media, bytes.length * 2)).keys()]).toEqual(['a', 'b']);
    expect([...(await pictureUris(records, media, bytes.length * 3)).keys()]).toEqual(['a', 'b', 'c']);
  });

  it('are the file’s own bytes, and nothing of what was never kept', async () => {
    const missing: MediaRecord = { state: 'missing', kind: 'image', reason: 'gone' };
    const found = await pictureUris([missing, kept('a')], media, 1_000_000);
    expect([...found]).toEqual([['a', `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`]]);
  });
});
