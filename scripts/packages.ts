/**
 * `npm run packages [-- aantal]`: packages of random drafts before all judges. `npm run packages -- groot`: a package of 1.2 GB,
 * checked by others' tools and by our own in little memory. Both are long; `--steekproef` does them with little.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as fc from 'fast-check';
import { sha256Hex } from '../lib/model/chain.ts';
import { captureOf, randomDraft } from '../test/lib/bundle/random-drafts.ts';
import { build, captureA, ownPost } from '../test/lib/bundle/sample.ts';
import { root } from './root.ts';

const isSample = process.argv.includes('--steekproef');
const filmBytes = isSample ? 2_000_000 : 150_000_000;
const what = process.argv.slice(2).find((word) => word !== '--steekproef') ?? (isSample ? '2' : '200');
const folder = mkdtempSync(join(tmpdir(), 'pakketten-'));
try {
  process.exitCode = what === 'groot' ? await big() : await many(Number(what));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Every package by itself, so that one that is refused can be made again from its seed. */
async function many(count: number): Promise<number> {
  const seed = Date.now();
  console.log(`${count} pakketten van willekeurige vastleggingen, zaad ${seed}`);
  const paths: string[] = [];
  for (const random of fc.sample(randomDraft, { seed, numRuns: count })) {
    const result = await build(await captureOf(random));
    const path = join(folder, `${paths.length}.zip`);
    writeFileSync(path, new Uint8Array(await result.zip.arrayBuffer()));
    writeFileSync(path.replace('.zip', '.pakbon.xml'), result.pakbon);
    paths.push(path);
  }
  const { status, stdout } = spawnSync('bash', ['scripts/judges.sh', '--installed-only', ...paths], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('  '));
  for (const name of new Set(lines.map((line) => line.slice(8)).filter(Boolean))) {
    const good = lines.filter((line) => line === `  goed  ${name}`).length;
    console.log(`  ${String(good).padStart(5)} goed  ${name}`);
  }
  console.log(lines.filter((line) => !line.startsWith('  goed')).join('\n'));
  const again = spawnSync('npx', ['vitest', 'run', '--project', 'unit', 'test/lib/bundle/random.test.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PAKKETTEN: String(count) },
  });
  return status === 0 && again.status === 0 ? 0 : 1;
}

/** Four films of 150 MB, and the same films again in the web archive. */
async function big(): Promise<number> {
  const films = await Promise.all([1, 2, 3, 4].map(async (n) => ({ n, sha256: await sha256Hex(film(n)) })));
  const post = await ownPost({
    media: films.map(({ n, sha256 }) => ({
      state: 'kept',
      kind: 'video',
      url: `https://media.voorbeeld.example/film-${n}.mp4`,
      mime: 'video/mp4',
      sha256,
      bytes: filmBytes,
    })),
  });
  const { profile: _none, ...capture } = await captureA({ posts: [post] });
  const result = await build(capture, {
    media: async (sha256) => new Blob([film(films.find((one) => one.sha256 === sha256)?.n ?? 0) as BlobPart]),
  });
  const path = join(folder, result.fileName);
  await pipeline(Readable.fromWeb(result.zip.stream() as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path)); // the same streams, typed twice
  writeFileSync(path.replace('.zip', '.pakbon.xml'), result.pakbon);
  console.log(`pakket van ${(statSync(path).size / 1e6).toFixed(0)} MB, ${result.files} bestanden`);
  const outcomes = [
    run('unzip -t', 'unzip', ['-tqq', path]),
    run('zipfile van Python', 'python3', [
      '-c',
      'import sys,zipfile;sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)',
      path,
    ]),
    run('npm run verify', process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'scripts/verify.ts'), path]),
  ];
  return outcomes.every(Boolean) ? 0 : 1;
}

/** Not to be compressed, different for each number, the same every time. */
function film(n: number): Uint8Array {
  const bytes = new Uint8Array(filmBytes);
  const words = new Uint32Array(bytes.buffer);
  let state = n * 2_654_435_761;
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  bytes.set(new TextEncoder().encode('\0\0\0\u0018ftypisom'));
  return bytes;
}

/** With the most memory it took, where the system can tell. */
function run(name: string, command: string, args: readonly string[]): boolean {
  const started = Date.now();
  const code =
    'import resource,subprocess,sys;p=subprocess.run(sys.argv[1:],stdout=sys.stderr);print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024);sys.exit(p.returncode)';
  const { status, stdout } = spawnSync('python3', ['-c', code, command, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  console.log(
    `  ${status === 0 ? 'goed' : 'FOUT'}  ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s, hoogste geheugen ${stdout.trim() || '?'} MB`,
  );
  return status === 0;
}
