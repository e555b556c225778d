import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, linksIn, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { all, attribute, closest, contains, matches, one, parent } from '../read.ts';
import { oneLine, short, shortLength, visibleText } from '../text.ts';
import { outward } from './address.ts';
import { accountLink } from './author.ts';
import { owned } from './owned.ts';
import { selectors } from './selectors.ts';
import { unseenPictures } from '../unseen.ts';
import { videoFacts } from './video.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
}

/** Smaller ones are icons, badges and faces; in pixels. */
const minSide = 60;
const maxCardBoxes = 6;
/** Emoji, icons and reactions are drawn by Facebook itself. */
const drawn = /^(?:data:|https?:\/\/(?:static\.xx\.fbcdn\.net|static\.[\w.-]+\.fbcdn\.net)\/)|\/images\/emoji\.php\//iu;
const notMedia = `${selectors.author}, ${selectors.toolbar}, ${selectors.row}, ${selectors.box}, form, [role="dialog"] [role="dialog"]`;

/** Pictures, videos, stickers and previews of an item, in page order, without those of what it shares. */
export function readMedia(item: Element, page: Document, base: URL, except?: Element): ReadMedia {
  const media: DraftMedia[] = [];
  const marks: Mark[] = [];
  const isTaken = (element: Element) => contains(except, element) || marks.some((mark) => contains(mark.element, element));
  for (const element of owned(item, 'video, img, [role="img"], [data-video-id]', notMedia)) {
    if (isTaken(element)) continue;
    const found = readOne(element, item, page, base);
    if (!found) continue;
    marks.push({ element: found.place, role: 'media', media: media.length });
    media.push(found.media);
  }
  for (const preview of cardsWithoutPicture(item, base, isTaken)) {
    marks.push({ element: preview.place, role: 'media', media: media.length });
    media.push(preview.media);
  }
  const last = marks.findLast((mark) => mark.media !== undefined && media[mark.media]?.kind === 'image')?.element;
  return { media: media.length > 1 ? [...media, ...unseenPictures(last, item)] : media, marks };
}

interface FoundMedia {
  readonly place: Element;
  readonly media: DraftMedia;
}

function readOne(element: Element, item: Element, page: Document, base: URL): FoundMedia | undefined {
  if (matches(element, 'video')) return readVideo(element, item, page, base);
  if (matches(element, '[data-video-id]')) return one(element, 'video') ? undefined : readVideo(element, item, page, base);
  if (matches(element, '[role="img"]:not(img)')) return sticker(element);
  if (!isPicture(element, base)) return undefined;
  const preview = cardAround(element, item, base);
  if (preview) return preview;
  const url = bestImage(element, base);
  return {
    place: element,
    media: { kind: isGif(url) ? 'gif' : 'image', ...(url && { url }), ...describe(element), ...sizeOf(element) },
  };
}

/** Not drawn by Facebook, not a face, not the still picture under a video. */
function isPicture(image: Element, base: URL): boolean {
  const address = attribute(image, 'src') ?? '';
  if (drawn.test(address)) return false;
  const sides = [attribute(image, 'width'), attribute(image, 'height')].map(Number).filter((side) => side > 0);
  if (sides.length > 0 && Math.max(...sides) < minSide) return false;
  const link = closest(image, 'a[href]');
  return !(link && accountLink(link, base)) && !closest(image, '[data-video-id], [role="button"][aria-label]:not(:has(a))');
}

