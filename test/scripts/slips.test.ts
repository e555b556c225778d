/** What a stranger does wrong at first: the commands say so in a sentence, and nothing that lies there is lost. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keep } from '../../scripts/drive.ts';
import { root } from '../../scripts/root.ts';
import { slipOf } from '../../scripts/slips.ts';
import { flags } from '../browser/launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-vergissing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...words], { cwd: folder, encoding: 'utf8' });

describe('a command', { timeout: 120_000 }, () => {
  it.each([
    ['verify', 'weg.zip'],
    ['wrap', 'weg.zip', 'mdto-sip'],
    ['deelbewijs', 'weg.zip'],
    ['kluis', '--file', 'weg.json', '--key', 'weg.jwk', '--entry', 'Reageerder 3', '--reason', 'verzoek 12'],
  ])('%s says in a sentence that a file is not there', (...words) => {
    const { status, stderr } = run(...words);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Niet gevonden: \S*weg\.\w+\n$/)]);
  });

  it('capture says which option it does not know, and how it is used', () => {
    const { status, stderr } = run('capture', '--adres', 'x');
    expect(status).toBe(1);
    expect(stderr).toMatch(/'--adres'[^]*Gebruik: npm run capture/);
    expect(stderr).not.toContain('    at ');
  });

  it('says that an address could not be opened', () => {
    expect(slipOf(new Error('page.goto: net::ERR_NAME_NOT_RESOLVED at https://weg.example/'))).toBe(
      'De browser kon het adres niet openen (ERR_NAME_NOT_RESOLVED).',
    );
    expect(slipOf(new TypeError('ours'))).toBeUndefined();
  });
});

describe('a page of today', () => {
  it('is opened over the network with its certificate checked; a saved page never goes there', () => {
    const online = flags({ extension: folder, isOnline: true }).join(' ');
    expect(online).not.toMatch(/host-resolver-rules|ignore-certificate-errors/);
    expect(flags({ extension: folder })).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  });
});

describe('a second package of the same name', () => {
  it('does not take the place of the first', () => {
    const [from, out] = [join(folder, 'van'), join(folder, 'uit')];
    mkdirSync(from);
    const zip = join(from, 'VS-20261120-0001.zip');
    for (const words of ['een', 'twee', 'drie']) {
      writeFileSync(zip, words);
      keep(out, zip);
    }
    const at = (...place: string[]) => readFileSync(join(out, ...place, 'VS-20261120-0001.zip'), 'utf8');
    expect([at(), at('2'), at('3')]).toEqual(['een', 'twee', 'drie']);
  });
});
