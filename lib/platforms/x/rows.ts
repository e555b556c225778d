/** The rows of a timeline as X has them in the page now: a list that is recycled while scrolling. */
import { linksIn } from '../address.ts';
import { all, children, closest, contains, isShown, matches, one, parent, rawText } from '../read.ts';
import { around } from '../tree.ts';
import { postLink } from './address.ts';
import { namesIn, permalinkOf } from './article.ts';
import type { Permalink } from './article.ts';
import { selectors } from './selectors.ts';

export type Row =
  | { readonly kind: 'item'; readonly cell: Element; readonly article: Element; readonly link: Permalink }
  /** Empty row: X ends each chain of replies with one. */
  | { readonly kind: 'gap'; readonly cell: Element }
  /** A row with a button: more replies are behind it. */
  | { readonly kind: 'control'; readonly cell: Element }
  /** "This post was deleted", "… is unavailable". */
  | { readonly kind: 'notice'; readonly cell: Element }
  /** A link to a reaction's own page: answers to it that are not shown here. */
  | { readonly kind: 'elsewhere'; readonly cell: Element }
  /** Advertisements, suggestions of accounts, spinners. */
  | { readonly kind: 'aside'; readonly cell: Element };
export type ItemRow = Extract<Row, { kind: 'item' }>;

/** Where the conversation or timeline stands: the picture viewer goes before the page under it. */
function scopeOf(page: Document, id: string | undefined): Document | Element {
  const isHere = (place: Element) =>
    id !== undefined && one(place, `a[href*="/status/${id}"] time, a[href*="/article/${id}"] time`);
  const dialog = id === undefined ? undefined : all(page, selectors.dialog).find(isHere);
  return dialog ?? one(page, selectors.column) ?? page;
}

/** All rows up to the end of the timeline. On a post's page a second section or heading starts "Discover more" (seen July 2026). */
export function readRows(page: Document, base: URL, postId: string | undefined): { rows: Row[]; hasEnd: boolean } {
  const scope = scopeOf(page, postId);
  const rows: Row[] = [];
  for (const element of all(scope, selectors.rows)) {
    const isCell = rawIsCell(element);
    if (!isCell && (rows.length === 0 || closest(element, selectors.article))) continue;
    if (!isCell || isHeading(element)) {
      if (postId !== undefined && rows.length > 0) return { rows, hasEnd: true };
      if (!isCell) continue;
    }
    rows.push(readRow(element, base, postId));
  }
  return rows.length > 0 ? { rows, hasEnd: false } : withoutCells(scope, base, postId);
}

/** Until early 2022 rows had no test id: they are what stands beside each other around the posts. */
function withoutCells(scope: Document | Element, base: URL, postId: string | undefined): { rows: Row[]; hasEnd: boolean } {
  const rows: Row[] = [];
  for (const element of oldCells(scope, postId)) {
    if (postId !== undefined && rows.length > 0 && isHeading(element)) return { rows, hasEnd: true };
    rows.push(readRow(element, base, postId));
  }
  return { rows, hasEnd: false };
}

function oldCells(scope: Document | Element, postId: string | undefined): Element[] {
  const articles = all(scope, selectors.article);
  const [first, second] = articles.filter((article) => !closest(parent(article) ?? article, selectors.article));
  if (!first) return postId === undefined ? [] : longReads(scope);
  if (!second) return [first];
  const list = around(first, second);
  return list ? children(list) : [];
}

/** A long article on its own page: what holds its text and its author. */
function longReads(scope: Document | Element): Element[] {
  for (let box = one(scope, selectors.longRead) ?? null; box; box = parent(box)) {
    if (one(box, selectors.names)) return [box];
    if (matches(box, selectors.column)) break;
  }
  return [];
}

function rawIsCell(element: Element): boolean {
  return matches(element, selectors.cell);
}

function isHeading(cell: Element): boolean {
  const heading = one(cell, 'h2, [role="heading"]');
  return heading !== undefined && !contains(one(cell, selectors.article), heading);
}

function readRow(cell: Element, base: URL, postId: string | undefined): Row {
  const article = matches(cell, selectors.article) ? cell : (one(cell, selectors.article) ?? longRead(cell));
  if (!article) return { kind: kindWithoutArticle(cell, base), cell };
  if (!isShown(cell)) return { kind: 'aside', cell };
  const link = permalinkOf(article, base);
  // the post of the page itself can be running as an advertisement
  if (closest(article, selectors.promoted) && (!link || link.id !== postId)) return { kind: 'aside', cell };
  if (link) return { kind: 'item', cell, article, link };
  return { kind: namesIn(article).length > 0 ? 'aside' : 'notice', cell };
}

function longRead(cell: Element): Element | undefined {
  return one(cell, selectors.longRead) && cell;
}

function kindWithoutArticle(cell: Element, base: URL): 'gap' | 'control' | 'notice' | 'elsewhere' | 'aside' {
  if (one(cell, '[data-testid="UserCell"], [role="progressbar"], [role="heading"], h2')) return 'aside';
  if (one(cell, selectors.buttons)) return 'control';
  if (rawText(cell).trim() === '') return 'gap';
  if (linksIn(cell, base).some(({ url }) => postLink(url)?.rest === '')) return 'elsewhere';
  // who can reply is said in a box with a drawing; what is gone, in words alone
  return one(cell, 'a[href^="/"], svg') ? 'aside' : 'notice';
}
