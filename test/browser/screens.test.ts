/** The screens as a user meets them: the built extension, its real worker, a real browser, the stand's pages. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import type { Truth } from '../stand/truth.ts';
import { byKeyboard } from './byKeyboard.ts';
import { faultsOf } from './judge.ts';
import { practise } from './practise.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

const seconds = 1_000;
/** Two cores, a browser and a server: what takes a moment may take a while. */
const patience = { timeout: 30 * seconds };

const policy = ministryPolicy(['x']);

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
  const [trouble] = troubles.splice(0);
  if (trouble !== undefined) throw new Error(`One of our pages failed: ${trouble}`);
});
afterAll(async () => {
  await browser.close();
  await stand.close();
  rmSync(out, { recursive: true, force: true });
});

async function begin(grant: readonly string[]): Promise<void> {
  browser = await launch({ extension: outputOf('chrome'), stand, profile, downloads, grant });
  browser.context.pages().forEach(watch);
  browser.context.on('page', watch);
  browser.context.setDefaultTimeout(patience.timeout);
}

function watch(page: Page): void {
  page.on('pageerror', (error) => isOurs(page) && troubles.push(error.message));
}

function isOurs(page: Page): boolean {
  return page.url().startsWith(`chrome-extension://${browser.extensionId}/`);
}

async function open(url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url.startsWith('https:') ? url : `chrome-extension://${browser.extensionId}/${url}`, {
    waitUntil: 'domcontentloaded',
  });
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

/** Presses the one button; the page stays in sight, as it does beside the real popup. */
async function startOn(page: Page, popup: Page): Promise<void> {
  await press(popup, 'Veiligstellen');
  await heading(popup, 'Bezig met vastleggen');
  await page.bringToFront();
}

const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click();
const shows = (page: Page | Locator, text: string | RegExp) => page.getByText(text).first().waitFor();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true }).waitFor();
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const captured = 'Vastgelegd – nog niet geëxporteerd';

