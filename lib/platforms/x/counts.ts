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
  const summary = counts.bookmarks ? undefined : bookmarksInSummary(article, quote, counts);
  if (summary) counts.bookmarks = summary;
  return { counts, marks };
}

/**
 * "2534 replies, 12 reposts, 8 likes, 797 bookmarks, 10 views": always in this order, with zeros left out. What is left when
 * the numbers on the buttons are taken out is the number of bookmarks, whatever the language.
 */
function bookmarksInSummary(article: Element, quote: Element | undefined, counts: Counts): string | undefined {
  const [label] = allOwn(article, '[role="group"][aria-label]', quote).map((group) => attribute(group, 'aria-label') ?? '');
  const numbers = [...(label ?? '').matchAll(/\d+/gu)].map(([digits]) => digits);
  for (const name of ['replies', 'reposts', 'likes'] as const) if (digitsOf(counts[name]) === numbers[0]) numbers.shift();
  if (digitsOf(counts.views) === numbers.at(-1)) numbers.pop();
  return numbers.length === 1 ? numbers[0] : undefined;
}

function digitsOf(shown: string | undefined): string | undefined {
  return shown?.replaceAll(/[.,'\s]/gu, '');
}
