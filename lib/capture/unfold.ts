import type { CaptureHint } from '../model/job.ts';
import type { ControlKind, Found } from '../platforms/adapter.ts';
import { watchAttention } from './attention.ts';
import type { Attention } from './attention.ts';
import { clickOn, closedControls, controlsHere, giveAnotherChance, nextControl } from './click.ts';
import type { Clicks } from './click.ts';
import { harvest } from './harvest.ts';
import type { Harvest, Reader } from './harvest.ts';
import { Loading } from './loading.ts';
import { Patience } from './patience.ts';
import { untilQuiet } from './quiet.ts';
import { fillLazy, fillsScreen, pageOn, screensOf, scrollOn, scrollerNow, toTop } from './scroll.ts';

export interface UnfoldOptions {
  readonly page: Document;
  /** The page's address now; it changes when the page navigates itself. */
  readonly url: () => URL;
  readonly reader: Reader;
  readonly budgets: { readonly seconds: number; readonly items: number; readonly megabytes: number };
  /** Whether reactions are kept; otherwise only shortened texts are opened. */
  readonly withReactions: boolean;
  /** Reactions the page says there are, if it does: a reason to go on asking. */
  readonly displayedReactions: number | undefined;
  /** Called once, before anything is read: the top of a recycling list is in the page only now. */
  readonly onTop?: () => void;
  /** Reactions the page says it keeps to itself: no reason to look again. */
  readonly hiddenReactions: () => number;
  /** Called every round with the numbers; says whether the user wants to stop. */
  readonly onRound: (harvested: Harvest, hint?: CaptureHint) => Promise<boolean>;
}

export interface Unfolded extends End {
  readonly steps: number;
  readonly closedControls: { kind: string; count: number }[];
}

interface End {
  readonly reachedEnd: boolean;
  readonly isStoppedByUser: boolean;
  readonly isNavigatedAway: boolean;
  /** The tab stayed in the background until the time was up. */
  readonly isLeftInBackground?: true;
  readonly budgetsHit: ('time' | 'items' | 'bytes')[];
}

const textKinds = new Set<ControlKind>(['more-text', 'show-sensitive']);
const moreKinds = new Set<ControlKind>([...textKinds, 'more-replies', 'more-reactions']);
const allKinds = new Set<ControlKind>(['open-reactions', ...moreKinds]);
/** How often a page that turned out to hold less than it promised is walked once more. */
const maxSecondLooks = 2;
/** How long the person is waited for where only they can scroll. */
const forUserMs = 15_000;
const whileTheirs = { startMs: 400, stillMs: 60, maxMs: 2_000 };
const aMoment = { startMs: 500, stillMs: 500, maxMs: 500 };
const noEnd: End = { reachedEnd: false, isStoppedByUser: false, isNavigatedAway: false, budgetsHit: [] };

/** What is remembered from round to round. */
interface Walk {
  readonly options: UnfoldOptions;
  readonly into: Harvest;
  readonly attention: Attention;
  readonly clicks: Clicks;
  readonly loading: Loading;
  readonly lazyTried: WeakMap<Element, number>;
  readonly startPath: string;
  deadline: number;
  awayMs: number;
  steps: number;
}

/** Opens the page further, round by round, and harvests each round before rows are recycled (D2). The page is never rewritten. */
export async function unfold(options: UnfoldOptions, into: Harvest): Promise<Unfolded> {
  const { url, budgets } = options;
  const around = scroller(options);
  const startTop = around.scrollTop;
  const attention = watchAttention(options.page);
  const walk: Walk = {
    options,
    into,
    attention,
    clicks: new Map(),
    loading: new Loading(options.page, options.reader.adapter),
    lazyTried: new WeakMap(),
    startPath: url().pathname,
    deadline: Date.now() + budgets.seconds * 1_000,
    awayMs: 0,
    steps: 0,
  };
  try {
    const end = await looks(walk);
    return { ...end, steps: walk.steps, closedControls: end.isNavigatedAway ? [] : closedNow(walk) };
  } finally {
    attention.stop();
    around.scrollTop = startTop;
  }
}

/**
 * Rows that were not drawn when they were passed, or were taken away before a slow answer came, are met by walking the list once
 * more, a screen at a time: as long as it holds less than it promised and that still brings something.
 */
async function looks(walk: Walk): Promise<End> {
  const { options, into } = walk;
  if (mayScroll(options)) await toTop(options.page, scroller(options));
  options.onTop?.();
  let end = await rounds(walk);
  for (let again = 0; again < maxSecondLooks && end.reachedEnd && mayScroll(options) && isShort(walk); again += 1) {
    const before = into.items.size;
    giveAnotherChance(walk.clicks);
    await toTop(options.page, scroller(options));
    const next = await rounds(walk, screensOf(scroller(options)));
    // the end had been reached before the time was up
    end = next.budgetsHit.length > 0 ? end : next;
    if (into.items.size === before) break;
  }
  return end;
}

function scroller({ page, reader, url }: UnfoldOptions): Element {
  return scrollerNow(page, reader.adapter, url());
}

/** What the page promised is there: it is asked once whether there is more, not time and again. */
function hasEnough({ options: { displayedReactions }, into }: Walk): boolean {
  return displayedReactions !== undefined && reactionsIn(into) >= displayedReactions;
}

