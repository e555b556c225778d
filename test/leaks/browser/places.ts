/** D1–D20: everywhere something could be left after a capture. What does not exist is shown not to exist. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { ask } from '../../../scripts/drive.ts';
import type { Outcome } from '../../../scripts/drive.ts';
import { unzipped } from '../../lib/bundle/unzipped.ts';
import { scanContent, scanFolder } from '../scan.ts';
import type { Hit, Needle } from '../scan.ts';
import { delivered, savedSettings } from './givenOut.ts';
import { heardByWorker, kept } from './stage.ts';
import type { Stage } from './stage.ts';

export interface PlaceResult {
  readonly id: string;
  readonly what: string;
  /** How much was looked at. */
  readonly seen: string;
  readonly hits: readonly Hit[];
  readonly note?: string;
  /** Something is there that should not be, or the other way round. */
  readonly isWrong?: true;
}

/** While the browser runs. */
export async function livePlaces(stage: Stage, outcomes: readonly Outcome[], needles: readonly Needle[]): Promise<PlaceResult[]> {
  const { browser } = stage;
  const given = await givenPlaces(stage, outcomes, needles);
  const screens = await visitScreens(stage, outcomes);
  const heard = await heardByWorker(browser);
  const held = await kept(browser);
  const replies = await Promise.all(
    outcomes.map(async ({ capture }) =>
      JSON.stringify([await ask(browser, 'getCapture', { id: capture.id }), await ask(browser, 'getView', { id: capture.id })]),
    ),
  );
  const log = JSON.stringify([await ask(browser, 'getLog', {}), await ask(browser, 'listCaptures', {})]);
  const requests = stage.stand.requests.filter(({ isExtension }) => isExtension);
  const text = (id: string, what: string, content: string): PlaceResult => ({
    id,
    what,
    seen: `${content.length} tekens`,
    hits: scanContent(content, id, needles),
  });
  return [
    ...(await packagePlaces(outcomes, needles)),
    ...given,
    text('D7', 'handelingenlog en werklijst', log),
    text('D12', 'opslag van de extensie buiten de database, caches, bestanden', held.durable),
    text('D13', 'lijst van downloads, teken en titel van de knop', held.downloads + held.shown),
    text('D14', 'console, foutmeldingen en aanroepstapels', [...stage.console, heard.written].join('\n')),
    {
      ...text('D15', 'verzoeken die de extensie deed', requests.map(({ host, path }) => `${host}${path}`).join('\n')),
      seen: `${requests.length} verzoeken`,
    },
    text('D16', 'berichten van en naar onze pagina’s', [heard.fromPages, ...replies].join('\n')),
    text('D17', 'nakijkscherm, na sluiten van de andere schermen', screens.review),
    text('D18', 'lijst- en detailschermen, titels en adressen', screens.all),
  ];
}

/** The browser's copy of the extension's program: the same for everybody, and large. */
export const ownProgram = /Service Worker\/ScriptCache\//;

/** What the page of the network keeps for itself (A33) is not ours to write or to wipe. */
const isOfPage = ({ place }: Hit): boolean => /IndexedDB\/https_/.test(place);
const isDatabase = ({ place }: Hit): boolean => place.includes('IndexedDB');

/** After the browser was ended. */
export function diskPlaces({ profile, downloads, out }: Stage, needles: readonly Needle[], keys: readonly string[]): PlaceResult[] {
  const onDisk = scanFolder(profile, needles, ownProgram).filter((hit) => !isOfPage(hit));
  const keyForms: Needle[] = keys
    .flatMap((key) => [key, Buffer.from(key, 'hex').toString('base64'), Buffer.from(key, 'hex').toString('latin1')])
    .map((value) => ({ whose: 'sleutel', kind: 'planted', value }));
  const files = keyForms.length > 0 ? scanFolder(profile, keyForms, ownProgram) : [];
  return [
    {
      id: 'D9',
      what: 'sleutel van de pseudoniemen, nergens op schijf',
      seen: `${keys.length} sleutels`,
      hits: files,
      ...(keys.length === 0 && { isWrong: true as const }),
    },
    { id: 'D11', what: 'database op schijf, met wat net verwijderd is', seen: 'map IndexedDB', hits: onDisk.filter(isDatabase) },
    { id: 'D11-profiel', what: 'de rest van het browserprofiel', seen: 'profiel', hits: onDisk.filter((hit) => !isDatabase(hit)) },
    {
      id: 'D13-map',
      what: 'downloadmap en bestandsnamen',
      seen: 'map',
      hits: [...scanFolder(downloads, needles), ...scanFolder(out, needles)],
    },
  ];
}

