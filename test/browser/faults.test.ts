/**
 * The real browser stopped and killed in the middle: afterwards every capture that was begun is there or has visibly failed, the log is
 * whole, nobody is stored, and the user can go on (I1–I6). `npm run faults` kills it fifty times. Everybody is invented.
 */
import { cpSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { dice } from '../../lib/practice/dice.ts';
import { faultStage, firstSeed, isWhole, whenAt } from './afterFault.ts';

const kills = isWhole ? Number(process.env['FOUTEN_KILLS'] ?? 50) : 1;
const stage = await faultStage(300);
afterAll(() => stage.close('2-browser', 'De echte browser gestopt en gedood'));

describe('a browser that goes on', () => {
  it('says that a capture ended with its tab, and takes the next one (F4)', async () => {
    const browser = await stage.start();
    const { run } = await stage.begun(
      browser,
      { reactions: 150 },
      whenAt('unfolding', (page) => void page.close()),
    );
    expect(await run).toBe('failed');
    expect(await stage.leftBroken(browser, 'F4 tabblad gesloten tijdens het lezen')).toEqual([]);
    await browser.close();
  });

  it.runIf(isWhole).each(['unfolding', 'reading', 'media', 'stripping', 'storing'] as const)(
    'stores once, or says that it failed, when the worker is stopped at "%s" (F1)',
    async (step) => {
      const browser = await stage.start();
      const { page, run } = await stage.begun(
        browser,
        { reactions: 60 },
        whenAt(step, () => void browser.stopWorker()),
      );
      await run;
      await page.close();
      expect(await stage.leftBroken(browser, `F1 worker gestopt bij ${step}`)).toEqual([]);
      await browser.close();
    },
  );
});

const steps = ['media', 'stripping', 'storing', 'done'] as const;
const seeds = (count: number) => Array.from({ length: count }, (_, at) => firstSeed + at);

describe('a browser that was killed', () => {
  it.each(seeds(kills))(
    'has every capture whole or visibly failed when it comes back, seed %i (F2)',
    { timeout: 300_000 },
    async (killSeed) => {
      const roll = dice(killSeed);
      const browser = await stage.start();
      // half of them anywhere, half of them at the end, where a moment lasts shorter
      const step = roll.below(2) === 0 ? undefined : steps[roll.below(steps.length)];
      const afterMs = roll.below(step === undefined ? 6_000 : 300);
      const reached = Promise.withResolvers<void>();
      const { run } = await stage.begun(
        browser,
        { reactions: 30 + roll.below(150) },
        whenAt(step ?? 'unfolding', () => reached.resolve()),
      );
      await Promise.race([run, reached.promise.then(() => wait(afterMs))]);
      await browser.kill();
      await run;
      const again = await stage.start();
      expect(
        await stage.leftBroken(again, `F2 gedood ${afterMs} ms na begin van ${step ?? 'unfolding'}, zaad ${killSeed}`),
      ).toEqual([]);
      await again.close();
    },
  );

  it.runIf(isWhole).each(seeds(3))(
    'is recovered when it is killed once more while it recovers, seed %i (F30)',
    { timeout: 300_000 },
    async (killSeed) => {
      const roll = dice(killSeed);
      const browser = await stage.start();
      const { run } = await stage.begun(browser, { reactions: 60 });
      await Promise.race([run, wait(500 + roll.below(3_000))]);
      await browser.kill();
      await run;
      const second = await stage.start();
      await wait(roll.below(400));
      await second.kill();
      const third = await stage.start();
      expect(await stage.leftBroken(third, `F30 gedood tijdens het herstel, zaad ${killSeed}`)).toEqual([]);
      await third.close();
    },
  );
});

/** A browser at work takes files away while they are copied: then that was no moment, and another is taken. */
function copyOfLive(profile: string, copy: string): void {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(copy, { recursive: true, force: true });
    try {
      cpSync(profile, copy, { recursive: true, filter: (path) => !/Singleton|\.sock$|lockfile/.test(path) });
      return;
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isGone || attempt === 10) throw error;
    }
  }
}

describe('a disk as it stood at some moment', () => {
  it.runIf(isWhole).each(seeds(5))('is a profile in which nothing is half, seed %i (F3)', { timeout: 300_000 }, async (seed) => {
    const roll = dice(seed);
    const copy = `${stage.profile}-kopie`;
    const browser = await stage.start();
    const { run } = await stage.begun(browser, { reactions: 30 + roll.below(100) });
    await Promise.race([run, wait(500 + roll.below(5_000))]);
    try {
      copyOfLive(stage.profile, copy);
    } finally {
      await run;
      await browser.close();
    }
    const there = await stage.start(copy);
    expect(await stage.leftBroken(there, `F3 kopie van de schijf op een willekeurig moment, zaad ${seed}`)).toEqual([]);
    await there.close();
    rmSync(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
});
