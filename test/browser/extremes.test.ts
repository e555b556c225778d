/**
 * Very much of everything (F7), and a slow computer (F23), in the real browser: what it costs is told in figures, what must hold afterwards
 * is asked for (I1–I6). Only in `npm run faults`; `FOUTEN_REACTIES` for fewer than 10,000. Everybody is invented.
 */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extensionMemory } from '../../scripts/deliveries/memory.ts';
import { ask } from '../../scripts/drive.ts';
import type { JobStatus } from '../../lib/model/job.ts';
import { faultsFolder, writeTable } from '../leaks/catalogue/table.ts';
import type { ThreadParams } from '../stand/thread-model.ts';
import { faultStage, isWhole } from './afterFault.ts';
import type { Launched } from './launch.ts';
import { slowDown } from './slowdown.ts';

/** F7: of memory above what the extension has at rest, in MB; a page that asks for more is not what an old laptop can do. */
const memoryLimit = 1_500;
/** The same for ten thousand reactions, their package included. */
const memoryLimitOfMany = 2_500;
const many = Number(process.env['FOUTEN_REACTIES'] ?? 10_000);
const patient = { timeout: 3_600_000 };
const stage = isWhole ? await faultStage(1_500) : undefined;
const figures: string[][] = [];
let browser: Launched;
beforeEach(async () => {
  if (stage) browser = await stage.start();
});
afterEach(() => browser?.close());
afterAll(async () => {
  await stage?.close('6-uitersten', 'Heel veel, en een trage computer');
  const table = { title: 'Wat dat kostte', heads: ['wat', 'gemeten', 'grens'], lines: figures, wrong: 0 };
  if (isWhole) writeTable('7-cijfers', table, faultsFolder);
});

/** What the extension had of memory at most above what it had, while this ran. */
async function memoryOf<T>(work: Promise<T>): Promise<number> {
  const before = extensionMemory(browser.profile);
  const seen = [before];
  const looking = setInterval(() => seen.push(extensionMemory(browser.profile)), 500);
  await work.finally(() => clearInterval(looking));
  return Math.max(...seen) - before;
}

const last = async () => (await ask(browser, 'listCaptures', { limit: 1 }))[0];

describe.runIf(isWhole)('a page with very much', () => {
  const extremes: readonly (readonly [string, ThreadParams])[] = [
    ['a comment of 1 MB', { reactions: 20, texts: { 3: 'Wanneer is het loket weer open? '.repeat(31_250) } }],
    ['answers 50 deep', { reactions: 400, replyShare: 0.97, maxDepth: 50 }],
  ];
  it.each(extremes)('is captured whole or called incomplete: %s (F7)', patient, async (what, params) => {
    const { page, run } = await stage!.begun(browser, params);
    const extra = await memoryOf(run);
    expect(await run).toBe('done');
    await page.close();
    const made = await last();
    expect(made).toMatchObject({ reactions: params.reactions });
    figures.push([what, `${extra} MB erbij, ${made?.completeness ?? 'niets'}`, `${memoryLimit} MB`]);
    expect(extra).toBeLessThan(memoryLimit);
    expect(await stage!.leftBroken(browser, `F7 ${what}`)).toEqual([]);
  });

  it('stops where its time is up, and says that not everything was taken: 5,000 photos in one post (F7)', patient, async () => {
    await allow(120);
    const { page, run } = await stage!.begun(browser, { reactions: 5, photos: 5_000 });
    const extra = await memoryOf(run);
    expect(await run).toBe('done');
    await page.close();
    const made = await last();
    expect(made?.completeness).toBe('ONVOLLEDIG');
    figures.push([
      '5.000 foto’s bij één bericht, in 120 s',
      `${extra} MB erbij, ${made?.completeness ?? 'niets'}`,
      `${memoryLimit} MB`,
    ]);
    expect(extra).toBeLessThan(memoryLimit);
    expect(await stage!.leftBroken(browser, 'F7 5.000 foto’s')).toEqual([]);
  });
});

/** How long a page may be read. */
async function allow(seconds: number): Promise<void> {
  const { policy } = await ask(browser, 'getPolicy', {});
  await ask(browser, 'savePolicy', { policy: { ...policy, budgets: { ...policy.budgets, seconds } } });
}

