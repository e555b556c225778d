import type { Found } from '../adapter.ts';
import { all, attribute, isShown, one } from '../read.ts';
import { resolve } from '../address.ts';
import { postAddress, readAddress } from './address.ts';
import { authorLink } from './author.ts';
import { moreButton } from './body.ts';
import { parentsOf } from './nesting.ts';
import { isPost, permalinkOf, rootOf, scopeOf } from './scope.ts';
import { commentLink } from './ids.ts';
import { selectors } from './selectors.ts';

export function find(page: Document, url: URL): Found[] {
  const { kind, handle } = readAddress(url);
  if (kind === 'profile' && handle) return findOnProfile(page, url, handle);
  return kind === 'post' ? findThread(page, url) : [];
}

function findThread(page: Document, url: URL): Found[] {
  const { post, comments } = scopeOf(page, url);
  const id = postId(page, url);
  if (!id) return [];
  const parents = parentsOf(comments, id);
  const reactions = comments.map(({ element, link }): Found => {
    const answers = parents.get(element);
    return { kind: 'reaction', id: link.id, element, ...truncated(element, true), ...(answers && { parent: answers }) };
  });
  return post ? [{ kind: 'post', id, element: post, ...truncated(post, false) }, ...reactions] : reactions;
}

/** The account's own posts; visitors' posts and suggestions beside them are not taken in, nor the few comments under each. */
function findOnProfile(page: Document, url: URL, handle: string): Found[] {
  return all(rootOf(page, url), selectors.article)
    .filter((article) => isShown(article) && isPost(article) && !commentLink(article, url))
    .flatMap((element): Found[] => {
      const link = permalinkOf(element, url);
      const isBy = authorLink(element, url)?.handle.toLowerCase() === handle.toLowerCase();
      return link && isBy ? [{ kind: 'post', id: link.id, element, ...truncated(element, false) }] : [];
    });
}

/**
 * The id in the address. Where that is a `pfbid`, the number in the page's own canonical address, if that is of the same account:
 * both stand in the page from the beginning, so that the id stays the same while the page grows.
 */
function postId(page: Document, url: URL): string | undefined {
  const { id, handle } = readAddress(url);
  if (!id?.startsWith('pfbid')) return id;
  const canonical =
    attribute(one(page, 'link[rel="canonical"]'), 'href') ?? attribute(one(page, 'meta[property="og:url"]'), 'content');
  const address = resolve(canonical, url);
  const named = address && postAddress(address);
  const isSame = named?.handle?.toLowerCase() === handle?.toLowerCase();
  return named && isSame && /^\d+$/u.test(named.id) ? named.id : id;
}

/** "See more" stands at the end of the text itself. */
function truncated(item: Element, isComment: boolean): { isTruncated?: true } {
  return moreButton(item, isComment) ? { isTruncated: true } : {};
}
