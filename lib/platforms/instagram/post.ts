/** The post of the page: its place, the row with its caption, its comments. */
import { linksIn, resolve } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, attribute, closest, contains, one, parent } from '../read.ts';
import { labelText } from '../text.ts';
import { postLink, profileHandle, readAddress } from './address.ts';
import { commentsIn } from './comments.ts';
import type { CommentPlace } from './comments.ts';
import { headOf, postPlace } from './place.ts';
import { readRow } from './row.ts';
import type { Row } from './row.ts';
import { selectors } from './selectors.ts';

export interface PostHere {
  readonly place: Element;
  readonly code: string;
  readonly comments: readonly CommentPlace[];
  readonly captionRow?: Element;
  readonly caption?: Row;
  /** Links to accounts above and beside the post; the first is who posted it. */
  readonly heads: readonly LinkHere[];
  /** Its own moment, in a link to itself. */
  readonly time?: Element;
}

export function postOf(page: Document, base: URL): PostHere | undefined {
  const { code } = readAddress(base);
  const place = postPlace(page, base);
  if (!place || code === undefined) return undefined;
  const comments = commentsIn(place, base, code);
  const time = linksIn(place, base, `a[href*="/${code}"]:not([href*="/c/"])`).find(
    ({ element, url }) => postLink(url)?.code === code && one(element, 'time'),
  )?.element;
  const captionRow = captionRowIn(place, comments, base);
  return {
    place,
    code,
    comments,
    ...(captionRow && { captionRow, caption: captionOf(captionRow, base) }),
    heads: headsIn(place, comments, captionRow, base),
    ...(time && { time }),
  };
}

/** A row like a comment whose moment has no address of a comment, or a heading with the words. */
function captionRowIn(place: Element, comments: readonly CommentPlace[], base: URL): Element | undefined {
  const times = all(place, 'time');
  const end = times.findIndex((time) => closest(time, selectors.comment));
  const row = times
    .slice(0, end < 0 ? undefined : end)
    .filter((time) => !closest(time, 'header'))
    .map((time) => rowAround(time, place, base))
    .find((found) => found !== undefined);
  if (row) return row;
  const heading = all(place, 'h1').find((words) => labelText(words) && !comments.some((comment) => contains(comment.row, words)));
  return heading && closest(heading, 'li');
}

function rowAround(time: Element, place: Element, base: URL): Element | undefined {
  for (let box = parent(time); box && box !== place; box = parent(box)) {
    if (one(box, `${selectors.comment}, ${selectors.composer}, section`)) return undefined;
    const isRow = one(box, selectors.avatar) && linksIn(box, base).some(({ url }) => profileHandle(url) !== undefined);
    if (isRow) return box;
  }
  return undefined;
}

function captionOf(row: Element, base: URL): Row {
  const read = readRow(row, base);
  const heading = one(row, 'h1');
  return read.text === undefined && heading ? { ...read, text: heading } : read;
}

/** Above the comments. In a picture people can be linked by its maker: no heads. */
function headsIn(place: Element, comments: readonly CommentPlace[], captionRow: Element | undefined, base: URL): LinkHere[] {
  const first = comments[0]?.row;
  const links = all(place, 'a[href]');
  const end = links.findIndex((element) => contains(first, element));
  return links
    .slice(0, end < 0 ? undefined : end)
    .flatMap((element): LinkHere[] => {
      const url = resolve(attribute(element, 'href'), base);
      return url ? [{ element, url }] : [];
    })
    .filter(
      ({ element, url }) =>
        profileHandle(url) !== undefined &&
        !contains(captionRow, element) &&
        !closest(element, 'li:has(> div img[srcset])') &&
        labelText(element) !== undefined,
    );
}

/** Who posted: as the address says, the caption, the head of the page, or the first account above it. */
export function authorOf({ caption, heads, code }: PostHere, page: Document, base: URL): string | undefined {
  const own = resolve(attribute(one(page, 'meta[property="og:url"]'), 'content'), base);
  const link = own && headOf(page, base, code) !== undefined ? postLink(own) : undefined;
  const [first] = heads;
  return readAddress(base).handle ?? caption?.handle ?? link?.handle ?? (first && profileHandle(first.url));
}
