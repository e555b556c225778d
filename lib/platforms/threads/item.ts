import type { DraftItem, DraftQuote } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import { linksIn } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { dropAllBut } from '../keep.ts';
import { hashtagWords, instantOf, marked, mentionsIn } from '../marks.ts';
import { portraitIn } from '../portrait.ts';
import { all, closest, contains, one } from '../read.ts';
import { timeOfCode, unwrapped } from '../shortcode.ts';
import { labelText } from '../text.ts';
import { freePlaces, nameLine, wordsIn } from '../textPlace.ts';
import { isTopic, postLink, profileHandle, readAddress, threadsHosts } from './address.ts';
import { readMentions, seeHandle } from './author.ts';
import { reposterOf } from './context.ts';
import { barOf, readCounts } from './counts.ts';
import { readMedia } from './media.ts';
import type { ReadMedia } from './media.ts';
import { quoteIn } from './rows.ts';
import { selectors } from './selectors.ts';

/** One post as it stands in the page now. */
export function read(found: Found, page: Document, url: URL, people: People): ReadItem {
  const post = partsOf(found.element, page, url);
  if (!post) throw new Failure('page-not-understood', { part: 'permalink' });
  const person = seeHandle(people, post.handle, portraitIn(post.avatar, url));
  const quoted = post.quote && readQuote(post.quote, page, url, people);
  const reposter = reposterOf({ ...post, element: found.element }, url);
  const isOfAccount = reposter?.handle.toLowerCase() === readAddress(url).handle?.toLowerCase();
  const republished = reposter && seeHandle(people, reposter.handle);
  const mentions = post.texts.flatMap((place) => readMentions(place, people, url));
  const links = post.texts.flatMap((place) => linksIn(place, url));
  return {
    item: given({
      url: post.url.href.split('?')[0],
      author: person,
      times: post.times,
      text: textOf(post, post.quote),
      media: [...post.media.media],
      counts: readCounts(found.element),
      mentions: mentionsIn([...mentions, ...(quoted?.marks ?? [])]),
      hashtags: hashtagWords(
        linksIn(found.element, url).flatMap((link) =>
          isTopic(link.url) && !contains(post.quote, link.element) ? [link.element] : [],
        ),
      ),
      links: [...new Set(links.filter((link) => !threadsHosts.has(link.url.hostname)).map((link) => unwrapped(link.url)))],
      quote: quoted?.quote,
      repostedBy: isOfAccount ? republished : undefined,
    }),
    marks: [
      ...partMarks(post, person),
      ...mentions,
      ...(quoted?.marks ?? []),
      ...dropAllBut(found.element, [...keptOf(post), ...(post.quote ? [post.quote] : [])]),
    ],
  };
}

interface Parts {
  readonly handle: string;
  readonly code: string;
  readonly url: URL;
  readonly link: Element;
  readonly name?: Element;
  readonly avatar?: Element;
  readonly quote?: Element;
  readonly times: DraftItem['times'];
  readonly texts: readonly Element[];
  readonly media: ReadMedia;
}

function partsOf(box: Element, page: Document, base: URL): Parts | undefined {
  const isOwn = (element: Element) => closest(element, selectors.post) === box;
  const links = linksIn(box, base).filter(({ element }) => isOwn(element));
  const own = links.find(({ element, url }) => postLink(url) && one(element, 'time'));
  const post = own && postLink(own.url);
  if (!own || !post) return undefined;
  const accounts = links.filter(({ url }) => profileHandle(url)?.toLowerCase() === post.handle.toLowerCase());
  const avatar = accounts.find(({ element }) => one(element, 'img'))?.element;
  const name = accounts.find(({ element }) => labelText(element)?.toLowerCase() === post.handle.toLowerCase())?.element;
  const quote = quoteIn(box);
  const media = readMedia(box, page, base, post.code);
  const bar = barOf(box);
  const time = one(own.element, 'time');
  const taken = [own.element, name, avatar, quote, bar, ...media.marks.map(({ element }) => element)].filter(
    (part) => part !== undefined,
  );
  return {
    ...post,
    url: own.url,
    link: own.element,
    ...(name && { name }),
    ...(avatar && { avatar }),
    ...(quote && { quote }),
    times: given({ shown: labelText(time), markup: instantOf(time), fromId: timeOfCode(post.code) }),
    texts: textPlaces(box, taken, name, own.element),
    media,
  };
}

/** The first block of words below the name; several paragraphs stand in one block. */
function textPlaces(box: Element, taken: readonly Element[], name: Element | undefined, link: Element): Element[] {
  const line = name && nameLine(box, name, link);
  const place = freePlaces(box, taken).find((free) => !contains(line, free) && isAfterLine(line, free));
  return place ? [place] : [];
}

/** What stands above the name is a label: "Pinned", "… reposted". */
function isAfterLine(line: Element | undefined, place: Element): boolean {
  return line === undefined || (Node.prototype.compareDocumentPosition.call(line, place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Paragraphs are boxes of their own. '' when the post plainly consists of something else. */
function textOf({ texts, media }: Parts, quote: Element | undefined): string | undefined {
  if (texts.length === 0) return media.media.length > 0 || quote ? '' : undefined;
  return texts.flatMap(paragraphs).map(wordsIn).filter(Boolean).join('\n\n');
}

function paragraphs(place: Element): Element[] {
  const blocks = all(place, '[dir="auto"]').filter((block) => !contains(closest(block, '[dir="auto"] [dir="auto"]'), block));
  return blocks.length > 0 ? blocks : [place];
}

function readQuote(box: Element, page: Document, base: URL, people: People): { quote: DraftQuote; marks: Mark[] } {
  const post = partsOf(box, page, base);
  if (!post) return { quote: { times: {}, media: [] }, marks: [{ element: box, role: 'drop' }] };
  const person = seeHandle(people, post.handle, portraitIn(post.avatar, base));
  const mentions = post.texts.flatMap((place) => readMentions(place, people, base));
  return {
    quote: given({
      author: person,
      id: post.code,
      url: post.url.href.split('?')[0],
      text: textOf(post, undefined),
      times: post.times,
      media: [...post.media.media],
    }),
    marks: [
      ...marked(box, 'quote', person),
      ...partMarks(post, person).map(({ media: _media, ...mark }) => mark),
      ...mentions,
      ...dropAllBut(box, keptOf(post)),
    ],
  };
}

function keptOf({ name, avatar, link, texts, media }: Parts): Element[] {
  return [name, avatar, link, ...texts, ...media.marks.map(({ element }) => element)].filter((place) => place !== undefined);
}

function partMarks({ name, avatar, link, texts, media }: Parts, person: number): Mark[] {
  return [
    ...marked(name, 'author-handle', person),
    ...marked(avatar, 'avatar', person),
    ...marked(link, 'time'),
    ...texts.flatMap((place) => marked(place, 'text')),
    ...media.marks,
  ];
}
