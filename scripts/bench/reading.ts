import { launch } from '../../test/browser/launch.ts';
import { startStand } from '../../test/stand/server.ts';
import { outputOf } from '../build.ts';
import { alternate, atMost, figure, row, slope } from './measure.ts';
import { bundled, measured, readingEntry, singleFileEntry, wholeThread, withTools } from './pages.ts';
import type { Row } from './report/shape.ts';
import type { Measuring, Subject } from './subject.ts';

export const reading: Subject = {
  name: 'lezen',
  title: 'Een draad lezen: gegevens, fragmenten en stijlen',
  how: 'Een draad van Mastodon op de stand, geheel getekend en in beeld gehouden; om de beurt in dezelfde bladzijde, zonder het wachten op bestanden: onze lezer met `harvest`, SingleFile (zonder plaatjes en lettertypen), rrweb-snapshot en `cloneNode(true)`.',
  async run(measuring) {
    const [readingTool, singleFileTool] = [await bundled(readingEntry), await bundled(singleFileEntry)];
    const stand = await startStand();
    const browser = await launch({ extension: outputOf('chrome'), stand });
    const rows: Row[] = [];
    const points: [number, number][] = [];
    try {
      for (const reactions of measuring.isShort ? [20] : [100, 1_000, 5_000]) {
        measuring.say(`  ${reactions} reacties`);
        const page = await wholeThread(browser, stand, 'mastodon', reactions);
        await withTools(page, readingTool, singleFileTool);
        const tasks: number[] = [];
        const figures = await alternate(roundsFor(reactions, measuring), {
          read: async () => {
            const { ms, items, longestTaskMs } = await measured.read(page);
            if (items < reactions) throw new Error(`${items} of ${reactions} reactions were read`);
            tasks.push(longestTaskMs);
            return ms;
          },
          singleFile: () => measured.singleFile(page),
          rrweb: () => measured.rrweb(page),
          clone: () => measured.clone(page),
        });
        rows.push(...rowsOf(reactions, figures, tasks));
        points.push([reactions, figures.read.low]);
        await page.close();
      }
    } finally {
      await browser.close();
      await stand.close();
    }
    if (points.length < 2) return rows;
    const power = slope(points);
    return [
      ...rows,
      row('groei van 100 naar 5.000', 'macht', figure('', [power]), {
        goals: [atMost(1.1, power, 'macht van het aantal reacties')],
      }),
    ];
  },
};

function roundsFor(reactions: number, { isShort }: Measuring): number {
  if (isShort) return 1;
  return reactions >= 5_000 ? 2 : 4;
}

type Figures = Awaited<ReturnType<typeof alternate<'read' | 'singleFile' | 'rrweb' | 'clone'>>>;

function rowsOf(reactions: number, { read, singleFile, rrweb, clone }: Figures, tasks: readonly number[]): Row[] {
  const longest = figure('', tasks);
  const beside = read.median / singleFile.median;
  return [
    row(`${reactions} reacties`, 'ms', read, {
      peers: [
        { ...singleFile, of: 'SingleFile' },
        { ...rrweb, of: 'rrweb-snapshot' },
        { ...clone, of: 'cloneNode(true)' },
      ],
      goals: [
        ...(reactions >= 5_000 ? [atMost(1 / 15, beside, 'van de tijd van SingleFile')] : []),
        atMost(3, read.median / clone.median, 'keer cloneNode(true) van de bladzijde'),
      ],
    }),
    row(`${reactions} reacties: langste taak`, 'ms', longest, {
      goals: [atMost(50, longest.median, 'ms op de hoofddraad van de bladzijde')],
      note: 'Taken onder 50 ms meldt de browser niet; dan staat er 0.',
    }),
  ];
}
