/** What the numbers at the reactions say. Everybody in it is invented. */
import { describe, expect, it } from 'vitest';
import { gapsWithAnswers } from '../../../lib/capture/answersElsewhere.ts';
import type { DraftItem } from '../../../lib/model/draft.ts';

const whole = { reachedEnd: true, closedControls: [] };
const reaction = (id: string, replies: string, parent = 'post'): DraftItem => ({
  kind: 'reaction',
  id,
  times: {},
  text: '',
  media: [],
  counts: { replies },
  mentions: [],
  hashtags: [],
  links: [],
  parent: { id: parent, method: 'chain' },
});

describe('answers on another page', () => {
  it('are those a reaction counts, less those that stand under it', () => {
    const items = [reaction('a', '3'), reaction('b', '0', 'a'), reaction('c', '1')];
    expect(gapsWithAnswers([], whole, items, true)).toEqual([{ kind: 'on-another-page', count: 3 }]);
  });

  it('are none when everything counted was read, or on a network that counts otherwise', () => {
    const items = [reaction('a', '1'), reaction('b', '0', 'a')];
    expect(gapsWithAnswers([], whole, items, true)).toEqual([]);
    expect(gapsWithAnswers([], whole, [reaction('a', '9')], undefined)).toEqual([]);
  });

  it('are told once, with the larger number, where the page has links to them too', () => {
    const linked = [
      { kind: 'on-another-page' as const, count: 2 },
      { kind: 'on-another-page' as const },
      { kind: 'needs-login' as const },
    ];
    expect(gapsWithAnswers(linked, whole, [reaction('a', '5')], true)).toEqual([
      { kind: 'needs-login' },
      { kind: 'on-another-page', count: 5 },
    ]);
    expect(gapsWithAnswers(linked.slice(1, 2), whole, [], true)).toEqual([{ kind: 'on-another-page' }]);
  });

  it('are not told a second time when a control stayed closed or the end was not reached', () => {
    const items = [reaction('a', '5')];
    expect(gapsWithAnswers([], { ...whole, reachedEnd: false }, items, true)).toEqual([]);
    expect(gapsWithAnswers([], { ...whole, closedControls: [{ kind: 'more-replies', count: 1 }] }, items, true)).toEqual([]);
  });
});
