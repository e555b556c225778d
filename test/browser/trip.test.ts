/** The whole trip on the stand: the built extension, in a real browser, on the real host names. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../lib/model/capture.ts';
import { ask, safeguard } from '../../scripts/drive.ts';
import { root } from '../../scripts/root.ts';
import { scanFile } from '../leaks/scan.ts';
import { unzipped } from '../lib/bundle/unzipped.ts';
import type { Truth } from '../stand/truth.ts';
import { needlesOf, shape, startJourney, trueShape } from './journey.ts';

const journey = await startJourney(['x']);
const { browser, stand, policy, out } = journey;
const open = (url: string) => journey.open(url);
const captured = (url: string) => journey.captured(url);
afterAll(() => journey.close());

/** What was captured half-way stands in the thread in this order, with gaps where replies were still closed; else: what does not. */
function outOfOrder(capture: Capture, truth: Truth): unknown[] {
  let at = 0;
  const places = trueShape(truth);
  return shape(capture).filter(({ isOwn, second }) => {
    const found = places.findIndex((place, index) => index >= at && place.second === second && place.isOwn === isOwn);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

describe('what the page does meanwhile', () => {
  it('stops half-way when asked, and tells the true numbers', async () => {
    const { url, truth } = stand.setThread('x', { seed: 12, reactions: 300 });
    const page = await open(url);
    let asked = false;
    const { capture } = await safeguard(browser, page, {
      out,
      onProgress: ({ id, reactions }) => {
        if (asked || reactions < 100) return;
        asked = true;
        void ask(browser, 'stopCapture', { job: id });
      },
    });
    await page.close();
    expect(capture.completeness).toMatchObject({
      state: 'ONVOLLEDIG',
      displayed: truth.displayedReactions,
      captured: capture.reactions.length,
    });
    expect(capture.completeness.reasons.map(({ code }) => code)).toContain('stopped');
    expect(capture.reactions.length).toBeGreaterThanOrEqual(100);
    expect(capture.reactions.length).toBeLessThan(truth.reactions.length);
    expect(outOfOrder(capture, truth)).toEqual([]);
  });

  it('notices that the page went elsewhere, and mixes nothing', async () => {
    const { url, truth } = stand.setThread('x', { seed: 13, reactions: 300 });
    const page = await open(url);
    let gone = false;
    const { capture } = await safeguard(browser, page, {
      out,
      onProgress: ({ reactions }) => {
        if (gone || reactions < 60) return;
        gone = true;
        void page.evaluate(() => history.pushState({}, '', '/minvoorbeeld'));
      },
    });
    await page.close();
    expect(capture.completeness.state).toBe('ONVOLLEDIG');
    expect(capture.completeness.reasons.map(({ code }) => code)).toContain('navigated');
    expect(outOfOrder(capture, truth)).toEqual([]);
  });

  it('goes on when the worker is stopped in the middle, more than once', async () => {
    const { url, truth } = stand.setThread('x', { seed: 14, reactions: 150 });
    const page = await open(url);
    const stops = [30, 80, 140];
    const { capture } = await safeguard(browser, page, {
      out,
      onProgress: ({ reactions }) => {
        if (reactions < (stops[0] ?? Infinity)) return;
        stops.shift();
        void browser.stopWorker();
      },
    });
    await page.close();
    expect(stops).toEqual([]);
    expect(capture.reactions.length).toBe(truth.reactions.length);
    expect(capture.completeness.state).toBe('OK');
  });
});

describe('a worker that is stopped when it has the page', () => {
  it('gets the page again from the tab, and stores it once', async () => {
    const { url, truth } = stand.setThread('x', { seed: 20, reactions: 400, replyShare: 0.2, photos: 1 });
    const before = (await ask(browser, 'listCaptures', {})).length;
    const page = await open(url);
    const stopped = Promise.withResolvers<void>();
    // its own photo is asked for before the people are taken out: held until the worker is gone, so that this is never missed
    await browser.context.route('https://pbs.twimg.com/media/**', async (route) => {
      if (route.request().serviceWorker()) await stopped.promise;
      await route.continue().catch(() => undefined); // who asked may be gone
    });
    const stoppedAt: string[] = [];
    const { capture } = await safeguard(browser, page, {
      out,
      onProgress: ({ step }) => {
        if (stoppedAt.length > 0 || step !== 'media') return;
        stoppedAt.push(step);
        void browser.stopWorker().then(stopped.resolve);
      },
    });
    await browser.context.unroute('https://pbs.twimg.com/media/**');
    await page.close();
    expect(stoppedAt).toHaveLength(1);
    expect(capture.reactions.length).toBe(truth.reactions.length);
    expect((await ask(browser, 'listCaptures', {})).length).toBe(before + 1);
  });
});

describe('what is refused', () => {
  it('stores nothing of direct messages (R2)', async () => {
    const before = await ask(browser, 'listCaptures', {});
    const page = await open('https://x.com/messages');
    await expect(safeguard(browser, page, { out })).rejects.toMatchObject({ code: 'out-of-scope' });
    await page.close();
    expect(await ask(browser, 'listCaptures', {})).toEqual(before);
  });

  it('never captures a hybrid account as a whole (R9)', async () => {
    const page = await open('https://x.com/ministervoorbeeld');
    await expect(safeguard(browser, page, { out, scenario: 'C' })).rejects.toMatchObject({ code: 'open-the-post' });
    await page.close();
  });

  it('takes an account outside the register for nobody of ours (R15)', async () => {
    await ask(browser, 'savePolicy', { policy: { ...policy, accounts: [] } });
    const page = await open(stand.setThread('x', { seed: 15, reactions: 3 }).url);
    await expect(safeguard(browser, page, { out })).rejects.toMatchObject({ code: 'account-unknown' });
    await page.close();
    await ask(browser, 'savePolicy', { policy });
  });
});

describe('the other scenarios', () => {
  it('keeps of a hybrid account the one chosen post and nothing else (C)', async () => {
    const { url, truth } = stand.setThread('x', { seed: 16, account: 'minister', reactions: 12, photos: 1 });
    const { capture, file } = await captured(url);
    expect(capture).toMatchObject({ choice: { scenario: 'C' }, reactions: [], posts: [{ platformId: truth.post.id }] });
    expect(capture.profile).toBeUndefined();
    expect(scanFile(file, needlesOf(truth))).toEqual([]);
  });

  it('proposes A where nobody can reply, and keeps no reactions', async () => {
    const { url, truth } = stand.setThread('x', { seed: 17, reactions: 0, repliesAllowed: false });
    const { capture, file } = await captured(url);
    expect(capture.choice).toMatchObject({ scenario: 'A', because: ['R3-corporate', 'R5-replies-off'] });
    expect(capture.reactions.filter(({ kind }) => kind === 'reactie')).toEqual([]);
    expect(scanFile(file, needlesOf(truth))).toEqual([]);
  });
});

function verify(path: string) {
  return spawnSync(join(root, 'node_modules/.bin/node'), [join(root, 'scripts/verify.ts'), path], { encoding: 'utf8' });
}

describe('the package', () => {
  let file: string;
  let folder: string;

  beforeAll(async () => {
    const { url } = stand.setThread('x', { seed: 19, reactions: 40, photos: 2 });
    ({ file } = await captured(url));
    folder = join(out, 'uitgepakt');
    for (const [name, bytes] of await unzipped(readFileSync(file))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
  });

  it('is accepted by unzip, sha256sum, xmllint and the BagIt library of others', () => {
    const report = execFileSync('bash', ['scripts/judges.sh', '--installed-only', file], { cwd: root, encoding: 'utf8' });
    expect(report).toContain(file);
    expect(report).not.toContain('FOUT');
  });

  it('is accepted by our own verify, and refused after one changed byte', () => {
    expect(verify(file)).toMatchObject({ status: 0 });
    const changed = readFileSync(file);
    const middle = Math.floor(changed.length / 2);
    changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
    const damaged = join(out, 'beschadigd.zip');
    writeFileSync(damaged, changed);
    expect(verify(damaged)).toMatchObject({ status: 1 });
  });

  it('holds views that open from disk, ask for nothing and run nothing', async () => {
    const views = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('-weergave.html'));
    expect(views.length).toBeGreaterThanOrEqual(2);
    for (const view of views) {
      const page = await browser.context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`file://${join(folder, view)}`);
      expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([`file://${join(folder, view)}`]);
      expect(await page.locator('script').count()).toBe(0);
      expect(await page.locator('article, section, main').count()).toBeGreaterThan(0);
      await page.close();
    }
  });
});
