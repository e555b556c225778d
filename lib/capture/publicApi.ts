import type { ItemFacts, PublicApi } from '../platforms/adapter.ts';

const timeoutMs = 10_000;
/** A thread of thousands is a few MB; more is no answer to this question. */
const maxCharacters = 50_000_000;

/** Asks the page's own origin, as anybody could: without the employee's session. No answer is no failure: the page itself counts. */
export async function askPublicApi(api: PublicApi, url: URL): Promise<ReadonlyMap<string, ItemFacts>> {
  const paths = api.paths(url);
  if (paths.length === 0) return new Map();
  const answers = await Promise.all(paths.map((path) => answerOf(new URL(path, url.origin), { credentials: 'omit' })));
  return api.facts(answers, url);
}

/** The parsed JSON of an address on the page's own site; `undefined` when there is none. */
export async function answerOf(address: URL, { credentials }: { credentials: 'omit' | 'same-origin' }): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(address, {
      credentials,
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
