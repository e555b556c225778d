import type { DraftItem, DraftQuote } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import { linksIn } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { instantOf, marked, mentionsIn } from '../marks.ts';
import { all, attribute, contains, matches, one, tagOf } from '../read.ts';
import { oneLine, visibleText } from '../text.ts';
import { outward, readAddress } from './address.ts';
import { readArticle } from './article.ts';
import { readAuthor, readMentions, seeLink, strayMarks } from './author.ts';
import { blockOf, commentUrnOf } from './block.ts';
import type { Block } from './block.ts';
import { postUrl } from './posts.ts';
import { readMedia } from './media.ts';
import { partsOf } from './parts.ts';
import type { Parts } from './parts.ts';
import { controls, hiddenCopy, sdui } from './selectors.ts';
import { postIn, timeOfId } from './urn.ts';

/** One post or comment as it stands in the page now. */
export function read(found: Found, _page: Document, url: URL, people: People): ReadItem {
  if (found.kind === 'post' && readAddress(url).isArticle) return readArticle(found, url, people);
  const block = blockOf(found.element, found.kind === 'post' ? 'post' : 'comment');
  const parts = partsOf(block);
  const author = readAuthor(parts, people, url);
  if (author.person === undefined && parts.texts.length === 0) throw new Failure('page-not-understood', { part: 'author' });
  const media = readMedia(block, url);
  const mentions = parts.texts.flatMap((place) => readMentions(place, people, url));
  const header = readHeader(parts, people, url);
  const quoted = block.quote && readQuote(block.quote, people, url);
  const quotedMarks = quoted?.marks ?? [];
  const placed: Mark[] = [
    ...author.marks,
    ...parts.texts.flatMap((element) => marked(element, 'text')),
    ...mentions,
    ...media.marks,
    ...header.marks,
    ...quotedMarks,
    ...marked(parts.time, 'time'),
    ...asideMarks(block),
  ];
  return {
    item: given({
      url: addressOf(found, block, author.person === undefined ? undefined : people.all[author.person]?.handle, url),
      author: author.person,
      times: timesOf(parts, found.id),
      text: textOf(parts, media.media.length > 0 || quoted !== undefined),
      media: [...media.media],
      counts: parts.counts,
      mentions: mentionsIn([...mentions, ...quotedMarks]),
      hashtags: hashtagsIn(parts),
      links: outwardLinks(parts, url),
      quote: quoted?.quote,
      ...header.facts,
    }),
    marks: [...placed, ...strayMarks(found.element, placed, people, url)],
  };
}

/** The address a post is found at again; of comments only the account's own, as it names the post and is no address of a person's. */
function addressOf(found: Found, block: Block, handle: string | undefined, url: URL): string | undefined {
  if (found.kind === 'post') return postUrl(block.element, found.id, url);
  const address = readAddress(url);
  const urn = commentUrnOf(block.element);
  if (!urn || !address.id || !handle || handle !== address.handle) return undefined;
  return `https://www.linkedin.com/feed/update/urn:li:activity:${address.id}/?commentUrn=${encodeURIComponent(urn.urn)}`;
}

/** The controls in a text ("… more") are silent anyway; copies for screen readers are left out. */
const plain = { except: (element: Element) => matches(element, `${hiddenCopy}, ${sdui.more}, [role="button"]`) };

/** '' when the item plainly consists of something else; absent when nothing at all was found. */
function textOf({ texts, isPreformatted }: Parts, hasMore: boolean): string | undefined {
  if (texts.length === 0) return hasMore ? '' : undefined;
  return texts.map((place) => visibleText(place, { ...plain, isPreformatted })).join('\n\n');
}

/** Times are relative on every page; the moment stands in the id. "Edited" stands beside the time, in the page's language. */
function timesOf({ time }: Parts, id: string | undefined): DraftItem['times'] {
  const pieces = oneLine(visibleText(time, { ...plain, isApart: true }))
    .split(/\s*[•·()]+\s*|(?<=\d\s?\p{L}{1,3}) (?=\p{Lu}\p{L}{3,})/u)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const shown = pieces.find((piece) => /\d/u.test(piece)) ?? pieces[0];
  return given({
    shown,
    markup: time && instantOf(tagOf(time) === 'time' ? time : one(time, 'time')),
    fromId: timeOfId(id),
    edited: pieces.find((piece) => piece !== shown && /^\p{L}{4,20}$/u.test(piece)),
  });
}

/** R13: the account of this page shared somebody's post; other lines ("likes this") name people who only looked on (R6). */
function readHeader({ header }: Parts, people: People, base: URL): { facts: { repostedBy?: number }; marks: Mark[] } {
  if (!header) return { facts: {}, marks: [] };
  const { handle } = readAddress(base);
  const mentions = readMentions(header, people, base);
  const first = linksIn(header, base)[0];
  const person = first && seeLink(people, first.url);
  const isOfPage =
    person !== undefined && handle !== undefined && people.all[person]?.handle?.toLowerCase() === handle.toLowerCase();
  return {
    facts: isOfPage && readAddress(base).kind === 'profile' ? { repostedBy: person } : {},
    marks: [...marked(header, 'label'), ...mentions],
  };
}

function readQuote(element: Element, people: People, base: URL): { quote: DraftQuote; marks: Mark[] } {
  const block = blockOf(element, 'quote');
  const parts = partsOf(block);
  const author = readAuthor(parts, people, base);
  const media = readMedia(block, base);
  const mentions = parts.texts.flatMap((place) => readMentions(place, people, base));
  const id =
    postIn(attribute(element, 'data-activity-urn') ?? attribute(element, 'data-urn')) ??
    all(element, 'a[href*="/feed/update/"]')
      .map((link) => postIn(attribute(link, 'href')))
      .find(Boolean);
  return {
    quote: given({
      author: author.person,
      id,
      url: id && `https://www.linkedin.com/feed/update/urn:li:activity:${id}/`,
      text: textOf(parts, media.media.length > 0),
      times: timesOf(parts, id),
      media: [...media.media],
    }),
    marks: [
      ...marked(element, 'quote', author.person),
      ...author.marks,
      ...parts.texts.flatMap((place) => marked(place, 'text')),
      ...mentions,
      ...media.marks.map((mark) => ({ element: mark.element, role: 'media' as const })),
    ],
  };
}

/** Answers below, controls, counts with names of people in them, copies for screen readers, the box where the employee writes. */
function asideMarks(block: Block): Mark[] {
  const answers = block.others.filter((other) => other !== block.quote);
  const outer = all(block.element, `${controls}, ${hiddenCopy}`).filter(
    (element) => !one(element, sdui.text) && !answers.some((answer) => contains(answer, element)),
  );
  return [...answers, ...outer].map((element) => ({ element, role: 'drop' }));
}

function hashtagsIn({ texts }: Parts): string[] {
  const links = texts.flatMap((place) => all(place, 'a')).filter((link) => oneLine(visibleText(link, plain)).startsWith('#'));
  return [...new Set(links.map((link) => oneLine(visibleText(link, plain)).replace(/^#\s*/u, '')))].filter(Boolean);
}

function outwardLinks({ texts }: Parts, base: URL): string[] {
  const links = texts.flatMap((place) => linksIn(place, base)).flatMap(({ url }) => outward(url) ?? []);
  return [...new Set(links.map(({ href }) => href))];
}
