/** What must hold on every network, walked on the stand by the built extension. People on the stand are invented. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeguard } from '../../../scripts/drive.ts';
import { scanFilePlainly, scanFolderPlainly } from '../../leaks/scan.ts';
import type { Plants } from '../../stand/network.ts';
import type { Completeness } from '../../../lib/model/capture.ts';
import type { NetworkName, ThreadParams } from '../../stand/thread-model.ts';
import { unzipped } from '../../lib/bundle/unzipped.ts';
import type { Truth } from '../../stand/truth.ts';
import { needlesOf, shape, startJourney, trueShape } from '../journey.ts';
import type { Journey } from '../journey.ts';

export interface Expectations {
  /** The network's layouts on the stand, newest first. */
  readonly layouts: readonly string[];
  /** How deep answers go on this network. */
  readonly depth: number;
  /** Whether a reaction's moment is exact: by its id, the markup or the page's own answers. */
  readonly hasExactTimes: boolean;
  /** The network plays its films and offers no file: then that is what a whole capture falls short of, and nothing else. */
  readonly lacksFilm?: true;
  /** Pages that are refused, with the code of the refusal. */
  readonly refused: readonly (readonly [string, 'out-of-scope' | 'page-needs-login'])[];
  /** Tests of this network alone. */
  readonly also?: (journey: () => Journey) => void;
}

/** `VEILIGSTELLER_REACTIES=2000` walks whole threads; each time that much would cost a quarter of an hour. */
const many = Number(process.env['VEILIGSTELLER_REACTIES'] ?? 120);

/** Which number somebody gets is drawn by lot in every capture (D5). */
const unnumbered = (text: string | undefined) => text?.replaceAll(/Reageerder \d+/g, 'Reageerder');

/** What a page says to whoever looks at it of their own acts. */
const saidToEmployee = ['Jij en 12 anderen', 'Liked by you and 41 others', 'Door jou gedeeld'];

/** In the post and in the first reactions. */
function ofEmployee({ post, reactions }: Truth): Plants {
  const lines = saidToEmployee.map((line) => `<div><span>${line.slice(0, 3)}</span>${line.slice(3)}</div>`).join('');
  return { items: Object.fromEntries([post, ...reactions.slice(0, 8)].map(({ id }) => [id, lines])) };
}

/** What a package says, as text without its markup. */
async function wordsOf(file: string): Promise<string> {
  const files = [...(await unzipped(new Uint8Array(readFileSync(file))))].filter(([path]) => /\.(?:html|json|csv)$/.test(path));
  return files.map(([, bytes]) => new TextDecoder().decode(bytes).replaceAll(/<[^>]*>/g, '')).join('\n');
}

const withoutNotes = (record: { completeness: Completeness } | undefined) =>
  record && {
    ...record,
    completeness: { ...record.completeness, reasons: record.completeness.reasons.filter(({ code }) => code !== 'reader-note') },
  };

export function networkSuite(network: NetworkName, wanted: Expectations): void {
  describe.each([network])('%s', () => {
    const whole = wanted.lacksFilm
      ? { state: 'TEKORT', reasons: [{ code: 'media-missing', detail: { count: 1 } }] }
      : { state: 'OK' };
    let journey: Journey;
    beforeAll(async () => {
      journey = await startJourney([network]);
    });
    afterAll(() => journey.close());

    const compared = (shapes: ReturnType<typeof trueShape>) =>
      wanted.hasExactTimes ? shapes : shapes.map(({ isOwn, parent }) => ({ isOwn, parent }));
    const capturedThread = async (params: ThreadParams) => {
      const { url, truth } = journey.stand.setThread(network, params);
      return { ...(await journey.captured(url)), truth };
    };

    it(
      `gives ${many} reactions, ${wanted.depth} deep, whose rows come and go: all, in order, and nobody in it`,
      { timeout: 600_000 },
      async () => {
        const { capture, file, truth } = await capturedThread({
          seed: 41,
          reactions: many,
          replyShare: 0.4,
          maxDepth: wanted.depth,
        });
        expect(capture.reactions.length).toBe(truth.reactions.length);
        expect(compared(shape(capture) as ReturnType<typeof trueShape>)).toEqual(compared(trueShape(truth))); // the same, or the test fails
        expect(capture.completeness).toMatchObject({ ...whole, displayed: truth.displayedReactions });
        expect(scanFilePlainly(file, needlesOf(truth))).toEqual([]);
        expect(scanFolderPlainly(journey.profile, needlesOf(truth))).toEqual([]);
      },
    );

    it.each(wanted.layouts.slice(1))('reads the layout "%s" the same', async (layout) => {
      const params: ThreadParams = { seed: 42, reactions: 40, replyShare: 0.4, maxDepth: wanted.depth };
      const { capture, file, truth } = await capturedThread({ ...params, layout });
      expect(compared(shape(capture) as ReturnType<typeof trueShape>)).toEqual(compared(trueShape(truth))); // idem
      expect(capture.completeness).toMatchObject(whole);
      expect(scanFilePlainly(file, needlesOf(truth))).toEqual([]);
    });

    // the third is a language nobody speaks; other real ones stand in test/fixtures
    it('gives the same records whatever the language of the page (D17)', async () => {
      const records = [];
      for (const language of ['nl', 'en', 'xx'] as const) {
        const { capture } = await capturedThread({ seed: 43, reactions: 24, replyShare: 0.4, maxDepth: wanted.depth, language });
        records.push({
          completeness: capture.completeness,
          replies: capture.replies.possible,
          posts: capture.posts.map(({ text, kind, media }) => ({ text: unnumbered(text), kind, media: media.length })),
          reactions: capture.reactions.map(({ key, kind, text, parent, media }) => ({
            key,
            kind,
            text: unnumbered(text),
            parent,
            media: media.length,
          })),
        });
      }
      expect(records[0]).toMatchObject({ completeness: whole, replies: 'yes' });
      expect(records[0]?.reactions).toHaveLength(24);
      expect(records[1]).toEqual(records[0]);
      // what only words tell, such as the order of the comments, is doubted in that language, and the doubt is noted
      expect(withoutNotes(records[2])).toEqual(withoutNotes(records[0]));
    });

    it('tells what is missing when a control does nothing, and nothing of whoever captures', async () => {
      const params: ThreadParams = {
        seed: 44,
        reactions: 50,
        replyShare: 0.5,
        maxDepth: wanted.depth,
        brokenExpander: true,
      };
      journey.stand.plant(network, ofEmployee(journey.stand.setThread(network, params).truth));
      const { capture, file, truth } = await capturedThread(params);
      journey.stand.plant(network, {});
      expect(capture.reactions.length).toBeLessThan(truth.reactions.length);
      expect(capture.completeness).toMatchObject({
        state: 'TEKORT',
        displayed: truth.displayedReactions,
        captured: capture.reactions.length,
      });
      expect(capture.completeness.reasons.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['fewer-than-displayed', 'controls-left']),
      );
      // P8: who captures is nowhere, not as one of those who liked or shared something either
      const words = await wordsOf(file);
      const ofTheirs = truth.identifiers.flatMap(({ where, value }) => (where === 'employee' ? [value] : []));
      expect([...saidToEmployee, ...ofTheirs].filter((said) => words.includes(said))).toEqual([]);
    });

    it.each(wanted.refused)('refuses %s (R2)', async (address, code) => {
      const page = await journey.open(address);
      await expect(safeguard(journey.browser, page, { out: journey.out })).rejects.toMatchObject({ code });
      await page.close();
    });

    wanted.also?.(() => journey);
  });
}
