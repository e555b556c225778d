/**
 * `npm run fidelity`: how close the view is to the live page, beside SingleFile's save of the same page. Own content only, on the
 * stand; SingleFile (AGPL) is a tool here and no part of the extension.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Locator, Page } from 'playwright';
import { PNG } from 'pngjs';
import { build as bundle } from 'vite';
import { startJourney } from '../test/browser/journey.ts';
import type { Journey } from '../test/browser/journey.ts';
import { unzipped } from '../test/lib/bundle/unzipped.ts';
import { build } from './build.ts';
import { root } from './root.ts';

/** One item on the live page: what the reader takes for one. The first is the post. */
const items = {
  x: 'article[data-testid=tweet]',
  mastodon: '.detailed-status__wrapper, .status__wrapper',
  bluesky: '[data-testid^=postThreadItem]',
  threads: '[data-pressable-container]',
} as const;
type Compared = keyof typeof items;
const ownHandle = 'minvoorbeeld';

/**
 * What the record leaves out on purpose, and so what no save is judged by: the network's own controls, with the employee's
 * part in them (P8), and text in which somebody else is named, which is rebuilt. The same boxes are painted over in all three pictures.
 */
const leftOut: Readonly<Record<Compared, string>> = {
  x: '[role=group], [data-testid=caret]',
  mastodon: '.detailed-status__action-bar, .status__action-bar, .media-gallery__item__badges',
  bluesky: 'button:not(:has(img))',
  threads: '[role=button]',
};
/** The package keeps the picture the network has, the page draws a smaller copy of it: page and SingleFile get the former too. */
const originals: readonly (readonly [string, string])[] = [
  ['name=small', 'name=orig'],
  ['feed_thumbnail', 'feed_fullsize'],
];
/** Shares are told, and compared, to a tenth of a percent: a row of letters is more than that. */
const step = 0.001;

interface Pair {
  readonly network: Compared;
  readonly what: string;
  readonly view: number;
  readonly singleFile: number;
  /** Painted over. */
  readonly masked: number;
  readonly pictures: readonly (readonly [string, PNG])[];
}
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const out = join(root, 'uitvoer');
process.exitCode = await main();

async function main(): Promise<number> {
  if (!build('chrome')) return 1;
  const tool = await singleFile();
  const wanted = process.argv.slice(2);
  const names = (Object.keys(items) as Compared[]).filter((name) => wanted.length === 0 || wanted.includes(name)); // its own keys
  const journey = await startJourney(names);
  const pairs: Pair[] = [];
  try {
    console.log('Verschil met de pagina zelf, in procenten van de beeldpunten (minder is beter):');
    for (const network of names) {
      for (const pair of await compare(journey, network, tool)) {
        const verdict = isAsClose(pair) ? 'goed' : 'verder af';
        const shares = `weergave ${percent(pair.view)}   SingleFile ${percent(pair.singleFile)}`;
        console.log(
          `  ${network.padEnd(9)} ${pair.what.padEnd(10)} ${shares}   buiten de meting ${percent(pair.masked)}   ${verdict}`,
        );
        pairs.push(pair);
      }
    }
  } finally {
    await journey.close();
  }
  const worst = pairs.toSorted((a, b) => b.view - b.singleFile - (a.view - a.singleFile))[0];
  mkdirSync(out, { recursive: true });
  for (const pair of process.env['ALLE'] ? pairs : worst ? [worst] : [])
    for (const [name, picture] of pair.pictures)
      writeFileSync(join(out, `getrouwheid-${pair.network}-${pair.what.replace(' ', '-')}-${name}.png`), PNG.sync.write(picture));
  if (worst)
    console.log(`Het slechtste paar (${worst.network}, ${worst.what}) staat in uitvoer/getrouwheid-${worst.network}-*.png`);
  return pairs.every(isAsClose) ? 0 : 1;
}

