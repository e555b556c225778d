import type { JobStatus } from '../model/job.ts';
import { Failure, asFailure } from '../model/failure.ts';
import type { Ask } from './ask.ts';

export interface FollowDeps {
  readonly ask: Ask;
  readonly tabId: number;
  /** Runs again and again until the answer is called. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

export interface Follower {
  begin(): void;
  end(): void;
}

const pollMs = 400;
/** The worker is started again by the next question; a dozen unanswered ones in a row is no restart any more. */
const patience = 12;

/** Asks after the job of this tab until `end`; one question at a time. */
export function follow(deps: FollowDeps, onJob: (job: JobStatus) => void, onFailure: (error: unknown) => void): Follower {
  let stopAsking: (() => void) | undefined;
  let isAsking = false;
  let unanswered = 0;

  async function look(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      const job = await deps.ask('jobOf', { tabId: deps.tabId });
      if (!job) throw new Failure('interrupted', { call: 'jobOf' }); // the browser's session lost it
      unanswered = 0;
      if (stopAsking) onJob(job);
    } catch (error) {
      unanswered += 1;
      const isWorthWaiting = asFailure(error).code === 'interrupted' && unanswered < patience;
      if (stopAsking && !isWorthWaiting) onFailure(error);
    }
    isAsking = false;
  }

  return {
    begin() {
      stopAsking?.();
      unanswered = 0;
      stopAsking = deps.every(pollMs, () => void look());
    },
    end() {
      stopAsking?.();
      stopAsking = undefined;
    },
  };
}
