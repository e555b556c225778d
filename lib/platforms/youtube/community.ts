import type { DraftQuote } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import { linksIn } from '../address.ts';
import type { Mark, ReadItem } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { marked, mentionsIn } from '../marks.ts';
import { all, attribute, contains, one, rawText } from '../read.ts';
import { labelText, oneLine, visibleText } from '../text.ts';
import { readAddress } from './address.ts';
import type { Channel } from './address.ts';
import { avatarOf, channelIn, readMentions, seeChannel, strayMarks } from './author.ts';
import type { Meeting } from './author.ts';
import { controlMarks, hashtagsIn, outwardLinks } from './comment.ts';
import { readAttachments } from './media.ts';
import { selectors } from './selectors.ts';

const shared = 'ytd-shared-post-renderer, ytd-post-renderer #original-post, #repost-context ytd-backstage-post-renderer';

/** A post of words and pictures on a channel's own page. */
export function readCommunityPost(post: Element, meeting: Meeting): ReadItem {
  const { url } = meeting;
  const quote = one(post, shared);
  const own = (selector: string) => all(post, selector).find((element) => !contains(quote, element));
  const author = readPoster(own(selectors.author), own(selectors.avatar), meeting, readAddress(url).channel);
  if (author.person === undefined) throw new Failure('page-not-understood', { part: 'author' });
  const place = own(selectors.text);
  const time = own(selectors.time);
  const media = readAttachments(post, quote, url);
  const mentions = readMentions(place, meeting);
  const quoted = quote && readShared(quote, meeting);
  const likes = own(selectors.likes);
  const answers = own('#comment-button, #reply-button-end');
  const marks = [
    ...author.marks,
    ...marked(place, 'text'),
    ...mentions,
    ...media.marks,
    ...marked(time, 'time'),
    ...marked(likes, 'count'),
    ...(quoted?.marks ?? []),
  ];
  const answerLabel = attribute(answers && one(answers, '[aria-label]'), 'aria-label') ?? (answers && oneLine(rawText(answers)));
  return {
    item: given({
      url: postAddress(time, url),
      author: author.person,
      times: given({ shown: labelText(time) }),
      text: place ? visibleText(place, { isPreformatted: true }) : media.media.length > 0 || quote ? '' : undefined,
      media: media.media,
      counts: given({ likes: countIn(labelText(likes)), replies: countIn(answerLabel) }),
      mentions: mentionsIn([...mentions, ...(quoted?.marks ?? [])]),
      hashtags: hashtagsIn(place),
      links: outwardLinks(place, url),
      quote: quoted?.quote,
    }),
    marks: [...marks, ...controlMarks(post), ...strayMarks(post, marks, meeting)],
  };
}

function postAddress(time: Element | undefined, url: URL): string | undefined {
  const links = time ? linksIn(time, url) : [];
  return links.find((link) => readAddress(link.url).form === 'community')?.url.href;
}

function readPoster(
  box: Element | undefined,
  avatar: Element | undefined,
  meeting: Meeting,
  otherwise?: Channel,
): { person?: number; marks: Mark[] } {
  const found = [box, avatar].flatMap((place) => channelIn(place, meeting.url) ?? []);
  const name = labelText(box);
  const channel = found[0]?.channel ?? otherwise;
  const more = { ...(name && { name }), ...avatarOf(avatar, meeting.url), urls: found.map(({ url }) => url) };
  const person = channel ? seeChannel(meeting, channel, more) : undefined;
  if (person === undefined) return { marks: [] };
  return { person, marks: [...marked(box, 'author-name', person), ...marked(avatar, 'avatar', person)] };
}

function readShared(quote: Element, meeting: Meeting): { quote: DraftQuote; marks: Mark[] } {
  const author = readPoster(one(quote, selectors.author), one(quote, selectors.avatar), meeting);
  const place = one(quote, selectors.text);
  const time = one(quote, selectors.time);
  const media = readAttachments(quote, undefined, meeting.url);
  const mentions = readMentions(place, meeting);
  return {
    quote: given({
      author: author.person,
      text: place && visibleText(place, { isPreformatted: true }),
      times: given({ shown: labelText(time) }),
      media: media.media,
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
