import type { Asker } from '../../lib/messages/server.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { FailureCode, FailureDetail } from '../../lib/model/failure.ts';
import type { CaptureHint, JobStatus } from '../../lib/model/job.ts';
import { appendLog } from '../../lib/store/log.ts';
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

/** Ends a job that could not go on, with a line in the log. Nothing of it was stored. */
export async function failJob(job: Job, code: FailureCode, detail: FailureDetail = {}): Promise<void> {
  if (job.status.failure) return; // the first reason is the true one
  await updateJob(job, { failure: { code, detail } });
  const { policy } = await readPolicy();
  const actie = code === 'gate-closed' ? 'gate-stopped' : 'capture-failed';
  await appendLog({
    actie,
    object: job.captureId,
    resultaat: 'mislukt',
    herkomst: 'worker',
    actor: policy.actorRole,
    tijd: new Date().toISOString(),
    toelichting: code,
  });
}

export async function tabClosed(tabId: number): Promise<void> {
  const job = await jobOfTab(tabId);
  const isReadByNow = job?.status.step === 'stripping' || job?.status.step === 'storing' || job?.status.step === 'media';
  if (job && isRunning(job.status) && !isReadByNow) await failJob(job, 'tab-gone');
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
    await updateJob(job, { ...numbers, hint, ...(displayedReactions !== undefined && { displayedReactions }) });
    return { stop: await isStopAsked(id) };
  },
  async stopCapture({ job: id }: { job: string }): Promise<null> {
    await askStop(id);
    return null;
  },
  async jobOf({ tabId }: { tabId: number }): Promise<JobStatus | null> {
    return (await jobOfTab(tabId))?.status ?? null;
  },
  async captureFailed({ job: id, code }: { job: string; code: FailureCode }, asker: Asker): Promise<null> {
    await failJob(await jobFor(id, asker), code);
    return null;
  },
};
