import type { Found } from '../adapter.ts';
import { all, attribute, children, matches, nextElement, one, parent, previousElement, rawText } from '../read.ts';
import { profileHandle, readAddress } from './address.ts';
import { canShowMore, contextOf, isOfPage, quoteOf, replyLinks } from './article.ts';
import { readRows } from './rows.ts';
import type { ItemRow, Row } from './rows.ts';
import { selectors } from './selectors.ts';

type Parent = NonNullable<Found['parent']>;

export function find(page: Document, url: URL): Found[] {
  const address = readAddress(url);
  if (address.kind === 'profile' && address.handle) return findOnProfile(page, url, address.handle);
  return address.kind === 'post' && address.id ? findInConversation(page, url, address.id) : [];
}

/** On "replies" tabs others' posts stand above the account's answers; a repost has the account's name on top. */
function findOnProfile(page: Document, url: URL, handle: string): Found[] {
  const items = readRows(page, url, undefined).rows.filter((row) => row.kind === 'item');
  return items.map((row) => found(row, isBy(row, handle) || isRepost(row, url) ? 'post' : 'reaction', undefined));
}

function isRepost({ article }: ItemRow, url: URL): boolean {
  const context = contextOf(article, quoteOf(article), url);
  return context?.handle !== undefined && isOfPage(context.handle, url);
}

/** The post itself; above it what it answers (the account's own: posts); below it the reactions, the account's own too. */
function findInConversation(page: Document, url: URL, id: string): Found[] {
  const { rows } = readRows(page, url, id);
  const focal = focalRow(rows, id);
  if (!focal) return findWithoutFocal(rows, id, url);
  const handle = focal.link.handle;
  const chain = chains(rows, focal, url);
  const at = rows.indexOf(focal);
  return rows.flatMap((row, index) => {
    if (row.kind !== 'item') return [];
    const kind = row === focal || (index < at && isBy(row, handle)) ? 'post' : 'reaction';
    const fallback: Parent | undefined = index > at ? { id: focal.link.id, method: 'position' } : undefined;
    return [found(row, kind, answersOf(row, chain, fallback))];
  });
}

export function focalRow(rows: readonly Row[], id: string): ItemRow | undefined {
  const items = rows.filter((row) => row.kind === 'item');
  return items.find(({ link }) => link.id === id) ?? items.find(({ article }) => attribute(article, 'tabindex') === '-1');
}

/**
 * Scrolled past the post: its row has been recycled. An answer is younger than what it answers, and ids hold time, so older
 * ones here are no answers.
 */
function findWithoutFocal(rows: readonly Row[], id: string, url: URL): Found[] {
  const chain = chains(rows, undefined, url);
  return rows.flatMap((row) => {
    if (row.kind !== 'item' || BigInt(row.link.id) <= BigInt(id)) return [];
    return [found(row, 'reaction', answersOf(row, chain, { id, method: 'position' }))];
  });
}

/**
 * What each row answers where the page shows a chain: a line between the avatars, or, where X draws no lines at all, no
 * empty row in between. `undefined` as a value: in a chain, but the row before it is not in the page.
 */
function chains(rows: readonly Row[], focal: ItemRow | undefined, url: URL): Map<ItemRow, Parent | undefined> {
  const parents = new Map<ItemRow, Parent | undefined>();
  const items = rows.filter((row) => row.kind === 'item');
  const hasLines = items.some(({ article }) => hasLineDown(article));
  const hasGaps = rows.some(({ kind }, index) => kind === 'gap' && index < rows.length - 1);
  const isLinked = (above: ItemRow, below: ItemRow) =>
    hasLines ? hasLineDown(above.article) || hasLineUp(below.article) : hasGaps;
  let run: ItemRow[] = [];
  let isAbove = focal !== undefined;
  for (const row of rows) {
    if (row.kind !== 'item') {
      run = [];
      continue;
    }
    const above = run.at(-1);
    if (above && above !== focal && (isAbove || isLinked(above, row))) parents.set(row, answered(row, run, focal, url));
    else run = [];
    if (!above && !isAbove && hasLineUp(row.article)) parents.set(row, undefined);
    if (row === focal) isAbove = false;
    run.push(row);
  }
  return parents;
}

/** In a chain mostly the row before; the reply line can name another account of the same chain. */
function answered(row: ItemRow, run: readonly ItemRow[], focal: ItemRow | undefined, url: URL): Parent | undefined {
  const first = replyLinks(row.article, quoteOf(row.article), url)[0];
  const handle = first && profileHandle(first.url);
  const named = handle ? run.findLast((earlier) => isBy(earlier, handle)) : undefined;
  if (handle && !named && focal && isBy(focal, handle)) return { id: focal.link.id, method: 'position' };
  const target = named ?? run.at(-1);
  return target && { id: target.link.id, method: 'chain' };
}

function isBy({ link }: ItemRow, handle: string): boolean {
  return link.handle.toLowerCase() === handle.toLowerCase();
}

/** Under the avatar: an empty box that fills the height. */
function hasLineDown(article: Element): boolean {
  const avatar = one(article, selectors.avatar);
  const below = avatar && nextElement(avatar);
  return below !== undefined && below !== null && rawText(below).trim() === '' && !one(below, 'svg, img');
}

/** Above the avatar: a first column with one empty box, where otherwise "pinned" or "reposted" stands alone. */
function hasLineUp(article: Element): boolean {
  const avatar = one(article, selectors.avatar);
  const column = avatar && parent(avatar);
  const above = column ? previousElement(parent(column) ?? column) : null;
  return above !== null && [above, ...all(above, 'div')].some(startsWithLine);
}

function startsWithLine(row: Element): boolean {
  const [column, rest, more] = children(row);
  if (!column || !rest || more) return false;
  const [line, second] = children(column);
  return (
    line !== undefined &&
    second === undefined &&
    children(line).length === 0 &&
    rawText(column).trim() === '' &&
    matches(line, 'div')
  );
}

/** In a chain whose row above is not in the page, the order of the thread will tell. */
function answersOf(row: ItemRow, chain: ReadonlyMap<ItemRow, Parent | undefined>, fallback: Parent | undefined) {
  if (!chain.has(row)) return fallback && { parent: fallback };
  const answers = chain.get(row);
  return answers ? { parent: answers } : { isUnderAbove: true as const };
}

function found(
  { article, link }: ItemRow,
  kind: Found['kind'],
  answers: Pick<Found, 'parent' | 'isUnderAbove'> | undefined,
): Found {
  return { kind, id: link.id, element: article, ...(canShowMore(article) && { isTruncated: true }), ...answers };
}
