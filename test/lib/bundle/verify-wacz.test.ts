/** What the verification says of the web archive and of big files. The people in the samples are invented. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../../lib/bundle/verify/open.ts';
import { webArchiveChecks } from '../../../lib/bundle/verify/wacz-checks.ts';
import { bigZip } from '../../../lib/bundle/zip.ts';
import { build, captureB } from './sample.ts';
import { unzipped } from './unzipped.ts';
import type { Files } from './unzipped.ts';

const now = '2026-11-20T10:20:00Z';
const path = 'webarchief-VS-1/webarchief-VS-1.wacz';

function zipOf(files: Files, isText = false): Promise<Blob> {
  return bigZip(
    [...files].map(([name, bytes]) => ({ path: name, size: bytes.length, isText, bytes: async () => bytes })),
    now,
  );
}

/** As it stands in a package of which all other checks were made to fit again. */
async function verdict(files: Files): Promise<string> {
  const outer = await openPackage(await bigZip([{ path, size: 0, isText: false, bytes: () => zipOf(files) }], now));
  const [found] = await webArchiveChecks({ id: 'VS-1', files: outer.files, payload: outer.files });
  return (found?.detail ?? []).join(' | ');
}

describe('verifying the web archive', () => {
  let files: Files;
  beforeAll(async () => {
    const all = await unzipped(await build(await captureB()));
    files = await unzipped([...all].find(([name]) => name.endsWith('.wacz'))![1]);
  });

  it('finds nothing wrong with an untouched one', async () => {
    expect(await verdict(files)).toBe('');
  });

  const alterations: readonly (readonly [string, (files: Files) => unknown, string])[] = [
    [
      'one flipped byte in the WARC',
      (all) => (all.get('archive/data.warc')![900]! ^= 1),
      'archive/data.warc heeft een andere omvang of SHA-256',
    ],
    ['a WARC that is gone', (all) => all.delete('archive/data.warc'), 'archive/data.warc ontbreekt'],
    [
      'a file that was added',
      (all) => all.set('pages/extra.jsonl', new Uint8Array(3)),
      'pages/extra.jsonl staat niet in datapackage.json',
    ],
    [
      'another list',
      (all) => all.set('datapackage.json', Buffer.concat([all.get('datapackage.json')!, Buffer.from(' ')])),
      'datapackage.json heeft een andere SHA-256',
    ],
    ['no list', (all) => all.delete('datapackage.json'), 'datapackage.json of datapackage-digest.json ontbreekt of is onleesbaar'],
  ];
  it.each(alterations)('names %s', async (_name, alter, expected) => {
    const changed: Files = new Map([...files].map(([name, bytes]) => [name, bytes.slice()]));
    alter(changed);
    expect(await verdict(changed)).toContain(`${path}: ${expected}`);
  });
});

describe('a file too big to hold', () => {
  it('is hashed piece by piece, and its format is still seen', async () => {
    const film = new Uint8Array(20_000_000);
    film.set(new TextEncoder().encode('\0\0\0\u0018ftypisom'));
    film[19_999_999] = 7;
    const { files, problems } = await openPackage(await zipOf(new Map([['VS-1/film.mp4', film]])));
    expect(problems).toEqual([]);
    expect(files.get('VS-1/film.mp4')).toEqual({
      path: 'VS-1/film.mp4',
      size: 20_000_000,
      puid: 'fmt/199',
      sha256: createHash('sha256').update(film).digest('hex'),
    });
  });

  it('is one that can be read where it stands, when it is a web archive', async () => {
    const film = new Uint8Array(17_000_000).fill(3);
    const archive = await zipOf(new Map([['archive/data.warc', film]]));
    const { files } = await openPackage(await bigZip([{ path, size: 0, isText: false, bytes: async () => archive }], now));
    const blob = files.get(path)?.blob;
    expect(Buffer.from(await blob!.arrayBuffer()).equals(Buffer.from(await archive.arrayBuffer()))).toBe(true);
  });
});
