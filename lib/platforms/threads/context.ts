/** The line above a post: who republished it, or that it is pinned. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, contains, one, parent } from '../read.ts';
import { isBefore } from '../tree.ts';
import { profileHandle } from './address.ts';
import type { PostRow } from './rows.ts';
import { selectors } from './selectors.ts';

export interface Reposter {
  readonly handle: string;
  readonly link: LinkHere;
}

/** A link to another account before the writer's own picture, with a symbol beside it. */
export function reposterOf(row: PostRow, base: URL): Reposter | undefined {
  const box = wrapperOf(row.element);
  const own = linksIn(box, base).find(({ url }) => profileHandle(url)?.toLowerCase() === row.handle.toLowerCase());
  for (const link of linksIn(box, base)) {
    const handle = profileHandle(link.url);
    if (link.element === own?.element || contains(link.element, row.link)) return undefined;
    if (handle && (!own || isBefore(link.element, own.element))) return { handle, link };
  }
  return undefined;
}

/** The row around one post, without its neighbours. */
function wrapperOf(post: Element): Element {
  let box = post;
  for (let up = parent(post); up && all(up, selectors.post).every((other) => contains(post, other)); up = parent(up)) {
    if (one(up, 'h1, footer, [role="tablist"]')) break;
    box = up;
  }
  return box;
}
