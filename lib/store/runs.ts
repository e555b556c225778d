import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import type { Run, RunAccount } from '../model/run.ts';
import { database } from './database.ts';

/** Where a run is: in memory of the browser, so that after a restart nothing goes on by itself. */
export interface RunPlace {
  readonly run: string;
  readonly tabId: number;
  /** The tab was opened for the run, and closes with it; else it goes back to where it was. */
  readonly isOurs: boolean;
  readonly backTo?: string;
  readonly step: number;
  /** `opening`: the page of the step is on its way. */
  readonly phase: 'opening' | 'capturing';
  /** Of the capture that is under way. */
  readonly job?: string;
}

const placeKey = 'run-place';
const shownKey = 'run-shown';

export async function saveRun(run: Run): Promise<Run> {
  await database().runs.put(run);
  await browser.storage.session.set({ [shownKey]: run });
  return run;
}

export async function readRun(id: string): Promise<Run> {
  const run = await database().runs.get(id);
  if (!run) throw new Failure('not-found', { object: 'ronde' });
  return run;
}

/** Newest first. */
export async function listRuns(): Promise<Run[]> {
  return (await database().runs.toArray()).toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
}

/** The one that is going; there is one at a time. */
export async function goingRun(): Promise<Run | undefined> {
  return database().runs.where('state').equals('going').first();
}

/** The round of this account before: where the next one begins. */
export async function lastRound({ platform, handle }: RunAccount): Promise<Run | undefined> {
  const isOf = ({ kind, account }: Run) =>
    kind === 'ronde' && account?.platform === platform && account.handle.toLowerCase() === handle.toLowerCase();
  return (await listRuns()).find(isOf);
}

export async function readPlace(): Promise<RunPlace | undefined> {
  return (await browser.storage.session.get(placeKey))[placeKey] as RunPlace | undefined; // only we write there
}

export async function writePlace(place: RunPlace | undefined): Promise<void> {
  if (place) await browser.storage.session.set({ [placeKey]: place });
  else await browser.storage.session.remove(placeKey);
}

/** Tells of every step of a run, in the panel and in the overview. */
export function watchRuns(onChange: (run: Run) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const shown = area === 'session' ? (changes[shownKey]?.newValue as Run | undefined) : undefined; // only we write there
    if (shown) onChange(shown);
  });
}