describe('the first time', () => {
  beforeAll(() => begin([]));
  afterAll(() => browser.close());

  it('asks what it must know at installation, and takes the answers from the keyboard alone', async () => {
    await expect.poll(() => browser.context.pages().some(isOnboarding), patience).toBe(true);
    const page = browser.context.pages().find(isOnboarding)!;
    await page.bringToFront();
    await heading(page, 'Uw organisatie');
    expect(await faultsOf(page, 'instellen-1')).toEqual([]);

    const keys = byKeyboard(page);
    await keys.type(field(page, 'Naam van de organisatie'), 'Ministerie van Voorbeeldzaken');
    await page.keyboard.press('Enter');
    await heading(page, 'Eigen accounts');
    await keys.press(page.getByRole('button', { name: 'Account toevoegen' }));
    await keys.type(field(page, 'Accountnaam'), '@minvoorbeeld');
    expect(await faultsOf(page, 'instellen-2')).toEqual([]);
    await page.keyboard.press('Enter');
    await heading(page, 'Andere overheidsorganisaties');
    await keys.press(page.getByRole('button', { name: 'Opslaan en klaar' }));
    await heading(page, 'Klaar om te beginnen');
    expect(await faultsOf(page, 'instellen-klaar')).toEqual([]);

    const { isSetUp, policy: saved } = await ask(browser, 'getPolicy', {});
    expect(isSetUp).toBe(true);
    expect(saved.organisation.name).toBe('Ministerie van Voorbeeldzaken');
    expect(saved.accounts).toMatchObject([
      { platform: 'x', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' },
    ]);
  });

  it('lets each task be practised once, from the keyboard, without a network and without keeping anything (R29)', async () => {
    const page = browser.context.pages().find(isOnboarding)!;
    const asked = stand.requests.length;
    await byKeyboard(page).press(page.getByRole('link', { name: 'Eerst oefenen op een verzonnen pagina' }));
    await practise(page, patience);
    expect(stand.requests.slice(asked)).toEqual([]);
    expect(await ask(browser, 'listCaptures', {})).toEqual([]);
    await byKeyboard(page).press(page.getByRole('button', { name: 'Naar het overzicht' }));
    await page.getByRole('link', { name: 'Oefenen' }).waitFor();
  });
});

function isOnboarding(page: Page): boolean {
  return page.url().endsWith('/onboarding.html');
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
      spam: 0,
      delayMs: 100,
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
    await heading(popup, captured);
    await shows(popup, 'Alles wat de pagina toonde, is vastgelegd.');
    expect(await figuresOf(popup)).toEqual({ Bericht: '1', Reacties: '40', Media: '1' });
    expect(await faultsOf(popup, 'popup-B-3-resultaat')).toEqual([]);

    await press(popup, 'Exporteren');
    await shows(popup, 'Opgeslagen als bestand');
    const [made] = await ask(browser, 'listCaptures', {});
    expect(existsSync(join(downloads, made!.export!.fileName))).toBe(true);
    expect(await faultsOf(popup, 'popup-B-4-geexporteerd')).toEqual([]);
    await Promise.all([page.close(), popup.close()]);

    const overview = await open('dashboard.html');
    const line = overview.getByRole('row', { name: new RegExp(made!.id) });
    await shows(line, 'Opgeslagen als bestand');
    expect(await faultsOf(overview, 'overzicht')).toEqual([]);
    await line.getByRole('link').click();
    await heading(overview, `Veiligstelling ${made!.id}`);
    await seesTheView(overview, truth);
    await seesTheAccount(overview);
    expect(await faultsOf(overview, 'veiligstelling-B')).toEqual([]);
    await deletes(overview, 'Staat in het DMS');
    expect(await faultsOf(overview, 'handelingenlog')).toEqual([]);
    await overview.close();
  });

  it('asks of the post of an office holder why it is ours, and has it looked at before it goes out (C)', async () => {
    const { url, truth } = stand.setThread('x', { seed: 22, account: 'minister', reactions: 6, photos: 1 });
    const { page, popup } = await popupOn(url);
    await heading(popup, 'Hybride of persoonlijk account');
    await press(popup, 'Veiligstellen');
    await shows(popup, 'Kies een hoedanigheid.');
    await shows(popup, 'Leg in een paar woorden uit waarom.');
    const capacity = popup.getByRole('combobox', { name: 'In welke hoedanigheid' });
    await expect.poll(() => capacity.evaluate((element) => element === document.activeElement), patience).toBe(true);
    expect(await faultsOf(popup, 'popup-C-1-ontbreekt')).toEqual([]);
    await capacity.selectOption('Als bewindspersoon');
    await field(popup, 'Waarom is dit overheidsinformatie?').fill('Kondigt een besluit van het kabinet aan');
    await startOn(page, popup);
    await heading(popup, captured);
    expect(await popup.getByRole('button', { name: 'Exporteren' }).count()).toBe(0);
    const [made] = await ask(browser, 'listCaptures', {});
    await expect(ask(browser, 'exportCapture', { id: made!.id })).rejects.toMatchObject({ code: 'review-needed' });
    expect(await faultsOf(popup, 'popup-C-2-resultaat')).toEqual([]);

    const opened = browser.context.waitForEvent('page');
    await press(popup, 'Nakijken in het overzicht');
    const overview = await opened;
    await shows(overview, 'Exporteren kan zodra u alles hebt nagekeken.');
    await shows(overview.frameLocator('iframe.view').locator('body'), truth.post.text.split('\n')[0]!);
    expect(await overview.frameLocator('iframe.view').locator('article').count()).toBe(1);
    expect(await faultsOf(overview, 'veiligstelling-C')).toEqual([]);
    const keys = byKeyboard(overview);
    await keys.press(overview.getByRole('link', { name: 'Alle teksten nalopen' }));
    await shows(overview, /1 van 2 teksten bekeken/); // the post, and what its picture says
    await overview.getByRole('button', { name: 'Nakijken afronden' }).waitFor();
    await overview.keyboard.press('ArrowRight');
    await shows(overview, /2 van 2 teksten bekeken/);
    expect(await faultsOf(overview, 'nakijken-C')).toEqual([]);
    await keys.press(overview.getByRole('button', { name: 'Ik heb alles nagekeken' }));
    await keys.press(overview.getByRole('button', { name: 'Exporteren' }));
    await shows(overview, 'Opgeslagen als bestand');
    await shows(overview, 'Kondigt een besluit van het kabinet aan');
    await Promise.all([page.close(), popup.close(), overview.close()]);
  });

  it('asks what kind of account it is when the register does not know it, and leaves a third party alone', async () => {
    await ask(browser, 'savePolicy', { policy: { ...policy, accounts: [] } });
    const before = await ask(browser, 'listCaptures', {});
    const { page, popup } = await popupOn(stand.setThread('x', { seed: 23, reactions: 1 }).url);
    await shows(popup, 'Niet in uw register');
    await shows(popup, /\b1 reactie getoond/);
    await press(popup, 'Veiligstellen');
    await shows(popup, 'Kies wat voor account dit is.');
    expect(await faultsOf(popup, 'popup-onbekend-1')).toEqual([]);
    await popup.getByRole('radio', { name: 'Niet van ons' }).check();
    await shows(popup, 'Dit account wordt niet vastgelegd');
    expect(await popup.getByRole('button', { name: 'Veiligstellen' }).count()).toBe(0);
    expect(await faultsOf(popup, 'popup-onbekend-2-niet-van-ons')).toEqual([]);
    expect(await ask(browser, 'listCaptures', {})).toEqual(before);

    await popup.getByRole('radio', { name: 'Corporate account' }).check();
    await heading(popup, 'Tweezijdig, corporate account');
    await startOn(page, popup);
    await heading(popup, captured);
    expect(await figuresOf(popup)).toMatchObject({ Bericht: '1', Reactie: '1' });
    const opened = browser.context.waitForEvent('page');
    await press(popup, 'Bekijk in overzicht');
    const overview = await opened;
    await shows(overview, /^Dit account staat niet in het register; de medewerker zegt/);
    await Promise.all([page.close(), popup.close(), overview.close()]);
    await ask(browser, 'savePolicy', { policy });
  });

  it('refuses direct messages in a sentence, and remembers nothing of them (R2)', async () => {
    const before = await Promise.all([ask(browser, 'listCaptures', {}), ask(browser, 'getLog', {})]);
    const { page, popup } = await popupOn('https://x.com/messages');
    await heading(popup, 'Deze pagina wordt niet vastgelegd');
    await shows(popup, /Privéberichten, chats, instellingen en andere besloten delen/);
    await shows(popup, 'Er is niets bewaard.');
    expect(await faultsOf(popup, 'popup-privebericht')).toEqual([]);
    await byKeyboard(popup).press(popup.getByRole('button', { name: 'Opnieuw kijken' }));
    await heading(popup, 'Deze pagina wordt niet vastgelegd');
    expect(await Promise.all([ask(browser, 'listCaptures', {}), ask(browser, 'getLog', {})])).toEqual(before);
    await Promise.all([page.close(), popup.close()]);
  });

  it('stops half-way when asked, and says how much is missing', async () => {
    const { url } = stand.setThread('x', { seed: 24, reactions: 300, delayMs: 150 });
    const { page, popup } = await popupOn(url);
    await shows(popup, /300 reacties getoond/);
    await startOn(page, popup);
    expect(await faultsOf(popup, 'popup-B-2-bezig')).toEqual([]);
    await expect.poll(async () => Number((await figuresOf(popup)).Reacties?.split(' ')[0] ?? 0), patience).toBeGreaterThan(60);
    await press(popup, 'Stoppen');
    await heading(popup, 'Deels vastgelegd – nog niet geëxporteerd');
    const [made] = await ask(browser, 'listCaptures', {});
    expect(made).toMatchObject({ completeness: 'ONVOLLEDIG' });
    expect(made!.reactions).toBeGreaterThan(60);
    expect(made!.reactions).toBeLessThan(300);
    await shows(popup, 'Onvolledig');
    await shows(popup, 'U hebt het vastleggen gestopt.');
    await shows(popup, `${made!.reactions} van de 300 getoonde reacties gevonden.`);
    expect(await figuresOf(popup)).toMatchObject({ Reacties: `${made!.reactions} van 300` });
    expect(await faultsOf(popup, 'popup-B-5-gestopt')).toEqual([]);
    await Promise.all([page.close(), popup.close()]);
  });

  it('speaks English to whoever chose that in the settings', async () => {
    const options = await open('options.html');
    await options.getByRole('radio', { name: 'English' }).check();
    await heading(options, 'Settings');
    expect(await faultsOf(options, 'instellingen-en')).toEqual([]);
    const { page, popup } = await popupOn(stand.setThread('x', { seed: 25, reactions: 3 }).url);
    await popup.getByRole('button', { name: 'Safeguard', exact: true }).waitFor();
    await heading(popup, 'Two-way, corporate account');
    expect(await popup.locator('html').getAttribute('lang')).toBe('en');
    expect(await faultsOf(popup, 'popup-en')).toEqual([]);
    await options.getByRole('radio', { name: 'Nederlands' }).check();
    await heading(options, 'Instellingen');
    await Promise.all([page.close(), popup.close(), options.close()]);
  });
});

