/**
 * Where on the page the post and its comments stand. A permalink page is often the home feed with the post in a dialog over it:
 * only the dialog is read then.
 */
import { linksIn, resolve } from '../address.ts';
import { all, attribute, closest, contains, isShown, one, parent } from '../read.ts';
import type { Root } from '../read.ts';
import { labelText } from '../text.ts';
import { isFacebookHost, postAddress, readAddress } from './address.ts';
import { authorLink } from './author.ts';
import { commentLink } from './ids.ts';
import type { CommentLink } from './ids.ts';
import { firstOwned, owned } from './owned.ts';
import { selectors } from './selectors.ts';

export interface Comment {
  readonly element: Element;
  readonly link: CommentLink;
}

export interface Scope {
  readonly root: Root;
  readonly post?: Element;
  /** In page order, each once. */
  readonly comments: readonly Comment[];
  /** Comments of which the page does not tell which they are. */
  readonly unreadable: number;
}

const postParts = `${selectors.author}, ${selectors.message}`;

export function scopeOf(page: Document, url: URL): Scope {
  const root = rootOf(page, url);
  const articles = all(root, selectors.article).filter((article) => isShown(article));
  const comments = articles.flatMap((element) => {
    const link = commentLink(element, url);
    return link ? [{ element, link }] : [];
  });
  const isComment = new Set(comments.map(({ element }) => element));
  const outer = articles.filter((article) => !isComment.has(article) && !around(article, root));
  const post = pick(outer.filter(isPost), url) ?? theatre(page, root, outer);
  const owner = (element: Element): Element | undefined => outer.find((article) => article !== post && contains(article, element));
  const own = comments.filter(({ element }) => !owner(element));
  const known = new Set<string>();
  return {
    root,
    ...(post && { post }),
    comments: own.filter(({ link }) => !known.has(link.id) && known.add(link.id)),
    unreadable: articles.filter((article) => !isComment.has(article) && isNameless(article, root, post)).length,
  };
}

export function rootOf(page: Document, url: URL): Root {
  const main = one(page, selectors.main);
  const address = readAddress(url);
  if (address.kind !== 'post') return main ?? page;
  const dialogs = all(page, selectors.dialog).filter(
    (dialog) => isShown(dialog) && !closest(dialog, '[aria-hidden="true"]') && one(dialog, `${selectors.article}, ${postParts}`),
  );
  const [first, second] = dialogs;
  if (first && !second) return first;
  if (first) return dialogs.find((dialog) => linksTo(dialog, url, address.id)) ?? dialogs.at(-1) ?? first;
  const aside = all(page, selectors.aside).find((side) => isShown(side) && one(side, selectors.article));
  return main && one(main, `${selectors.article}, ${postParts}`) ? main : (aside ?? main ?? page);
}

function linksTo(place: Root, url: URL, id: string | undefined): boolean {
  return id !== undefined && linksIn(place, url, `a[href*="${CSS.escape(id)}"]`).some((link) => postAddress(link.url)?.id === id);
}

function around(article: Element, root: Root): Element | undefined {
  const up = parent(article);
  const outer = up ? closest(up, selectors.article) : undefined;
  return outer && contains(root, outer) ? outer : undefined;
}

/** Advertisements and suggestions have neither an address nor a text. */
export function isPost(article: Element): boolean {
  if (firstOwned(article, postParts)) return true;
  return firstOwned(article, selectors.heading) !== undefined && firstOwned(article, selectors.paragraph) !== undefined;
}

/** The post of this address: by its id; pfbid changes from visit to visit, so else by whose it is. */
function pick(posts: readonly Element[], url: URL): Element | undefined {
  const { id, handle } = readAddress(url);
  const named = posts.find((post) => permalinkOf(post, url)?.id === id);
  if (named || posts.length < 2 || !handle) return named ?? posts[0];
  return posts.find((post) => authorLink(post, url)?.handle.toLowerCase() === handle.toLowerCase());
}

/** Beside a photo or video the post is no article of its own: all that stands around the comments is. */
function theatre(page: Document, root: Root, outer: readonly Element[]): Element | undefined {
  if (outer.some(isPost)) return undefined;
  const box = root === page ? one(page, 'body') : root;
  if (!(box instanceof Element)) return undefined;
  return one(box, `${postParts}, ${selectors.heading}`) ? box : undefined;
}

export interface Permalink {
  readonly element: Element;
  readonly url: URL;
  readonly id: string;
}

/** The link around the time of a post: the first one with words on it that leads to a post and to no comment. */
export function permalinkOf(post: Element, base: URL): Permalink | undefined {
  for (const element of owned(post, 'a[href]', `${selectors.message}, [aria-hidden="true"]`)) {
    const url = resolve(attribute(element, 'href'), base);
    const target = url && isFacebookHost(url.hostname) && !url.searchParams.has('comment_id') ? postAddress(url) : undefined;
    if (url && target && (labelText(element) || attribute(element, 'aria-label'))) return { element, url, id: target.id };
  }
  return undefined;
}

/** A comment without its address: it has a name and words, but cannot be told from others. */
function isNameless(article: Element, root: Root, post: Element | undefined): boolean {
  const isInThread = post ? article !== post && contains(post, article) : contains(root, article);
  return isInThread && attribute(article, 'tabindex') === '-1' && labelText(article) !== undefined;
}
