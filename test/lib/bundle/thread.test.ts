import { describe, expect, it } from 'vitest';
import { threads } from '../../../lib/bundle/thread.ts';
import type { CapturedItem } from '../../../lib/model/capture.ts';
import { captureB, item, ownPost } from './sample.ts';

const answer = (key: string, parent?: string): CapturedItem =>
  item(key, parent ? { parent: { key: parent, method: 'markup' } } : {});
const order = (reactions: CapturedItem[], posts?: CapturedItem[]) => async () => {
  const capture = await captureB({ reactions, ...(posts && { posts }) });
  return threads(capture).map(({ post, entries }) => [post?.key, entries.map(({ item: { key }, depth }) => `${depth}${key}`)]);
};
const main = 'bericht-1859000000000000001';

describe('the thread', () => {
  it('puts every answer under what it answers, in the order of the page', async () => {
    expect(await order([answer('a', main), answer('b', main), answer('c', 'a'), answer('d', 'c'), answer('e', 'a')])()).toEqual([
      [main, ['0a', '1c', '2d', '1e', '0b']],
    ]);
  });

  it('keeps a reaction whose parent is not there or not known', async () => {
    expect(await order([answer('a', 'weg'), answer('b')])()).toEqual([[main, ['0a', '0b']]]);
  });

  it('loses nothing when the parents answer each other in a circle', async () => {
    expect(await order([answer('a', 'b'), answer('b', 'a'), answer('c', 'c')])()).toEqual([[main, ['0a', '1b', '0c']]]);
  });

  it('is not deeper than the machine when the thread is ten thousand deep', async () => {
    const deep = Array.from({ length: 10_000 }, (_, n) => answer(`r${n}`, n === 0 ? main : `r${n - 1}`));
    const [thread] = threads(await captureB({ reactions: deep }));
    expect(thread?.entries.at(-1)).toMatchObject({ depth: 9_999 });
  });

  it('keeps the reactions to two posts apart', async () => {
    const second = await ownPost({ key: 'bericht-2', url: 'https://x.com/MinVoorbeeld/status/2' });
    expect(await order([answer('a', 'bericht-2'), answer('b', main)], [await ownPost(), second])()).toEqual([
      [main, ['0b']],
      ['bericht-2', ['0a']],
    ]);
  });

  it('has a government reply in the conversation even when it is kept as a post', async () => {
    const reply = item('antwoord-7', {
      kind: 'antwoord-overheid',
      author: 'voorbeeldzaken',
      parent: { key: 'a', method: 'markup' },
    });
    expect(await order([answer('a', main), answer('b', 'antwoord-7')], [await ownPost(), reply])()).toEqual([
      [main, ['0a', '1antwoord-7', '2b']],
    ]);
  });
});