/** The numbers on the screen by their label. */
async function figuresOf(page: Page): Promise<Record<string, string>> {
  const parts = await page.locator('.figures dt, .figures dd').allInnerTexts();
  return Object.fromEntries(parts.flatMap((label, at) => (at % 2 === 0 ? [[label, parts[at + 1] ?? '']] : [])));
}

/** Looks inside the frame: the post and its reactions are there, and nothing in it can run. */
async function seesTheView(page: Page, { post, reactions }: Truth): Promise<void> {
  const frame = page.frameLocator('iframe.view');
  await shows(frame.locator('body'), post.text.split('\n')[0]!);
  expect(await frame.locator('article').count()).toBe(1 + reactions.length);
  await shows(frame.locator('body'), '<script>globalThis.wasRun=true</script>');
  expect(await frame.locator('script').count()).toBe(0);
  expect(await page.locator('iframe.view').getAttribute('sandbox')).toBe('');
  expect(await frame.locator('body').evaluate(runsScripts)).toBe(false); // by the frame and by our pages' own policy
}

/** Runs in the frame, brought in from outside: what a script in the capture would try. */
function runsScripts(body: HTMLElement): boolean {
  const script = document.createElement('script');
  script.textContent = 'document.documentElement.dataset.ran = "yes"';
  body.append(script);
  script.remove();
  return 'ran' in document.documentElement.dataset;
}

async function seesTheAccount(page: Page): Promise<void> {
  await shows(page, 'Alles wat de pagina toonde, is vastgelegd.');
  await page.getByRole('heading', { name: 'Pseudonimisering' }).click();
  await shows(page.getByRole('table', { name: 'Pseudonimisering' }), 'structuur.auteur');
}

/** By the real dialog: not without a reason, and the reason stays when the capture is gone. */
async function deletes(page: Page, reason: string): Promise<void> {
  await press(page, 'Verwijderen');
  const dialog = page.getByRole('dialog');
  await press(dialog, 'Verwijderen');
  await shows(dialog, 'Geef een reden van minstens drie tekens.');
  expect(await faultsOf(page, 'verwijderen')).toEqual([]);
  await dialog.getByRole('textbox').fill(reason);
  await press(dialog, 'Verwijderen');
  await heading(page, 'Nog niets vastgelegd');
  await page.getByRole('link', { name: 'Handelingenlog' }).click();
  await shows(page.getByRole('row', { name: /Verwijderd van deze computer/ }), reason);
}
