import { expect, it } from 'vitest';
import { bestTime } from '../../../lib/model/time.ts';

it('prefers the time of the API over the markup, and the markup over the id', () => {
  const times = { markup: '2026-01-01T00:00:00.000Z', fromId: '2026-01-01T00:00:00.123Z' };
  expect(bestTime(times)).toEqual({ iso: times.markup, method: 'markup' });
  expect(bestTime({ ...times, fromApi: '2026-01-01T00:00:01.000Z' })?.method).toBe('api');
  expect(bestTime({ shown: '2 u' })).toBeUndefined();
});
