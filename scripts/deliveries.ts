/**
 * `npm run deliveries`: 200 packages are queued while the receiver is not there, and delivered to a real Apache (mod_dav, TLS) by the
 * built extension while its browser is killed twice: 200 records, each with our bytes, none twice. `-- 300` instead: one package of
 * 300 MB, next to `curl` to the same server, with the memory of the browser. Needs `npm run build`, Apache and curl; writes to
 * `uitvoer/afleveringen.json`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { launch } from '../test/browser/launch.ts';
import type { Launched } from '../test/browser/launch.ts';
import { seedDeliveries } from '../test/browser/seedDeliveries.ts';
import { freePort } from '../test/peers/peer.ts';
import { startApache } from '../test/peers/webdav.ts';
import { defaultPolicy } from '../lib/model/policy.ts';
import { outputOf } from './build.ts';
import { ask } from './drive.ts';
import { root } from './root.ts';

const host = 'dms.voorbeeld.example';
const megabytes = Number(process.argv[2] ?? 0);
const many = 200;
const patienceMs = 600_000;

const profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));
const port = await freePort();
const pems = await generate([{ name: 'commonName', value: host }]);
const target = {
  kind: 'webdav' as const,
  id: 'dms',
  name: 'Documentsysteem',
  url: `https://${host}/dav/archief`,
  user: 'archief',
};
let browser = await started();
await ask(browser, 'savePolicy', { policy: { ...defaultPolicy, targets: [target] } });
const result = megabytes > 0 ? await oneBig() : await manyKilled();
await browser.close();
rmSync(profile, { recursive: true, force: true });
mkdirSync(`${root}/uitvoer`, { recursive: true });
writeFileSync(`${root}/uitvoer/afleveringen.json`, `${JSON.stringify(result, undefined, 2)}\n`);
console.log(JSON.stringify(result));
process.exit(result.isGood ? 0 : 1);

async function started(): Promise<Launched> {
  return launch({
    extension: outputOf('chrome'),
    profile,
    grant: ['https://*/*'],
    elsewhere: [{ host, port }],
    askPage: 'options.html',
  });
}

async function manyKilled() {
  const sizes = Array.from({ length: many }, (_none, at) => 1_000 + at * 1_500);
  const seeded = await seedDeliveries(browser, sizes);
  await ask(browser, 'keepSecret', { target: 'dms', secret: 'nog niet bekend' });
  await until(async () => (await states()).problems.includes('unreachable'));
  const apache = await startApache({ key: pems.private, cert: pems.cert }, port);
  const has = () => records(apache.folder).length;
  for (const enough of [many / 4, many / 2]) {
    await ask(browser, 'keepSecret', { target: 'dms', secret: apache.password });
    await until(async () => has() >= enough);
    await browser.kill();
    browser = await started();
  }
  await ask(browser, 'keepSecret', { target: 'dms', secret: apache.password });
  await until(async () => (await states()).certain === many);
  const theirs = new Map(records(apache.folder).map((name) => [name, hashOf(join(apache.folder, name))]));
  const wrong = seeded.filter(({ fileName, sha256 }) => theirs.get(fileName) !== sha256).map(({ fileName }) => fileName);
  const left = readdirSync(apache.folder).filter((name) => name.endsWith('.deel'));
  const log = await ask(browser, 'getLog', {});
  const told = log.filter(({ actie }) => actie === 'delivered').length;
  await apache.close();
  return {
    packages: many,
    records: theirs.size,
    wrong,
    left,
    told,
    isGood: theirs.size === many && wrong.length === 0 && told === many,
  };
}

function records(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.zip'));
}

async function states() {
  const { deliveries } = await ask(browser, 'listDeliveries', {});
  return {
    certain: deliveries.filter(({ state }) => state === 'certain').length,
    problems: deliveries.flatMap(({ problem }) => problem?.code ?? []),
  };
}

async function oneBig() {
  const apache = await startApache({ key: pems.private, cert: pems.cert }, port);
  const [seeded] = await seedDeliveries(browser, [megabytes * 1_000_000]);
  const before = memory();
  let peak = before;
  const began = performance.now();
  const marks: Record<string, number> = {};
  await ask(browser, 'keepSecret', { target: 'dms', secret: apache.password });
  await until(async () => {
    peak = Math.max(peak, memory());
    const { progress } = await ask(browser, 'listDeliveries', {});
    if (progress) marks[progress.phase] ??= Math.round(performance.now() - began);
    return (await states()).certain === 1;
  });
  const ms = Math.round(performance.now() - began);
  const file = join(apache.folder, seeded?.fileName ?? '');
  const curl = curlSeconds(file, apache);
  const isGood = hashOf(file) === seeded?.sha256;
  await apache.close();
  return { megabytes, ms, marks, ...curl, memoryMB: { before, peak }, isGood };
}

/** Up, and up and down again, as the extension does. */
function curlSeconds(file: string, { user, password }: { user: string; password: string }) {
  const common = [
    '-sk',
    '-o',
    '/dev/null',
    '-w',
    '%{time_total}',
    '-u',
    `${user}:${password}`,
    '--resolve',
    `${host}:${port}:127.0.0.1`,
  ];
  const url = `https://${host}:${port}/dav/archief/curl.zip`;
  const up = Number(execFileSync('curl', [...common, '-T', file, url], { encoding: 'utf8' }));
  const down = Number(execFileSync('curl', [...common, url], { encoding: 'utf8' }));
  return { curlUpMs: Math.round(up * 1_000), curlDownMs: Math.round(down * 1_000) };
}

/** Of all processes of this browser, in MB. */
function memory(): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && readOr(`/proc/${name}/cmdline`).includes(profile));
  return Math.round(pids.reduce((sum, pid) => sum + ownOf(pid), 0) / 1_000_000);
}

/** Resident less shared, in bytes: pages of the browser's own files are not ours. */
function ownOf(pid: string): number {
  const [, resident = 0, shared = 0] = readOr(`/proc/${pid}/statm`).split(' ').map(Number);
  return (resident - shared) * 4_096;
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended meanwhile
  }
}

function hashOf(path: string): string {
  return existsSync(path) && statSync(path).size > 0 ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('duurt te lang');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
