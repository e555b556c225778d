/** The parts of one status, with what it quotes kept apart. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, attribute, closest, contains, matches, one, parent } from '../read.ts';
import { around } from '../tree.ts';
import { postLink } from './address.ts';
import { selectors } from './selectors.ts';

export interface Permalink extends LinkHere {
  readonly handle: string;
  readonly id: string;
}

const timeClasses = '.status__relative-time, .detailed-status__datetime';
/** The status' own address: the link around its time. */
export function permalinkOf(
  status: Element,
  base: URL,
  quote = quoteOf(status),
  links: readonly LinkHere[] = linksIn(status, base),
): Permalink | undefined {
  for (const link of links) {
    const post = postLink(link.url, base);
    const isTime = post && !contains(quote, link.element) && (matches(link.element, timeClasses) || one(link.element, 'time'));
    if (isTime) return { ...link, ...post };
  }
  return undefined;
}

/** The quoted status: since 4.4 with a class, in the redesign an article or a card in the article. */
export function quoteOf(status: Element): Element | undefined {
  const marked = one(status, selectors.quote);
  if (marked) return marked;
  const outer = matches(status, article) ? status : one(status, article);
  if (!outer) return undefined;
  return all(outer, article).find((inner) => inner !== outer) ?? quoteCard(outer);
}

const article = 'article[data-id]';
const wholes = `${article}, ${selectors.detail}, ${selectors.wrapper}, .status`;
const coverings = `${selectors.warning}, ${selectors.filter}`;

/** A second linked moment is another status': the box is what holds all links to that one. */
function quoteCard(status: Element): Element | undefined {
  const [first, ...others] = all(status, 'a[href]:has(time)').map((link) => [link, pathOf(link)] as const);
  const [time, path] = others.find(([, to]) => to !== undefined && to !== first?.[1]) ?? [];
  if (!time || path === undefined) return undefined;
  const links = all(status, 'a[href]').filter((link) => pathOf(link) === path);
  const box = links.reduce<Element | undefined>((whole, link) => whole && around(whole, link), time);
  return box && box !== status && contains(status, box) ? box : undefined;
}

function pathOf(link: Element): string | undefined {
  return attribute(link, 'href')?.match(/\/@[^/]+\/\d{1,20}(?=$|[?#])/u)?.[0];
}

/** A row of a list in the redesign: an article around the article of the status. */
export function isRow(element: Element): boolean {
  if (!matches(element, article)) return false;
  const id = attribute(element, 'data-id');
  return all(element, article).some((inner) => matches(element, '[aria-posinset]') || attribute(inner, 'data-id') === id);
}

export function own(status: Element, selector: string, quote: Element | undefined): Element | undefined {
  return quote ? all(status, selector).find((element) => !contains(quote, element)) : one(status, selector);
}

export function allOwn(status: Element, selector: string, quote: Element | undefined): Element[] {
  const found = all(status, selector);
  return quote ? found.filter((element) => !contains(quote, element)) : found;
}

/** The text; the redesign has no class for it, only the language of the post. */
export function textPlace(status: Element, quote: Element | undefined): Element | undefined {
  const known = own(status, selectors.text, quote);
  if (known || own(status, '.status__content', quote)) return known;
  // a quoted status in a card is one link as a whole
  const isWhole = matches(status, wholes);
  const isText = (place: Element) => !closest(place, notText) && !(isWhole && closest(place, 'a'));
  const spoken = allOwn(status, 'div[lang], p[lang]', quote).find(isText);
  const paragraph = spoken ? undefined : allOwn(status, 'p', quote).find(isText);
  return spoken ?? (paragraph && (parent(paragraph) ?? undefined));
}

/** A status whose language nobody gave is told by its paragraphs. */
const notText = `${selectors.poll}, ${selectors.card}, ${selectors.prepend}, figure, header, footer, button, [aria-controls], .account__avatar, .content-warning`;

/** A content warning that hides the text altogether (since 4.3) until somebody opens it. */
export function isTextHidden(status: Element, quote: Element | undefined): boolean {
  if (textPlace(status, quote)) return false;
  const covers = allOwn(status, coverings, quote);
  return covers.some((cover) => one(cover, 'button'));
}
