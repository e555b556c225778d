import type { DraftItem } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import type { Mark, ReadItem } from '../adapter.ts';
import { resolve } from '../address.ts';
import { given } from '../given.ts';
import { marked, mentionsIn } from '../marks.ts';
import { one } from '../read.ts';
import { channelOf } from './address.ts';
import { avatarOf, channelIn, readMentions, seeChannel, strayMarks } from './author.ts';
import type { Meeting } from './author.ts';
import { controlMarks, hashtagsIn, outwardLinks } from './comment.ts';
import { dataOf } from './data.ts';
import { descriptionOf } from './description.ts';
import { readVideo } from './media.ts';
import { headAuthor, headWord, postPlace } from './place.ts';
import type { PostPlace } from './place.ts';
import { selectors } from './selectors.ts';
import { readPostCounts, shownMoment } from './counts.ts';

/** A video with its title and description, which together are what the account said. */
export function readVideoPost(id: string, meeting: Meeting): ReadItem {
  const { page, url } = meeting;
  const place = postPlace(page, url);
  if (!place) throw new Failure('page-not-understood', { part: 'video' });
  const said = descriptionOf(page, place, id);
  if (!said.title && !said.text) throw new Failure('page-not-understood', { part: 'title' });
  const author = readOwner(place, id, meeting);
  const counts = readPostCounts(page, place, id);
  const mentions = readMentions(said.box, meeting);
  const marks = [...author.marks, ...marked(said.titleBox, 'text'), ...marked(said.box, 'text'), ...mentions, ...counts.marks];
  return {
    item: given({
      url: addressOf(url, id),
      author: author.person,
      times: timesOf(page, place, id),
      text: [said.title, said.text].filter(Boolean).join('\n\n'),
      isTruncated: said.isCut ? (true as const) : undefined,
      media: [readVideo(page, url, id)],
      counts: counts.counts,
      mentions: mentionsIn(mentions),
      hashtags: hashtagsIn(said.box),
      links: outwardLinks(said.box, url),
    }),
    marks: [...marks, ...controlMarks(place.element), ...strayMarks(place.element, marks, meeting)],
  };
}

/** Without what leads to one reaction or one second of it. */
function addressOf(url: URL, id: string): string {
  return url.pathname.startsWith('/watch') ? `${url.origin}/watch?v=${id}` : `${url.origin}${url.pathname}`;
}

const owners =
  '#owner #channel-name, ytd-video-owner-renderer #channel-name, yt-reel-channel-bar-view-model, #channel-info #channel-name, ytd-channel-name';

/** Whose video it is: as drawn, else as the page says for search engines or to itself. */
export function readOwner({ element, layout }: PostPlace, id: string, meeting: Meeting): { person?: number; marks: Mark[] } {
  const { page, url } = meeting;
  const root = layout === 'watch-2021' ? (one(page, selectors.oldOwner) ?? element) : element;
  const box = layout === 'head' ? undefined : owners.split(', ').flatMap((selector) => one(root, selector) ?? [])[0];
  const drawn = channelIn(box, url);
  const said = saidOwner(page, id, url);
  // the drawn link can be an id where the head has the handle
  const channel = { ...said.channel, ...drawn?.channel, ...said.handle };
  const name = drawn?.name ?? said.name;
  const avatar = box && one(root, pictures);
  const urls = [drawn?.url, said.url].flatMap((raw) => resolve(raw, url)?.href ?? []);
  const person = seeChannel(meeting, channel, { ...(name && { name }), ...avatarOf(avatar, url), urls });
  if (person === undefined) return { marks: [] };
  return { person, marks: [...marked(drawn?.element ?? box, 'author-name', person), ...marked(avatar, 'avatar', person)] };
}

const pictures = '#owner #avatar, ytd-video-owner-renderer #avatar, yt-reel-channel-bar-view-model yt-avatar-shape';

/** The owner as the page tells search engines and itself. */
function saidOwner(page: Document, id: string, url: URL) {
  const head = headAuthor(page, id);
  const data = dataOf(page).videos.get(id);
  const named = [head.url, data?.ownerUrl].flatMap((raw) => resolve(raw, url) ?? []).flatMap((link) => channelOf(link) ?? []);
  return {
    channel: given({ id: data?.channelId }),
    handle: named.find(({ handle }) => handle),
    name: head.name ?? data?.author,
    url: head.url,
  };
}

function timesOf(page: Document, place: PostPlace, id: string): DraftItem['times'] {
  const published = headWord(page, id, 'datePublished') ?? dataOf(page).videos.get(id)?.published;
  const isMoment = published !== undefined && /T\d{2}:\d{2}/u.test(published) && !Number.isNaN(Date.parse(published));
  return given({
    shown: shownMoment(place) ?? (isMoment ? undefined : published),
    markup: isMoment ? new Date(published).toISOString() : undefined,
  });
}
