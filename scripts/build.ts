import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.ts';

const sources = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'assets',
  'scripts/workerParts.ts',
  'wxt.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Builds the extension unless this very source was built already; false when the build fails. Speaks on stderr only. */
export function build(browser: 'chrome' | 'firefox'): boolean {
  const stamp = `${root}/.output/${browser}-mv3.bron`;
  const now = fingerprint();
  if (existsSync(stamp) && existsSync(outputOf(browser)) && readFileSync(stamp, 'utf8') === now) return true;
  const { status } = spawnSync('npm', ['run', '--silent', browser === 'chrome' ? 'build' : 'build:firefox'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32', // there it is npm.cmd
  });
  if (status === 0) writeFileSync(stamp, now);
  return status === 0;
}

export function outputOf(browser: 'chrome' | 'firefox'): string {
  return `${root}/.output/${browser}-mv3`;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((name) => filesOf(join(root, name))))
    hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesOf(join(path, name)));
}
