import type { DraftItem, DraftPerson } from '../model/draft.ts';
import type { ItemFacts, PageFacts, People, PublicApi } from '../platforms/adapter.ts';

const timeoutMs = 10_000;
/** A thread of thousands is a few MB; more is no answer to this question. */
const maxCharacters = 50_000_000;

/** Asks the page's own origin, as anybody could: without the employee's session. No answer is no failure: the page itself counts. */
export async function askPublicApi(api: PublicApi, url: URL): Promise<ReadonlyMap<string, ItemFacts>> {
  const paths = api.paths(url);
  if (paths.length === 0) return new Map();
  return api.facts(await Promise.all(paths.map((path) => answerOf(new URL(path, url.origin)))), url);
}

async function answerOf(address: URL): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal,
      headers: { accept: 'application/json' },
    });
    if (!response.ok) return undefined;
    const text = await response.text();
    return text.length > maxCharacters ? undefined : JSON.parse(text);
  } catch {
    return undefined; // closed, slow, or no JSON: many servers answer their public API to members only
  }
}

/** Parents and exact times that only the API tells. */
export function enriched(item: DraftItem, facts: ItemFacts | undefined): DraftItem {
  if (!facts) return item;
  return {
    ...item,
    ...(facts.parentId && { parent: { id: facts.parentId, method: 'api' as const } }),
    times: { ...item.times, fromApi: facts.createdAt, ...(facts.editedAt && { edited: facts.editedAt }) },
  };
}

/** Whoever the API names may be named in the texts too: all of them are swept (D3). */
export function seen(people: People, known: ReadonlyMap<string, ItemFacts>): DraftPerson[] {
  for (const { account } of known.values()) people.see(account);
  return [...people.all];
}

/** The API knows how many there are, also those the page never showed. */
export function withApiCount(facts: PageFacts, known: ReadonlyMap<string, ItemFacts>, items: readonly DraftItem[]): PageFacts {
  const posts = new Set(items.flatMap(({ kind, id }) => (kind === 'post' ? [id] : [])));
  const reactions = [...known.keys()].filter((id) => !posts.has(id)).length;
  return known.size === 0 ? facts : { ...facts, displayedReactions: Math.max(reactions, facts.displayedReactions ?? 0) };
}
