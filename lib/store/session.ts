import { browser } from 'wxt/browser';
import type { CaptureId, ScenarioChoice } from '../model/capture.ts';
import type { JobStatus } from '../model/job.ts';
import type { LetterFacts, LetterReference } from '../model/letter.ts';
import type { PointedAt } from '../model/pointed.ts';
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
  /** R11: this capture is one letter: the reaction as the reader found it, and what the user said of it. */
  readonly letter?: { readonly item: string; readonly facts: LetterFacts };
  /** R9, R12: reactions a person pointed at on the page, to come along. */
  readonly pointed?: readonly PointedAt[];
}

/** R11: what went into a letter, by ids on the platform: a capture of the same page keeps references in their place. */
interface TakenLetter {
  readonly host: string;
  readonly items: readonly string[];
  readonly reference: LetterReference;
}

const jobKey = (id: string) => `job-${id}`;
/** `writer`: R11, of a letter the one who may stand in the letter only. */
type Whose = 'others' | 'writer';
const identitiesKey = (id: CaptureId, whose: Whose = 'others') => (whose === 'others' ? `identities-${id}` : `writer-${id}`);
const letterKey = (id: CaptureId) => `letter-${id}`;
const pickedKey = (tabId: number) => `picked-${tabId}`;
const pointedKey = (tabId: number) => `pointed-${tabId}`;

/** Apart from the job, so that a sign of life arriving at the same time does not undo it. */
export async function askStop(id: string): Promise<void> {
  await browser.storage.session.set({ [`stop-${id}`]: true });
}
/** What was asked while the page was read has been done: from here on a stop is another one. */
export async function forgetStop(id: string): Promise<void> {
  await browser.storage.session.remove(`stop-${id}`);
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

export async function allJobs(): Promise<Job[]> {
  const all = Object.entries(await browser.storage.session.get(null));
  return all.filter(([key]) => key.startsWith('job-')).map(([, value]) => value as Job); // only we write there
}

/** Tells of every step of every job. */
export function watchJobs(onChange: (status: JobStatus) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      const job = key.startsWith('job-') ? (newValue as Job | undefined) : undefined; // only we write there
      if (job) onChange(job.status);
    }
  });
}

/** D4: who was on the page, for the gate over the finished package. Answers false when the browser has no room for it. */
export async function keepIdentities(id: CaptureId, identities: unknown, whose?: Whose): Promise<boolean> {
  try {
    await browser.storage.session.set({ [identitiesKey(id, whose)]: identities });
    return true;
  } catch {
    return false; // over the quota of 10 MB; the package then says that its second gate did not run
  }
}

export async function readIdentities(id: CaptureId, whose?: Whose): Promise<unknown> {
  const key = identitiesKey(id, whose);
  return (await browser.storage.session.get(key))[key];
}

/** G4: once the package is sealed the identities are wiped. */
export async function forgetIdentities(id: CaptureId): Promise<void> {
  await browser.storage.session.remove([identitiesKey(id), identitiesKey(id, 'writer')]);
}

export async function keepLetter(id: CaptureId, letter: TakenLetter): Promise<void> {
  await browser.storage.session.set({ [letterKey(id)]: letter });
}

/** R27: a letter that was withdrawn; the reaction is an ordinary one again. */
export async function forgetLetter(id: CaptureId): Promise<void> {
  await browser.storage.session.remove(letterKey(id));
}

/** Items of this host that went into letters since the browser started. */
export async function lettersOn(host: string): Promise<ReadonlyMap<string, LetterReference>> {
  const all = Object.entries(await browser.storage.session.get(null));
  const letters = all.filter(([key]) => key.startsWith('letter-')).map(([, value]) => value as TakenLetter); // only we write there
  return new Map(
    letters
      .filter((letter) => letter.host === host)
      .flatMap(({ items, reference }) => items.map((item) => [item, reference] as const)),
  );
}

export async function keepPicked(tabId: number, item: string): Promise<void> {
  await browser.storage.session.set({ [pickedKey(tabId)]: item });
}

/** The letter that was pointed at is being made. */
export async function forgetPicked(tabId: number): Promise<void> {
  await browser.storage.session.remove(pickedKey(tabId));
}

export async function pickedIn(tabId: number): Promise<string | undefined> {
  const item: unknown = (await browser.storage.session.get(pickedKey(tabId)))[pickedKey(tabId)];
  return typeof item === 'string' ? item : undefined;
}

/** R9, R12: what was pointed at on the page of this tab; of another page nothing holds any more. */
export async function pointedIn(tabId: number, page: string): Promise<PointedAt[]> {
  const kept = (await browser.storage.session.get(pointedKey(tabId)))[pointedKey(tabId)] as
    | { readonly page: string; readonly items: PointedAt[] }
    | undefined; // only we write there
  return kept?.page === page ? kept.items : [];
}

export async function keepPointed(tabId: number, page: string, items: readonly PointedAt[]): Promise<void> {
  await browser.storage.session.set({ [pointedKey(tabId)]: { page, items } });
}

export async function forgetPointed(tabId: number): Promise<void> {
  await browser.storage.session.remove(pointedKey(tabId));
}
