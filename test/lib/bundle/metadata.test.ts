/** The copy of a picture that a package holds, before a judge of others: no maker, no place, no time in it. People are invented. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cleanMedia } from '../../../lib/privacy/cleanMedia.ts';
import { jpeg } from '../../stand/images.ts';
import { sha256Hex } from '../../../lib/model/chain.ts';
import { build, captureA, ownPost } from './sample.ts';
import { unzipped } from './unzipped.ts';

const isThere = spawnSync('exiftool', ['-ver']).status === 0;
if (!isThere) console.warn('OVERGESLAGEN: exiftool ontbreekt op deze machine (Debian: apt-get install libimage-exiftool-perl)');

const raw = new Uint8Array(jpeg('marktplein', 64, 48, 'Fenna Kanariezoon'));

/** What exiftool says of the pictures of a package with this one in it. */
async function judged(bytes: Uint8Array): Promise<string> {
  const sha256 = await sha256Hex(bytes);
  const media = {
    state: 'kept',
    kind: 'image',
    url: 'https://media.voorbeeld.example/foto.jpg',
    mime: 'image/jpeg',
    sha256,
  } as const;
  const post = await ownPost({ media: [{ ...media, bytes: bytes.length }] });
  const { profile: _none, ...capture } = await captureA({ posts: [post] });
  const files = await unzipped(await build(capture, { media: async () => new Blob([bytes as BlobPart]) }));
  const folder = mkdtempSync(join(tmpdir(), 'metagegevens-'));
  const pictures = [...files].filter(([path]) => path.endsWith('.jpg'));
  for (const [at, [, picture]] of pictures.entries()) writeFileSync(join(folder, `${at}.jpg`), picture);
  const { stdout } = spawnSync('bash', ['scripts/judges.sh', '--metadata-only', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return pictures.length > 0 ? stdout : 'no picture in the package';
}

it.skipIf(!isThere)('exiftool finds nothing in the cleaned copy, and the maker in what was received', async () => {
  const clean = cleanMedia(raw, 'image/jpeg');
  if (clean === 'not-readable') throw new Error('the picture of the stand is not read');
  expect(await judged(raw)).toContain('FOUT  exiftool');
  expect(await judged(clean.bytes)).toBe('  goed  exiftool\n');
});
