/** A real browser that something happens to, and what must hold afterwards (I1–I6). Everybody is invented. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { verifyChain } from '../../lib/model/chain.ts';
import type { JobStatus } from '../../lib/model/job.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask, safeguard } from '../../scripts/drive.ts';
import type { Driven } from '../../scripts/drive.ts';
import { faultsFolder, writeTable } from '../leaks/catalogue/table.ts';
import { scanContent, scanFolderPlainly } from '../leaks/scan.ts';
import type { Needle } from '../leaks/scan.ts';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import type { ThreadParams } from '../stand/thread-model.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { needlesOf } from './journey.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

/** The whole campaign (`npm run faults`), or the few of it that `npm test` does. */
export const isWhole = process.env['FOUTEN_ALLES'] === '1';
export const firstSeed = Number(process.env['FOUTEN_ZAAD'] ?? 1);

/** A page of a browser, whoever drives it. */
interface Tab {
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** A browser that things happen to. */
export interface Kind<B extends Driven<P>, P extends Tab> {
  launch(stand: Stand, profile: string, downloads: string): Promise<B>;
  open(browser: B, url: string): Promise<P>;
  /** What the organisation set; usually the ministry of the tests. */
  readonly policy?: Policy;
  /** Where the database stands in a profile. */
  readonly database: string;
}

export const chromium: Kind<Launched, Page> = {
  launch: (stand, profile, downloads) =>
    launch({ extension: outputOf('chrome'), stand, profile, downloads, grant: ['https://*/*'] }),
  async open(browser, url) {
    const page = await browser.context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  },
  database: 'Default/IndexedDB',
};

export interface Begun<P> {
  readonly page: P;
  readonly url: string;
  /** Ends with the capture, well or not. */
  readonly run: Promise<'done' | 'failed'>;
}

export interface FaultStage<B, P> {
  readonly profile: string;
  readonly stand: Stand;
  start(profile?: string): Promise<B>;
  begun(browser: B, params: ThreadParams, onProgress?: (status: JobStatus, page: P) => void): Promise<Begun<P>>;
  /** Captures what stands in this tab. */
  capture(browser: B, page: P): Promise<'done' | 'failed'>;
  /** What still does not hold after the browser had its time to recover, I1–I5; then whether the user can go on, I6. Empty when all does. */
  leftBroken(browser: B, what: string): Promise<string[]>;
  close(name: string, title: string): Promise<void>;
}

export const faultStage = (seedFrom: number): Promise<FaultStage<Launched, Page>> => faultStageOf(chromium, seedFrom);

export async function faultStageOf<B extends Driven<P>, P extends Tab>(
  kind: Kind<B, P>,
  seedFrom: number,
  folder = mkdtempSync(join(tmpdir(), 'veiligsteller-fouten-')),
): Promise<FaultStage<B, P>> {
  const stand = await startStand();
  const needles: Needle[] = [];
  const lines: string[][] = [];
  let seed = seedFrom;

  async function start(profile = join(folder, 'profiel')): Promise<B> {
    const browser = await kind.launch(stand, profile, join(folder, 'downloads'));
    await ask(browser, 'savePolicy', { policy: kind.policy ?? ministryPolicy(['x']) });
    return browser;
  }
  async function begun(browser: B, params: ThreadParams, onProgress: (status: JobStatus, page: P) => void = () => undefined) {
    const { url, truth } = stand.setThread('x', { seed: seed++, photos: 1, ...params });
    needles.push(...needlesOf(truth));
    const page = await kind.open(browser, url);
    return { page, url, run: capture(browser, page, (status) => onProgress(status, page)) };
  }
  function capture(browser: B, page: P, onProgress: (status: JobStatus) => void = () => undefined) {
    return safeguard(browser, page, { out: join(folder, 'uit'), onProgress }).then(
      () => 'done' as const,
      () => 'failed' as const,
    );
  }
  async function leftBroken(browser: B, what: string): Promise<string[]> {
    const end = performance.now() + 60_000;
    let found = await broken(browser, needles);
    while (found.length > 0 && performance.now() < end) {
      await wait(200);
      found = await broken(browser, needles);
    }
    if (found.length === 0) found = await goesOn(browser);
    const count = (await ask(browser, 'listCaptures', {})).length;
    lines.push([what, String(count), found.length === 0 ? 'I1–I6 gehouden' : found.join('; ')]);
    return found;
  }
  async function goesOn(browser: B): Promise<string[]> {
    const { page, run } = await begun(browser, { reactions: 2 });
    const end = await run;
    await page.close();
    return end === 'done' ? broken(browser, needles) : ['I6 the next capture failed'];
  }
  return {
    profile: join(folder, 'profiel'),
    stand,
    start,
    begun,
    capture,
    leftBroken,
    async close(name, title) {
      await stand.close();
      const hits = scanFolderPlainly(join(folder, 'profiel', kind.database), needles);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      if (isWhole)
        writeTable(name, { title, heads: ['fout', 'vastleggingen daarna', 'uitslag'], lines, wrong: hits.length }, faultsFolder);
      if (hits.length > 0) throw new Error(`I5: somebody stands in the database on disk, ${hits.length} times`);
    },
  };
}

type Asked = Pick<Driven<never>, 'ask'>;

const ends = new Set<string>(['stripped', 'capture-failed', 'gate-stopped']);

/** What does not hold of I1–I5, in words; empty when all does. */
export async function broken(browser: Asked, needles: readonly Needle[]): Promise<string[]> {
  const [log, captures] = [await ask(browser, 'getLog', {}), await ask(browser, 'listCaptures', {})];
  const told = (id: string, actie: string) => log.filter((line) => line.object === id && line.actie === actie).length;
  const open = log.filter(
    ({ actie, object }) => actie === 'capture-started' && !log.some((line) => line.object === object && ends.has(line.actie)),
  );
  const { problems, gaps } = await verifyChain(log);
  const unreadable: string[] = [];
  const contents: unknown[] = [log, captures];
  for (const { id } of captures)
    contents.push(await ask(browser, 'getCapture', { id }).catch(() => void unreadable.push(`I2 ${id} cannot be read`)));
  return [
    ...open.map(({ object }) => `I1 ${object} was begun, and nothing was said of it again`),
    ...captures.filter(({ id }) => told(id, 'capture-failed') > 0).map(({ id }) => `I1 ${id} is there and called failed`),
    ...unreadable,
    ...captures.filter(({ id }) => told(id, 'capture-started') > 1).map(({ id }) => `I3 ${id} was made of two`),
    ...captures.filter(({ id }) => told(id, 'stripped') !== 1).map(({ id }) => `I4 ${id} is not once in the log`),
    ...(problems.length + gaps > 0 ? ['I4 the log is broken'] : []),
    ...(scanContent(JSON.stringify(contents), 'opslag', needles).length > 0 ? ['I5 somebody is in the store'] : []),
  ];
}

/** Acts once, when a capture is at this step. */
export function whenAt<P>(step: JobStatus['step'], act: (page: P) => void, from = 0): (status: JobStatus, page: P) => void {
  let isDone = false;
  return (status, page) => {
    if (isDone || status.step !== step || status.reactions < from) return;
    isDone = true;
    act(page);
  };
}
