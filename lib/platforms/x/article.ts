/** The parts of one post as X draws it, with what is quoted kept apart. */
import { linksIn, resolve } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, attribute, closest, contains, matches, one, rawText } from '../read.ts';
import { postLink, profileHandle, readAddress } from './address.ts';
import { selectors } from './selectors.ts';

export interface Permalink {
  readonly element: Element;
  readonly handle: string;
  readonly id: string;
  readonly url: URL;
}

/** The post's own address: the link around its time. An advertisement has none. */
export function permalinkOf(article: Element, base: URL): Permalink | undefined {
  const quote = quoteOf(article);
  for (const time of all(article, 'a[href] time')) {
    const element = closest(time, 'a[href]');
    const url = resolve(attribute(element, 'href'), base);
    const post = url && postLink(url);
    if (element && post && !post.rest && !contains(quote, element)) return { element, handle: post.handle, id: post.id, url };
  }
  return undefined;
}

/** The box of the quoted post: what holds a second author. Inside there are no links, but for its pictures. */
export function quoteOf(article: Element): Element | undefined {
  const second = all(article, selectors.names)[1];
  if (!second) return undefined;
  const box = closest(second, 'div[role="link"]') ?? closest(second, '[aria-labelledby]:not(article)');
  return box && contains(article, box) && box !== article ? box : undefined;
}

/** The first element of the post itself, outside what it quotes. */
export function own(article: Element, selector: string, quote: Element | undefined): Element | undefined {
  return allOwn(article, selector, quote)[0];
}

export function allOwn(article: Element, selector: string, quote: Element | undefined): Element[] {
  return all(article, selector).filter((element) => !contains(quote, element));
}

/** "Replying to @…": links to accounts that stand in none of the other places. */
export function replyLinks(article: Element, quote: Element | undefined, base: URL): LinkHere[] {
  const places = `${selectors.names}, ${selectors.avatar}, ${selectors.text}, ${selectors.context}, ${selectors.card}, ${selectors.longText}`;
  return linksIn(article, base).filter(
    ({ element, url }) =>
      rawText(element).trim().startsWith('@') &&
      profileHandle(url) !== undefined &&
      !contains(quote, element) &&
      !closest(element, places),
  );
}

/** The whole reply line. */
export function replyLine(link: LinkHere, article: Element): Element | undefined {
  const line = closest(link.element, 'div[dir]');
  return line && contains(article, line) ? line : undefined;
}

/** The account an avatar belongs to stands in its test id. */
export function avatarHandle(place: Element | undefined): string | undefined {
  if (!place) return undefined;
  const box = matches(place, selectors.avatarBox) ? place : one(place, selectors.avatarBox);
  return attribute(box, 'data-testid')?.replace(/^UserAvatar-Container-/u, '') || undefined;
}

/** Whether a control can still show the rest of the text. A link would leave the page: not one. */
export function canShowMore(article: Element): boolean {
  if (!one(article, selectors.showMore)) return false;
  return allOwn(article, selectors.showMore, quoteOf(article)).some((element) =>
    matches(element, 'button, [role="button"]:not([href])'),
  );
}

/** The line above a post, and the account it names. */
export function contextOf(
  article: Element,
  quote: Element | undefined,
  base: URL,
): { element: Element; handle?: string } | undefined {
  const element = own(article, selectors.context, quote);
  if (!element) return undefined;
  const link = closest(element, 'a[href]') ?? one(element, 'a[href]');
  const url = resolve(attribute(link, 'href'), base);
  const handle = url && profileHandle(url);
  return handle ? { element, handle } : { element };
}

export function isOfPage(handle: string, base: URL): boolean {
  return readAddress(base).handle?.toLowerCase() === handle.toLowerCase();
}
