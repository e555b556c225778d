import type { CountName } from '../../model/draft.ts';
import type { Mark } from '../adapter.ts';
import { linksIn } from '../address.ts';
import { countIn } from '../counts.ts';
import { attribute } from '../read.ts';
import { labelText } from '../text.ts';
import { postLink } from './address.ts';
import { allOwn, own } from './article.ts';

type Counts = Partial<Record<CountName, string>>;

/** A button carries the exact number in its label, and the rounded one as its text. */
const buttons: readonly (readonly [CountName, string])[] = [
  ['replies', '[data-testid="reply"]'],
  ['reposts', '[data-testid="retweet"], [data-testid="unretweet"]'],
  ['likes', '[data-testid="like"], [data-testid="unlike"]'],
  ['bookmarks', '[data-testid="bookmark"], [data-testid="removeBookmark"]'],
  ['views', 'a[href$="/analytics"]'],
];
/** Under the post on its own page, until 2023 as links; the last path part says what is counted. */
const lists = new Map<string, CountName>([
  ['retweets', 'reposts'],
  ['reposts', 'reposts'],
  ['with_comments', 'quotes'],
  ['quotes', 'quotes'],
  ['likes', 'likes'],
]);

/** Aggregate numbers only (R6). What X does not show stays absent: absent is not zero. */
export function readCounts(article: Element, quote: Element | undefined, base: URL): { counts: Counts; marks: Mark[] } {
  const counts: Counts = {};
  const marks: Mark[] = [];
  for (const { element, url } of linksIn(article, base, 'a[href*="/status/"]')) {
    const name = postLink(url)?.rest ? lists.get(url.pathname.split('/').at(-1) ?? '') : undefined;
    const shown = name && countIn(labelText(element));
    if (!name || !shown) continue;
    counts[name] = shown;
    marks.push({ element, role: 'count' });
  }
  for (const [name, selector] of buttons) {
    const button = own(article, selector, quote);
    const shown = button && (countIn(attribute(button, 'aria-label')) ?? countIn(labelText(button)));
    if (shown) counts[name] ??= shown;
  }
  const summary = bookmarksInSummary(article, quote);
  if (summary) counts.bookmarks ??= summary;
  return { counts, marks };
}

/** "2534 replies, …, 797 bookmarks, …": zeros are left out, so the place says nothing and the word has to (nl, en). */
function bookmarksInSummary(article: Element, quote: Element | undefined): string | undefined {
  const labels = allOwn(article, '[role="group"][aria-label]', quote).flatMap((group) =>
    (attribute(group, 'aria-label') ?? '').split(/,\s/u),
  );
  return countIn(labels.find((label) => /bookmark|bladwijzer/iu.test(label)));
}
