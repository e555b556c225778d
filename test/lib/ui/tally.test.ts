// All people in this file are invented.
import { describe, expect, it } from 'vitest';
import { ledgerRows, mediaLines, removedByKind, removedInAll } from '../../../lib/ui/tally.ts';
import { captureB } from '../../components/samples.ts';

describe('the account of what was removed', () => {
  it('adds up by kind, most first, and counts places once', () => {
    expect(removedByKind(captureB.ledger).slice(0, 3)).toEqual([
      { kind: 'platform-id', count: 1_269, places: 1 },
      { kind: 'profielbeeld', count: 3, places: 1 },
      { kind: 'naam', count: 2, places: 2 },
    ]);
  });

  it('counts once what stood in the text and in its rendered copy', () => {
    const line = { kind: 'e-mail', where: 'reactie-0001', rule: 'patroon.e-mail' } as const;
    const ledger = [
      { ...line, field: 'text', count: 2 },
      { ...line, field: 'fragment', count: 2 },
      { ...line, field: 'fragment', where: 'reactie-0002', count: 1 },
    ] as const;
    expect(removedByKind(ledger)).toEqual([{ kind: 'e-mail', count: 3, places: 2 }]);
    expect(removedInAll(ledger)).toBe(3);
  });

  it('keeps kind, part and rule apart, with the places below', () => {
    const [names] = ledgerRows(captureB.ledger);
    expect(names).toEqual({
      kind: 'naam',
      rule: 'structuur.auteur',
      field: 'author',
      count: 2,
      where: [
        { key: 'reactie-0001', count: 1 },
        { key: 'reactie-0002', count: 1 },
      ],
    });
  });

  it('loses nothing on the way', () => {
    const total = captureB.ledger.reduce((sum, { count }) => sum + count, 0);
    expect(ledgerRows(captureB.ledger).reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });
});

describe('media of a capture', () => {
  it('are listed with their item, and text cards are not media', () => {
    const card = { state: 'text', kind: 'card', text: 'Lees meer' } as const;
    const posts = captureB.posts.map((post) => ({ ...post, media: [...post.media, card] }));
    expect(mediaLines({ ...captureB, posts }).map(({ where, media }) => [where, media.state])).toEqual([
      ['bericht-1700000000000000001', 'kept'],
      ['bericht-1700000000000000001', 'missing'],
      ['reactie-0002', 'placeholder'],
    ]);
  });
});
