import { array, assert, integer, nat, property, tuple } from 'fast-check';
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
  it('corrects the order of stretches that turn out to stand the other way round', () => {
    expect(woven(['a', 'b'], ['x', 'y'], ['z'], ['z', 'p', 'x'])).toEqual(['a', 'b', 'z', 'p', 'x', 'y']);
  });
  it('fills a hole that was jumped over', () => {
    expect(woven(['a', 'b', 'k', 'l'], ['b', 'c', 'd'], ['d', 'e', 'k'])).toEqual(['a', 'b', 'c', 'd', 'e', 'k', 'l']);
  });
  it('puts a stretch behind a row that has gone behind what is known, before the row that stayed', () => {
    expect(woven(['a', 'b', 'far'], ['c', 'd', 'far'])).toEqual(['a', 'b', 'c', 'd', 'far']);
  });
  it('gives each item once when the page sorts itself anew', () => {
    expect(woven(['a', 'b', 'c'], ['c', 'b', 'a'])).toEqual(['a', 'b', 'c']);
    expect(woven(['a', 'b', 'c'], ['c', 'a']).toSorted()).toEqual(['a', 'b', 'c']);
  });
  it('finds the order of a list from any windows with holes, once each neighbour was seen beside the other', () => {
    const list = Array.from({ length: 400 }, (_, index) => `r${index}`);
    assert(
      property(array(tuple(nat(390), integer({ min: 1, max: 30 }), nat(4)), { maxLength: 60 }), (jumps) => {
        const holed = jumps.map(([from, length, step]) => list.slice(from, from + length).filter((_, at) => at % (step + 1) === 0));
        const whole = Array.from({ length: 80 }, (_, step) => list.slice(Math.max(0, step * 5 - 1), step * 5 + 5));
        expect(woven(...holed, ...whole)).toEqual(list);
      }),
    );
  });
  it('weaves any windows over a list back into that list', () => {
    const list = Array.from({ length: 300 }, (_, index) => `r${index}`);
    const windows = Array.from({ length: 75 }, (_, step) => list.slice(Math.max(0, step * 4 - 3), step * 4 + 9));
    expect(woven(...windows)).toEqual(list);
  });
});
