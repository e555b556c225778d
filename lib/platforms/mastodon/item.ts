import type { DraftItem, DraftQuote } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { hashtagWords, instantOf, marked, mentionsIn } from '../marks.ts';
import { all, attribute, closest, contains, languageTag, matches, one } from '../read.ts';
import { labelText, oneLine, visibleText } from '../text.ts';
import { profileHandle, timeOfId } from './address.ts';
import { accountIds, avatarOf, mentionsAt, readAuthor, readMentions, seeHandle } from './author.ts';
import { readCounts } from './counts.ts';
import { isBoost } from './find.ts';
import { readMedia } from './media.ts';
import type { ReadMedia } from './media.ts';
import { selectors } from './selectors.ts';
import { allOwn, own, permalinkOf, quoteOf, textPlace } from './status.ts';
import type { Permalink } from './status.ts';

/** One status as it stands in the page now. */
export function read(found: Found, _page: Document, url: URL, people: People): ReadItem {
  const status = found.element;
  const quote = quoteOf(status);
  const links = linksIn(status, url);
  const link = permalinkOf(status, url, quote, links);
  if (!link) throw new Failure('page-not-understood', { part: 'permalink' });
  const author = readAuthor(status, quote, link.handle, people, url, links);
  const place = textPlace(status, quote);
  const warning = own(status, selectors.warning, quote);
  const media = readMedia(status, quote, url, place);
  for (const box of all(status, selectors.cardAuthor)) seeCardAuthor(box, people);
  const counts = readCounts(status, quote);
  const quoted = quote && readQuote(quote, people, url);
  const mentions = linksOfText(status, quote, place, links).flatMap((here) => mentionsAt(here, people, url));
  const prepend = readPrepend(status, people, url);
  const isOtherwiseFull = !warning && (media.media.length > 0 || quote !== undefined);
  const quotedMarks = quoted?.marks ?? [];
  return {
    item: given({
      url: link.url.href,
      author: author.person,
      times: timesOf(status, quote, link),
      text: textOf(place, isOtherwiseFull),
      lang: languageTag(attribute(place, 'lang')),
      contentWarning: labelText(warning),
      media: [...media.media],
      counts: counts.counts,
      mentions: mentionsIn([...mentions, ...prepend.marks, ...quotedMarks]),
      hashtags: hashtagsIn(status, quote),
      links: outwardLinks(place, url),
      quote: quoted?.quote,
      ...(isFeatured(status) && { isPinned: true as const }),
      ...prepend.facts,
    }),
    marks: [
      ...author.marks,
      ...marked(place, 'text'),
      ...marked(warning, 'warning'),
      ...mentions,
      ...media.marks,
      ...counts.marks,
      ...prepend.marks,
      ...quotedMarks,
      ...marked(link.element, 'time'),
      ...strayMarks(unread(links, mentions), [...author.marks, ...mentions, ...prepend.marks, ...quotedMarks], people, url),
      ...controlMarks(status),
    ],
  };
}

/** '' when the status plainly consists of something else; absent when its text is not in the page. */
function textOf(place: Element | undefined, isOtherwiseFull: boolean): string | undefined {
  if (place) return visibleText(place);
  return isOtherwiseFull ? '' : undefined;
}

function timesOf(status: Element, quote: Element | undefined, link: Permalink): DraftItem['times'] {
  const edited = own(status, 'abbr[title], .detailed-status__edited, .status__edited-label, .edited-timestamp__timestamp', quote);
  const editedLabel = oneLine(attribute(edited, 'title') ?? '') || labelText(edited);
  return { ...clock(link.element, link.id), ...(editedLabel && { edited: editedLabel }) };
}

function clock(place: Element, id: string): DraftItem['times'] {
  return given({ shown: labelText(place), markup: instantOf(one(place, 'time')), fromId: timeOfId(id) });
}

/** Links to accounts in places not read above: known and marked all the same. */
function strayMarks(links: readonly LinkHere[], marks: readonly Mark[], people: People, base: URL): Mark[] {
  const known = marks.filter(({ role }) => role !== 'quote' && role !== 'label').map(({ element }) => element);
  const isRead = (link: Element) => known.some((place) => contains(place, link) || contains(link, place));
  return mentionsAt(links, people, base).filter(({ element }) => !isRead(element) && !one(element, 'time'));
}

