import type { RegisteredAccount } from '../model/policy.ts';
import type { Run, RunStep } from '../model/run.ts';

/** R10: which of the account's words stand in a post. A hashtag is a word of its own: `#woo` is not in `#woordvoerder`. */
export function wordsIn(text: string, { roundWords = [] }: Pick<RegisteredAccount, 'roundWords'>): string[] {
  const folded = fold(text);
  return roundWords.filter((word) => {
    const wanted = fold(word.trim());
    return wanted !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?![\\p{L}\\p{N}])`, 'u').test(folded);
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** The next post of a run that still waits. */
export function nextStep({ steps }: Run): number | undefined {
  const at = steps.findIndex(({ state }) => state === 'waiting');
  return at < 0 ? undefined : at;
}

/** The same run with one step as it is now; ended when nothing waits any more. */
export function withStep(run: Run, at: number, change: Partial<RunStep>, now: string): Run {
  const steps = run.steps.map((step, place) => (place === at ? { ...step, ...change } : step));
  const isOver = steps.every(({ state }) => state === 'captured' || state === 'failed');
  return { ...run, steps, ...(isOver && { state: 'ended' as const, endedAt: now }) };
}

/** A person's pause lets the post that is under way be finished; anything else cut it off, and nothing of it was stored. */
export function paused(run: Run, pausedBy: NonNullable<Run['pausedBy']>): Run {
  const steps = pausedBy === 'user' ? run.steps : run.steps.map(asWaiting);
  return { ...run, state: 'paused', pausedBy, steps };
}

/** Enough: what waits is told as not done. */
export function closed({ pausedBy: _pausedBy, ...run }: Run, now: string): Run {
  return { ...run, state: 'ended', endedAt: now, steps: run.steps.map(asWaiting) };
}

function asWaiting(step: RunStep): RunStep {
  return step.state === 'busy' ? { ...step, state: 'waiting' } : step;
}

/** `isAgain`: what failed is tried once more. */
export function resumed({ pausedBy: _pausedBy, endedAt: _ended, ...run }: Run, isAgain: boolean): Run {
  const steps = run.steps.map((step) => {
    if (step.state !== 'failed' || !isAgain) return step;
    const { failure: _failure, ...rest } = step;
    return { ...rest, state: 'waiting' as const };
  });
  return { ...run, state: 'going', steps };
}
