/** D15: first start with an administrator's policy, in a real Chromium that read our schema: the worked example of docs/beheer. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { byKeyboard } from './byKeyboard.ts';
import { faultsOf } from './judge.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

const file = join(import.meta.dirname, '../../docs/beheer/voorbeelden/chrome-edge.json');
const example = JSON.parse(readFileSync(file, 'utf8')) as { '3rdparty': { extensions: Record<string, Record<string, unknown>> } }; // our own file
const policy = Object.values(example['3rdparty'].extensions)[0]!;
const patience = { timeout: 30_000 };
interface Managed {
  readonly chrome: { storage: { managed: { get(): Promise<Record<string, unknown>> } } };
}
// a policy holds for every browser on the machine, by the id of the extension, which is made of its place: this one is of its own
const extension = mkdtempSync(join(tmpdir(), 'veiligsteller-beheerd-'));
let browser: Launched;
let page: Page;

beforeAll(async () => {
  cpSync(outputOf('chrome'), extension, { recursive: true });
  browser = await launch({ extension, policy: { ...policy, secrets: { dms: 'wachtwoord van de koppeling' } } });
  page = await browser.context.newPage();
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(extension, { recursive: true, force: true });
});

describe('the first start with a policy', () => {
  it('needs no setting up: the organisation and its accounts are there', async () => {
    await expect
      .poll(async () => (await ask(browser, 'getPolicy', {})).locked.toSorted(), patience)
      .toEqual(Object.keys(policy).toSorted());
    const { policy: taken, isSetUp } = await ask(browser, 'getPolicy', {});
    expect(isSetUp).toBe(true);
    expect(taken).toMatchObject(policy);
    expect(await ask(browser, 'listDue', {})).toMatchObject([{ kind: 'ronde', account: { handle: 'ministervoorbeeld' } }]);
  });

  it('shows what the administrator set as such, and lets the rest be changed from the keyboard', async () => {
    await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
    const managed = await page.evaluate(() => (globalThis as unknown as Managed).chrome.storage.managed.get()); // Chromium's own
    expect(managed['secrets']).toEqual({ dms: 'wachtwoord van de koppeling' });
    const organisation = page.getByRole('textbox', { name: 'Naam van de organisatie' });
    await organisation.waitFor(patience);
    expect(await organisation.inputValue()).toBe('Ministerie van Voorbeeldzaken');
    expect(await organisation.isDisabled()).toBe(true);
    expect(await page.getByText('Ingesteld door uw beheerder').count()).toBeGreaterThan(4);
    expect(await faultsOf(page, 'instellingen-deels-beheerd')).toEqual([]);
    const seconds = page
      .locator('section', { has: page.locator('#budgets_title') })
      .getByRole('textbox')
      .first();
    await byKeyboard(page).type(seconds, '600');
    await page.keyboard.press('Enter');
    await page.getByText('Opgeslagen.', { exact: true }).waitFor(patience);
    const { policy: saved } = await ask(browser, 'getPolicy', {});
    expect(saved.budgets.seconds).toBe(600);
    expect(saved).toMatchObject(policy);
  });
});
