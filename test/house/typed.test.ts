/** The lines of docs/beheer that no command of ours wraps, typed as they stand there. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import { freePort, isMissing, tools } from '../peers/peer.ts';
import { linesOf } from './documents.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.warn('OVERGESLAGEN: openssl ontbreekt op deze machine');
const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-getypt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const told = (path: string) => linesOf({ path, text: read(path) });
const type = (line: string) =>
  spawnSync('bash', ['-o', 'pipefail', '-c', line], { cwd: folder, encoding: 'utf8', env: { ...process.env, PIP_NO_INDEX: '1' } });

const theirs = join(tools, 'wsgidav');

/** As a browser does that trusts the authority. */
async function put(port: number, login: string): Promise<number> {
  const options = { method: 'PUT', auth: login, ca: readFileSync(join(folder, 'ca.pem')) };
  return new Promise((done, failed) => {
    const asked = request(`https://localhost:${port}/archief/proef.txt`, options, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    asked.on('error', failed).end('proef');
  });
}

describe.skipIf(!hasOpenssl)('an administrator who types what docs/beheer says', { timeout: 60_000 }, () => {
  it('makes a certificate for a server to try with, that its own authority vouches for', () => {
    const lines = told('docs/beheer/doelen.md').filter((line) => /^(?:openssl|printf)/.test(line));
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(type(line)).toMatchObject({ status: 0 });
    expect(type('openssl verify -CAfile ca.pem -verify_hostname localhost server.pem').stdout).toContain('OK');
    const settings = read('docs/beheer/voorbeelden/wsgidav.yaml');
    for (const name of settings.match(/server\.\w+/g) ?? []) expect(existsSync(join(folder, name))).toBe(true);
  });

  it.skipIf(isMissing('WsgiDAV', existsSync(theirs)))(
    'starts that server, which takes a package from whoever knows the password',
    async () => {
      const [install = '', start = ''] = told('docs/beheer/doelen.md').filter((line) => /^(?:python3|mkdir)/.test(line));
      // what the line would fetch is there already: the registry is not asked again
      cpSync(realpathSync(theirs), join(folder, 'dav'), { recursive: true, verbatimSymlinks: true });
      expect(type(install)).toMatchObject({ status: 0 });
      const port = await freePort();
      writeFileSync(
        join(folder, 'wsgidav.yaml'),
        read('docs/beheer/voorbeelden/wsgidav.yaml').replace('port: 8443', `port: ${port}`),
      );
      const server = spawn('bash', ['-c', start], { cwd: folder, detached: true, stdio: 'ignore' });
      try {
        // it says that it serves before it listens
        const answer = () => put(port, 'koppeling-veiligsteller:proef').catch(() => 'not there yet');
        await expect.poll(answer, { timeout: 50_000 }).toBe(201);
        expect(readFileSync(join(folder, 'archief', 'proef.txt'), 'utf8')).toBe('proef');
        expect(await put(port, 'koppeling-veiligsteller:fout')).toBe(401);
      } finally {
        if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid);
      }
    },
  );

  it('gets the mark of the extension from the key', () => {
    const [make = '', , mark = ''] = told('docs/beheer/uitrol.md');
    expect(type(make)).toMatchObject({ status: 0 });
    expect(type(mark).stdout).toMatch(/^[a-p]{32}\s*$/);
  });
});
