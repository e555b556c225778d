/**
 * `npm run threats`: runs the tests that hold each threat of the list, and prints row × result; keeps it in `uitvoer/dreigingen.md`.
 * `--only T2,T13` does those rows, `--zonder-browser` leaves the browser out.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table as whole } from '../test/threats/table.ts';
import type { Threat } from '../test/threats/table.ts';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { isOfBrowser, rowsOf, run } from './held.ts';
import type { Result } from './held.ts';
import { root } from './root.ts';

const isWithoutBrowser = process.argv.includes('--zonder-browser');
process.exitCode = main();

function main(): number {
  const table = rowsOf(whole, process.argv);
  if (!table) return 1;
  const entries = table.flatMap(({ held }) => held);
  const apart = (isBrowser: boolean) => entries.filter(([file]) => isOfBrowser(file) === isBrowser);
  const results = run(['unit', 'dom'], apart(false), 'dreigingen-unit.json', {});
  if (!isWithoutBrowser) {
    if (!build('chrome') || !build('firefox')) return 1;
    results.push(...run(['browser'], apart(true), 'dreigingen-browser.json', { CHROMIUM: browserPath() }));
  }
  return report(table, results);
}

function report(table: readonly Threat[], results: readonly Result[]): number {
  const rows = table.map((threat) => rowOf(threat, results));
  const lines = [
    '| rij | dreiging | toetsen | goed | fout | overgeslagen | uitslag |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ line }) => line),
  ];
  const open = rows.filter(({ isHeld }) => !isHeld).map(({ id }) => id);
  const end = open.length === 0 ? 'Elke dreiging wordt door toetsen tegengehouden.' : `NIET AANGETOOND: ${open.join(', ')}`;
  const text = ['# Dreigingen', '', ...lines, '', end, ''].join('\n');
  mkdirSync(join(root, 'uitvoer'), { recursive: true });
  writeFileSync(join(root, 'uitvoer', 'dreigingen.md'), text);
  console.log(text);
  return open.length === 0 ? 0 : 1;
}

/** Of a run without a browser the browser's tests are not missing. */
function isExpected([file]: readonly [string, string]): boolean {
  return !(isWithoutBrowser && isOfBrowser(file));
}

function rowOf({ id, what, held }: Threat, results: readonly Result[]): { id: string; line: string; isHeld: boolean } {
  const perTest = held.map(([file, words]) => results.filter((one) => one.file === file && one.name.includes(words)));
  const all = new Set(perTest.flat());
  const count = (wanted: string) => [...all].filter(({ status }) => status === wanted).length;
  const [good, bad] = [count('passed'), count('failed')];
  const skipped = all.size - good - bad;
  const missing = held.filter((one, at) => isExpected(one) && perTest[at]?.length === 0).length;
  const isHeld = good > 0 && bad === 0 && missing === 0;
  const verdict = isHeld ? 'houdt' : missing > 0 ? `${missing} niet gevonden` : bad > 0 ? 'FOUT' : 'niet gelopen';
  return { id, isHeld, line: `| ${id} | ${what} | ${all.size} | ${good} | ${bad} | ${skipped} | ${verdict} |` };
}
