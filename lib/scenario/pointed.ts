/**
 * R9, R12: the reactions a person pointed at, with what they answer and what we answered. In scenario B all reactions are
 * kept; in A and C these alone. A question of somebody is kept only when it was answered by us.
 */
import type { DraftItem } from '../model/draft.ts';
import type { Along } from '../model/pointed.ts';

export interface Pointed {
  /** By their ids on the platform. */
  readonly id: string;
  readonly as: Along;
  readonly answers: readonly string[];
}

export interface PointedFound {
  readonly items: readonly Pointed[];
  /** All that comes along with them, by id on the platform. */
  readonly along: ReadonlySet<string>;
  readonly unanswered: number;
  readonly notFound: number;
}

export function pointedIn(
  items: readonly DraftItem[],
  wished: readonly { readonly id: string; readonly as: Along }[],
  isOwn: (item: DraftItem) => boolean,
): PointedFound {
  const byId = new Map(items.map((item) => [item.id, item]));
  const below = Map.groupBy(items, ({ parent }) => parent?.id);
  const seen = wished.flatMap(({ id, as }) => {
    const item = byId.get(id);
    return item?.kind === 'reaction' ? [{ id, as, item, talk: conversation(item, below, isOwn) }] : [];
  });
  const kept = seen.filter(({ as, talk }) => as === 'mee' || talk.length > 0);
  return {
    items: kept.map(({ id, as, talk }) => ({ id, as, answers: talk.filter(isOwn).map((one) => one.id) })),
    along: new Set(kept.flatMap(({ item, talk }) => [...upwards(item, byId), ...talk].map(({ id }) => id))),
    unanswered: seen.length - kept.length,
    notFound: wished.length - seen.length,
  };
}

/** What was said on between the asker and us, as far as our last answer. */
function conversation(
  question: DraftItem,
  below: ReadonlyMap<string | undefined, readonly DraftItem[]>,
  isOwn: (item: DraftItem) => boolean,
): DraftItem[] {
  const found: DraftItem[] = [];
  const walk = (from: DraftItem, path: readonly DraftItem[]): void => {
    for (const item of below.get(from.id) ?? []) {
      if (path.includes(item)) continue;
      const isAskers = item.author !== undefined && item.author === question.author;
      if (!isOwn(item) && !isAskers) continue;
      const here = [...path, item];
      if (isOwn(item)) found.push(...here.filter((one) => !found.includes(one)));
      walk(item, here);
    }
  };
  walk(question, []);
  return found;
}

function upwards(from: DraftItem, byId: ReadonlyMap<string, DraftItem>): DraftItem[] {
  const chain = new Set<DraftItem>();
  for (let item: DraftItem | undefined = from; item && !chain.has(item); item = item.parent && byId.get(item.parent.id))
    chain.add(item);
  return [...chain];
}
