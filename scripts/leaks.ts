/**
 * `npm run leaks`: the catalogue of leak canaries, whole. Everybody on every row, every rule switched off once, every place
 * looked at in the real browser, and the browser killed fifty times. Prints the table and keeps it in `uitvoer/lekken`. `--only` does
 * one part or one row, `--steekproef` of each what `npm test` does.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { folder, forgetTables, readTables } from '../test/leaks/catalogue/table.ts';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { tell, vitest } from './campaign.ts';
import { isOfBrowser } from './held.ts';
import { filesUnder } from './release/files.ts';
import { root } from './root.ts';

const usage =
  'Gebruik: npm run leaks -- [--set <mensen.json>] [--only <deel of rij>] [--kills <aantal>] [--zaad <getal>] [--zonder-browser] [--steekproef]\n' +
  '--set: een andere verzameling verzonnen mensen (vorm: test/leaks/catalogue/lastige-namen.json)\n' +
  '--only: een bestand uit test/leaks (attack), of een rij van de catalogus zonder browser (A8)';
/** Everything that looks for leaks. */
const suite = [
  ...filesUnder(join(root, 'test/leaks'))
    .filter(isSuite)
    .map((name) => `test/leaks/${name}`),
  'test/browser/leaks.test.ts',
];
const ofRows = 'test/leaks/catalogue/rows.test.ts';

process.exitCode = main();

function main(): number {
  const options = read();
  if (!options) return say(usage);
  if (options.set !== undefined && !existsSync(options.set)) return say(`Dit bestand is er niet: ${options.set}`);
  const env = {
    ...process.env,
    ...(!options.isSample && { LEKKEN_ALLES: '1' }),
    LEKKEN_KILLS: options.kills ?? (options.isSample ? '3' : '50'),
    LEKKEN_ZAAD: options.seed,
    ...(options.set !== undefined && { LEKKEN_SET: resolve(options.set) }),
  };
  const { files, row } = chosen(options.only);
  if (files.length === 0) return say(`Dit deel is er niet: ${options.only}\n${usage}`);
  const [plain, inBrowser] = [false, true].map((wanted) => files.filter((file) => isOfBrowser(file) === wanted));
  forgetTables();
  const parts: number[] = [];
  if (plain?.length) parts.push(vitest('unit', [...plain, ...row], env));
  if (inBrowser?.length && !options.isWithoutBrowser) {
    if (!build('chrome')) return say('De extensie is niet gebouwd; zie de melding hierboven.');
    parts.push(vitest('browser', inBrowser, { ...env, CHROMIUM: browserPath() }));
  }
  return report(parts);
}

/** Of a row only its test is run. */
function chosen(only: string | undefined): { files: readonly string[]; row: readonly string[] } {
  if (only === undefined) return { files: suite, row: [] };
  if (/^[A-Z]\d+$/.test(only)) return { files: [ofRows], row: ['-t', ` ${only} `] };
  return { files: suite.filter((file) => file.includes(only)), row: [] };
}

function isSuite(name: string): boolean {
  return name.endsWith('.test.ts');
}

function report(parts: readonly number[]): number {
  const tables = readTables();
  const wrong = tables.reduce((sum, table) => sum + table.wrong, 0);
  const isGood = wrong === 0 && parts.length > 0 && parts.every((status) => status === 0);
  const end = isGood ? 'Niemand gelekt.' : `FOUT: ${wrong} treffers of gaten in de tabellen; zie ook de toetsen hierboven.`;
  tell(folder, 'Lekproef', tables, end);
  return isGood ? 0 : 1;
}

function read() {
  try {
    const { values } = parseArgs({
      options: {
        set: { type: 'string' },
        only: { type: 'string' },
        kills: { type: 'string' },
        zaad: { type: 'string', default: '1' },
        'zonder-browser': { type: 'boolean', default: false },
        steekproef: { type: 'boolean', default: false },
      },
    });
    const { set, only, kills, zaad: seed } = values;
    if (!/^\d+$/.test(kills ?? '0') || !/^\d+$/.test(seed)) return undefined;
    return { set, only, kills, seed, isWithoutBrowser: values['zonder-browser'], isSample: values.steekproef };
  } catch {
    return undefined; // an option we do not know: the usage says which there are
  }
}

function say(sentence: string): number {
  console.error(sentence);
  return 1;
}
