/** Every screen in the states worth looking at: what the worker answers, and what is clicked. People are invented. */
import type { Page } from 'playwright';
import type { Diagnosis } from '../../lib/model/diagnosis.ts';
import type { JobStatus } from '../../lib/model/job.ts';
import type { TargetSetting } from '../../lib/model/target.ts';
import type { StoreLoss } from '../../lib/model/recovery.ts';
import { button, emptySettings, lackingRoom, list, no, ok, oneCapture, settings } from './answers.ts';
import type { Scene } from './answers.ts';
import { changes } from './changed.ts';
import { manyCaptures } from './many.ts';
import { furtherScenes } from './furtherScenes.ts';
import { due, partlyRound, pausedRound, posts } from './rounds.ts';
import { build, captureB as sampleCapture } from '../lib/bundle/sample.ts';
import {
  captureB,
  captureC,
  captureLetter,
  exportedFile,
  job,
  log,
  policy,
  readyB,
  readyC,
  readyTikTok,
  readyUnknown,
  reactions,
  summaries,
  summaryOf,
} from './samples.ts';

const popup = { page: 'popup.html?tab=7', isPopup: true } as const;

const dms: TargetSetting = {
  kind: 'webdav',
  id: 'dms',
  name: 'Documentsysteem',
  url: 'https://dms.voorbeeld.example/',
  user: 'archief',
};
const withTarget = ok({ policy: { ...policy, targets: [dms] }, isManaged: false, isSetUp: true });

function looking(lookAtPage: unknown): Record<string, unknown> {
  return { jobOf: ok(null), lookAtPage, getPolicy: settings };
}

/** A job that began so long ago, as seen now. */
function running(change: Partial<JobStatus>, secondsAgo: number, silentSeconds = 0): Record<string, unknown> {
  return { jobOf: ok(job({ ...change, startedAt: ago(secondsAgo), heardAt: ago(silentSeconds) })) };
}

function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1000).toISOString();
}

function finished(capture: typeof captureB, change = {}): Record<string, unknown> {
  return {
    ...running({ step: 'done', captureId: capture.id }, 100),
    getCapture: ok(capture),
    listCaptures: ok([summaryOf(capture, change)]),
    exportCapture: ok({ ...exportedFile, fileName: `${capture.id}.zip`, pakbonName: `${capture.id}.pakbon.xml` }),
  };
}

const letter = /burgerbrief|citizen/;
const letters = () => ({ ...looking(ok(readyB)), listReactions: ok(reactions) });

const exporting = /^(?:Exporteren|Export)$/;
const starting = /^(?:Veiligstellen|Safeguard)$/;

