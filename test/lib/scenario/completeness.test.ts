import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/scenario/completeness.ts';
import type { CompletenessFacts } from '../../../lib/scenario/completeness.ts';

const whole: CompletenessFacts = {
  scenario: 'B',
  pageKind: 'post',
  isGenericReader: false,
  posts: 1,
  reactions: 10,
  mediaMissing: 0,
  itemsWithoutText: 0,
  itemsWithoutAuthor: 0,
  observations: {
    displayedReactions: 10,
    closedControls: [],
    unavailableItems: 0,
    truncatedItems: 0,
    isLoggedIn: true,
    reachedEnd: true,
    budgetsHit: [],
    isStoppedByUser: false,
    isNavigatedAway: false,
    steps: 3,
    notes: [],
  },
};
/** R12. */
const nothingOfIt = { items: [], unanswered: 1, notFound: 2 };
/** What is seen where the page shows no count. */
function uncounted(): CompletenessFacts['observations'] {
  const { displayedReactions: _displayed, ...rest } = whole.observations;
  return rest;
}
const seen = (changes: Partial<CompletenessFacts['observations']>) => ({
  ...whole,
  observations: { ...whole.observations, ...changes },
});

describe('the verdict (R23, D16)', () => {
  it('is OK only when nothing is missing', () =>
    expect(judge(whole)).toMatchObject({ state: 'OK', reasons: [], displayed: 10, captured: 10 }));

  it.each([
    ['fewer reactions than shown', { ...whole, reactions: 7 }, 'fewer-than-displayed'],
    ['a closed control', seen({ closedControls: [{ kind: 'more-replies', count: 2 }] }), 'controls-left'],
    ['nobody signed in', seen({ isLoggedIn: false }), 'not-logged-in'],
    ['no count to compare with', { ...whole, observations: uncounted() }, 'count-unknown'],
    ['own media that did not come', { ...whole, mediaMissing: 1 }, 'media-missing'],
    ['the end never reached', seen({ reachedEnd: false }), 'end-not-reached'],
  ] as const)('is TEKORT with %s, and says so', (_, facts, code) => {
    const verdict = judge(facts);
    expect(verdict.state).toBe('TEKORT');
    expect(verdict.reasons.map((reason) => reason.code)).toContain(code);
  });

  it.each([
    ['stopped by the user', seen({ isStoppedByUser: true, reachedEnd: false }), 'stopped'],
    ['the page went elsewhere', seen({ isNavigatedAway: true, reachedEnd: false }), 'navigated'],
    ['the time was up', seen({ budgetsHit: ['time'], reachedEnd: false }), 'budget-time'],
  ] as const)('is ONVOLLEDIG when %s', (_, facts, code) => {
    expect(judge(facts)).toMatchObject({ state: 'ONVOLLEDIG', reasons: [{ code }] });
  });

  it('does not count reactions where the scenario keeps none', () => {
    expect(judge({ ...whole, scenario: 'A', reactions: 3 })).toMatchObject({ state: 'OK', captured: 1 });
  });

  it('lacks a question pointed at that we did not answer, and reactions that had gone (R12, R23)', () => {
    const { state, reasons, reached } = judge({ ...whole, scenario: 'C', pointed: nothingOfIt });
    expect(state).toBe('TEKORT');
    expect(reasons).toEqual([
      { code: 'question-unanswered', detail: { count: 1 } },
      { code: 'pointed-not-found', detail: { count: 2 } },
    ]);
    expect(reached).toContain('0 van 3 aangewezen reacties');
  });
});
