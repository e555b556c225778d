import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, linksIn, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { pageMedia } from '../pageMedia.ts';
import { all, attribute, closest, contains, one, parent } from '../read.ts';
import { unwrapped } from '../shortcode.ts';
import { oneLine, short, shortLength, visibleText } from '../text.ts';
import { threadsHosts } from './address.ts';
import { selectors } from './selectors.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
}

/** Pictures, films and link cards of one post, in page order, without those of what it quotes. */
export function readMedia(post: Element, page: Document, base: URL, code: string | undefined): ReadMedia {
  const cards = cardsIn(post, base);
  const films = own(post, 'video').map((film) => ({ film, still: stillOf(film, post) }));
  const stills = new Set(films.map(({ still }) => still));
  const images = own(post, 'img').filter((image) => !closest(image, 'a[href]') && !stills.has(image) && !isPortrait(image));
  const places = [
    ...films.map(({ film, still }) => ({ element: film, media: readFilm(film, still, base) })),
    ...images.map((element) => ({ element, media: readImage(element, base) })),
    ...cards,
  ];
  const told = code === undefined ? undefined : pageMedia(page, code);
  const isFuller = told !== undefined && told.length > 0 && told.length >= places.length - cards.length;
  const media = isFuller ? [...told, ...cards.map((card) => card.media)] : places.map((place) => place.media);
  const hasSameOrder = !isFuller || told.length === places.length - cards.length;
  return {
    media,
    marks: [
      ...places.map(({ element }, index) => ({ element, role: 'media' as const, ...(hasSameOrder && { media: index }) })),
      ...films.flatMap(({ still }) => (still ? [{ element: still, role: 'drop' as const }] : [])),
    ],
  };
}

function own(post: Element, selector: string): Element[] {
  return all(post, selector).filter((element) => closest(element, selectors.post) === post);
}

/** Pictures of people are square and small, and say their size. */
function isPortrait(image: Element): boolean {
  const width = Number(attribute(image, 'width'));
  return (width > 0 && width <= 96) || /\/t51\.(?:2885|82787)-19\//u.test(attribute(image, 'src') ?? '');
}

/** The picture that lies over a film until it plays: in the smallest box with both. */
function stillOf(film: Element, post: Element): Element | undefined {
  for (let box = parent(film); box && box !== post; box = parent(box)) {
    const image = all(box, 'img').find((candidate) => !closest(candidate, 'a[href]') && !isPortrait(candidate));
    if (image) return all(box, 'video').length === 1 ? image : undefined;
  }
  return undefined;
}

function readFilm(film: Element, still: Element | undefined, base: URL): DraftMedia {
  const url = webAddress(attribute(film, 'src') ?? attribute(one(film, 'source'), 'src'), base);
  const poster = webAddress(attribute(film, 'poster'), base) ?? bestImage(still, base);
  return { kind: 'video', ...(url && { url }), ...(poster && { poster }) };
}

function readImage(image: Element, base: URL): DraftMedia {
  const url = bestImage(image, base);
  const alt = oneLine(attribute(image, 'alt') ?? '').slice(0, shortLength);
  return { kind: 'image', ...(url && { url }), ...(alt && { alt }) };
}

/** A link with a picture or a block of its own: the page behind it, as Threads shows it. */
function cardsIn(post: Element, base: URL): { element: Element; media: DraftMedia }[] {
  return linksIn(post, base).flatMap(({ element, url }) => {
    const isCard =
      !threadsHosts.has(url.hostname) && one(element, 'img') !== undefined && closest(element, selectors.post) === post;
    if (!isCard || contains(quoteOf(post), element)) return [];
    const text = short(visibleText(element, { isApart: true }));
    return [{ element, media: { kind: 'card' as const, link: unwrapped(url), ...(text && { text }) } }];
  });
}

function quoteOf(post: Element): Element | undefined {
  return one(post, selectors.post);
}
