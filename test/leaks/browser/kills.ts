/** The browser ended at a random moment of a capture, as by a power cut, and the profile read from disk (§6). Replayable by its seed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { outputOf } from '../../../scripts/build.ts';
import { ask, safeguard } from '../../../scripts/drive.ts';
import { ministryPolicy } from '../../../lib/practice/ministry.ts';
import { needlesOf } from '../../browser/journey.ts';
import { launch } from '../../browser/launch.ts';
import type { Launched } from '../../browser/launch.ts';
import { dice } from '../../../lib/practice/dice.ts';
import { startStand } from '../../stand/server.ts';
import { carriers } from '../catalogue/carrier.ts';
import { needlesOf as needlesOfPerson } from '../catalogue/set.ts';
import type { CanarySet } from '../catalogue/set.ts';
import { scanFolder } from '../scan.ts';
import type { Hit, Needle } from '../scan.ts';
import { ownProgram } from './places.ts';
import { casting } from './planted.ts';

const steps = ['starting', 'unfolding', 'reading', 'media', 'stripping', 'storing', 'done', 'export'] as const;
export interface Kill {
  readonly seed: number;
  /** Where the capture was when it was last heard of. */
  readonly step: string;
  readonly afterMs: number;
  readonly hits: readonly Hit[];
}

export interface KillOptions {
  readonly set: CanarySet;
  readonly seed: number;
  /** One profile for all: what earlier runs left behind is read again. */
  readonly folder: string;
}

export async function killedRun({ set, seed, folder }: KillOptions): Promise<Kill> {
  const roll = dice(seed);
  const profile = join(folder, 'profiel');
  const out = join(folder, 'uit');
  mkdirSync(out, { recursive: true });
  const stand = await startStand();
  const reactions = 40 + roll.below(200);
  const { url, truth } = stand.setThread('x', { seed: 500 + seed, reactions, photos: 2, casting: casting(set, carriers.x) });
  const browser = await launch({
    extension: outputOf('chrome'),
    stand,
    profile,
    downloads: join(folder, 'downloads'),
    grant: ['https://*/*'],
  });
  await ask(browser, 'savePolicy', { policy: ministryPolicy(['x']) });
  const page = await browser.context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const killed = await killWhile(browser, out, page, {
    step: roll.pick(steps),
    moreMs: roll.below(250),
    atMs: roll.below(6_000),
    byStep: roll.chance(0.6),
  });
  await stand.close();
  const needles: Needle[] = [
    ...needlesOf(truth),
    ...set.persons.flatMap((person) => needlesOfPerson(person, carriers.x.as(person))),
  ];
  return { seed, ...killed, hits: scanFolder(folder, needles, ownProgram) };
}

interface Moment {
  readonly step: (typeof steps)[number];
  readonly moreMs: number;
  readonly atMs: number;
  readonly byStep: boolean;
}

async function killWhile(
  browser: Launched,
  out: string,
  page: Parameters<typeof safeguard>[1],
  moment: Moment,
): Promise<{ step: string; afterMs: number }> {
  const began = performance.now();
  let step = 'starting';
  let arrived: (() => void) | undefined;
  const reached = new Promise<void>((done) => (arrived = done));
  const tell = (now: string): void => {
    step = now;
    const isPast = steps.indexOf(now as Moment['step']) >= steps.indexOf(moment.step); // an unknown step is never past
    if (isPast) arrived?.();
  };
  const run = safeguard(browser, page, { out, onProgress: ({ step: now }) => tell(now) }).then(
    () => tell('export'),
    () => undefined, // it was killed
  );
  await Promise.race(moment.byStep ? [reached, run, wait(20_000)] : [wait(moment.atMs), run]);
  if (moment.byStep) await Promise.race([wait(moment.moreMs), run]);
  await browser.kill();
  await run;
  return { step, afterMs: Math.round(performance.now() - began) };
}
