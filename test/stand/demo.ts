/** What `npm start` captures: a post of the ministry with its reactions (B), and a post of an office holder (C). */
import type { NetworkName, ThreadParams } from './thread-model.ts';

interface DemoThread {
  readonly network: NetworkName;
  readonly params: ThreadParams;
  readonly scenario: 'B' | 'C';
  readonly title: string;
}

export const demoThreads: readonly [DemoThread, DemoThread] = [
  {
    network: 'x',
    params: { seed: 4, reactions: 120, replyShare: 0.4, photos: 2, spam: 3 },
    scenario: 'B',
    title: 'Bericht van een ministerie met reacties',
  },
  {
    network: 'x',
    params: { seed: 7, account: 'minister', reactions: 12, photos: 1, spam: 0 },
    scenario: 'C',
    title: 'Bericht van een bewindspersoon (hybride account)',
  },
];
