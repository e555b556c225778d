import type { CaptureHint } from '../model/job.ts';
import type { ControlKind, Found } from '../platforms/adapter.ts';
import { watchAttention } from './attention.ts';
import type { Attention } from './attention.ts';
import { clickOn, closedControls, noClicks } from './click.ts';
import type { Clicks } from './click.ts';
import { harvest } from './harvest.ts';
import type { Harvest, Reader } from './harvest.ts';
import { untilQuiet } from './quiet.ts';
import { fillLazy, furthest, isLoading, scrollOn, scrollerOf, toTop } from './scroll.ts';

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
/** Rounds in which nothing moved before the end is believed. */
const patience = 3;
/** Rounds without a new item, on a page that goes on for ever or never stands still. */
const maxFruitless = 15;
/** How long the person is waited for where only they can scroll. */
const forUserMs = 15_000;
const whileTheirs = { startMs: 400, stillMs: 60, maxMs: 2_000 };
const aMoment = { startMs: 500, stillMs: 500, maxMs: 500 };
const noEnd: End = { reachedEnd: false, isStoppedByUser: false, isNavigatedAway: false, budgetsHit: [] };

/** Opens the page further, round by round, and harvests each round before rows are recycled (D2). The page is never rewritten. */
export async function unfold(options: UnfoldOptions, into: Harvest): Promise<Unfolded> {
  const { page, reader, url } = options;
  const scroller = scrollerOf(page, reader.adapter, reader.adapter.find(page, url()).at(-1)?.element);
  const startTop = scroller.scrollTop;
  if (mayScroll(options)) await toTop(page, scroller);
  const attention = watchAttention(page);
  try {
    const clicks = noClicks();
    const { end, steps } = await rounds(options, into, attention, clicks);
    const places = end.isNavigatedAway ? [] : reader.adapter.find(page, url());
    return { ...end, steps, closedControls: closedControls(page, reader.adapter, moreKinds, places, clicks) };
  } finally {
    attention.stop();
    scroller.scrollTop = startTop;
  }
}

async function rounds(
  options: UnfoldOptions,
  into: Harvest,
  attention: Attention,
  clicks: Clicks,
): Promise<{ end: End; steps: number }> {
  const { page, reader, budgets, url } = options;
  const startPath = url().pathname;
  const lazyTried = new WeakMap<Element, number>();
  let deadline = Date.now() + budgets.seconds * 1_000;
  let awayMs = 0;
  let [steps, idle, fruitless] = [0, 0, 0];
  for (;;) {
    steps += 1;
    if (url().pathname !== startPath) return { end: { ...noEnd, isNavigatedAway: true }, steps };
    const { added, places } = await harvest(reader, page, url(), into, deadline);
    const isAway = attention.isAway();
    const end = endOf(options, into, deadline, await options.onRound(into, isAway ? 'tab-hidden' : undefined));
    if (end) return { end, steps };
    if (isAway) {
      const began = Date.now();
      await untilQuiet(page, aMoment, () => false);
      awayMs += Date.now() - began;
      // the page's time stands still too, but not for ever
      if (awayMs > budgets.seconds * 1_000) return { end: { ...noEnd, isLeftInBackground: true }, steps };
      deadline += Date.now() - began;
      continue;
    }
    fruitless = added > 0 ? 0 : fruitless + 1;
    const moved = await goOn(options, { places, clicks, lazyTried, attention, isSlow: fruitless > 1 });
    idle = added > 0 || moved ? 0 : idle + 1;
    const isOver = idle >= patience || fruitless >= maxFruitless || (!reader.adapter.unfold.scrolls && !moved);
    if (!isOver) continue;
    if (!(await userGoesOn(options, into, attention))) return { end: { ...noEnd, reachedEnd: true }, steps };
    [idle, fruitless] = [0, 0];
  }
}

function endOf({ budgets }: UnfoldOptions, into: Harvest, deadline: number, isStopped: boolean): End | undefined {
  if (isStopped) return { ...noEnd, isStoppedByUser: true };
  const budgetsHit: End['budgetsHit'] = [];
  if (Date.now() > deadline) budgetsHit.push('time');
  if (into.items.size >= budgets.items) budgetsHit.push('items');
  if (into.bytes > budgets.megabytes * 1_000_000) budgetsHit.push('bytes');
  return budgetsHit.length > 0 ? { ...noEnd, budgetsHit } : undefined;
}

interface Round {
  readonly places: readonly Found[];
  readonly clicks: Clicks;
  readonly lazyTried: WeakMap<Element, number>;
  readonly attention: Attention;
  /** The last rounds brought nothing: a slow network is given longer. */
  readonly isSlow: boolean;
}

/** Opens what is closed, else scrolls on; true when the page moved. */
async function goOn(options: UnfoldOptions, { places, clicks, lazyTried, attention, isSlow }: Round): Promise<boolean> {
  const { page, reader, withReactions, url } = options;
  const { adapter } = reader;
  const clicked = await clickOn(page, adapter, withReactions ? allKinds : textKinds, places, clicks);
  if (clicked.isChanged) return true;
  if (attention.isScrolling()) {
    await untilQuiet(page, whileTheirs, () => isLoading(page, adapter));
    return true; // their scrolling is no end of the page
  }
  if (!mayScroll(options)) return false;
  const filled = await fillLazy(page, adapter, lazyTried);
  if (filled !== undefined) return filled;
  const last = furthest(page, places);
  // rows before the end may still be waiting to be drawn: on while that brings something
  if (isSlow && adapter.isAtEnd?.(page, url())) return false;
  const scrolled = await scrollOn(page, adapter, last, isSlow);
  return scrolled.isFurther || scrolled.isChanged;
}

function mayScroll({ reader, withReactions }: UnfoldOptions): boolean {
  return reader.adapter.unfold.scrolls && withReactions;
}

/** Some pages load more only for a person at the wheel: they are asked, and read along with, until they stop too. */
async function userGoesOn(options: UnfoldOptions, into: Harvest, attention: Attention): Promise<boolean> {
  const { page, reader, displayedReactions = 0, withReactions } = options;
  if (!reader.adapter.unfold.needsUser || !withReactions) return false;
  const reactions = into.items.values().filter(({ kind }) => kind === 'reaction').length;
  if (reactions >= displayedReactions) return false;
  const before = attention.scrolls;
  const until = Date.now() + forUserMs;
  while (Date.now() < until) {
    if (await options.onRound(into, 'scroll-yourself')) return true; // the next round ends it
    if (attention.scrolls > before) return true;
    await untilQuiet(page, aMoment, () => false);
  }
  return false;
}
