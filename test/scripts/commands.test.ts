/** The commands of the README for whoever received a package, typed as they stand there. All people here are invented. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EscrowKey } from '../../lib/model/escrow.ts';
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

  it('proves one record without the rest with deelbewijs', () => {
    const [place = ''] = run('deelbewijs', zip).stdout.split('\n');
    expect(run('deelbewijs', zip, place, '--uit', at('deel.zip'))).toMatchObject({ status: 0 });
    expect(run('verify', at('deel.zip'))).toMatchObject({ status: 0 });
  });

  it('puts it in another wrapper with wrap', () => {
    for (const wrapper of ['mdto-sip', 'losse-bestanden']) expect(run('wrap', zip, wrapper)).toMatchObject({ status: 0 });
    expect(readdirSync(folder).filter((name) => name.endsWith('.pakbon.xml'))).toHaveLength(3);
  });

  it('opens one entry of a way back with kluis, after the reason was written down', async () => {
    const keys = await generateKeyPair('ECDH-ES+A256KW', { extractable: true });
    const { kty, crv, x, y } = await exportJWK(keys.publicKey);
    const key = { kty, kid: 'kluis-2026', crv, x, y } as EscrowKey; // as generated
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
    writeFileSync(at('sleutel.jwk'), JSON.stringify({ ...(await exportJWK(keys.privateKey)), kid: 'kluis-2026' }));
    const words = ['kluis', '--file', at('een.kluis.json'), '--key', at('sleutel.jwk'), '--entry', 'Reageerder 3'];
    expect(run(...words)).toMatchObject({ status: 2 });
    expect(run(...words, '--reason', 'verzoek 12').stdout).toContain('fenna_kanarie');
    expect(readFileSync(at('een.kluis.json.log.jsonl'), 'utf8')).toContain('verzoek 12');
  });
});
