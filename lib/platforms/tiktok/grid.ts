/** The posts on a profile: pictures that lead to a post, each with the number of views. */
import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, linksIn } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { marked, unreadMarks } from '../marks.ts';
import { all, attribute, isShown, one } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { postLink, profileUrl, readAddress, timeOfId } from './address.ts';
import { seeHandle } from './author.ts';
import { isSame } from './post.ts';
import { selectors } from './selectors.ts';

/** Only the account's own: the tab with what it reposted shows posts of others. */
export function gridPlaces(page: Document, url: URL): Found[] {
  const { handle } = readAddress(url);
  return all(page, selectors.gridItem).flatMap((element) => {
    const post = linksIn(element, url).flatMap((link) => postLink(link.url) ?? [])[0];
    return post && isShown(element) && isSame(post.handle, handle) ? [{ kind: 'post', id: post.id, element }] : [];
  });
}

export function readGridItem({ element, id }: Found, url: URL, people: People): ReadItem {
  const link = linksIn(element, url).find((each) => postLink(each.url)?.id === id);
  const handle = (link && postLink(link.url)?.handle) ?? readAddress(url).handle ?? '';
  const image = one(element, 'img');
  const views = one(element, '[data-e2e="video-views"]');
  const desc = one(element, '[data-e2e="user-post-item-desc"]');
  const isPhoto = link?.url.pathname.includes('/photo/') ?? false;
  const shown = countIn(labelText(views));
  const marks: Mark[] = [
    ...marked(views, 'count'),
    ...marked(desc, 'text'),
    ...(image ? [{ element: image, role: 'media' as const, media: 0 }] : []),
  ];
  return {
    item: given({
      url: `${profileUrl(handle)}/${isPhoto ? 'photo' : 'video'}/${id}`,
      author: seeHandle(people, handle),
      times: given({ fromId: timeOfId(id) }),
      text: shownText(desc),
      media: [coverOf(image && bestImage(image, url), isPhoto)],
      counts: given({ views: shown }),
      mentions: [],
      hashtags: [],
      links: [],
      isPinned: one(element, '[data-e2e="video-card-badge"]') ? (true as const) : undefined,
    }),
    marks: [...marks, ...unreadMarks(element, marks)],
  };
}

function shownText(desc: Element | undefined): string | undefined {
  return oneLine(attribute(desc && one(desc, 'a[title]'), 'title') ?? labelText(desc) ?? '') || undefined;
}

/** The picture of a photo is the first photo, that of a video a still. */
function coverOf(address: string | undefined, isPhoto: boolean): DraftMedia {
  if (isPhoto) return { kind: 'image', ...(address && { url: address }) };
  return { kind: 'video', ...(address && { poster: address }) };
}
