/** All people in these answers are invented. */
import { describe, expect, it } from 'vitest';
import { factsOfContext, factsOfStatus } from '../../../../lib/platforms/mastodon/api.ts';

const base = new URL('https://sociaal.example/@proefstad/115000000000000000');
const status = {
  id: '115000100000000000',
  in_reply_to_id: '115000000000000000',
  created_at: '2026-08-08T14:38:00.123Z',
  edited_at: null,
  visibility: 'public',
  replies_count: 3,
  account: {
    id: '110000000123',
    acct: 'lieke@verweg.example',
    display_name: 'Lieke',
    url: 'https://verweg.example/@lieke',
    avatar: 'https://sociaal.example/cache/77aa88bb99.png',
  },
  media_attachments: [
    { type: 'gifv', url: 'https://sociaal.example/a.mp4', description: 'Brug' },
    { type: 'unknown', url: null },
  ],
  card: { author: 'never taken over' },
};

describe('the public API of Mastodon', () => {
  it('gives parents, exact times and originals, and nothing that was not asked', () => {
    expect(factsOfStatus(status, base)).toEqual({
      id: '115000100000000000',
      parentId: '115000000000000000',
      createdAt: '2026-08-08T14:38:00.123Z',
      repliesCount: 3,
      account: {
        handle: 'lieke@verweg.example',
        name: 'Lieke',
        ids: ['110000000123', '77aa88bb99'],
        urls: ['https://sociaal.example/@lieke@verweg.example', 'https://verweg.example/@lieke'],
        avatars: ['https://sociaal.example/cache/77aa88bb99.png'],
      },
      media: [{ kind: 'gif', url: 'https://sociaal.example/a.mp4', alt: 'Brug' }],
    });
  });

  it('leaves out what is not for everyone, and what does not follow the schema', () => {
    const answers = [
      { ...status, visibility: 'direct' },
      { ...status, id: '../../x' },
      { ...status, created_at: 'gisteren' },
      null,
      'x',
    ];
    for (const answer of answers) expect(factsOfStatus(answer, base)).toBeUndefined();
    const context = factsOfContext({ ancestors: [], descendants: [...answers, status] }, base);
    expect([...context.keys()]).toEqual(['115000100000000000']);
    expect(factsOfContext({ error: 'not found' }, base).size).toBe(0);
  });
});
