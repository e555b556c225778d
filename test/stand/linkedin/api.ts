/** The page's own API: comments with the first of their answers, and the other answers on request. */
import { json } from '../network.ts';
import type { Answer, Known, Plants } from '../network.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { row } from './parts.ts';
import type { Row } from './parts.ts';

interface Talk {
  /** Its place in the thread; addresses never name a person's comment, as browsers remember addresses. */
  readonly at: number;
  readonly comment: Row;
  readonly replies: readonly Row[];
  /** Answers that are not here yet. */
  readonly left: number;
}

/** A comment with what answers it, in page order. */
function talks(thread: Thread): StandItem[][] {
  const found: StandItem[][] = [];
  for (const item of thread.reactions.filter(({ isDeleted }) => !isDeleted)) {
    if (item.parent === thread.post.id) found.push([item]);
    else found.at(-1)?.push(item);
  }
  return found;
}

/** Every third conversation starts closed, the others show their first answer. */
function talk(thread: Thread, plants: Plants, items: readonly StandItem[], at: number, isClosed: boolean): Talk {
  const [comment, ...replies] = items;
  if (!comment) throw new Error('a conversation begins with a comment');
  const shown = isClosed || at % 3 === 0 ? 0 : 1;
  return {
    at,
    comment: planted(thread, plants, comment),
    replies: replies.slice(0, shown).map((item) => planted(thread, plants, item)),
    left: Math.max(0, replies.length - shown),
  };
}

function planted(thread: Thread, { items, attributes }: Plants, item: StandItem): Row {
  const [plant, extra] = [items?.[item.id], attributes?.[item.id]];
  return { ...row(thread, item), ...(plant !== undefined && { plant }), ...(extra && { attributes: extra }) };
}

export function api(path: string, query: URLSearchParams, { threads, plants }: Known): Answer | undefined {
  const thread = threads.get(query.get('post') ?? '');
  if (!thread) return undefined;
  const [from, { batch, delayMs }] = [Number(query.get('from') ?? 0), thread.params];
  const all = talks(thread);
  if (path.endsWith('/replies')) {
    const replies = all[Number(query.get('at'))]?.slice(1) ?? [];
    const some = replies.slice(from, from + 10).map((item) => planted(thread, plants, item));
    return json({ replies: some, left: Math.max(0, replies.length - from - some.length) }, { delayMs });
  }
  const isClosed = query.get('closed') === 'true';
  const some = all.slice(from, from + batch).map((items, at) => talk(thread, plants, items, from + at, isClosed));
  return json({ talks: some, ...(from + batch < all.length && { next: from + batch }) }, { delayMs });
}

/** The first comments of the guest page; it has no answers. */
export function firstComments(thread: Thread, plants: Plants, number: number): Row[] {
  return talks(thread)
    .slice(0, number)
    .flatMap(([comment]) => (comment ? [planted(thread, plants, comment)] : []));
}
