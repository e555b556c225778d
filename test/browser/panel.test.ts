/** The panel beside the page, on the stand's X: it follows its tab, and a citizen's letter is made in two actions. Everybody is invented. */
import type { Page } from 'playwright';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../scripts/drive.ts';
import { startJourney } from './journey.ts';
import type { Journey } from './journey.ts';
import { byKeyboard } from './byKeyboard.ts';
import type { Keyboard } from './byKeyboard.ts';
import { faultsOf } from './judge.ts';
import { readAloud } from './readAloud.ts';
import { keyedTo, scrolledTo } from './scrolledTo.ts';

const letterText = 'Hierbij maak ik bezwaar tegen het besluit over mijn voorbeeldtoeslag.';
const questionText = 'Wanneer gaat het voorbeeldloket in onze gemeente weer open?';
const patience = { timeout: 20_000 };

/** What a screen reader says of the panel as the work goes on. */
const aloud: string[] = [];
const transcript = new URL('voorgelezen.txt', import.meta.url);

let journey: Journey;
let page: Page;
let panel: Page;
let keys: Keyboard;
let tabId: number;

beforeAll(async () => {
  journey = await startJourney(['x']);
  const { browser, policy, stand } = journey;
  await ask(browser, 'savePolicy', { policy: { ...policy, letterTeams: ['Juridische zaken', 'Publieksvoorlichting'] } });
  page = await journey.open(
    stand.setThread('x', { seed: 51, reactions: 12, replyShare: 0, spam: 0, texts: { 0: letterText } }).url,
  );
  await browser.clickAction(page);
  tabId = await browser.tabIdOf(page);
  panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html?tab=${tabId}`);
  keys = byKeyboard(panel);
}, 120_000);

afterAll(() => journey.close());

/** `besides`: what hangs on how much of a list the network has in the page just then. */
async function listen(to: string, besides = /^$/): Promise<void> {
  const lines = (await readAloud(panel.locator('#app'))).split('\n').filter((line) => !besides.test(line));
  aloud.push(`## ${to}\n\n${lines.join('\n')}\n`);
}
const heading = (name: string) => panel.getByRole('heading', { name }).waitFor(patience);
const badge = () => journey.browser.worker.evaluate(badgeOf, tabId);

describe('the panel beside the page', () => {
  it('says what the page is and what it proposes', async () => {
    await heading('Tweezijdig, corporate account');
    await panel.getByText(/12 reacties getoond/).waitFor(patience);
    expect(await faultsOf(panel, 'paneel-1-voorstel')).toEqual([]);
    await listen('Het voorstel');
  });

  it('goes to the letter that was pointed at in the context menu', async () => {
    await page.bringToFront();
    await page.mouse.move(500, 400);
    await (await scrolledTo(page, letterText)).selectText();
    await journey.browser.worker.evaluate(chooseInMenu, tabId);
    await heading('Burgerbrief');
    const chosen = panel.getByRole('radio', { name: /aangewezen op de pagina/ });
    await expect.poll(() => chosen.isChecked(), patience).toBe(true);
    await keys.press(panel.getByRole('button', { name: 'Annuleren' }));
  });

  it('makes a letter in two actions, both by the keyboard: the reaction on the page, the form beside it', async () => {
    const before = await page.locator('body').innerHTML();
    await panel.bringToFront();
    await keys.press(panel.getByRole('button', { name: 'Reacties aanwijzen op de pagina' }));
    await panel.getByText('Bij elke reactie op de pagina staat een knop').waitFor(patience);
    expect(await faultsOf(panel, 'paneel-2-aanwijzen')).toEqual([]);
    expect(await page.locator('body').innerHTML()).toBe(before);
    expect(await page.evaluate(whatPagesSee)).toEqual({ text: '', inside: 0, isOpen: false });

    await page.bringToFront();
    await keyedTo(page, letterText);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await heading('Burgerbrief');
    await expect.poll(() => panel.getByRole('radio', { name: 'Bezwaar', exact: true }).isChecked(), patience).toBe(true);
    expect(await panel.getByRole('radio', { name: /aangewezen op de pagina/ }).isChecked()).toBe(true);
    expect(await panel.getByRole('combobox', { name: 'Behandelend team' }).inputValue()).toBe('Juridische zaken');
    expect(await faultsOf(panel, 'paneel-3-brief')).toEqual([]);
    await listen('De brief die is aangewezen', /^keuzerondje: .*@(?!.*, gekozen$)|^melding: \d+ reacties?$/);
    await panel.bringToFront();
    await keys.press(panel.getByRole('button', { name: 'Burgerbrief vastleggen' }));
    await heading('Burgerbrief vastgelegd');
    await listen('De brief is vastgelegd');
    const [made] = await ask(journey.browser, 'listCaptures', {});
    const { letter, reactions } = await ask(journey.browser, 'getCapture', { id: made!.id });
    expect(letter).toMatchObject({ kind: 'bezwaar', team: 'Juridische zaken' });
    expect(reactions.at(-1)).toMatchObject({ text: letterText });
  });

  it('takes the controls from the page at Escape, and says so', async () => {
    await page.bringToFront();
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(whatPagesSee)).toBeNull();
    await panel.bringToFront();
    await keys.press(panel.getByRole('button', { name: 'Deze pagina opnieuw bekijken' }));
    await panel.getByRole('button', { name: 'Reacties aanwijzen op de pagina' }).waitFor(patience);
  });

  it('withdraws a letter that was none, with a reason, from the keyboard (R27)', async () => {
    const [made] = await ask(journey.browser, 'listCaptures', { limit: 1 });
    const overview = await journey.browser.context.newPage();
    await overview.goto(`chrome-extension://${journey.browser.extensionId}/dashboard.html#/veiligstelling/${made!.id}`);
    const there = byKeyboard(overview);
    await there.press(overview.getByRole('button', { name: 'Intrekken' }));
    await there.type(overview.getByRole('dialog').getByRole('textbox'), 'Bij nader inzien een gewone reactie');
    await there.press(overview.getByRole('dialog').getByRole('button', { name: 'Intrekken' }));
    await overview.getByText('Bij nader inzien een gewone reactie').first().waitFor(patience);
    const log = await ask(journey.browser, 'getLog', {});
    expect(log.find(({ actie }) => actie === 'withdrawn')).toMatchObject({ object: made!.id });
    await overview.close();
  });

  it('captures, and the toolbar button tells how it stands', async () => {
    await keys.press(panel.getByRole('button', { name: 'Veiligstellen', exact: true }));
    await heading('Bezig met vastleggen');
    await page.bringToFront();
    await heading('Vastgelegd – nog niet geëxporteerd');
    await listen('Het bericht is vastgelegd', /^(?:Volledig|Tekort) |toont geen aantal/);
    const [made] = await ask(journey.browser, 'listCaptures', { limit: 1 });
    const { reactions } = await ask(journey.browser, 'getCapture', { id: made!.id });
    expect(reactions.filter(({ text }) => text === letterText)).toHaveLength(1); // the letter was withdrawn: a reaction like any other
    expect(reactions.filter(({ kind }) => kind === 'verwijzing')).toEqual([]);
    await expect.poll(badge, patience).toMatchObject({ title: expect.stringMatching(/^Veiligsteller – vastgelegd/) });
    expect((await badge()).text).toMatch(/^(?:✓|\d+)$/);
  });

  it('exports from the keyboard, and has a wrong scenario corrected with a reason (R27)', async () => {
    await panel.bringToFront();
    await keys.press(panel.getByRole('button', { name: 'Exporteren' }));
    await heading('Vastgelegd en geëxporteerd');
    const [wrong] = await ask(journey.browser, 'listCaptures', { limit: 1 });
    const overview = await journey.browser.context.newPage();
    await overview.goto(`chrome-extension://${journey.browser.extensionId}/dashboard.html#/veiligstelling/${wrong!.id}`);
    const there = byKeyboard(overview);
    await there.press(overview.getByRole('button', { name: 'Corrigeren' }));
    const dialog = overview.getByRole('dialog');
    await there.choose(dialog.getByRole('combobox', { name: 'Scenario' }), { index: 0 });
    await there.type(dialog.getByRole('textbox', { name: 'Reden' }), 'Reageren stond uit; de reacties zijn van een ander bericht');
    await there.press(dialog.getByRole('button', { name: 'Nieuwe veiligstelling maken' }));
    await overview.getByText('De nieuwe veiligstelling').waitFor(patience);
    const [right, old] = await ask(journey.browser, 'listCaptures', { limit: 2 });
    expect(right).toMatchObject({ scenario: 'A', reactions: 0, posts: 1 });
    expect(old).toMatchObject({ id: wrong!.id, scenario: 'B', correction: { act: 'replaced', by: right!.id } });
    await overview.close();
  });

  it('follows its tab to another page', async () => {
    await page.goto(questionThread().url);
    await heading('Hybride of persoonlijk account');
    expect((await badge()).text).toBe('');
  });

  it('takes a question along with our answer, by the keyboard alone, and nobody else of the thread (R12, scenario C)', async () => {
    await panel.bringToFront();
    await keys.press(panel.getByRole('button', { name: 'Reacties aanwijzen op de pagina' }));
    await panel.getByText('Bij elke reactie op de pagina staat een knop').waitFor(patience);
    await page.bringToFront();
    await keyedTo(page, questionText);
    for (const key of ['j', 'm']) await page.keyboard.press(key);
    await panel.getByText('1 reactie die meegaat').waitFor(patience);
    await page.keyboard.press('v'); // another choice takes the place of the first
    await panel.getByText('1 vraag, met ons antwoord').waitFor(patience);
    expect(await panel.getByText('1 reactie die meegaat').count()).toBe(0);
    await panel.bringToFront();
    await keys.choose(panel.getByRole('combobox', { name: /hoedanigheid/i }), { index: 1 });
    await keys.type(panel.getByRole('textbox', { name: /overheidsinformatie/ }), 'Antwoord van de minister op een vraag');
    expect(await faultsOf(panel, 'paneel-4-aangewezen')).toEqual([]);
    await listen('Een bericht van een bewindspersoon, met een vraag', /^In uw register/);
    await keys.press(panel.getByRole('button', { name: 'Veiligstellen', exact: true }));
    await heading('Vastgelegd – nog niet geëxporteerd');
    const [made] = await ask(journey.browser, 'listCaptures', { limit: 1 });
    const { pointed, reactions, choice, thirdParties } = await ask(journey.browser, 'getCapture', { id: made!.id });
    expect(choice).toMatchObject({ scenario: 'C' });
    const [question] = pointed ?? [];
    expect(pointed).toEqual([{ key: expect.any(String), as: 'vraag', answers: [expect.stringMatching(/^antwoord-/)] }]);
    expect(reactions.find(({ key }) => key === question!.key)).toMatchObject({ text: questionText, kind: 'reactie' });
    expect(reactions.map(({ kind }) => kind)).toEqual(['reactie', 'antwoord-overheid']);
    expect(thirdParties).toBe(1);
  });
});

