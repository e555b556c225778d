import type { Page } from 'playwright';
import { launch } from '../../test/browser/launch.ts';
import type { Launched } from '../../test/browser/launch.ts';
import { outputOf } from '../build.ts';
import { ask } from '../drive.ts';
import { seedCaptures } from '../seed.ts';
import { alternate, atMost, row, timed } from './measure.ts';
import { filterMs, listMs, searchMs } from './overviewing.ts';
import type { Subject } from './subject.ts';

export const keeping: Subject = {
  name: 'bewaren',
  title: 'De werkvoorraad met 10.000 vastleggingen',
  how: 'Zoveel regels worden in de IndexedDB van de gebouwde extensie gezet. Gemeten vanaf een bladzijde van de extensie: een vraag aan een worker die net is gestopt, een vraag aan een draaiende, en het overzicht tot zijn tabel er staat. Lijst, filter en zoeken meet het overzicht met zijn eigen klok, van de handeling tot het getekend is, als alle regels zijn gelezen en er niets anders van de extensie openstaat.',
  async run({ isShort }) {
    const count = isShort ? 100 : 10_000;
    const browser = await launch({ extension: outputOf('chrome') });
    try {
      await ask(browser, 'listRuns', {});
      await seed(browser, count);
      const rounds = isShort ? 1 : 4;
      const overview = await overviewOf(browser);
      // apart: all pages of an extension share a process, and the acts below leave it work to finish
      const { list, filter, search } = await alternate(rounds, {
        list: () => listMs(overview),
        filter: () => filterMs(overview),
        search: (round) => searchMs(overview, round % 2 === 0 ? `begroting ${round}` : ''),
      });
      await overview.close();
      const { start, few, all, dashboard } = await alternate(rounds, {
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
        row(`alle ${count} regels, zoals het overzicht ze eenmaal ophaalt`, 'ms', all),
        row('overzicht bruikbaar', 'ms', dashboard, { goals: [atMost(300, dashboard.median, 'ms')] }),
        row('lijst, terug van de cijfers', 'ms', list, { goals: [atMost(50, list.median, 'ms')] }),
        row('filter', 'ms', filter, { goals: [atMost(50, filter.median, 'ms')] }),
        row('zoeken', 'ms', search, { goals: [atMost(50, search.median, 'ms')] }),
      ];
    } finally {
      await browser.close();
    }
  },
};

async function overviewOf({ context, extensionId }: Launched): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/dashboard.html`);
  await page.locator('tbody tr').first().waitFor();
  await page.locator('.filter-found .soft').waitFor({ state: 'detached', timeout: 120_000 }); // all of them were read
  return page;
}

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
