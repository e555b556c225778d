import type { PageFacts, People } from '../adapter.ts';
import type { Gap } from '../../model/draft.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, one, pageLanguage } from '../read.ts';
import { labelText } from '../text.ts';
import { isDid, readAddress } from './address.ts';
import { readAuthor, seeActor } from './author.ts';
import { seeEverybody } from './everybody.ts';
import { accountHandle } from './find.ts';
import { own, ownLinks, permalinkOf, quoteOf } from './item-parts.ts';
import { itemsIn, threadRows } from './rows.ts';
import type { Row } from './rows.ts';
import { selectors } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const { kind, actor, id } = readAddress(url);
  const rows = kind === 'post' ? threadRows(page, url) : [];
  const focal = id === undefined ? undefined : focalItem(page, url, id);
  const account = focal
    ? readAuthor(focal, ownLinks(focal, url, quoteOf(focal, url)), people, url).person
    : actor && seeActor(people, accountHandle(page, actor), isDid(actor) ? { ids: [actor] } : {});
  seeEverybody(page, url, people);
  const language = pageLanguage(page);
  const isLoggedIn = loggedIn(page);
  const displayed = focal && countValue(replyCount(focal, url));
  const gaps = gapsIn(rows);
  return {
    ...(account !== undefined && account !== '' && { account }),
    ...(language && { language }),
    layout: rows.some(({ indent }) => indent > 0) ? 'bluesky-tree' : kind === 'post' ? 'bluesky-thread' : 'bluesky-list',
    replies: replyPossibility(focal, url),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    unavailableItems: rows.filter((row) => row.kind === 'notice').length,
    ...(gaps.length > 0 && { gaps }),
    notes: [],
  };
}

function focalItem(page: Document, url: URL, id: string): Element | undefined {
  return itemsIn(page, selectors.threadItem).find((item) => permalinkOf(item, url)?.id === id);
}

/** "Read 4 more replies" leads to a page of its own, which is not gone to. */
function gapsIn(rows: readonly Row[]): Gap[] {
  return rows
    .filter(({ kind }) => kind === 'elsewhere')
    .map(({ element }) => ({ kind: 'on-another-page' as const, ...countOf(element) }));
}

function countOf(element: Element): { count?: number } {
  const count = countValue(countIn(labelText(element)));
  return count === undefined ? {} : { count };
}

function replyCount(item: Element, url: URL): string | undefined {
  const button = own(item, selectors.reply, quoteOf(item, url));
  return countIn(labelTextOf(button)) ?? countIn(attribute(button, 'aria-label')) ?? (button ? '0' : undefined);
}

/** Words on a button itself. */
function labelTextOf(button: Element | undefined): string | undefined {
  return button && all(button, '[dir]').map(labelText).find(Boolean);
}

/** R5, with a code for what it was read from. Who can reply is said beside the date, in words only (nl, en). */
function replyPossibility(focal: Element | undefined, url: URL): PageFacts['replies'] {
  if (!focal) return { possible: 'unknown', evidence: 'no-post' };
  const quote = quoteOf(focal, url);
  const button = own(focal, selectors.reply, quote);
  if ((countValue(replyCount(focal, url)) ?? 0) > 0) return { possible: 'yes', evidence: 'replies-present' };
  const isOff = button && (attribute(button, 'aria-disabled') === 'true' || attribute(button, 'disabled') !== undefined);
  if (isOff) return { possible: 'no', evidence: 'reply-button-off' };
  const isClosed = all(focal, 'button:not([data-testid])').some((each) =>
    /\b(?:nobody|no one) can reply\b|\breplies (?:are )?disabled\b|\bniemand kan (?:reageren|antwoorden)\b/iu.test(
      `${labelTextOf(each) ?? ''} ${attribute(each, 'aria-label') ?? ''}`,
    ),
  );
  if (isClosed) return { possible: 'no', evidence: 'restricted-notice' };
  return button ? { possible: 'yes', evidence: 'reply-button' } : { possible: 'unknown', evidence: 'no-reply-button' };
}

function loggedIn(page: Document): boolean | undefined {
  if (one(page, selectors.me) || one(page, selectors.loggedIn)) return true;
  return one(page, 'nav, [role="navigation"]') ? false : undefined;
}
