import type { Draft, DraftMedia, DraftProfile } from '../model/draft.ts';
import { Failure } from '../model/failure.ts';
import type { CaptureHint } from '../model/job.ts';
import type { Adapter, ItemFacts, PageFacts } from '../platforms/adapter.ts';
import { seeHearsay } from '../platforms/hearsay.ts';
import { createPeople } from '../platforms/people.ts';
import { breathe } from './breathe.ts';
import { createHarvest, harvest, itemsOf } from './harvest.ts';
import type { Harvest, Reader } from './harvest.ts';
import { withNamedParents } from './namedAnswers.ts';
import { askAgain, watchAnswers } from './ownAnswers.ts';
import type { AnswerWatch } from './ownAnswers.ts';
import { askPublicApi } from './publicApi.ts';
import { enriched, seen, withApiCount } from './enrich.ts';
import { chainOf } from './chain.ts';
import { fragmentOf } from './replica.ts';
import { scrollerNow, toTop } from './scroll.ts';
import { createStyleTable } from './styles.ts';
import { gapsWithAnswers } from './answersElsewhere.ts';
import { gatherSlides, withSlides } from './slides.ts';
import { unfold } from './unfold.ts';
import type { Unfolded, UnfoldOptions } from './unfold.ts';

export interface CaptureOptions extends Omit<
  UnfoldOptions,
  'reader' | 'withReactions' | 'displayedReactions' | 'hiddenReactions' | 'onRound' | 'onTop'
> {
  readonly adapter: Adapter;
  readonly view: Pick<Window, 'getComputedStyle'>;
  readonly withReactions: boolean;
  /** R11: only this reaction, as `Found.id`, with what it answers. The page is not scrolled, and nothing but shortened texts opened. */
  readonly only?: string | undefined;
  /** R9, R12: what was pointed at on the page, as `Found.id`; the draft says under which ids they are in it. */
  readonly pointed?: readonly string[] | undefined;
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
  const { adapter, page } = options;
  const url = options.url();
  const kind = adapter.pageKind(page, url);
  if (kind !== 'post' && kind !== 'profile' && kind !== 'other') throw new Failure('out-of-scope');
  const watch =
    adapter.answers && (options.withReactions || options.only !== undefined) ? watchAnswers(adapter.answers, url) : undefined;
  try {
    return await readWhole({ ...options, kind, pageUrl: url, watch, started: new Date() });
  } finally {
    watch?.stop();
  }
}

interface Work extends CaptureOptions {
  readonly kind: Draft['pageKind'];
  readonly pageUrl: URL;
  readonly watch: AnswerWatch | undefined;
  readonly started: Date;
}

async function readWhole(work: Work): Promise<Draft> {
  const { adapter, page, pageUrl: url, watch } = work;
  const reader = readerOf(work);
  let facts = adapter.facts(page, url, reader.people);
  await seeHearsay(page, reader.people, breathe);
  const harvested = createHarvest();
  const profile = readProfile(reader, page, url);
  const tell = seldom(work.onProgress);
  const unfoldStart = performance.now();
  const unfolded = await unfold(
    {
      ...work,
      reader,
      // who is not signed in cannot scroll for more either
      get displayedReactions() {
        return facts.isLoggedIn === false ? undefined : facts.displayedReactions;
      },
      // whoever scrolled down has left the post and its numbers behind
      onTop: () => {
        if (facts.displayedReactions === undefined) facts = adapter.facts(page, url, reader.people);
      },
      hiddenReactions: () => hiddenIn(adapter.facts(page, url, reader.people)),
      onRound: (now, hint) => tell({ ...numbers('unfolding', now, facts), ...(hint && { hint }) }),
    },
    harvested,
  );
  if (!unfolded.isNavigatedAway) await harvest(reader, page, url, harvested);
  if (!unfolded.isNavigatedAway && work.only !== undefined) await readTop(work, reader, harvested);
  refuseNothing(harvested, profile, unfolded);
  const unfoldMs = Math.round(performance.now() - unfoldStart - harvested.readMs);
  const readNow = () => numbers('reading', harvested, facts);
  await work.onProgress(readNow());
  const slides = unfolded.isNavigatedAway ? noSlides : await gatherSlides(reader, page, url, facts.account);
  const known = unfolded.isNavigatedAway ? noFacts : await askFacts(adapter, url, watch, () => tell(readNow()));
  // what only shows at the end of the thread (notices, the employee's menu) is asked again there
  const last = unfolded.isNavigatedAway ? facts : adapter.facts(page, url, reader.people);
  if (!unfolded.isNavigatedAway) await seeHearsay(page, reader.people, breathe);
  const read = withSlides(itemsOf(harvested), slides);
  const items = enriched(adapter.namesAnswered ? withNamedParents(read, reader.people.all) : read, known);
  return {
    ...headOf(work, facts, last),
    ...(profile && { profile }),
    people: seen(reader.people, known),
    styles: [...reader.styles.all],
    items: work.only === undefined ? items : chainOf(items, known.get(work.only)?.id ?? work.only),
    ...(work.pointed && { pointed: work.pointed.map((id) => known.get(id)?.id ?? id) }),
    observations: observe(adapter, withApiCount(facts, known, harvested.items.unsorted()), last, unfolded, harvested),
    clock: { started: work.started.toISOString(), ended: new Date().toISOString() },
    took: { unfoldMs, readMs: Math.round(harvested.readMs) },
  };
}

