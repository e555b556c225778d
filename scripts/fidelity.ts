/**
 * `npm run fidelity`: how close the view is to the live page, beside SingleFile's save of the same page. Own content only, on the
 * stand; SingleFile (AGPL) is a tool here and no part of the extension.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import { build as bundle } from 'vite';
import { startJourney } from '../test/browser/journey.ts';
import type { Journey } from '../test/browser/journey.ts';
import { unzipped } from '../test/lib/bundle/unzipped.ts';
import { build } from './build.ts';
import { root } from './root.ts';

/** The own post on the live page: what the reader takes for one item. */
const posts = {
  x: 'article[data-testid=tweet]',
  mastodon: '.detailed-status',
  bluesky: '[data-testid^=postThreadItem]',
  threads: '[data-pressable-container]',
} as const;
type Compared = keyof typeof posts;

interface Pair {
  readonly network: Compared;
  readonly view: number;
  readonly singleFile: number;
  readonly pictures: readonly (readonly [string, PNG])[];
}

const out = join(root, 'uitvoer');
process.exitCode = await main();

async function main(): Promise<number> {
  if (!build('chrome')) return 1;
  const tool = await singleFile();
  const wanted = process.argv.slice(2);
  const names = (Object.keys(posts) as Compared[]).filter((name) => wanted.length === 0 || wanted.includes(name)); // its own keys
  const journey = await startJourney(names);
  const pairs: Pair[] = [];
  try {
    console.log('Verschil met de pagina zelf, in procenten van de beeldpunten (minder is beter):');
    for (const network of names) {
      const pair = await compare(journey, network, tool);
      const verdict = pair.view <= pair.singleFile ? 'goed' : 'verder af';
      console.log(`  ${network.padEnd(10)} weergave ${percent(pair.view)}   SingleFile ${percent(pair.singleFile)}   ${verdict}`);
      pairs.push(pair);
    }
  } finally {
    await journey.close();
  }
  const worst = pairs.toSorted((a, b) => b.view - b.singleFile - (a.view - a.singleFile))[0];
  mkdirSync(out, { recursive: true });
  for (const [name, picture] of worst?.pictures ?? [])
    writeFileSync(join(out, `getrouwheid-${worst?.network}-${name}.png`), PNG.sync.write(picture));
  if (worst) console.log(`Het slechtste paar (${worst.network}) staat in uitvoer/getrouwheid-${worst.network}-*.png`);
  return pairs.every(({ view, singleFile: saved }) => view <= saved) ? 0 : 1;
}

async function compare(journey: Journey, network: Compared, tool: string): Promise<Pair> {
  const { url } = journey.stand.setThread(network, { seed: 41, reactions: 6 });
  const page = await journey.open(url);
  const post = page.locator(posts[network]).first();
  await post.waitFor();
  await page.waitForLoadState('networkidle');
  const width = Math.round((await post.boundingBox())?.width ?? 600);
  const live = PNG.sync.read(await post.screenshot());
  const saved = await saveOf(journey, page, tool);
  await page.close();
  const { file } = await journey.captured(url);
  const view = [...(await unzipped(readFileSync(file)))].find(([path]) => /\/bericht-[^/]+-weergave\.html$/.test(path))?.[1];
  const reader = await journey.browser.context.newPage();
  await reader.emulateMedia({ colorScheme: 'light' });
  const ours = await shot(
    reader,
    new TextDecoder().decode(view),
    '.papier',
    `width:${width}px;max-width:none;padding:0;border:0;border-radius:0`,
  );
  const theirs = await shot(reader, saved, posts[network], '');
  await reader.close();
  const [one, two] = [difference(live, ours), difference(live, theirs)];
  const pictures = [
    ['pagina', live],
    ['weergave', ours],
    ['singlefile', theirs],
    ['verschil-weergave', one.picture],
    ['verschil-singlefile', two.picture],
  ] as const;
  return { network, view: one.share, singleFile: two.share, pictures };
}

/** A saved page from a file, as its reader opens it. */
async function shot(page: Page, html: string, selector: string, style: string): Promise<PNG> {
  const folder = mkdtempSync(join(tmpdir(), 'getrouwheid-'));
  const path = join(folder, 'pagina.html');
  writeFileSync(path, html);
  await page.goto(`file://${path}`);
  const element = page.locator(selector).first();
  await element.evaluate((found, css) => found.setAttribute('style', css || (found.getAttribute('style') ?? '')), style);
  const picture = PNG.sync.read(await element.screenshot());
  rmSync(folder, { recursive: true });
  return picture;
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
