/** Runs the tests that tables name (threats, faults), and answers how each ended. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.ts';

export interface Result {
  readonly file: string;
  readonly name: string;
  readonly status: string;
}

export const isOfBrowser = (file: string): boolean => file.startsWith('test/browser/');

/** The rows that `--only T2,T13` names; all of them without it; none, and a sentence, when one of them is not there. */
export function rowsOf<Row extends { readonly id: string }>(
  table: readonly Row[],
  words: readonly string[],
): readonly Row[] | undefined {
  const at = words.indexOf('--only');
  if (at < 0) return table;
  const wanted = words[at + 1]?.split(',') ?? [];
  const unknown = wanted.filter((id) => !table.some((row) => row.id === id));
  if (wanted.length > 0 && unknown.length === 0) return table.filter(({ id }) => wanted.includes(id));
  console.error(`Onbekend: ${unknown.join(', ')}. Rijen: ${table.map(({ id }) => id).join(', ')}`);
  return undefined;
}

/** Of these files the tests with any of these words; `out` names the file vitest reports in. */
export function run(
  projects: readonly string[],
  held: readonly (readonly [file: string, words: string])[],
  out: string,
  env: NodeJS.ProcessEnv,
): Result[] {
  const report = join(root, 'uitvoer', out);
  rmSync(report, { force: true });
  const files = [...new Set(held.map(([file]) => file))];
  if (files.length === 0) return [];
  const pattern = [...new Set(held.map(([, words]) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))].join('|');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const order = ['run', ...chosen, ...files, '-t', pattern, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  spawnSync(join(root, 'node_modules', '.bin', 'vitest'), order, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
  }; // vitest's
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ file: relative(root, file).replaceAll('\\', '/'), name: fullName, status })),
  );
}
