/** Packages made of random drafts: every one is good, says what was captured, and is the same when made again. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../lib/bundle/layout.ts';
import { postRecord, reactionsRecord } from '../../../lib/bundle/records.ts';
import { verifyPackage } from '../../../lib/bundle/verify.ts';
import postSchema from '../../../lib/bundle/schemas/bericht.schema.json' with { type: 'json' };
import profileSchema from '../../../lib/bundle/schemas/profiel.schema.json' with { type: 'json' };
import reactionsSchema from '../../../lib/bundle/schemas/reacties.schema.json' with { type: 'json' };
import { captureOf, randomDraft } from './random-drafts.ts';
import { itemOf, itemsOf, said } from './read-records.ts';
import { build, bytesOf } from './sample.ts';
import { faults } from './schema.ts';
import { unzipped } from './unzipped.ts';
import type { Files } from './unzipped.ts';
import { validateXml } from './xsd.ts';

/** `npm run packages` makes 200, and lets all judges look at them. */
const numRuns = Number(process.env['PAKKETTEN'] ?? 25);

type Json = Record<string, unknown>;
const nowhere = () => undefined;

function recordsOf(files: Files): { readonly path: string; readonly record: Json }[] {
  return [...files]
    .filter(([path]) => path.endsWith('-gegevens.json'))
    .map(([path, bytes]) => ({ path, record: JSON.parse(new TextDecoder().decode(bytes)) as Json })); // the schema looks at it
}

const schemaOf = (path: string) =>
  path.includes('/reacties-') ? reactionsSchema : path.includes('/profiel-') ? profileSchema : postSchema;

describe('a package of any draft', () => {
  it(
    'is good by our own checks, by the schema of MDTO and by our JSON Schemas, and the same bytes when made again',
    { timeout: numRuns * 12_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(randomDraft, async (random) => {
          const capture = await captureOf(random);
          const [result, again] = [await build(capture), await build(await captureOf(random))];
          const bytes = await bytesOf(result);
          expect(Buffer.from(bytes).equals(Buffer.from(await bytesOf(again)))).toBe(true);
          const report = await verifyPackage(bytes, { pakbon: result.pakbon, fileName: result.fileName, validateXml });
          expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
          for (const { path, record } of recordsOf(await unzipped(bytes))) expect(faults(schemaOf(path), record)).toEqual([]);
        }),
        { numRuns },
      );
    },
  );

  it('loses nothing of an item between the capture and the structured data', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomDraft, async (random) => {
        const capture = await captureOf(random);
        const layout = layoutOf(capture);
        const records: Json[] = [
          ...layout.posts.map((post) => postRecord(capture, layout, post, nowhere)),
          ...layout.reactions.map((thread) => reactionsRecord(capture, layout, thread, nowhere)),
        ];
        const written = JSON.parse(JSON.stringify(records)) as Json[]; // as a reader of the file gets them
        const notes = written.flatMap((record) => (record['orderedItems'] as Json[] | undefined) ?? [record]);
        const read = new Map(notes.map((note) => [itemOf(note).key, itemOf(note)]));
        const expected = new Map([...itemsOf(capture)].map(([key, item]) => [key, said(item)]));
        expect(read).toEqual(expected);
      }),
      { numRuns },
    );
  });
});
