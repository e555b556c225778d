/** The reactions as the page has them now: threads, answers below them, and on newer pages threads within threads. */
import { resolve } from '../address.ts';
import type { Found } from '../adapter.ts';
import { all, attribute, closest, contains, isShown, one, parent } from '../read.ts';
import { commentOf } from './address.ts';
import { selectors } from './selectors.ts';

export interface CommentHere {
  readonly element: Element;
  readonly id: string;
  /** The reaction it stands under; absent: it answers the video itself. */
  readonly under?: string;
  /** The video or post it is on, by its own address. */
  readonly post?: string;
}

/** All of them in page order, also those in folded answers; not of another video that is still in the page. */
export function commentsIn(page: Document, url: URL, postId: string | undefined): CommentHere[] {
  const ids = new Map<Element, string>();
  const isOpen = new Map<Element, boolean>();
  const here = all(page, selectors.comment).flatMap((element) => {
    const root = closest(element, selectors.comments);
    if (root && !isOpen.has(root)) isOpen.set(root, isShown(root));
    if ((root && !isOpen.get(root)) || attribute(element, 'hidden') !== undefined) return [];
    const own = addressOf(element, url);
    if (!own) return [];
    const { thread, isAnswer } = placeOf(element);
    if (thread && !isAnswer && !ids.has(thread)) ids.set(thread, own.id);
    const above = isAnswer ? thread : threadAround(thread);
    const under = (above && ids.get(above)) ?? own.root;
    return [{ element, id: own.id, ...(under && under !== own.id && { under }), ...(own.post && { post: own.post }) }];
  });
  const isOfThis = ({ post }: CommentHere) => post === undefined || post === postId;
  return here.some(({ post }) => post !== undefined && post === postId) ? here.filter(isOfThis) : here;
}

type Address = ReturnType<typeof commentOf>;
/** The page is looked over in every round, and grows to thousands of reactions; what an address says stays the same. */
const known = new WeakMap<Element, { readonly link: Element; readonly raw: string; readonly address: Address }>();

/** Its address is the link around its time. */
function addressOf(comment: Element, url: URL): Address {
  const before = known.get(comment);
  if (before && attribute(before.link, 'href') === before.raw && contains(comment, before.link)) return before.address;
  const link = one(comment, selectors.permalink) ?? one(comment, 'a[href*="lc="]');
  const raw = attribute(link, 'href');
  if (!link || !raw) return undefined;
  const resolved = resolve(raw, url);
  const address = resolved && commentOf(resolved);
  known.set(comment, { link, raw, address });
  return address;
}

/** A thread's own reaction stands in it; its answers stand in a box of their own in the same thread. */
function placeOf(comment: Element): { thread: Element | undefined; isAnswer: boolean } {
  const thread = closest(comment, selectors.thread);
  const nearest = closest(comment, `${selectors.thread}, ${selectors.replies}`);
  return { thread, isAnswer: nearest !== undefined && nearest !== thread };
}

function threadAround(thread: Element | undefined): Element | undefined {
  const outer = thread && parent(thread);
  return outer ? closest(outer, selectors.thread) : undefined;
}

/** "Comment deleted", "held for review": the place is there, what was said is not. */
export function removedIn(page: Document): number {
  return all(page, `${selectors.thread} ${selectors.removed.split(', ').join(`, ${selectors.thread} `)}`).filter(isShown).length;
}

/** Reactions as places: those without a thread answer the video or post of the page. */
export function foundComments(page: Document, url: URL, postId: string | undefined): Found[] {
  return commentsIn(page, url, postId).map(({ element, id, under, post }) => {
    const answered = under ?? postId ?? post;
    return { kind: 'reaction', id, element, ...(answered && { parent: { id: answered, method: 'markup' } }) };
  });
}
