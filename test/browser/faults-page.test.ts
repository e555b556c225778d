/**
 * What can happen to a page, a tab, an extension and a disk while a capture runs, in the real browser; afterwards every promise is asked
 * for (I1–I6). The whole of it is `npm run faults`; `npm test` does what is marked so. Everybody is invented.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { faultStage, isWhole, whenAt } from './afterFault.ts';
import type { Launched } from './launch.ts';

const stage = await faultStage(700);
let browser: Launched;
beforeAll(async () => void (browser = await stage.start()));
afterAll(async () => {
  await browser.close();
  await stage.close('3-pagina', 'Pagina, tabblad, extensie en schijf in de echte browser');
});

const last = async () => (await ask(browser, 'listCaptures', {}))[0];

describe.runIf(isWhole)('a tab', () => {
  const happenings: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['is loaded again', (page) => page.reload()],
    ['goes elsewhere', (page) => page.goto('https://x.com/minvoorbeeld')],
    ['goes back', (page) => page.goBack()],
    ['crashes', (page) => page.goto('chrome://crash').catch(() => undefined)],
    ['shows another post without loading (F5)', (page) => page.evaluate(() => history.pushState({}, '', '/minvoorbeeld/status/1'))],
  ];
  it.each(happenings)('that %s ends the capture visibly, and mixes nothing (F4)', async (what, act) => {
    const happened: Promise<unknown>[] = [];
    const { page, run } = await stage.begun(
      browser,
      { reactions: 150 },
      whenAt('unfolding', (tab) => void happened.push(act(tab).catch(() => undefined)), 20),
    );
    await run;
    await page.close();
    const made = await last();
    expect(made === undefined || made.completeness !== 'OK' || made.reactions < 20).toBe(true);
    expect(await stage.leftBroken(browser, `F4 tabblad: ${what}`)).toEqual([]);
  });

  it('that was loaded again is free for another capture, there and then (F4, I6)', async () => {
    const { page, run } = await stage.begun(
      browser,
      { reactions: 60 },
      whenAt('unfolding', (tab) => void tab.reload().catch(() => undefined), 10),
    );
    expect(await run).toBe('failed');
    expect(await stage.capture(browser, page)).toBe('done');
    await page.close();
    expect(await stage.leftBroken(browser, 'F4 zelfde tabblad opnieuw')).toEqual([]);
  });

  it('beside another of the same post captures it too, each once (F14)', async () => {
    const one = await stage.begun(browser, { reactions: 40 });
    const page = await browser.context.newPage();
    await page.goto(one.url, { waitUntil: 'domcontentloaded' });
    expect(await one.run).toBe('done');
    await page.close();
    await one.page.close();
    expect(await stage.leftBroken(browser, 'F14 hetzelfde bericht in twee tabbladen')).toEqual([]);
  });
});

describe.runIf(isWhole)('a page', () => {
  it('that has a control that does nothing is never called whole (F8)', async () => {
    const { page, run } = await stage.begun(browser, { reactions: 40, brokenExpander: true });
    expect(await run).toBe('done');
    await page.close();
    expect((await last())?.completeness).not.toBe('OK');
    expect(await stage.leftBroken(browser, 'F8 uitklappen doet niets')).toEqual([]);
  });

  it('whose marks the reader knows are gone is read by the general one, or fails visibly, and says so (F9)', async () => {
    const { page, run } = await stage.begun(browser, { reactions: 10 }, (status, tab) => {
      if (status.step === 'starting') void tab.evaluate(strange).catch(() => undefined);
    });
    await run;
    await page.close();
    expect(await stage.leftBroken(browser, 'F9 onbekende opmaak')).toEqual([]);
  });

  it('that goes on for ever ends on the budget, and says how much of how much (F6)', async () => {
    const { policy } = await ask(browser, 'getPolicy', {});
    await ask(browser, 'savePolicy', { policy: { ...policy, budgets: { ...policy.budgets, items: 60 } } });
    const { page, run } = await stage.begun(browser, { reactions: 400 });
    await run;
    await page.close();
    await ask(browser, 'savePolicy', { policy });
    expect((await last())?.completeness).toBe('ONVOLLEDIG');
    expect(await stage.leftBroken(browser, 'F6 eindeloze pagina, grens bereikt')).toEqual([]);
  });

  it('of many reactions can be stopped, and is then not called whole (F7)', async () => {
    let isAsked = false;
    const { page, run } = await stage.begun(browser, { reactions: 600 }, (status) => {
      if (isAsked || status.reactions <= 200) return;
      isAsked = true; // once more while it is stripped would end it without a capture
      void ask(browser, 'stopCapture', { job: status.id });
    });
    await run;
    await page.close();
    expect((await last())?.completeness).toBe('ONVOLLEDIG');
    expect(await stage.leftBroken(browser, 'F7 lange draad, gestopt')).toEqual([]);
  });
});

/** The page forgets what its parts are called. */
function strange(): void {
  for (const one of document.querySelectorAll('[data-testid]')) one.removeAttribute('data-testid');
}

