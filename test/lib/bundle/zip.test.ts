import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 as crcOfNode } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../lib/bundle/crc32.ts';
import { directoryHeader, endOfDirectory, localHeader } from '../../../lib/bundle/zip-records.ts';
import { bigZip, smallZip, zip } from '../../../lib/bundle/zip.ts';
import { build, bytesOf, captureB, mediaFiles } from './sample.ts';
import { unzipped } from './unzipped.ts';

const now = '2026-07-20T10:20:31.500Z';
const contents: Readonly<Record<string, Uint8Array>> = {
  'VS-1/bagit.txt': new TextEncoder().encode('BagIt-Version: 1.0\n'),
  'VS-1/data/a/a-media-01.png': mediaFiles.png,
  'VS-1/data/a/a-weergave.html': new TextEncoder().encode('<p>ééñ \u{1F600}</p>'.repeat(500)),
  'VS-1/data/a/leeg.txt': new Uint8Array(),
};
const files = Object.entries(contents).map(([path, bytes]) => ({
  path,
  size: bytes.length,
  isText: !path.endsWith('.png'),
  bytes: async () => bytes,
}));

async function read(archive: Blob) {
  const entries = (await new ZipReader(
    new Uint8ArrayReader(new Uint8Array(await archive.arrayBuffer())),
  ).getEntries()) as FileEntry[]; // there are no directories in it
  return Promise.all(
    entries.map(async (entry) => ({
      path: entry.filename,
      isDirectory: entry.directory,
      method: entry.uncompressedSize === 0 ? 'any' : entry.compressionMethod,
      date: entry.rawLastModDate,
      flags: entry.rawBitFlag,
      madeBy: entry.versionMadeBy >> 8,
      bytes: Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString('hex'),
    })),
  );
}

describe('the two zip writers', () => {
  it('give the same entries: order, dates, flags, methods and contents', async () => {
    const small = await read(await smallZip(files, now));
    expect(await read(await bigZip(files, now))).toEqual(small);
    expect(small.map(({ path }) => path)).toEqual(Object.keys(contents));
    expect(small.every(({ isDirectory }) => !isDirectory)).toBe(true);
  });

  it.each([
    ['JSZip', smallZip],
    ['our own writer', bigZip],
  ])('%s deflates text and stores media', async (_name, write) => {
    const [bagit, media] = await read(await write(files, now));
    expect([bagit?.method, media?.method]).toEqual([8, 0]);
  });

  it.each([
    ['JSZip', smallZip],
    ['our own writer', bigZip],
  ])('%s gives the same bytes twice', async (_name, write) => {
    const [one, two] = [await write(files, now), await write(files, now)];
    expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer()))).toBe(true);
  });

  it.each([
    ['JSZip', smallZip],
    ['our own writer', bigZip],
  ])('%s is accepted by unzip', async (name, write) => {
    if (!existsSync('/usr/bin/unzip')) return console.warn('OVERGESLAGEN: unzip ontbreekt op deze machine');
    const path = join(mkdtempSync(join(tmpdir(), 'zip-')), `${name}.zip`);
    writeFileSync(path, new Uint8Array(await (await write(files, now)).arrayBuffer()));
    expect(execFileSync('/usr/bin/unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
  });

  it('counts more files than 16 bits hold, and places beyond 4 GB, in 64 bits', () => {
    const end = Buffer.from(endOfDirectory({ files: 70_000, bytes: 9, offset: 5_000_000_000 }));
    expect(end.readUInt32LE()).toBe(0x0606_4b50);
    expect([end.readBigUInt64LE(32), end.readBigUInt64LE(48)]).toEqual([70_000n, 5_000_000_000n]);
    expect(end.readUInt16LE(end.lastIndexOf('PK\u0005\u0006') + 10)).toBe(0xffff);
    const film = { path: Buffer.from('film.mp4'), crc: 1, packed: 5e9, size: 5e9, isDeflated: false, offset: 6e9 };
    const local = Buffer.from(localHeader(film, 0));
    expect([local.readUInt32LE(22), local.readBigUInt64LE(local.length - 8)]).toEqual([0xffff_ffff, 5_000_000_000n]);
    const central = Buffer.from(directoryHeader(film, 0));
    expect(central.readBigUInt64LE(central.length - 8)).toBe(6_000_000_000n);
  });

  it('takes the check sum of bytes in any pieces as others do', () => {
    const bytes = Buffer.from('De gemeente antwoordt op werkdagen. '.repeat(9));
    expect(crc32(bytes)).toBe(crcOfNode(bytes));
    expect(crc32(bytes.subarray(13), crc32(bytes.subarray(0, 13)))).toBe(crcOfNode(bytes));
  });

  it('asks for each file when it is its turn, so that not all are in memory', async () => {
    const asked: string[] = [];
    const done: string[] = [];
    const lazy = files.map((file) => ({ ...file, bytes: async () => (asked.push(`${file.path}|${done.length}`), file.bytes()) }));
    await bigZip(lazy, now, (path) => done.push(path));
    expect(asked.map((line) => line.split('|')[1])).toEqual(['0', '1', '2', '3']);
  });

  it('take turns at the boundary, and a whole package unpacks to the same tree from both (D21)', async () => {
    const tree = await unzipped(await bytesOf(await build(await captureB())));
    const content = [...tree].map(([path, bytes]) => ({
      path,
      size: bytes.length,
      isText: !/\.(?:png|jpg|gif|wacz)$/.test(path),
      bytes: async () => (path.endsWith('.wacz') ? new Blob([bytes as BlobPart]) : bytes), // never shared memory here
    }));
    const size = content.reduce((sum, file) => sum + file.size, 0);
    const [at, above] = [await zip(content, now, undefined, size), await zip(content, now, undefined, size - 1)];
    expect(Buffer.from(await at.arrayBuffer()).equals(Buffer.from(await (await smallZip(content, now)).arrayBuffer()))).toBe(true);
    expect(Buffer.from(await above.arrayBuffer()).equals(Buffer.from(await (await bigZip(content, now)).arrayBuffer()))).toBe(true);
    expect(await read(above)).toEqual(await read(at));
  });
});
