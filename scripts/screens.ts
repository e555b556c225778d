/**
 * Pictures of every screen in its states, light and dark, Dutch and English, at 320 px, at 200 % zoom and in forced colours, each judged
 * by axe (WCAG 2.2 AA) and for sideways scrolling. Run it with the project's own Node:
 * `node_modules/.bin/node scripts/screens.ts [name…]`. Pictures go to `uitvoer/schermen/`. With the word `verder`: only those that were not
 * made of this build yet, or in which something was wrong. With the word `echt`: of the real
 * extension with its real worker on the stand, as `test/browser/screens.test.ts` meets it, to `uitvoer/schermen/echt/`; words after it choose
 * a test. With the word `handleiding`: the pictures of the manual, in Dutch and light, to where the manual shows them.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { scenes } from '../test/components/scenes.ts';
import { nothingMore } from '../test/components/answers.ts';
import type { Scene } from '../test/components/answers.ts';
import { browserPath } from './browser.ts';
import { build } from './build.ts';

const root = resolve(import.meta.dirname, '..');
const built = join(root, '.output/chrome-mv3');
const pictures = join(root, 'uitvoer/schermen');
const manual = join(root, 'docs/handleiding/beelden');
/** What the manual shows is what its folder holds: a new picture is a file with the name of a scene. */
const shown = (): Set<string> => new Set(readdirSync(manual).map((name) => name.replace(/\.png$/, '')));

interface Variant {
  readonly name: string;
  readonly taal: 'nl' | 'en';
  readonly scheme: 'light' | 'dark';
  /** Absent: the usual width of the page. */
  readonly width?: number;
  readonly zoom?: number;
  /** Colours of the system only, as in the high contrast of Windows. */
  readonly isForced?: true;
}
interface Picture {
  readonly scene: Scene;
  readonly variant: Variant;
  readonly path: string;
}
const variants: readonly Variant[] = [
  { name: 'licht-nl', taal: 'nl', scheme: 'light' },
  { name: 'donker-en', taal: 'en', scheme: 'dark' },
  { name: '320px-nl', taal: 'nl', scheme: 'light', width: 320 },
  { name: 'zoom200-nl', taal: 'nl', scheme: 'dark', zoom: 2 },
  { name: 'contrast-nl', taal: 'nl', scheme: 'dark', isForced: true },
];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
};

