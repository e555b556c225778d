/**
 * The catalogue of leak canaries in the real browser: all positions planted on the stand, every place looked at afterwards, and
 * the browser killed at random moments. `LEKKEN_KILLS`: how many; `LEKKEN_ZAAD`: from which seed. Everybody is invented.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeguard } from '../../scripts/drive.ts';
import type { Outcome } from '../../scripts/drive.ts';
import { controls } from '../leaks/browser/controls.ts';
import { dump } from '../leaks/browser/dump.ts';
import { killedRun } from '../leaks/browser/kills.ts';
import { casting, planted } from '../leaks/browser/planted.ts';
import type { PlantedRow } from '../leaks/browser/planted.ts';
import { diskPlaces, livePlaces } from '../leaks/browser/places.ts';
import type { PlaceResult } from '../leaks/browser/places.ts';
import { heardByWorker, kept, startStage } from '../leaks/browser/stage.ts';
import { carriers } from '../leaks/catalogue/carrier.ts';
import { sets } from '../leaks/catalogue/set.ts';
import type { CanarySet } from '../leaks/catalogue/set.ts';
import { writeTable } from '../leaks/catalogue/table.ts';
import { scanContent } from '../leaks/scan.ts';
import type { Hit, Needle } from '../leaks/scan.ts';
import { needlesOf } from './journey.ts';

const kills = Number(process.env['LEKKEN_KILLS'] ?? 3);
const firstSeed = Number(process.env['LEKKEN_ZAAD'] ?? 1);
const set: CanarySet = sets[0] ?? { name: 'leeg', persons: [] };

interface Seen extends PlantedRow {
  readonly network: string;
  readonly inDraft: number;
  readonly inPage: number;
}

describe('a thread with somebody in every position', () => {
  const seen: Seen[] = [];
  const outcomes: Outcome[] = [];
  let places: PlaceResult[] = [];
  let alive: ReadonlyMap<string, boolean> = new Map();

  beforeAll(async () => {
    const stage = await startStage();
    const needles: Needle[] = [];
    for (const name of ['x', 'mastodon'] as const) {
      const carrier = carriers[name];
      const { url, thread, truth } = stage.stand.setThread(name, {
        seed: 71,
        reactions: 60,
        signedIn: false,
        casting: casting(set, carrier),
      });
      const { plants, rows } = planted(set, carrier, thread);
      stage.stand.plant(name, plants);
      const page = await stage.open(url);
      await page.waitForTimeout(2_000); // the planted scripts do their work in the first second and a half
      const before = `${await dump(page)}\n${JSON.stringify(plants)}`;
      outcomes.push(await safeguard(stage.browser, page, { out: stage.out }));
      await page.close();
      const { fromTabs } = await heardByWorker(stage.browser);
      const planters = rows.flatMap((row) => row.needles);
      const [drafts, inside] = [scanContent(fromTabs, 'concept', planters), scanContent(before, 'pagina', planters)];
      seen.push(
        ...rows.map((row) => ({
          ...row,
          network: carrier.name,
          inDraft: ofRow(drafts, row.position.id),
          inPage: ofRow(inside, row.position.id),
        })),
      );
      needles.push(...planters, ...needlesOf(truth));
    }
    const { keys } = await kept(stage.browser);
    places = await livePlaces(stage, outcomes, needles);
    await stage.close();
    places.push(...diskPlaces(stage, needles, keys));
    stage.clear();
    alive = await controls();
  }, 600_000);

  afterAll(() => {
    const hits = places.flatMap((place) => place.hits);
    writeTable('browser-rijen', {
      title: 'Rijen in de echte browser (X en Mastodon op de proefopstelling)',
      heads: ['rij', 'netwerk', 'wat', 'levend gezien in', 'gevonden na'],
      lines: seen.map(({ position, network, inDraft, inPage }) => [
        position.id,
        network,
        position.what,
        inDraft > 0 ? 'concept' : inPage > 0 ? 'pagina' : 'nee',
        String(ofRow(hits, position.id)),
      ]),
      wrong: hits.length,
    });
    writeTable('browser-plaatsen', {
      title: 'Plaatsen (D1–D20)',
      heads: ['plaats', 'wat', 'bekeken', 'levend (proef)', 'gevonden na', 'opmerking'],
      lines: places.map(({ id, what, seen: much, hits: found, note = '' }) => [
        id,
        what,
        much,
        alive.has(id) ? (alive.get(id) ? 'ja' : 'NEE') : '-',
        String(found.length),
        note,
      ]),
      wrong: hits.length + places.filter(({ isWrong }) => isWrong).length,
    });
  });

  it('had all of them alive before', () => {
    expect(
      seen.filter(({ inDraft, inPage }) => inDraft + inPage === 0).map(({ position, network }) => `${position.id} ${network}`),
    ).toEqual([]);
  });

  it('leaves nobody in any place', () => {
    expect(places.flatMap(({ id, hits }) => hits.map((hit) => told(id, hit)))).toEqual([]);
  });

  it('has the places that it should have, and no others', () => {
    expect(places.filter(({ isWrong }) => isWrong).map(({ id, seen: much }) => `${id}: ${much}`)).toEqual([]);
  });

  it('keeps the own post and the reactions', () => {
    for (const { capture } of outcomes) {
      expect(capture.posts).toHaveLength(1);
      expect(capture.reactions.length).toBeGreaterThan(50);
      expect(JSON.stringify(capture.people)).toContain('minvoorbeeld');
    }
  });

  it('would have found somebody in each place that can be written to', () => {
    expect([...alive].filter(([, isFound]) => !isFound).map(([place]) => place)).toEqual([]);
  });
});

describe('a browser that is killed in the middle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-kills-'));
  const lines: string[][] = [];
  let wrong = 0;
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    writeTable('browser-kills', {
      title: 'Browser gedood (kill -9) op een willekeurig moment',
      heads: ['zaad', 'stap', 'na ms', 'gevonden op schijf'],
      lines,
      wrong,
    });
  });

  it.each(Array.from({ length: kills }, (_, at) => firstSeed + at))(
    'has nobody on disk (seed %i)',
    { timeout: 120_000 },
    async (seed) => {
      const { step, afterMs, hits } = await killedRun({ set, seed, folder });
      lines.push([String(seed), step, String(afterMs), String(hits.length)]);
      wrong += hits.length;
      expect(hits.map((hit) => told(step, hit))).toEqual([]);
    },
  );
});

const ofRow = (hits: readonly Hit[], row: string): number => hits.filter(({ whose }) => whose === row).length;
/** Place, row and kind; never the value. */
const told = (place: string, { whose, kind, form, place: where }: Hit): string =>
  `${place}: ${whose} ${kind} (${form}) in ${where}`;
