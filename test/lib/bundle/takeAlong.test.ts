/** "Alles meenemen" on a stranger's computer: public tools say that all of it is there, and our verifier reads it as it is. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagesIn, takeAlong } from '../../../lib/bundle/takeAlong.ts';
import { verifyPackage } from '../../../lib/bundle/verify.ts';
import { sha256Hex } from '../../../lib/model/chain.ts';
import type { TakenCapture } from '../../../lib/model/recovery.ts';
import { build, bytesOf, captureB } from './sample.ts';
import { log } from '../../components/samples.ts';

const missing = ['sha256sum', 'unzip'].filter((tool) => spawnSync('which', [tool]).status !== 0);
if (missing.length > 0) console.warn(`OVERGESLAGEN: ${missing.join(', ')} ontbreekt op deze machine`);

const folder = mkdtempSync(join(tmpdir(), 'meenemen-'));
const letter = 'BB-20261122-abcdefgh';
let taken: Awaited<ReturnType<typeof takeAlong>>;

beforeAll(async () => {
  const made = await build(await captureB());
  const parts = new Map<string, Uint8Array>([
    [made.fileName, await bytesOf(made)],
    [made.fileName.replace('.zip', '.pakbon.xml'), new TextEncoder().encode(made.pakbon)],
  ]);
  const files = await Promise.all([...parts].map(async ([fileName, bytes]) => ({ fileName, sha256: await sha256Hex(bytes) })));
  const captures: TakenCapture[] = [
    { id: 'VS-20261120-0001', state: 'sealed', files },
    { id: 'VS-20261120-0002', state: 'stripped', missing: 'review-needed' },
  ];
  taken = await takeAlong({
    captures,
    read: async ({ fileName }) => new Blob([(parts.get(fileName) ?? new Uint8Array()) as Uint8Array<ArrayBuffer>]),
    log: log.map((line, at) => (at === 0 ? { ...line, object: letter } : line)),
    software: 'Veiligsteller 0.1.0',
    now: '2026-11-22T14:05:09.000Z',
  });
  writeFileSync(join(folder, taken.fileName), Buffer.from(await taken.zip.arrayBuffer()));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the file with everything that is nowhere else', () => {
  it.skipIf(missing.length > 0)('unpacks and adds up with public tools, by the command in its LEESMIJ.txt', () => {
    execFileSync('unzip', ['-qq', taken.fileName], { cwd: folder });
    const readMe = readFileSync(join(folder, 'LEESMIJ.txt'), 'utf8');
    const commands = readMe.split('\n').filter((line) => /^ {2}sha256sum\b/.test(line));
    expect(commands).toHaveLength(1);
    for (const command of commands) expect(spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).status).toBe(0);
    expect(readMe).toContain('- VS-20261120-0002: een medewerker moet haar eerst nakijken');
    const overview = readFileSync(join(folder, 'overzicht.csv'), 'utf8');
    expect(overview.trimEnd().split('\r\n')).toHaveLength(4);
  });

  it.skipIf(missing.length > 0)('keeps letters out of the log that goes along (G3)', () => {
    const kept = readFileSync(join(folder, 'handelingenlog.json'), 'utf8');
    expect(kept).not.toContain(letter);
    expect(JSON.parse(kept)).toHaveLength(log.length - 1);
  });

  it('is read back where it stands: each package in it can be checked', async () => {
    const files = (await packagesIn(taken.zip)) ?? [];
    expect(files.map(({ name }) => name)).toEqual(['VS-20261120-0001.zip', 'VS-20261120-0001.pakbon.xml']);
    const [zip, pakbon] = files;
    const report = await verifyPackage(zip!, { fileName: zip!.name, pakbon: await pakbon!.text(), revokedKeys: [] });
    expect(report.ok).toBe(true);
  });

  it('is not taken for one when it is a package, or no zip at all', async () => {
    const files = (await packagesIn(taken.zip)) ?? [];
    expect(await packagesIn(files[0]!)).toBeUndefined();
    expect(await packagesIn(new Blob(['geen zip']))).toBeUndefined();
  });
});
