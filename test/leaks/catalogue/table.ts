/** The table of a run (S7): an artefact, in a folder that is not kept in the repository. Never a value, only rows and places. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import { isGood } from './row.ts';
import type { Result } from './row.ts';

export const folder = join(root, 'uitvoer', 'lekken');
export const faultsFolder = join(root, 'uitvoer', 'fouten');

export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** What makes the run fail. */
  readonly wrong: number;
}

export function writeTable(name: string, table: Table, where = folder): void {
  mkdirSync(where, { recursive: true });
  writeFileSync(join(where, `${name}.json`), JSON.stringify(table, null, 1));
}

export function readTables(where = folder): Table[] {
  if (!existsSync(where)) return [];
  const names = readdirSync(where).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => JSON.parse(readFileSync(join(where, name), 'utf8')) as Table); // written above
}

export function forgetTables(where = folder): void {
  rmSync(where, { recursive: true, force: true });
}

const bar = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;

export function tableText({ title, heads, lines, wrong }: Table): string {
  const rows = [bar(heads), bar(heads.map(() => '---')), ...lines.map(bar)];
  return [`## ${title}`, '', ...rows, '', wrong === 0 ? 'Geen treffers.' : `FOUT: ${wrong}`, ''].join('\n');
}

/** One line a row: with how many it was tried, where it was seen alive, and what was found after. */
export function rowLine(id: string, what: string, results: readonly Result[]): string[] {
  const alive = [...new Set(results.map((one) => one.alive))].join(', ');
  const planted = sum(results.map((one) => one.planted));
  const after = sum(results.map((one) => one.after));
  const worst = results.find((one) => !isGood(one)) ?? results[0];
  const verdict = worst?.verdict ?? 'n.v.t.';
  const where = worst?.note === undefined || worst.verdict === 'schoon' ? '' : `${worst.where}: ${worst.note}`;
  return [id, what, String(results.length), String(planted), alive || '-', String(after), verdict, where];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export const rowHeads = ['rij', 'wat', 'pagina’s', 'geplant', 'levend gezien in', 'gevonden na', 'uitslag', 'waar'];
