/**
 * `npm run faults`: every act of the worker with a fault at every call in turn, and the real browser stopped, closed and killed.
 * Prints fault × invariant; keeps it in `uitvoer/fouten`. `--zaad` replays a run.
 */
import { parseArgs } from 'node:util';
import { faultsFolder, forgetTables, readTables } from '../test/leaks/catalogue/table.ts';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { tell, vitest } from './campaign.ts';

const usage = 'Gebruik: npm run faults -- [--zaad <getal>] [--kills <aantal>] [--zonder-browser]';

process.exitCode = main();

function main(): number {
  const options = read();
  if (!options) return say(usage);
  const env = { ...process.env, FOUTEN_ALLES: '1', FOUTEN_ZAAD: options.seed, FOUTEN_KILLS: options.kills };
  forgetTables(faultsFolder);
  const parts = [vitest('unit', ['test/faults'], env)];
  if (!options.isWithoutBrowser) {
    if (!build('chrome')) return say('De extensie is niet gebouwd; zie de melding hierboven.');
    parts.push(vitest('browser', ['test/browser/faults.test.ts'], { ...env, CHROMIUM: browserPath() }));
  }
  return report(parts, options.seed);
}

function report(parts: readonly number[], seed: string): number {
  const tables = readTables(faultsFolder);
  const isGood = tables.length > 0 && tables.every(({ wrong }) => wrong === 0) && parts.every((status) => status === 0);
  const end = isGood ? 'Elke belofte gehouden.' : 'FOUT: zie de tabellen en de toetsen hierboven.';
  tell(faultsFolder, `Foutproef, zaad ${seed}`, tables, end);
  return isGood ? 0 : 1;
}

function read() {
  try {
    const { values } = parseArgs({
      options: {
        zaad: { type: 'string', default: '1' },
        kills: { type: 'string', default: '50' },
        'zonder-browser': { type: 'boolean', default: false },
      },
    });
    if (!/^\d+$/.test(values.zaad) || !/^\d+$/.test(values.kills)) return undefined;
    return { seed: values.zaad, kills: values.kills, isWithoutBrowser: values['zonder-browser'] };
  } catch {
    return undefined; // an option we do not know: the usage says which there are
  }
}

function say(sentence: string): number {
  console.error(sentence);
  return 1;
}
