// All people in this file are invented.
import { describe, expect, it } from 'vitest';
import type { PagePost, RoundTick } from '../../../lib/model/run.ts';
import type { ReadyPage } from '../../../lib/ui/choice.ts';
import { createRoundState } from '../../../lib/ui/roundState.ts';
import { readyC, policy } from '../../components/samples.ts';
import { partlyRound, posts } from '../../components/rounds.ts';
import { handClock, pretendWorker, settle } from './worker.ts';

const page = { ...readyC, pageKind: 'profile' } as ReadyPage; // as the panel has it of a profile
const [first, second] = posts.posts as [PagePost, PagePost];

/** A panel that is opened on the profile, over what an earlier one kept. */
async function opened(held: Map<string, readonly RoundTick[]>, seen: readonly PagePost[] = posts.posts) {
  const worker = pretendWorker({
    listPosts: { posts: seen, others: 0 },
    listRuns: [],
    getPolicy: { policy, locked: [], isSetUp: true },
    startRound: partlyRound,
  });
  const clock = handClock();
  const round = createRoundState({
    ask: worker.ask,
    tabId: 7,
    every: clock.every,
    requestPermission: async () => true,
    ticks: {
      read: async ({ handle }) => held.get(handle) ?? [],
      keep: async ({ handle }, ticks) => void held.set(handle, ticks),
    },
  });
  const stop = round.follow(page);
  await settle();
  return { round, worker, clock, stop };
}

describe('the ticks of a round (R9)', () => {
  it('are there again when the panel or the browser was closed, with what was said, also before their posts are seen', async () => {
    const held = new Map<string, readonly RoundTick[]>();
    const before = await opened(held);
    before.round.tick(first, true);
    before.round.say(first.url, { capacity: 'Als bewindspersoon', selectionReason: 'Kondigt beleid aan' });
    await settle();

    const { round, worker, clock } = await opened(held, [second]);
    expect(round.ticked.value.get(first.url)).toEqual({ capacity: 'Als bewindspersoon', selectionReason: 'Kondigt beleid aan' });
    expect(round.unseen.value.map(({ url }) => url)).toEqual([first.url]);
    worker.set('listPosts', { posts: posts.posts, others: 0 });
    await clock.tick();
    expect(round.unseen.value).toEqual([]);
  });

  it('start a round that holds them all, and are gone with it', async () => {
    const held = new Map<string, readonly RoundTick[]>();
    const before = await opened(held);
    before.round.tick(first, true);
    before.round.say(first.url, { capacity: 'Als bewindspersoon', selectionReason: 'Kondigt beleid aan' });
    await settle();

    const { round, worker } = await opened(held, [second]);
    await round.start(page);
    expect(worker.questionsOf('startRound')).toMatchObject([
      { view: { seen: 1 }, posts: [{ url: first.url, capacity: 'Als bewindspersoon' }] },
    ]);
    expect([...held.values()]).toEqual([[]]);
  });

  it('hold no text of a post', async () => {
    const held = new Map<string, readonly RoundTick[]>();
    const { round } = await opened(held);
    round.tick(first, true);
    await settle();
    expect(first.text).not.toBe('');
    expect(JSON.stringify([...held])).not.toContain(first.text);
  });

  it('are kept beside those of before', async () => {
    const kept: RoundTick = { url: second.url, capacity: 'Als bewindspersoon', selectionReason: 'Eerder gezegd' };
    const held = new Map<string, readonly RoundTick[]>([[page.account!.handle, [kept]]]);
    const { round } = await opened(held);
    round.tick(first, true);
    await settle();
    expect(held.get(page.account!.handle)?.map(({ url }) => url)).toEqual([first.url, second.url]);
  });
});
