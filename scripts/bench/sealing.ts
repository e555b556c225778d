import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeguard } from '../drive.ts';
import { startJourney } from '../../test/browser/journey.ts';
import { alternate, atMost, figure, row } from './measure.ts';
import { bundled, measured, singleFileEntry } from './pages.ts';
import type { Row } from './report/shape.ts';
import type { Subject } from './subject.ts';

const network = 'mastodon';

export const sealing: Subject = {
  name: 'klik',
  title: 'Van klik tot verzegeld pakket',
  how: 'De hele reis in de gebouwde extensie op een draad van Mastodon op de stand: klik, openvouwen, lezen, eigen beelden halen, schonen, poort, opslaan, pakket, poort, bestand op schijf. Daarnaast alleen het bewaren van die bladzijde door SingleFile, met haar plaatjes; dat bewaart de rijen die dan getekend zijn, en niet de draad.',
  async run({ isShort, say }) {
    const reactions = isShort ? 20 : 1_000;
    const singleFileTool = await bundled(singleFileEntry);
    const journey = await startJourney([network]);
    const out = mkdtempSync(join(tmpdir(), 'veiligsteller-bench-'));
    const steps = new Map<string, number[]>();
    try {
      const { url } = journey.stand.setThread(network, { seed: 44, reactions, photos: 40, spam: 0 });
      const { ours, singleFile } = await alternate(1, {
        ours: async () => {
          const page = await journey.open(url);
          const started = performance.now();
          const { ms, file } = await safeguard(journey.browser, page, { out });
          const took = performance.now() - started;
          say(`  pakket van ${Math.round(statSync(file).size / 1_000)} kB`);
          for (const [step, duration] of Object.entries(ms)) steps.set(step, [...(steps.get(step) ?? []), duration]);
          await page.close();
          return took;
        },
        singleFile: async () => {
          const page = await journey.open(url);
          await page.waitForLoadState('networkidle');
          await page.evaluate(`(() => { ${singleFileTool}; globalThis.singlefile = tool; })()`);
          const ms = await measured.singleFileWhole(page);
          await page.close();
          return ms;
        },
      });
      return [
        row(`${reactions} reacties, 40 eigen beelden`, 'ms', ours, {
          peers: [{ ...singleFile, of: 'SingleFile' }],
          goals: [atMost(0.5, ours.median / singleFile.median, 'van de tijd van SingleFile alleen')],
        }),
        ...[...steps].map(([step, values]): Row => row(`waarvan ${words[step] ?? step}`, 'ms', figure('', values))),
      ];
    } finally {
      await journey.close();
      rmSync(out, { recursive: true, force: true });
    }
  },
};

const words: Readonly<Record<string, string>> = {
  unfold: 'openvouwen en wachten op de bladzijde',
  read: 'lezen',
  strip: 'schonen',
  store: 'opslaan',
  bundle: 'pakket maken en bewaren',
};
