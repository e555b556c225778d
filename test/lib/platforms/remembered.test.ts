import { describe, expect, it } from 'vitest';
import { remembered } from '../../../lib/platforms/remembered.ts';

describe('what is worked out of the words of a page', () => {
  it('is worked out once for each word, also where nothing came of it', () => {
    const asked: string[] = [];
    const length = remembered((word) => (asked.push(word), word === 'niets' ? undefined : word.length));
    const page = new URL('https://voorbeeld.social/@gem');
    expect(['een', 'niets', 'een', 'niets'].map((word) => length(word, page))).toEqual([3, undefined, 3, undefined]);
    expect(asked).toEqual(['een', 'niets']);
  });

  it('is not taken from one page to another', () => {
    const path = remembered((word, base) => new URL(word, base).href);
    const [here, there] = [new URL('https://voorbeeld.social/'), new URL('https://elders.example/')];
    expect([path('@gem', here), path('@gem', there)]).toEqual(['https://voorbeeld.social/@gem', 'https://elders.example/@gem']);
  });

  it('is forgotten in time where a page goes on inventing words', () => {
    let made = 0;
    const length = remembered((word) => ((made += 1), word.length));
    const page = new URL('https://voorbeeld.social/@gem');
    for (let at = 0; at < 20_001; at += 1) length(`woord ${at}`, page);
    length('woord 0', page);
    expect(made).toBe(20_002);
  });
});