const popups: readonly Scene[] = [
  { name: 'popup-kijken', ...popup, isBusy: true, answers: () => looking('never') },
  { name: 'popup-voorstel-B', ...popup, answers: () => looking(ok(readyB)) },
  { name: 'popup-voorstel-B-zoals-geopend', ...popup, isWholePage: false, answers: () => looking(ok(readyB)) },
  { name: 'popup-opslag-verdwenen', ...popup, answers: () => ({ ...looking(ok(readyB)), getLoss: ok(loss) }) },
  { name: 'popup-voorstel-C', ...popup, answers: () => looking(ok(readyC)) },
  { name: 'popup-voorstel-C-ontbreekt', ...popup, answers: () => looking(ok(readyC)), act: button(starting) },
  {
    name: 'popup-ander-scenario',
    ...popup,
    answers: () => looking(ok(readyB)),
    act: async (page) => {
      await page.getByRole('button', { name: /Ander scenario|another scenario/ }).click();
      await page.getByRole('radio').first().check();
      await button(starting)(page);
    },
  },
  { name: 'popup-burgerbrief', ...popup, answers: () => letters(), act: button(letter) },
  {
    name: 'popup-burgerbrief-ontbreekt',
    ...popup,
    answers: () => letters(),
    act: async (page) => {
      await button(letter)(page);
      await button(/Burgerbrief vastleggen|Capture the letter/)(page);
    },
  },
  { name: 'popup-burgerbrief-zoals-geopend', ...popup, isWholePage: false, answers: () => letters(), act: button(letter) },
  { name: 'popup-resultaat-burgerbrief', ...popup, answers: () => finished(captureLetter) },
  { name: 'popup-onbekend-account', ...popup, answers: () => ({ ...looking(ok(readyUnknown)), getPolicy: emptySettings }) },
  {
    name: 'popup-niet-van-ons',
    ...popup,
    answers: () => looking(ok(readyUnknown)),
    act: (page) => page.getByRole('radio').last().check(),
  },
  { name: 'popup-meldingen', ...popup, answers: () => looking(ok(readyTikTok)) },
  { name: 'popup-geweigerd', ...popup, answers: () => looking(ok({ state: 'refused', code: 'out-of-scope', host: 'x.com' })) },
  { name: 'popup-bezig', ...popup, answers: () => running({}, 83, 1) },
  { name: 'popup-bezig-zelf-scrollen', ...popup, answers: () => running({ hint: 'scroll-yourself' }, 83, 1) },
  { name: 'popup-bezig-achtergrond', ...popup, answers: () => running({ hint: 'tab-hidden' }, 83, 1) },
  {
    name: 'popup-lezer-kent-pagina-niet',
    ...popup,
    answers: () => looking(ok({ ...readyB, offersHover: true, notices: ['reader-failed'] })),
  },
  { name: 'popup-bezig-stil', ...popup, answers: () => running({ step: 'stripping', reactions: 1_284 }, 191, 45) },
  { name: 'popup-resultaat-B', ...popup, answers: () => finished({ ...captureB, review: [] }) },
  {
    name: 'popup-resultaat-B-afleveren',
    ...popup,
    answers: () => ({ ...finished({ ...captureB, review: [] }), getPolicy: withTarget }),
  },
  { name: 'popup-resultaat-B-nakijken', ...popup, answers: () => finished(captureB) },
  { name: 'popup-resultaat-C', ...popup, answers: () => finished(captureC) },
  { name: 'popup-opgeslagen', ...popup, answers: () => finished({ ...captureB, review: [] }), act: button(exporting) },
  {
    name: 'popup-export-mislukt',
    ...popup,
    answers: () => ({ ...finished({ ...captureB, review: [] }), exportCapture: no('export-failed') }),
    act: button(exporting),
  },
  { name: 'popup-vol', ...popup, answers: () => running({ failure: { code: 'storage-full', detail: lackingRoom } }, 60) },
  { name: 'popup-mislukt', ...popup, answers: () => running({ failure: { code: 'gate-closed', detail: {} } }, 60) },
];

const panel = { page: 'sidepanel.html?tab=7', isPopup: true } as const;

const profilePage = { ...readyC, pageKind: 'profile', account: { ...readyC.account, registeredAs: 'hybride' } };
const round = () => ({ ...looking(ok(profilePage)), listPosts: ok(posts), listRuns: ok([]) });

const panels: readonly Scene[] = [
  { name: 'paneel-ronde', ...panel, answers: () => round() },
  {
    name: 'paneel-ronde-ontbreekt',
    ...panel,
    answers: () => round(),
    act: async (page) => {
      await page.getByRole('checkbox').first().check();
      await page.getByRole('checkbox').nth(1).check();
      await button(/2 (?:berichten veiligstellen|posts)|Safeguard 2 posts/)(page);
    },
  },
  { name: 'paneel-ronde-klaar', ...panel, answers: () => ({ ...round(), listRuns: ok([partlyRound]) }) },
  { name: 'paneel-voorstel-B', ...panel, answers: () => looking(ok(readyB)) },
  { name: 'paneel-nog-niet-te-zien', ...panel, answers: () => looking(ok({ state: 'refused', code: 'not-a-page', host: '' })) },
  { name: 'paneel-aanwijzen', ...panel, answers: () => ({ ...looking(ok(readyB)), webcare: ok({ isOn: true }) }) },
  {
    name: 'paneel-aangewezen',
    ...panel,
    answers: () => ({ ...letters(), webcare: ok({ isOn: true }) }),
    act: (page) => button(letter)(page),
  },
  {
    name: 'paneel-aangewezen-mee',
    ...panel,
    answers: () => ({ ...looking(ok({ ...readyC, pointed: { vraag: 1, mee: 2 } })), webcare: ok({ isOn: true }) }),
  },
  { name: 'paneel-bezig', ...panel, answers: () => running({}, 83, 1) },
  { name: 'paneel-resultaat-nakijken', ...panel, answers: () => finished(captureB) },
];

