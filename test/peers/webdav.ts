/** Two WebDAV servers that are not ours: Apache httpd with mod_dav, and WsgiDAV. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, freePort, started, tools } from './peer.ts';
import type { Peer } from './peer.ts';

export interface WebdavPeer extends Peer {
  /** Where its files stand. */
  readonly folder: string;
}

/** One request as Apache saw it: `bytes` of its content, or of the answer's. */
interface Timed {
  readonly method: string;
  readonly path: string;
  readonly bytes: number;
  readonly ms: number;
}

export interface ApachePeer extends WebdavPeer {
  times(): Timed[];
}

const apachePaths = ['/usr/sbin/apache2', '/usr/sbin/httpd'];
const apache = apachePaths.find((path) => existsSync(path));
export const hasApache = apache !== undefined;
const wsgidav = join(tools, 'wsgidav/bin/wsgidav');
export const hasWsgidav = existsSync(wsgidav);

const user = 'archief';
const password = 'gehéim woord'; // beyond ASCII, and with a space: a login must survive both
const modules = 'mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs dav_lock ssl unixd';

/** `tls`: PEM of a key and certificate for the host names of a browser test. `wanted`: a port, else a free one. `mostBytes`: a file may have, 0 is any. */
export async function startApache(
  tls?: { readonly key: string; readonly cert: string },
  wanted?: number,
  mostBytes = 0,
): Promise<ApachePeer> {
  const home = mkdtempSync(join(tmpdir(), 'apache-'));
  const folder = join(home, 'archief');
  const port = wanted ?? (await freePort());
  for (const path of [folder, join(home, 'locks')]) mkdirSync(path);
  const hash = execFileSync('openssl', ['passwd', '-apr1', '-stdin'], { input: password, encoding: 'utf8' }).trim();
  writeFileSync(join(home, 'users'), `${user}:${hash}\n`);
  if (tls) {
    writeFileSync(join(home, 'key.pem'), tls.key);
    writeFileSync(join(home, 'cert.pem'), tls.cert);
  }
  writeFileSync(join(home, 'httpd.conf'), configOf(home, port, tls !== undefined, mostBytes));
  if (process.getuid?.() === 0) givenTo(33, home, folder, join(home, 'locks')); // www-data: Apache will not serve as root
  const url = `http${tls ? 's' : ''}://127.0.0.1:${port}`;
  const probe = `http://127.0.0.1:${port}/`;
  const child = await started(apache ?? 'apache2', ['-d', home, '-f', join(home, 'httpd.conf'), '-DFOREGROUND'], probe);
  return {
    url: `${url}/dav/archief`,
    user,
    password,
    folder,
    times: () => timesIn(readFileSync(join(home, 'times'), 'utf8')),
    async close() {
      await ended(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function timesIn(log: string): Timed[] {
  return log.split('\n').flatMap((line) => {
    const [method, path, sent, answered, microseconds] = line.split(' ');
    if (method === undefined || path === undefined) return [];
    const bytes = Number(method === 'GET' ? answered : sent);
    return [{ method, path, bytes, ms: Number(microseconds) / 1_000 }];
  });
}

function configOf(home: string, port: number, isTls: boolean, mostBytes: number): string {
  return [
    ...modules
      .split(' ')
      .filter((name) => existsSync(`/usr/lib/apache2/modules/mod_${name}.so`))
      .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    `Listen 127.0.0.1:${port}`,
    'ServerName localhost',
    `PidFile ${home}/pid`,
    `ErrorLog ${home}/errors`,
    `CustomLog ${home}/times "%m %U %{Content-Length}i %B %D"`,
    `Mutex file:${home}/locks default`,
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    `DavLockDB ${home}/locks/db`,
    `DocumentRoot ${home}`,
    ...(isTls ? ['SSLEngine on', `SSLCertificateFile ${home}/cert.pem`, `SSLCertificateKeyFile ${home}/key.pem`] : []),
    '<Directory />',
    '  Require all denied',
    '</Directory>',
    `<Directory ${home}/archief>`,
    '  Dav On',
    '  AuthType Basic',
    '  AuthName archief',
    `  AuthUserFile ${home}/users`,
    '  Require valid-user',
    '</Directory>',
    `LimitRequestBody ${mostBytes}`,
    // the address has a folder above it that is not ours, as in real installations
    'LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so',
    `Alias /dav/archief ${home}/archief`,
    '',
  ].join('\n');
}

function givenTo(uid: number, ...paths: readonly string[]): void {
  for (const path of paths) {
    chmodSync(path, 0o755);
    chownSync(path, uid, uid);
  }
}

export async function startWsgidav(): Promise<WebdavPeer> {
  const home = mkdtempSync(join(tmpdir(), 'wsgidav-'));
  const folder = join(home, 'archief');
  mkdirSync(folder);
  const port = await freePort();
  const config = {
    host: '127.0.0.1',
    port,
    provider_mapping: { '/archief': folder },
    simple_dc: { user_mapping: { '*': { [user]: { password } } } },
    http_authenticator: { accept_basic: true, accept_digest: false, default_to_digest: false },
    verbose: 0,
    lock_storage: true,
    property_manager: true,
  };
  writeFileSync(join(home, 'wsgidav.json'), JSON.stringify(config));
  const child = await started(wsgidav, ['--config', join(home, 'wsgidav.json')], `http://127.0.0.1:${port}/`);
  return {
    url: `http://127.0.0.1:${port}/archief`,
    user,
    password,
    folder,
    async close() {
      await ended(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
