/**
 * `npm run leaks`: the catalogue of leak canaries, whole. Everybody on every row, every rule switched off once, every place
 * looked at in the real browser, and the browser killed fifty times. Prints the table and keeps it in `uitvoer/lekken`.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { folder, forgetTables, readTables } from '../test/leaks/catalogue/table.ts';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { tell, vitest } from './campaign.ts';

const usage =
  'Gebruik: npm run leaks -- [--set <mensen.json>] [--kills <aantal>] [--zaad <getal>] [--zonder-browser]\n' +
  '--set: een andere verzameling verzonnen mensen (vorm: test/leaks/catalogue/lastige-namen.json)';

process.exitCode = main();

function main(): number {
  const options = read();
  if (!options) return say(usage);
  if (options.set !== undefined && !existsSync(options.set)) return say(`Dit bestand is er niet: ${options.set}`);
  const env = {
    ...process.env,
    LEKKEN_ALLES: '1',
    LEKKEN_KILLS: options.kills,
    LEKKEN_ZAAD: options.seed,
    ...(options.set !== undefined && { LEKKEN_SET: resolve(options.set) }),
  };
  forgetTables();
  const parts = [vitest('unit', ['test/leaks'], env)];
  if (!options.isWithoutBrowser) {
    if (!build('chrome')) return say('De extensie is niet gebouwd; zie de melding hierboven.');
    parts.push(vitest('browser', ['test/browser/leaks.test.ts'], { ...env, CHROMIUM: browserPath() }));
  }
  return report(parts);
}

function report(parts: readonly number[]): number {
  const tables = readTables();
  const wrong = tables.reduce((sum, table) => sum + table.wrong, 0);
  const isGood = wrong === 0 && parts.every((status) => status === 0);
  const end = isGood ? 'Niemand gelekt.' : `FOUT: ${wrong} treffers of gaten in de tabellen; zie ook de toetsen hierboven.`;
  tell(folder, 'Lekproef', tables, end);
  return isGood ? 0 : 1;
}

function read() {
  try {
    const { values } = parseArgs({
      options: {
        set: { type: 'string' },
        kills: { type: 'string', default: '50' },
        zaad: { type: 'string', default: '1' },
        'zonder-browser': { type: 'boolean', default: false },
      },
    });
    const { set, kills, zaad: seed } = values;
    if (!/^\d+$/.test(kills) || !/^\d+$/.test(seed)) return undefined;
    return { kills, seed, isWithoutBrowser: values['zonder-browser'], ...(set !== undefined && { set }) };
  } catch {
    return undefined; // an option we do not know: the usage says which there are
  }
}

function say(sentence: string): number {
  console.error(sentence);
  return 1;
}
