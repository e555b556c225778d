/** The rows of a thread as they stand in the page now: posts, notices in the place of posts, and what leads to more. */
import { linksIn } from '../address.ts';
import { all, attribute, children, closest, contains, isShown, one, parent, rawText, tagOf } from '../read.ts';
import { postLink } from './address.ts';
import { selectors } from './selectors.ts';

export type Row =
  /** `indent`: how far to the right it stands; the page can also show a thread as chains, without indents. */
  | { readonly kind: 'item'; readonly element: Element; readonly indent: number }
  /** "Post has been deleted", "Blocked". */
  | { readonly kind: 'notice'; readonly element: Element; readonly indent: number }
  /** "Read 4 more replies": on a page of its own. */
  | { readonly kind: 'elsewhere'; readonly element: Element; readonly indent: number }
  /** Box to write in, buttons, empty space. */
  | { readonly kind: 'aside'; readonly element: Element; readonly indent: number };

/** Pages that were left stay in the document, hidden. */
export function itemsIn(page: Document, selector: string): Element[] {
  return all(page, selector).filter(
    (item) =>
      isShown(item) &&
      !closest(item, `aside, ${selectors.menu}`) &&
      !(parent(item) && closest(parent(item) ?? item, selectors.item)),
  );
}

export function threadRows(page: Document, base: URL): Row[] {
  const items = itemsIn(page, selectors.threadItem);
  const first = items[0];
  if (!first) return [];
  const units = unitsIn(around(first, items.at(-1) ?? first), items);
  const from = units.findIndex((unit) => contains(unit, first));
  return units.slice(from).map((unit) => readRow(unit, items, base));
}

/** The smallest box that holds all of them; of a single one the box in which something else stands beside it. */
function around(first: Element, last: Element): Element {
  const screen = closest(first, selectors.screen);
  for (let box = parent(first); box; box = parent(box)) {
    const isWhole = first === last ? !isAlone(box) : contains(box, last);
    if (isWhole || box === screen || tagOf(box) === 'body') return box;
  }
  return first;
}

function isAlone(box: Element): boolean {
  return children(box).filter((child) => rawText(child).trim() !== '').length < 2;
}

/** The boxes below `root` with at most one post in each, in page order. */
function unitsIn(root: Element, items: readonly Element[]): Element[] {
  const units: Element[] = [];
  let next = 0;
  const look = (element: Element): void => {
    for (const child of children(element)) {
      const from = next;
      while (items[next] && contains(child, items[next] ?? child)) next += 1;
      if (next - from < 2 || items[from] === child) units.push(child);
      else {
        next = from;
        look(child);
      }
    }
  };
  look(root);
  return units;
}

function readRow(unit: Element, items: readonly Element[], base: URL): Row {
  const item = one(unit, selectors.threadItem) ?? (items.includes(unit) ? unit : undefined);
  if (item && items.includes(item)) return { kind: 'item', element: item, indent: indentOf(item, unit) };
  return { kind: kindWithoutItem(unit, base), element: unit, indent: indentBelow(unit) };
}

function kindWithoutItem(unit: Element, base: URL): 'notice' | 'elsewhere' | 'aside' {
  if (linksIn(unit, base).some(({ url }) => postLink(url))) return 'elsewhere';
  if (rawText(unit).trim() === '' || one(unit, `${selectors.buttons}, ${selectors.anyAvatar}, [role="progressbar"], a[href]`))
    return 'aside';
  return 'notice';
}

/** A thread drawn as a tree: one empty box for each step to the right. */
function indentOf(item: Element, unit: Element): number {
  for (let box: Element | null = item; box && box !== unit; box = parent(box)) {
    const up = parent(box);
    const spacers = up ? spacersBefore(box, up) : 0;
    if (spacers > 0) return spacers;
  }
  return 0;
}

function indentBelow(unit: Element): number {
  let box = unit;
  for (let inner = children(box); inner.length > 0; inner = children(box)) {
    const content = inner.find((child) => !isSpacer(child));
    if (!content) return 0;
    const spacers = spacersBefore(content, box);
    if (spacers > 0) return spacers;
    box = content;
  }
  return 0;
}

function spacersBefore(box: Element, up: Element): number {
  const siblings = children(up);
  const before = siblings.slice(0, siblings.indexOf(box));
  return before.length > 0 && before.every((sibling) => isSpacer(sibling) || isOverlay(sibling))
    ? before.filter(isSpacer).length
    : 0;
}

/** Empty, and with a width or a line at its side: a box that glows under the pointer is empty too. */
function isSpacer(box: Element): boolean {
  const style = attribute(box, 'style') ?? '';
  return (
    tagOf(box) === 'div' &&
    children(box).length === 0 &&
    rawText(box).trim() === '' &&
    !isOverlay(box) &&
    /(?:^|[\s;])(?:width|border-(?:left|right)-width|padding-left):/u.test(style)
  );
}

function isOverlay(box: Element): boolean {
  return /position:\s*absolute/u.test(attribute(box, 'style') ?? '');
}