/** A field of one colour. */
const flatPicture =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22640%22 height=%22360%22%3E%3Crect width=%22640%22 height=%22360%22 fill=%22%23a8c4cc%22/%3E%3C/svg%3E';

const keys = {
  inUse: { fingerprint: '4f'.repeat(32), spki: '', madeAt: '2026-11-01T09:00:00Z', previous: '1c'.repeat(32) },
  known: [
    { fingerprint: '4f'.repeat(32), spki: '', madeAt: '2026-11-01T09:00:00Z' },
    { fingerprint: '1c'.repeat(32), spki: '', madeAt: '2026-01-05T09:00:00Z' },
  ],
};
const verifying = { getPolicy: settings, getKeys: ok(keys) };

async function packageFile() {
  const { zip } = await build(await sampleCapture());
  return { name: 'VS-20261120-0001.zip', mimeType: 'application/zip', buffer: Buffer.from(await zip.arrayBuffer()) };
}

async function drop(page: Page, file: Awaited<ReturnType<typeof packageFile>>): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.verify-page .panel').waitFor();
}

const overviews: readonly Scene[] = [
  {
    name: 'overzicht-aan-de-beurt',
    page: 'dashboard.html',
    answers: () => list(summaries, { listDue: ok(due), listRuns: ok([pausedRound]) }),
  },
  {
    name: 'overzicht-aangevinkt',
    page: 'dashboard.html',
    answers: () => list(manyCaptures(90)),
    act: async (page) => {
      await page.locator('details summary').first().click();
      await page.locator('.tick input').first().check();
    },
  },
  { name: 'cijfers', page: 'dashboard.html#/cijfers', answers: () => list(manyCaptures(90)) },
  { name: 'cijfers-leeg', page: 'dashboard.html#/cijfers', answers: () => list([]) },
  {
    name: 'ronde-gepauzeerd',
    page: `dashboard.html#/ronde/${pausedRound.id}`,
    answers: () => list([], { listRuns: ok([pausedRound]) }),
  },
  {
    name: 'ronde-deels',
    page: `dashboard.html#/ronde/${partlyRound.id}`,
    answers: () => list([], { listRuns: ok([partlyRound]) }),
  },
];

const loss: StoreLoss = {
  kind: 'gone',
  at: '2026-11-21T09:00:00.000Z',
  left: 0,
  before: {
    at: '2026-11-20T16:40:00.000Z',
    lines: 212,
    captures: 38,
    open: 3,
    openIds: ['VS-20261118-0002', 'VS-20261120-0001', 'VS-20261120-0004'],
  },
};

const diagnosis: Diagnosis = {
  at: '2026-11-21T09:00:00.000Z',
  parts: [
    { section: 'software', facts: { version: '0.1.0', manifest: 3, browser: 'Edg 156', system: 'win x86-64', language: 'nl' } },
    { section: 'storage', facts: { schema: 5, usedBytes: 812_400_000, quotaBytes: 93_000_000_000, blobs: 412, loss: 'older' } },
    {
      section: 'captures',
      facts: {
        drafted: 0,
        stripped: 4,
        reviewed: 1,
        sealed: 2,
        delivered: 9,
        secured: 120,
        cleared: 80,
        toReview: 3,
        missingBytes: 0,
      },
    },
    { section: 'log', facts: { lines: 1_284, isWhole: true, lastAt: '2026-11-21T08:58' } },
    { section: 'deliveries', facts: { waiting: 2, sending: 0, stopped: 1, certain: 120, isPaused: false } },
    {
      section: 'target',
      facts: {
        number: 1,
        kind: 'webdav',
        hasSecret: false,
        mayReach: true,
        certain: 120,
        waiting: 2,
        stopped: 1,
        lastProblem: 'login',
        lastProblemAt: '2026-11-21T08:57',
        lastStatus: 401,
      },
    },
    {
      section: 'permissions',
      facts: {
        names: 'activeTab, alarms, contextMenus, downloads, notifications, offscreen, scripting, storage, unlimitedStorage',
        networks: '*.twimg.com',
        otherHosts: 2,
      },
    },
    {
      section: 'settings',
      facts: { isSetUp: true, isManaged: true, locked: 'organisation, targets', accounts: 4, targets: 1, authorities: 1 },
    },
    {
      section: 'errors',
      facts: { '1281 2026-11-21T08:57': 'delivery-failed login', '1283 2026-11-21T08:58': 'capture-failed tab-gone' },
    },
  ],
};

