/** Faults without a browser: after every one the invariants hold (docs/faults.md). `npm run faults` walks every call. Everybody is invented. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../lib/store/database.ts';
import { faultsFolder, writeTable } from '../leaks/catalogue/table.ts';
import { acts, countOf, faults, loop } from './campaign.ts';
import type { Outcome } from './campaign.ts';
import { broken } from './invariants.ts';
import { invariants } from './promises.ts';
import { installSeam } from './seam.ts';
import { begin, captureId, citizen, furnish, handOver } from './world.ts';

const isWhole = process.env['FOUTEN_ALLES'] === '1';
const seed = Number(process.env['FOUTEN_ZAAD'] ?? 1);
const outcomes: Outcome[] = [];

beforeAll(() => {
  installSeam();
  furnish();
});

afterAll(() => {
  if (isWhole) keepTable();
});

describe.each(acts)('$name', (act) => {
  it.each(faults)('keeps its promises: $id $name', { timeout: 600_000 }, async (fault) => {
    const outcome = await loop(act, fault, { most: isWhole ? Number.POSITIVE_INFINITY : act.sample, seed });
    outcomes.push(outcome);
    expect(outcome.findings).toEqual([]);
  });
});

describe('the judge of the invariants', () => {
  it('sees a capture that the log does not tell of, somebody on disk, and bytes that are gone', async () => {
    await begin();
    await handOver();
    expect(await broken()).toEqual([]);
    const { captures, blobs, log } = database();
    const content = (await captures.get(captureId))?.content ?? '';
    await blobs.update(content, { blob: new Blob([`gegroet, ${citizen.name}`]) });
    await log
      .where('object')
      .equals(captureId)
      .and(({ actie }) => actie === 'stripped')
      .delete();
    const found = new Set((await broken()).map(({ invariant }) => invariant));
    expect([...found]).toEqual(expect.arrayContaining(['I2', 'I4', 'I5']));
  });
});

function keepTable(): void {
  mkdirSync(faultsFolder, { recursive: true });
  writeTable(
    '1-lus',
    {
      title: 'Fout op elke aanroep in de lus, zonder browser: schendingen per belofte',
      heads: ['handeling', 'fout', 'aanroepen', 'fouten gezet', ...invariants],
      lines: outcomes.map((one) => [
        one.act,
        one.fault,
        String(one.calls),
        String(one.points),
        ...invariants.map((name) => String(countOf(one, name))),
      ]),
      wrong: outcomes.reduce((sum, { findings }) => sum + findings.length, 0),
    },
    faultsFolder,
  );
}