function isShort(walk: Walk): boolean {
  const { displayedReactions = 0, hiddenReactions } = walk.options;
  return reactionsIn(walk.into) < displayedReactions - hiddenReactions() || closedNow(walk).length > 0;
}

function closedNow({ options: { page, reader, url }, clicks }: Walk): Unfolded['closedControls'] {
  return closedControls(page, reader.adapter, moreKinds, reader.adapter.find(page, url()), clicks);
}

/** `screens`: of a list that is walked once more. */
async function rounds(walk: Walk, screens?: number): Promise<End> {
  const { options, into, attention } = walk;
  const { page, reader, url, budgets } = options;
  const patience = new Patience(screens);
  for (;;) {
    walk.steps += 1;
    if (url().pathname !== walk.startPath) return { ...noEnd, isNavigatedAway: true };
    const { added, places } = await harvest(reader, page, url(), into, walk.deadline);
    const isAway = attention.isAway();
    const end = endOf(walk, await options.onRound(into, isAway ? 'tab-hidden' : undefined));
    if (end) return end;
    if (isAway) {
      await standStill(walk);
      if (walk.awayMs > budgets.seconds * 1_000) return { ...noEnd, isLeftInBackground: true };
      continue;
    }
    patience.read(added, added === 0 && fillsScreen(page, places)); // asked only where it counts: it measures every row
    const hasMoved = await goOn(walk, { places, isSlow: patience.isTried, isSecond: screens !== undefined });
    patience.went(added, hasMoved);
    if (!patience.isOver(hasEnough(walk)) && (reader.adapter.unfold.scrolls || hasMoved)) continue;
    if (screens !== undefined || !(await userGoesOn(options, into, attention))) return { ...noEnd, reachedEnd: true };
    patience.renew();
  }
}

/** While the tab is hidden the page's time stands still, and so does ours; but not for ever. */
async function standStill(walk: Walk): Promise<void> {
  const began = Date.now();
  await untilQuiet(walk.options.page, aMoment, () => false);
  walk.awayMs += Date.now() - began;
  walk.deadline += Date.now() - began;
}

function endOf({ options: { budgets }, into, deadline }: Walk, isStopped: boolean): End | undefined {
  if (isStopped) return { ...noEnd, isStoppedByUser: true };
  const budgetsHit: End['budgetsHit'] = [];
  if (Date.now() > deadline) budgetsHit.push('time');
  if (into.items.size >= budgets.items) budgetsHit.push('items');
  if (into.bytes > budgets.megabytes * 1_000_000) budgetsHit.push('bytes');
  return budgetsHit.length > 0 ? { ...noEnd, budgetsHit } : undefined;
}

interface Round {
  readonly places: readonly Found[];
  /** The last rounds brought nothing: a slow network is given longer. */
  readonly isSlow: boolean;
  /** The list is walked once more, screen by screen. */
  readonly isSecond: boolean;
}

/** Opens what is closed, else scrolls on; true when the page moved. */
async function goOn(
  { options, clicks, loading, lazyTried, attention }: Walk,
  { places, isSlow, isSecond }: Round,
): Promise<boolean> {
  const { page, reader, withReactions, url } = options;
  const { adapter } = reader;
  const kinds = withReactions ? allKinds : textKinds;
  const controls = controlsHere(page, adapter, kinds, places);
  if (await clickOn(page, adapter, controls, { places, clicks, loading })) return true;
  if (attention.isScrolling()) {
    await loading.untilQuiet(whileTheirs);
    return true; // their scrolling is no end of the page
  }
  if (!mayScroll(options)) return false;
  const filled = await fillLazy(page, adapter, lazyTried);
  if (filled !== undefined) return filled;
  const stop = nextControl(page, adapter, controls, clicks);
  const from = { places, stop, isSlow, isTheirs: () => attention.isScrolling(), loading };
  if (isSecond) return pageOn(page, adapter, from);
  // rows before the end may still be waiting to be drawn: on while that brings something
  if (isSlow && adapter.isAtEnd?.(page, url())) return false;
  const scrolled = await scrollOn(page, adapter, from);
  return scrolled.isFurther || scrolled.isChanged;
}

function mayScroll({ reader, withReactions }: UnfoldOptions): boolean {
  return reader.adapter.unfold.scrolls && withReactions;
}

/** Some pages load more only for a person at the wheel: they are asked, and read along with, until they stop too. */
async function userGoesOn(options: UnfoldOptions, into: Harvest, attention: Attention): Promise<boolean> {
  const { page, reader, displayedReactions = 0, withReactions } = options;
  if (!reader.adapter.unfold.needsUser || !withReactions) return false;
  if (reactionsIn(into) >= displayedReactions) return false;
  const before = attention.scrolls;
  const until = Date.now() + forUserMs;
  while (Date.now() < until) {
    if (await options.onRound(into, 'scroll-yourself')) return true; // the next round ends it
    if (attention.scrolls > before) return true;
    await untilQuiet(page, aMoment, () => false);
  }
  return false;
}

function reactionsIn({ items }: Harvest): number {
  return items
    .unsorted()
    .filter(({ kind }) => kind === 'reaction')
    .toArray().length;
}