const dashboards: readonly Scene[] = [
  { name: 'overzicht', page: 'dashboard.html', answers: () => list(summaries) },
  { name: 'overzicht-leeg', page: 'dashboard.html', answers: () => list([]) },
  ...overviews,
  {
    name: 'opslag-verdwenen',
    page: 'dashboard.html',
    answers: () => list([], { getLoss: ok(loss) }),
    act: (page) => page.locator('details summary').first().click(),
  },
  { name: 'veiligstelling-B', page: `dashboard.html#/veiligstelling/${captureB.id}`, answers: () => oneCapture(captureB) },
  {
    name: 'veiligstelling-B-verantwoording',
    page: `dashboard.html#/veiligstelling/${captureB.id}`,
    answers: () => oneCapture(captureB, { state: 'delivered', export: exportedFile, reviewPoints: 0 }),
    act: async (page) => {
      await page.locator('.fold').first().waitFor();
      for (const fold of await page.locator('.fold > summary').all()) await fold.click();
    },
  },
  {
    name: 'veiligstelling-burgerbrief',
    page: `dashboard.html#/veiligstelling/${captureLetter.id}`,
    answers: () => oneCapture(captureLetter),
  },
  { name: 'veiligstelling-C', page: `dashboard.html#/veiligstelling/${captureC.id}`, answers: () => oneCapture(captureC) },
  {
    name: 'nakijken',
    page: `dashboard.html#/veiligstelling/${captureB.id}/nakijken`,
    answers: () => oneCapture(captureB),
  },
  {
    name: 'nakijken-beelden',
    page: `dashboard.html#/veiligstelling/${captureB.id}/nakijken`,
    answers: () => ({ ...oneCapture(captureB), getPicture: ok(flatPicture) }),
    act: async (page) => {
      await page.getByRole('button', { name: /Eigen beelden|Own pictures/ }).click();
      await button(/Vlak toevoegen|Add a field/)(page);
      await button(/Vlak toevoegen|Add a field/)(page);
      await page
        .getByLabel(/Links|Left/)
        .last()
        .fill('5');
    },
  },
  {
    name: 'nakijken-beslist',
    page: `dashboard.html#/veiligstelling/${captureB.id}/nakijken`,
    answers: () => oneCapture(captureB),
    act: async (page) => {
      await page.locator('.review-card').press('l');
      await page.getByRole('button', { name: /Alle teksten|All texts/ }).click();
    },
  },
  {
    name: 'verwijderen',
    page: `dashboard.html#/veiligstelling/${captureB.id}`,
    isWholePage: false,
    answers: () => oneCapture(captureB),
    act: async (page) => {
      await page.getByRole('button', { name: /^(?:Verwijderen|Delete)$/ }).click();
      await page.locator('dialog[open] button[type=submit]').click();
    },
  },
  {
    name: 'veiligstelling-weg',
    page: 'dashboard.html#/veiligstelling/VS-20200101-0001',
    answers: () => ({ getCapture: no('not-found'), listCaptures: ok([]), getLog: ok([]) }),
  },
  {
    name: 'controleren-goed',
    page: 'dashboard.html#/controleren',
    answers: () => verifying,
    act: async (page) => {
      await drop(page, await packageFile());
      await page.locator('.fold > summary').last().click();
    },
  },
  {
    name: 'controleren-fout',
    page: 'dashboard.html#/controleren',
    answers: () => verifying,
    act: async (page) => {
      const file = await packageFile();
      file.buffer.writeUInt8(file.buffer.readUInt8(5_000) ^ 1, 5_000);
      await drop(page, file);
    },
  },
  {
    name: 'veiligstelling-veranderd',
    page: `dashboard.html#/veiligstelling/${captureC.id}`,
    answers: () => ({
      ...oneCapture(
        { ...captureC, earlier: changes.earlier },
        {
          state: 'delivered',
          reviewPoints: 0,
          stamps: { waiting: ['Voorbeeldautoriteit'], late: 0 },
          correction: { act: 'withdrawn', at: '2026-11-21T09:00:00Z', reason: 'Het account was niet van ons.' },
        },
      ),
      getPolicy: settings,
      getChanges: ok(changes),
    }),
  },
  {
    name: 'corrigeren',
    page: `dashboard.html#/veiligstelling/${captureB.id}`,
    isWholePage: false,
    answers: () => ({ ...oneCapture(captureB), getPolicy: settings }),
    act: async (page) => {
      await page.getByRole('button', { name: /^(?:Corrigeren|Correct)$/ }).click();
      await page.locator('dialog[open] button[type=submit]').click();
    },
  },
  { name: 'handelingenlog', page: 'dashboard.html#/handelingenlog', answers: () => ({ getLog: ok(log) }) },
  {
    name: 'herstel',
    page: 'dashboard.html#/herstel',
    answers: () => list(summaries, { sealCapture: no('review-needed') }),
    act: button(/Maak het bestand|Make the file/),
  },
  {
    name: 'herstel-bezig',
    page: 'dashboard.html#/herstel',
    isBusy: true,
    answers: () => list(summaries, { sealCapture: 'never' }),
    act: button(/Maak het bestand|Make the file/),
  },
  {
    name: 'diagnose',
    page: 'dashboard.html#/herstel',
    answers: () => list(summaries, { diagnose: ok(diagnosis) }),
    act: async (page) => {
      await button(/Maak een diagnose|Make a diagnosis/)(page);
      await page.locator('.diagnosis').waitFor();
    },
  },
  { name: 'uitleg', page: 'dashboard.html#/uitleg', answers: () => ({}) },
  { name: 'uitleg-hier', page: `dashboard.html#/uitleg/${captureB.id}`, answers: () => list(summaries) },
  { name: 'oefenen', page: 'oefenen.html', answers: () => ({}) },
];