describe('a disk', () => {
  it('that is full keeps what stood there, and says how much is needed; with room again all goes on (F10)', async () => {
    const before = (await ask(browser, 'listCaptures', {})).map(({ id }) => id);
    // a quota set from outside does not hold for an extension
    const fills = whenAt('unfolding', () => void browser.worker.evaluate(fillStore));
    const { page, run } = await stage.begun(browser, { reactions: 60 }, fills);
    expect(await run).toBe('failed');
    const panel = await browser.context.newPage();
    await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html?tab=${await browser.tabIdOf(page)}`);
    await panel.getByText(/^Hiervoor is (?:1[6-9]|2\d)\sMB nodig; er is 0\sMB vrij\.$/).waitFor();
    await panel.close();
    await page.close();
    await browser.stopWorker();
    expect((await ask(browser, 'listCaptures', {})).map(({ id }) => id)).toEqual(expect.arrayContaining(before));
    expect(await stage.leftBroken(browser, 'F10 geen ruimte meer in de opslag')).toEqual([]);
  });

  it.runIf(isWhole)(
    'that changed bytes is found out; what was not touched goes on, and the rest can be deleted (F11)',
    async () => {
      const made = await stage.begun(browser, { reactions: 3 });
      await made.run;
      await made.page.close();
      await browser.close();
      expect(flipBlobs(join(stage.profile, 'Default', 'IndexedDB'))).toBeGreaterThan(0);
      browser = await stage.start();
      const damaged: string[] = [];
      for (const { id } of await ask(browser, 'listCaptures', {}))
        await ask(browser, 'getCapture', { id }).catch(({ code }: { code: string }) => damaged.push(`${id} ${code}`));
      expect(damaged.length).toBeGreaterThan(0);
      expect(damaged.filter((one) => !one.endsWith('storage-failed'))).toEqual([]);
      for (const one of damaged) await ask(browser, 'deleteCapture', { id: one.split(' ')[0] ?? '', reason: 'beschadigd' });
      expect(await stage.leftBroken(browser, `F11 bytes op schijf veranderd, ${damaged.length} beschadigd`)).toEqual([]);
    },
  );
});

/** In the worker, until it stops: the browser says that there is hardly any room. */
function fillStore(): void {
  navigator.storage.estimate = async () => ({ usage: 90_000_000, quota: 90_400_000 });
}

/** One bit in the middle of every stored file that the browser keeps apart; answers how many. */
function flipBlobs(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && one.parentPath.includes('.blob'),
  );
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(path, bytes);
  }
  return files.length;
}

describe.runIf(isWhole)('an extension', () => {
  it('that is loaded anew in the middle says that the capture failed (F13)', async () => {
    const reloaded = Promise.withResolvers<void>();
    const { page, run } = await stage.begun(
      browser,
      { reactions: 120 },
      whenAt('unfolding', () => void loadAnew(browser).then(reloaded.resolve, reloaded.reject), 10),
    );
    await reloaded.promise;
    await page.close();
    await run;
    await browser.close();
    browser = await stage.start();
    expect(await stage.leftBroken(browser, 'F13 extensie herladen')).toEqual([]);
  });
});

/** As an update does: the same extension comes in again, and everything of the one before it ends. */
async function loadAnew({ context }: Launched): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  const loose = cdp as unknown as { send(method: string, parameters: object): Promise<unknown> }; // Extensions.* is not in its types
  await loose.send('Extensions.loadUnpacked', { path: outputOf('chrome') });
}
