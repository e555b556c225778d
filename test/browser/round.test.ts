/** R9, R26: a periodic round on the stand's X, cut off once, and a post that is captured again. By the keyboard. Everybody is invented. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { byKeyboard } from './byKeyboard.ts';
import { faultsOf } from './judge.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

const patience = { timeout: 40_000 };
const out = mkdtempSync(join(tmpdir(), 'veiligsteller-ronde-'));
const profile = join(out, 'profiel');
const policy = ministryPolicy(['x']);
let stand: Stand;
let browser: Launched;

const start = () => launch({ extension: outputOf('chrome'), stand, profile, grant: ['https://*/*'] });

beforeAll(async () => {
  stand = await startStand();
  browser = await start();
  const accounts = policy.accounts.map((account) =>
    account.type === 'hybride' ? { ...account, round: 'week' as const, roundWords: ['begroting'] } : account,
  );
  await ask(browser, 'savePolicy', { policy: { ...policy, accounts, repeatAfterDays: [7] } });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stand.close();
  rmSync(out, { recursive: true, force: true });
});

async function ours(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  return page;
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor(patience);
const captures = () => ask(browser, 'listCaptures', {});

describe('a periodic round', () => {
  it('is asked for, by a notice too, and captures nothing by itself', async () => {
    stand.setThread('x', { seed: 61, account: 'minister', reactions: 4 });
    await browser.worker.evaluate(ringAlarm);
    await expect.poll(() => browser.worker.evaluate(notices), patience).toEqual(['aan-de-beurt']);
    const overview = await ours('dashboard.html');
    await heading(overview, 'Aan de beurt');
    expect(await overview.getByRole('link', { name: 'Naar het profiel' }).getAttribute('href')).toBe(
      'https://x.com/ministervoorbeeld',
    );
    expect(await faultsOf(overview, 'overzicht-aan-de-beurt')).toEqual([]);
    expect(await captures()).toEqual([]);
    await overview.close();
  });

  it('captures five of twelve posts, each with its capacity; is cut off with the browser and goes on when a person says so', async () => {
    const page = await browser.context.newPage();
    await page.goto('https://x.com/ministervoorbeeld', { waitUntil: 'domcontentloaded' });
    await browser.clickAction(page);
    const panel = await ours(`sidepanel.html?tab=${await browser.tabIdOf(page)}`);
    await heading(panel, 'Periodieke ronde');
    await page.bringToFront();
    const seen = panel.locator('.round-seen');
    await expect
      .poll(() => scrolled(page, seen), patience)
      .toMatch(/^12 eigen berichten gezien, terug tot .*1 bericht van een ander/);
    await panel.bringToFront();
    const keys = byKeyboard(panel);
    await keys.tick(panel.getByRole('checkbox').nth(1));
    await keys.press(panel.getByRole('button', { name: '1 bericht veiligstellen' }));
    await panel.getByText('Kies een hoedanigheid.').waitFor(patience);
    await keys.choose(panel.getByRole('combobox'), 'Als bewindspersoon'); // the focus went there by itself
    await keys.type(panel.getByRole('textbox'), 'Kondigt kabinetsbeleid aan');
    for (const at of [3, 5, 7, 9]) await keys.tick(panel.getByRole('checkbox').nth(at));
    expect(await panel.getByRole('textbox').nth(4).inputValue()).toBe('Kondigt kabinetsbeleid aan');
    expect(await faultsOf(panel, 'paneel-ronde')).toEqual([]);
    await panel.reload(); // closed and opened: what was ticked and said is there again
    await heading(panel, 'Periodieke ronde');
    await panel.getByRole('checkbox', { checked: true }).nth(4).waitFor(patience);

    await keys.press(panel.getByRole('button', { name: '5 berichten veiligstellen' }));
    await heading(panel, 'Ronde van @ministervoorbeeld');
    await page.bringToFront();
    await expect.poll(async () => (await captures()).length, patience).toBeGreaterThan(1);
    await browser.kill();

    browser = await start();
    await browser.worker.evaluate(ringRun);
    const overview = await ours('dashboard.html');
    const onward = byKeyboard(overview);
    await onward.press(overview.getByRole('link', { name: 'Ga naar de ronde' }));
    await overview.getByText(/De browser is gesloten terwijl de ronde bezig was/).waitFor(patience);
    expect(await faultsOf(overview, 'ronde-gepauzeerd')).toEqual([]);
    await onward.press(overview.getByRole('button', { name: 'Verder' }));
    await overview.getByText('5 berichten vastgelegd').waitFor(patience);
    expect(await faultsOf(overview, 'ronde-klaar')).toEqual([]);

    const made = await captures();
    expect(made).toHaveLength(5);
    const [one] = await Promise.all(made.map(({ id }) => ask(browser, 'getCapture', { id })));
    expect(one?.choice).toMatchObject({
      scenario: 'C',
      capacity: 'Als bewindspersoon',
      selectionReason: 'Kondigt kabinetsbeleid aan',
    });
    expect(one?.posts).toHaveLength(1);
    expect(one?.reactions).toHaveLength(0);
    const [run] = await ask(browser, 'listRuns', {});
    expect(run).toMatchObject({ state: 'ended', view: { seen: 12 } });
    const log = await ask(browser, 'getLog', {});
    expect(log.find(({ actie }) => actie === 'run-ended')?.toelichting).toContain(
      '12 berichten gezien; 5 gekozen; 5 vastgelegd, 0 mislukt',
    );
    expect(await ask(browser, 'listDue', {})).toEqual([]);
    await overview.close();
  });
});

describe('a post that is captured again', () => {
  it('is taken once more with one press of a key, and tells what changed', async () => {
    const { url } = stand.setThread('x', { seed: 62, reactions: 6, spam: 0, replyShare: 0 });
    const page = await browser.context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await browser.clickAction(page);
    const tabId = await browser.tabIdOf(page);
    await ask(browser, 'startCapture', { tabId, scenario: 'B' });
    await expect.poll(async () => (await captures())[0]?.scenario, patience).toBe('B');
    await page.close();
    const [first] = await captures();
    stand.setThread('x', {
      seed: 62,
      reactions: 6,
      spam: 0,
      replyShare: 0,
      texts: { 2: 'Deze reactie is gewijzigd na een week.' },
    });

    const overview = await ours(`dashboard.html#/veiligstelling/${first!.id}`);
    await byKeyboard(overview).press(overview.getByRole('button', { name: 'Opnieuw vastleggen' }));
    await overview.getByText('1 bericht vastgelegd').waitFor(patience);
    await overview.getByText('1 gewijzigd').waitFor(patience);
    expect(await faultsOf(overview, 'herhaling-klaar')).toEqual([]);
    await overview.close();
  });

  it('may be a profile too, in scenario A (R4)', async () => {
    const page = await browser.context.newPage();
    await page.goto('https://x.com/minvoorbeeld', { waitUntil: 'domcontentloaded' });
    await browser.clickAction(page);
    await ask(browser, 'startCapture', { tabId: await browser.tabIdOf(page), scenario: 'A', reason: 'Alleen het profiel' });
    await expect.poll(async () => (await captures())[0]?.scenario, patience).toBe('A');
    await page.close();
    const [first] = await captures();
    const { id } = await ask(browser, 'repeatCaptures', { ids: [first!.id] });
    await expect.poll(async () => (await ask(browser, 'listRuns', {})).find((run) => run.id === id)?.state, patience).toBe('ended');
    const [again] = await captures();
    expect(again).toMatchObject({ scenario: 'A', postId: first!.postId });
    expect(await ask(browser, 'getChanges', { id: again!.id })).toMatchObject({ earlier: { id: first!.id }, profile: [] });
  });
});

/** A stretch further, as a person does; and what the panel says by then. */
async function scrolled(page: Page, seen: Locator): Promise<string> {
  await page.keyboard.press('PageDown');
  return seen.innerText();
}

interface InWorker {
  readonly chrome: {
    readonly alarms: { readonly onAlarm: { dispatch(alarm: object): void } };
    readonly notifications: { getAll(): Promise<object> };
  };
}

/** What the browser does when the hour is round; nobody waits an hour for a test. */
function ringAlarm(): void {
  const { chrome } = globalThis as unknown as InWorker; // runs in the worker
  chrome.alarms.onAlarm.dispatch({ name: 'aan-de-beurt' });
}

function ringRun(): void {
  const { chrome } = globalThis as unknown as InWorker; // runs in the worker
  chrome.alarms.onAlarm.dispatch({ name: 'ronde' });
}

async function notices(): Promise<string[]> {
  const { chrome } = globalThis as unknown as InWorker; // runs in the worker
  return Object.keys(await chrome.notifications.getAll());
}
