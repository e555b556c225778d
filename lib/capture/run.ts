import type { Draft, DraftProfile } from '../model/draft.ts';
import { Failure } from '../model/failure.ts';
import type { Adapter, ItemFacts, PageFacts } from '../platforms/adapter.ts';
import { createPeople } from '../platforms/people.ts';
import { createHarvest, harvest } from './harvest.ts';
import type { Harvest, Reader } from './harvest.ts';
import { askPublicApi, enriched, seen, withApiCount } from './publicApi.ts';
import { fragmentOf } from './replica.ts';
import { createStyleTable } from './styles.ts';
import { unfold } from './unfold.ts';
import type { Unfolded, UnfoldOptions } from './unfold.ts';

export interface CaptureOptions extends Omit<UnfoldOptions, 'reader' | 'withReactions' | 'onRound'> {
  readonly adapter: Adapter;
  readonly view: Pick<Window, 'getComputedStyle'>;
  readonly withReactions: boolean;
  /** Reports numbers; answers whether to stop. */
  readonly onProgress: (numbers: {
    step: 'unfolding' | 'reading';
    posts: number;
    reactions: number;
    displayedReactions?: number;
  }) => Promise<boolean>;
}

/** Unfolds and reads one page into a draft. Everything stays in this page's memory (D3). */
export async function capture(options: CaptureOptions): Promise<Draft> {
  const started = new Date();
  const { adapter, page } = options;
  const url = options.url();
  const kind = adapter.pageKind(page, url);
  if (kind !== 'post' && kind !== 'profile' && kind !== 'other') throw new Failure('out-of-scope');

  const reader: Reader = { adapter, people: createPeople(), styles: createStyleTable(options.view) };
  const facts = adapter.facts(page, url, reader.people);
  const harvested = createHarvest();
  const profile = readProfile(reader, page, url);
  const tell = seldom(options.onProgress);
  const unfoldStart = performance.now();
  const unfolded = await unfold({ ...options, reader, onRound: (now) => tell(numbers('unfolding', now, facts)) }, harvested);
  if (!unfolded.isNavigatedAway) await harvest(reader, page, url, harvested);
  if (harvested.items.size === 0 && !profile) throw new Failure(unfolded.isNavigatedAway ? 'navigated' : 'nothing-found');
  await options.onProgress(numbers('reading', harvested, facts));
  const known = adapter.api && !unfolded.isNavigatedAway ? await askPublicApi(adapter.api, url) : new Map<string, ItemFacts>();

  // what only shows at the end of the thread (notices, the employee's menu) is asked again there
  const last = unfolded.isNavigatedAway ? facts : adapter.facts(page, url, reader.people);
  return {
    schema: 1,
    platform: adapter.platform,
    pageKind: kind,
    url: url.href,
    host: url.host,
    ...((facts.language ?? last.language) && { language: facts.language ?? last.language }),
    adapter: { name: adapter.platform, version: adapter.version, layout: facts.layout },
    replies: facts.replies,
    ...(facts.account !== undefined && { account: facts.account }),
    ...(profile && { profile }),
    people: seen(reader.people, known),
    styles: [...reader.styles.all],
    items: harvested.items.values().map((item) => enriched(item, known.get(item.id))),
    observations: observe(withApiCount(facts, known, harvested.items.values()), last, unfolded, harvested),
    clock: { started: started.toISOString(), ended: new Date().toISOString() },
    took: { unfoldMs: Math.round(performance.now() - unfoldStart - harvested.readMs), readMs: Math.round(harvested.readMs) },
  };
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

function observe(facts: PageFacts, last: PageFacts, unfolded: Unfolded, { items }: Harvest): Draft['observations'] {
  const displayed = facts.displayedReactions ?? last.displayedReactions;
  const sortOrder = facts.sortOrder ?? last.sortOrder;
  const isLoggedIn = facts.isLoggedIn ?? last.isLoggedIn;
  return {
    ...(displayed !== undefined && { displayedReactions: displayed }),
    ...(sortOrder && { sortOrder }),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    closedControls: unfolded.closedControls,
    unavailableItems: Math.max(facts.unavailableItems, last.unavailableItems),
    truncatedItems: items.values().filter((item) => item.isTruncated).length,
    reachedEnd: unfolded.reachedEnd,
    budgetsHit: unfolded.budgetsHit,
    isStoppedByUser: unfolded.isStoppedByUser,
    isNavigatedAway: unfolded.isNavigatedAway,
    steps: unfolded.steps,
    notes: [...new Set([...facts.notes, ...last.notes])],
  };
}
