/** A time-stamping authority of our own, by OpenSSL: for tests only. Its keys live in a temporary folder and are gone afterwards. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const config = join(import.meta.dirname, 'vectors/tsa.cnf');

export interface Authority {
  /** PEM of the root. */
  readonly root: string;
  /** DER of the answer to a request. */
  answer(request: Uint8Array): Uint8Array;
  readonly folder: string;
  /** DER of another certificate with the authority's own key, name and number: another use, or another date. */
  double(usage: string, days: number): Uint8Array;
  close(): void;
}

export function openAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'tijdstempel-'));
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const configure = (usage: string) =>
    writeFileSync(join(folder, 'tsa.cnf'), readFileSync(config, 'utf8').replace('critical,timeStamping', usage));
  configure('critical,timeStamping');
  writeFileSync(join(folder, 'tsaserial'), '01\n');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'tsa.cnf'];
  const issued = [
    '-extensions',
    'tsa_ext',
    '-subj',
    '/C=NL/O=Veiligsteller Test/CN=Test TSA',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-set_serial',
    '4711',
  ];
  run(
    'req',
    '-x509',
    ...key,
    '-days',
    '60',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-extensions',
    'ca_ext',
    '-subj',
    '/C=NL/O=Veiligsteller Test/CN=Test CA',
  );
  run('req', '-x509', ...key, '-days', '30', '-keyout', 'tsa.key', '-out', 'tsa.pem', ...issued);
  return {
    root: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    folder,
    answer(request) {
      writeFileSync(join(folder, 'vraag.tsq'), request);
      run(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-section',
        'tsa_config',
        '-queryfile',
        'vraag.tsq',
        '-signer',
        'tsa.pem',
        '-inkey',
        'tsa.key',
        '-out',
        'antwoord.tsr',
      );
      return new Uint8Array(readFileSync(join(folder, 'antwoord.tsr')));
    },
    double(usage, days) {
      configure(usage);
      run(
        'req',
        '-x509',
        '-new',
        '-key',
        'tsa.key',
        '-config',
        'tsa.cnf',
        '-days',
        String(days),
        '-outform',
        'DER',
        '-out',
        'dubbel.der',
        ...issued,
      );
      configure('critical,timeStamping');
      return new Uint8Array(readFileSync(join(folder, 'dubbel.der')));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The authority behind plain HTTP on this machine, as others reach theirs. */
export async function serveAuthority(
  authority: Authority,
): Promise<{ url: string; requests: Uint8Array[]; close: () => Promise<void> }> {
  const requests: Uint8Array[] = [];
  const server = createServer((question, response) => {
    const parts: Uint8Array[] = [];
    question.on('data', (part: Uint8Array) => parts.push(part));
    question.on('end', () => {
      const request = new Uint8Array(Buffer.concat(parts));
      requests.push(request);
      if (question.method !== 'POST' || question.headers['content-type'] !== 'application/timestamp-query')
        return void response.writeHead(415).end();
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(authority.answer(request));
      return undefined;
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
