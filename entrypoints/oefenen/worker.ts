/** R29: answers the panel on the practice page as the worker would, from the practice pages. Nothing is kept and nothing is sent. */
import type { Calls, CallName, Answers, Asks } from '../../lib/messages/calls.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { Failure, asFailure } from '../../lib/model/failure.ts';
import type { CaptureSummary, JobStatus, JobStep, PageReaction, PageView } from '../../lib/model/job.ts';
import type { Run, RunStep } from '../../lib/model/run.ts';
import { pageOf, practiceHost } from '../../lib/practice/pages.ts';
import type { PracticeItem, PracticePage } from '../../lib/practice/pages.ts';
import type { PracticeEvent } from '../../lib/practice/stories.ts';
import { summarise } from '../../lib/store/summarise.ts';
import type { Ask } from '../../lib/ui/ask.ts';
import { accountOf, captured, capturedLetter, policy, proposalFor } from './capturing.ts';

export interface PracticeDeps {
  readonly page: PracticePage;
  readonly tell: (event: PracticeEvent) => void;
  /** The controls beside the reactions, on and off; answers whether they are there. */
  readonly webcare: (question: Asks<'webcare'>) => boolean;
  /** Which reaction was pointed at as a letter. */
  readonly picked: () => string | undefined;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onRun: (run: Run) => void;
}

/** Long enough to be read. */
const stepMs = 450;

export function createPracticeWorker({ page, tell, webcare, picked, pause, onRun }: PracticeDeps): Ask {
  const captures = new Map<string, { capture: Capture; summary: CaptureSummary }>();
  let job: JobStatus | undefined;
  let run: Run | undefined;

  function keep(capture: Capture): string {
    captures.set(capture.id, { capture, summary: summarise(capture) });
    return capture.id;
  }
  function kept(id: string) {
    const found = captures.get(id);
    if (!found) throw new Failure('not-found', { object: 'capture' });
    return found;
  }
  function step(to: JobStep, part: Partial<JobStatus> = {}): JobStatus {
    const now = new Date().toISOString();
    const { items } = page;
    const reactions = items.filter(({ parent }) => parent !== undefined).length;
    job = {
      id: 'oefening',
      tabId: 0,
      startedAt: job?.startedAt ?? now,
      displayedReactions: reactions,
      posts: items.length - reactions,
      reactions,
      step: to,
      heardAt: now,
      ...part,
    };
    return job;
  }
  function begin(make: () => Promise<Capture>, event: PracticeEvent): JobStatus {
    job = undefined;
    const started = step('unfolding');
    void work(make, event);
    return started;
  }
  async function work(make: () => Promise<Capture>, event: PracticeEvent): Promise<void> {
    try {
      for (const each of ['reading', 'stripping'] as const) {
        await pause(stepMs);
        step(each);
      }
      const captureId = keep(await make());
      step('done', { captureId });
      tell(event);
    } catch (error) {
      const { code, detail } = asFailure(error);
      step('done', { failure: { code, detail } });
    }
  }
  function put(next: Run): Run {
    run = next;
    onRun(next);
    return next;
  }
  async function walk(steps: readonly RunStep[]): Promise<void> {
    for (const [at, { post }] of steps.entries()) {
      await pause(stepMs);
      const item = page.items.find(({ id }) => id === post.postId);
      if (!run || !item) return;
      const capture = keep(await captured(pageOf(item), newId(captures.size + 1), { ...post, scenario: 'C' }));
      put({ ...run, steps: run.steps.map((one, index) => (index === at ? { ...one, state: 'captured', capture } : one)) });
    }
    if (!run) return;
    put({ ...run, state: 'ended', endedAt: new Date().toISOString() });
    tell({ did: 'ronde-klaar' });
  }

  const handlers: { readonly [N in CallName]?: (question: Asks<N>) => Promise<Answers<N>> } = {
    jobOf: async () => job ?? null,
    lookAtPage: async () => view(page),
    getPolicy: async () => ({ policy, isManaged: false, locked: [], isSetUp: true }),
    startCapture: async ({ tabId: _tab, ...chosen }) =>
      begin(() => captured(page, newId(captures.size + 1), chosen), { did: 'bericht-start', scenario: chosen.scenario }),
    takeLetter: async ({ tabId: _tab, accountType: _type, item, ...facts }) =>
      begin(() => capturedLetter(page, `BB-00000000-oefening${captures.size + 1}`, item, facts), {
        did: 'brief-vastleggen',
        kind: facts.kind,
        item,
      }),
    stopCapture: async () => null,
    getCapture: async ({ id }) => kept(id).capture,
    listCaptures: async () => [...captures.values()].map(({ summary }) => summary),
    async exportCapture({ id }) {
      const file = { fileName: `${id}.zip`, pakbonName: `${id}.pakbon.xml`, bytes: 0, sha256: '0'.repeat(64) };
      kept(id);
      tell({ did: 'bericht-export' });
      return file;
    },
    listReactions: async () => reactionsOf(page, picked()),
    pointedIn: async () => ({ vraag: 0, mee: 0 }),
    webcare: async (question) => ({ isOn: webcare(question) }),
    listPosts: async () => ({ posts: page.items.map((item) => ({ ...seen(item), words: [] })), others: 0 }),
    listRuns: async () => (run ? [run] : []),
    async startRound({ account, view: looked, posts }) {
      tell({ did: 'ronde-kies', posts: posts.flatMap(({ postId }) => postId ?? []) });
      const steps = posts.map((post): RunStep => ({ post, state: 'waiting' }));
      const now = new Date().toISOString();
      const common = { id: 'oefenronde', kind: 'ronde', startedAt: now, account, view: looked, steps } as const;
      if (steps.length === 0) return put({ ...common, state: 'ended', endedAt: now });
      void walk(steps);
      return put({ ...common, state: 'going' });
    },
    async steerRun() {
      if (!run) throw new Failure('not-found', { object: 'run' });
      return put({ ...run, state: 'ended', endedAt: new Date().toISOString() });
    },
  };
  return async <N extends keyof Calls>(call: N, question: Asks<N>): Promise<Answers<N>> => {
    const handle = handlers[call];
    if (!handle) throw new Failure('not-allowed', { call });
    return handle(question);
  };
}

const newId = (number: number): string => `VS-00000000-${String(number).padStart(4, '0')}`;

function view(page: PracticePage): PageView {
  const { account, kind, items } = page;
  return {
    state: 'ready',
    platform: 'x',
    pageKind: kind,
    host: practiceHost,
    account: { handle: account.handle, name: account.name, registeredAs: accountOf(page).type },
    replies: 'yes',
    ...(kind === 'post' && { displayedReactions: items.filter(({ parent }) => parent !== undefined).length }),
    proposal: proposalFor(page),
    notices: [],
    needsPermission: [],
  };
}

function reactionsOf({ items }: PracticePage, picked: string | undefined): PageReaction[] {
  return items
    .filter(({ parent, isOwn }) => parent !== undefined && !isOwn)
    .map(({ id, author, text }) => ({
      item: id,
      author: `${author.name} @${author.handle}`,
      text,
      ...(id === picked && { isPicked: true as const }),
    }));
}

function seen(item: PracticeItem) {
  return { url: pageOf(item).url, postId: item.id, posted: item.time, text: item.text };
}
