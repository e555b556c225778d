/** Threads in a page of the stand that keeps all it drew, and what runs in that page to be measured. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build as bundle } from 'vite';
import type { Launched } from '../../test/browser/launch.ts';
import type { Stand } from '../../test/stand/server.ts';
import type { NetworkName } from '../../test/stand/thread-model.ts';
import type { InPage } from './page/reading.ts';

/** SingleFile (AGPL) is a tool to measure against and no part of the extension. */
interface ToolPage {
  readonly singlefile: {
    init(options: object): void;
    getPageData(options: object): Promise<{ content: string }>;
  };
  readonly bench: InPage;
}

export async function bundled(entry: string): Promise<string> {
  const built = await bundle({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'tool' } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`${entry} was not bundled`);
  return result.output[0].code;
}

export const singleFileEntry = fileURLToPath(import.meta.resolve('single-file-core/single-file.js'));
export const readingEntry = fileURLToPath(new URL('page/reading.ts', import.meta.url));

/** Rows that a network empties out of sight stay: then the whole thread stands in the page, for every tool alike. */
export async function wholeThread({ context }: Launched, stand: Stand, network: NetworkName, reactions: number): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.IntersectionObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver; // all that the stand's page uses of it
  });
  const { url } = stand.setThread(network, { seed: 41, reactions, batch: reactions, spam: 0 });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('.notification-bar__action').click({ timeout: 120_000 }); // thousands of rows are drawn at once
  await page.waitForFunction((count) => document.querySelectorAll('.status').length >= count, reactions, { timeout: 120_000 });
  return page;
}

export async function withTools(page: Page, readingTool: string, singleFileTool: string): Promise<void> {
  await page.evaluate(`(() => { ${readingTool} })()`);
  await page.evaluate(`(() => { ${singleFileTool}; globalThis.singlefile = tool; })()`);
}

export const measured = {
  read: (page: Page) => page.evaluate(() => (globalThis as unknown as ToolPage).bench.read()),
  clone: (page: Page) => page.evaluate(() => (globalThis as unknown as ToolPage).bench.clone()),
  rrweb: (page: Page) => page.evaluate(() => (globalThis as unknown as ToolPage).bench.rrweb()),
  /** Without pictures and fonts: then reading is compared, and no waiting for a server. */
  singleFile: (page: Page) =>
    page.evaluate(savePage, { blockImages: true, blockFonts: true, blockVideos: true, blockAudios: true }),
  singleFileWhole: (page: Page) => page.evaluate(savePage, {}),
};

async function savePage(without: object): Promise<number> {
  const { singlefile } = globalThis as unknown as ToolPage; // the tool above
  singlefile.init({ fetch: globalThis.fetch.bind(globalThis), frameFetch: globalThis.fetch.bind(globalThis) });
  const started = performance.now();
  const { content } = await singlefile.getPageData({ blockScripts: true, removeUnusedStyles: true, ...without });
  const ms = performance.now() - started;
  if (content.length < 10_000) throw new Error('SingleFile saved next to nothing');
  return ms;
}