function isGif(url: string | undefined): boolean {
  return (
    url !== undefined &&
    /\.gif(?:[?#]|$)|\bgiphy\.com|\btenor\.com/iu.test(decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/giu, '')))
  );
}

/** A sticker is a background; its picture is Facebook's own, so only that it was there is kept. */
function sticker(element: Element): FoundMedia | undefined {
  const style = attribute(element, 'style') ?? '';
  if (!/background-image:\s*url\(/iu.test(style) || drawn.test(style.match(/url\(["']?([^"')]+)/iu)?.[1] ?? '')) return undefined;
  return { place: element, media: { kind: 'image', ...describe(element) } };
}

/** A video's source is `blob:`; where the page's own data names the file, that is taken. */
function readVideo(video: Element, item: Element, page: Document, base: URL): FoundMedia {
  const player = closest(video, '[data-video-id]') ?? video;
  const source = webAddress(attribute(video, 'src') ?? attribute(one(video, 'source'), 'src'), base);
  const poster = webAddress(attribute(video, 'poster'), base) ?? stillUnder(video, item, base);
  const ids = [attribute(player, 'data-video-id'), ...linksIn(item, base).map(({ url }) => videoId(url)), videoId(base)];
  const known = videoFacts(
    page,
    ids.filter((id) => id !== undefined),
  );
  const url = known.url ?? source;
  const still = known.poster ?? poster;
  const captions = known.captions ?? webAddress(attribute(one(video, 'track[src]'), 'src'), base);
  return {
    place: contains(item, player) ? player : video,
    media: {
      kind: isGif(source) ? 'gif' : 'video',
      ...(url && { url }),
      ...(still && { poster: still }),
      ...(captions && { captions }),
    },
  };
}

function videoId(url: URL): string | undefined {
  return url.pathname.match(/\/(?:videos|reels?)\/(?:[^/]+\/)?(\d{5,30})/u)?.[1] ?? url.searchParams.get('v') ?? undefined;
}

function stillUnder(video: Element, item: Element, base: URL): string | undefined {
  let box = parent(video);
  for (let up = 0; box && up < 4 && box !== item; up += 1, box = parent(box)) {
    const image = all(box, 'img').find((each) => !drawn.test(attribute(each, 'src') ?? ''));
    if (image) return bestImage(image, base);
  }
  return undefined;
}

/** A preview of a page elsewhere: the smallest box with a picture and a link that leads out, and no text of the item. */
function cardAround(element: Element, item: Element, base: URL): FoundMedia | undefined {
  let box = parent(element);
  for (let up = 0; box && up < maxCardBoxes && contains(item, box) && box !== item; up += 1, box = parent(box)) {
    if (one(box, `${selectors.paragraph}, ${selectors.article}, ul, form, ${selectors.author}`)) return undefined;
    const link = linksIn(box, base).find(({ url }) => outward(url));
    if (link) return card(box, outward(link.url)?.href);
  }
  return undefined;
}

function card(place: Element, link: string | undefined): FoundMedia {
  const text = short(visibleText(place, { isApart: true }));
  return { place, media: { kind: 'card', ...(link && { link }), ...(text && { text }) } };
}

/** Outside the text a link that leads out is a preview without a picture. */
function cardsWithoutPicture(item: Element, base: URL, isTaken: (element: Element) => boolean): FoundMedia[] {
  const outside = `${selectors.message}, ${selectors.paragraph}, ${selectors.button}, ${notMedia}`;
  const links = [...owned(item, 'a[href]', outside)].filter((element) => !isTaken(element) && !isLittle(element));
  return links.flatMap((element) => {
    const url = linksIn(parent(element) ?? element, base).find((link) => link.element === element)?.url;
    const to = url && outward(url);
    return to ? [card(element, to.href)] : [];
  });
}

const isLittle = (link: Element): boolean => visibleText(link).length < 3;

/** Written by the author or, beginning with "may be an image of", by Facebook: the page does not tell which. */
function describe(image: Element): Pick<DraftMedia, 'alt'> {
  const alt = oneLine(attribute(image, 'alt') ?? attribute(image, 'aria-label') ?? '').slice(0, shortLength);
  return alt ? { alt } : {};
}

function sizeOf(image: Element): Pick<DraftMedia, 'width' | 'height'> {
  const [width, height] = [Number(attribute(image, 'width')), Number(attribute(image, 'height'))];
  return Number.isInteger(width) && width > 0 && Number.isInteger(height) && height > 0 ? { width, height } : {};
}
