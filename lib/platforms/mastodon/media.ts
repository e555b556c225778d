import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, linksIn, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { all, attribute, closest, contains, matches, one, parent } from '../read.ts';
import { labelText, oneLine, short, visibleText } from '../text.ts';
import { around } from '../tree.ts';
import { selectors } from './selectors.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
}

const places = `${selectors.galleryItem}, video, audio, ${selectors.poll}, ${selectors.card}, a[href][target="_blank"] > img, figure img`;

/** Pictures, video, sound, polls and link cards of one status, in page order. `text`: where it speaks itself. */
export function readMedia(status: Element, except: Element | undefined, base: URL, text?: Element): ReadMedia {
  const media: DraftMedia[] = [];
  const marks: Mark[] = [];
  // in page order: what is inside an earlier one is inside the last, and thousands of pictures are not compared each with each
  for (const element of all(status, places)) {
    if (contains(except, element) || contains(marks.at(-1)?.element, element) || closest(element, selectors.avatar)) continue;
    marks.push({ element, role: 'media', media: media.length });
    media.push(readOne(element, base));
  }
  const card = text && hashedCard(status, base, [except, text, ...marks.map(({ element }) => element)]);
  if (card) {
    marks.push({ element: card, role: 'media', media: media.length });
    media.push(readCard(card, base));
  }
  return { media, marks };
}

/** The redesign's link card has no name of its own: the box around the links to elsewhere that are no text of the post. */
function hashedCard(status: Element, base: URL, known: readonly (Element | undefined)[]): Element | undefined {
  const own = matches(status, 'article') ? status : one(status, 'article');
  if (!own) return undefined;
  const links = linksIn(own, base, selectors.cardLink).filter(
    ({ element, url }) =>
      url.hostname !== base.hostname && !closest(element, 'header, footer') && !known.some((place) => contains(place, element)),
  );
  const [first] = links;
  const above = first && parent(first.element);
  const box = links.reduce<Element | undefined>((whole, { element }) => whole && around(whole, element), above ?? undefined);
  const isApart = box && box !== own && contains(own, box) && !known.some((place) => place && contains(box, place));
  return isApart ? box : undefined;
}

function readOne(element: Element, base: URL): DraftMedia {
  if (matches(element, selectors.poll)) return readPoll(element);
  if (matches(element, selectors.card)) return readCard(element, base);
  const player = matches(element, 'video, audio') ? element : one(element, 'video, audio');
  if (player) return readPlayer(player, base);
  return readImage(element, base);
}

/** The link around a thumbnail goes to the original; a picture behind a warning has no address yet. */
function readImage(element: Element, base: URL): DraftMedia {
  const image = matches(element, 'img') ? element : one(element, 'img');
  const link = one(element, selectors.thumbnail) ?? closest(element, 'a[href]');
  const url = webAddress(attribute(link, 'href'), base) ?? bestImage(image, base);
  return { kind: 'image', ...(url && { url }), ...alt(attribute(image, 'alt')) };
}

function readPlayer(player: Element, base: URL): DraftMedia {
  const url = webAddress(attribute(player, 'src') ?? attribute(one(player, 'source'), 'src'), base);
  const poster = webAddress(attribute(player, 'poster'), base);
  const isGif = closest(player, '.media-gallery__gifv, .gifv') !== undefined;
  const kind = matches(player, 'audio') ? 'audio' : isGif ? 'gif' : 'video';
  return {
    kind,
    ...(url && { url }),
    ...(poster && { poster }),
    ...alt(attribute(player, 'aria-label') ?? attribute(player, 'title')),
  };
}

function alt(raw: string | undefined): Pick<DraftMedia, 'alt'> {
  const text = oneLine(raw ?? '');
  return text ? { alt: text } : {};
}

function readPoll(poll: Element): DraftMedia {
  const options = all(poll, '.poll__option, li').filter((option) => !one(option, '.poll__option'));
  const lines = options.map(labelText).filter(Boolean);
  const text = short(lines.length > 0 ? lines.join('\n') : visibleText(poll));
  return { kind: 'poll', ...(text && { text }) };
}

function readCard(card: Element, base: URL): DraftMedia {
  const link = webAddress(attribute(matches(card, 'a') ? card : one(card, 'a[href]'), 'href'), base);
  const text = short(visibleText(card, { isApart: true }));
  return { kind: 'card', ...(link && { link }), ...(text && { text }) };
}
