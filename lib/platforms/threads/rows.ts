/** The posts in the page now, in page order, and the blocks they stand in. */
import { linksIn } from '../address.ts';
import { all, children, closest, contains, isShown, matches, one, parent, rawText } from '../read.ts';
import { isBefore } from '../tree.ts';
import { postLink, readAddress } from './address.ts';
import { selectors } from './selectors.ts';

export interface PostRow {
  readonly element: Element;
  readonly handle: string;
  readonly code: string;
  readonly url: URL;
  /** The link around its moment. */
  readonly link: Element;
}

export interface Rows {
  readonly posts: readonly PostRow[];
  readonly scope: Element | Document;
  /** Posts that are a notice only: deleted, or hidden from this reader. */
  readonly notices: number;
  /** Other people's posts begin below. */
  readonly hasEnd: boolean;
}

export function readRows(page: Document, base: URL): Rows {
  const { kind, code } = readAddress(base);
  const scope = scopeOf(page, base, code);
  const boxes = all(scope, selectors.post).filter((box) => !closest(parent(box) ?? box, selectors.post) && isShown(box));
  const found = boxes.map((box) => permalinkOf(box, base));
  const posts = found.filter((row) => row !== undefined);
  const notices = boxes.filter((box, index) => !found[index] && isNotice(box)).length;
  if (kind !== 'post' || code === undefined) return { posts, scope, notices, hasEnd: false };
  const inside = conversation(posts, scope, code);
  return { posts: inside, scope, notices, hasEnd: inside.length < posts.length && !isFoldedBelow(inside.at(-1), scope) };
}

/** Blocks out of sight are empty: there is more between the last post in the page and the strangers. */
function isFoldedBelow(last: PostRow | undefined, scope: Element | Document): boolean {
  const list = last && listOf(last.element);
  return all(scope, `${selectors.block}, ${selectors.row}`).some(
    (place) =>
      rawText(place).trim() === '' &&
      (last === undefined || isBefore(last.element, place)) &&
      (matches(place, selectors.block) || (list !== undefined && parent(place) === list)),
  );
}

/** Pages the employee came from stay in the document, hidden; columns can stand beside each other. */
function scopeOf(page: Document, base: URL, code: string | undefined): Element | Document {
  const places = [...all(page, selectors.column), ...all(page, selectors.layout)].filter(isShown);
  const isHere = (place: Element) =>
    code === undefined
      ? one(place, selectors.post) !== undefined
      : linksIn(place, base, `a[href*="/post/${code}"]`).some(({ element }) => one(element, 'time'));
  return places.find(isHere) ?? places[0] ?? page;
}

/** The post's own address stands around its moment; what it quotes has one too. */
function permalinkOf(box: Element, base: URL): PostRow | undefined {
  for (const { element, url } of linksIn(box, base, 'a[href*="/post/"]')) {
    const post = postLink(url);
    if (!post || !one(element, 'time') || closest(element, selectors.post) !== box) continue;
    return { element: box, handle: post.handle, code: post.code, url, link: element };
  }
  return undefined;
}

/** Words without a writer. Suggested accounts have links. */
function isNotice(box: Element): boolean {
  return !one(box, `a[href], ${selectors.composer}`) && rawText(box).trim() !== '';
}

/** Without "related threads": those stand outside the blocks, or in another list, or under a heading of their own. */
function conversation(posts: readonly PostRow[], scope: Element | Document, code: string): PostRow[] {
  const focal = posts.find((row) => row.code === code)?.element;
  const top = focal ?? emptiedTop(scope);
  if (!top || closest(top, selectors.block)) return posts.filter(({ element }) => closest(element, selectors.block));
  const list = listOf(top);
  const headings = all(scope, 'h1, h2, h3, [role="heading"]').filter(
    (heading) => isBefore(top, heading) && !contains(top, heading) && !closest(heading, selectors.post),
  );
  return posts.filter(
    ({ element }) => (!list || listOf(element) === list) && !headings.some((heading) => isBefore(heading, element)),
  );
}

/** Where the post itself stood, on a page without blocks: its row was emptied when it went out of sight. */
function emptiedTop(scope: Element | Document): Element | undefined {
  if (one(scope, selectors.block)) return undefined;
  const first = one(scope, selectors.row);
  return first && rawText(first).trim() === '' ? first : undefined;
}

function listOf(element: Element): Element | undefined {
  const row = closest(element, selectors.row);
  return (row && parent(row)) ?? undefined;
}

export function focalRow({ posts }: Rows, base: URL): PostRow | undefined {
  const { code, handle } = readAddress(base);
  return code === undefined ? posts.find((row) => isBy(row, handle ?? '')) : posts.find((row) => row.code === code);
}

export function isBy({ handle }: PostRow, other: string): boolean {
  return handle.toLowerCase() === other.toLowerCase();
}

/** The quoted post: a post within the post. */
export function quoteIn(box: Element): Element | undefined {
  return one(box, selectors.post);
}

/** A line from this picture down to the next one: an empty box beside the post's parts. */
export function hasLineDown(box: Element): boolean {
  const parts = [box, ...children(box), ...children(box).flatMap(children)].flatMap(children);
  return parts.some(
    (part) =>
      matches(part, 'div') &&
      rawText(part).trim() === '' &&
      !one(part, 'img, svg, video, a, [role="button"], canvas') &&
      isLine(part),
  );
}

/** Empty wrappers are everywhere; a line is one empty box in another, beside the writer's picture. */
function isLine(part: Element): boolean {
  const [inner, more] = children(part);
  const beside = parent(part);
  return (
    inner !== undefined &&
    more === undefined &&
    children(inner).length === 0 &&
    beside !== null &&
    children(beside).some((sibling) => sibling !== part && one(sibling, 'a[href^="/@"] img, a[href*="/@"] img') !== undefined)
  );
}