/** In a page of ours, by its own clock: from the click until the worker no longer does what it did. */
async function stopped(page: Page, { id, tabId, step }: JobStatus): Promise<number> {
  return page.evaluate(
    async ({ job, tab, before }) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ answer: { step: string; failure?: object } }> } };
      }; // as every page of an extension has it
      const since = performance.now();
      await chrome.runtime.sendMessage({ call: 'stopCapture', question: { job } });
      for (;;) {
        const { answer } = await chrome.runtime.sendMessage({ call: 'jobOf', question: { tabId: tab } });
        if (answer.failure || answer.step !== before) return performance.now() - since;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    { job: id, tab: tabId, before: step },
  );
}

describe.runIf(isWhole)('a capture of very much', () => {
  it.each([
    ['unfolding', { reactions: 2_000 }],
    ['media', { reactions: 5, photos: 200 }],
    ['stripping', { reactions: 1_000, batch: 200, delayMs: 0 }],
  ] as const)('is stopped at once at "%s" (F7)', patient, async (step, params) => {
    const own = await browser.context.newPage();
    await own.goto(`chrome-extension://${browser.extensionId}/options.html`);
    const took = Promise.withResolvers<number>();
    const { page, run } = await stage!.begun(browser, params, (status, tab) => {
      if (status.step === step) whenFirst(() => void stopped(own, status).then(took.resolve, took.reject), tab);
    });
    const ms = await took.promise;
    await run;
    await page.close();
    figures.push([`stoppen bij ${step}`, `${(ms / 1_000).toFixed(2)} s`, '1 s']);
    expect(ms).toBeLessThan(20_000);
    expect(await stage!.leftBroken(browser, `F7 gestopt bij ${step}`)).toEqual([]);
  });
});

const begunIn = new WeakSet<Page>();
function whenFirst(act: () => void, page: Page): void {
  if (begunIn.has(page)) return;
  begunIn.add(page);
  act();
}

/** In a page of ours: the longest that a question waited for its answer while this step lasted. */
async function longestWait(page: Page, { tabId, step }: JobStatus): Promise<number> {
  return page.evaluate(
    async ({ tab, during }) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ answer: { step: string } }> } };
      }; // as above
      let longest = 0;
      for (;;) {
        const since = performance.now();
        const { answer } = await chrome.runtime.sendMessage({ call: 'jobOf', question: { tabId: tab } });
        longest = Math.max(longest, performance.now() - since);
        if (answer.step !== during) return longest;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    { tab: tabId, during: step },
  );
}

describe.runIf(isWhole)('a slow computer', () => {
  it('strips very many reactions, and answers meanwhile (F23)', patient, async () => {
    const own = await browser.context.newPage();
    await own.goto(`chrome-extension://${browser.extensionId}/options.html`);
    await allow(3_000);
    const waited = Promise.withResolvers<number>();
    const over = new AbortController();
    const begin = (status: JobStatus) => {
      void slowDown(browser.profile, 4, over.signal);
      void longestWait(own, status).then(waited.resolve, waited.reject);
    };
    let took: JobStatus['tookMs'];
    const { page, run } = await stage!.begun(browser, { reactions: many, batch: 200, delayMs: 0 }, (status, tab) => {
      if (status.step === 'stripping') whenFirst(() => begin(status), tab);
      took = status.tookMs ?? took;
    });
    const extra = await memoryOf(run.finally(() => over.abort()));
    expect(await run).toBe('done');
    await page.close();
    const wait = await waited.promise;
    figures.push([
      `${many} reacties strippen, vier keer zo traag`,
      `${((took?.strip ?? 0) / 1_000).toFixed(1)} s; langste antwoord ${(wait / 1_000).toFixed(1)} s; ${extra} MB erbij`,
      `120 s; ${memoryLimitOfMany} MB`,
    ]);
    expect(extra).toBeLessThan(memoryLimitOfMany);
    expect((await last())?.reactions).toBe(many);
    expect(await stage!.leftBroken(browser, 'F23 trage computer')).toEqual([]);
  });
});
