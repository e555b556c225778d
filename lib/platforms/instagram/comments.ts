/** The comments that are in the page now, each with its row, and which comment it answers. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Found } from '../adapter.ts';
import { all, attribute, children, closest, contains, isShown, one, parent } from '../read.ts';
import { labelText } from '../text.ts';
import { around, depthOf, isBefore } from '../tree.ts';
import { commentLink, profileHandle } from './address.ts';
import { selectors } from './selectors.ts';

export interface CommentPlace {
  readonly id: string;
  readonly row: Element;
  /** Around its time; absent where the comment has no address (only a picture). */
  readonly link?: LinkHere;
  /** The comment it stands under. */
  readonly parent?: string;
}

/** What `isShown` looks for; mostly there is none, and it need not be asked a thousand times. */
const hidden = '[hidden], [inert], [style*="display: none"], [style*="display:none"]';

/** In page order; the same comment can stand there twice, and each of its rows belongs to it. */
export function commentsIn(place: Element, base: URL, code: string): CommentPlace[] {
  const hasHidden = one(place, hidden) !== undefined;
  const addressed = linksIn(place, base, selectors.comment).flatMap((link): CommentPlace[] => {
    const address = commentLink(link.url);
    if (address?.code !== code || !one(link.element, 'time') || (hasHidden && !isShown(link.element))) return [];
    const { id, parent: above } = address;
    return [{ id, row: rowOf(link.element, place), link, ...(above !== undefined && { parent: above }) }];
  });
  const nested = addressed.some((comment) => comment.parent !== undefined) ? addressed : withParents(addressed);
  return withPictures(nested, base);
}

/** The smallest box with the writer's picture beside the text, as long as it is the only comment in it. */
function rowOf(link: Element, place: Element): Element {
  const known = rows.get(link);
  if (known && contains(known, link) && contains(place, known)) return known;
  const row = climb(link, place);
  if (row !== link) rows.set(link, row);
  return row;
}

/** The same rows are asked for again and again while more comments come. */
const rows = new WeakMap<Element, Element>();

function climb(link: Element, place: Element): Element {
  let row = link;
  for (let box = parent(link); box && box !== place; box = parent(box)) {
    if (all(box, selectors.comment).some((other) => other !== link && one(other, 'time') && !contains(link, other))) break;
    row = box;
    if (one(box, selectors.avatar)) break;
  }
  return row;
}

/** Until 2026 the addresses did not tell: answers stand deeper, in a list of their own beside the comment. */
function withParents(comments: readonly CommentPlace[]): CommentPlace[] {
  const depths = comments.map(({ link, row }) => depthOf(link?.element ?? row));
  const top = Math.min(...depths);
  let above: CommentPlace | undefined;
  return comments.map((comment, index) => {
    const list = closest(comment.row, 'ul');
    const isAnswer = above !== undefined && depths[index] !== top && list !== undefined && !contains(list, above.row);
    if (!isAnswer || !above) {
      above = comment;
      return comment;
    }
    return { ...comment, parent: above.id };
  });
}

/** Comments that are only a picture have no address: rows like the others between the others. */
function withPictures(comments: readonly CommentPlace[], base: URL): CommentPlace[] {
  const groups = Map.groupBy(comments, ({ parent: above }) => above);
  const found = [...groups].flatMap(([above, [first, second]]) => {
    const list = first && second && around(first.row, second.row);
    const others = list ? children(list).filter((row) => isBare(row, base)) : [];
    return others.map((row): CommentPlace => ({ id: bareId(row, base), row, ...(above !== undefined && { parent: above }) }));
  });
  if (found.length === 0) return [...comments];
  const seen = new Map<string, number>();
  const distinct = found.map((comment) => {
    const times = (seen.get(comment.id) ?? 0) + 1;
    seen.set(comment.id, times);
    return times === 1 ? comment : { ...comment, id: `${comment.id}-${times}` };
  });
  return [...comments, ...distinct].toSorted((a, b) => (isBefore(a.row, b.row) ? -1 : 1));
}

function isBare(row: Element, base: URL): boolean {
  if (one(row, `${selectors.comment}, ${selectors.composer}`) || !isShown(row)) return false;
  const handles = linksIn(row, base).flatMap(({ url }) => profileHandle(url) ?? []);
  const isOfOne = handles.length > 1 && new Set(handles.slice(0, 2)).size === 1;
  return (
    isOfOne &&
    one(row, selectors.avatar) !== undefined &&
    all(row, 'img').some((image) => !closest(image, 'a[href], [role="link"]'))
  );
}

/** Made of who and what, so that the same comment has the same id when it is read again; says neither. */
function bareId(row: Element, base: URL): string {
  const who = linksIn(row, base).flatMap(({ url }) => profileHandle(url) ?? [])[0] ?? '';
  const what = all(row, 'img').map((image) => attribute(image, 'src')?.split('?')[0] ?? '');
  let hash = 2_166_136_261;
  for (const character of [who, ...what, labelText(row)].join('\n'))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return `zonder-adres-${hash.toString(16)}`;
}

export function answers(comment: CommentPlace, code: string): NonNullable<Found['parent']> {
  return { id: comment.parent ?? code, method: 'markup' };
}
