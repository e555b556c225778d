import type { CountName, DraftItem, DraftQuote } from '../../model/draft.ts';
import { Failure } from '../../model/failure.ts';
import { linksIn } from '../address.ts';
import type { Found, Mark, People, ReadItem } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { hashtagWords, instantOf, marked, mentionsIn, unreadMarks } from '../marks.ts';
import { all, attribute, contains, languageTag, one } from '../read.ts';
import { labelText, oneLine, visibleText } from '../text.ts';
import { blueskyHosts, ownerIn, postLink, profileActor, readAddress } from './address.ts';
import { mentionOf, readAuthor, readMentions, seeActor } from './author.ts';
import { accountHandle } from './find.ts';
import { allOwn, isBefore, isSame, own, ownLinks, permalinkOf, quoteOf, repostLink, warningOf } from './item-parts.ts';
import type { Permalink } from './item-parts.ts';
import { readMedia } from './media.ts';
import type { ReadMedia } from './media.ts';
import { selectors } from './selectors.ts';
import { timeOfTid } from './tid.ts';

export function read(found: Found, page: Document, url: URL, people: People): ReadItem {
  const item = found.element;
  const link = permalinkOf(item, url);
  if (!link) throw new Failure('page-not-understood', { part: 'permalink' });
  const quote = quoteOf(item, url);
  const author = readAuthor(item, ownLinks(item, url, quote), people, url);
  const text = own(item, selectors.text, quote);
  const media = readMedia(item, quote, url);
  const time = timeOf(item, link, quote);
  const quoted = quote && readQuote(quote, people, url);
  const warning = warningOf(item, quote);
  const context = readContext(item, quote, page, people, url);
  const counts = readCounts(item, quote);
  const known: Mark[] = [
    ...author.marks,
    ...marked(text, 'text'),
    ...readMentions(text, people, url),
    ...media.marks,
    ...(quoted?.marks ?? []),
    ...marked(time.element, 'time'),
    ...marked(warning?.label, 'warning'),
    ...counts.marks,
    ...context.marks,
  ];
  const stray = strayMarks(item, known, quote, people, url);
  return {
    item: given({
      url: link.url.href,
      author: author.person,
      times: given({ ...time.times, fromId: timeOfTid(link.id) }),
      text: textOf(text, media.media.length > 0 || quote !== undefined),
      lang: languageTag(attribute(text, 'lang')),
      isTruncated: warning?.isClosed ? (true as const) : undefined,
      contentWarning: labelText(warning?.label),
      media: [...media.media],
      counts: counts.counts,
      mentions: mentionsIn([...known, ...stray]),
      hashtags: hashtagWords(text ? all(text, 'a[href*="/hashtag/"]') : []),
      links: outwardLinks(text, url),
      quote: quoted?.quote,
      ...context.facts,
    }),
    marks: [...known, ...stray, ...unreadMarks(item, [...known, ...stray])],
  };
}

/** '' when the post plainly consists of something else; absent when nothing was found. */
function textOf(place: Element | undefined, hasOther: boolean): string | undefined {
  if (!place) return hasOther ? '' : undefined;
  return visibleText(place, { isPreformatted: true });
}

/** In a list "1d", with the whole date in its label; on its own page the date in words, with nothing around it. */
function timeOf(item: Element, { element }: Pick<Permalink, 'element'>, quote: Element | undefined) {
  const place = own(item, 'time', quote) ?? element ?? datedBox(item, quote);
  const brief = labelText(place)?.replace(/^[·\s]+/u, '');
  const full = attribute(place, 'data-tooltip') ?? attribute(place, 'title');
  const shown = full && /\d{4}/u.test(full) && full !== brief ? oneLine(`${brief ?? ''} (${full})`) : brief;
  return { times: given({ shown: shown || undefined, markup: instantOf(place) }) as DraftItem['times'], element: place };
}

/** A box that says a time and a year and little else. */
function datedBox(item: Element, quote: Element | undefined): Element | undefined {
  return allOwn(item, '[dir]', quote).find(
    (box) => !one(box, '[dir]') && /^(?=.*\d{1,2}[:.]\d{2})(?=.*\b\d{4}\b).{8,60}$/u.test(labelText(box) ?? ''),
  );
}

