// All accounts in this file are invented.
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { CaptureSummary } from '../../../lib/model/job.ts';
import { Failure } from '../../../lib/model/failure.ts';
import { choicesIn, countByState, filtered, noFilter } from '../../../lib/ui/filter.ts';
import { createListState } from '../../../lib/ui/listState.ts';
import type { Loaded } from '../../../lib/ui/loaded.ts';
import { numbersOf } from '../../../lib/ui/numbers.ts';
import { manyCaptures } from '../../components/many.ts';
import { pretendWorker } from './worker.ts';

const many = manyCaptures(5_000);
type Stretch = { only?: string; before?: string; limit?: number };

let revision = 'een';

function list(answers: Parameters<typeof pretendWorker>[0] = {}) {
  const worker = pretendWorker({
    capturesRevision: () => revision,
    listCaptures: ({ before, limit }: Stretch) =>
      many.filter(({ capturedAt }) => before === undefined || capturedAt <= before).slice(0, limit),
    ...answers,
  });
  return { worker, state: createListState(worker.ask, signal<Loaded<readonly CaptureSummary[]>>({ at: 'loading' })) };
}

describe('the list of captures', () => {
  it('has each of them once, though they come in stretches', async () => {
    const { state, worker } = list();
    await state.open();
    expect(state.found.value.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    expect(worker.questionsOf('listCaptures').length).toBeGreaterThan(2);
    expect(state.isWhole.value).toBe(true);
  });

  it('is read again only when something changed', async () => {
    const { state, worker } = list();
    await state.open();
    const once = worker.questionsOf('listCaptures').length;
    const { value: drawn } = state.loaded;
    await state.open();
    expect(worker.questionsOf('listCaptures')).toHaveLength(once);
    expect(state.loaded.value).toBe(drawn); // and nothing is drawn anew
    revision = 'twee';
    await state.open();
    expect(worker.questionsOf('listCaptures')).toHaveLength(once * 2);
  });

  it('tells of many what did not work, and keeps those ticked', async () => {
    const [one, other] = [many[0]!.id, many[1]!.id];
    const { state, worker } = list({
      exportCapture: ({ id }: { id: string }) => (id === other ? new Failure('review-needed') : {}),
    });
    await state.open();
    state.tick([one, other], true);
    await state.run('export');
    expect(worker.questionsOf('exportCapture')).toEqual([{ id: one }, { id: other }]);
    expect(state.bulk.value).toMatchObject({ done: 2, isOver: true, failed: [{ id: other, code: 'review-needed' }] });
    expect([...state.ticked.value]).toEqual([other]);
  });

  it('deletes with one reason for all', async () => {
    const { state, worker } = list({ deleteCapture: () => null });
    await state.open();
    state.tick([many[0]!.id], true);
    await state.run('delete', 'Staat in het DMS');
    expect(worker.questionsOf('deleteCapture')).toEqual([{ id: many[0]!.id, reason: 'Staat in het DMS' }]);
  });
});

const found = (part: Partial<typeof noFilter>) => filtered(many, { ...noFilter, ...part });

describe('filters', () => {
  it('find by every word, whatever its accents', () => {
    const hits = found({ search: 'BEGROTING @minvoorbeeld' });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ title, accountHandle }) => /begróting/.test(title ?? '') && accountHandle === 'minvoorbeeld')).toBe(true);
  });

  it('are added to each other', () => {
    const hits = found({ platform: 'x', scenario: 'C', state: 'review', from: '2026-10-01', to: '2026-10-31' });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every((one) => one.platform === 'x' && one.scenario === 'C' && one.capturedAt.startsWith('2026-10'))).toBe(true);
  });

  it('count every capture in one place', () => {
    expect(Object.values(countByState(many)).reduce((sum, count) => sum + count)).toBe(many.length);
    expect(choicesIn(many).accounts).toEqual(['ministervoorbeeld', 'minvoorbeeld']);
  });
});

describe('the numbers', () => {
  it('count what still counts, month after month without gaps', () => {
    const { months, networks, shortfalls } = numbersOf(many);
    const counting = many.filter(({ correction }) => !correction);
    expect(networks.reduce((sum, { count }) => sum + count, 0)).toBe(counting.length);
    expect(months.map(({ month }) => month)).toEqual([...new Set(months.map(({ month }) => month))]);
    expect(networks.every(({ count, OK, TEKORT, ONVOLLEDIG }) => count === OK + TEKORT + ONVOLLEDIG)).toBe(true);
    expect(shortfalls[0]).toMatchObject({ code: 'media-missing' });
  });

  it('say nothing where there is nothing', () => {
    expect(numbersOf([])).toEqual({ months: [], networks: [], removed: [], shortfalls: [] });
  });
});
