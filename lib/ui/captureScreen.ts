/** The screens of the flow in the popup and the panel, and which one a job leads to. */
import type { Capture } from '../model/capture.ts';
import { Failure, asFailure } from '../model/failure.ts';
import type { FailureCode, FailureDetail } from '../model/failure.ts';
import type { CaptureSummary, JobStatus } from '../model/job.ts';
import type { Ask } from './ask.ts';
import type { ReadyPage } from './choice.ts';
import { isSamePage } from './samePage.ts';

export type Screen =
  | { readonly at: 'looking' }
  | { readonly at: 'refused'; readonly code: FailureCode; readonly host: string }
  | { readonly at: 'choosing'; readonly page: ReadyPage }
  /** R11: one reaction is a citizen's letter. */
  | { readonly at: 'letter'; readonly page: ReadyPage }
  | { readonly at: 'running'; readonly job: JobStatus; readonly isStopping: boolean; readonly now: number }
  | { readonly at: 'result'; readonly capture: Capture; readonly summary: CaptureSummary }
  | { readonly at: 'failed'; readonly code: FailureCode; readonly detail: FailureDetail };

/** After this an earlier capture is old news: its result stands in the dashboard. */
const recentMs = 10 * 60_000;

interface Tab {
  readonly ask: Ask;
  readonly tabId: number;
  readonly address?: string;
  readonly now: () => number;
}

/** What the last capture of this tab has to show: still running, or just finished and about the page that is open. */
export async function lastScreen(deps: Tab): Promise<Screen | undefined> {
  const job = await deps.ask('jobOf', { tabId: deps.tabId });
  if (!job) return undefined;
  if (job.step !== 'done' && !job.failure) return running({ at: 'looking' }, job, deps.now());
  if (deps.now() - Date.parse(job.heardAt) > recentMs) return undefined;
  if (job.failure) return { at: 'failed', ...job.failure };
  return job.captureId === undefined ? undefined : lastResult(deps, job.captureId);
}

async function lastResult(deps: Tab, id: string): Promise<Screen | undefined> {
  try {
    const result = await resultOf(deps.ask, id);
    return deps.address === undefined || isSamePage(result.capture.url, deps.address) ? result : undefined;
  } catch (error) {
    if (asFailure(error).code === 'not-found') return undefined; // deleted since: nothing left to show
    throw error;
  }
}

/** The screen a finished job leads to; undefined while it runs. */
export async function endOf(ask: Ask, job: JobStatus, onEnd: () => void): Promise<Screen | undefined> {
  if (job.failure) throw new Failure(job.failure.code, job.failure.detail);
  if (job.step !== 'done' || job.captureId === undefined) return undefined;
  onEnd();
  return resultOf(ask, job.captureId);
}

/** The page is still read; a stop ends that, and what comes after can be stopped by itself. */
export function isReading(step: JobStatus['step']): boolean {
  return step === 'starting' || step === 'unfolding' || step === 'reading';
}

export function running(before: Screen, job: JobStatus, now: number): Screen {
  const isStopping = before.at === 'running' && before.isStopping && isReading(before.job.step) === isReading(job.step);
  return { at: 'running', job, isStopping, now };
}

export async function resultOf(ask: Ask, id: string): Promise<Extract<Screen, { at: 'result' }>> {
  const [capture, all] = await Promise.all([ask('getCapture', { id }), ask('listCaptures', { only: id })]);
  const summary = all.find((line) => line.id === id);
  if (!summary) throw new Failure('not-found', { object: 'capture' });
  return { at: 'result', capture, summary };
}
