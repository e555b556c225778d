/** T20, T21: thirty ways to alter a package or its log afterwards; each is found under its own name. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '../../../lib/bundle/bag.ts';
import { publicKeyPem, toDer } from '../../../lib/bundle/evidence/signature.ts';
import type { Handeling } from '../../../lib/model/log.ts';
import { rowProblems, verifyPackage } from '../../../lib/bundle/verify.ts';
import type { VerifyOptions } from '../../../lib/bundle/verify.ts';
import { openAuthority } from '../../tsa/authority.ts';
import type { Authority } from '../../tsa/authority.ts';
import { build, captureB } from './sample.ts';
import { stamping, testFingerprint, testSealing } from './sealing.ts';
import { unzipped } from './unzipped.ts';
import type { Files } from './unzipped.ts';

const root = 'VS-20261120-0001/';
const home = `${root}data/VS-20261120-0001/`;
const post = `${home}bericht-1859000000000000001/bericht-1859000000000000001`;
const reactions = `${home}reacties-1859000000000000001/reacties-1859000000000000001`;
const log = `${home}verantwoording-VS-20261120-0001/verantwoording-VS-20261120-0001-handelingen.json`;
const logName = log.slice(home.length);
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let authority: Authority;
let original: Files;
let successor: Files;
let otherStamp: Uint8Array;
const forger = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

beforeAll(async () => {
  authority = openAuthority();
  const sealing = testSealing({ authorities: [stamping(authority)] });
  const first = await build(await captureB(), { sealing });
  original = await unzipped(first);
  const lines = JSON.parse(decode(original.get(log))) as { regels: { seq: number; hash: string }[] };
  const head = lines.regels.at(-1)!;
  const previous = { id: 'VS-20261120-0001', tagmanifest: sha(first.tagmanifest), logSeq: head.seq, logHash: head.hash };
  const next = { ...(await captureB()), id: 'VS-20261120-0002' };
  successor = await unzipped(await build(next, { sealing: testSealing({ authorities: [stamping(authority)], previous }) }));
  otherStamp = successor.get('VS-20261120-0002/tagmanifest-sha256.txt.tsr')!;
});
afterAll(() => authority.close());

async function pack(files: Iterable<readonly [string, Uint8Array]>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, extendedTimestamp: false, dataDescriptor: false });
  for (const [path, bytes] of files) await writer.add(path, new Uint8ArrayReader(bytes), { level: path.endsWith('.wacz') ? 0 : 6 });
  return writer.close();
}
const inOrder = (files: Files) => [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));

function flip(files: Files, path: string, part = 0.5): Files {
  const bytes = files.get(path)!.slice();
  bytes[Math.floor(bytes.length * part)]! ^= 1;
  return files.set(path, bytes);
}
function edit(files: Files, path: string, from: string | RegExp, to: string): Files {
  const text = decode(files.get(path));
  if (text.replace(from, to) === text) throw new Error(`nothing to change in ${path}`);
  return files.set(path, encode(text.replace(from, to)));
}
/** What a careful forger does: description, manifests and Oxum fit again. He has no key. */
function reseal(files: Files): Files {
  for (const [path, bytes] of files) {
    const description = files.get(`${path}.bestand.mdto.xml`);
    if (description) redescribe(files, `${path}.bestand.mdto.xml`, bytes);
  }
  const payload = [...files]
    .filter(([path]) => path.startsWith(`${root}data/`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path: path.slice(root.length), sha256: sha(bytes), size: bytes.length }));
  files.set(`${root}manifest-sha256.txt`, encode(manifest(payload)));
  const oxum = `Payload-Oxum: ${payload.reduce((sum, { size }) => sum + size, 0)}.${payload.length}`;
  files.set(`${root}bag-info.txt`, encode(decode(files.get(`${root}bag-info.txt`)).replace(/Payload-Oxum: .*/, oxum)));
  const tags = [...files]
    .filter(([path]) => !path.startsWith(`${root}data/`) && !path.includes('tagmanifest'))
    .map(([path, bytes]) => ({ path: path.slice(root.length), sha256: sha(bytes) }));
  return files.set(`${root}tagmanifest-sha256.txt`, encode(manifest(tags)));
}
function redescribe(files: Files, path: string, bytes: Uint8Array): void {
  const text = decode(files.get(path)).replace(/<omvang>\d+([\s\S]*?)[0-9a-f]{64}/, `<omvang>${bytes.length}$1${sha(bytes)}`);
  files.set(path, encode(text));
}
/** And what he can do with a key of his own, and a stamp he bought. */
async function resign(files: Files): Promise<Files> {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', forger.publicKey));
  files.set(`${root}openbare-sleutel.pem`, encode(publicKeyPem(spki)));
  files.set(
    `${root}bag-info.txt`,
    encode(decode(files.get(`${root}bag-info.txt`)).replace(/(Vingerafdruk: ).*/, `$1${sha(spki)}`)),
  );
  const signed = reseal(files).get(`${root}tagmanifest-sha256.txt`)!;
  const bare = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, forger.privateKey, Uint8Array.from(signed));
  files.set(`${root}tagmanifest-sha256.txt.sig`, toDer(new Uint8Array(bare)));
  return files.set(`${root}tagmanifest-sha256.txt.tsr`, (await stamping(authority).stamp(signed))!);
}
const drop = (files: Files, ...paths: string[]): Files => {
  for (const path of paths) if (!files.delete(path)) throw new Error(`no ${path}`);
  return files;
};
function rename(files: Files, from: string, to: string): Files {
  const bytes = files.get(from)!;
  return drop(files, from).set(to, bytes);
}
/** Changes the lines of the log as an insider would. */
function relog(files: Files, change: (lines: { seq: number; tijd: string; resultaat: string }[]) => unknown[]): Files {
  const account = JSON.parse(decode(files.get(log))) as { regels: { seq: number; tijd: string; resultaat: string }[] };
  return files.set(log, encode(JSON.stringify({ ...account, regels: change(account.regels) })));
}
const reaction =
  /(\{\s*"id": "urn:veiligsteller:VS-20261120-0001:reactie-0001"[\s\S]*?)(\{\s*"id": "urn:veiligsteller:VS-20261120-0001:antwoord-)/;

type Alteration = readonly [name: string, change: (files: Files) => Files | Promise<Files>, told: string];
const changed = (path: string) => `${path}: de inhoud heeft een andere SHA-256`;
const p = (path: string) => path.slice(root.length);

const alterations: readonly Alteration[] = [
  ['a byte of a picture', (f) => flip(f, `${post}-media-01.png`), changed(p(`${post}-media-01.png`))],
  ['a byte of a record', (f) => flip(f, `${post}-gegevens.json`), changed(p(`${post}-gegevens.json`))],
  ['a byte of a view', (f) => flip(f, `${post}-weergave.html`), changed(p(`${post}-weergave.html`))],
  ['a byte of a description', (f) => flip(f, `${home}VS-20261120-0001.mdto.xml`), changed(p(`${home}VS-20261120-0001.mdto.xml`))],
  ['a byte of the instructions', (f) => flip(f, `${root}LEESMIJ.txt`), changed('LEESMIJ.txt')],
  ['a byte of the manifest', (f) => flip(f, `${root}manifest-sha256.txt`), changed('manifest-sha256.txt')],
  [
    'a byte of the tag manifest',
    (f) => flip(f, `${root}tagmanifest-sha256.txt`, 0.01),
    'tagmanifest-sha256.txt.sig: is niet de handtekening van deze sleutel over tagmanifest-sha256.txt',
  ],
  ['a byte of the key', (f) => flip(f, `${root}openbare-sleutel.pem`), changed('openbare-sleutel.pem')],
  ['a byte of the root', (f) => flip(f, `${root}merkle-sha256.txt`, 0.8), changed('merkle-sha256.txt')],
  [
    'a byte of the time-stamp',
    (f) => flip(f, `${root}tagmanifest-sha256.txt.tsr`, 0.98),
    'tagmanifest-sha256.txt.tsr: de handtekening van de autoriteit klopt niet',
  ],
  [
    'another root certificate',
    (f) => reseal(f.set(`${root}tijdstempel-wortel.pem`, readFileSync('test/tsa/vectors/ca.pem'))),
    'tagmanifest-sha256.txt.tsr: gaat niet over deze tagmanifest-sha256.txt',
  ],
  [
    'an entry added',
    (f) => f.set(`${post}-extra.txt`, encode('x')),
    `${p(`${post}-extra.txt`)}: staat niet in manifest-sha256.txt`,
  ],
  ['an entry added to the bag', (f) => f.set(`${root}extra.txt`, encode('x')), 'extra.txt: staat niet in tagmanifest-sha256.txt'],
  [
    'an entry removed',
    (f) => drop(f, `${post}-media-01.png`),
    `${p(`${post}-media-01.png`)}: ontbreekt, maar staat in manifest-sha256.txt`,
  ],
  [
    'an entry renamed',
    (f) => rename(f, `${post}-media-01.png`, `${post}-media-09.png`),
    `${p(`${post}-media-09.png`)}: staat niet in manifest-sha256.txt`,
  ],
  ['the signature removed', (f) => drop(f, `${root}tagmanifest-sha256.txt.sig`), 'tagmanifest-sha256.txt.sig: ontbreekt'],
  [
    'the time-stamp removed',
    (f) => drop(f, `${root}tagmanifest-sha256.txt.tsr`),
    'tagmanifest-sha256.txt.tsr: ontbreekt, maar staat in bag-info.txt',
  ],
  [
    'a stamp added',
    (f) => f.set(`${root}tagmanifest-sha256.txt.2.tsr`, otherStamp),
    'tagmanifest-sha256.txt.2.tsr: staat niet in bag-info.txt',
  ],
  [
    'a word of a reaction, with hash and manifests replaced',
    (f) => reseal(edit(f, `${reactions}-gegevens.json`, 'Wanneer geldt', 'Waarom geldt')),
    'reacties-1859000000000000001/reactie-0001: is niet het gegeven dat in de boom staat',
  ],
  [
    'a reaction taken out, with hash and manifests replaced',
    (f) => reseal(edit(f, `${reactions}-gegevens.json`, reaction, '$2')),
    'verantwoording-VS-20261120-0001-bewijs.json: noemt 16 gegevens, in het pakket staan er 15',
  ],
  [
    'two reactions in another order',
    (f) => reseal(swapped(f)),
    'reacties-1859000000000000001/reactie-0002: staat waar reacties-1859000000000000001/reactie-0001 hoort',
  ],
  [
    'a picture with hash, description and manifests replaced',
    (f) => reseal(f.set(`${post}-media-01.png`, f.get(`${post}-media-01.png`)!.slice(0, -1))),
    'bericht-1859000000000000001-media-01.png: is niet het bestand dat in bericht-1859000000000000001/bericht-1859000000000000001-gegevens.json staat',
  ],
  [
    'everything replaced and signed with another key',
    (f) => resign(edit(f, `${post}-weergave.html`, 'Vandaag', 'Gisteren')),
    `openbare-sleutel.pem: is niet de sleutel die u verwacht (${testFingerprint})`,
  ],
  [
    'a log line changed',
    (f) => reseal(relog(f, (lines) => lines.map((line) => (line.seq === 2 ? { ...line, resultaat: 'mislukt' } : line)))),
    `${logName}: regel 2 is veranderd`,
  ],
  [
    'the clock moved back in the log',
    (f) => reseal(relog(f, (lines) => lines.map((line) => (line.seq === 3 ? { ...line, tijd: '2026-11-20T09:00:00Z' } : line)))),
    `${logName}: regel 3 is veranderd; haar tijd ligt vóór die van regel 2`,
  ],
  [
    'a log line taken out',
    (f) => reseal(relog(f, (lines) => lines.filter(({ seq }) => seq !== 2))),
    `${logName}: regel 2 ontbreekt`,
  ],
  [
    'log lines in another order',
    (f) => reseal(relog(f, ([a, b, c, ...rest]) => [a, c, b, ...rest])),
    `${logName}: regel 2 staat niet op volgorde`,
  ],
  [
    'the log cut off at the end',
    (f) => reseal(relog(f, (lines) => lines.slice(0, -1))),
    `${logName}: eindigt bij regel 3, en niet bij regel 4`,
  ],
  [
    'the log cut off at the beginning',
    (f) => reseal(relog(f, (lines) => lines.slice(1))),
    `${logName}: begint bij regel 2, en niet bij regel 1`,
  ],
];

function swapped(files: Files): Files {
  const path = `${reactions}-gegevens.json`;
  const record = JSON.parse(decode(files.get(path))) as { orderedItems: { id: string }[] };
  const [first, second] = ['reactie-0001', 'reactie-0002'].map((key) =>
    record.orderedItems.findIndex(({ id }) => id.endsWith(key)),
  );
  const items = [...record.orderedItems];
  [items[first!], items[second!]] = [items[second!]!, items[first!]!];
  return files.set(path, encode(JSON.stringify({ ...record, orderedItems: items })));
}

const options: VerifyOptions = { expectedKey: testFingerprint };
async function told(files: Files, order = inOrder(files)): Promise<string[]> {
  const report = await verifyPackage(await pack(order), options);
  expect(report.ok).toBe(false);
  return report.checks.flatMap(({ detail }) => detail ?? []);
}

describe('an alteration', () => {
  it('is not seen where there is none', async () => {
    const report = await verifyPackage(await pack(inOrder(original)), options);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.facts.tokens).toHaveLength(1);
  });

  it.each(alterations)('is found by its own name: %s', async (_name, change, expected) => {
    expect(await told(await change(new Map(original)))).toContain(expected);
  });

  it('of the order of the zip is found by the entry that strayed', async () => {
    const files = inOrder(original);
    const [second] = files.splice(1, 1);
    expect(await told(original, [...files, second!])).toEqual([expect.stringContaining('staat niet op zijn plaats in de zip')]);
  });

  it('has a name of its own, thirty and more', () => {
    const names = alterations.map(([, , expected]) => expected);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length + 3).toBeGreaterThanOrEqual(30); // the zip's order, and two in the row of packages
  });
});

const facts = async (files: Files) => (await verifyPackage(await pack(inOrder(files)))).facts;

describe('packages in a row', () => {
  it('name each other', async () => {
    expect(rowProblems([await facts(original), await facts(successor)])).toEqual([
      'VS-20261120-0002: de handelingenlog gaat niet verder dan die van VS-20261120-0001',
    ]); // the sample's second log is not the first's continuation
  });

  it('betray an older package that was put back, also when it is whole and signed', async () => {
    const older = await unzipped(
      await build(await captureB(), { sealing: testSealing({ authorities: [stamping(authority)], seed: new Uint8Array(32) }) }),
    );
    const problems = rowProblems([await facts(older), await facts(successor)]);
    expect(problems).toContain('VS-20261120-0001: is niet het pakket dat VS-20261120-0002 als zijn voorganger noemt');
    expect(rowProblems([await facts(older), await facts(original)])).toEqual([
      'VS-20261120-0001: er zijn twee verschillende pakketten met dit kenmerk',
    ]);
  });

  it('betray a log that was cut off, also when the insider signed again', async () => {
    const cut = relog(new Map(original), (lines) => lines.slice(0, -1));
    const third = (JSON.parse(decode(cut.get(log))) as { regels: { hash: string }[] }).regels.at(-1)!;
    edit(cut, `${root}bag-info.txt`, /(Handelingenlog-Kop: ).*/, `$11-3 ${third.hash}`);
    const forged = await facts(await resign(cut));
    expect(rowProblems([forged, await facts(successor)])).toContain(
      'VS-20261120-0001: de handelingenlog eindigt bij regel 3; VS-20261120-0002 noemt regel 4',
    );
  });
});

describe('lines about citizens’ letters', () => {
  it('stay out of the log without being missed, and every other gap is told', async () => {
    const [first, other, ...rest] = (JSON.parse(decode(original.get(log))) as { regels: Handeling[] }).regels;
    const files = await unzipped(await build(await captureB(), { log: [first!, ...rest] }));
    expect(decode(files.get(`${root}bag-info.txt`))).toContain(`Handelingenlog-Weggelaten: ${other!.seq}\n`);
    expect((await verifyPackage(await pack(inOrder(files)))).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
