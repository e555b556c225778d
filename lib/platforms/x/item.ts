import type { DraftItem, DraftQuote } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import { linksIn, webAddress } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { hashtagWords, instantOf, marked, mentionsIn } from '../marks.ts';
import { all, attribute, closest, contains, languageTag, matches, one, parent } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import type { TextRules } from '../text.ts';
import { postLink, profileHandle, readAddress, timeOfId, xHosts } from './address.ts';
import {
  allOwn,
  avatarHandle,
  avatarPlace,
  contextOf,
  isEmbedded,
  isOfPage,
  namesIn,
  oldAvatar,
  own,
  permalinkOf,
  quoteOf,
  replyLine,
  replyLinks,
} from './article.ts';
import type { Permalink } from './article.ts';
import { nameBeside, readAuthor, readMentions, seeHandle } from './author.ts';
import { readCounts } from './counts.ts';
import { readMedia } from './media.ts';
import type { ReadMedia } from './media.ts';
import { selectors } from './selectors.ts';

/** One post as it stands in the page now. */
export function read(found: Found, _page: Document, url: URL, people: People): ReadItem {
  const article = found.element;
  const quote = quoteOf(article);
  const link = permalinkOf(article, url);
  if (!link) throw new Failure('page-not-understood', { part: 'permalink' });
  const names = namesIn(article).find((box) => !contains(quote, box));
  const author = readAuthor(names, avatarPlace(article, quote), people, url, link.handle);
  const texts = textPlaces(article, quote);
  const media = readMedia(article, quote, url);
  const mentions = [...texts.flatMap((place) => readMentions(place, people, url)), ...replyMarks(article, quote, people, url)];
  const context = readContext(article, quote, people, url);
  const counts = readCounts(article, quote, url);
  const quoted = quote && readQuote(quote, people, url, link);
  const quotedMarks = quoted?.marks ?? [];
  return {
    item: given({
      url: link.url.href,
      author: author.person,
      times: timesOf(article, link),
      text: textOf(texts, media, quote),
      lang: languageTag(attribute(texts[0], 'lang')),
      isTruncated: own(article, selectors.showMore, quote) && (true as const),
      media: [...media.media],
      counts: counts.counts,
      mentions: mentionsIn([...mentions, ...quotedMarks]),
      hashtags: hashtagsIn(texts, url),
      links: outwardLinks(texts, url),
      quote: quoted?.quote,
      ...context.facts,
    }),
    marks: [
      ...author.marks,
      ...texts.flatMap((element) => marked(element, 'text')),
      ...mentions,
      ...media.marks,
      ...counts.marks,
      ...context.marks,
      ...quotedMarks,
      ...marked(link.element, 'time'),
      ...strayMarks(article, [...author.marks, ...mentions, ...context.marks, ...quotedMarks], people, url),
      ...controlMarks(article, quote),
    ],
  };
}

/** The text, or of a long article its title and body. */
function textPlaces(article: Element, quote: Element | undefined): Element[] {
  const short = own(article, selectors.text, quote);
  if (short) return [short];
  const places = [own(article, selectors.longTitle, quote), own(article, selectors.longText, quote)];
  const long = places.filter((place) => place !== undefined);
  const old = long.length > 0 ? undefined : own(article, selectors.oldText, quote);
  return old && !closest(old, `${selectors.card}, ${selectors.note}`) ? [old] : long;
}

/** '' when the post plainly consists of something else; absent when nothing at all was found. */
function textOf(places: readonly Element[], { media }: ReadMedia, quote: Element | undefined): string | undefined {
  if (places.length === 0) return media.length > 0 || quote ? '' : undefined;
  return places.map((place) => visibleText(place, rulesFor(place))).join('\n\n');
}

/** Line feeds stand in the source of a short text; a long article is made of blocks, and can have other posts within it. */
function rulesFor(place: Element): TextRules {
  if (matches(place, `${selectors.text}, ${selectors.oldText}`)) return { isPreformatted: true };
  return { except: (element) => matches(element, selectors.article) };
}

function timesOf(article: Element, link: Permalink): DraftItem['times'] {
  const time = one(link.element, 'time');
  const edited = linksIn(article, link.url, 'a[href$="/history"]').find(({ url }) => postLink(url)?.rest === 'history');
  const editedLabel = labelText(edited?.element);
  return { ...clock(time ?? link.element, link.id), ...(editedLabel && { edited: editedLabel }) };
}

function clock(time: Element | undefined, id: string | undefined): DraftItem['times'] {
  return given({ shown: labelText(time), markup: instantOf(time), fromId: id === undefined ? undefined : timeOfId(id) });
}

function replyMarks(article: Element, quote: Element | undefined, people: People, base: URL): Mark[] {
  const links = replyLinks(article, quote, base);
  const line = links[0] && replyLine(links[0], article);
  return [
    ...(line ? [{ element: line, role: 'label' as const }] : []),
    ...links.map(({ element, url }) => ({
      element,
      role: 'mention' as const,
      person: seeHandle(people, profileHandle(url) ?? '', base),
    })),
  ];
}

