/** A periodic round in its states, and what is due. All invented. */
import type { Due, PagePosts, Run } from '../../lib/model/run.ts';

const url = (id: number) => `https://x.com/ministervoorbeeld/status/${id}`;
const chosen = (id: number, posted: string) => ({
  platform: 'x' as const,
  url: url(id),
  postId: String(id),
  posted,
  scenario: 'C' as const,
  capacity: 'Als bewindspersoon',
  selectionReason: 'Kondigt kabinetsbeleid aan',
});

export const pausedRound: Run = {
  id: '0b5f0a52-1f0f-4b52-9d5a-6f1f6a1f0b11',
  kind: 'ronde',
  state: 'paused',
  pausedBy: 'browser-closed',
  startedAt: '2026-11-20T08:30:00Z',
  account: { platform: 'x', handle: 'ministervoorbeeld' },
  view: { seen: 12, oldest: '2026-11-13T07:00:00Z' },
  since: '2026-11-13T08:30:00Z',
  steps: [
    { post: chosen(1, '2026-11-14T09:12:00Z'), state: 'captured', capture: 'VS-20261120-0003' },
    { post: chosen(2, '2026-11-16T12:40:00Z'), state: 'waiting' },
    { post: chosen(3, '2026-11-18T17:05:00Z'), state: 'waiting' },
  ],
};

export const partlyRound: Run = {
  ...pausedRound,
  id: '7d1c9b1e-88a4-4f4e-8f0c-2f7f4d6c9e22',
  state: 'ended',
  endedAt: '2026-11-20T08:42:00Z',
  since: '2026-11-06T08:30:00Z',
  steps: [
    { post: chosen(1, '2026-11-14T09:12:00Z'), state: 'captured', capture: 'VS-20261120-0003' },
    { post: chosen(2, '2026-11-16T12:40:00Z'), state: 'failed', failure: 'navigated' },
    { post: chosen(3, '2026-11-18T17:05:00Z'), state: 'waiting' },
  ],
};

export const due: readonly Due[] = [
  {
    kind: 'ronde',
    account: { platform: 'instagram', handle: 'ministervoorbeeld' },
    term: 'maand',
    on: '2026-11-18',
    last: '2026-10-18',
  },
  ...[7, 30].map((days): Due => ({
    kind: 'herhaling',
    capture: `VS-20261001-000${days % 10}`,
    url: url(days),
    account: { platform: 'x', handle: 'minvoorbeeld' },
    title: 'De regels voor zonnepanelen op huurwoningen veranderen. In vijf minuten weet u waar u aan toe bent.',
    on: '2026-11-19',
    days,
  })),
];

export const posts: PagePosts = {
  posts: [
    {
      url: url(4),
      postId: '4',
      posted: '2026-11-19T08:00:00Z',
      text: 'Vandaag presenteer ik de begroting voor volgend jaar. Lees wat er verandert voor huurders en verhuurders.',
      words: ['begroting'],
    },
    { url: url(5), postId: '5', posted: '2026-11-18T19:20:00Z', text: 'Mooie wedstrijd gisteren!', words: [] },
    {
      url: url(6),
      postId: '6',
      posted: '2026-11-14T09:12:00Z',
      text: 'De nachtbus rijdt vanaf 1 maart in drie regio’s.',
      words: [],
      capture: 'VS-20261120-0003',
      isPinned: true,
    },
  ],
  others: 2,
};
