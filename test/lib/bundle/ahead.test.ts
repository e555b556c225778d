import { describe, expect, it } from 'vitest';
import { ahead } from '../../../lib/bundle/ahead.ts';

describe('what is made ahead', () => {
  it('comes in the order it was asked, with no more begun than may be', async () => {
    const begun: number[] = [];
    const ready = new Map<number, (made: string) => void>();
    const make = (n: number): Promise<string> => {
      begun.push(n);
      return new Promise((resolve) => void ready.set(n, resolve));
    };
    const made = ahead([1, 2, 3, 4], 2, make);
    const first = made.next();
    expect(begun).toEqual([1, 2]);
    ready.get(2)?.('twee');
    ready.get(1)?.('een');
    expect((await first).value).toEqual([1, 'een']);
    expect(begun).toEqual([1, 2, 3]);
    expect((await made.next()).value).toEqual([2, 'twee']);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('is all of it, also when there is less than may be made at once', async () => {
    const found: string[] = [];
    for await (const [one, made] of ahead(['a'], 2, async (letter) => letter.toUpperCase())) found.push(one + made);
    for await (const [one] of ahead<string, string>([], 2, async (letter) => letter)) found.push(one);
    expect(found).toEqual(['aA']);
  });

  it('stops at the one that fails, and nobody hears of one after it', async () => {
    const found: number[] = [];
    const all = async () => {
      for await (const [n] of ahead([1, 2, 3], 2, (one) => (one === 1 ? Promise.resolve() : Promise.reject(new Error(`${one}`)))))
        found.push(n);
    };
    await expect(all()).rejects.toThrow('2');
    expect(found).toEqual([1]);
  });
});
