/** The list of threats has no hole: every row names tests, and they are there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import { table } from './table.ts';

it('has every threat once, T1 to T31', () => {
  expect(table.map(({ id }) => id)).toEqual(Array.from({ length: 31 }, (_, n) => `T${n + 1}`));
});

it.each(table)('$id is held by tests that are there: $what', ({ held }) => {
  expect(held.length).toBeGreaterThan(0);
  for (const [file, words] of held) {
    const source = readFileSync(join(root, file), 'utf8');
    // the name of a page in a table of pages stands apart from its sentence
    const isThere = source.includes(words) || source.includes(words.replace('a page that ', ''));
    expect([file, words, isThere]).toEqual([file, words, true]);
  }
});
