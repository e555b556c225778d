/**
 * Networks of two levels draw every answer under the first reaction of its conversation; whom it answers they put at its
 * beginning, by name.
 */
import type { DraftItem, DraftPerson } from '../model/draft.ts';

/** Parents as these names tell; where somebody spoke more than once before, nobody can tell which is answered, and the network's place stays. */
export function withNamedParents(items: readonly DraftItem[], people: readonly DraftPerson[]): DraftItem[] {
  const roots = new Map<string, string>();
  const spoken = new Map<string, string[]>();
  return items.map((item) => {
    if (item.kind !== 'reaction') return item;
    const above = item.parent?.id;
    const root = above === undefined ? undefined : roots.get(above);
    const conversation = root ?? item.id;
    roots.set(item.id, conversation);
    const named = root !== undefined && above === root ? namedFirst(item, people) : undefined;
    const candidates = named === undefined ? [] : (spoken.get(`${conversation} ${named}`) ?? []);
    if (item.author !== undefined) {
      const key = `${conversation} ${item.author}`;
      spoken.set(key, [...(spoken.get(key) ?? []), item.id]);
    }
    const [answered, ...others] = candidates;
    const isTold = answered !== undefined && others.length === 0 && answered !== above;
    return isTold ? { ...item, parent: { id: answered, method: 'chain' as const } } : item;
  });
}

/** The person whose name or handle the text begins with, as a link. */
function namedFirst({ text = '', mentions }: DraftItem, people: readonly DraftPerson[]): number | undefined {
  const start = text.trimStart().replace(/^@/u, '').toLowerCase();
  return mentions.find((person) => {
    const { handle, name } = people[person] ?? {};
    return [handle, name].some((form) => form !== undefined && form !== '' && startsWith(start, form.toLowerCase()));
  });
}

function startsWith(text: string, form: string): boolean {
  return text.startsWith(form) && !/^[\p{L}\p{N}_]/u.test(text.slice(form.length));
}
