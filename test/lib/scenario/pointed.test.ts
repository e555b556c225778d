// People are invented.
import { describe, expect, it } from 'vitest';
import type { DraftItem } from '../../../lib/model/draft.ts';
import { pointedIn } from '../../../lib/scenario/pointed.ts';
import { item } from '../privacy/sample.ts';

/** Author 0 is ours; 1 asks; 2 and 3 talk along. */
const reaction = (id: string, author: number, parent: string): DraftItem =>
  item({ id, author, parent: { id: parent, method: 'markup' } });
const items: readonly DraftItem[] = [
  item({ kind: 'post', id: 'post', author: 0 }),
  reaction('remark', 2, 'post'),
  reaction('question', 1, 'remark'),
  reaction('bystander', 3, 'question'),
  reaction('answer', 0, 'question'),
  reaction('again', 1, 'answer'),
  reaction('answer-2', 0, 'again'),
  reaction('thanks', 1, 'answer-2'),
  reaction('alone', 3, 'post'),
];
const isOwn = ({ author }: DraftItem): boolean => author === 0;
const pointed = (...wished: readonly { id: string; as: 'vraag' | 'mee' }[]) => pointedIn(items, wished, isOwn);

describe('a question pointed at with our answer (R12)', () => {
  it('comes along with what it answers, our answers and what was said between', () => {
    const found = pointed({ id: 'question', as: 'vraag' });
    expect([...found.along]).toEqual(['question', 'remark', 'post', 'answer', 'again', 'answer-2']);
    expect(found.items).toEqual([{ id: 'question', as: 'vraag', answers: ['answer', 'answer-2'] }]);
    expect(found).toMatchObject({ unanswered: 0, notFound: 0 });
  });

  it('is left out where nobody of ours answered, and counted', () => {
    const found = pointed({ id: 'alone', as: 'vraag' });
    expect(found.along.size).toBe(0);
    expect(found).toMatchObject({ items: [], unanswered: 1 });
  });
});

describe('a reaction a person takes along (R9)', () => {
  it('needs no answer', () => {
    const found = pointed({ id: 'alone', as: 'mee' });
    expect([...found.along]).toEqual(['alone', 'post']);
    expect(found.items).toEqual([{ id: 'alone', as: 'mee', answers: [] }]);
  });

  it('is counted when it has gone from the page, and a post is no reaction', () => {
    expect(pointed({ id: 'gone', as: 'mee' }, { id: 'post', as: 'mee' })).toMatchObject({ items: [], notFound: 2 });
  });
});

it('ends where a page says that two reactions answer each other', () => {
  const circle = [reaction('one', 1, 'two'), reaction('two', 1, 'one')];
  expect(pointedIn(circle, [{ id: 'one', as: 'mee' }], isOwn).items).toHaveLength(1);
});
