import { launch } from '../../test/browser/launch.ts';
import type { Launched } from '../../test/browser/launch.ts';
import { outputOf } from '../build.ts';
import { ask } from '../drive.ts';
import { seedCaptures } from '../seed.ts';
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

async function seed({ context, extensionId }: Launched, count: number): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await seedCaptures(page, count);
  await page.close();
}
