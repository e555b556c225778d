import type { DraftItem } from '../../model/draft.ts';
import { linksIn } from '../address.ts';
import type { Mark, ReadItem } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { hashtagWords, marked, mentionsIn } from '../marks.ts';
import { all, attribute, closest, one } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { youtubeHosts } from './address.ts';
import { avatarOf, channelIn, readMentions, seeChannel, strayMarks } from './author.ts';
import type { Meeting } from './author.ts';
import { selectors } from './selectors.ts';

/** One reaction as it stands in the page now. Times are relative, and its id holds none. */
export function readComment(comment: Element, meeting: Meeting): ReadItem {
  const { url } = meeting;
  const author = readAuthor(comment, meeting);
  const place = one(comment, selectors.text);
  const mentions = readMentions(place, meeting);
  const time = one(comment, selectors.time);
  const likes = one(comment, selectors.likes);
  const marks = [...author.marks, ...marked(place, 'text'), ...mentions, ...marked(time, 'time'), ...marked(likes, 'count')];
  return {
    // its address is the video's with its id behind it, which is nobody's to keep
    item: given({
      author: author.person,
      times: timesOf(time),
      text: place && visibleText(place, { isPreformatted: true }),
      media: [],
      counts: given({ likes: countIn(labelText(likes)), replies: repliesOf(comment) }),
      mentions: mentionsIn(mentions),
      hashtags: hashtagsIn(place),
      links: outwardLinks(place, url),
      isPinned: one(comment, selectors.pinned) && (true as const),
    }),
    marks: [...marks, ...controlMarks(comment), ...strayMarks(comment, marks, meeting)],
  };
}

function readAuthor(comment: Element, meeting: Meeting): { person?: number; marks: Mark[] } {
  const places = [one(comment, selectors.author), one(comment, selectors.badge)].filter((place) => place !== undefined);
  const avatar = one(comment, selectors.avatar);
  const found = [...places, avatar].flatMap((place) => channelIn(place, meeting.url) ?? []);
  const link = found.find(({ name }) => name) ?? found[0];
  const channel = link?.channel ?? handleOn(comment);
  const name = link?.name ?? labelText(places[0]);
  const more = { ...(name && { name }), ...avatarOf(avatar, meeting.url), urls: found.map(({ url }) => url) };
  const person = channel ? seeChannel(meeting, channel, more) : name ? meeting.people.see(more) : undefined;
  const role = name?.startsWith('@') ? 'author-handle' : 'author-name';
  if (person === undefined) return { marks: marked(avatar, 'drop') };
  return { person, marks: [...places.flatMap((place) => marked(place, role, person)), ...marked(avatar, 'avatar', person)] };
}

/** Where the link is not there yet, the button around the picture still says who it is. */
function handleOn(comment: Element): { handle: string } | undefined {
  const label =
    attribute(one(comment, `${selectors.avatar} button[aria-label^="@"]`), 'aria-label') ??
    labelText(one(comment, selectors.author));
  const handle = /^@([^\s@/]{2,100})$/u.exec(label ?? '')?.[1];
  return handle ? { handle } : undefined;
}

/** "2 days ago (edited)": whatever the language, what stands between brackets after the time says that it was changed. */
function timesOf(time: Element | undefined): DraftItem['times'] {
  const shown = labelText(time);
  const edited = /[(（]([^()（）]+)[)）]\s*$/u.exec(shown ?? '')?.[1]?.trim();
  return given({ shown, edited });
}

/** On the button below a reaction; a button that names somebody gives no number. */
function repliesOf(comment: Element): string | undefined {
  const thread = closest(comment, selectors.thread);
  const isOwn = thread && closest(comment, `${selectors.thread}, ${selectors.replies}`) === thread;
  const replies = isOwn ? one(thread, selectors.replies) : undefined;
  const button = replies && one(replies, '#more-replies [aria-label], #more-replies-sub-thread [aria-label]');
  if (!button || closest(button, selectors.replies) !== replies) return undefined;
  return /^(?:\p{L}+\s)?(\d[\d.,\u00A0\u202F]*)\s?\p{L}+$/u.exec(attribute(button, 'aria-label')?.trim() ?? '')?.[1];
}

export function controlMarks(root: Element): Mark[] {
  return all(root, selectors.controls).map((element) => ({ element, role: 'drop' as const }));
}

export function hashtagsIn(place: Element | undefined): string[] {
  return hashtagWords(place ? all(place, 'a[href*="/hashtag/"]') : []);
}

/** Links that leave YouTube go over a page of its own, which has the real address in `q`. */
export function outwardLinks(place: Element | undefined, base: URL): string[] {
  if (!place) return [];
  const targets = linksIn(place, base).flatMap(({ url }) => {
    const real = url.pathname === '/redirect' ? url.searchParams.get('q') : undefined;
    if (real) return /^https?:\/\//iu.test(real) && URL.canParse(real) ? [new URL(real)] : [];
    return [url];
  });
  return [...new Set(targets.filter(({ hostname }) => !youtubeHosts.has(hostname)).map(({ href }) => href))];
}