/** R11: whoever scrolled to a letter has left the post behind, and a recycling list has taken it out of the page. */
async function readTop({ adapter, page, pageUrl: url }: Work, reader: Reader, harvested: Harvest): Promise<void> {
  if (harvested.items.values().some(({ kind }) => kind === 'post')) return;
  const scroller = scrollerNow(page, adapter, url);
  const before = scroller.scrollTop;
  await toTop(page, scroller);
  await harvest(reader, page, url, harvested);
  scroller.scrollTop = before;
}

function readerOf({ adapter, view, mayHover }: Work): Reader {
  const { hover } = adapter.unfold;
  return { adapter, people: createPeople(), styles: createStyleTable(view), ...(mayHover && hover && { hover }) };
}

/** Reactions the network says it has and does not show. */
function hiddenIn({ gaps = [] }: PageFacts): number {
  return gaps.reduce((sum, { count = 0 }) => sum + count, 0);
}

function refuseNothing({ items, unreadable }: Harvest, profile: DraftProfile | undefined, { isNavigatedAway }: Unfolded): void {
  if (items.size > 0) return;
  if (unreadable.size > 0) throw new Failure('page-not-understood');
  if (!profile) throw new Failure(isNavigatedAway ? 'navigated' : 'nothing-found');
}

/** What the page as a whole says; a page that was still being drawn says more at the end. */
function headOf({ adapter, kind, pageUrl }: Work, facts: PageFacts, last: PageFacts) {
  const isDrawnLater = facts.displayedReactions === undefined && last.displayedReactions !== undefined;
  const language = facts.language ?? last.language;
  return {
    schema: 1 as const,
    platform: adapter.platform,
    pageKind: kind,
    url: pageUrl.href,
    host: pageUrl.host,
    ...(language && { language }),
    adapter: { name: adapter.platform, version: adapter.version, layout: (isDrawnLater ? last : facts).layout },
    replies: facts.replies.possible === 'unknown' ? last.replies : facts.replies,
    ...(facts.account !== undefined && { account: facts.account }),
  };
}

const noFacts: ReadonlyMap<string, ItemFacts> = new Map();
const noSlides: ReadonlyMap<string, readonly DraftMedia[]> = new Map();

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
  const reactions = items
    .unsorted()
    .filter(({ kind }) => kind === 'reaction')
    .toArray().length;
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

function observe(
  { countsAnswersEach }: Adapter,
  facts: PageFacts,
  last: PageFacts,
  unfolded: Unfolded,
  { items, unreadable }: Harvest,
): Draft['observations'] {
  const displayed = facts.displayedReactions ?? last.displayedReactions;
  const sortOrder = facts.sortOrder ?? last.sortOrder;
  const isLoggedIn = facts.isLoggedIn ?? last.isLoggedIn;
  const gaps = gapsWithAnswers(last.gaps ?? facts.gaps ?? [], unfolded, items.values(), countsAnswersEach);
  return {
    ...(displayed !== undefined && { displayedReactions: displayed }),
    ...(sortOrder && { sortOrder }),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    closedControls: unfolded.closedControls,
    unavailableItems: Math.max(facts.unavailableItems, last.unavailableItems),
    truncatedItems: items
      .unsorted()
      .filter((item) => item.isTruncated)
      .toArray().length,
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
