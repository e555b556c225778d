import type { Adapter } from './adapter.ts';
import { fediverseSoftware, namedGeneric } from './fediverse.ts';
import { createGeneric, knownPlatform } from './generic/index.ts';
import { held } from './held.ts';

/**
 * Who reads this page, of the readers that are here. Exact hosts first, so that a page cannot pass for another network (T19); then
 * what the page is.
 */
export function adapterFor(page: Document, url: URL): Adapter {
  const named = held('byHost').find((adapter) => adapter.canRead(page, url));
  if (named) return named;
  if (knownPlatform(url) !== undefined) return createGeneric(url);
  const said = held('byPage').find((adapter) => adapter.canRead(page, url));
  const software = said ? undefined : fediverseSoftware(page);
  return said ?? (software ? namedGeneric(createGeneric(url), software) : createGeneric(url));
}
