/** Which comment a link is the permalink of. */
import { resolve } from '../address.ts';
import { attribute, contains } from '../read.ts';
import { postAddress, profileHandle } from './address.ts';
import { owned } from './owned.ts';

export interface CommentLink {
  readonly element: Element;
  readonly url: URL;
  readonly id: string;
  /** The comment at the top of its conversation, when this one is an answer. */
  readonly root?: string;
  /** The post's number, where the id names it. */
  readonly post?: string;
  /** A link to the comment itself: it tells whether it is an answer. A link to its author does not. */
  readonly isPermalink: boolean;
}

/** Ids are numbers, `<post>_<comment>`, or either of these in base64 with a word before it. */
function readId(raw: string | null): { id: string; post?: string } | undefined {
  if (!raw || raw.length > 400) return undefined;
  const plain = /^\d+(?:_\d+)?$/u.test(raw) ? raw : unwrapped(raw);
  const parts = plain?.match(/^(?:[\w-]+:)?(?:(\d{3,30})_)?(\d{3,30})$/u);
  return parts?.[2] ? { id: parts[2], ...(parts[1] && { post: parts[1] }) } : undefined;
}

function unwrapped(raw: string): string | undefined {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/u.test(raw)) return undefined;
  try {
    return atob(raw.replaceAll('-', '+').replaceAll('_', '/'));
  } catch (error) {
    if (error instanceof DOMException) return undefined; // looks like base64 and is not
    throw error;
  }
}

/** An answer of any depth carries its own id and that of the top of its conversation: the answer's goes first. */
export function commentIn(url: URL): Pick<CommentLink, 'id' | 'root' | 'post'> | undefined {
  const top = readId(url.searchParams.get('comment_id'));
  const reply = readId(url.searchParams.get('reply_comment_id'));
  const own = reply ?? top;
  if (!own) return undefined;
  const post = own.post ?? top?.post;
  return { id: own.id, ...(reply && top && top.id !== reply.id && { root: top.id }), ...(post && { post }) };
}

interface Remembered {
  readonly link: CommentLink;
  readonly href: string;
}
/** Pages are asked again and again while they grow; what was read of a comment holds as long as its link stays the same. */
const remembered = new WeakMap<Element, Remembered>();

/** The comment an article is, by its own links; links in its text lead to other comments. */
export function commentLink(article: Element, base: URL): CommentLink | undefined {
  const known = remembered.get(article);
  const isSame = known && contains(article, known.link.element) && attribute(known.link.element, 'href') === known.href;
  if (isSame) return known.link;
  const link = bestLink(article, base);
  const href = attribute(link?.element, 'href');
  if (link?.isPermalink && href !== undefined) remembered.set(article, { link, href });
  return link;
}

function bestLink(article: Element, base: URL): CommentLink | undefined {
  let second: CommentLink | undefined;
  for (const element of owned(article, 'a[href*="comment_id="]', 'div[dir="auto"]')) {
    const url = resolve(attribute(element, 'href'), base);
    const comment = url && commentIn(url);
    if (!url || !comment) continue;
    const isPermalink = comment.root !== undefined || postAddress(url) !== undefined || profileHandle(url) === undefined;
    if (isPermalink) return { element, url, ...comment, isPermalink };
    second ??= { element, url, ...comment, isPermalink };
  }
  return second;
}
