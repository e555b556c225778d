/** All people here are invented. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { enriched } from '../../../lib/capture/enrich.ts';
import { askAgain } from '../../../lib/capture/ownAnswers.ts';
import type { DraftItem } from '../../../lib/model/draft.ts';
import type { ItemFacts, OwnAnswers } from '../../../lib/platforms/adapter.ts';

const item = (id: string, parent?: string): DraftItem => ({
  kind: 'reaction',
  id,
  times: { shown: '2 u' },
  media: [],
  counts: {},
  mentions: [],
  hashtags: [],
  links: [],
  ...(parent && { parent: { id: parent, method: 'position' as const } }),
});
const facts = (id: string, createdAt: string, parentId?: string): ItemFacts => ({
  id,
  createdAt,
  account: { handle: 'x' },
  ...(parentId && { parentId }),
});

describe('what the answers know, laid over the page', () => {
  it('gives items the network’s own ids, their parents too', () => {
    const known = new Map([
      ['dom-1', facts('7001', '2026-11-20T10:00:00.000Z')],
      ['dom-2', facts('7002', '2026-11-20T10:05:00.000Z', 'dom-1')],
    ]);
    const items = enriched([item('dom-1'), item('dom-2', 'dom-1'), item('dom-3', 'dom-1')], known);
    expect(items.map(({ id, parent, times }) => [id, parent, times.fromApi])).toEqual([
      ['7001', undefined, '2026-11-20T10:00:00.000Z'],
      ['7002', { id: '7001', method: 'api' }, '2026-11-20T10:05:00.000Z'],
      ['dom-3', { id: '7001', method: 'position' }, undefined],
    ]);
  });

  it('takes the files the network names, in the page’s order, with the page’s own description', () => {
    const told = [
      { kind: 'image' as const, url: 'https://files.voorbeeld.nl/1/original.png', alt: 'Brug' },
      { kind: 'image' as const, url: 'https://files.voorbeeld.nl/2/original.png', alt: 'Sluis' },
    ];
    const known = new Map([['a', { ...facts('a', '2026-11-20T10:00:00.000Z'), media: told }]]);
    const drawn = [
      { kind: 'image' as const, url: 'https://files.voorbeeld.nl/1/small.png', alt: 'De nieuwe brug' },
      { kind: 'card' as const },
      { kind: 'image' as const },
    ];
    const media = (drawnNow: DraftItem['media']) => enriched([{ ...item('a'), media: drawnNow }], known)[0]!.media;
    expect(media(drawn)).toEqual([{ ...told[0], alt: 'De nieuwe brug' }, { kind: 'card' }, told[1]]);
    expect(media([])).toEqual(told);
    expect(media(drawn.slice(0, 1))).toEqual(drawn.slice(0, 1)); // which of the two it is, nobody can tell
  });

  it('leaves everything as it was where nothing is known', () => {
    const items = [item('a'), item('b', 'a')];
    expect(enriched(items, new Map())).toEqual(items);
  });
});

describe('asking the page’s own questions again', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answers: OwnAnswers = {
    isOne: () => true,
    facts: (given) =>
      new Map(given.flatMap((one, at) => (one ? [[`at ${at}`, facts(String(at), '2026-11-20T10:00:00.000Z')] as const] : []))),
  };
  const url = new URL('https://www.tiktok.com/@minvoorbeeld/video/1');
  const addresses = [1, 2, 3, 4, 5, 6].map((cursor) => new URL(`/api/comment/list/?cursor=${cursor}`, url));

  it('keeps each answer in its place, and goes on where one does not come', async () => {
    vi.stubGlobal('fetch', async (address: URL) =>
      address.search.endsWith('2') ? new Response('nee', { status: 403 }) : Response.json({}),
    );
    const known = await askAgain(answers, addresses, url, async () => false);
    expect([...known.keys()]).toEqual(['at 0', 'at 2', 'at 3', 'at 4', 'at 5']);
  });

  it('asks within the session of the page, never from a cache, never elsewhere', async () => {
    const ask = vi.fn<typeof fetch>(async () => Response.json({}));
    vi.stubGlobal('fetch', ask);
    await askAgain(answers, addresses.slice(0, 1), url, async () => false);
    expect(ask).toHaveBeenCalledWith(
      addresses[0],
      expect.objectContaining({ credentials: 'same-origin', cache: 'no-store', redirect: 'error' }),
    );
  });

  it('stops when the user stops', async () => {
    const ask = vi.fn<typeof fetch>(async () => Response.json({}));
    vi.stubGlobal('fetch', ask);
    await askAgain(answers, addresses, url, async () => true);
    expect(ask).not.toHaveBeenCalled();
  });
});
