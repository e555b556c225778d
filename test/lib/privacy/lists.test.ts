/** The word lists as the built extension has them: in a file of their own. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lists } from '../../../lib/privacy/data/lijsten.ts';

type Apart = typeof import('../../../lib/privacy/data/lijsten.apart.ts');
let apart: Apart;

beforeEach(async () => {
  vi.resetModules();
  apart = await import('../../../lib/privacy/data/lijsten.apart.ts');
});

describe('word lists in a file of their own', () => {
  it('judge nothing before they are read: without them every name would pass', () => {
    expect(() => apart.listOf('firstNames')).toThrow('have not been read');
  });

  it('are asked for by no rule before there is a text: the worker starts without them', async () => {
    vi.doMock('../../../lib/privacy/data/lijsten.ts', () => apart);
    const { detectors } = await import('../../../lib/privacy/detectors/all.ts');
    vi.doUnmock('../../../lib/privacy/data/lijsten.ts');
    const { fold } = await import('../../../lib/privacy/fold.ts');
    const judge = () =>
      detectors.flatMap((one) => one.find(fold('Groet, Fenna'), { keepHandles: new Set(), keepPosts: new Set() }));
    expect(judge).toThrow('have not been read');
    await apart.readLists(async () => lists);
    expect(judge()).not.toEqual([]);
  });

  it('are read once, however many ask at the same time', async () => {
    const read = vi.fn<() => Promise<unknown>>(async () => JSON.parse(JSON.stringify(lists)) as unknown);
    await Promise.all([apart.readLists(read), apart.readLists(read)]);
    await apart.readLists(read);
    expect(read).toHaveBeenCalledTimes(1);
    expect(apart.listOf('surnames')).toBe(lists.surnames);
  });

  it('are read again after a file that could not be read, or was not whole', async () => {
    await expect(apart.readLists(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    await expect(apart.readLists(async () => ({ ...lists, places: '' }))).rejects.toThrow('length');
    expect(() => apart.listOf('surnames')).toThrow('have not been read');
    await apart.readLists(async () => lists);
    expect(apart.listOf('places')).toBe(lists.places);
  });
});
