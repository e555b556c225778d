import type { Found } from '../adapter.ts';
import { closest } from '../read.ts';
import { readAddress } from './address.ts';
import { reposterOf } from './context.ts';
import { focalRow, hasLineDown, isBy, readRows } from './rows.ts';
import type { PostRow, Rows } from './rows.ts';
import { selectors } from './selectors.ts';

type Parent = NonNullable<Found['parent']>;

export function find(page: Document, url: URL): Found[] {
  const address = readAddress(url);
  const rows = readRows(page, url);
  if (address.kind === 'profile' && address.handle) return findOnProfile(rows, address.handle, address.tab, url);
  return address.kind === 'post' && address.code ? findInConversation(rows, address.code, url) : [];
}

/** On the tab of answers others' posts stand above the account's; what it republished has its name above it. */
function findOnProfile({ posts }: Rows, handle: string, tab: string | undefined, url: URL): Found[] {
  return posts.map((row, index) => {
    const isRepost = tab === 'reposts' || reposterOf(row, url)?.handle.toLowerCase() === handle.toLowerCase();
    const above = posts[index - 1];
    const parent: Parent | undefined = above && isLinked(above, row) ? { id: above.code, method: 'chain' } : undefined;
    return found(row, isBy(row, handle) || isRepost ? 'post' : 'reaction', parent);
  });
}

/**
 * Above the post what it answers; below it, joined by a line, what its writer added to it; then the answers, each in a block
 * with the answers to it that the page shows.
 */
function findInConversation(rows: Rows, code: string, url: URL): Found[] {
  const { posts } = rows;
  const focal = focalRow(rows, url);
  const at = focal ? posts.indexOf(focal) : -1;
  const handle = focal?.handle ?? readAddress(url).handle ?? '';
  const series = new Set<PostRow>(focal ? [focal] : []);
  return posts.map((row, index) => {
    const above = posts[index - 1];
    const isJoined = above !== undefined && isLinked(above, row);
    if (row === focal) return found(row, 'post', isJoined ? { id: above.code, method: 'chain' } : undefined);
    if (index < at)
      return found(row, isBy(row, handle) ? 'post' : 'reaction', isJoined ? { id: above.code, method: 'chain' } : undefined);
    if (isJoined && series.has(above) && isBy(row, handle)) {
      series.add(row);
      return found(row, 'post', { id: above.code, method: 'chain' });
    }
    return found(row, 'reaction', isJoined ? { id: above.code, method: 'chain' } : { id: code, method: 'position' });
  });
}

/** In one block, or drawn with a line, the next post answers the one before. */
function isLinked(above: PostRow, row: PostRow): boolean {
  const block = closest(row.element, selectors.block);
  if (block === undefined) return hasLineDown(above.element);
  return closest(above.element, selectors.block) === block || hasLineDown(above.element);
}

function found({ element, code }: PostRow, kind: Found['kind'], parent: Parent | undefined): Found {
  return { kind, id: code, element, ...(parent && { parent }) };
}