function isAsClose({ view, singleFile: saved }: Pair): boolean {
  return Math.round(view / step) <= Math.round(saved / step);
}

/** The post, and each own answer below it. */
async function compare(journey: Journey, network: Compared, tool: string): Promise<Pair[]> {
  const { url } = journey.stand.setThread(network, { seed: 41, reactions: 6 });
  const page = await journey.open(url);
  await page.locator(items[network]).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(toOriginals, originals);
  await page.waitForLoadState('networkidle');
  const found = page.locator(items[network]);
  const own = (await found.evaluateAll(authors)).flatMap((author, index) => (author === ownHandle ? [index] : []));
  const live: { readonly picture: PNG; readonly boxes: readonly Box[]; readonly place: Place }[] = [];
  for (const index of own) live.push(await taken(found.nth(index), leftOut[network]));
  const saved = await saveOf(journey, page, tool);
  await page.close();
  const { file } = await journey.captured(url);
  const views = [...(await unzipped(readFileSync(file)))].filter(([path]) => path.endsWith('-weergave.html'));
  const [post, thread] = ['bericht', 'reacties'].map((kind) => views.find(([path]) => path.includes(`/${kind}-`))?.[1]);
  const reader = await journey.browser.context.newPage();
  await reader.emulateMedia({ colorScheme: 'light' });
  const pairs: Pair[] = [];
  for (const [at, { picture, boxes, place }] of live.entries()) {
    await show(reader, new TextDecoder().decode(at === 0 ? post : thread));
    const paper = reader.locator('.item.eigen .papier').nth(at === 0 ? 0 : at - 1);
    await paper.evaluate((element, { left, top, width }) => {
      const bare = 'position:absolute;z-index:9;max-width:none;padding:0;border:0;border-radius:0';
      element.setAttribute('style', `${bare};left:${left}px;top:${top}px;width:${width}px`);
    }, place);
    const ours = PNG.sync.read(await paper.screenshot());
    await show(reader, saved);
    const theirs = reader.locator(items[network]).nth(own[at] ?? 0);
    pairs.push(
      judged(
        network,
        at === 0 ? 'bericht' : `antwoord ${at}`,
        { live: picture, ours, theirs: PNG.sync.read(await theirs.screenshot()) },
        boxes,
      ),
    );
  }
  await reader.close();
  return pairs;
}

function judged(
  network: Compared,
  what: string,
  { live, ours, theirs }: { readonly live: PNG; readonly ours: PNG; readonly theirs: PNG },
  boxes: readonly Box[],
): Pair {
  for (const picture of [live, ours, theirs]) for (const box of boxes) paint(picture, box);
  const [one, two] = [difference(live, ours), difference(live, theirs)];
  const masked = boxes.reduce((sum, { width, height }) => sum + width * height, 0) / (live.width * live.height);
  const pictures = [
    ['pagina', live],
    ['weergave', ours],
    ['singlefile', theirs],
    ['verschil-weergave', one.picture],
    ['verschil-singlefile', two.picture],
  ] as const;
  return { network, what, view: one.share, singleFile: two.share, masked, pictures };
}

/** An item as the page draws it, and where in it the boxes are that do not count. */
async function taken(item: Locator, selector: string) {
  await item.scrollIntoViewIfNeeded();
  const boxes = await item.evaluate((element, controls) => {
    const { left, top } = element.getBoundingClientRect();
    const rebuilt = [...element.querySelectorAll('a[href]')]
      .filter((link) => link.textContent.trim().startsWith('@') && !link.textContent.includes('minvoorbeeld'))
      .flatMap((link) => link.closest('p, [data-testid=tweetText], [dir=auto]') ?? []);
    return [
      ...[...element.querySelectorAll(controls)].filter((control) => !control.parentElement?.closest(controls)),
      ...rebuilt,
    ].map((control) => {
      const box = control.getBoundingClientRect();
      return { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
    });
  }, selector);
  const picture = PNG.sync.read(await item.screenshot());
  const { x = 0, y = 0, width = 600 } = (await item.boundingBox()) ?? {};
  // at a broken pixel the neighbours show through the edge
  const edges = y % 1 === 0 ? [] : [0, picture.height - 1].map((row) => ({ x: 0, y: row, width: picture.width, height: 1 }));
  return { picture, boxes: [...boxes, ...edges], place: { left: x % 1, top: y % 1, width } }; // half a pixel is no difference of looks
}

function paint({ data, width: across, height: down }: PNG, { x, y, width, height }: Box): void {
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(down, Math.ceil(y + height)); row += 1)
    data.fill(128, (row * across + Math.max(0, Math.floor(x))) * 4, (row * across + Math.min(across, Math.ceil(x + width))) * 4);
}