/** In the text, in the line that a closed warning leaves, and on a link card ("more from …"). */
function linksOfText(
  status: Element,
  quote: Element | undefined,
  place: Element | undefined,
  links: readonly LinkHere[],
): LinkHere[][] {
  const content = own(status, '.status__content', quote) ?? place;
  const others = allOwn(status, `.more-from-author, .hashtag-bar`, quote);
  return [content, ...others].map((root) => links.filter(({ element }) => element !== root && contains(root, element)));
}

/** A link that was read as a mention says the same a second time. */
function unread(links: readonly LinkHere[], marks: readonly Mark[]): LinkHere[] {
  return links.filter(({ element }) => !marks.some((mark) => mark.element === element));
}

/** The line above: who boosted it (R13), or "pinned", or whom it answers. */
function readPrepend(
  status: Element,
  people: People,
  base: URL,
): { facts: Pick<DraftItem, 'repostedBy' | 'isPinned'>; marks: Mark[] } {
  const prepend = one(status, selectors.prepend);
  if (!prepend) return { facts: {}, marks: [] };
  const line: Mark = { element: prepend, role: 'label' };
  const link = linksIn(prepend, base).find(({ url }) => profileHandle(url, base));
  const handle = link && profileHandle(link.url, base);
  if (!link || !handle) return { facts: one(prepend, '.fa-thumb-tack, .icon-thumb-tack') ? { isPinned: true } : {}, marks: [line] };
  const name = labelText(link.element);
  const overlay = isBoost(status) ? one(status, '.account__avatar-overlay-overlay') : undefined;
  const more = { ...(name && !name.startsWith('@') && { name }), ...avatarOf(overlay, base) };
  const person = seeHandle(people, handle, base, { ...more, ids: [...(more.ids ?? []), ...accountIds(link.element)] });
  return {
    facts: isBoost(status) ? { repostedBy: person } : {},
    marks: [line, { element: link.element, role: 'mention', person }],
  };
}

function readQuote(quote: Element, people: People, base: URL): { quote: DraftQuote; marks: Mark[] } {
  const link = permalinkOf(quote, base);
  const place = textPlace(quote, undefined);
  const media: ReadMedia = readMedia(quote, undefined, base);
  const author = link && readAuthor(quote, undefined, link.handle, people, base);
  const mentions = readMentions(place, people, base);
  return {
    quote: given({
      author: author?.person,
      id: link?.id,
      url: link?.url.href,
      text: place && visibleText(place),
      times: link ? clock(link.element, link.id) : {},
      media: [...media.media],
    }),
    marks: [
      ...marked(quote, 'quote', author?.person),
      ...(author?.marks ?? []),
      ...marked(place, 'text'),
      ...mentions,
      ...media.marks.map(({ element }) => ({ element, role: 'media' as const })),
    ],
  };
}

/** The writer a linked page names: a person like any other. "Door …" is the server's own word before it. */
function seeCardAuthor(box: Element, people: People): void {
  const name = labelText(one(box, 'strong, bdi, a, span') ?? box);
  if (name) people.see({ name });
}

function isFeatured(status: Element): boolean {
  return matches(status, selectors.featured) || closest(status, selectors.featured) !== undefined;
}

const controls = `${selectors.actions}, ${selectors.filter}, .spoiler-button, .media-gallery__item__badges, .detailed-status__application, button, [role="button"]`;

function controlMarks(status: Element): Mark[] {
  return all(status, controls).map((element) => ({ element, role: 'drop' }));
}

function hashtagsIn(status: Element, quote: Element | undefined): string[] {
  return hashtagWords(allOwn(status, 'a.hashtag, a[rel~="tag"], .hashtag-bar a[href*="/tags/"]', quote));
}

function outwardLinks(place: Element | undefined, base: URL): string[] {
  if (!place) return [];
  const links = linksIn(place, base).filter(
    ({ element, url }) => url.hostname !== base.hostname && !matches(element, '.mention, .u-url, .hashtag'),
  );
  return [...new Set(links.map(({ url }) => url.href))];
}
