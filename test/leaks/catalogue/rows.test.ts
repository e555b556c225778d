// @vitest-environment jsdom
/**
 * The catalogue of leak canaries over the whole trip without a browser, once with each cast. `LEKKEN_ALLES`: everybody on
 * every row; otherwise two people a row of the first cast and one of the others, taken in turn.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { cleanMedia } from '../../../lib/privacy/cleanMedia.ts';
import { trip, tripOfDraft } from '../pipeline.ts';
import { isGood } from './row.ts';
import type { Result } from './row.ts';
import { rows } from './rows.ts';
import type { Case } from './rows.ts';
import { sets } from './set.ts';
import { rowHeads, rowLine, writeTable } from './table.ts';

const product = { trip, tripOfDraft, cleanMedia };
const isWhole = process.env['LEKKEN_ALLES'] !== undefined;

function chosen(cases: readonly Case[], at: number, isFirstSet: boolean): readonly Case[] {
  if (isWhole) return cases;
  const turn = (at * 5 + 2) % Math.max(1, cases.length);
  return [...new Set(isFirstSet ? [0, turn] : [turn])].flatMap((place) => cases[place] ?? []);
}

describe.each(sets)('$name', (set) => {
  const lines: string[][] = [];
  let wrong = 0;
  afterAll(() => {
    const title = `Rijen zonder browser, mensen uit ${set.name}`;
    writeTable(`rijen-${set.name.replace(/\W+/g, '-')}`, { title, heads: rowHeads, lines, wrong });
  });

  const each = rows.map((row, at) => ({ row, cases: chosen(row.cases(set), at, set === sets[0]) }));
  // a limit for each page that is read, for a row is as slow as it has people
  for (const { row, cases } of each)
    it(`${row.id} ${row.what}`, { timeout: 60_000 + cases.length * 30_000 }, async () => {
      const all: Result[] = [];
      for (const one of cases) all.push(...[(await one.judge(product)) ?? []].flat());
      const bad = all.filter((one) => !isGood(one));
      lines.push(rowLine(row.id, row.what, all));
      wrong += bad.length;
      expect(bad.map(({ where, verdict, note = '' }) => `${where}: ${verdict} ${note}`)).toEqual([]);
    });
});
