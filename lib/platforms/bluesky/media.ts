import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, resolve, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { all, attribute, closest, contains, matches, one, tagOf } from '../read.ts';
import { oneLine, short, visibleText } from '../text.ts';
import { blueskyHosts } from './address.ts';
import { selectors } from './selectors.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
}

/** Pictures, videos and link cards of one post, in page order, without those of what it quotes. */
export function readMedia(place: Element, quote: Element | undefined, base: URL): ReadMedia {
  const text = one(place, selectors.text);
  const media: DraftMedia[] = [];
  const marks: Mark[] = [];
  for (const element of all(place, 'a[href][target="_blank"], img, video, audio')) {
    const isOther = contains(quote, element) || contains(text, element) || isFace(element);
    const medium = isOther ? undefined : mediumOf(element, base);
    if (!medium) continue;
    // the picture of a link card is a file of its own, drawn with the card; in page order that is the last one
    const isDrawn = contains(marks.at(-1)?.element, element);
    if (!isDrawn) marks.push({ element, role: 'media', media: media.length });
    media.push(medium);
  }
  return { media, marks };
}

function isFace(element: Element): boolean {
  return (
    closest(element, selectors.anyAvatar) !== undefined || closest(element, 'a[href^="/profile/"]:not([target])') !== undefined
  );
}

function mediumOf(element: Element, base: URL): DraftMedia | undefined {
  if (matches(element, 'a')) return readCard(element, base);
  const alt = short(oneLine(attribute(element, 'alt') ?? attribute(element, 'aria-label') ?? ''));
  const about = alt ? { alt } : {};
  if (matches(element, 'img')) {
    const url = bestImage(element, base)?.replace('/img/feed_thumbnail/', '/img/feed_fullsize/');
    return url && !/^\P{L}{1,12}$/u.test(alt ?? '') ? { kind: 'image', url, ...about } : undefined;
  }
  return readPlayer(element, about, base);
}

/** Small loops are a file; video comes in pieces (`blob:`), of which the still picture and a file of subtitles can be had. */
function readPlayer(element: Element, about: Pick<DraftMedia, 'alt'>, base: URL): DraftMedia {
  const url = webAddress(attribute(element, 'src') ?? attribute(one(element, 'source'), 'src'), base);
  const poster = webAddress(attribute(element, 'poster'), base);
  const captions = webAddress(
    attribute(one(element, 'track[kind="captions"], track[kind="subtitles"], track:not([kind])'), 'src'),
    base,
  );
  const isLoop = attribute(element, 'loop') !== undefined && url !== undefined;
  const kind = tagOf(element) === 'audio' ? 'audio' : isLoop ? 'gif' : 'video';
  return { kind, ...(url && { url }), ...(poster && { poster }), ...(captions && { captions }), ...about };
}

/** A box that leads out of the network, with more than one line of text. */
function readCard(link: Element, base: URL): DraftMedia | undefined {
  const to = resolve(attribute(link, 'href'), base);
  const text = short(visibleText(link, { isApart: true }));
  const isCard = to && !blueskyHosts.has(to.hostname) && all(link, '[dir], p, h2, h3, div').length > 1;
  return isCard && text ? { kind: 'card', link: to.href, text } : undefined;
}
