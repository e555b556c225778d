import { launch } from '../../test/browser/launch.ts';
import type { Launched } from '../../test/browser/launch.ts';
import type { CaptureRow } from '../../lib/store/database.ts';
import { outputOf } from '../build.ts';
import { ask } from '../drive.ts';
import { alternate, atMost, row, timed } from './measure.ts';
import type { Subject } from './subject.ts';

export const keeping: Subject = {
  name: 'bewaren',
  title: 'De werkvoorraad met 10.000 vastleggingen',
  how: 'Zoveel regels worden in de IndexedDB van de gebouwde extensie gezet. Gemeten vanaf een bladzijde van de extensie: een vraag aan een worker die net is gestopt, een vraag aan een draaiende, en het overzicht tot zijn tabel er staat.',
  async run({ isShort }) {
    const count = isShort ? 100 : 10_000;
    const browser = await launch({ extension: outputOf('chrome') });
    try {
      await ask(browser, 'listRuns', {});
      await seed(browser, count);
      const { start, few, all, dashboard } = await alternate(isShort ? 1 : 4, {
        start: async () => {
          await browser.stopWorker();
          return timed(() => ask(browser, 'listRuns', {}));
        },
        few: () => timed(() => ask(browser, 'listCaptures', { limit: 50 })),
        all: () => timed(() => ask(browser, 'listCaptures', {})),
        dashboard: () => dashboardMs(browser),
      });
      return [
        row('worker starten en antwoorden', 'ms', start, { goals: [atMost(50, start.median, 'ms')] }),
        row('50 nieuwste regels', 'ms', few, { goals: [atMost(50, few.median, 'ms')] }),
        row(`alle ${count} regels`, 'ms', all, { goals: [atMost(50, all.median, 'ms')] }),
        row('overzicht bruikbaar', 'ms', dashboard, { goals: [atMost(300, dashboard.median, 'ms')] }),
      ];
    } finally {
      await browser.close();
    }
  },
};

async function dashboardMs({ context, extensionId }: Launched): Promise<number> {
  const page = await context.newPage();
  const ms = await timed(async () => {
    await page.goto(`chrome-extension://${extensionId}/dashboard.html`, { waitUntil: 'commit' });
    await page.locator('tbody tr').first().waitFor();
  });
  await page.close();
  return ms;
}

/** Straight into the database: capturing ten thousand times would take days. Everything in it is invented. */
async function seed({ context, extensionId }: Launched, count: number): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.evaluate(
    put,
    Array.from({ length: count }, (_, n) => captureRow(n)),
  );
  await page.close();
}

function captureRow(n: number): CaptureRow {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 2_700_000).toISOString();
  return {
    id: `VS-${at.slice(0, 10).replaceAll('-', '')}-${String(n).padStart(4, '0')}`,
    state: n % 3 === 0 ? 'delivered' : 'stripped',
    platform: n % 2 === 0 ? 'x' : 'mastodon',
    accountHandle: 'minvoorbeeld',
    scenario: 'B',
    posts: 1,
    reactions: n % 400,
    thirdParties: n % 300,
    mediaKept: 1,
    mediaMissing: 0,
    completeness: n % 7 === 0 ? 'TEKORT' : 'OK',
    capturedAt: at,
    title: `Bericht ${n} over het nieuwe loket`,
    reviewPoints: 0,
    content: n.toString(16).padStart(64, '0'),
    media: [],
    idempotencyKey: `proef-${n}`,
  };
}

function put(rows: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('veiligsteller');
    opening.addEventListener('error', () => reject(new Error('the database did not open')));
    opening.addEventListener('success', () => {
      const write = opening.result.transaction('captures', 'readwrite');
      for (const one of rows) write.objectStore('captures').put(one);
      write.addEventListener('error', () => reject(new Error('the rows were not written')));
      write.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}
