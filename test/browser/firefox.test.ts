/** The same source in a real Firefox: captured, stripped, packed, saved and verified. Everybody is invented. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobStatus } from '../../lib/model/job.ts';
import { firefoxPath } from '../../scripts/firefox.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask, safeguard } from '../../scripts/drive.ts';
import { root } from '../../scripts/root.ts';
import { scanFile } from '../leaks/scan.ts';
import { unzipped } from '../lib/bundle/unzipped.ts';
import { startStand } from '../stand/server.ts';
import type { Stand } from '../stand/server.ts';
import { broken } from './afterFault.ts';
import { launchFirefox } from './firefox/launch.ts';
import type { Firefox } from './firefox/launch.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { needlesOf, shape, trueShape } from './journey.ts';

const lintOrder = ['lint', '--self-hosted', '--output', 'json', '--source-dir', outputOf('firefox')];
const patience = { timeout: 60_000 };
const executable = firefoxPath();
if (executable === undefined) console.warn('OVERGESLAGEN: Firefox ontbreekt op deze machine (Debian: apt-get install firefox-esr)');

const webExt = join(root, '.tools/web-ext/node_modules/.bin/web-ext');
const hasLinter = existsSync(webExt);
if (!hasLinter) console.warn('OVERGESLAGEN: web-ext ontbreekt (eenmaal scripts/judges.sh zet het klaar)');

it.skipIf(!hasLinter)('is without errors for the linter of Mozilla', () => {
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/node'), [webExt, ...lintOrder], { encoding: 'utf8', maxBuffer: 1e8 });
  const { summary, warnings } = JSON.parse(stdout) as { summary: { errors: number }; warnings: { code: string }[] }; // web-ext's
  expect(summary.errors).toBe(0);
  // Preact sets what it is given as HTML, which is nothing of ours (lint rule); zip.js can load a worker, and is told not to
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['UNSAFE_VAR_ASSIGNMENT']));
});

/** What the frames of the tab in front really show. */
const framesInFront = `gBrowser.selectedBrowser.browsingContext.children.map((each) => each.currentWindowGlobal?.documentURI.spec.split('?')[0]).join()`;

describe.skipIf(executable === undefined)('Firefox', () => {
  const out = mkdtempSync(join(tmpdir(), 'veiligsteller-uit-'));
  let stand: Stand;
  let firefox: Firefox;

  beforeAll(async () => {
    stand = await startStand({ pages: { 'kwaad.example': { '*': { html: '<!doctype html><body>een pagina</body>' } } } });
    firefox = await launchFirefox({
      executable: executable ?? '',
      extension: outputOf('firefox'),
      stand,
      downloads: join(out, 'downloads'),
      grant: ['https://*/*'],
    });
    await ask(firefox, 'savePolicy', { policy: ministryPolicy(['x', 'mastodon']) });
  });
  afterAll(async () => {
    await firefox?.close();
    await stand?.close();
    rmSync(out, { recursive: true, force: true });
  });

  it.each([
    { network: 'x', reactions: 20, replyShare: 0.3 },
    { network: 'mastodon', reactions: 8, replyShare: 0 },
  ] as const)('captures a thread on $network whole, and hands over a package that verifies', async ({ network, ...params }) => {
    const { url, truth } = stand.setThread(network, { seed: 23, photos: 1, ...params });
    const page = await firefox.open(url);
    const { capture, file } = await safeguard(firefox, page, { out });
    await page.close();
    expect(shape(capture)).toEqual(trueShape(truth));
    expect(capture.completeness.state).toBe('OK');
    expect(capture.posts.flatMap(({ media }) => media.map(({ state }) => state))).toContain('kept');
    expect(scanFile(file, needlesOf(truth))).toEqual([]);
    const pictures = [...(await unzipped(readFileSync(file))).keys()].filter((name) =>
      /-schermafbeelding(?:-\d+)?\.png$/.test(name),
    );
    expect(pictures.length).toBeGreaterThanOrEqual(2);
    expect(verify(file)).toMatchObject({ status: 0 });
  });

  it('has stored once, or says that it failed, when its background was stopped in the middle (F1)', async () => {
    const { url, truth } = stand.setThread('x', { seed: 25, photos: 1, reactions: 12 });
    const page = await firefox.open(url);
    let stopped: Promise<void> | undefined;
    const onProgress = ({ step }: JobStatus) => void (step === 'unfolding' && (stopped ??= firefox.stopWorker()));
    await safeguard(firefox, page, { out, onProgress }).catch(() => undefined); // done or failed: the store has to say which
    await stopped;
    expect(stopped).toBeDefined();
    await page.close();
    await expect.poll(() => broken(firefox, needlesOf(truth)), patience).toEqual([]);
  });

  it('shows the readable view of a capture in its sandboxed frame', async () => {
    const [capture] = await ask(firefox, 'listCaptures', {});
    const page = await firefox.openOwn(`dashboard.html#/veiligstelling/${capture?.id}`);
    await page.waitForSelector('iframe.view', patience);
    await page.bringToFront();
    await expect.poll(() => firefox.inBrowser(`return ${framesInFront}`), patience).toBe('about:srcdoc'); // else a page that says it was refused
    await page.close();
  });

  it('opens the panel in the sidebar at its key, about the page in the tab beside it', async () => {
    const page = await firefox.open(stand.setThread('x', { seed: 24, reactions: 3 }).url);
    await page.bringToFront();
    await firefox.inBrowser(`document.querySelector('keyset[id^="ext-keyset"] key[key="N"]').doCommand()`);
    const own = await firefox.openOwn('options.html');
    await page.bringToFront();
    const says = () => own.evaluate(sidebarText);
    await expect.poll(says, patience).toContain('Tweezijdig, corporate account');
    await page.close();
    await own.close();
  });

  it('lets no web page frame or fetch a page of ours (T10, T11)', async () => {
    const page = await firefox.open('https://kwaad.example/');
    const address = firefox.ownAddress('popup.html');
    expect(await page.evaluate(reach, address)).toBe(false);
    expect(await firefox.inBrowser(`return ${framesInFront}`)).toMatch(/^about:(?!srcdoc)/);
    await page.close();
  });
});

/** Runs in a page of the extension. */
function sidebarText(): string {
  const { browser } = globalThis as unknown as {
    browser: { extension: { getViews(filter: object): { document: Document }[] } };
  }; // Firefox's
  return browser.extension
    .getViews({ type: 'sidebar' })
    .map(({ document }) => document.body.innerText)
    .join();
}

/** Runs in a web page: whether it could fetch this; a frame with it stays in the page. */
async function reach(address: string): Promise<boolean> {
  const frame = document.createElement('iframe');
  const ended = new Promise((done) => ['load', 'error'].forEach((event) => frame.addEventListener(event, done)));
  frame.src = address;
  document.body.append(frame);
  await ended;
  return fetch(address).then(
    () => true,
    () => false,
  );
}

function verify(path: string) {
  return spawnSync(join(root, 'node_modules/.bin/node'), [join(root, 'scripts/verify.ts'), path], { encoding: 'utf8' });
}
