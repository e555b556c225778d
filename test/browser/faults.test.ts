/**
 * The real browser stopped, closed and killed in the middle: afterwards every capture that was begun is there or has visibly failed,
 * the log is whole, and the user can go on (I1–I4, I6). `npm run faults` kills it fifty times; I5 after kills is `npm run leaks`.
 * Everybody is invented.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../lib/model/chain.ts';
import type { JobStatus } from '../../lib/model/job.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask, safeguard } from '../../scripts/drive.ts';
import { faultsFolder, writeTable } from '../leaks/catalogue/table.ts';
import { dice } from '../../lib/practice/dice.ts';
import { startStand } from '../stand/server.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

const isWhole = process.env['FOUTEN_ALLES'] === '1';
const kills = isWhole ? Number(process.env['FOUTEN_KILLS'] ?? 50) : 1;
const firstSeed = Number(process.env['FOUTEN_ZAAD'] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-fouten-'));
const lines: string[][] = [];

const stand = await startStand();
let seed = 300;

const start = async (): Promise<Launched> => {
  const browser = await launch({
    extension: outputOf('chrome'),
    stand,
    profile: join(folder, 'profiel'),
    downloads: join(folder, 'downloads'),
    grant: ['https://*/*'],
  });
  await ask(browser, 'savePolicy', { policy: ministryPolicy(['x']) });
  return browser;
};

/** A capture in a tab of its own that is told of at each step; ends well or not. */
async function begun(browser: Launched, reactions: number, onProgress: (status: JobStatus) => void) {
  const { url } = stand.setThread('x', { seed: seed++, reactions, photos: 1 });
  const page = await browser.context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const run = safeguard(browser, page, { out: join(folder, 'uit'), onProgress }).then(
    () => 'done',
    () => 'failed',
  );
  return { page, run };
}

const ends = new Set<string>(['stripped', 'capture-failed', 'gate-stopped']);

/** What does not hold, in words; empty when all does. */
async function broken(browser: Launched): Promise<string[]> {
  const [log, captures] = [await ask(browser, 'getLog', {}), await ask(browser, 'listCaptures', {})];
  const told = (id: string, actie: string) => log.some((line) => line.object === id && line.actie === actie);
  const open = log.filter(
    ({ actie, object }) => actie === 'capture-started' && !log.some((line) => line.object === object && ends.has(line.actie)),
  );
  const { problems, gaps } = await verifyChain(log);
  const unreadable: string[] = [];
  for (const { id } of captures) await ask(browser, 'getCapture', { id }).catch(() => unreadable.push(`I2 ${id} cannot be read`));
  return [
    ...open.map(({ object }) => `I1 ${object} was begun, and nothing was said of it again`),
    ...captures.filter(({ id }) => told(id, 'capture-failed')).map(({ id }) => `I1 ${id} is there and called failed`),
    ...unreadable,
    ...captures.filter(({ id }) => !told(id, 'stripped')).map(({ id }) => `I4 ${id} is there and not in the log`),
    ...(problems.length + gaps > 0 ? ['I4 the log is broken'] : []),
  ];
}

/** What still does not hold after the browser had its time to recover; empty when all does. */
async function leftBroken(browser: Launched, what: string): Promise<string[]> {
  const end = performance.now() + 60_000;
  let found = await broken(browser);
  while (found.length > 0 && performance.now() < end) {
    await wait(200);
    found = await broken(browser);
  }
  const count = (await ask(browser, 'listCaptures', {})).length;
  lines.push([what, String(count), found.length === 0 ? 'I1 I2 I3 I4 gehouden' : found.join('; ')]);
  return found;
}

/** Acts once, when a capture is at this step. */
function whenAt(step: string, act: () => void): (status: JobStatus) => void {
  let isDone = false;
  return (status) => {
    if (isDone || status.step !== step) return;
    isDone = true;
    act();
  };
}

afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  if (isWhole)
    writeTable(
      '2-browser',
      {
        title: 'De echte browser gestopt, gesloten en gedood',
        heads: ['fout', 'vastleggingen daarna', 'uitslag'],
        lines,
        wrong: 0,
      },
      faultsFolder,
    );
});

describe('a browser that goes on', () => {
  it('says that a capture ended with its tab, and takes the next one (F4)', async () => {
    const browser = await start();
    const holder: { close?: () => void } = {};
    const { page, run } = await begun(
      browser,
      150,
      whenAt('unfolding', () => holder.close?.()),
    );
    holder.close = () => void page.close();
    expect(await run).toBe('failed');
    expect(await leftBroken(browser, 'F4 tabblad gesloten tijdens het lezen')).toEqual([]);
    const again = await begun(browser, 3, () => undefined);
    expect(await again.run).toBe('done');
    expect(await leftBroken(browser, 'F4 daarna opnieuw')).toEqual([]);
    await browser.close();
  });

  it.runIf(isWhole).each(['unfolding', 'reading', 'media', 'stripping', 'storing'])(
    'stores once, or says that it failed, when the worker is stopped at "%s" (F1)',
    async (step) => {
      const browser = await start();
      const { page, run } = await begun(
        browser,
        60,
        whenAt(step, () => void browser.stopWorker()),
      );
      await run;
      await page.close();
      expect(await leftBroken(browser, `F1 worker gestopt bij ${step}`)).toEqual([]);
      await browser.close();
    },
  );

  it.runIf(isWhole)('says so when the page was loaded again in the middle (F4)', async () => {
    const browser = await start();
    const holder: { reload?: () => void } = {};
    const { page, run } = await begun(
      browser,
      150,
      whenAt('unfolding', () => holder.reload?.()),
    );
    holder.reload = () => void page.goto('https://x.com/minvoorbeeld');
    await Promise.race([run, wait(20_000)]);
    await page.close();
    await run;
    expect(await leftBroken(browser, 'F4 elders heen tijdens het lezen')).toEqual([]);
    await browser.close();
  });
});

describe('a browser that was killed', () => {
  it.each(Array.from({ length: kills }, (_, at) => firstSeed + at))(
    'has every capture whole or visibly failed when it comes back, seed %i (F2)',
    { timeout: 300_000 },
    async (killSeed) => {
      const roll = dice(killSeed);
      const browser = await start();
      const { run } = await begun(browser, 30 + roll.below(150), () => undefined);
      const afterMs = 300 + roll.below(6_000);
      await Promise.race([run, wait(afterMs)]);
      await browser.kill();
      await run;
      const again = await start();
      expect(await leftBroken(again, `F2 gedood na ${afterMs} ms, zaad ${killSeed}`)).toEqual([]);
      await again.close();
    },
  );
});
