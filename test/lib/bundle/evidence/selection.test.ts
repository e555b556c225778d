import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSelection } from '../../../../lib/bundle/evidence/selection.ts';
import { verifyPackage } from '../../../../lib/bundle/verify.ts';
import type { Report } from '../../../../lib/bundle/verify.ts';
import { openAuthority } from '../../../tsa/authority.ts';
import type { Authority } from '../../../tsa/authority.ts';
import { build, captureB } from '../sample.ts';
import { stamping, testFingerprint, testSealing } from '../sealing.ts';
import { unzipped } from '../unzipped.ts';
import type { Files } from '../unzipped.ts';

const now = '2026-12-01T10:00:00Z';
const places = ['reacties-1859000000000000001/reactie-0001', 'reacties-1859000000000000001/reactie-0005'];
const folder = 'VS-20261120-0001-deelbewijs/';
const encode = (text: string) => new TextEncoder().encode(text);
let authority: Authority;
let source: Blob;
let selection: Files;
let zip: Blob;

beforeAll(async () => {
  authority = openAuthority();
  const sealing = testSealing({ authorities: [stamping(authority)] });
  ({ zip: source } = await build(await captureB(), { sealing }));
  ({ zip } = await makeSelection(source, places, now));
  selection = await unzipped(new Uint8Array(await zip.arrayBuffer()));
});
afterAll(() => authority.close());

async function pack(files: Files): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, extendedTimestamp: false, dataDescriptor: false });
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await writer.add(path, new Uint8ArrayReader(bytes));
  return writer.close();
}
const told = (report: Report) => report.checks.flatMap(({ detail }) => detail ?? []);

const change = (path: string, from: string, to: string) => (files: Files) => {
  const text = new TextDecoder().decode(files.get(folder + path));
  if (!text.includes(from)) throw new Error(`nothing to change in ${path}`);
  return files.set(folder + path, encode(text.replace(from, to)));
};

describe('a deelbewijs', () => {
  it('proves the chosen records alone, with signature and stamp', async () => {
    const report = await verifyPackage(zip, { expectedKey: testFingerprint });
    expect(told(report)).toEqual([]);
    expect(report).toMatchObject({ ok: true, facts: { id: 'VS-20261120-0001', tokens: [{ file: 'tagmanifest-sha256.txt.tsr' }] } });
  });

  it('holds nothing of the records that were left out, nor a hash one could test a guess with', async () => {
    const all = [...selection].map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`).join('\n');
    expect(all).toContain('Wanneer geldt dit voor');
    for (const other of [
      'Dank voor het snelle antwoord',
      'Kijk eens naar deze foto',
      'voorbeeldregeling',
      '-bewijs.json',
      'reactie-0002',
    ]) {
      expect(all).not.toContain(other);
    }
    expect([...selection.keys()].filter((path) => path.includes('gegevens/'))).toHaveLength(2);
  });

  it('is the same zip for the same choice, whatever the order it was made in', async () => {
    const again = await makeSelection(source, places.toReversed(), now);
    expect(new Uint8Array(await again.zip.arrayBuffer())).toEqual(new Uint8Array(await zip.arrayBuffer()));
  });

  it('is not made of nothing, nor of what is not in the package', async () => {
    await expect(makeSelection(source, [], now)).rejects.toMatchObject({ code: 'not-found' });
    await expect(makeSelection(source, ['reacties-1/reactie-9999'], now)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each<[string, (files: Files) => unknown, string]>([
    [
      'a word of a record',
      change('gegevens/0001.json', 'Wanneer', 'Waarom'),
      'reacties-1859000000000000001/reactie-0001: leidt niet naar de wortel',
    ],
    ['a word of the view', change('weergave.html', 'Wanneer', 'Waarom'), 'weergave.html: de inhoud is veranderd'],
    ['the place of a record', change('deelbewijs.json', 'reactie-0001', 'reactie-0002'), 'weergave.html: de inhoud is veranderd'],
    ['the root', change('merkle-sha256.txt', 'Aantal: 1', 'Aantal: 2'), 'merkle-sha256.txt: de inhoud is veranderd'],
    ['the signature', (f) => f.delete(`${folder}tagmanifest-sha256.txt.sig`), 'tagmanifest-sha256.txt.sig: ontbreekt'],
    ['something added', (f) => f.set(`${folder}brief.txt`, encode('x')), 'brief.txt: hoort hier niet'],
    ['the list', (f) => f.set(`${folder}deelbewijs.json`, encode('{')), 'deelbewijs.json: is onleesbaar'],
  ])('is refused by name after a change of %s', async (_name, alter, expected) => {
    const files = new Map(selection);
    alter(files);
    const report = await verifyPackage(await pack(files));
    expect(report.ok).toBe(false);
    expect(told(report).join('\n')).toContain(expected);
  });

  it('is checked with public tools as its instructions say, and refused after a change', async () => {
    if (['openssl', 'sha256sum', 'unzip'].some((tool) => spawnSync('which', [tool]).status !== 0))
      return console.warn('OVERGESLAGEN: openssl, sha256sum of unzip ontbreekt op deze machine');
    const there = mkdtempSync(join(tmpdir(), 'deelbewijs-'));
    writeFileSync(join(there, 'd.zip'), new Uint8Array(await zip.arrayBuffer()));
    execFileSync('unzip', ['-qq', 'd.zip'], { cwd: there });
    const cwd = join(there, folder);
    const lines = readFileSync(join(cwd, 'LEESMIJ-deelbewijs.txt'), 'utf8').split('\n');
    const commands = lines.filter((line) => /^ {2}(?:sha256sum|openssl|for) /.test(line)).map((line) => line.trim());
    expect(commands).toHaveLength(4);
    const results = () => commands.map((command) => spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' }));
    expect(results().map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(results()[2]?.stdout).toBe('bladeren/0001.blad: OK\nbladeren/0002.blad: OK\n');
    const leaf = readFileSync(join(cwd, 'bladeren/0002.blad'));
    leaf.writeUInt8(leaf.readUInt8(80) ^ 1, 80);
    writeFileSync(join(cwd, 'bladeren/0002.blad'), leaf);
    expect(results().map(({ status }) => status)).toEqual([0, 0, 1, 1]);
    rmSync(there, { recursive: true });
    return undefined;
  });
});
