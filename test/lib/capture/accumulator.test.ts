import { describe, expect, it } from 'vitest';
import { Accumulator } from '../../../lib/capture/accumulator.ts';

function woven(...stretches: string[][]): string[] {
  const list = new Accumulator<string>();
  for (const stretch of stretches) {
    for (const id of stretch) list.set(id, id);
    list.weave(stretch);
  }
  return list.values();
}

describe('the accumulator', () => {
  it('joins overlapping stretches of a list whose rows are recycled', () => {
    expect(woven(['a', 'b', 'c'], ['c', 'd'], ['d', 'e', 'f'])).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
  it('puts an unfolded reply where it stands', () => {
    expect(woven(['a', 'b', 'c'], ['a', 'a1', 'a2', 'b'])).toEqual(['a', 'a1', 'a2', 'b', 'c']);
  });
  it('puts what appears above the known rows before them', () => {
    expect(woven(['c', 'd'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c', 'd']);
  });
  it('keeps one of an item that is seen twice', () => {
    const list = new Accumulator<number>();
    list.set('a', 1);
    list.weave(['a']);
    list.set('a', 2);
    list.weave(['a']);
    expect(list.values()).toEqual([2]);
    expect(list.size).toBe(1);
  });
  it('appends a stretch that has nothing in common with what is known', () => {
    expect(woven(['a', 'b'], ['x', 'y'])).toEqual(['a', 'b', 'x', 'y']);
  });
  it('weaves any windows over a list back into that list', () => {
    const list = Array.from({ length: 300 }, (_, index) => `r${index}`);
    const windows = Array.from({ length: 75 }, (_, step) => list.slice(Math.max(0, step * 4 - 3), step * 4 + 9));
    expect(woven(...windows)).toEqual(list);
  });
});
