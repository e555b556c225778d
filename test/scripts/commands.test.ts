/** The commands of the README for whoever received a package, typed as they stand there. All people here are invented. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { generate } from 'selfsigned';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EscrowKey } from '../../lib/model/escrow.ts';
import { sealEscrow } from '../../lib/privacy/escrow.ts';
import { root } from '../../scripts/root.ts';
import { build, captureB } from '../lib/bundle/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-opdrachten-'));
const at = (name: string) => join(folder, name);
const run = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...words], { cwd: folder, encoding: 'utf8' });
const pakbonOf = (path: string) => path.replace('.zip', '.pakbon.xml');
let zip = '';

beforeAll(async () => {
  const made = await build(await captureB());
  zip = at(made.fileName);
  writeFileSync(zip, new Uint8Array(await made.zip.arrayBuffer()));
  writeFileSync(pakbonOf(zip), made.pakbon);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('whoever has a package and this project', { timeout: 120_000 }, () => {
  it('checks it with verify, and sees it refused when a byte was changed', () => {
    expect(run('verify', zip)).toMatchObject({ status: 0 });
    const elsewhere = mkdtempSync(join(folder, 'veranderd-'));
    const bytes = readFileSync(zip);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(join(elsewhere, basename(zip)), bytes);
    copyFileSync(pakbonOf(zip), join(elsewhere, basename(pakbonOf(zip))));
    expect(run('verify', join(elsewhere, basename(zip)))).toMatchObject({ status: 1 });
  });

  it('lets verify hold it against a key and roots of its own, and answer as data', async () => {
    const fingerprints = at('ingetrokken.txt');
    writeFileSync(fingerprints, `${'0'.repeat(64)}\n`);
    writeFileSync(at('wortels.pem'), (await generate([{ name: 'commonName', value: 'Proefwortel' }])).cert);
    const { status, stdout } = run('verify', zip, '--wortels', at('wortels.pem'), '--ingetrokken', fingerprints, '--json');
    expect({ status, told: JSON.parse(stdout) as unknown }).toMatchObject({ status: 0, told: { ok: true } });
    expect(run('verify', zip, '--sleutel', '0'.repeat(64))).toMatchObject({ status: 1 });
  });

  it('proves one record without the rest with deelbewijs', () => {
    const [place = ''] = run('deelbewijs', zip).stdout.split('\n');
    expect(run('deelbewijs', zip, place, '--uit', at('deel.zip'))).toMatchObject({ status: 0 });
    expect(run('verify', at('deel.zip'))).toMatchObject({ status: 0 });
  });

  it('puts it in another wrapper with wrap', () => {
    for (const wrapper of ['mdto-sip', 'losse-bestanden']) expect(run('wrap', zip, wrapper)).toMatchObject({ status: 0 });
    expect(readdirSync(folder).filter((name) => name.endsWith('.pakbon.xml'))).toHaveLength(3);
  });

  it('makes the keys of a way back with kluis, and opens one entry after the reason was written down', async () => {
    expect(run('kluis', '--new', at('kluis-2026'))).toMatchObject({ status: 0 });
    expect(run('kluis', '--new', at('kluis-2026'))).toMatchObject({ status: 1 });
    const key = v.parse(EscrowKey, JSON.parse(readFileSync(at('kluis-2026.openbaar.jwk'), 'utf8')));
    const person = {
      label: 'Reageerder 3',
      names: ['Fenna Kanariezoon'],
      handles: ['fenna_kanarie'],
      ids: [],
      urls: [],
      reactions: [],
    };
    const file = await sealEscrow({ dossier: 'VS-20261120-0001', key, now: '2026-11-20T10:00:00.000Z', people: [person] });
    writeFileSync(at('een.kluis.json'), JSON.stringify(file));
    const words = ['kluis', '--file', at('een.kluis.json'), '--key', at('kluis-2026.geheim.jwk'), '--entry', 'Reageerder 3'];
    expect(run(...words)).toMatchObject({ status: 2 });
    expect(run(...words, '--reason', 'verzoek 12').stdout).toContain('fenna_kanarie');
    expect(readFileSync(at('een.kluis.json.log.jsonl'), 'utf8')).toContain('verzoek 12');
  });

  it('lists what of others is in the extension with sbom, and finds the tables of the documents as they are with docs', () => {
    expect(run('sbom').stdout).toContain('sbom.cdx.json');
    expect(run('docs')).toMatchObject({ status: 0, stdout: '' });
  });
});
