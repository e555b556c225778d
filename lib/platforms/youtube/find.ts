import type { Found } from '../adapter.ts';
import { all, isShown } from '../read.ts';
import { readAddress } from './address.ts';
import { foundComments } from './comments.ts';
import { descriptionOf } from './description.ts';
import { communityId, postPlace } from './place.ts';
import { selectors } from './selectors.ts';

export function find(page: Document, url: URL): Found[] {
  const { kind, id } = readAddress(url);
  if (kind === 'profile') return findOnChannel(page, url);
  if (kind !== 'post' && kind !== 'other') return [];
  const place = postPlace(page, url);
  const post: Found[] =
    place && id
      ? [{ kind: 'post', id, element: place.element, ...(descriptionOf(page, place, id).isCut && { isTruncated: true }) }]
      : [];
  return [...post, ...foundComments(page, url, id)];
}

/** A channel's community posts are posts; its videos are only links there, and each has a page of its own. */
function findOnChannel(page: Document, url: URL): Found[] {
  return all(page, selectors.backstage)
    .filter(isShown)
    .flatMap((element) => {
      const id = communityId(element, url);
      return id ? [{ kind: 'post' as const, id, element }] : [];
    });
}
