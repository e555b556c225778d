/** The video or the photos of a post: in the page a player without a file; the addresses stand in the page's data. */
import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { all, attribute, closest, contains, one } from '../read.ts';
import { oneLine, short } from '../text.ts';
import type { PostData } from './data.ts';
import { own, ownAll } from './post.ts';
import { selectors } from './selectors.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
}

export function readPostMedia(place: Element, data: PostData | undefined, base: URL): ReadMedia {
  const photos = photosIn(place, base);
  const video = photos.length > 0 ? undefined : videoIn(place, base);
  const shown = video ? [video] : photos;
  const media = data?.media.length
    ? merged(
        data.media,
        shown.map(({ medium }) => medium),
      )
    : shown.map(({ medium }) => medium);
  const marks = shown.slice(0, media.length).map(({ element }, index) => ({ element, role: 'media' as const, media: index }));
  return { media, marks };
}

interface Shown {
  readonly element: Element;
  readonly medium: DraftMedia;
}

/** What the page shows fills in what its data leave out. */
function merged(known: readonly DraftMedia[], shown: readonly DraftMedia[]): DraftMedia[] {
  return known.map((medium, index) => ({ ...shown[index], ...medium }));
}

/** A slide is drawn twice where the row of photos goes round. */
function photosIn(place: Element, base: URL): Shown[] {
  const seen = new Set<string>();
  return ownAll(place, selectors.photos).flatMap((element) => {
    const url = bestImage(element, base);
    if (!url || seen.has(url)) return [];
    seen.add(url);
    return [{ element, medium: { kind: 'image', url } }];
  });
}

/** The picture of a video stands behind its player; its description is the text of the post once more. */
function videoIn(place: Element, base: URL): Shown | undefined {
  const video = own(place, selectors.video);
  const player = video ?? own(place, selectors.player);
  const still = ownAll(place, 'picture img, img').find((image) => isStill(image, place));
  const element = still ?? player;
  if (!element) return undefined;
  const url = webAddress(attribute(video, 'src'), base) ?? webAddress(attribute(video && one(video, 'source'), 'src'), base);
  const poster = (still && bestImage(still, base)) ?? webAddress(attribute(video, 'poster'), base);
  return { element, medium: { kind: 'video', ...(url && { url }), ...(poster && { poster }) } };
}

function isStill(image: Element, place: Element): boolean {
  const inLink = closest(image, `a, ${selectors.authorAvatar}, ${selectors.music}, button`);
  return (
    closest(image, 'picture, [class*="DivPlayer"], [class*="PlayerContainer"], [class*="DivVideo"]') !== undefined &&
    !(inLink && contains(place, inLink))
  );
}

/** Pictures in a comment: photos and stickers, but no faces and no emoji. */
export function readCommentMedia(block: Element, known: readonly Element[], base: URL): ReadMedia {
  const images = all(block, 'img').filter(
    (image) => !known.some((place) => contains(place, image)) && !closest(image, `a, button, [role="button"], ${selectors.likes}`),
  );
  const shown = images.flatMap((element) => {
    const url = bestImage(element, base);
    const alt = short(oneLine(attribute(element, 'alt') ?? ''));
    return url ? [{ element, medium: { kind: 'image' as const, url, ...(alt && { alt }) } }] : [];
  });
  return {
    media: shown.map(({ medium }) => medium),
    marks: shown.map(({ element }, index) => ({ element, role: 'media', media: index })),
  };
}
