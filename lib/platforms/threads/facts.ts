import type { Gap } from '../../model/draft.ts';
import type { PageFacts, People } from '../adapter.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, closest, contains, one, pageLanguage } from '../read.ts';
import { isBefore } from '../tree.ts';
import { labelText, oneLine } from '../text.ts';
import { readAddress } from './address.ts';
import { seeHandle } from './author.ts';
import { readCounts, replyButton } from './counts.ts';
import { seeEmployee, seeEverybody } from './everybody.ts';
import { focalRow, readRows } from './rows.ts';
import type { PostRow, Rows } from './rows.ts';
import { selectors } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const address = readAddress(url);
  const rows = readRows(page, url);
  const focal = focalRow(rows, url);
  const account = seeAccount(page, people, address.handle ?? focal?.handle);
  const isLoggedIn = seeEmployee(page, url, people) || (one(page, selectors.loggedOut) ? false : undefined);
  seeEverybody(page, url, people);
  const language = pageLanguage(page);
  const displayed = address.code && focal ? countValue(readCounts(focal.element).replies) : undefined;
  const gaps = address.code && focal ? hiddenReplies(rows, focal) : [];
  return {
    ...(account !== undefined && { account }),
    ...(language && { language }),
    layout: one(page, selectors.block) ? 'threads-pagelets' : 'threads-region',
    replies: replyPossibility(rows, focal),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    unavailableItems: rows.notices,
    ...(gaps.length > 0 && { gaps }),
    notes: [],
  };
}

function seeAccount(page: Document, people: People, handle: string | undefined): number | undefined {
  const name = handle && nameInHead(page, handle);
  return handle === undefined ? undefined : seeHandle(people, handle, name ? { name } : {});
}

/** "Name (@account) • Threads", over a profile and over a post. */
export function nameInHead(page: Document, handle: string): string | undefined {
  const title = attribute(one(page, 'meta[property="og:title"]'), 'content') ?? '';
  const at = title.toLowerCase().indexOf(`(@${handle.toLowerCase()})`);
  return (at > 0 && oneLine(title.slice(0, at))) || undefined;
}

/** R5, with a code for what it was read from. */
function replyPossibility(rows: Rows, focal: PostRow | undefined): PageFacts['replies'] {
  if (!focal) return { possible: 'unknown', evidence: 'no-post' };
  const button = replyButton(focal.element);
  const isOff = button !== undefined && attribute(button, 'aria-disabled') === 'true';
  if (button && !isOff) return { possible: 'yes', evidence: 'reply-button' };
  const hasReplies = (countValue(readCounts(focal.element).replies) ?? 0) > 0 || rows.posts.indexOf(focal) < rows.posts.length - 1;
  if (hasReplies) return { possible: 'yes', evidence: 'replies-present' };
  return isOff ? { possible: 'no', evidence: 'reply-button-off' } : { possible: 'unknown', evidence: 'no-reply-button' };
}

/** Answers that Threads or the writer has hidden: a row of its own with a symbol and words, after the others. */
function hiddenReplies({ posts, scope }: Rows, focal: PostRow): Gap[] {
  const last = posts.at(-1) ?? focal;
  const found = all(scope, `${selectors.button}, a[href*="/post/${focal.code}/"]`).find(
    (element) =>
      isBefore(last.element, element) &&
      !contains(last.element, element) &&
      !closest(element, `${selectors.post}, footer, form`) &&
      attribute(element, 'aria-haspopup') === undefined &&
      one(element, 'svg') !== undefined &&
      !one(element, selectors.composer) &&
      labelText(element) !== undefined,
  );
  const count = found && countValue(countIn(labelText(found)));
  return found ? [{ kind: 'hidden-by-network', ...(count !== undefined && { count }) }] : [];
}