/** The built pages with the extension's own content security policy, so that what it forbids fails here too. */
async function serve(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const file = join(built, normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (!file.startsWith(built) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy':
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'",
    });
    createReadStream(file).pipe(response);
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** The parts of the browser the pages use, answering from the scene. */
interface Pretence {
  readonly answers: Record<string, unknown>;
  readonly taal: string;
  readonly stored: Readonly<Record<string, unknown>>;
}
/** Runs in the page. */
function pretend({ answers, taal, stored }: Pretence): void {
  const silent = { addListener: () => undefined };
  const browser = {
    runtime: {
      id: 'schermen',
      getURL: (path: string) => location.origin + path,
      getManifest: () => ({ version: '0.1.0' }),
      openOptionsPage: async () => undefined,
      sendMessage: async ({ call }: { call: string }) => {
        if (answers[call] === 'never') return new Promise(() => undefined);
        return answers[call] ?? { ok: false, code: 'unexpected', detail: {} };
      },
    },
    tabs: {
      query: async () => [{ id: 7 }],
      get: async () => ({ id: 7 }),
      create: async () => undefined,
      onUpdated: silent,
      onRemoved: silent,
    },
    permissions: { request: async () => true },
    storage: {
      local: { get: async () => ({ taal, ...stored }), set: async () => undefined, remove: async () => undefined },
      session: { get: async () => ({}), set: async () => undefined },
      onChanged: silent,
    },
    i18n: { getMessage: (key: string) => key },
  };
  Object.assign(globalThis, { browser, chrome: browser });
}

async function draw(browser: Browser, origin: string, scene: Scene, variant: Variant, path: string): Promise<string[]> {
  const { zoom = 1 } = variant;
  const width = variant.width ?? (scene.isPopup ? 400 : Math.round(1280 / zoom));
  const context = await browser.newContext({
    viewport: { width, height: scene.isPopup ? 600 : Math.round(800 / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: variant.scheme,
    reducedMotion: 'reduce',
    ...(variant.isForced && { forcedColors: 'active' as const }),
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error in the page: ${error.message}`));
  page.on(
    'console',
    (line) => line.type() === 'error' && !line.location().url.endsWith('/favicon.ico') && troubles.push(`console: ${line.text()}`),
  );
  await page.addInitScript(pretend, {
    answers: { ...nothingMore, ...scene.answers() },
    taal: variant.taal,
    stored: scene.stored ?? {},
  });
  await page.goto(`${origin}/${scene.page}`);
  await page.locator(scene.isBusy ? 'main' : 'main:not([aria-busy=true])').waitFor();
  await scene.act?.(page);
  await page.waitForTimeout(150); // fonts and the frame
  if (scene.isWholePage !== false) await stretch(page, width);
  await page.screenshot({ path });
  troubles.push(...(await judge(page, variant)));
  await context.close();
  if (troubles.length > 0) utimesSync(path, 0, 0); // older than any build: made again by `verder`
  return troubles.map((trouble) => `${scene.name} ${variant.name}: ${trouble}`);
}

/** One failing picture does not take the others with it. */
async function drawn(browser: Browser, origin: string, { scene, variant, path }: Picture): Promise<string[]> {
  try {
    return await draw(browser, origin, scene, variant, path);
  } catch (error) {
    return [`${scene.name} ${variant.name}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Several at a time: a page waits more than it works. */
async function drawAll(browser: Browser, origin: string, wanted: readonly Picture[]): Promise<string[]> {
  const left = wanted.values();
  const troubles: string[] = [];
  const drawer = async () => {
    for (const picture of left) troubles.push(...(await drawn(browser, origin, picture)));
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, drawer));
  return troubles;
}

function isMade(path: string): boolean {
  return existsSync(path) && statSync(path).mtimeMs > statSync(join(built, 'manifest.json')).mtimeMs;
}

/** So tall that nothing is cut off, and that what sticks to the bottom stands at the end. */
async function stretch(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
}

async function judge(page: Page, { isForced }: Variant): Promise<string[]> {
  const axe = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .disableRules(isForced ? ['color-contrast'] : []) // the system's own colours, which axe does not see
    .exclude('iframe') // the package's own view is judged with the package
    .setLegacyMode(true)
    .analyze();
  const found = axe.violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return sideways > 0 ? [...found, `scrolls sideways by ${sideways} px`] : found;
}

/** The browser test sees these screens anyway: it takes the pictures when told where. */
function real(words: readonly string[]): number {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const order = [
    vitest,
    'run',
    '--project',
    'browser',
    'test/browser/screens.test.ts',
    ...(words.length > 0 ? ['-t', words.join(' ')] : []),
  ];
  const env = { ...process.env, SCHERMEN: join(pictures, 'echt') };
  return spawnSync(process.execPath, order, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}

function unknown(parts: readonly string[]): number {
  console.error(`Geen scherm heet zo: ${parts.join(', ')}. Schermen: ${scenes.map(({ name }) => name).join(', ')}`);
  return 1;
}

async function main(): Promise<number> {
  if (!build('chrome')) return 1;
  mkdirSync(pictures, { recursive: true });
  const isOnward = process.argv.includes('verder');
  const wanted = process.argv.slice(2).filter((word) => word !== 'verder');
  if (wanted[0] === 'echt') return real(wanted.slice(1));
  const isManual = wanted[0] === 'handleiding';
  const parts = isManual ? wanted.slice(1) : wanted;
  const forManual = isManual ? shown() : undefined;
  const isChosen = (name: string) =>
    (forManual?.has(name) ?? true) && (parts.length === 0 || parts.some((part) => name.includes(part)));
  const chosen = scenes.filter(({ name }) => isChosen(name));
  if (chosen.length === 0) return unknown(parts);
  const looks = isManual ? variants.slice(0, 1) : variants;
  const place = (scene: Scene, variant: Variant) =>
    isManual ? join(manual, `${scene.name}.png`) : join(pictures, `${scene.name}.${variant.name}.png`);
  const { origin, close } = await serve();
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  const all = chosen.flatMap((scene) => looks.map((variant) => ({ scene, variant, path: place(scene, variant) })));
  const wantedPictures = isOnward ? all.filter(({ path }) => !isMade(path)) : all;
  const troubles = await drawAll(browser, origin, wantedPictures);
  await browser.close();
  close();
  for (const trouble of troubles) console.error(trouble);
  console.log(`${wantedPictures.length} pictures in ${isManual ? manual : pictures}, ${troubles.length} troubles`);
  return troubles.length === 0 ? 0 : 1;
}

process.exitCode = await main();
