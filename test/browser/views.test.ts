/** The readable views as they lie in a package, opened from disk: axe, 320 pixels, dark, print, and not one request. The people are invented. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../../scripts/browser.ts';
import { build, captureA, captureB, captureC, captureHostile } from '../lib/bundle/sample.ts';
import { unzipped } from '../lib/bundle/unzipped.ts';

const shots = process.env['SCHERMEN'];
const folder = mkdtempSync(join(tmpdir(), 'weergaven-'));
const views: string[] = [];
let browser: Browser;
let page: Page;
const requests: string[] = [];

for (const make of [captureA, captureB, captureC, captureHostile]) {
  const place = join(folder, String(views.length));
  for (const [path, bytes] of await unzipped(await build(await make()))) {
    if (!path.endsWith('-weergave.html')) continue;
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
    views.push(join(place, path));
  }
}

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ offline: true });
  context.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) requests.push(request.url());
  });
  page = await context.newPage();
});
afterAll(() => browser?.close());

describe.each(views.map((path) => [path.split('/').slice(-1)[0] ?? '', path] as const))('%s, from disk', (name, path) => {
  it.each(['light', 'dark'] as const)('has nothing axe objects to, %s', async (colorScheme) => {
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.emulateMedia({ colorScheme, media: 'screen' });
    await page.goto(`file://${path}`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });

  it('fits on 320 pixels and on paper, and asks for nothing', async () => {
    for (const media of ['screen', 'print'] as const) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.emulateMedia({ colorScheme: 'light', media });
      await page.goto(`file://${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      if (shots) await page.screenshot({ path: join(shots, `${name}.${media}.png`), fullPage: true });
    }
    expect(requests).toEqual([]);
  });
});
