/** The whole trip on the stand: the built extension, in a real browser, on the real host names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bestTime } from '../../lib/model/time.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask, safeguard } from '../../scripts/drive.ts';
import { scanFile, scanFolder } from '../leaks/scan.ts';
import type { Needle } from '../leaks/scan.ts';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import type { Truth } from '../stand/truth.ts';
import { launch } from './launch.ts';
import type { Launched } from './launch.ts';

/** The invented ministry of the stand. */
const policy: Policy = {
  ...defaultPolicy,
  organisation: { ...defaultPolicy.organisation, name: 'Ministerie van Voorbeeldzaken' },
  accounts: [
    { platform: 'x', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' },
    { platform: 'x', handle: 'ministervoorbeeld', type: 'hybride', holder: 'Minister van Voorbeeldzaken' },
    { platform: 'mastodon', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' },
  ],
};

let stand: Stand;
let browser: Launched;
let out: string;
const profile = mkdtempSync(join(tmpdir(), 'veiligsteller-profiel-'));

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'veiligsteller-uit-'));
  stand = await startStand();
  browser = await launch({ extension: outputOf('chrome'), stand, profile, downloads: join(out, 'downloads'), grant: ['https://*.twimg.com/*', 'https://voorbeeld.social/*'] });
  await ask(browser, 'savePolicy', { policy });
});
afterAll(async () => {
  await browser.close();
  await stand.close();
  rmSync(out, { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true });
});

async function open(url: string) {
  const page = await browser.context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

async function captured(url: string) {
  const page = await open(url);
  const outcome = await safeguard(browser, page, { out });
  await page.close();
  return outcome;
}

/** The reactions as the thread has them: who has what role, when, in answer to what. Third parties by their order only. */
function shape(capture: Capture) {
  const places = new Map(capture.reactions.map(({ key }, index) => [key, index]));
  return capture.reactions.map((item) => ({
    isOwn: item.kind === 'antwoord-overheid',
    second: bestTime(item.times)?.iso.slice(0, 19),
    parent: item.parent && (places.get(item.parent.key) ?? 'bericht'),
  }));
}

function trueShape({ post, reactions }: Truth) {
  const places = new Map(reactions.map(({ id }, index) => [id, index]));
  return reactions.map((item) => ({
    isOwn: item.isOwn,
    second: item.time.slice(0, 19),
    parent: item.parent === undefined || item.parent === post.id ? 'bericht' : places.get(item.parent),
  }));
}

function needlesOf({ identifiers }: Truth): Needle[] {
  return identifiers.filter(({ kind }) => kind !== 'first-name').map(({ kind, value }, index) => ({ whose: `${kind} ${index}`, kind: 'planted', value }));
}

describe('X', () => {
  it('captures 1,000 reactions whose rows are recycled: all, none twice, in order, with their parents, and nobody in it', async () => {
    const { url, truth } = stand.setThread('x', { seed: 11, reactions: 1_000, replyShare: 0.4 });
    const { capture, file } = await captured(url);
    expect(capture.reactions.length).toBe(truth.reactions.length);
    expect(new Set(capture.reactions.map(({ key }) => key)).size).toBe(truth.reactions.length);
    expect(shape(capture)).toEqual(trueShape(truth));
    expect(capture.completeness.state).toBe('OK');
    expect(scanFile(file, needlesOf(truth))).toEqual([]);
    expect(scanFolder(profile, needlesOf(truth))).toEqual([]);
  });
});
