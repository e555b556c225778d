// All accounts in this file are invented.
import { describe, expect, it } from 'vitest';
import type { Run, RunStep } from '../../../lib/model/run.ts';
import { closed, nextStep, paused, resumed, withStep, wordsIn } from '../../../lib/scenario/round.ts';

const step = (state: RunStep['state']): RunStep => ({
  post: { platform: 'x', url: 'https://x.com/ministervoorbeeld/status/1', scenario: 'C' },
  state,
});
const run = (...states: RunStep['state'][]): Run => ({
  id: 'r',
  kind: 'ronde',
  state: 'going',
  startedAt: '2026-11-22T09:00:00Z',
  steps: states.map(step),
});

const words = (text: string) => wordsIn(text, { roundWords: ['#woo', 'Begroting', ' '] });

describe('words that propose a post (R10)', () => {
  it('finds them as words of their own, whatever their case and accents', () => {
    expect(words('Vandaag de BEGRÓTING, en meer. #Woo')).toEqual(['#woo', 'Begroting']);
  });
  it('does not find them inside other words', () => {
    expect(words('#woordvoerder over begrotingen')).toEqual([]);
  });
});

describe('a run', () => {
  it('takes the first that waits, and ends with the last one', () => {
    const half = run('captured', 'waiting');
    expect(nextStep(half)).toBe(1);
    expect(withStep(half, 1, { state: 'failed', failure: 'navigated' }, 'nu')).toMatchObject({ state: 'ended', endedAt: 'nu' });
    expect(withStep(run('waiting', 'waiting'), 0, { state: 'captured' }, 'nu').state).toBe('going');
  });

  it('begins a post again that was cut off, and lets it be finished when a person pauses', () => {
    expect(paused(run('busy', 'waiting'), 'browser-closed').steps[0]?.state).toBe('waiting');
    expect(paused(run('busy', 'waiting'), 'user').steps[0]?.state).toBe('busy');
  });

  it('tries again what failed only when asked to', () => {
    const ended: Run = { ...run('failed', 'waiting'), state: 'ended', endedAt: 'toen' };
    expect(resumed(ended, false).steps.map(({ state }) => state)).toEqual(['failed', 'waiting']);
    expect(resumed(ended, true)).toMatchObject({ state: 'going', steps: [{ state: 'waiting' }, { state: 'waiting' }] });
    expect(resumed(ended, true)).not.toHaveProperty('endedAt');
  });

  it('that is closed tells what was not done', () => {
    expect(closed(run('captured', 'busy'), 'nu')).toMatchObject({
      state: 'ended',
      steps: [{ state: 'captured' }, { state: 'waiting' }],
    });
  });
});
