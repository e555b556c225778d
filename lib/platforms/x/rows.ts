/** The rows of a timeline as X has them in the page now: a list that is recycled while scrolling. */
import { all, closest, contains, isShown, matches, one, rawText } from '../read.ts';
import { permalinkOf } from './article.ts';
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
  const rows: Row[] = [];
  for (const element of all(scopeOf(page, postId), selectors.rows)) {
    const isCell = rawIsCell(element);
    if (!isCell && (rows.length === 0 || closest(element, selectors.article))) continue;
    if (!isCell || isHeading(element)) {
      if (postId !== undefined && rows.length > 0) return { rows, hasEnd: true };
      if (!isCell) continue;
    }
    rows.push(readRow(element, base));
  }
  return { rows, hasEnd: false };
}

function rawIsCell(element: Element): boolean {
  return matches(element, selectors.cell);
}

function isHeading(cell: Element): boolean {
  const heading = one(cell, 'h2, [role="heading"]');
  return heading !== undefined && !contains(one(cell, selectors.article), heading);
}

function readRow(cell: Element, base: URL): Row {
  const article = one(cell, selectors.article);
  if (!article) return { kind: kindWithoutArticle(cell), cell };
  if (closest(article, selectors.promoted) || !isShown(cell)) return { kind: 'aside', cell };
  const link = permalinkOf(article, base);
  if (link) return { kind: 'item', cell, article, link };
  return { kind: one(article, selectors.names) ? 'aside' : 'notice', cell };
}

function kindWithoutArticle(cell: Element): 'gap' | 'control' | 'notice' | 'aside' {
  if (one(cell, '[data-testid="UserCell"], [role="progressbar"], [role="heading"], h2')) return 'aside';
  if (one(cell, selectors.buttons)) return 'control';
  if (rawText(cell).trim() === '') return 'gap';
  return one(cell, 'a[href^="/"]') ? 'aside' : 'notice';
}