it('reads aloud as in test/browser/voorgelezen.txt (written anew with VOORLEZEN=nieuw)', () => {
  const text = aloud.join('\n');
  if (process.env['VOORLEZEN'] === 'nieuw') writeFileSync(transcript, text);
  expect(text).toBe(readFileSync(transcript, 'utf8'));
});

/** A post of an office holder, of which the account answers one of the reactions. */
function questionThread(): { readonly url: string } {
  const params = { seed: 52, reactions: 8, replyShare: 0.9, maxDepth: 2, spam: 0, plantEvery: 0, account: 'minister' } as const;
  for (let place = 0; place < 8; place += 1) {
    const { thread, url } = journey.stand.setThread('x', { ...params, texts: { [place]: questionText } });
    const asked = thread.reactions.find(({ text }) => text.endsWith(questionText));
    if (asked?.depth === 1 && thread.reactions.some(({ parent, isOwn }) => isOwn && parent === asked.id)) return { url };
  }
  throw new Error('no reaction of this thread is answered by the account: take another seed');
}

/** Of the controls: whether their element is there, and what of it a page can read. */
function whatPagesSee(): { text: string; inside: number; isOpen: boolean } | null {
  const last = document.documentElement.lastElementChild;
  if (!last || last === document.body) return null;
  return { text: last.innerHTML, inside: last.attributes.length - 1, isOpen: last.shadowRoot !== null };
}

interface InWorker {
  readonly chrome: {
    readonly action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
    readonly contextMenus: { readonly onClicked: { dispatch(info: object, tab: object): void } };
    readonly tabs: { get(id: number): Promise<object> };
  };
}

async function badgeOf(tab: number): Promise<{ text: string; title: string }> {
  const { chrome } = globalThis as unknown as InWorker; // runs in the worker
  return { text: await chrome.action.getBadgeText({ tabId: tab }), title: await chrome.action.getTitle({ tabId: tab }) };
}

/** What the browser does when the user chooses there; headless browsers draw no menus. */
async function chooseInMenu(tab: number): Promise<void> {
  const { chrome } = globalThis as unknown as InWorker; // runs in the worker
  chrome.contextMenus.onClicked.dispatch({ menuItemId: 'letter', selectionText: 'bezwaar' }, await chrome.tabs.get(tab));
}
