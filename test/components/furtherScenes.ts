/** States that are seldom met: waiting, refused, very much, on its way; and the practice page. People are invented. */
import type { Delivery, DeliveryProgress } from '../../lib/model/delivery.ts';
import type { Run } from '../../lib/model/run.ts';
import { button, lackingRoom, list, no, ok, oneCapture, settings } from './answers.ts';
import type { Scene } from './answers.ts';
import { profileChanges } from './changed.ts';
import { manyCaptures } from './many.ts';
import { partlyRound, posts } from './rounds.ts';
import { captureB, captureC, exportedFile, policy, readyC, summaries } from './samples.ts';

const ofB = `dashboard.html#/veiligstelling/${captureB.id}`;
const sealed = { state: 'delivered', export: exportedFile, reviewPoints: 0 };

const delivery: Delivery = {
  id: `${captureB.id}~dms`,
  capture: captureB.id,
  target: 'dms',
  targetName: 'Documentregister',
  state: 'certain',
  files: [
    {
      fileName: exportedFile.fileName,
      sha256: exportedFile.sha256,
      bytes: 4_218_000,
      mime: 'application/zip',
      receipt: {
        where: '/veiliggesteld/2026',
        id: 'DOC-2026-00412',
        bytes: 4_218_000,
        at: '2026-11-20T13:20:00Z',
        certainty: 'checksum',
        metadata: 'kept',
      },
    },
  ],
  facts: {},
  priority: 1,
  queuedAt: '2026-11-20T13:10:00Z',
  attempts: 1,
  nextAt: 0,
};
const { receipt: _given, ...unsent } = delivery.files[0]!;
const open: Delivery = {
  ...delivery,
  id: `${captureB.id}~arch`,
  target: 'arch',
  targetName: 'Archiefmap',
  files: [unsent],
  state: 'waiting',
};
const stopped: Delivery = {
  ...open,
  state: 'stopped',
  attempts: 4,
  problem: { code: 'login', status: 401, at: '2026-11-20T13:15:00Z' },
};
const sending: Delivery = { ...open, id: `${captureB.id}~sp`, target: 'sp', targetName: 'SharePoint', state: 'sending' };
const progress: DeliveryProgress = { id: sending.id, phase: 'sending', done: 1_900_000, total: 4_218_000 };
const onTheirWay = ok({
  deliveries: [delivery, stopped, sending],
  isPaused: false,
  progress,
});

const { view: _view, since: _since, account: _account, ...partly } = partlyRound;
const repeated: Run = {
  ...partly,
  id: '5c1d9b1e-88a4-4f4e-8f0c-2f7f4d6c9e33',
  kind: 'herhaling',
  steps: partlyRound.steps.map(({ post }) => ({ post, state: 'captured', capture: captureB.id })),
};

const overview: readonly Scene[] = [
  { name: 'overzicht-bezig', page: 'dashboard.html', isBusy: true, answers: () => list([], { listCaptures: 'never' }) },
  { name: 'overzicht-mislukt', page: 'dashboard.html', answers: () => list([], { listCaptures: no('storage-failed') }) },
  { name: 'overzicht-10000', page: 'dashboard.html', answers: () => list(manyCaptures(10_000)) },
  {
    name: 'overzicht-niets-gevonden',
    page: 'dashboard.html',
    answers: () => list(summaries),
    act: (page) => page.locator('.filter-search input').fill('bestaat niet'),
  },
  { name: 'overzicht-onderweg', page: 'dashboard.html', answers: () => list(summaries, { listDeliveries: onTheirWay }) },
  { name: 'cijfers-10000', page: 'dashboard.html#/cijfers', answers: () => list(manyCaptures(10_000)) },
  {
    name: 'herhaling-klaar',
    page: `dashboard.html#/ronde/${repeated.id}`,
    answers: () => list([], { listRuns: ok([repeated]), getChanges: ok(profileChanges) }),
  },
  { name: 'onbekende-bladzijde', page: 'dashboard.html#/bestaat-niet', answers: () => list([]) },
  { name: 'handelingenlog-leeg', page: 'dashboard.html#/handelingenlog', answers: () => list([], { getLog: ok([]) }) },
  { name: 'controleren', page: 'dashboard.html#/controleren', answers: () => list([], { getKeys: ok({ known: [] }) }) },
];

