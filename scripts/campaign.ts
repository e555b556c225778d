/** What the long runs share: vitest over some files, and the tables those wrote as one report. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableText } from '../test/leaks/catalogue/table.ts';
import type { Table } from '../test/leaks/catalogue/table.ts';
import { root } from './root.ts';

/** Its exit code. */
export function vitest(project: string, files: readonly string[], env: NodeJS.ProcessEnv): number {
  const order = ['run', '--project', project, ...files, '--reporter=dot'];
  return spawnSync(join(root, 'node_modules', '.bin', 'vitest'), order, { cwd: root, stdio: ['ignore', 2, 2], env }).status ?? 1;
}

/** Prints the report, and keeps it beside the tables. */
export function tell(folder: string, title: string, tables: readonly Table[], end: string): void {
  const text = [`# ${title}`, '', ...tables.map(tableText), end, ''].join('\n');
  const file = join(folder, 'tabel.md');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  console.log(`${text}\n${file}`);
}
