import { expect, it } from 'vitest';
import { countIn, countValue } from '../../../lib/platforms/counts.ts';

it('finds the number in a label, in Dutch and English', () => {
  expect(countIn('2534 Replies. Reply')).toBe('2534');
  expect(countIn('1.136 antwoorden')).toBe('1.136');
  expect(countIn('4,2k volgers')).toBe('4,2k');
  expect(countIn('5 bookmarks')).toBe('5');
  expect(countIn('1,2 mln. weergaven')).toBe('1,2 mln');
  expect(countIn('Beantwoorden')).toBeUndefined();
});

it('knows the words other languages round with', () => {
  const shown = [
    '13,8 Tsd.',
    '1,4 Mio. Mal',
    '1,2 тыс. ответов',
    '1.4万 件の表示',
    '2,5 mil',
    '13,8 bin',
    '4,2천',
    '5 Mn beğeni',
    '5 beğeni',
  ];
  expect(shown.map((label) => countValue(countIn(label)))).toEqual([
    13_800, 1_400_000, 1200, 14_000, 2500, 13_800, 4200, 5_000_000, 5,
  ]);
});

it('knows its value', () => {
  expect(['2534', '1.136', '2,560', '13.8K', '4,2k', '1,2 mln', '25 dzd'].map(countValue)).toEqual([
    2534, 1136, 2560, 13800, 4200, 1200000, 25000,
  ]);
  expect(['12 B', '1,2', '13.8'].map(countValue)).toEqual([undefined, undefined, undefined]);
  expect(countValue(undefined)).toBeUndefined();
  expect(countValue('9'.repeat(30))).toBeUndefined();
});