async function packagePlaces(outcomes: readonly Outcome[], needles: readonly Needle[]): Promise<PlaceResult[]> {
  const bytes = outcomes.map(({ file }) => readFileSync(file));
  const entries = (await Promise.all(bytes.map(async (zip) => [...(await unzipped(zip))]))).flat();
  const names = entries.map(([name]) => name);
  const some = (pattern: RegExp) => entries.filter(([name]) => pattern.test(name));
  const scan = (id: string, what: string, pattern: RegExp): PlaceResult => ({
    id,
    what,
    seen: `${some(pattern).length} bestanden`,
    hits: some(pattern).flatMap(([name, content]) => [
      ...scanContent(content, name, needles),
      ...scanContent(name, 'naam', needles),
    ]),
    ...(some(pattern).length === 0 && { isWrong: true as const }),
  });
  const absent = (id: string, what: string, pattern: RegExp): PlaceResult => ({
    id,
    what,
    seen: `${some(pattern).length} van ${names.length} bestanden`,
    hits: [],
    note: 'n.v.t.: het product maakt dit niet',
    ...(some(pattern).length > 0 && { isWrong: true as const }),
  });
  return [
    {
      id: 'D1',
      what: 'pakket als geheel',
      seen: `${names.length} bestanden`,
      hits: bytes.flatMap((zip) => scanContent(zip, 'pakket', needles)),
    },
    scan('D2', 'leesbare weergave', /-weergave\.html$/),
    scan('D3', 'webarchief, met alles wat erin zit', /\.wacz$/),
    ...pictures(outcomes, entries, needles),
    scan('D5', 'MDTO en andere beschrijvingen', /\.(?:xml|json)$/),
    scan('D6', 'verantwoording van de vervangingen', /-pseudonimisering\.json$/),
    scan('D8', 'lijsten (csv)', /\.csv$/),
    absent('D8-index', 'zoekindex', /\.(?:xlsx|idx|sqlite)$/),
  ];
}

/** D19 and D20: what is given out besides the package, made as a person makes it. */
async function givenPlaces(stage: Stage, outcomes: readonly Outcome[], needles: readonly Needle[]): Promise<PlaceResult[]> {
  const settings = await savedSettings(stage);
  const support = JSON.stringify(await ask(stage.browser, 'diagnose', {}));
  const states = await delivered(
    stage,
    outcomes.map(({ capture }) => capture.id),
  );
  const { heard } = stage.receiver;
  const packages = heard.filter(({ head, body }) => head.startsWith('PUT ') && body.length > 0);
  const isWhole = states.every((state) => state === 'certain') && packages.length >= outcomes.length * 2; // each with its pakbon
  const hits = heard.flatMap(({ head, body }) => [
    ...scanContent(head, 'regel en kopregels', needles),
    ...scanContent(body, 'inhoud', needles),
  ]);
  return [
    { id: 'D19', what: 'uitvoer van instellingen', seen: `${settings.length} tekens`, hits: scanContent(settings, 'D19', needles) },
    {
      id: 'D19-hulp',
      what: 'diagnose voor ondersteuning',
      seen: `${support.length} tekens`,
      hits: scanContent(support, 'D19', needles),
    },
    {
      id: 'D20',
      what: 'ontvangen door een ander systeem (WebDAV): adressen, kopregels, inhoud',
      seen: `${heard.length} verzoeken, ${packages.length} bestanden`,
      hits,
      ...(!isWhole && { isWrong: true as const }),
    },
  ];
}

/**
 * D4: pictures are made of the view, which is looked through itself (D2), and of nothing else; what stands in their files beside
 * the pixels is looked through here. That no pixel is of a person, `test/browser/picture.test.ts` proves (C1, C2).
 */
function pictures(
  outcomes: readonly Outcome[],
  entries: readonly (readonly [string, Uint8Array])[],
  needles: readonly Needle[],
): PlaceResult[] {
  const images = entries.filter(([name]) => /\.(?:png|jpe?g|gif|webp|avif|svg|ico|pdf|mp4)$/i.test(name));
  const ownMedia = outcomes
    .flatMap(({ capture }) => [...capture.posts, ...capture.reactions].flatMap(({ media }) => media))
    .filter(({ state }) => state === 'kept');
  const made = images.filter(([name]) => /-schermafbeelding(?:-\d+)?\.png$/.test(name));
  const odd = images.filter((image) => !made.includes(image) && !/-media-\d+\./.test(image[0]));
  return [
    {
      id: 'D4',
      what: 'schermafbeeldingen, miniaturen en pictogrammen (C1–C5)',
      seen: `${made.length} getekende beelden, ${ownMedia.length} van eigen berichten`,
      hits: images.flatMap(([name, content]) => scanContent(content, name, needles)),
      note: 'pixels: test/browser/picture.test.ts',
      ...((odd.length > 0 || made.length === 0) && { isWrong: true as const }),
    },
  ];
}

/** Every screen as a user sees it; the address and title too, for the browser keeps those. */
async function visitScreens({ browser }: Stage, outcomes: readonly Outcome[]): Promise<{ all: string; review: string }> {
  const page = await browser.context.newPage();
  const at = async (path: string): Promise<string> => {
    await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
    await page.locator('main:not([aria-busy=true])').first().waitFor();
    return read(page);
  };
  const id = outcomes[0]?.capture.id ?? '';
  const paths = [
    'dashboard.html#/',
    `dashboard.html#/veiligstelling/${id}`,
    'dashboard.html#/handelingenlog',
    'options.html',
    'onboarding.html',
  ];
  const all: string[] = [];
  for (const path of paths) all.push(await at(path));
  const review = await at(`dashboard.html#/veiligstelling/${id}/nakijken`);
  await page.close();
  return { all: all.join('\n'), review };
}

async function read(page: Page): Promise<string> {
  const frames = await Promise.all(page.frames().map((frame) => frame.content().catch(() => ''))); // a frame that went meanwhile
  return [page.url(), await page.title(), ...frames].join('\n');
}
