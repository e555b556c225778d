import type { DraftItem } from '../model/draft.ts';
import { Failure } from '../model/failure.ts';

/** R11: the letter with everything it answers, up to the post; in page order. Without a known way up: the post of this page. */
export function chainOf(items: readonly DraftItem[], id: string): DraftItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const letter = byId.get(id);
  if (letter?.kind !== 'reaction') throw new Failure('nothing-found');
  const chain = new Set<DraftItem>();
  for (let item: DraftItem | undefined = letter; item && !chain.has(item); item = item.parent && byId.get(item.parent.id))
    chain.add(item);
  const post = items.find(({ kind }) => kind === 'post');
  if (post && ![...chain].some(({ kind }) => kind === 'post')) chain.add(post);
  return items.filter((item) => chain.has(item));
}
