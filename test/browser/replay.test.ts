/** The web archive in ReplayWeb.page, the reader most archives know: offline, with every request outside counted. The people are invented. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, errors } from 'playwright';
import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../../scripts/browser.ts';
import { build, captureB } from '../lib/bundle/sample.ts';
import { unzipped } from '../lib/bundle/unzipped.ts';

const reader = '.tools/replay/package';
const isThere = existsSync(`${reader}/ui.js`);
if (!isThere) console.warn('OVERGESLAGEN: ReplayWeb.page staat niet klaar (scripts/judges.sh zet het klaar)');

/** The reader and one archive, with the byte ranges the reader asks for. */
function serve(archive: Uint8Array) {
  const page = `<!DOCTYPE html><title>Lezer</title><script src="/ui.js"></script><replay-web-page source="/archief.wacz" embed="replayonly" replayBase="/replay/" style="display:block;height:1100px" url="https://x.com/MinVoorbeeld/status/1859000000000000001"></replay-web-page>`;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (/^\/(?:replay\/)?(?:ui|sw)\.js$/.test(path)) {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(readFileSync(`${reader}${path.replace('/replay', '')}`));
    } else if (path === '/archief.wacz') {
      const [, from, to] = /bytes=(\d*)-(\d*)/.exec(request.headers.range ?? '') ?? [];
      const start = from === '' ? Math.max(0, archive.length - Number(to)) : Number(from ?? 0);
      const end = from !== '' && to ? Math.min(Number(to), archive.length - 1) : archive.length - 1;
      response.writeHead(request.headers.range ? 206 : 200, {
        'content-type': 'application/wacz',
        'accept-ranges': 'bytes',
        'content-length': end - start + 1,
        ...(request.headers.range && { 'content-range': `bytes ${start}-${end}/${archive.length}` }),
      });
      response.end(request.method === 'HEAD' ? undefined : archive.subarray(start, end + 1));
    } else {
      response.writeHead(path === '/' ? 200 : 404, { 'content-type': 'text/html' });
      response.end(path === '/' ? page : '');
    }
  });
  return new Promise<{ readonly address: string; close(): void }>((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // it listens on a port
      ready({ address: `http://localhost:${port}/`, close: () => server.close() });
    });
  });
}

const isArchived = (frame: Frame) => frame.url().includes('mp_/');

/** On a busy machine the reader may wait for its own service worker for ever: opened again, it has it. */
async function replayed(page: Page, address: string): Promise<Frame> {
  for (let attempt = 1; ; attempt += 1) {
    const loaded = page.waitForEvent('framenavigated', { predicate: isArchived, timeout: 40_000 });
    loaded.catch(() => undefined); // told below, to whoever waits for it
    await page.goto(address);
    try {
      const frame = page.frames().find(isArchived) ?? (await loaded);
      await frame.locator('.draad').waitFor({ timeout: 40_000 });
      return frame;
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === 3) throw error;
    }
  }
}

describe.skipIf(!isThere)('ReplayWeb.page', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  const outside: string[] = [];
  let frame: Frame;
  let page: Page;

  beforeAll(async () => {
    const files = await unzipped(await build(await captureB()));
    server = await serve([...files].find(([name]) => name.endsWith('.wacz'))![1]);
    browser = await chromium.launch({
      executablePath: browserPath(),
      args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
    });
    const context = await browser.newContext({ viewport: { width: 1000, height: 1200 } });
    context.on('request', (request) => {
      if (!request.url().startsWith(server.address) && !/^(?:data|blob):/.test(request.url())) outside.push(request.url());
    });
    page = await context.newPage();
    frame = await replayed(page, server.address);
  });
  const shots = process.env['SCHERMEN'];
  afterAll(async () => {
    if (shots) await page.screenshot({ path: `${shots}/webarchief.png` });
    await browser?.close();
    server?.close();
  });

  it('shows the post, its picture and the whole thread, in reading order', async () => {
    expect(await frame.locator('h1').textContent()).toContain('Veiligstelling X (Twitter) @MinVoorbeeld');
    expect(await frame.locator('.draad article').count()).toBe(14);
    expect(await frame.locator('article.eigen').first().textContent()).toContain('Vandaag start de voorbeeldregeling');
    const width = await frame
      .locator('article.eigen .media img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
    expect(width).toBe(640);
    expect(await frame.locator('.draad ol ol article').first().textContent()).toContain('Dank voor het snelle antwoord!');
  });

  it('keeps the look of the view', async () => {
    const colour = await frame
      .locator('.pseudoniem')
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor);
    expect(colour).toBe('rgb(255, 238, 186)');
  });

  it('asks nothing of anybody outside', async () => {
    await page.waitForLoadState('networkidle');
    expect(outside).toEqual([]);
  });
});
