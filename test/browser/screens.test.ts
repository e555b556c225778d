/** The screens as a user meets them: the built extension, its real worker, a real browser, the stand's pages. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import { faultsOf } from './judge.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

const seconds = 1_000;
/** Two cores, a browser and a server: what takes a moment may take a while. */
const patience = { timeout: 8 * seconds };

/** The invented ministry of the stand. */
const policy: Policy = {
  ...defaultPolicy,
  organisation: { ...defaultPolicy.organisation, name: 'Ministerie van Voorbeeldzaken' },
  accounts: [
    { platform: 'x', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' },
    { platform: 'x', handle: 'ministervoorbeeld', type: 'hybride', holder: 'Minister van Voorbeeldzaken' },
  ],
};

const out = mkdtempSync(join(tmpdir(), 'veiligsteller-schermen-'));
const [profile, downloads] = [join(out, 'profiel'), join(out, 'downloads')];
let stand: Stand;
let browser: Launched;
/** What our own pages said went wrong. */
const troubles: string[] = [];

beforeAll(async () => {
  stand = await startStand();
});
afterEach(() => {
  expect(troubles.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await stand.close();
  rmSync(out, { recursive: true, force: true });
});

async function begin(grant: readonly string[]): Promise<void> {
  browser = await launch({ extension: outputOf('chrome'), stand, profile, downloads, grant });
  const watch = (page: Page) => page.on('pageerror', (error) => isOurs(page) && troubles.push(error.message));
  browser.context.pages().forEach(watch);
  browser.context.on('page', watch);
  browser.context.setDefaultTimeout(patience.timeout);
}

function isOurs(page: Page): boolean {
  return page.url().startsWith(`chrome-extension://${browser.extensionId}/`);
}

async function open(url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url.startsWith('https:') ? url : `chrome-extension://${browser.extensionId}/${url}`, { waitUntil: 'domcontentloaded' });
  return page;
}

/** A click on the toolbar, and the popup of that tab in a tab of its own. */
async function popupOn(url: string): Promise<{ page: Page; popup: Page }> {
  const page = await open(url);
  await browser.clickAction(page);
  const popup = await open(`popup.html?tab=${await browser.tabIdOf(page)}`);
  await popup.locator('main:not([aria-busy=true])').waitFor();
  return { page, popup };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const shows = (page: Page | Locator, text: string | RegExp) => page.getByText(text).first().waitFor().catch(async (e) => { console.log('DEBUG', await (page.locator('body').innerText as any)().catch(()=>'')); console.log('DEBUG2', await (page as Page).locator('main').innerText().catch(()=>'')); throw e; });
/** Presses the one button; the page stays in sight, as it does beside the real popup. */
async function startOn(page: Page, popup: Page): Promise<void> {
  await press(popup, 'Veiligstellen');
  await heading(popup, 'Bezig met vastleggen');
  await page.bringToFront();
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();

describe('the first time', () => {
  beforeAll(() => begin([]));
  afterAll(() => browser.close());

  it('asks what it must know at installation, and takes the answers from the keyboard alone', async () => {
    const isOnboarding = (page: Page) => page.url().endsWith('/onboarding.html');
    await expect.poll(() => browser.context.pages().some(isOnboarding), patience).toBe(true);
    const page = browser.context.pages().find(isOnboarding)!;
    await page.bringToFront();
    await heading(page, 'Uw organisatie');
    expect(await faultsOf(page, 'instellen-1')).toEqual([]);

    await tabTo(page, page.getByRole('textbox', { name: 'Naam van de organisatie' }));
    await page.keyboard.type('Ministerie van Voorbeeldzaken');
    await page.keyboard.press('Enter');
    await heading(page, 'Eigen accounts');
    await tabTo(page, page.getByRole('button', { name: 'Account toevoegen' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('textbox', { name: 'Accountnaam' }));
    await page.keyboard.type('@minvoorbeeld');
    expect(await faultsOf(page, 'instellen-2')).toEqual([]);
    await page.keyboard.press('Enter');
    await heading(page, 'Andere overheidsorganisaties');
    await tabTo(page, page.getByRole('button', { name: 'Opslaan en klaar' }));
    await page.keyboard.press('Enter');
    await heading(page, 'Klaar om te beginnen');
    expect(await faultsOf(page, 'instellen-klaar')).toEqual([]);

    const { isSetUp, policy: saved } = await ask(browser, 'getPolicy', {});
    expect(isSetUp).toBe(true);
    expect(saved.organisation.name).toBe('Ministerie van Voorbeeldzaken');
    expect(saved.accounts).toMatchObject([
      { platform: 'x', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' },
    ]);
  });
});

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not get to ${String(wanted)}`);
}

describe('the work', () => {
  beforeAll(async () => {
    await begin(['https://*.twimg.com/*']);
    await ask(browser, 'savePolicy', { policy });
  });

  it('goes from a post with reactions to a file, and to nothing but a line in the log (B)', async () => {
    const { url, truth } = stand.setThread('x', {
      seed: 21,
      reactions: 40,
      delayMs: 250,
      spam: 0,
      texts: { 1: 'Mooi! <img src=x onerror="globalThis.wasRun=true"><script>globalThis.wasRun=true</script>' },
    });
    const { page, popup } = await popupOn(url);
    await shows(popup, 'X (Twitter) · bericht');
    await shows(popup, '@minvoorbeeld');
    await shows(popup, /In uw register: corporate account · 40 reacties getoond/);
    await heading(popup, 'Tweezijdig, corporate account');
    await shows(popup, 'Reageren is mogelijk.');
    expect(await faultsOf(popup, 'popup-B-1-voorstel')).toEqual([]);

    await startOn(page, popup);
    await heading(popup, 'Vastgelegd – nog niet geëxporteerd');
    await shows(popup, 'Volledig');
    expect(await figuresOf(popup)).toMatchObject({ Berichten: '1', Reacties: '40' });
    expect(await faultsOf(popup, 'popup-B-2-resultaat')).toEqual([]);

    await press(popup, 'Exporteren');
    await shows(popup, 'Opgeslagen als bestand');
    const [made] = await ask(browser, 'listCaptures', {});
    expect(existsSync(join(downloads, made!.export!.fileName))).toBe(true);
    expect(await faultsOf(popup, 'popup-B-3-geexporteerd')).toEqual([]);
    await Promise.all([page.close(), popup.close()]);

    const overview = await open('dashboard.html');
    const line = overview.getByRole('row', { name: new RegExp(made!.id) });
    await shows(line, 'Opgeslagen als bestand');
    await line.getByRole('link').click();
    await heading(overview, `Veiligstelling ${made!.id}`);
    await seesTheView(overview, truth.post.text, 40);
    await seesTheAccount(overview);
    expect(await faultsOf(overview, 'veiligstelling-B')).toEqual([]);

    await press(overview, 'Verwijderen');
    const dialog = overview.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Verwijderen' }).click();
    await shows(dialog, 'Geef een reden van minstens drie tekens.');
    expect(await faultsOf(overview, 'verwijderen')).toEqual([]);
    await dialog.getByRole('textbox').fill('Staat in het DMS');
    await dialog.getByRole('button', { name: 'Verwijderen' }).click();
    await heading(overview, 'Nog niets vastgelegd');
    await overview.getByRole('link', { name: 'Handelingenlog' }).click();
    await shows(overview, 'Staat in het DMS');
    await shows(overview, 'Verwijderd van deze computer');
    expect(await faultsOf(overview, 'handelingenlog')).toEqual([]);
    await overview.close();
  });
});

async function figuresOf(page: Page): Promise<Record<string, string>> {
  const figures = await page.locator('.figures > div').all();
  return Object.fromEntries(
    await Promise.all(figures.map(async (figure) => [await figure.locator('dt').innerText(), await figure.locator('dd').innerText()])),
  );
}

/** Looks inside the frame: the post and its reactions are there, and nothing can run. */
async function seesTheView(page: Page, text: string, reactions: number): Promise<void> {
  const frame = page.frameLocator('iframe.view');
  await frame.locator('body').waitFor();
  const inside = page.frames().find((each) => each.parentFrame() === page.mainFrame())!;
  const content = await inside.locator('body').innerText();
  expect(content).toContain(text.split('\n')[0]);
  expect(await inside.locator('article').count()).toBeGreaterThanOrEqual(reactions + 1);
  expect(await page.locator('iframe.view').getAttribute('sandbox')).toBe('');
  expect(await inside.locator('script').count()).toBe(0);
  expect(content).toContain('<script>globalThis.wasRun=true</script>');
}

async function seesTheAccount(page: Page): Promise<void> {
  await shows(page, 'Alles wat de pagina toonde, is vastgelegd.');
  await page.getByRole('heading', { name: 'Pseudonimisering' }).click();
  await page.getByRole('table', { name: 'Pseudonimisering' }).waitFor();
  await shows(page, 'structuur.auteur');
}
