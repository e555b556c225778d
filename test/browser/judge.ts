/** Judges a screen of the extension as it stands: axe in both colour schemes, sideways scrolling, and pictures when asked for. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Folder for pictures of what the tests see (`npm run screens -- echt` sets it). */
const pictures = process.env['SCHERMEN'];
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const schemes = ['light', 'dark'] as const;

const usual = { width: 1280, height: 900 };
const popup = { width: 400, height: 600 };

/** What is wrong with the screen, in sentences; empty when nothing is. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const size = isPopup(page) ? popup : usual;
  await page.setViewportSize(size);
  const faults: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    faults.push(...(await axe(page)).map((fault) => `${name} ${colorScheme}: ${fault}`));
    if (pictures) await picture(page, `${name}.${colorScheme === 'light' ? 'licht' : 'donker'}`, size);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  faults.push(...(await sideways(page, name)));
  await page.setViewportSize(size);
  return faults;
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .exclude('iframe') // the package's own view is judged with the package
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** WCAG 1.4.10: at 320 px, which is also 400 % zoom, nothing may need scrolling in two directions. */
async function sideways(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 600 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (pictures) {
    await picture(page, `${name}.320px`, { width: 320, height: 600 });
    await zoomed(page, name);
  }
  return tooWide > 0 ? [`${name}: scrolls sideways by ${tooWide} px at 320 px`] : [];
}

/** The whole page: so tall that what sticks to the bottom stands at the end. */
async function picture(page: Page, name: string, { width, height }: { width: number; height: number }): Promise<void> {
  mkdirSync(pictures ?? '.', { recursive: true });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, 200) });
  if ((await page.locator('iframe').count()) > 0) await page.screenshot(); // a frame is painted later than the page around it
  await page.screenshot({ path: join(pictures ?? '.', `${name}.png`) });
  await page.setViewportSize({ width, height });
}

/** 200 %: half the room, so as the eye first meets it: not stretched. */
async function zoomed(page: Page, name: string): Promise<void> {
  await page.setViewportSize(isPopup(page) ? { width: 400, height: 300 } : { width: 640, height: 450 });
  await page.screenshot({ path: join(pictures ?? '.', `${name}.zoom200.png`) });
}

function isPopup(page: Page): boolean {
  return /(?:popup|sidepanel)\.html/.test(page.url());
}
