/** An article (`/pulse/…`): title, cover and body. It has no number in its address; its own name there is its id. */
import { Failure } from '../../model/failure.ts';
import { bestImage, linksIn } from '../address.ts';
import type { Found, People, ReadItem } from '../adapter.ts';
import { given } from '../given.ts';
import { instantOf, marked, mentionsIn } from '../marks.ts';
import { all, attribute, closest, contains, matches, one } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { accountLink, outward } from './address.ts';
import { nameIn, pictureOf, readMentions, seeLink, strayMarks } from './author.ts';
import { imageAddress } from './author.ts';
import { anyComment, article, commentPlaces, composer, controls, hiddenCopy, portrait } from './selectors.ts';

export function readArticle(found: Found, url: URL, people: People): ReadItem {
  const { element } = found;
  const others = all(element, commentPlaces);
  const own = (selector: string) => all(element, selector).filter((each) => !others.some((other) => contains(other, each)));
  const [title] = own(article.title);
  const body = own(article.body)[0];
  const author = articleAuthor(element, url, people);
  if (!title || !body) throw new Failure('page-not-understood', { part: 'article' });
  const images = own('img').filter((image) => isPicture(image, url));
  const mentions = readMentions(body, people, url).filter((mark) => !contains(author.link, mark.element));
  const time = own('time')[0];
  const shown = labelText(time);
  const marks = [
    ...marked(title, 'text'),
    ...marked(body, 'text'),
    ...mentions,
    ...(author.person === undefined ? [] : marked(author.link, 'author-name', author.person)),
    ...images.map((image, media) => ({ element: image, role: 'media' as const, media })),
    ...marked(time, 'time'),
    ...[...others, ...own(`${controls}, ${hiddenCopy}, ${composer}`)].map((each) => ({ element: each, role: 'drop' as const })),
  ];
  return {
    item: given({
      url: `${url.origin}${url.pathname}`,
      author: author.person,
      times: given({ shown, markup: instantOf(time) }),
      text: [title, body].map((place) => visibleText(place, { except: (each) => matches(each, hiddenCopy) })).join('\n\n'),
      media: images.map((image) => mediaOf(image, url)),
      counts: {},
      mentions: mentionsIn(mentions),
      hashtags: [],
      links: [...new Set(linksIn(body, url).flatMap((link) => outward(link.url)?.href ?? []))],
    }),
    marks: [...marks, ...strayMarks(element, marks, people, url)],
  };
}

/** The first account named outside the text. */
export function articleAuthor(element: Element, url: URL, people: People): { link?: Element; person?: number } {
  const body = one(element, article.body);
  const found = linksIn(element, url).find(
    (link) => accountLink(link.url) && nameIn(link.element) && !contains(body, link.element) && !closest(link.element, anyComment),
  );
  if (!found) return {};
  const name = nameIn(found.element);
  const person = seeLink(people, found.url, { ...(name && { name }), ...pictureOf(found.element, url) });
  return { link: found.element, ...(person !== undefined && { person }) };
}

function isPicture(image: Element, base: URL): boolean {
  const address = imageAddress(image, base);
  return (
    address !== undefined &&
    !portrait.test(address) &&
    !address.startsWith('https://static.') &&
    !closest(image, `a[href*="/in/"], ${composer}`)
  );
}

function mediaOf(image: Element, base: URL) {
  const url = attribute(image, 'srcset') ? bestImage(image, base) : imageAddress(image, base);
  const alt = attribute(image, 'alt')?.trim().slice(0, 4_000);
  return { kind: 'image' as const, ...(url && { url }), ...(alt && { alt }) };
}