/** In the page: the account each item links to first. */
function authors(found: Element[]): (string | undefined)[] {
  return found.map(
    (item) => /(?:^|[/@])(minvoorbeeld)(?=$|[/@])/.exec(item.querySelector('a[href]')?.getAttribute('href') ?? '')?.[1],
  );
}

/** In the page. */
function toOriginals(pairs: readonly (readonly [string, string])[]): void {
  for (const picture of document.images)
    for (const [small, original] of pairs)
      if (picture.src.includes(small)) {
        picture.removeAttribute('srcset');
        picture.src = picture.src.replace(small, original);
      }
}

/** A saved page from a file, as its reader opens it. */
async function show(page: Page, html: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'getrouwheid-'));
  const path = join(folder, 'pagina.html');
  writeFileSync(path, html);
  await page.goto(`file://${path}`);
  rmSync(folder, { recursive: true });
}

/** On the bigger of both papers: what only one of them has counts as different. */
function difference(a: PNG, b: PNG): { readonly share: number; readonly picture: PNG } {
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const on = (picture: PNG, colour: number) => {
    const paper = new PNG({ width, height, fill: true });
    paper.data.fill(colour);
    PNG.bitblt(picture, paper, 0, 0, picture.width, picture.height, 0, 0);
    return paper.data;
  };
  const picture = new PNG({ width, height });
  const different = pixelmatch(on(a, 255), on(b, 254), picture.data, width, height, { threshold: 0.1, includeAA: false });
  return { share: different / (width * height), picture };
}

/** What runs in the page: the tool, and its way to files that the page itself may not read. */
interface ToolPage {
  readonly singlefile: {
    init(options: object): void;
    getPageData(options: object): Promise<{ content: string }>;
  };
  readonly fetchFor: (url: string) => Promise<{ status: number; type: string; base64: string }>;
}

async function saveOf({ browser }: Journey, page: Page, tool: string): Promise<string> {
  await page.exposeFunction('fetchFor', (url: string) => browser.worker.evaluate(fetched, url)); // as its own extension fetches
  await page.evaluate(`(() => { ${tool}; globalThis.singlefile = singlefile; })()`);
  return page.evaluate(async () => {
    const { singlefile, fetchFor } = globalThis as unknown as ToolPage; // the tool above
    const through = async (url: string) => {
      const { status, type, base64 } = await fetchFor(url);
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      return { status, url, headers: new Headers({ 'content-type': type }), arrayBuffer: async () => bytes.buffer };
    };
    singlefile.init({ fetch: through, frameFetch: through });
    const { content } = await singlefile.getPageData({ blockScripts: true, removeUnusedStyles: true });
    return content;
  });
}

async function fetched(url: string): Promise<{ status: number; type: string; base64: string }> {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { status: response.status, type: response.headers.get('content-type') ?? '', base64 };
}

async function singleFile(): Promise<string> {
  const built = await bundle({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: fileURLToPath(import.meta.resolve('single-file-core/single-file.js')), formats: ['iife'], name: 'singlefile' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('SingleFile was not bundled');
  return result.output[0].code;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',').padStart(5)} %`;
}
