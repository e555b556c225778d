import type { Asker } from '../../lib/messages/server.ts';
import { atWorkIn } from '../../lib/messages/tabCalls.ts';
import { Failure, asFailure } from '../../lib/model/failure.ts';
import type { HandelingFields } from '../../lib/model/chain.ts';
import type { FailureCode, FailureDetail } from '../../lib/model/failure.ts';
import type { CaptureHint, JobStatus } from '../../lib/model/job.ts';
import { findByKey } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { asStoreFailure } from '../../lib/store/room.ts';
import { askStop, isStopAsked, jobOfTab, readJob, writeJob } from '../../lib/store/session.ts';
import type { Job } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';

export function isRunning(status: JobStatus): boolean {
  return status.step !== 'done' && !status.failure;
}

/** The job a content script speaks for: it must be the one of its own tab (T9). */
export async function jobFor(id: string, { tabId }: Asker): Promise<Job> {
  const job = await readJob(id);
  if (!job || job.status.tabId !== tabId) throw new Failure('not-allowed', { reason: 'other-job' });
  return job;
}

export async function updateJob(job: Job, changes: Partial<JobStatus>): Promise<Job> {
  const updated = { ...job, status: { ...job.status, ...changes, heardAt: new Date().toISOString() } };
  await writeJob(updated);
  return updated;
}

/** What this worker strips and stores at this moment, by job: two answers to the same question must not strip twice. */
export const atWork = new Map<string, Promise<string>>();

/**
 * Ends a job that could not go on, with a line in the log. When the fault came after storing, the capture is there all the same:
 * then the job is done, and the answer says what it became (I1).
 */
export async function failJob(job: Job, code: FailureCode, detail: FailureDetail = {}): Promise<string | undefined> {
  const stored = await findByKey(job.status.id);
  if (stored) {
    await updateJob(job, { step: 'done', captureId: stored.id });
    return stored.id;
  }
  if (job.status.failure) return undefined; // the first reason is the true one
  await updateJob(job, { failure: { code, detail } });
  const { policy } = await readPolicy();
  const actie = code === 'gate-closed' ? 'gate-stopped' : 'capture-failed';
  await sayOnceThereIsRoom({
    actie,
    object: job.captureId,
    resultaat: 'mislukt',
    herkomst: 'worker',
    actor: policy.actorRole,
    tijd: new Date().toISOString(),
    toelichting: code,
  });
  return undefined;
}

const againMs = 1_000;

/** F10: on a disk that is full nothing can be written down, not even that. A worker that is stopped meanwhile says it at its next start. */
async function sayOnceThereIsRoom(line: HandelingFields): Promise<void> {
  try {
    await appendLog(line);
  } catch (error) {
    if (asFailure(error).code !== 'storage-full') throw error;
    setTimeout(() => void sayOnceThereIsRoom(line), againMs);
  }
}

/** A page that is silent this long is asked whether it still reads. */
const silentMs = 3_000;

/**
 * The last job of a tab. F4: a page that was loaded anew, or that another took the place of, has nothing of ours in it any more: its
 * capture has ended, and the tab is free for the next. F10: so has one that could not say that it ended.
 */
export async function jobIn(tabId: number): Promise<Job | undefined> {
  const job = await jobOfTab(tabId);
  if (!job || !isRunning(job.status) || atWork.has(job.status.id)) return job;
  if (Date.now() - Date.parse(job.status.heardAt) < silentMs) return job;
  const { reads, unheard } = await atWorkIn(tabId);
  if (reads === job.status.id) return job;
  // what could not be told was that nothing could be written
  const { code, detail } =
    unheard === job.status.id ? await asStoreFailure(new Failure('storage-failed')) : new Failure('navigated');
  await failJob(job, code, detail);
  return readJob(job.status.id);
}

export async function tabClosed(tabId: number): Promise<void> {
  const job = await jobOfTab(tabId);
  const isReadByNow = job?.status.step === 'stripping' || job?.status.step === 'storing' || job?.status.step === 'media';
  // what was read by then is stored without the tab; a worker that was stopped there has lost it, and only the tab had it
  if (job && isRunning(job.status) && !(isReadByNow && atWork.has(job.status.id))) await failJob(job, 'tab-gone');
}

interface ProgressQuestion {
  readonly job: string;
  readonly step: 'unfolding' | 'reading';
  readonly posts: number;
  readonly reactions: number;
  readonly displayedReactions?: number | undefined;
  readonly hint?: CaptureHint | undefined;
}

export const jobHandlers = {
  async progress({ job: id, displayedReactions, hint, ...numbers }: ProgressQuestion, asker: Asker): Promise<{ stop: boolean }> {
    const job = await jobFor(id, asker);
    if (job.status.failure) return { stop: true }; // it was given up: the page came back too late
    await updateJob(job, { ...numbers, hint, ...(displayedReactions !== undefined && { displayedReactions }) });
    return { stop: await isStopAsked(id) };
  },
  async stopCapture({ job: id }: { job: string }): Promise<null> {
    await askStop(id);
    return null;
  },
  async jobOf({ tabId }: { tabId: number }): Promise<JobStatus | null> {
    return (await jobIn(tabId))?.status ?? null;
  },
  async captureFailed({ job: id, code }: { job: string; code: FailureCode }, asker: Asker): Promise<null> {
    await failJob(await jobFor(id, asker), code);
    return null;
  },
};