/** The line above a post: with an account it is a repost (R13), without one it says "pinned". */
function readContext(article: Element, quote: Element | undefined, people: People, base: URL) {
  const context = contextOf(article, quote, base);
  if (!context) return { facts: {}, marks: [] };
  const { element, handle } = context;
  if (!handle) {
    // on a profile it says "pinned"; elsewhere it names a community, which is a link
    const isPinned = readAddress(base).kind === 'profile' && !closest(element, 'a[href]') && !one(element, 'a[href]');
    return { facts: isPinned ? { isPinned: true as const } : {}, marks: marked(element, 'label') };
  }
  // the outermost box that is not the whole line: emoji break a name into boxes of its own
  const whole = labelText(element);
  const nameBox = all(element, 'span, bdi').find((box) => labelText(box) !== undefined && labelText(box) !== whole);
  const name = labelText(nameBox);
  const person = seeHandle(people, handle, base, name ? { name } : {});
  const marks = nameBox ? [...marked(element, 'label'), ...marked(nameBox, 'mention', person)] : marked(element, 'mention', person);
  // "you reposted" is the employee's doing, not the account's (R19)
  return { facts: isOfPage(handle, base) ? { repostedBy: person } : {}, marks };
}

function readQuote(quote: Element, people: People, base: URL, post: Permalink): { quote: DraftQuote; marks: Mark[] } {
  const picture = one(quote, oldAvatar);
  const avatar = one(quote, selectors.avatar) ?? (picture && (parent(picture) ?? undefined));
  const author = readAuthor(namesIn(quote)[0], avatar, people, base);
  const inside = linksIn(quote, base)
    .map(({ url }) => postLink(url))
    .find((target) => target && target.id !== post.id);
  const place = one(quote, selectors.text) ?? one(quote, selectors.oldText);
  const media = readMedia(quote, undefined, base);
  const mentions = readMentions(quote, people, base, namesIn(quote)[0]);
  return {
    quote: given({
      author: author.person,
      id: inside?.id,
      url: inside && `${post.url.origin}/${inside.handle}/status/${inside.id}`,
      text: textOf(place ? [place] : [], media, undefined),
      times: clock(one(quote, 'time'), inside?.id),
      media: [...media.media],
    }),
    marks: [
      ...marked(quote, 'quote', author.person),
      ...author.marks,
      ...marked(place, 'text'),
      ...mentions,
      ...media.marks.map(({ element }) => ({ element, role: 'media' as const })),
    ],
  };
}

/** Links to accounts in places not read above (one person tagged in a photo, whose space it is): known and marked all the same. */
function strayMarks(article: Element, marks: readonly Mark[], people: People, base: URL): Mark[] {
  for (const picture of all(article, `${selectors.card} ${selectors.avatarBox}`)) {
    const handle = avatarHandle(picture);
    const name = nameBeside(picture, closest(picture, selectors.card) ?? article);
    if (handle) seeHandle(people, handle, base, name ? { name } : {});
  }
  const known = marks.filter(({ role }) => role !== 'quote' && role !== 'label').map(({ element }) => element);
  return linksIn(article, base).flatMap(({ element, url }) => {
    const handle = profileHandle(url);
    const isRead = known.some((place) => contains(place, element) || contains(element, place));
    if (!handle || isRead || closest(element, selectors.media)) return [];
    const name = labelText(element);
    const person = seeHandle(people, handle, base, name && !name.startsWith('@') ? { name } : {});
    return [{ element, role: 'mention' as const, person }];
  });
}

/** Buttons, menus, lists of people (who is tagged), others' notes and other posts within an article are no part of what was said. */
function controlMarks(article: Element, quote: Element | undefined): Mark[] {
  const controls = all(
    article,
    `${selectors.buttons}, ${selectors.showMore}, ${selectors.note}, a[href$="/analytics"], a[href$="/media_tags"], a[href$="/people"], article`,
  ).filter((element) => !matches(element, selectors.article) || isEmbedded(element, article));
  const bar = allOwn(article, selectors.reply, quote).flatMap((reply) => closest(reply, selectors.group) ?? []);
  return [...bar, ...controls].map((element) => ({ element, role: 'drop' }));
}

function hashtagsIn(places: readonly Element[], base: URL): string[] {
  const links = places.flatMap((place) => linksIn(place, base));
  return hashtagWords(
    links.filter(({ url }) => xHosts.has(url.hostname) && url.pathname.startsWith('/hashtag/')).map(({ element }) => element),
  );
}

/** Where links lead: X shows the real address in the text of a link, and its own t.co behind it. */
function outwardLinks(places: readonly Element[], base: URL): string[] {
  const links = places.flatMap((place) => linksIn(place, base)).filter(({ url }) => !xHosts.has(url.hostname));
  return [...new Set(links.map(({ element, url }) => webAddress(shownAddress(element), base) ?? url.href))];
}

function shownAddress(link: Element): string | undefined {
  const shown = visibleText(link, { isPreformatted: true }).replace(/…$/u, '');
  return /^https?:\/\/\S+$/iu.test(shown) ? shown : undefined;
}