const captures: readonly Scene[] = [
  {
    name: 'veiligstelling-vol',
    page: ofB,
    answers: () => ({ ...oneCapture(captureB, { ...sealed, state: 'sealed' }), exportCapture: no('storage-full', lackingRoom) }),
    act: button(/^Export/),
  },
  {
    name: 'veiligstelling-onderweg',
    page: ofB,
    answers: () => ({ ...oneCapture(captureB, { ...sealed, state: 'sealed' }), getPolicy: settings, listDeliveries: onTheirWay }),
  },
  {
    name: 'veiligstelling-leeggemaakt',
    page: ofB,
    answers: () => ({
      ...oneCapture(captureB, { ...sealed, state: 'cleared' }),
      getCapture: no('cleared'),
      getPolicy: settings,
      listDeliveries: ok({ deliveries: [delivery], isPaused: false }),
    }),
  },
  {
    name: 'veiligstelling-profiel-veranderd',
    page: ofB,
    answers: () => ({
      ...oneCapture({ ...captureB, pageKind: 'profile', review: [], earlier: profileChanges.earlier }, sealed),
      getPolicy: settings,
      listDeliveries: ok({ deliveries: [], isPaused: false }),
      getChanges: ok(profileChanges),
    }),
  },
  {
    name: 'intrekken',
    page: ofB,
    isWholePage: false,
    answers: () => ({ ...oneCapture(captureB), getPolicy: settings }),
    act: button(/^(?:Intrekken|Withdraw)$/),
  },
  {
    name: 'nakijken-C-alle-teksten',
    page: `dashboard.html#/veiligstelling/${captureC.id}/nakijken`,
    answers: () => oneCapture({ ...captureC, review: [] }),
  },
];

const profilePage = { ...readyC, pageKind: 'profile', account: { ...readyC.account, registeredAs: 'hybride' } };
const panels: readonly Scene[] = [
  {
    name: 'paneel-ronde-eerder-aangevinkt',
    page: 'sidepanel.html?tab=7',
    isPopup: true,
    answers: () => ({
      jobOf: ok(null),
      lookAtPage: ok(profilePage),
      getPolicy: settings,
      listPosts: ok({ ...posts, posts: posts.posts.slice(1, 3) }),
      listRuns: ok([]),
    }),
    stored: {
      [`ronde-keuze ${readyC.platform} ${readyC.account?.handle ?? ''}`]: [
        {
          url: posts.posts[0]?.url,
          posted: posts.posts[0]?.posted,
          capacity: policy.capacities[0],
          selectionReason: 'Kondigt kabinetsbeleid aan',
        },
      ],
    },
  },
];

const practice = (name: string, act: NonNullable<Scene['act']>): Scene => ({
  name,
  page: 'oefenen.html',
  answers: () => ({}),
  act,
});
const pointing = /Reacties aanwijzen op de pagina|Point at reactions on the page/;
const practised: readonly Scene[] = [
  practice('oefenen-bericht-klaar', async (page) => {
    await button(/^(?:Veiligstellen|Safeguard)$/)(page);
    await button(/^(?:Exporteren|Export)$/)(page);
    await page.getByRole('button', { name: /Volgende taak|Next task/ }).waitFor();
  }),
  practice('oefenen-brief-geen-brief', async (page) => {
    await button(/^(?:Burgerbrief|Citizen’s letter)$/)(page);
    await button(pointing)(page);
    await page.keyboard.press('j');
    await page.keyboard.press('b');
    await page.locator('.practice-coach .notice').first().waitFor();
  }),
  practice('oefenen-ronde', async (page) => {
    await button(/^(?:Ronde|Round)$/)(page);
    await page.getByRole('checkbox').first().check();
  }),
];

const settingsStates: readonly Scene[] = [
  {
    name: 'instellingen-bezig',
    page: 'options.html',
    isBusy: true,
    answers: () => ({ getPolicy: 'never', getKeys: ok({ known: [] }), listSecrets: ok([]) }),
  },
  {
    name: 'instellingen-mislukt',
    page: 'options.html',
    answers: () => ({ getPolicy: no('storage-failed'), getKeys: ok({ known: [] }), listSecrets: ok([]) }),
  },
  {
    name: 'instellingen-fout',
    page: 'options.html',
    answers: () => ({ getPolicy: settings, getKeys: ok({ known: [] }), listSecrets: ok([]) }),
    async act(page) {
      await page.getByRole('textbox').first().fill('');
      await page.getByRole('textbox').first().press('Enter');
    },
  },
];

export const furtherScenes: readonly Scene[] = [...overview, ...captures, ...panels, ...practised, ...settingsStates];