const countPlaces: readonly (readonly [CountName, string])[] = [
  ['replies', '[data-testid="replyBtn"]'],
  ['reposts', '[data-testid="repostCount-expanded"], [data-testid="repostCount"]'],
  ['quotes', '[data-testid="quoteCount-expanded"]'],
  ['likes', '[data-testid="likeCount-expanded"], [data-testid="likeCount"]'],
  ['bookmarks', '[data-testid="bookmarkCount-expanded"]'],
];

function readCounts(item: Element, quote: Element | undefined) {
  const counts: DraftItem['counts'] = {};
  const marks: Mark[] = [];
  for (const [name, selector] of countPlaces) {
    const place = own(item, selector, quote);
    const shown = countIn(labelText(place)) ?? countIn(attribute(place, 'aria-label'));
    if (!place || !shown) continue;
    counts[name] = shown;
    if (name !== 'replies') marks.push({ element: place, role: 'count' });
  }
  return { counts, marks };
}

/** The line above a face: who reposted it (R13), or that it is pinned. */
function readContext(item: Element, quote: Element | undefined, page: Document, people: People, base: URL) {
  const nothing = { facts: {}, marks: [] };
  const { kind, actor } = readAddress(base);
  if (kind !== 'profile' || !actor) return nothing;
  const link = repostLink(item, base, quote);
  const who = link && profileActor(link.url);
  if (link && who) {
    const person = seeActor(people, who);
    const isPage = isSame(who, accountHandle(page, actor)) || isSame(who, actor);
    return { facts: isPage ? { repostedBy: person } : {}, marks: [{ element: link.element, role: 'mention' as const, person }] };
  }
  const face = own(item, selectors.anyAvatar, quote);
  const label = face && allOwn(item, '[dir]', quote).find((box) => isBefore(box, face) && !contains(box, face) && labelText(box));
  return label ? { facts: { isPinned: true as const }, marks: marked(label, 'label') } : nothing;
}

function readQuote(quote: Element, people: People, base: URL): { quote: DraftQuote; marks: Mark[] } {
  const links = linksIn(quote, base);
  const author = readAuthor(quote, links, people, base);
  const text = one(quote, selectors.text);
  const link = links.find(({ url, element }) => postLink(url)?.rest === '' && !contains(text, element));
  const post = link && postLink(link.url);
  const media = readMedia(quote, undefined, base);
  const time = timeOf(quote, link ? { element: link.element } : {}, undefined);
  return {
    quote: given({
      author: author.person,
      id: post?.id,
      url: link?.url.href,
      text: textOf(text, media.media.length > 0),
      times: given({ ...time.times, fromId: post && timeOfTid(post.id) }),
      media: [...media.media],
    }),
    marks: [
      ...marked(quote, 'quote', author.person),
      ...author.marks,
      ...marked(text, 'text'),
      ...readMentions(text, people, base),
      ...marked(time.element, 'time'),
      ...media.marks.map(({ element }: ReadMedia['marks'][number]) => ({ element, role: 'media' as const })),
    ],
  };
}

/** Links to accounts in places not read above ("Reply to …", a feed or list of somebody): known and marked all the same. */
function strayMarks(item: Element, known: readonly Mark[], quote: Element | undefined, people: People, base: URL): Mark[] {
  const places = known.filter(({ role }) => role !== 'quote').map(({ element }) => element);
  return linksIn(item, base).flatMap((link) => {
    const isRead = places.some((place) => contains(place, link.element) || contains(link.element, place));
    if (isRead || contains(quote, link.element) || !ownerIn(link.url) || postLink(link.url)?.rest) return [];
    return mentionOf(link, people) ?? [];
  });
}

function outwardLinks(text: Element | undefined, base: URL): string[] {
  const links = text ? linksIn(text, base).filter(({ url }) => !blueskyHosts.has(url.hostname)) : [];
  return [...new Set(links.map(({ url }) => url.href))];
}
