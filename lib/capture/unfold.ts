import type { Adapter, Found } from '../platforms/adapter.ts';
import { findControls, isSafe } from './controls.ts';
import type { FoundControl } from './controls.ts';
import { all, first, isIn, rootOf } from './dom.ts';
import { harvest } from './harvest.ts';
import type { Harvest, Reader } from './harvest.ts';
import { untilQuiet } from './quiet.ts';

export interface UnfoldOptions {
  readonly page: Document;
  /** The page's address now; it changes when the page navigates itself. */
  readonly url: () => URL;
  readonly reader: Reader;
  readonly budgets: { readonly seconds: number; readonly items: number; readonly megabytes: number };
  /** Whether reactions are kept; otherwise only shortened texts are opened. */
  readonly withReactions: boolean;
  /** Called every round with the numbers; says whether the user wants to stop. */
  readonly onRound: (harvested: Harvest) => Promise<boolean>;
}

export interface Unfolded {
  readonly reachedEnd: boolean;
  readonly isStoppedByUser: boolean;
  readonly isNavigatedAway: boolean;
  readonly budgetsHit: ('time' | 'items' | 'bytes')[];
  readonly steps: number;
  readonly closedControls: { kind: string; count: number }[];
}

const afterClick = { startMs: 900, stillMs: 120, maxMs: 10_000 };
const afterScroll = { startMs: 250, stillMs: 60, maxMs: 8_000 };
const textKinds = new Set(['more-text', 'show-sensitive'] as const);
const allKinds = new Set(['more-text', 'show-sensitive', 'more-replies', 'more-reactions'] as const);
/** Rounds without anything new before the end is believed. */
const patience = 3;
/** A control that does nothing is left alone after this many clicks. */
const maxClicksEach = 2;

type End = Pick<Unfolded, 'reachedEnd' | 'isStoppedByUser' | 'isNavigatedAway' | 'budgetsHit'>;
const noEnd: End = { reachedEnd: false, isStoppedByUser: false, isNavigatedAway: false, budgetsHit: [] };

/** Opens the page further, round by round, and harvests each round before rows are recycled (D2). The page is never rewritten. */
export async function unfold(options: UnfoldOptions, into: Harvest): Promise<Unfolded> {
  const { page, reader } = options;
  const scroller = scrollerOf(page, reader.adapter);
  const startedAt = Date.now();
  const startTop = scroller.scrollTop;
  const startPath = options.url().pathname;
  const clicks = new Map<string, number>();
  let end: End | undefined;
  let idle = 0;
  let steps = 0;
  while (!end) {
    steps++;
    if (options.url().pathname !== startPath) {
      end = { ...noEnd, isNavigatedAway: true };
      break;
    }
    const added = await harvest(reader, page, options.url(), into);
    const isStopped = await options.onRound(into);
    end = endOf(options, into, startedAt, isStopped);
    if (end) break;
    const moved = (await clickOn(options, clicks)) || (await scrollOn(options, scroller));
    idle = added > 0 || moved ? 0 : idle + 1;
    if (idle >= patience || (!reader.adapter.unfold.scrolls && !moved)) end = { ...noEnd, reachedEnd: true };
  }
  scroller.scrollTop = startTop;
  return { ...end, steps, closedControls: countControls(page, reader.adapter) };
}

function endOf({ budgets }: UnfoldOptions, into: Harvest, startedAt: number, isStopped: boolean): End | undefined {
  if (isStopped) return { ...noEnd, isStoppedByUser: true };
  const budgetsHit: Unfolded['budgetsHit'] = [];
  if (Date.now() - startedAt > budgets.seconds * 1_000) budgetsHit.push('time');
  if (into.items.size >= budgets.items) budgetsHit.push('items');
  if (into.bytes > budgets.megabytes * 1_000_000) budgetsHit.push('bytes');
  return budgetsHit.length > 0 ? { ...noEnd, budgetsHit } : undefined;
}

/** Clicks the controls that have not proved to do nothing, then waits once; true when the page changed. */
async function clickOn({ page, reader, withReactions, url }: UnfoldOptions, clicks: Map<string, number>): Promise<boolean> {
  const found = findControls(page, reader.adapter.unfold, withReactions ? allKinds : textKinds);
  if (found.length === 0) return false;
  const places = reader.adapter.find(page, url());
  const waiting = found.map((control) => ({ control, key: signature(control, places), words: control.element.textContent }));
  const fresh = waiting.filter(({ key }) => (clicks.get(key) ?? 0) < maxClicksEach);
  if (fresh.length === 0) return false;
  const isChanged = untilQuiet(page, afterClick, () => isLoading(page, reader.adapter));
  for (const { control, key, words } of fresh) {
    // the click before may have given this node to another row
    if (!isIn(page, control.element) || control.element.textContent !== words || !isSafe(control.element, reader.adapter.unfold))
      continue;
    clicks.set(key, (clicks.get(key) ?? 0) + 1);
    control.element.click();
  }
  return isChanged;
}

/** Nodes are recycled, so a control is known by what it says and the item it stands in or behind. */
function signature({ kind, element }: FoundControl, places: readonly Found[]): string {
  const before = places.findLast((place) => isBefore(place.element, element));
  return `${kind}|${before?.id ?? ''}|${(element.textContent ?? '').trim().slice(0, 80)}`;
}

function isBefore(place: Element, element: Element): boolean {
  return place.contains(element) || (place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Brings the last item now in the page to the top, so that no row is skipped; true when there was still a way to go. */
async function scrollOn({ page, reader, url, withReactions }: UnfoldOptions, scroller: Element): Promise<boolean> {
  if (!reader.adapter.unfold.scrolls || !withReactions || reader.adapter.isAtEnd?.(page, url())) return false;
  const last = reader.adapter.find(page, url()).at(-1)?.element;
  const before = scroller.scrollTop;
  const quiet = untilQuiet(page, afterScroll, () => isLoading(page, reader.adapter));
  if (last && isIn(page, last)) last.scrollIntoView({ block: 'start' });
  if (scroller.scrollTop <= before) scroller.scrollTop = before + Math.max(200, scroller.clientHeight * 0.8);
  const changed = await quiet;
  return changed || scroller.scrollTop > before + 1;
}

function isLoading(page: Document, adapter: Adapter): boolean {
  return (
    adapter.unfold.loading !== undefined && all(page, adapter.unfold.loading).some((element) => element.getClientRects().length > 0)
  );
}

function scrollerOf(page: Document, adapter: Adapter): Element {
  const named = adapter.unfold.scrollers?.flatMap((selector) => first(page, selector) ?? [])[0];
  return named ?? page.scrollingElement ?? rootOf(page);
}

function countControls(page: Document, { unfold: plan }: Adapter): { kind: string; count: number }[] {
  const found = findControls(page, plan, allKinds);
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, count: found.filter((control) => control.kind === kind).length }));
}
