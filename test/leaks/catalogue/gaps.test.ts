// @vitest-environment jsdom
/** What is known to go wrong, so that it is noticed when it no longer does. */
import { describe, expect, it } from 'vitest';
import { cleanMedia } from '../../../lib/privacy/cleanMedia.ts';
import { trip, tripOfDraft } from '../pipeline.ts';
import { gaps } from './gaps.ts';
import { rows } from './rows.ts';
import { nasty, oracle } from './set.ts';

describe('a known gap', () => {
  for (const { row: id, person, what } of gaps) {
    it.fails(`${id}, ${person}: ${what}`, { timeout: 60_000 }, async () => {
      const row = rows.find((one) => one.id === id);
      const cases = [oracle, nasty].flatMap((set) => row?.cases(set) ?? []).filter(({ name }) => name.endsWith(` ${person}`));
      const results = await Promise.all(cases.map((one) => one.judge({ trip, tripOfDraft, cleanMedia })));
      expect(results.filter((one) => one !== undefined && one.verdict !== 'schoon').map((one) => one?.verdict)).toEqual([]);
    });
  }
});
