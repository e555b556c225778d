import type { Draft, DraftProfile } from '../model/draft.ts';
import { Failure } from '../model/failure.ts';
import type { CaptureHint } from '../model/job.ts';
import type { Adapter, ItemFacts, PageFacts } from '../platforms/adapter.ts';
import { createPeople } from '../platforms/people.ts';
import { createHarvest, harvest, itemsOf } from './harvest.ts';
import type { Harvest, Reader } from './harvest.ts';
import { askAgain, watchAnswers } from './ownAnswers.ts';
import type { AnswerWatch } from './ownAnswers.ts';
import { askPublicApi } from './publicApi.ts';
import { enriched, seen, withApiCount } from './enrich.ts';
import { fragmentOf } from './replica.ts';
import { createStyleTable } from './styles.ts';
import { unfold } from './unfold.ts';
import type { Unfolded, UnfoldOptions } from './unfold.ts';

export interface CaptureOptions extends Omit<UnfoldOptions, 'reader' | 'withReactions' | 'displayedReactions' | 'onRound'> {
  readonly adapter: Adapter;
  readonly view: Pick<Window, 'getComputedStyle'>;
  readonly withReactions: boolean;
  /** The user allows times to be asked for with the pointer. */
  readonly mayHover: boolean;
  /** Reports numbers; answers whether to stop. */
  readonly onProgress: (numbers: {
    step: 'unfolding' | 'reading';
    posts: number;
    reactions: number;
    displayedReactions?: number;
    hint?: CaptureHint;
  }) => Promise<boolean>;
}

/** Unfolds and reads one page into a draft. Everything stays in this page's memory (D3). */
export async function capture(options: CaptureOptions): Promise<Draft> {
  const started = new Date();
  const { adapter, page } = options;
  const url = options.url();
  const kind = adapter.pageKind(page, url);
  if (kind !== 'post' && kind !== 'profile' && kind !== 'other') throw new Failure('out-of-scope');

  const { hover } = adapter.unfold;
  const reader: Reader = {
    adapter,
    people: createPeople(),
    styles: createStyleTable(options.view),
    ...(options.mayHover && hover && { hover }),
  };
  const watch = adapter.answers && options.withReactions ? watchAnswers(adapter.answers, url) : undefined;
  const facts = adapter.facts(page, url, reader.people);
  const harvested = createHarvest();
  const profile = readProfile(reader, page, url);
  const tell = seldom(options.onProgress);
  const unfoldStart = performance.now();
  const unfolded = await unfold(
    {
      ...options,
      reader,
      displayedReactions: facts.displayedReactions,
      onRound: (now, hint) => tell({ ...numbers('unfolding', now, facts), ...(hint && { hint }) }),
    },
    harvested,
  );
  if (!unfolded.isNavigatedAway) await harvest(reader, page, url, harvested);
  if (harvested.items.size === 0 && harvested.unreadable.size > 0) throw new Failure('page-not-understood');
  if (harvested.items.size === 0 && !profile) throw new Failure(unfolded.isNavigatedAway ? 'navigated' : 'nothing-found');
  const unfoldMs = Math.round(performance.now() - unfoldStart - harvested.readMs);
  await options.onProgress(numbers('reading', harvested, facts));
  const known = unfolded.isNavigatedAway
    ? noFacts
    : await askFacts(adapter, url, watch, () => tell(numbers('reading', harvested, facts)));
  watch?.stop();

  // what only shows at the end of the thread (notices, the employee's menu) is asked again there
  const last = unfolded.isNavigatedAway ? facts : adapter.facts(page, url, reader.people);
  const isDrawnLater = facts.displayedReactions === undefined && last.displayedReactions !== undefined;
  return {
    schema: 1,
    platform: adapter.platform,
    pageKind: kind,
    url: url.href,
    host: url.host,
    ...((facts.language ?? last.language) && { language: facts.language ?? last.language }),
    adapter: { name: adapter.platform, version: adapter.version, layout: (isDrawnLater ? last : facts).layout },
    replies: facts.replies.possible === 'unknown' ? last.replies : facts.replies,
    ...(facts.account !== undefined && { account: facts.account }),
    ...(profile && { profile }),
    people: seen(reader.people, known),
    styles: [...reader.styles.all],
    items: enriched(itemsOf(harvested), known),
    observations: observe(withApiCount(facts, known, harvested.items.values()), last, unfolded, harvested),
    clock: { started: started.toISOString(), ended: new Date().toISOString() },
    took: { unfoldMs, readMs: Math.round(harvested.readMs) },
  };
}

const noFacts: ReadonlyMap<string, ItemFacts> = new Map();

/** What the network says of the items elsewhere: its public API, or the answers the page itself was given. */
async function askFacts(
  { api, answers }: Adapter,
  url: URL,
  watch: AnswerWatch | undefined,
  isStopped: () => Promise<boolean>,
): Promise<ReadonlyMap<string, ItemFacts>> {
  if (api) return askPublicApi(api, url);
  return answers && watch ? askAgain(answers, watch.addresses, url, isStopped) : noFacts;
}

function readProfile({ adapter, people, styles }: Reader, page: Document, url: URL): DraftProfile | undefined {
  const read = adapter.profile(page, url, people);
  if (!read) return undefined;
  const fragment = read.element && fragmentOf(read.element, read.marks, styles);
  return { ...read.profile, ...(fragment && { fragment }) };
}

function numbers(step: 'unfolding' | 'reading', { items }: Harvest, facts: PageFacts) {
  const reactions = items.values().filter(({ kind }) => kind === 'reaction').length;
  const displayed = facts.displayedReactions;
  return { step, posts: items.size - reactions, reactions, ...(displayed !== undefined && { displayedReactions: displayed }) };
}

/** A word to the worker a few times a second is enough; between two words the answer is still "go on". */
function seldom(onProgress: CaptureOptions['onProgress']): CaptureOptions['onProgress'] {
  let toldAt = -Infinity;
  return async (progress) => {
    if (performance.now() - toldAt < 250) return false;
    toldAt = performance.now();
    return onProgress(progress);
  };
}

function observe(facts: PageFacts, last: PageFacts, unfolded: Unfolded, { items, unreadable }: Harvest): Draft['observations'] {
  const displayed = facts.displayedReactions ?? last.displayedReactions;
  const sortOrder = facts.sortOrder ?? last.sortOrder;
  const isLoggedIn = facts.isLoggedIn ?? last.isLoggedIn;
  const gaps = last.gaps ?? facts.gaps ?? [];
  return {
    ...(displayed !== undefined && { displayedReactions: displayed }),
    ...(sortOrder && { sortOrder }),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    closedControls: unfolded.closedControls,
    unavailableItems: Math.max(facts.unavailableItems, last.unavailableItems),
    truncatedItems: items.values().filter((item) => item.isTruncated).length,
    ...(gaps.length > 0 && { gaps: [...gaps] }),
    ...(unreadable.size > 0 && { unreadableItems: unreadable.size }),
    reachedEnd: unfolded.reachedEnd,
    budgetsHit: unfolded.budgetsHit,
    isStoppedByUser: unfolded.isStoppedByUser,
    isNavigatedAway: unfolded.isNavigatedAway,
    steps: unfolded.steps,
    notes: [...new Set([...facts.notes, ...last.notes, ...(unfolded.isLeftInBackground ? ['tab-in-background'] : [])])],
  };
}
