// All accounts in this file are invented.
import { describe, expect, it } from 'vitest';
import type { CaptureSummary } from '../../../lib/model/job.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import type { RegisteredAccount, Scenario } from '../../../lib/model/policy.ts';
import type { Run } from '../../../lib/model/run.ts';
import { dueOn } from '../../../lib/scenario/due.ts';

const minister: RegisteredAccount = { platform: 'x', handle: 'MinisterVoorbeeld', type: 'hybride', holder: '', round: 'week' };
const round = (startedAt: string, state: Run['state'] = 'ended'): Run => ({
  id: startedAt,
  kind: 'ronde',
  state,
  startedAt,
  account: { platform: 'x', handle: 'ministervoorbeeld' },
  steps: [],
});
const captured = (id: string, capturedAt: string, change: Partial<CaptureSummary> = {}) =>
  ({
    id,
    capturedAt,
    scenario: 'B',
    platform: 'x',
    accountHandle: 'minvoorbeeld',
    postId: '1',
    url: 'https://x.com/minvoorbeeld/status/1',
    ...change,
  }) as CaptureSummary; // the rest is not looked at

interface Wishes {
  readonly accounts?: RegisteredAccount[];
  readonly days?: number[];
  readonly repeatScenarios?: Scenario[];
}
function due(now: string, part: Partial<Parameters<typeof dueOn>[0]> & Wishes = {}) {
  const { accounts = [], days, repeatScenarios, ...facts } = part;
  const policy = {
    ...defaultPolicy,
    accounts,
    ...(days && { repeatAfterDays: days }),
    ...(repeatScenarios && { repeatScenarios }),
  };
  return dueOn({ policy, runs: [], captures: [], now, ...facts });
}

describe('rounds (R9)', () => {
  it('asks for the first round at once, and for the next when its term has passed', () => {
    expect(due('2026-11-22T10:00:00Z', { accounts: [minister] })).toMatchObject([{ kind: 'ronde', on: '2026-11-22' }]);
    const runs = [round('2026-11-15T09:00:00Z')];
    expect(due('2026-11-21T10:00:00Z', { accounts: [minister], runs })).toEqual([]);
    expect(due('2026-11-22T10:00:00Z', { accounts: [minister], runs })).toMatchObject([{ on: '2026-11-22', last: '2026-11-15' }]);
  });

  it('counts a month from the last of January to the last of February', () => {
    const accounts = [{ ...minister, round: 'maand' as const }];
    const runs = [round('2026-01-31T09:00:00Z')];
    expect(due('2026-02-27T10:00:00Z', { accounts, runs })).toEqual([]);
    expect(due('2026-02-28T10:00:00Z', { accounts, runs })).toMatchObject([{ on: '2026-02-28' }]);
  });

  it('does not take a round that was left half-way for one that was done', () => {
    const runs = [round('2026-11-21T09:00:00Z', 'paused')];
    expect(due('2026-11-22T10:00:00Z', { accounts: [minister], runs })).toHaveLength(1);
  });

  it('asks for none of a corporate account, nor of one without a term', () => {
    const { round: _, ...without } = minister;
    expect(due('2026-11-22T10:00:00Z', { accounts: [without, { ...minister, type: 'corporate' }] })).toEqual([]);
  });
});

describe('posts to capture again (R26)', () => {
  const days = [7, 30];
  it('asks for a post when a term has passed since it was first captured, until it is captured again', () => {
    const first = captured('VS-1', '2026-11-01T09:00:00Z');
    expect(due('2026-11-07T10:00:00Z', { days, captures: [first] })).toEqual([]);
    expect(due('2026-11-08T10:00:00Z', { days, captures: [first] })).toMatchObject([
      { capture: 'VS-1', days: 7, on: '2026-11-08' },
    ]);
    const again = captured('VS-2', '2026-11-09T09:00:00Z');
    expect(due('2026-11-10T10:00:00Z', { days, captures: [first, again] })).toEqual([]);
    expect(due('2026-12-01T10:00:00Z', { days, captures: [first, again] })).toMatchObject([{ capture: 'VS-2', days: 30 }]);
  });

  it('asks once for who was away for months', () => {
    expect(due('2027-06-01T10:00:00Z', { days, captures: [captured('VS-1', '2026-11-01T09:00:00Z')] })).toMatchObject([
      { days: 30 },
    ]);
  });

  it('asks for a post of each scenario and for a profile, of which scenarios is a setting', () => {
    const captures = [
      captured('VS-1', '2026-01-01T09:00:00Z', { scenario: 'A' }),
      captured('VS-2', '2026-01-01T09:00:00Z', { postId: '2' }),
      captured('VS-3', '2026-01-01T09:00:00Z', { scenario: 'C', postId: '3' }),
      captured('VS-4', '2026-01-01T09:00:00Z', { scenario: 'A', postId: 'profiel-minvoorbeeld' }),
    ];
    const ids = (repeatScenarios?: Scenario[]) =>
      due('2026-11-22T10:00:00Z', { days, captures, ...(repeatScenarios && { repeatScenarios }) }).map((one) =>
        one.kind === 'herhaling' ? one.capture : '',
      );
    expect(ids()).toEqual(['VS-1', 'VS-2', 'VS-3', 'VS-4']);
    expect(ids(['B'])).toEqual(['VS-2']);
    expect(ids([])).toEqual([]);
  });

  it('leaves letters and what was withdrawn alone', () => {
    const captures = [
      captured('BB-2', '2026-01-01T09:00:00Z', { letter: 'klacht', postId: '2' }),
      captured('VS-3', '2026-01-01T09:00:00Z', { postId: '3', correction: { act: 'withdrawn', at: '', reason: '' } }),
    ];
    expect(due('2026-11-22T10:00:00Z', { days, captures })).toEqual([]);
  });

  it('does not ask for a chosen post of which went what a person said of it (R9, D11)', () => {
    const cleared = { state: 'cleared' as const };
    const captures = [
      captured('VS-1', '2026-01-01T09:00:00Z', { ...cleared, scenario: 'C' }),
      captured('VS-2', '2026-01-01T09:00:00Z', { ...cleared, postId: '2' }),
    ];
    expect(due('2026-11-22T10:00:00Z', { days, captures })).toMatchObject([{ capture: 'VS-2' }]);
  });
});