const next = button(/^(?:Volgende|Next)$/);

const settingsPages: readonly Scene[] = [
  { name: 'instellen-1', page: 'onboarding.html', answers: () => ({ getPolicy: emptySettings }) },
  { name: 'instellen-1-fout', page: 'onboarding.html', answers: () => ({ getPolicy: emptySettings }), act: next },
  {
    name: 'instellen-2',
    page: 'onboarding.html',
    answers: () => ({ getPolicy: settings }),
    act: async (page) => {
      await next(page);
      await page.locator('.row > summary').first().click();
    },
  },
  {
    name: 'instellen-3',
    page: 'onboarding.html',
    answers: () => ({ getPolicy: settings }),
    act: async (page) => {
      await next(page);
      await next(page);
    },
  },
  {
    name: 'instellen-klaar',
    page: 'onboarding.html',
    answers: () => ({ getPolicy: settings, savePolicy: ok(null) }),
    act: async (page) => {
      await next(page);
      await next(page);
      await button(/^(?:Opslaan en klaar|Save and finish)$/)(page);
    },
  },
  { name: 'instellingen', page: 'options.html', answers: () => ({ getPolicy: settings, getKeys: ok(keys), listSecrets: ok([]) }) },
  {
    name: 'instellingen-beheerd',
    page: 'options.html',
    answers: () => ({ getPolicy: ok({ policy, isManaged: true, isSetUp: true }), getKeys: ok({ known: [] }), listSecrets: ok([]) }),
  },
  {
    name: 'instellingen-deels-beheerd',
    page: 'options.html',
    answers: () => ({
      getPolicy: ok({
        policy,
        isManaged: true,
        isSetUp: true,
        locked: ['organisation', 'letterTeams', 'repeatScenarios', 'hotspotList'],
      }),
      getKeys: ok(keys),
      listSecrets: ok([]),
    }),
  },
];

const escrows: readonly Scene[] = [{ name: 'kluis', page: 'kluis.html', answers: () => ({}) }];

export const scenes: readonly Scene[] = [...popups, ...panels, ...dashboards, ...settingsPages, ...escrows, ...furtherScenes];
