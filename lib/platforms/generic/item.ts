import type { CountName, DraftItem, DraftMedia, DraftQuote } from '../../model/draft.ts';
import { bestImage, linksIn, resolve, webAddress } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { hashtagWords, instantOf, marked, mentionsIn, unreadMarks } from '../marks.ts';
import { all, attribute, closest, contains, languageTag, matches, one } from '../read.ts';
import { labelText, oneLine, short, visibleText } from '../text.ts';
import { handleOf, readAuthor, readMentions } from './author.ts';
import { blockOf, own, ownAll, permalinkOf, textPlace } from './block.ts';
import type { Block } from './block.ts';
import { isSameNetwork } from './sites.ts';
import type { Site } from './sites.ts';

export function read(found: Found, url: URL, people: People, site: Site): ReadItem {
  const block = blockOf(found.element, site);
  const author = readAuthor(block, site, people, url);
  const place = textPlace(block);
  const link = permalinkOf(block, url);
  const media = readMedia(block, site, url, place);
  const mentions = readMentions(place, site, people, url);
  const quoted = block.quote && readQuote(block.quote, site, people, url);
  const hasOther = media.media.length > 0 || block.quote !== undefined;
  const address = link?.url.href ?? (found.kind === 'post' ? `${url.origin}${url.pathname}` : undefined);
  const time = timeOf(block, link?.element);
  const quotedMarks = quoted?.marks ?? [];
  const known = [
    ...author.marks,
    ...marked(place, 'text'),
    ...mentions,
    ...media.marks,
    ...quotedMarks,
    ...marked(time.element, 'time'),
    ...strayMarks(block, site, people, url, place),
  ];
  return {
    item: given({
      url: address,
      author: author.person,
      times: time.times,
      text: textOf(place, hasOther),
      lang: languageTag(attribute(place, 'lang')),
      media: media.media,
      counts: countsOf(block, site),
      mentions: mentionsIn([...mentions, ...quotedMarks]),
      hashtags: hashtagsIn(place),
      links: outwardLinks(place, url),
      quote: quoted?.quote,
    }),
    marks: [
      ...known,
      ...unreadMarks(block.element, known),
      ...ownAll(block, 'button, [role="button"], form')
        .filter((element) => !one(element, 'img'))
        .map((element) => ({ element, role: 'drop' as const })),
    ],
  };
}

/** '' when the block plainly consists of something else; absent when nothing was found. */
function textOf(place: Element | undefined, hasOther: boolean): string | undefined {
  if (!place) return hasOther ? '' : undefined;
  return visibleText(place);
}

/** `time[datetime]`, or the words of the link to the post and the whole date in its label. */
function timeOf(block: Block, link: Element | undefined): { times: DraftItem['times']; element?: Element } {
  const time = own(block, 'time') ?? link ?? datedBox(block);
  if (!time) return { times: {} };
  const brief = labelText(time)?.replace(/^[·\s]+/u, '');
  const full = attribute(time, 'data-tooltip') ?? attribute(time, 'title');
  const shown = full && /\d{4}/u.test(full) && full !== brief ? oneLine(`${brief ?? ''} (${full})`) : brief;
  return { times: given({ shown: shown || undefined, markup: instantOf(time) }), element: time };
}

/** A box that says a time and a year and little else. */
function datedBox(block: Block): Element | undefined {
  return ownAll(block, '[dir]').find((box) => /^(?=.*\d{1,2}[:.]\d{2})(?=.*\b\d{4}\b).{8,48}$/u.test(labelText(box) ?? ''));
}

function countsOf(block: Block, site: Site): Partial<Record<CountName, string>> {
  const counts: Partial<Record<CountName, string>> = {};
  for (const [name, selector] of site.counts) {
    const place = own(block, selector);
    const shown = countIn(labelText(place)) ?? countIn(attribute(place, 'aria-label'));
    if (shown) counts[name] = shown;
  }
  return counts;
}

function readMedia(block: Block, site: Site, base: URL, text: Element | undefined): { media: DraftMedia[]; marks: Mark[] } {
  const media: DraftMedia[] = [];
  const marks: Mark[] = [];
  for (const element of ownAll(block, 'img, video, audio, a[href][target="_blank"]')) {
    if (contains(text, element) || closest(element, site.avatar) || isFace(element, site, base)) continue;
    const medium = matches(element, 'a') ? readCard(element, base) : readOne(element, base);
    if (!medium) continue;
    const isInside = marks.some((mark) => contains(mark.element, element));
    if (!isInside) marks.push({ element, role: 'media', media: media.length });
    media.push(medium);
  }
  return { media, marks };
}

