import { linksIn, resolve } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { hashtagWords, marked, mentionsIn, unreadMarks } from '../marks.ts';
import { all, attribute, children, closest, contains, one } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { profileUrl, readAddress, tiktokHosts, timeOfId } from './address.ts';
import { avatarIn, nameIn, readAuthor, readMentions, seeHandle } from './author.ts';
import type { ReadAuthor } from './author.ts';
import { wordsOf } from './comment.ts';
import { readCounts } from './counts.ts';
import { postData } from './data.ts';
import type { PostData } from './data.ts';
import { readGridItem } from './grid.ts';
import { readCommentMedia, readPostMedia } from './media.ts';
import type { ReadMedia } from './media.ts';
import { own, ownAll, postPlaces } from './post.ts';
import { selectors } from './selectors.ts';
import { commentText, postText, summariesIn } from './words.ts';

export function read(found: Found, page: Document, url: URL, people: People): ReadItem {
  if (found.kind === 'reaction') return readComment(found, url, people);
  return readAddress(url).kind === 'profile' ? readGridItem(found, url, people) : readPost(found, page, url, people);
}

function readComment({ element }: Found, url: URL, people: People): ReadItem {
  const words = wordsOf(element);
  const author = readAuthor(element, words, people, url);
  const mentions = readMentions(words, people, url);
  const faces = author.marks.filter(({ role }) => role === 'avatar').map((mark) => mark.element);
  const media = readCommentMedia(element, [...faces, ...(words ? [words] : [])], url);
  const time = timePlace(element);
  const likes = one(element, selectors.likes);
  const liked = countIn(labelText(likes)) ?? countIn(attribute(likes, 'aria-label'));
  const marks: Mark[] = [...author.marks, ...marked(words, 'text'), ...mentions, ...media.marks, ...marked(time, 'time')];
  return {
    item: given({
      author: author.person,
      times: given({ shown: labelText(time) }),
      text: words ? commentText(words) : media.media.length > 0 ? '' : undefined,
      media: [...media.media],
      counts: given({ likes: liked }),
      mentions: mentionsIn(marks),
      hashtags: tagsIn(words),
      links: outwardLinks(words, url),
    }),
    marks: [...marks, ...unreadMarks(element, marks)],
  };
}

/** The first word under a comment: "5-26", "2d ago". What can be pressed there is no time. */
function timePlace(block: Element): Element | undefined {
  const named = one(block, selectors.time);
  const line = named ? undefined : one(block, selectors.below);
  return named ?? (line && children(line).find((child) => !isControl(child) && labelText(child)));
}

function isControl(element: Element): boolean {
  return attribute(element, 'role') === 'button' || (attribute(element, 'data-e2e') ?? '').startsWith('comment-reply');
}

function readPost({ element, id }: Found, page: Document, url: URL, people: People): ReadItem {
  const data = postData(page, id, url);
  const place = postPlaces(page, url).find((each) => each.id === id);
  const handle = place?.handle ?? data?.handle ?? readAddress(url).handle;
  const desc = own(element, selectors.desc);
  const author: ReadAuthor = handle ? readPoster(element, handle, data?.name, people, url) : { marks: [] };
  const mentions = readMentions(desc, people, url);
  const media = readPostMedia(element, data, url);
  const counts = readCounts(element);
  const time = handle ? postTime(element, handle) : undefined;
  const known: Mark[] = [
    ...author.marks,
    ...marked(desc, 'text'),
    ...mentions,
    ...media.marks,
    ...marked(time, 'time'),
    ...counts.elements.map((count) => ({ element: count, role: 'count' as const })),
  ];
  return {
    item: given({
      url: handle ? `${profileUrl(handle)}/${isPhotos(url, id, media.media) ? 'photo' : 'video'}/${id}` : undefined,
      author: author.person,
      times: given({ shown: shownTime(time), markup: data?.createdAt, fromId: timeOfId(id) }),
      text: desc ? postText(desc) : fromData(data, media),
      media: [...media.media],
      counts: { ...data?.counts, ...counts.counts },
      mentions: mentionsIn(known),
      hashtags: tagsIn(desc),
      links: outwardLinks(desc, url),
    }),
    marks: [...known, ...dropped(desc ? summariesIn(desc) : []), ...unreadMarks(element, known)],
  };
}

/** Without a place for it in the page: what its data say, '' when the post plainly consists of something else. */
function fromData(data: PostData | undefined, { media }: ReadMedia): string | undefined {
  return data?.text ?? (media.length > 0 ? '' : undefined);
}

function isPhotos(url: URL, id: string, media: readonly { kind: string }[]): boolean {
  return readAddress(url).id === id ? url.pathname.includes('/photo/') : media.some(({ kind }) => kind === 'image');
}

/** Name and picture of who posted it: the links to the account outside the text. */
function readPoster(element: Element, handle: string, known: string | undefined, people: People, base: URL) {
  const desc = own(element, selectors.desc);
  const links = ownAll(element, 'a[href*="/@"]').filter((link) => {
    const target = resolve(attribute(link, 'href'), base);
    return !contains(desc, link) && target !== undefined && readAddress(target).handle?.toLowerCase() === handle.toLowerCase();
  });
  const picture = links.find((link) => one(link, 'img'));
  const named = links.filter((link) => link !== picture && labelText(link));
  const nickname = own(element, selectors.nickname);
  const shown = named.map((link) => labelText(link)).find((text) => text && Object.keys(nameIn(text, handle)).length > 0);
  const name = known ?? nicknameOf(nickname) ?? shown;
  const person = seeHandle(people, handle, { ...nameIn(name, handle), ...avatarIn(picture, base) });
  const places = [...named, ...(nickname && !named.some((link) => contains(link, nickname)) ? [nickname] : [])];
  return {
    person,
    marks: [
      ...(picture ? [{ element: picture, role: 'avatar' as const, person }] : []),
      ...places.map((place) => ({ element: place, role: 'author-name' as const, person })),
    ],
  };
}

/** "Nickname · 2d ago": the first box is the name. */
function nicknameOf(place: Element | undefined): string | undefined {
  const [first, ...rest] = place ? children(place) : [];
  return rest.length > 0 ? labelText(first) : labelText(place)?.split(' · ')[0];
}

function postTime(element: Element, handle: string): Element | undefined {
  const nickname = own(element, selectors.nickname);
  const last = nickname && children(nickname).at(-1);
  if (last && children(nickname).length > 1) return last;
  const box = own(element, selectors.authorBox);
  const lines = box ? all(box, 'span').filter((span) => !closest(span, 'a') && !one(span, 'span')) : [];
  return lines.find((span) => /\d/u.test(labelText(span) ?? '') && shownTime(span) !== handle);
}

function shownTime(place: Element | undefined): string | undefined {
  return labelText(place)?.replace(/^[·\s]+/u, '') || undefined;
}

function dropped(elements: readonly Element[]): Mark[] {
  return elements.map((element) => ({ element, role: 'drop' }));
}

function tagsIn(place: Element | undefined): string[] {
  const links = place ? all(place, 'a[href*="/tag/"]').filter((link) => /^[#＃]/u.test(oneLine(labelText(link) ?? ''))) : [];
  return hashtagWords(links);
}

function outwardLinks(place: Element | undefined, base: URL): string[] {
  const links = place ? linksIn(place, base).filter(({ url }) => !tiktokHosts.has(url.hostname)) : [];
  return [...new Set(links.map(({ url }) => url.href))];
}
