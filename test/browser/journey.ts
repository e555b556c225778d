/** The built extension, in a real browser, on the stand's real host names: what every test of a whole trip starts from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Capture } from '../../lib/model/capture.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { bestTime } from '../../lib/model/time.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask, safeguard } from '../../scripts/drive.ts';
import type { Outcome, Wanted } from '../../scripts/drive.ts';
import type { Needle } from '../leaks/scan.ts';
import { startStand } from '../stand/server.ts';
import type { Stand, StandOptions } from '../stand/server.ts';
import type { NetworkName } from '../stand/thread-model.ts';
import type { Truth } from '../stand/truth.ts';
import { launch } from './launch.ts';
import type { LaunchOptions, Launched } from './launch.ts';

export interface Journey {
  readonly stand: Stand;
  readonly browser: Launched;
  readonly policy: Policy;
  /** Where packages are kept, and the browser's profile on disk. */
  readonly out: string;
  readonly profile: string;
  open(url: string): Promise<Page>;
  captured(url: string, wanted?: Partial<Wanted>): Promise<Outcome>;
  close(): Promise<void>;
}

/** `grant`: where the extension may fetch media; everywhere, unless a test is about just that. */
export async function startJourney(
  networks: readonly NetworkName[],
  grant: readonly string[] = ['https://*/*'],
  options: StandOptions = {},
  elsewhere: LaunchOptions['elsewhere'] = [],
): Promise<Journey> {
  const out = mkdtempSync(join(tmpdir(), 'veiligsteller-uit-'));
  const profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));
  const policy = ministryPolicy(networks);
  const stand = await startStand(options);
  const browser = await launch({
    extension: outputOf('chrome'),
    stand,
    profile,
    downloads: join(out, 'downloads'),
    grant,
    elsewhere,
  });
  await ask(browser, 'savePolicy', { policy });
  const open = async (url: string) => {
    const page = await browser.context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  };
  return {
    stand,
    browser,
    policy,
    out,
    profile,
    open,
    async captured(url, wanted = {}) {
      const page = await open(url);
      const outcome = await safeguard(browser, page, { out, ...wanted });
      await page.close();
      return outcome;
    },
    async close() {
      await browser.close();
      await stand.close();
      for (const folder of [out, profile]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The reactions as the thread has them: who has what role, when, in answer to what. Third parties by their order only. */
export function shape(capture: Capture) {
  const places = new Map(capture.reactions.map(({ key }, index) => [key, index]));
  return capture.reactions.map((item) => ({
    isOwn: item.kind === 'antwoord-overheid',
    second: bestTime(item.times)?.iso.slice(0, 19),
    parent: item.parent && (places.get(item.parent.key) ?? 'bericht'),
  }));
}

export function trueShape({ post, reactions }: Truth) {
  const places = new Map(reactions.map(({ id }, index) => [id, index]));
  return reactions.map((item) => ({
    isOwn: item.isOwn,
    second: item.time.slice(0, 19),
    parent: item.parent === undefined || item.parent === post.id ? 'bericht' : places.get(item.parent),
  }));
}

export function needlesOf({ identifiers }: Truth): Needle[] {
  return identifiers
    .filter(({ kind }) => kind !== 'first-name')
    .map(({ kind, value }, index) => ({ whose: `${kind} ${index}`, kind: 'planted', value }));
}
