/** The list of faults has no hole: every row asks for every promise, or says why not, by tests that are there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import { acts, faults } from './campaign.ts';
import { invariants } from './promises.ts';
import { table } from './table.ts';

/** The loop's names are made of its tables. */
const ofLoop = acts.flatMap(({ name }) => faults.map((fault) => `${name} keeps its promises: ${fault.id} ${fault.name}`));

it('has every fault once, F1 to F30', () => {
  expect(table.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, n) => `F${n + 1}`));
});

it.each(table)('$id has no empty cell: $what', ({ held, not }) => {
  const covered = new Set([...held.flatMap(({ of }) => of), ...(not?.of ?? [])]);
  expect(invariants.filter((one) => !covered.has(one))).toEqual([]);
  for (const { file, words } of held) {
    const source = readFileSync(join(root, file), 'utf8');
    const isThere = source.includes(words) || ofLoop.some((name) => name.includes(words));
    expect([file, words, isThere]).toEqual([file, words, true]);
  }
});
