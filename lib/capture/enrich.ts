/** What an API or the page's own answers know, laid over what was read from the page. Both are claims like the page itself. */
import type { DraftItem, DraftMedia, DraftPerson } from '../model/draft.ts';
import type { ItemFacts, PageFacts, People } from '../platforms/adapter.ts';

/** Ids, parents and exact times that the markup does not have. Facts are found by the id the item was read under. */
export function enriched(items: readonly DraftItem[], known: ReadonlyMap<string, ItemFacts>): DraftItem[] {
  const named = (id: string) => known.get(id)?.id ?? id;
  return items.map((item) => {
    const facts = known.get(item.id);
    const parent = facts?.parentId ? { id: named(facts.parentId), method: 'api' as const } : renamed(item.parent, named);
    return {
      ...item,
      id: named(item.id),
      ...(parent && { parent }),
      media: withFiles(item.media, facts?.media ?? []),
      ...(facts && { times: { ...item.times, fromApi: facts.createdAt, ...(facts.editedAt && { edited: facts.editedAt }) } }),
    };
  });
}

const files: ReadonlySet<DraftMedia['kind']> = new Set(['image', 'video', 'gif', 'audio']);

/**
 * The files the API names, where the page drew as many (in the same order) or none at all: behind a warning, or not loaded yet.
 * Otherwise nobody can tell which is which, and the page counts.
 */
function withFiles(drawn: readonly DraftMedia[], told: readonly DraftMedia[]): DraftMedia[] {
  const places = drawn.filter(({ kind }) => files.has(kind));
  if (places.length === 0) return [...drawn, ...told];
  if (places.length !== told.length) return [...drawn];
  return drawn.map((media) => {
    const file = files.has(media.kind) ? told[places.indexOf(media)] : undefined;
    return file ? { ...file, ...media, ...(file.url && { url: file.url }) } : media;
  });
}

function renamed(parent: DraftItem['parent'], named: (id: string) => string): DraftItem['parent'] {
  return parent && { ...parent, id: named(parent.id) };
}

/** Whoever the API names may be named in the texts too: all of them are swept (D3). */
export function seen(people: People, known: ReadonlyMap<string, ItemFacts>): DraftPerson[] {
  for (const { account } of known.values()) people.see(account);
  return [...people.all];
}

/** The API knows how many there are, also those the page never showed. */
export function withApiCount(facts: PageFacts, known: ReadonlyMap<string, ItemFacts>, items: Iterable<DraftItem>): PageFacts {
  const posts = new Set([...items].flatMap(({ kind, id }) => (kind === 'post' ? [id] : [])));
  const reactions = [...known.keys()].filter((id) => !posts.has(id)).length;
  return known.size === 0 ? facts : { ...facts, displayedReactions: Math.max(reactions, facts.displayedReactions ?? 0) };
}