/** A picture of somebody: where the site marks it, where it leads to an account, or where its description says so. */
function isFace(image: Element, site: Site, base: URL): boolean {
  const link = closest(image, 'a[href]');
  const url = link && resolve(attribute(link, 'href'), base);
  const about = attribute(image, 'alt') ?? '';
  return (
    matches(image, site.avatar) ||
    (url !== undefined && handleOf(url, site, base) !== undefined) ||
    /profile (?:picture|photo)|profiel ?foto|photo de profil|foto d[eo] perfil|profilbild|\bavatar\b/iu.test(about)
  );
}

function readOne(element: Element, base: URL): DraftMedia | undefined {
  const alt = short(oneLine(attribute(element, 'alt') ?? attribute(element, 'aria-label') ?? ''));
  const about = alt ? { alt } : {};
  if (matches(element, 'img')) {
    const url = bestImage(element, base);
    return url && !isEmoji(element) ? { kind: 'image', url: url, ...about } : undefined;
  }
  const url = webAddress(attribute(element, 'src') ?? attribute(one(element, 'source'), 'src'), base);
  const poster = webAddress(attribute(element, 'poster'), base);
  const kind = matches(element, 'audio') ? 'audio' : attribute(element, 'loop') !== undefined ? 'gif' : 'video';
  return { kind, ...(url && { url }), ...(poster && { poster }), ...about };
}

function isEmoji(image: Element): boolean {
  return /^\P{L}{1,12}$/u.test(attribute(image, 'alt') ?? '');
}

/** A box that leads out of the network, with more than one line of text. */
function readCard(link: Element, base: URL): DraftMedia | undefined {
  const text = short(visibleText(link, { isApart: true }));
  const href = webAddress(attribute(link, 'href'), base);
  const isCard =
    href &&
    new URL(href).hostname !== base.hostname &&
    !isSameNetwork(new URL(href), base) &&
    all(link, '[dir], p, h2, h3, div').length > 1;
  return isCard && text ? { kind: 'card', link: href, text } : undefined;
}

function readQuote(element: Element, site: Site, people: People, base: URL): { quote: DraftQuote; marks: Mark[] } {
  const block: Block = { element, others: [] };
  const author = readAuthor(block, site, people, base);
  const link = permalinkOf(block, base);
  const place = textPlace(block);
  const media = readMedia(block, site, base, place);
  const mentions = readMentions(place, site, people, base);
  const time = timeOf(block, link?.element);
  return {
    quote: given({
      author: author.person,
      id: link?.id,
      url: link?.url.href,
      text: textOf(place, media.media.length > 0),
      times: time.times,
      media: media.media,
    }),
    marks: [
      ...marked(element, 'quote', author.person),
      ...author.marks,
      ...marked(place, 'text'),
      ...marked(time.element, 'time'),
      ...mentions,
      ...media.marks.map((mark) => ({ element: mark.element, role: 'media' as const })),
    ],
  };
}

/** Links to accounts in places that were not understood ("reposted by", "replying to"): known and marked all the same. */
function strayMarks(block: Block, site: Site, people: People, base: URL, text: Element | undefined): Mark[] {
  const known = new Set(readAuthor(block, site, people, base).marks.map(({ element }) => element));
  return linksIn(block.element, base).flatMap(({ element, url }) => {
    const handle = handleOf(url, site, base);
    const isRead = contains(text, element) || known.has(element) || contains(block.quote, element);
    if (!handle || isRead) return [];
    const name = labelText(element);
    const person = people.see({
      handle,
      urls: [url.href],
      ...(name && !name.startsWith('@') && !one(element, 'time') && { name }),
    });
    return [{ element, role: 'mention' as const, person }];
  });
}

function hashtagsIn(place: Element | undefined): string[] {
  return hashtagWords(place ? all(place, 'a[href*="/hashtag/"], a[href*="/tags/"], a[rel~="tag"]') : []);
}

function outwardLinks(place: Element | undefined, base: URL): string[] {
  if (!place) return [];
  return [
    ...new Set(
      linksIn(place, base)
        .map(({ url }) => url)
        .filter((url) => !isSameNetwork(url, base))
        .map((url) => url.href),
    ),
  ];
}
