/** Everybody the page names outside the statuses that are captured: other columns, suggestions, its own data. */
import type { People } from '../adapter.ts';
import { linksIn } from '../address.ts';
import { seeData } from '../data.ts';
import { closest, one } from '../read.ts';
import { postLink, profileHandle } from './address.ts';
import { accountIds, avatarOf, seeHandle, shownName } from './author.ts';
import { visibleHandle } from './handles.ts';
import { selectors } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxLinks = 5_000;

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(page: Document, base: URL, people: People): void {
  for (const { element, url } of linksIn(page, base).slice(0, maxLinks)) {
    const handle = profileHandle(url, base);
    const writer = handle ?? postLink(url, base)?.handle;
    if (!writer) continue;
    // in running text a link can say anything; elsewhere it says who it is
    const isWritten = () => closest(element, selectors.written) !== undefined || one(element, 'time') !== undefined;
    const name = handle && !isWritten() && !closest(element, selectors.tabs) ? shownName(element, handle) : undefined;
    seeHandle(people, writer, base, { ...(handle && avatarOf(element, base)), ids: accountIds(element), ...(name && { name }) });
  }
  seeData(page, people, (handle, data, root) => ({
    ...visibleHandle(handle, base),
    ...(data['id'] !== undefined && data['id'] === signedIn(root) && { isEmployee: true as const }),
  }));
}

/** The server gives the page the number of the account that is signed in. */
function signedIn(root: unknown): unknown {
  const meta = typeof root === 'object' && root !== null && 'meta' in root ? root.meta : undefined;
  return typeof meta === 'object' && meta !== null && 'me' in meta ? meta.me : undefined;
}
