/** A stranger's computer: only the package, public tools, no network. LEESMIJ.txt is followed to the letter. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import mdto from '../../../lib/bundle/standards/mdto-xsd.json' with { type: 'json' };
import { openAuthority } from '../../tsa/authority.ts';
import type { Authority } from '../../tsa/authority.ts';
import { build, bytesOf, captureB } from './sample.ts';
import { stamping, testFingerprint, testSealing } from './sealing.ts';

const tools = ['sha256sum', 'openssl', 'xmllint', 'unzip'];
const missing = tools.filter((tool) => spawnSync('which', [tool]).status !== 0);
if (missing.length > 0) console.warn(`OVERGESLAGEN: ${missing.join(', ')} ontbreekt op deze machine`);

/** Every line of two spaces and a command of the tools it promises. */
function commandsIn(bag: string): string[] {
  const lines = readFileSync(join(bag, 'LEESMIJ.txt'), 'utf8').split('\n');
  return lines.filter((line) => /^ {2}(?:sha256sum|openssl|find)\b/.test(line)).map((line) => line.trim());
}

function run(bag: string, command: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
    cwd: bag,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' },
  });
  return { command, status, told: stdout + stderr };
}

/** One bit of the byte in the middle; gives what puts it back. */
function flip(path: string): () => void {
  const bytes = readFileSync(path);
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
  writeFileSync(path, changed);
  return () => writeFileSync(path, bytes);
}

it('the schema in the package is the one of the Nationaal Archief, to the letter', () => {
  expect(mdto.xsd).toBe(readFileSync('lib/bundle/standards/MDTO-XML1.0.1.xsd', 'utf8'));
});

describe.skipIf(missing.length > 0)('LEESMIJ.txt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leesmij-'));
  const bag = join(folder, 'VS-20261120-0001');
  let authority: Authority;

  beforeAll(async () => {
    authority = openAuthority();
    const sealing = testSealing({ authorities: [stamping(authority)] });
    writeFileSync(join(folder, 'pakket.zip'), await bytesOf(await build(await captureB(), { sealing })));
    execFileSync('unzip', ['-qq', 'pakket.zip'], { cwd: folder });
  });
  afterAll(() => {
    authority.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says whose it is, of what page and when, what it is worth, and what to do with it', () => {
    const told = readFileSync(join(bag, 'LEESMIJ.txt'), 'utf8');
    for (const line of [
      /^Organisatie: {2}\S/m,
      /^Account: {6}@\S+ op X \(Twitter\)/m,
      /^Pagina: {7}https:/m,
      /^Vastgelegd: {3}20 november 2026/m,
      /^Waardering: {3}[BVN], /m,
      /^Opnemen$/m,
      /^ {6}certutil -hashfile VS-20261120-0001\.zip SHA256/m,
    ])
      expect(told).toMatch(line);
  });

  const filesIn = (place: string) =>
    readdirSync(join(bag, place), { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(bag, place, name)).isFile(),
    );

  it('tells how to check everything with public tools, and every command says yes', () => {
    const results = commandsIn(bag).map((command) => run(bag, command));
    expect(results).toHaveLength(7);
    expect(results.filter(({ status }) => status !== 0)).toEqual([]);
    const told = results.map((result) => result.told).join('\n');
    expect(told).toContain('Verified OK');
    expect(told).toContain('Verification: OK');
    expect(told).toContain('Time stamp:');
    expect(told).toContain(`${testFingerprint}  -`);
    expect(readFileSync(join(bag, 'LEESMIJ.txt'), 'utf8')).toContain(testFingerprint);
  });

  it('after one flipped byte in a file of the content, says no and names the file', () => {
    const files = filesIn('data').map((name) => join('data', name));
    expect(files.length).toBeGreaterThan(40);
    const restore = files.map((name) => flip(join(bag, name)));
    const { status, told } = run(bag, commandsIn(bag)[1] ?? '');
    for (const undo of restore) undo();
    expect(status).not.toBe(0);
    expect(files.filter((name) => !told.includes(`${name}: FAILED`))).toEqual([]);
  });

  it('after one flipped byte in a file of the bag itself, says no and names the file', () => {
    const files = filesIn('.').filter((name) => !name.startsWith('data/'));
    expect(files).toHaveLength(10);
    const commands = commandsIn(bag).filter((command) => !/^find|-text$|pkey/.test(command));
    const silent = files.filter((name) => {
      const undo = flip(join(bag, name));
      const refused = commands.map((command) => run(bag, command)).filter(({ status }) => status !== 0);
      undo();
      const about = name.startsWith('tagmanifest') ? name : `${name}: FAILED`;
      return !refused.some(({ command, told }) => `${command}\n${told}`.includes(about));
    });
    expect(silent).toEqual([]);
  });

  it.each([
    ['a file left out', (copy: string) => rmSync(join(copy, 'bag-info.txt')), 'bag-info.txt: FAILED open or read'],
    ['the signature left out', (copy: string) => rmSync(join(copy, 'tagmanifest-sha256.txt.sig')), 'tagmanifest-sha256.txt.sig'],
    ['the time-stamp left out', (copy: string) => rmSync(join(copy, 'tagmanifest-sha256.txt.tsr')), 'tagmanifest-sha256.txt.tsr'],
    [
      'another root certificate',
      (copy: string) => writeFileSync(join(copy, 'tijdstempel-wortel.pem'), readFileSync('test/tsa/vectors/ca.pem')),
      'tijdstempel-wortel.pem: FAILED',
    ],
  ])('says no to %s', (_name, change, told) => {
    const copy = mkdtempSync(join(tmpdir(), 'leesmij-'));
    cpSync(bag, copy, { recursive: true });
    change(copy);
    const results = commandsIn(bag).map((command) => run(copy, command));
    rmSync(copy, { recursive: true });
    const refused = results.filter(({ status }) => status !== 0).map(({ command, told: said }) => `${command}\n${said}`);
    expect(refused.join('\n')).toContain(told);
  });

  it('says what is missing when an authority did not answer, and asks for nothing that is not there', async () => {
    const silent = { name: 'Stille autoriteit', roots: authority.root, stamp: async () => undefined };
    const other = join(folder, 'zonder');
    mkdirSync(other);
    const result = await build(await captureB(), { sealing: testSealing({ authorities: [silent, stamping(authority)] }) });
    expect(result).toMatchObject({ stamped: ['Testautoriteit'], waiting: ['Stille autoriteit'] });
    writeFileSync(join(other, 'pakket.zip'), await bytesOf(result));
    execFileSync('unzip', ['-qq', 'pakket.zip'], { cwd: other });
    const there = join(other, 'VS-20261120-0001');
    expect(readFileSync(join(there, 'LEESMIJ.txt'), 'utf8')).toContain('Stille autoriteit was bij het verpakken niet bereikbaar');
    expect(readFileSync(join(there, 'bag-info.txt'), 'utf8')).toContain('Tijdstempel-Volgt: Stille autoriteit\n');
    expect(existsSync(join(there, 'tagmanifest-sha256.txt.2.tsr'))).toBe(false);
    expect(
      commandsIn(there)
        .map((command) => run(there, command))
        .filter(({ status }) => status !== 0),
    ).toEqual([]);
  });
});
