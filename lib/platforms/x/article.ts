/** The parts of one post as X draws it, with what is quoted kept apart. */
import { linksIn, resolve } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, attribute, closest, contains, matches, one, parent, rawText } from '../read.ts';
import { labelText } from '../text.ts';
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
  const links = allOwn(article, 'a[href] time', quote).flatMap((time) => closest(time, 'a[href]') ?? []);
  return firstPost(links, base) ?? oldPermalink(article, quote, base);
}

/** Until early 2022 the post of the page had its moment in words only, linked to itself. */
function oldPermalink(article: Element, quote: Element | undefined, base: URL): Permalink | undefined {
  const { kind, id } = readAddress(base);
  if (kind !== 'post' || !id || one(article, selectors.names)) return undefined;
  const links = allOwn(article, `a[href$="/status/${id}"]`, quote).filter((link) => /\d/u.test(labelText(link) ?? ''));
  return firstPost(links, base);
}

function firstPost(links: readonly Element[], base: URL): Permalink | undefined {
  for (const element of links) {
    const url = resolve(attribute(element, 'href'), base);
    const post = url && postLink(url);
    if (post && !post.rest) return { element, handle: post.handle, id: post.id, url };
  }
  return undefined;
}

/** The box of the quoted post: what holds a second author. Inside there are no links, but for its pictures. */
export function quoteOf(article: Element): Element | undefined {
  const second = namesIn(article)[1];
  if (!second) return undefined;
  const box = closest(second, 'div[role="link"], div[role="blockquote"]') ?? closest(second, '[aria-labelledby]:not(article)');
  return box && contains(article, box) && box !== article ? box : undefined;
}

/** Who wrote the post, and who wrote what it quotes. Until early 2022 these boxes had no test id. */
export function namesIn(article: Element): Element[] {
  const known = all(article, selectors.names);
  return (known.length > 0 ? known : oldNames(article)).filter((names) => !isEmbedded(names, article));
}

/** The smallest box around `@handle` that has another text too; a mention is a link that says nothing else. */
function oldNames(article: Element): Element[] {
  const handles = all(article, '[dir]').filter((box) => /^@\w{1,30}$/u.test(labelText(box) ?? '') && !one(box, '[dir]'));
  return handles.flatMap((handle) => {
    const link = closest(handle, 'a[href]');
    if (closest(handle, selectors.oldText) || (link && labelText(link)?.startsWith('@'))) return [];
    let box: Element | null = handle;
    while (box && box !== article && labelText(box) === labelText(handle)) box = parent(box);
    return box && box !== article ? [box] : [];
  });
}

/** Posts can be put into a long article: they are drawn as articles within it, and are not what it says itself. */
export function isEmbedded(element: Element, article: Element): boolean {
  return closest(element, selectors.article) !== closest(article, selectors.article);
}

/** The first element of the post itself, outside what it quotes. */
export function own(article: Element, selector: string, quote: Element | undefined): Element | undefined {
  return allOwn(article, selector, quote)[0];
}

export function allOwn(article: Element, selector: string, quote: Element | undefined): Element[] {
  return all(article, selector).filter((element) => !contains(quote, element) && !isEmbedded(element, article));
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

/** The picture of who wrote it; until early 2022 known by its address alone. */
export function avatarPlace(article: Element, quote: Element | undefined): Element | undefined {
  const known = own(article, selectors.avatar, quote);
  if (known || one(article, selectors.names)) return known;
  const picture = own(article, oldAvatar, quote);
  return picture && (closest(picture, 'a[href]') ?? parent(picture) ?? undefined);
}
export const oldAvatar = 'img[src*="/profile_images/"]';

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
