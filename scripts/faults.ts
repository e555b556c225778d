/**
 * `npm run faults`: every act of the worker with a fault at every call in turn, and the real browser stopped, closed and killed.
 * Prints fault × invariant; keeps it in `uitvoer/fouten`. `--zaad` replays a run; `--steekproef` does of each what
 * `npm test` does; `--only F22` does those rows.
 */
import { parseArgs } from 'node:util';
import { faultsFolder, forgetTables, readTables } from '../test/leaks/catalogue/table.ts';
import { invariants } from '../test/faults/promises.ts';
import { table as all } from '../test/faults/table.ts';
import type { FaultRow } from '../test/faults/table.ts';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { tell } from './campaign.ts';
import { isOfBrowser, rowsOf, run } from './held.ts';
import type { Result } from './held.ts';

const [bad, open] = ['GEBROKEN', 'NIET GELOPEN'];
const usage = 'Gebruik: npm run faults -- [--zaad <getal>] [--kills <aantal>] [--zonder-browser] [--steekproef] [--only F1,F22]';

function main(): number {
  const options = read();
  if (!options) return say(usage);
  const table = rowsOf(all, process.argv);
  if (!table) return 1;
  const env = { ...(!options.isSample && { FOUTEN_ALLES: '1' }), FOUTEN_ZAAD: options.seed, FOUTEN_KILLS: options.kills };
  forgetTables(faultsFolder);
  const entries = table.flatMap(({ held }) => held.map(({ file, words }) => [file, words] as const));
  const apart = (isBrowser: boolean) => entries.filter(([file]) => isOfBrowser(file) === isBrowser);
  const results = run(['unit', 'dom'], apart(false), 'fouten-unit.json', env);
  if (!options.isWithoutBrowser) {
    if (!build('chrome') || !build('firefox')) return say('De extensie is niet gebouwd; zie de melding hierboven.');
    results.push(...run(['browser'], apart(true), 'fouten-browser.json', { ...env, CHROMIUM: browserPath() }));
  }
  return report(table, results, options);
}

function report(table: readonly FaultRow[], results: readonly Result[], { seed, isWithoutBrowser }: Options): number {
  const lines = table.map((row) => lineOf(row, results, isWithoutBrowser));
  const wrong = lines.flat().filter((cell) => cell === bad || cell === open).length;
  const reasons = table.flatMap(({ id, not, lacking }) => [
    ...(not ? [`${id}, ${not.of.join(', ')}: ${not.because}.`] : []),
    ...(lacking === undefined ? [] : [`${id}: ${lacking}.`]),
  ]);
  const whole = { title: 'Fout × belofte: in hoeveel toetsen gehouden', heads: ['rij', 'fout', ...invariants], lines, wrong };
  const end = [
    ...reasons.map((reason) => `- ${reason}`),
    '',
    wrong === 0 ? 'Elke belofte gehouden.' : `FOUT: ${wrong} cellen zijn leeg of gebroken; zie de toetsen hierboven.`,
  ];
  tell(faultsFolder, `Foutproef, zaad ${seed}`, [...readTables(faultsFolder), whole], end.join('\n'));
  return wrong === 0 ? 0 : 1;
}

/** Each cell: how many tests asked for this promise after this fault, and were answered; or a word that says why none was. */
function lineOf({ id, what, held, not }: FaultRow, results: readonly Result[], isWithoutBrowser: boolean): string[] {
  const cells = invariants.map((invariant) => {
    const asked = held.filter(({ of }) => of.includes(invariant));
    const found = asked.flatMap(({ file, words }) => results.filter((one) => one.file === file && one.name.includes(words)));
    if (found.some(({ status }) => status === 'failed')) return bad;
    const good = found.filter(({ status }) => status === 'passed').length;
    if (good > 0) return String(good);
    if (not?.of.includes(invariant)) return 'n.v.t.';
    return isWithoutBrowser && asked.every(({ file }) => isOfBrowser(file)) ? 'browser' : open;
  });
  return [id, what, ...cells];
}

type Options = NonNullable<ReturnType<typeof read>>;

function read() {
  try {
    const { values } = parseArgs({
      options: {
        zaad: { type: 'string', default: '1' },
        kills: { type: 'string', default: '50' },
        'zonder-browser': { type: 'boolean', default: false },
        steekproef: { type: 'boolean', default: false },
        only: { type: 'string' }, // read by rowsOf
      },
    });
    if (!/^\d+$/.test(values.zaad) || !/^\d+$/.test(values.kills)) return undefined;
    return { seed: values.zaad, kills: values.kills, isWithoutBrowser: values['zonder-browser'], isSample: values.steekproef };
  } catch {
    return undefined; // an option we do not know: the usage says which there are
  }
}

function say(sentence: string): number {
  console.error(sentence);
  return 1;
}

process.exitCode = main();
