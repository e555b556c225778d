import type { CaptureSummary, JobStatus } from '../model/job.ts';
import { mustBeReviewedFirst } from './review.ts';
import type { Phrases } from './phrases.ts';

export interface Badge {
  /** At most four characters. */
  readonly text: string;
  readonly title: string;
  readonly tone: 'busy' | 'ok' | 'open' | 'bad';
}

/** What the toolbar button tells of the capture in its tab; `captured` is absent while that runs, or once it was deleted. */
export function badgeOf({ plural, t, wordFor }: Phrases, job: JobStatus, captured: CaptureSummary | undefined): Badge | undefined {
  if (job.failure) return { text: '!', tone: 'bad', title: t('badge_failed', { reason: wordFor('failure', job.failure.code) }) };
  if (job.step !== 'done') {
    const title = t('badge_busy', { step: wordFor('step', job.step), count: job.reactions });
    return { text: job.reactions === 0 ? '…' : short(job.reactions), tone: 'busy', title };
  }
  if (!captured) return undefined;
  if (mustBeReviewedFirst(captured)) {
    const { reviewPoints: points } = captured;
    const title = points === 0 ? t('badge_review') : plural('badge_open', points);
    return { text: points === 0 ? '?' : short(points), tone: 'open', title };
  }
  return { text: '✓', tone: 'ok', title: t('badge_done') };
}

function short(count: number): string {
  return count < 1_000 ? String(count) : `${Math.floor(count / 1_000)}k`;
}
