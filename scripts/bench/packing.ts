import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { zip } from '../../lib/bundle/zip.ts';
import { launch } from '../../test/browser/launch.ts';
import { outputOf } from '../build.ts';
import { extensionMemory } from '../deliveries/memory.ts';
import { ask } from '../drive.ts';
import { seedFilms } from './filmed.ts';
import { alternate, atMost, figure, row, timed } from './measure.ts';
import type { Row } from './report/shape.ts';
import type { Subject } from './subject.ts';

export const packing: Subject = {
  name: 'pakket',
  title: 'Een pakket van 1 GB eigen media',
  how: 'Een vastlegging met vier films van 250 MB ligt in de opslag van de gebouwde extensie in Chromium; zij maakt er een pakket van (de films ook in het webarchief, dus twee keer erin), haalt alles door de poort en bewaart het als bestand. Daarnaast `sha256sum` en `zip -0` van dezelfde films. Het geheugen is het hoogste van de processen van de extensie boven wat ze ervoor hadden.',
  run: ({ isShort }) =>
    inFolder(async (folder) => {
      const films = filmsIn(folder, 4, isShort ? 1_000_000 : 250_000_000);
      const memory: number[] = [];
      const sizes: number[] = [];
      const { ours, others } = await alternate(isShort ? 1 : 2, {
        ours: async () => {
          const made = await packed(films);
          memory.push(made.extraMB);
          sizes.push(made.bytes);
          return made.ms;
        },
        others: () =>
          timed(() => {
            rmSync(join(folder, 'hun.zip'), { force: true });
            must('bash', ['-c', `sha256sum "${films}"/* > /dev/null && zip -q -0 -r "${join(folder, 'hun.zip')}" "${films}"`]);
          }),
      });
      const extra = figure('', memory.slice(-ours.rounds));
      return [
        row('vier films', 'ms', ours, {
          peers: [{ ...others, of: 'sha256sum + zip -0' }],
          goals: [atMost(2, ours.median / others.median, 'keer sha256sum + zip -0')],
          note: `het pakket is ${((sizes[0] ?? 0) / 1e9).toFixed(2).replace('.', ',')} GB`,
        }),
        row('geheugen boven rust', 'MB', extra, { goals: [atMost(300, extra.median, 'MB')] }),
      ];
    }),
};

/** In a browser of its own, each time a new one. */
async function packed(films: string): Promise<{ ms: number; bytes: number; extraMB: number }> {
  const profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));
  const browser = await launch({
    extension: outputOf('chrome'),
    profile,
    downloads: join(profile, 'bestanden'),
    askPage: 'options.html',
  });
  try {
    const id = await seedFilms(browser, films);
    const before = extensionMemory(profile);
    const seen = [before];
    const looking = setInterval(() => seen.push(extensionMemory(profile)), 200);
    const started = performance.now();
    const { bytes } = await ask(browser, 'exportCapture', { id }).finally(() => clearInterval(looking));
    return { ms: performance.now() - started, bytes, extraMB: Math.max(...seen) - before };
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

export const packingLarge: Subject = {
  name: 'groot',
  title: 'Een zip van meer dan 4 GB, en een van 70.000 bestanden',
  how: '`lib/bundle/zip.ts` schrijft ze; `unzip -tqq` en Python (`zipfile.testzip`) lezen ze terug.',
  run: ({ isShort }) =>
    inFolder(async (folder) => {
      const piece = new Blob([randomFillSync(new Uint8Array(isShort ? 1_000 : 700_000_000))]);
      const large = Array.from({ length: 6 }, (_, n) => ({
        path: `film-${n}.mp4`,
        size: piece.size,
        isText: false,
        bytes: async () => piece,
      }));
      const tiny = new TextEncoder().encode('x');
      const many = Array.from({ length: isShort ? 70 : 70_000 }, (_, n) => ({
        path: `${n}.txt`,
        size: 1,
        isText: false,
        bytes: async () => tiny,
      }));
      const rows: Row[] = [];
      for (const [what, files] of [
        ['4,2 GB in 6 bestanden', large],
        ['70.000 bestanden', many],
      ] as const) {
        const path = join(folder, 'groot.zip');
        const started = performance.now();
        const archive = await zip(files, '2026-11-20T10:20:00Z');
        const ms = performance.now() - started;
        await pipeline(Readable.fromWeb(archive.stream() as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path)); // the same streams, typed twice
        const refusals = judges(path, files.length);
        rows.push(
          row(what, 'ms', figure('', [ms]), { goals: [atMost(0, refusals, 'van de twee lezers die het pakket afwijzen')] }),
        );
      }
      return rows;
    }),
};

function judges(path: string, files: number): number {
  const count = `import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);sys.exit(z.testzip() is not None or len(z.namelist())!=${files})`;
  const outcomes = [spawnSync('unzip', ['-tqq', path]).status, spawnSync('python3', ['-c', count, path]).status];
  return outcomes.filter((status) => status !== 0).length;
}

function filmsIn(folder: string, count: number, bytes: number): string {
  const films = join(folder, 'films');
  mkdirSync(films);
  const start = Buffer.from('\0\0\0\u0018ftypisom', 'latin1');
  for (let n = 0; n < count; n += 1) {
    const film = randomFillSync(new Uint8Array(bytes));
    film.set(start);
    writeFileSync(join(films, `film-${n}.mp4`), film);
  }
  return films;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function must(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} failed`);
}
