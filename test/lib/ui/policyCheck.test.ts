// All organisations in this file are invented.
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import { check } from '../../../lib/ui/policyCheck.ts';
import { draftOf, emptyAccount, emptyEntry, emptyHotspot } from '../../../lib/ui/policyDraft.ts';
import { policy } from '../../components/samples.ts';

const draft = draftOf(policy);
const termed = (klacht: string) => check({ ...draft, letterTerms: { ...draft.letterTerms, klacht } });

describe('settings in a form', () => {
  it('come out as they went in when nobody changed them', () => {
    const withTerms = {
      ...policy,
      selectionList: {
        name: 'Lijst',
        entries: [{ code: '1', process: 'Voorlichting', appraisal: 'V' as const, retention: 'P18M', scenarios: [] }],
      },
      letterTerms: { klacht: 10 },
      webcareAlways: true,
      accounts: [{ ...policy.accounts[0]!, defaultScenario: 'B' as const, selectionEntry: '1', series: 'S-1', isShared: false }],
    };
    expect(check(draftOf(withTerms))).toEqual({ isGood: true, policy: withTerms });
  });

  it('leave out what was left blank: an absent end date is not an empty one', () => {
    const checked = check({
      ...draft,
      hotspots: [{ ...emptyHotspot, code: 'H', name: 'Storm', from: '2026-01-02', words: ' wind , ,regen' }],
    });
    expect(checked).toMatchObject({ isGood: true, policy: { hotspots: [{ words: ['wind', 'regen'] }] } });
    expect(checked.isGood && checked.policy.hotspots[0]).not.toHaveProperty('to');
    expect(checked.isGood && checked.policy.organisation).not.toHaveProperty('tooi');
  });

  it('take a term to answer letters in as a whole number of days, up to a year', () => {
    expect(termed(' 14 ')).toMatchObject({ isGood: true, policy: { letterTerms: { klacht: 14 } } });
    for (const wrong of ['0', '1,5', '366', 'zes weken'])
      expect(termed(wrong)).toEqual({ isGood: false, invalid: [{ path: 'letterTerms.klacht', code: 'number' }] });
  });

  it('take a handle with or without its @', () => {
    const checked = check({ ...draft, accounts: [{ ...emptyAccount, handle: ' @MinVoorbeeld ' }] });
    expect(checked).toMatchObject({ isGood: true, policy: { accounts: [{ handle: 'MinVoorbeeld' }] } });
  });

  it('keep a term only with V', () => {
    const entry = { ...emptyEntry, code: '1', process: 'Voorlichting', years: '5' };
    const termOf = (appraisal: 'B' | 'V') => {
      const checked = check({ ...draft, entries: [{ ...entry, appraisal }] });
      return checked.isGood ? checked.policy.selectionList.entries[0]?.retention : 'not good';
    };
    expect(termOf('V')).toBe('P5Y');
    expect(termOf('B')).toBeUndefined();
  });

  it.each([
    ['an organisation without a name', draftOf(defaultPolicy), 'organisation.name', 'required'],
    ['an account without a handle', { ...draft, accounts: [{ ...emptyAccount, handle: ' @ ' }] }, 'accounts.0.handle', 'required'],
    [
      'V without a term',
      { ...draft, entries: [{ ...emptyEntry, code: '1', process: 'P', appraisal: 'V' as const }] },
      'entries.0.years',
      'required',
    ],
    [
      'a mail address without an @',
      { ...draft, organisation: { ...draft.organisation, contactEmail: 'postbus' } },
      'organisation.contactEmail',
      'email',
    ],
    [
      'a hotspot that ends before it begins',
      { ...draft, hotspots: [{ ...emptyHotspot, code: 'H', name: 'S', from: '2026-02-02', to: '2026-02-01' }] },
      'hotspots.0.to',
      'date-order',
    ],
    ['a limit in words', { ...draft, budgets: { ...draft.budgets, seconds: 'veel' } }, 'budgets.seconds', 'number'],
    ['a limit of nothing', { ...draft, budgets: { ...draft.budgets, items: '0' } }, 'budgets.items', 'number'],
  ])('refuse %s', (_what, wrong, path, code) => {
    expect(check(wrong)).toEqual({ isGood: false, invalid: [{ path, code }] });
  });
});
