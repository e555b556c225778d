/** Who is answered. The address of an answer names the top of its conversation only; below that the place on the page tells. */
import type { Found } from '../adapter.ts';
import { attribute, closest, parent } from '../read.ts';
import { depthOf } from '../tree.ts';
import type { Comment } from './scope.ts';
import { selectors } from './selectors.ts';

type Parent = NonNullable<Found['parent']>;

/** Boxes around a comment: an answer stands at least so much deeper than what it answers. One more box can be a highlight. */
const deeperBy = 2;
/** In pixels; what is drawn as an answer is set in by more. */
const setInBy = 8;

/** Parents of all comments, by element. Never guessed: an answer whose conversation is not in the page hangs on the post. */
export function parentsOf(comments: readonly Comment[], postId: string): Map<Element, Parent> {
  const byElement = new Map(comments.map((comment) => [comment.element, comment]));
  const conversations = new Map<string, Comment[]>();
  const parents = new Map<Element, Parent>();
  let last: string | undefined;
  for (const comment of comments) {
    const { id, root, isPermalink } = comment.link;
    const card = cardAround(comment.element, byElement);
    if (card) parents.set(comment.element, { id: card.link.id, method: 'markup' });
    else if (root === undefined && isPermalink) last = id;
    const top = root ?? (isPermalink || card ? id : (last ?? id));
    const members = conversations.get(top) ?? [];
    if (members.length === 0) conversations.set(top, members);
    members.push(comment);
  }
  for (const [top, members] of conversations) {
    const above = aboveEach(members);
    members.forEach((comment, index) => {
      if (parents.has(comment.element)) return;
      const hasRoot = members.slice(0, index).some(({ link }) => link.id === top);
      parents.set(comment.element, answered(comment, { top, hasRoot, above: above[index] }, postId));
    });
  }
  return parents;
}

/** In a card an answer stands inside the comment it answers. */
function cardAround(element: Element, comments: ReadonlyMap<Element, Comment>): Comment | undefined {
  for (let up = parent(element); up; up = parent(up)) {
    const article = closest(up, selectors.article);
    const comment = article && comments.get(article);
    if (comment || !article) return comment;
    up = article;
  }
  return undefined;
}

interface Conversation {
  readonly top: string;
  readonly hasRoot: boolean;
  readonly above: Comment | undefined;
}

function answered({ link }: Comment, { top, hasRoot, above }: Conversation, postId: string): Parent {
  if (link.id === top) return { id: postId, method: link.isPermalink ? 'markup' : 'position' };
  if (above && (above.link.id !== top || link.root === undefined)) return { id: above.link.id, method: 'chain' };
  if (hasRoot && link.root !== undefined) return { id: top, method: 'markup' };
  return { id: postId, method: 'position' };
}

/**
 * The nearest one before each that stands less deep. Boxes tell depth without anything being drawn; where all stand equally
 * deep, how far they are set in does.
 */
function aboveEach(members: readonly Comment[]): (Comment | undefined)[] {
  if (members.length < 3 && members[1]?.link.root !== undefined) return [undefined, members[0]];
  const boxes = members.map(({ element }) => depthOf(element));
  const hasBoxes = boxes.some((count) => Math.abs(count - (boxes[0] ?? 0)) >= deeperBy);
  const depths = hasBoxes ? boxes : members.map(({ element }) => setIn(element));
  const step = hasBoxes ? deeperBy : setInBy;
  const open: number[] = [];
  return members.map((_, index) => {
    const depth = depths[index] ?? 0;
    for (let top = open.at(-1); top !== undefined && depth - (depths[top] ?? 0) < step; top = open.at(-1)) open.pop();
    const above = open.at(-1);
    open.push(index);
    return above === undefined ? undefined : members[above];
  });
}

function setIn(element: Element): number {
  const { left, right } = Element.prototype.getBoundingClientRect.call(element);
  return attribute(closest(element, '[dir="rtl"], [dir="ltr"]'), 'dir') === 'rtl' ? -right : left;
}
