// @vitest-environment jsdom
/** S6: whoever switches off a rule of the product is caught by a row of the catalogue. A rule that no row guards is not proven. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mutations, undo } from './mutations.ts';
import { isGood } from './row.ts';
import type { Result } from './row.ts';
import { rows } from './rows.ts';
import type { Product } from './rows.ts';
import { nasty, oracle } from './set.ts';
import { writeTable } from './table.ts';

const lines: string[][] = [];
async function freshProduct(): Promise<Product> {
  const { trip, tripOfDraft } = await import('../pipeline.ts');
  const { cleanMedia } = await import('../../../lib/privacy/cleanMedia.ts');
  return { trip, tripOfDraft, cleanMedia };
}

/** The rows named first; the others only when those let it pass. */
async function firstCatch(product: Product, expected: readonly string[]): Promise<Result | undefined> {
  const inOrder = [...rows.filter(({ id }) => expected.includes(id)), ...rows.filter(({ id }) => !expected.includes(id))];
  for (const row of inOrder) {
    const cases = [
      ...row.cases(oracle).slice(0, expected.includes(row.id) ? 20 : 1),
      ...(expected.includes(row.id) ? row.cases(nasty) : []),
    ];
    for (const one of cases) {
      const result = await one.judge(product);
      if (result && !isGood(result)) return result;
    }
  }
  return undefined;
}

describe('a rule that is switched off is noticed', () => {
  afterEach(() => {
    undo();
    vi.resetModules();
    const wrong = lines.filter(([, by]) => by === '-').length;
    writeTable('regels', { title: 'Regels uitgezet (S6)', heads: ['regel', 'gevangen door', 'hoe', 'met'], lines, wrong });
  });

  it.each(mutations)('$rule', { timeout: 240_000 }, async ({ rule, rows: expected, switchOff }) => {
    vi.resetModules();
    switchOff();
    const caught = await firstCatch(await freshProduct(), expected);
    lines.push([rule, caught?.row ?? '-', caught?.verdict ?? 'ongemerkt', caught?.where ?? '-']);
    expect(caught, `no row of the catalogue notices that this rule is off`).toBeDefined();
  });
});
