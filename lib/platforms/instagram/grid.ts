/** The posts of a profile page: pictures in rows, each a link. What they say shows on their own pages only. */
import { bestImage, linksIn } from '../address.ts';
import type { Found, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { dropAllBut } from '../keep.ts';
import { marked } from '../marks.ts';
import { all, attribute, closest, isShown, one } from '../read.ts';
import { Failure } from '../../model/failure.ts';
import { timeOfCode } from '../shortcode.ts';
import { oneLine, shortLength } from '../text.ts';
import { postLink, readAddress } from './address.ts';
import { seeHandle } from './author.ts';
import { selectors } from './selectors.ts';

/** Only the account's own: a link that names another account is a post made together, and theirs. */
export function cellsOf(page: Document, base: URL): Found[] {
  const { handle } = readAddress(base);
  const seen = new Set<string>();
  return all(page, selectors.main).flatMap((main) =>
    linksIn(main, base).flatMap(({ element, url }): Found[] => {
      const link = postLink(url);
      const isOwn = link !== undefined && (link.handle ?? handle)?.toLowerCase() === handle?.toLowerCase();
      if (!isOwn || seen.has(link.code) || !one(element, 'img') || !isShown(element) || closest(element, 'header, [role="dialog"]'))
        return [];
      seen.add(link.code);
      return [{ kind: 'post', id: link.code, element }];
    }),
  );
}

export function readCell({ element, id }: Found, base: URL, people: People): ReadItem {
  const { handle } = readAddress(base);
  const image = one(element, 'img');
  if (!handle) throw new Failure('page-not-understood', { part: 'author' });
  const url = bestImage(image, base);
  const alt = oneLine(attribute(image, 'alt') ?? '').slice(0, shortLength);
  const isFilm = /\/(?:reel|reels|tv)\//u.test(attribute(element, 'href') ?? '');
  const still = given({ [isFilm ? 'poster' : 'url']: url, alt: alt || undefined });
  return {
    item: {
      url: `https://www.instagram.com/p/${id}/`,
      author: seeHandle(people, handle, base),
      times: given({ fromId: timeOfCode(id) }),
      media: [{ kind: isFilm ? 'video' : 'image', ...still }],
      counts: {},
      mentions: [],
      hashtags: [],
      links: [],
    },
    marks: [...marked(image, 'media').map((mark) => ({ ...mark, media: 0 })), ...dropAllBut(element, image ? [image] : [])],
  };
}
