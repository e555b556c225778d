import { browser } from 'wxt/browser';
import type { HandelingActie } from '../../lib/model/log.ts';
import { appendLog, linesAbout, readLog } from '../../lib/store/log.ts';
import { isDatabaseLost } from '../../lib/store/marker.ts';
import { allJobs } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { failJob, isRunning } from './jobs.ts';

const ends: ReadonlySet<string> = new Set(['stripped', 'capture-failed', 'gate-stopped']);

/**
 * After the worker, the browser or the extension ended in the middle: what was begun and can no longer be finished has failed, and
 * the log says so (I1). `isBrowserNew`: what was in memory is gone too, so every capture without an end has failed.
 */
export async function recover({ isBrowserNew }: { readonly isBrowserNew: boolean }): Promise<void> {
  if (await isDatabaseLost()) await tell('data-lost', 'opslag', 'de opslag is leeg, terwijl er veiligstellingen in stonden');
  const jobs = await allJobs();
  for (const job of jobs) if (isRunning(job.status) && !(await isOpen(job.status.tabId))) await failJob(job, 'tab-gone');
  const busy = new Set((await allJobs()).filter(({ status }) => isRunning(status)).map(({ captureId }) => captureId));
  const begun = isBrowserNew ? await allBegun() : jobs.map(({ captureId }) => captureId);
  for (const id of begun) if (!busy.has(id)) await tellEnd(id);
}

/** Begins with each start of the worker; whoever starts it waits for nothing. */
export function listenForRecovery(): void {
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
  await tell('capture-failed', id, 'interrupted');
}

async function tell(actie: HandelingActie, object: string, toelichting: string): Promise<void> {
  const { policy } = await readPolicy();
  const tijd = new Date().toISOString();
  await appendLog({ actie, object, resultaat: 'mislukt', herkomst: 'worker', actor: policy.actorRole, tijd, toelichting });
}

async function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false, // closed meanwhile
  );
}
