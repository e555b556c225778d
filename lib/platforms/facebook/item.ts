import { Failure } from '../../model/failure.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { marked, mentionsIn, unreadMarks } from '../marks.ts';
import { all, contains, matches, one } from '../read.ts';
import { labelText } from '../text.ts';
import { plainAddress, postAddress, readAddress } from './address.ts';
import { accountLink, nameOn, readAuthor, readMentions, seeHandle } from './author.ts';
import type { ReadAuthor } from './author.ts';
import { bodyOf, hashtagsIn, linksOutward } from './body.ts';
import type { Body } from './body.ts';
import { commentCounts, postCounts } from './counts.ts';
import { commentLink } from './ids.ts';
import { readMedia } from './media.ts';
import type { ReadMedia } from './media.ts';
import { owned } from './owned.ts';
import { quoteOf, readQuote } from './quote.ts';
import { permalinkOf } from './scope.ts';
import { selectors } from './selectors.ts';
import { timesOf } from './times.ts';

/** A post or a comment as it stands in the page now. */
export function read(found: Found, page: Document, url: URL, people: People): ReadItem {
  return found.kind === 'reaction' ? readComment(found, page, url, people) : readPost(found, page, url, people);
}

function readComment({ element, isTruncated }: Found, page: Document, url: URL, people: People): ReadItem {
  const author = readAuthor(element, people, url);
  const link = commentLink(element, url);
  if (author.person === undefined && !link) throw new Failure('page-not-understood', { part: 'author' });
  const body = bodyOf(element, true);
  const said = readSaid(element, body, author, readMedia(element, page, url), people, url);
  return {
    item: {
      ...said.item,
      ...given({ url: link?.isPermalink ? plainAddress(link.url) : undefined }),
      ...(isTruncated && { isTruncated: true as const }),
      times: timesOf(element, link),
      counts: commentCounts(element),
    },
    marks: withoutRest(element, [...said.marks, ...marked(link?.isPermalink ? link.element : undefined, 'time')]),
  };
}

function readPost(found: Found, page: Document, url: URL, people: People): ReadItem {
  const { element, isTruncated } = found;
  const quote = quoteOf(element, url);
  const quoted = quote && readQuote(quote, people, page, url);
  const link = permalinkOf(element, url);
  const media = withStage(readMedia(element, page, url, quote), found, page, url);
  const author = readAuthor(element, people, url);
  const said = readSaid(element, bodyOf(element, false, quote), author, media, people, url, quoted?.marks);
  return {
    item: {
      ...said.item,
      ...given({
        url: addressOf(found, link?.url, url),
        quote: quoted?.quote,
        text: said.item.text ?? (quote ? '' : undefined),
      }),
      ...(isTruncated && { isTruncated: true as const }),
      times: timesOf(element, link),
      counts: postCounts(element, quote),
    },
    marks: withoutRest(element, [...said.marks, ...marked(link?.element, 'time')]),
  };
}

/** What posts and comments have in common. */
function readSaid(
  element: Element,
  body: Body,
  author: ReadAuthor,
  { media, marks }: ReadMedia,
  people: People,
  url: URL,
  quoted: readonly Mark[] = [],
) {
  const mentions = readMentions(body.places, people, url);
  const known = [...author.marks, ...mentions, ...marks, ...quoted];
  const tagged = taggedMarks(element, known, people, url);
  return {
    item: given({
      author: author.person,
      text: body.text ?? (media.length > 0 ? '' : undefined),
      lang: body.lang,
      media: [...media],
      mentions: mentionsIn([...mentions, ...tagged, ...quoted]),
      hashtags: hashtagsIn(body.places, url),
      links: linksOutward(body.places, url),
    }),
    marks: [...body.places.flatMap((place) => marked(place, 'text')), ...known, ...tagged],
  };
}

/** Photos and videos of a viewer stand beside what is said about them. */
function withStage(own: ReadMedia, { kind, element }: Found, page: Document, url: URL): ReadMedia {
  const isViewer = kind === 'post' && own.media.length === 0 && !matches(element, selectors.article);
  const stage = isViewer ? one(page, selectors.main) : undefined;
  if (!stage || contains(element, stage) || contains(stage, element)) return own;
  return { media: readMedia(stage, page, url).media.slice(0, 1), marks: own.marks };
}

/** The post of this page has the page's address; others the one they show. */
function addressOf({ kind, id }: Found, own: URL | undefined, url: URL): string | undefined {
  const address = readAddress(url);
  const isFocal = kind === 'post' && address.kind === 'post';
  const link = isFocal ? url : own;
  if (!link || (!isFocal && kind === 'post' && postAddress(link)?.id !== id)) return undefined;
  const plain = new URL(plainAddress(link));
  if (isFocal) for (const name of ['comment_id', 'reply_comment_id']) plain.searchParams.delete(name);
  return plain.href;
}

/** Everybody else linked in the item: who is tagged, where it was, the badge of a group. */
function taggedMarks(item: Element, known: readonly Mark[], people: People, base: URL): Mark[] {
  const places = known.filter(({ role }) => role !== 'quote').map(({ element }) => element);
  const marks: Mark[] = [];
  for (const element of owned(item, 'a[href]')) {
    const link = accountLink(element, base);
    if (!link || places.some((place) => contains(place, element) || contains(element, place))) continue;
    const name = nameOn(element);
    const person = seeHandle(people, link.handle, name ? { name } : {});
    marks.push({ element, role: labelText(element) ? 'mention' : 'avatar', person });
  }
  return marks;
}

/** Of the rest of the item nothing is kept: controls, faces of who reacted, other comments, in whatever language. */
function withoutRest(item: Element, known: readonly Mark[]): Mark[] {
  const controls = known
    .filter(({ role }) => role === 'text' || role === 'quote')
    .flatMap(({ element }) => all(element, selectors.button).map((button): Mark => ({ element: button, role: 'drop' })));
  const quote = known.find(({ role }) => role === 'quote')?.element;
  const within = known.filter(({ element }) => element !== quote);
  return [...known, ...unreadMarks(item, known), ...controls, ...(quote ? unreadMarks(quote, within) : [])];
}
