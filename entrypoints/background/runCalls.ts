import { browser } from 'wxt/browser';
import { postsOf } from '../../lib/messages/tabCalls.ts';
import type { TabLook } from '../../lib/messages/tabCalls.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import type { RegisteredAccount } from '../../lib/model/policy.ts';
import type { ChosenPost, PagePost, PagePosts, RoundView, Run, RunAccount } from '../../lib/model/run.ts';
import { registeredAccount } from '../../lib/scenario/register.ts';
import { closed, paused, resumed, wordsIn } from '../../lib/scenario/round.ts';
import { capturesOf, readCapture, readRow } from '../../lib/store/captures.ts';
import { goingRun, lastRound, listRuns, readPlace, readRun, saveRun, writePlace } from '../../lib/store/runs.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { inspect } from './look.ts';
import { advance, finish, logRun } from './run.ts';

const now = () => new Date().toISOString();

interface RoundQuestion {
  readonly tabId: number;
  readonly account: RunAccount;
  readonly view: RoundView;
  readonly posts: readonly ChosenPost[];
}
interface SteerQuestion {
  readonly id: string;
  readonly act: 'pause' | 'resume' | 'retry' | 'end';
  readonly tabId?: number | undefined;
}

/** R9, R26: rounds and repeats. A person chooses and starts; nothing begins by itself. */
export const runHandlers = {
  listRuns: (): Promise<Run[]> => listRuns(),

  async listPosts({ tabId }: { tabId: number }): Promise<PagePosts> {
    const look = await inspect(tabId);
    const account = await personal(look);
    const { posts, others } = await postsOf(tabId);
    const told = posts.map(async ({ id, url, text, posted, isPinned }): Promise<PagePost> => {
      const capture = (await capturesOf(look.platform, id)).at(-1)?.id;
      return {
        url,
        postId: id,
        text,
        words: wordsIn(text, account),
        ...(posted !== undefined && { posted }),
        ...(isPinned && { isPinned }),
        ...(capture !== undefined && { capture }),
      };
    });
    return { posts: await Promise.all(told), others };
  },

  async startRound({ tabId, view, posts }: RoundQuestion): Promise<Run> {
    await refuseSecond();
    const look = await inspect(tabId);
    const { platform, handle } = await personal(look);
    const { host } = new URL(look.url);
    if (posts.some(({ url, scenario }) => new URL(url).host !== host || scenario !== 'C')) throw new Failure('not-ours');
    const account = { platform, handle };
    const before = await lastRound(account);
    const run = await started({ kind: 'ronde', account, view, ...(before && { since: before.startedAt }) }, posts);
    await writePlace({ run: run.id, tabId, isOurs: false, backTo: look.url, step: 0, phase: 'opening' });
    void advance(run.id);
    return run;
  },

  async repeatCaptures({ ids }: { ids: readonly string[] }): Promise<Run> {
    await refuseSecond();
    const run = await started({ kind: 'herhaling' }, await Promise.all(ids.map(asBefore)));
    void advance(run.id);
    return run;
  },

  async steerRun({ id, act, tabId }: SteerQuestion): Promise<Run> {
    const run = await readRun(id);
    if (act === 'pause') return run.state === 'going' ? saveRun(paused(run, 'user')) : run;
    if (act === 'end') {
      const ended = await saveRun(closed(run, now()));
      await finish(ended);
      return ended;
    }
    await refuseSecond();
    const again = await saveRun(resumed(run, act === 'retry'));
    if (tabId !== undefined && (await readPlace())?.run !== id) {
      const { url } = await browser.tabs.get(tabId);
      await writePlace({ run: id, tabId, isOurs: false, step: 0, phase: 'opening', ...(url !== undefined && { backTo: url }) });
    }
    void advance(id);
    return again;
  },
};

async function refuseSecond(): Promise<void> {
  if (await goingRun()) throw new Failure('busy');
}

/** Only of accounts of which posts are chosen one by one (R9). */
async function personal({ account, platform, url }: TabLook): Promise<RegisteredAccount> {
  const { policy } = await readPolicy();
  const registered = account && registeredAccount(policy, { platform, handle: account.handle, host: new URL(url).host });
  if (!registered) throw new Failure('account-unknown');
  if (registered.type === 'corporate') throw new Failure('not-allowed', { reason: 'corporate' });
  return registered;
}

async function started(about: Pick<Run, 'kind' | 'account' | 'view' | 'since'>, posts: readonly ChosenPost[]): Promise<Run> {
  const run = await saveRun({
    ...about,
    id: crypto.randomUUID(),
    state: 'going',
    startedAt: now(),
    steps: posts.map((post) => ({ post, state: 'waiting' })),
  });
  await logRun('run-started', run);
  return run;
}

/** R26: the same post or profile, in the same scenario, for the same reasons. */
async function asBefore(id: string): Promise<ChosenPost> {
  const row = await readRow(id);
  if (row.state === 'cleared') return asListed(row);
  const { choice, url, account, platform } = await readCapture(id);
  const { postId } = row;
  return {
    platform,
    url,
    ...(postId !== undefined && { postId }),
    scenario: choice.scenario,
    accountType: account.type,
    reason: choice.reason ?? `Zoals bij ${id}`,
    ...(choice.capacity !== undefined && { capacity: choice.capacity }),
    ...(choice.selectionReason !== undefined && { selectionReason: choice.selectionReason }),
  };
}

/** Of a capture of which the content went after its delivery (D11): what the list still knows. */
function asListed({ id, platform, url, postId, scenario, accountType }: CaptureSummary): ChosenPost {
  if (url === undefined || scenario === 'C') throw new Failure('cleared');
  return {
    platform,
    url,
    scenario,
    reason: `Zoals bij ${id}`,
    ...(postId !== undefined && { postId }),
    ...(accountType !== undefined && { accountType }),
  };
}
