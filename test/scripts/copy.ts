/** A copy of the project in which commands of the documents can be typed: what they write does not reach the project itself. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourceFiles } from '../../scripts/release/files.ts';
import { root } from '../../scripts/root.ts';

export interface Ended {
  readonly status: number | null;
  /** Both streams, as they came. */
  readonly output: string;
}
export interface ProjectCopy {
  readonly folder: string;
  type(line: string): Promise<Ended>;
  /** For what does not end by itself: until it says this, then stopped. */
  typeUntil(line: string, says: RegExp): Promise<Ended>;
  remove(): void;
}

/**
 * What was built stays built there. The packages of others are the same files under a second name, for a link to their folder is
 * outside the copy to those who look; that wants the same disk, so the copy lies where the project puts what it makes.
 */
export function copyOfProject(): ProjectCopy {
  mkdirSync(join(root, 'uitvoer'), { recursive: true });
  const folder = mkdtempSync(join(root, 'uitvoer', 'kopie-'));
  for (const path of sourceFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  for (const made of ['.output', '.wxt']) if (has(made)) cpSync(join(root, made), join(folder, made), { recursive: true });
  execFileSync('cp', ['-al', join(root, 'node_modules'), folder]);
  if (has('.tools')) symlinkSync(realpathSync(join(root, '.tools')), join(folder, '.tools'));
  return {
    folder,
    type: (line) => ended(started(line, folder)),
    typeUntil: (line, says) => ended(started(line, folder), says),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const has = (name: string): boolean => existsSync(join(root, name));

/** In a group of its own, so that it ends with all it started; and not as a part of the test runner that typed it. */
function started(line: string, cwd: string): ChildProcess {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV$|TEST$|MODE$|DEV$|PROD$)/.test(name)),
  );
  return spawn('bash', ['-c', line], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

function ended(process: ChildProcess, says?: RegExp): Promise<Ended> {
  let output = '';
  const hear = (piece: Buffer) => {
    output += piece.toString();
    if (says?.test(output)) stop(process);
  };
  process.stdout?.on('data', hear);
  process.stderr?.on('data', hear);
  return new Promise((resolve) => void process.on('close', (status) => resolve({ status, output })));
}

function stop({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGTERM');
}
