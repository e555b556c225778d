import type { DraftItem, DraftMedia } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import { bestImage, linksIn, webAddress } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { dropAllBut } from '../keep.ts';
import { hashtagWords, instantOf, marked, mentionsIn } from '../marks.ts';
import { portraitIn } from '../portrait.ts';
import { all, attribute, one, rawText } from '../read.ts';
import { timeOfCode, unwrapped } from '../shortcode.ts';
import { labelText, oneLine, shortLength } from '../text.ts';
import { isControl, wordsIn } from '../textPlace.ts';
import { instagramHosts, isTagPage, profileHandle } from './address.ts';
import { readMentions, seeHandle } from './author.ts';
import { readActions } from './counts.ts';
import { readCell } from './grid.ts';
import { readMedia } from './media.ts';
import type { ReadMedia } from './media.ts';
import { authorOf, postOf } from './post.ts';
import type { PostHere } from './post.ts';
import { readRow } from './row.ts';
import type { Row } from './row.ts';
import { selectors } from './selectors.ts';

/** One post or comment as it stands in the page now. */
export function read(found: Found, page: Document, url: URL, people: People): ReadItem {
  if (found.kind === 'reaction') return readComment(found, url, people);
  const post = postOf(page, url);
  return post?.code === found.id ? readPost(post, page, url, people) : readCell(found, url, people);
}

function readComment({ element }: Found, base: URL, people: People): ReadItem {
  const link = linksIn(element, base, selectors.comment).find((each) => one(each.element, 'time'));
  const row = readRow(element, base, one(link?.element ?? element, 'time'));
  if (!row.handle) throw new Failure('page-not-understood', { part: 'author' });
  const person = seeHandle(people, row.handle, base, portraitIn(row.avatar, base));
  const said = readWords(row.text, people, base);
  const likes = likesIn(element);
  return {
    item: given({
      url: link?.url.href,
      author: person,
      times: timesOf(row.time),
      text: row.text ? wordsIn(row.text) : row.pictures.length > 0 ? '' : undefined,
      media: row.pictures.map((picture) => readPicture(picture, base)),
      counts: likes ? { likes } : {},
      ...said.facts,
    }),
    marks: [
      ...rowMarks(row, person),
      ...said.marks,
      ...row.pictures.map((picture, media) => ({ element: picture, role: 'media' as const, media })),
      ...dropAllBut(element, [...places(row), ...row.pictures]),
    ],
  };
}

function readPost(post: PostHere, page: Document, base: URL, people: People): ReadItem {
  const { place, comments, caption, captionRow, time, code } = post;
  const handle = authorOf(post, page, base);
  if (!handle) throw new Failure('page-not-understood', { part: 'author' });
  const person = seeHandle(people, handle, base, portraitIn(caption?.avatar, base));
  const said = readWords(caption?.text, people, base);
  const rows = [...comments.map(({ row }) => row), ...(captionRow ? [captionRow] : [])];
  const media = readMedia(place, rows, page, base, code);
  const heads = post.heads.slice(0, 1).filter(({ url }) => profileHandle(url)?.toLowerCase() === handle.toLowerCase());
  const kept = [
    ...(caption ? places(caption) : []),
    ...media.marks.map(({ element }) => element),
    ...heads.map(({ element }) => element),
  ];
  return {
    item: given({
      url: webAddress(attribute(time, 'href'), base) ?? `https://www.instagram.com/p/${code}/`,
      author: person,
      times: { ...timesOf(caption?.time ?? (time && one(time, 'time'))), ...given({ fromId: timeOfCode(code) }) },
      text: textOf(post, media),
      isTruncated: isShortened(caption) ? (true as const) : undefined,
      media: [...media.media],
      counts: readActions(post, page, base),
      ...said.facts,
    }),
    marks: [
      ...(caption ? rowMarks(caption, person) : []),
      ...heads.flatMap(({ element }) => marked(element, 'author-handle', person)),
      ...said.marks,
      ...media.marks,
      ...marked(time, 'time'),
      ...dropAllBut(place, time ? [...kept, time] : kept),
    ],
    ...(media.isMediaWhole && { isMediaWhole: true }),
  };
}

/** '' when the post plainly has no words: only a page that shows its moment or comments is known to be drawn whole. */
function textOf({ caption, time, comments }: PostHere, { media }: ReadMedia): string | undefined {
  if (caption?.text) return wordsIn(caption.text);
  return media.length > 0 && (time !== undefined || comments.length > 0) ? '' : undefined;
}

export function isShortened(caption: Row | undefined): boolean {
  return (
    caption?.text !== undefined &&
    all(caption.text, selectors.button).some((button) => labelText(button) !== undefined || isControl(button))
  );
}

function places({ name, avatar, time, text }: Row): Element[] {
  return [name, avatar, time, text].filter((place) => place !== undefined);
}

function rowMarks({ name, avatar, time, text }: Row, person: number): Mark[] {
  return [
    ...marked(name, 'author-handle', person),
    ...marked(avatar, 'avatar', person),
    ...marked(time, 'time'),
    ...marked(text, 'text'),
  ];
}

function timesOf(time: Element | undefined): DraftItem['times'] {
  return given({ shown: labelText(time), markup: instantOf(time) });
}

interface Said {
  readonly facts: Pick<DraftItem, 'mentions' | 'hashtags' | 'links'>;
  readonly marks: readonly Mark[];
}

/** Who and what is linked in a text. */
function readWords(text: Element | undefined, people: People, base: URL): Said {
  const mentions = readMentions(text, people, base);
  const links = text ? linksIn(text, base) : [];
  const tags = links.filter(({ url }) => isTagPage(url));
  const outward = links.filter(({ url }) => !instagramHosts.has(url.hostname));
  return {
    facts: {
      mentions: mentionsIn(mentions),
      hashtags: hashtagWords(tags.map(({ element }) => element)),
      links: [...new Set(outward.map(({ url }) => unwrapped(url)))],
    },
    marks: [...mentions, ...(text ? all(text, selectors.button).map((element) => ({ element, role: 'drop' as const })) : [])],
  };
}

/** The one button of a comment with a number in it. */
function likesIn(row: Element): string | undefined {
  return all(row, selectors.button)
    .filter((button) => !one(button, 'img'))
    .map((button) => countIn(labelText(button) ?? oneLine(rawText(button))))
    .find((shown) => shown !== undefined);
}

function readPicture(picture: Element, base: URL): DraftMedia {
  const url = bestImage(picture, base) ?? webAddress(attribute(picture, 'src'), base);
  const alt = oneLine(attribute(picture, 'alt') ?? '').slice(0, shortLength);
  return { kind: /\.gif(?:$|\?)|giphy|tenor/iu.test(url ?? '') ? 'gif' : 'image', ...(url && { url }), ...(alt && { alt }) };
}
