import { describe, expect, it } from 'vitest';
import { day, dutchTime, instant } from '../../../lib/bundle/dates.ts';
import { knownTime, timeDisagreement } from '../../../lib/bundle/sentences.ts';

describe('moments', () => {
  it.each([
    ['2026-11-20T10:15:00.000Z', '20 november 2026, 11.15\u00A0uur'],
    ['2026-07-01T22:30:00Z', '2 juli 2026, 00.30\u00A0uur'],
    ['2026-03-29T00:59:59Z', '29 maart 2026, 01.59\u00A0uur'],
    ['2026-03-29T01:00:00Z', '29 maart 2026, 03.00\u00A0uur'],
    ['2026-10-25T01:00:00Z', '25 oktober 2026, 02.00\u00A0uur'],
  ])('reads %s as Dutch time: %s', (iso, text) => {
    expect(dutchTime(iso)).toBe(text);
  });

  it('takes the Dutch day, which can be the next one', () => {
    expect(day('2026-12-31T23:30:00Z')).toBe('2027-01-01');
  });

  it.each(['gisteren', '2026-11-20', '2026-13-40T10:00:00Z', '', '2026-11-20T10:15:00', 'Fri, 20 Nov 2026'])(
    'takes no moment from %j',
    (text) => {
      expect(instant(text)).toBeUndefined();
    },
  );

  it('never lets a broken markup time hide the time the id tells', () => {
    expect(knownTime({ markup: 'gisteren', fromId: '2026-11-19T09:00:00Z' })).toEqual({
      iso: '2026-11-19T09:00:00Z',
      method: 'id',
    });
  });

  it('reports sources that differ by more than a minute, and not by less', () => {
    expect(timeDisagreement({ markup: '2026-11-19T09:00:00Z', fromId: '2026-11-19T09:02:00Z' })).toContain('spreken elkaar tegen');
    expect(timeDisagreement({ markup: '2026-11-19T09:00:00Z', fromId: '2026-11-19T08:59:59.871Z' })).toBeUndefined();
  });
});
