/** The parts of one status, with what it quotes kept apart. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, closest, contains, matches, one } from '../read.ts';
import { postLink } from './address.ts';
import { selectors } from './selectors.ts';

export interface Permalink extends LinkHere {
  readonly handle: string;
  readonly id: string;
}

const timeClasses = '.status__relative-time, .detailed-status__datetime';

/** The status' own address: the link around its time. */
export function permalinkOf(status: Element, base: URL): Permalink | undefined {
  const quote = quoteOf(status);
  for (const link of linksIn(status, base, `${timeClasses}, a[href]:has(time)`)) {
    const post = postLink(link.url, base);
    const isTime = post && !contains(quote, link.element) && (matches(link.element, timeClasses) || one(link.element, 'time'));
    if (isTime) return { ...link, ...post };
  }
  return undefined;
}

/** The quoted status: since 4.4 with a class, in the redesign an article in the article. */
export function quoteOf(status: Element): Element | undefined {
  const marked = one(status, selectors.quote);
  if (marked) return marked;
  return all(status, 'article[data-id]').find((inner) => inner !== status && closest(inner, 'article[data-id] article[data-id]'));
}

export function own(status: Element, selector: string, quote: Element | undefined): Element | undefined {
  return all(status, selector).find((element) => !contains(quote, element));
}

export function allOwn(status: Element, selector: string, quote: Element | undefined): Element[] {
  return all(status, selector).filter((element) => !contains(quote, element));
}

/** The text; the redesign has no class for it, only the language of the post. */
export function textPlace(status: Element, quote: Element | undefined): Element | undefined {
  const known = own(status, selectors.text, quote);
  if (known || own(status, '.status__content', quote)) return known;
  return allOwn(status, 'div[lang], p[lang]', quote).find(
    (place) => !closest(place, `${selectors.poll}, a, figure, ${selectors.card}`),
  );
}

/** A content warning that hides the text altogether (since 4.3) until somebody opens it. */
export function isTextHidden(status: Element): boolean {
  const quote = quoteOf(status);
  return textPlace(status, quote) === undefined && own(status, `${selectors.warning} button`, quote) !== undefined;
}
