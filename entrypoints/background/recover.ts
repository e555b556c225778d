import { browser } from 'wxt/browser';
import { appendLog, linesAbout, readLog } from '../../lib/store/log.ts';
import { allJobs } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { failJob, isRunning } from './jobs.ts';
import { findLoss, listenForLoss, showLoss } from './loss.ts';
import { listenForRetries } from './stamps.ts';

const ends: ReadonlySet<string> = new Set(['stripped', 'capture-failed', 'gate-stopped']);

/**
 * After the worker, the browser or the extension ended in the middle: what was begun and can no longer be finished has failed, and
 * the log says so (I1). `isBrowserNew`: what was in memory is gone too, so every capture without an end has failed.
 */
export function recover(after: { readonly isBrowserNew: boolean }): Promise<void> {
  const done = queue.then(() => recoverNow(after));
  queue = done.catch(() => undefined); // whoever asked gets the failure; the next one must not
  return done;
}

/** One after another: a start of the worker and a start of the browser ask at the same moment, and the log hears of it once. */
let queue: Promise<unknown> = Promise.resolve();

async function recoverNow({ isBrowserNew }: { readonly isBrowserNew: boolean }): Promise<void> {
  const loss = await findLoss();
  const jobs = await allJobs();
  for (const job of jobs) if (isRunning(job.status) && !(await isOpen(job.status.tabId))) await failJob(job, 'tab-gone');
  const busy = new Set((await allJobs()).filter(({ status }) => isRunning(status)).map(({ captureId }) => captureId));
  const begun = isBrowserNew ? await allBegun() : jobs.map(({ captureId }) => captureId);
  for (const id of begun) if (!busy.has(id)) await tellEnd(id);
  if (loss) await showLoss(loss);
}

/** Begins with each start of the worker; whoever starts it waits for nothing. */
export function listenForRecovery(): void {
  listenForLoss();
  listenForRetries();
  void recover({ isBrowserNew: false });
  browser.runtime.onStartup.addListener(() => void recover({ isBrowserNew: true }));
  browser.runtime.onInstalled.addListener(() => void recover({ isBrowserNew: true }));
}

async function allBegun(): Promise<string[]> {
  return (await readLog()).filter(({ actie }) => actie === 'capture-started').map(({ object }) => object);
}

async function tellEnd(id: string): Promise<void> {
  const lines = await linesAbout(id);
  if (!lines.some(({ actie }) => actie === 'capture-started') || lines.some(({ actie }) => ends.has(actie))) return;
  const { policy } = await readPolicy();
  const tijd = new Date().toISOString();
  const about = { object: id, resultaat: 'mislukt', herkomst: 'worker', actor: policy.actorRole } as const;
  await appendLog({ actie: 'capture-failed', ...about, tijd, toelichting: 'interrupted' });
}

async function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false, // closed meanwhile
  );
}
