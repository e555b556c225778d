/**
 * A disk that is really full, or really loses its power, under the profile of a real browser (I1–I6). Only in
 * `npm run faults`; skipped, and said, where no disk can be mounted. Everybody is invented.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { dice } from '../../lib/practice/dice.ts';
import type { Told } from '../../lib/model/failure.ts';
import { ask } from '../../scripts/drive.ts';
import { chromium, faultStageOf, firstSeed, isWhole, whenAt } from './afterFault.ts';
import type { FaultStage } from './afterFault.ts';
import { smallDisk } from './disk.ts';
import type { Launched } from './launch.ts';

const disk = isWhole ? smallDisk(700) : undefined;
const patient = { timeout: 300_000 };
let stage: FaultStage<Launched, Page>;
beforeAll(async () => {
  if (disk) stage = await faultStageOf(chromium, 1_100, join(disk.folder, 'werk'));
});
afterAll(async () => {
  await stage?.close('5-schijf', 'Een echte schijf, vol of zonder stroom');
  await disk?.remove();
});
/** The message can name what is needed, and what there is. */
const lackingRoom = { code: 'storage-full', detail: { neededBytes: expect.any(Number), leftBytes: expect.any(Number) } };
/** It never became a capture: there is nobody to tell. */
const notBegun = { code: 'storage-full', detail: { neededBytes: 0, leftBytes: 0 } };
const captured = async (browser: Launched) => (await ask(browser, 'listCaptures', {})).map(({ id }) => id);

async function opensWithin(patienceMs: number, there: () => Promise<readonly string[]>): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while ((await there()).length === 0 && performance.now() < end) await wait(500);
  return performance.now() < end;
}

describe.skipIf(!disk)('a disk that is full', () => {
  let browser: Launched;
  beforeAll(async () => {
    browser = await stage.start();
    const { page, run } = await stage.begun(browser, { reactions: 10 });
    await run;
    await page.close();
  }, 120_000);
  afterEach(() => disk?.free());
  afterAll(() => browser?.close());

  /** With room again all is as it was, and goes on. */
  async function isKept(before: readonly string[], page: Page, what: string): Promise<void> {
    disk?.free();
    await page.close();
    const there = () => captured(browser).catch(() => []); // a connection the browser gave up is made anew
    if (!(await opensWithin(30_000, there))) {
      // the store of a browser that keeps it closed opens when it is started again, as the message says
      await browser.close();
      browser = await stage.start();
    }
    await expect.poll(there, { timeout: 60_000 }).toEqual(expect.arrayContaining([...before]));
    expect(await stage.leftBroken(browser, what)).toEqual([]);
    for (const id of before) expect(await ask(browser, 'exportCapture', { id })).toMatchObject({ sha256: expect.any(String) });
  }

  it.each(['before', 'unfolding'] as const)(
    'says that there is no room, and loses nothing, full %s (F10)',
    patient,
    async (moment) => {
      const before = await captured(browser);
      if (moment === 'before') disk?.fill();
      const { page, run } = await stage.begun(
        browser,
        { reactions: 60, photos: 4 },
        whenAt('unfolding', () => disk?.fill()),
      );
      expect(await run).toBe('failed');
      // of the capture, or of the question itself where not even that can be read
      const told = await ask(browser, 'jobOf', { tabId: await browser.tabIdOf(page) }).then(
        (status) => status?.failure,
        ({ code, detail }: Told) => ({ code, detail }),
      );
      expect(told ?? notBegun).toMatchObject(lackingRoom);
      await isKept(before, page, `F10 schijf echt vol: ${moment}`);
    },
  );

  it('makes the package once there is room, when it could not be made (F10)', patient, async () => {
    const { page, run } = await stage.begun(browser, { reactions: 30 });
    expect(await run).toBe('done');
    const before = await captured(browser);
    disk?.fill();
    const asked = ask(browser, 'exportCapture', { id: before.toSorted().at(-1) ?? '' });
    await expect(asked).rejects.toMatchObject({ code: 'storage-full', detail: { neededBytes: expect.any(Number) } });
    await isKept(before, page, 'F10 schijf echt vol bij het opslaan van het bestand');
  });
});

const seeds = Array.from({ length: 3 }, (_none, at) => firstSeed + at);

describe.skipIf(!disk)('a disk that lost its power', () => {
  it.each(seeds)('has what was called stored, and nothing half, seed %i (F3)', patient, async (seed) => {
    const roll = dice(seed);
    const profile = join(stage.profile, '..', `stroom-${seed}`);
    const copy = mkdtempSync(join(tmpdir(), 'veiligsteller-stroom-'));
    // a profile as it is on a computer that was in use: what the browser keeps of its extensions has been written
    await (await stage.start(profile)).close();
    disk?.settle();
    const browser = await stage.start(profile);
    const first = await stage.begun(browser, { reactions: 5 });
    expect(await first.run).toBe('done');
    const stored = await captured(browser);
    const { run } = await stage.begun(browser, { reactions: 20 + roll.below(80) });
    await Promise.race([run, wait(roll.below(6_000))]);
    disk?.cutPower();
    await browser.kill().catch(() => undefined); // its lock cannot be taken away: there is no disk
    await run;
    await disk?.restart();
    // a machine that starts again; the locks are of the browser that was there before
    cpSync(profile, copy, { recursive: true, filter: (path) => !/Singleton|\.sock$/.test(path) });
    const again = await stage.start(copy);
    expect(stored).toHaveLength(1);
    expect(await captured(again)).toEqual(expect.arrayContaining(stored));
    expect(await stage.leftBroken(again, `F3 stroom weg onder de schijf, zaad ${seed}`)).toEqual([]);
    await again.close();
    rmSync(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
});
