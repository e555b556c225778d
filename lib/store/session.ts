import { browser } from 'wxt/browser';
import type { CaptureId, ScenarioChoice } from '../model/capture.ts';
import type { JobStatus } from '../model/job.ts';
import type { RegisteredAccount } from '../model/policy.ts';

/**
 * D3, D23: what a running capture needs to go on when the worker is stopped. Lives in memory of the browser only
 * (`storage.session` is never written to disk) and is gone when the browser closes.
 */
export interface Job {
  readonly status: JobStatus;
  readonly choice: ScenarioChoice;
  readonly account: RegisteredAccount;
  /** Raw HMAC key of the pseudonyms, as hex (D5). */
  readonly key: string;
  readonly captureId: CaptureId;
  /** Where the own media of this page stand; asked for before the start. */
  readonly mediaHosts?: readonly string[];
}

const jobKey = (id: string) => `job-${id}`;
const identitiesKey = (id: CaptureId) => `identities-${id}`;

/** Apart from the job, so that a sign of life arriving at the same time does not undo it. */
export async function askStop(id: string): Promise<void> {
  await browser.storage.session.set({ [`stop-${id}`]: true });
}
export async function isStopAsked(id: string): Promise<boolean> {
  return (await browser.storage.session.get(`stop-${id}`))[`stop-${id}`] === true;
}

export async function readJob(id: string): Promise<Job | undefined> {
  return (await browser.storage.session.get(jobKey(id)))[jobKey(id)] as Job | undefined; // only we write there
}

export async function writeJob(job: Job): Promise<void> {
  await browser.storage.session.set({ [jobKey(job.status.id)]: job });
}

export async function jobOfTab(tabId: number): Promise<Job | undefined> {
  const jobs = await allJobs();
  return jobs
    .filter(({ status }) => status.tabId === tabId)
    .toSorted((a, b) => (a.status.startedAt < b.status.startedAt ? 1 : -1))[0];
}

async function allJobs(): Promise<Job[]> {
  const all = Object.entries(await browser.storage.session.get(null));
  return all.filter(([key]) => key.startsWith('job-')).map(([, value]) => value as Job); // only we write there
}

/** D4: who was on the page, for the gate over the finished package. Answers false when the browser has no room for it. */
export async function keepIdentities(id: CaptureId, identities: unknown): Promise<boolean> {
  try {
    await browser.storage.session.set({ [identitiesKey(id)]: identities });
    return true;
  } catch {
    return false; // over the quota of 10 MB; the package then says that its second gate did not run
  }
}

export async function readIdentities(id: CaptureId): Promise<unknown> {
  return (await browser.storage.session.get(identitiesKey(id)))[identitiesKey(id)];
}

/** G4: once the package is sealed the identities are wiped. */
export async function forgetIdentities(id: CaptureId): Promise<void> {
  await browser.storage.session.remove(identitiesKey(id));
}
