import type { CountName } from '../../model/draft.ts';
import { linksIn } from '../address.ts';
import { countIn, countValue } from '../counts.ts';
import { all, closest, contains, firstChild, nextSibling, nodeType, one, rawText, tagOf } from '../read.ts';
import { labelText } from '../text.ts';
import { headOf } from './place.ts';
import type { PostHere } from './post.ts';
import { selectors } from './selectors.ts';

type Counts = Partial<Record<CountName, string>>;

/** What the bar under the post shows; where it rounds, the page's head can be exact. Absent is not zero. */
export function readActions(post: PostHere, page: Document, base: URL): Counts {
  const [likes, replies] = beside(post);
  const told = inHead(page, base, post.code);
  const list = linksIn(post.place, base, 'a[href*="/liked_by/"]').map(({ element }) => countIn(labelText(element)));
  const shown = { likes: likes ?? list.find(Boolean) ?? told.likes, replies: better(replies, told.replies) };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}

/** The number of comments, answers included. */
export function displayedComments(post: PostHere, page: Document, base: URL): number | undefined {
  return countValue(readActions(post, page, base).replies);
}

function better(shown: string | undefined, told: string | undefined): string | undefined {
  return shown === undefined || (told !== undefined && !isExact(shown) && isExact(told)) ? (told ?? shown) : shown;
}

const isExact = (count: string) => /^[\d.,'\u00A0\u202F ]+$/u.test(count) && !/^\d{1,3}[.,]\d{1,2}$/u.test(count);

/** Symbols in a fixed order (like, comment, share), each with its number behind it, where there is one. */
function beside({ place, comments }: PostHere): [string | undefined, string | undefined] {
  const rows = comments.map(({ row }) => row);
  const bar = all(place, selectors.actions).find(
    (section) =>
      all(section, selectors.symbol).length >= 3 &&
      !one(section, selectors.composer) &&
      !rows.some((row) => contains(section, row)),
  );
  const numbers: (string | undefined)[] = [];
  for (const part of bar ? partsOf(bar) : []) {
    if (part === 'symbol') numbers.push(undefined);
    else if (numbers.length > 0) numbers[numbers.length - 1] ??= part;
  }
  return [numbers[0], numbers[1]];
}

const maxDepth = 40;

/** Symbols and numbers in page order; a symbol drawn twice in one button (at rest and pressed) counts once. */
function partsOf(bar: Element): string[] {
  const parts: string[] = [];
  const buttons = new Set<Element>();
  const walk = (node: Node, depth: number): void => {
    if (depth > maxDepth) return;
    for (let child = firstChild(node); child; child = nextSibling(child)) {
      const count = nodeType(child) === Node.TEXT_NODE ? numberAlone(rawText(child)) : undefined;
      if (count) parts.push(count);
      if (nodeType(child) !== Node.ELEMENT_NODE) continue;
      const element = child as Element; // the node type just said so
      if (tagOf(element) !== 'svg') {
        walk(element, depth + 1);
        continue;
      }
      const button = closest(element, selectors.button) ?? element;
      if (!buttons.has(button)) parts.push('symbol');
      buttons.add(button);
    }
  };
  walk(bar, 0);
  return parts;
}

function numberAlone(text: string): string | undefined {
  return /^\s*\d[\d.,\s\u00A0\u202F]*\p{L}{0,5}\.?\s*$/u.test(text) ? text.trim().slice(0, 40) : undefined;
}

/** "12K likes, 1,132 comments - …": two numbers before the dash, in every language in this order. */
function inHead(page: Document, base: URL, code: string): Counts {
  const description = headOf(page, base, code)?.split('\n')[1] ?? '';
  const [, likes, replies] =
    /^\s*(\d[\d.,\u00A0\u202F]*\s?[KMB]?)\s+\D{2,30}?[,،]\s+(\d[\d.,\u00A0\u202F]*\s?[KMB]?)\s+\D{2,30}?\s[-–—]\s/u.exec(
      description,
    ) ?? [];
  return { ...(likes && { likes: likes.trim() }), ...(replies && { replies: replies.trim() }) };
}
