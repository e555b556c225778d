/** What an item says: one box per paragraph, its own only. */
import { linksIn } from '../address.ts';
import { hashtagWords } from '../marks.ts';
import { all, attribute, closest, contains, languageTag, matches, one, rawText } from '../read.ts';
import { visibleText } from '../text.ts';
import { isFacebookHost, outward } from './address.ts';
import { firstOwned, owned } from './owned.ts';
import { selectors } from './selectors.ts';

export interface Body {
  readonly text?: string;
  readonly lang?: string;
  /** The box or boxes the text stands in. */
  readonly places: readonly Element[];
}

/** Not in controls, links (a preview has its title in one), headings, nor under the comment. */
const notText = `${selectors.button}, a, h1, h2, h3, h4, form, ${selectors.row}, ${selectors.box}, ${selectors.author}`;

export function bodyOf(item: Element, isComment: boolean, except?: Element): Body {
  const message = isComment ? undefined : [...owned(item, selectors.message)].find((place) => !contains(except, place));
  const paragraphs = message ? innermost([message]) : paragraphsIn(item, except);
  if (paragraphs.length > 0) return { text: joined(paragraphs), ...languageOf(paragraphs[0], item), places: paragraphs };
  if (message) return { text: visibleText(message, { except: isControl }), ...languageOf(message, item), places: [message] };
  // a text in one piece has no box of its own
  const line = isComment ? firstOwned(item, 'span[lang][dir="auto"]', notText) : undefined;
  return line ? { text: visibleText(line, { except: isControl }), ...languageOf(line, item), places: [line] } : { places: [] };
}

function paragraphsIn(item: Element, except: Element | undefined): Element[] {
  const boxes = [...owned(item, selectors.paragraph, notText)].filter((box) => !contains(except, box));
  return boxes.filter((box) => !one(box, `${selectors.paragraph}, ${selectors.article}, ${selectors.message}, ul, form`));
}

/** Paragraphs of a message; a box that holds others is not one. */
function innermost(places: readonly Element[]): Element[] {
  return places
    .flatMap((place) => all(place, selectors.paragraph))
    .filter((box) => !one(box, selectors.paragraph) && !closest(box, selectors.button));
}

const trailing = /\s*(?:…|\.\.\.)?\s*(?:See more|See less|Meer weergeven|Minder weergeven)$/u;

function joined(paragraphs: readonly Element[]): string {
  const text = paragraphs.map((paragraph) => visibleText(paragraph, { except: isControl })).join('\n');
  return text.replace(trailing, '').trim();
}

const isControl = (element: Element): boolean => matches(element, selectors.button);

function languageOf(place: Element | undefined, item: Element): { lang?: string } {
  const around = place && closest(place, '[lang]');
  const lang = around && contains(item, around) ? languageTag(attribute(around, 'lang')) : undefined;
  return lang ? { lang } : {};
}

export function hashtagsIn(places: readonly Element[], base: URL): string[] {
  const links = places.flatMap((place) => linksIn(place, base));
  return hashtagWords(
    links.filter(({ url }) => isFacebookHost(url.hostname) && url.pathname.startsWith('/hashtag/')).map(({ element }) => element),
  );
}

/** Where links in the text lead, unwrapped. */
export function linksOutward(places: readonly Element[], base: URL): string[] {
  return [...new Set(places.flatMap((place) => linksIn(place, base)).flatMap(({ url }) => outward(url)?.href ?? []))];
}

const lessWords = /\b(?:less|minder|weniger|moins|menos)\b/iu;

const moreInParagraph = `${selectors.paragraph} [role="button"], span[dir="auto"][lang] [role="button"]`;

/** The control at the end of a shortened text. */
export function moreButton(item: Element, isComment: boolean): Element | undefined {
  const message = isComment ? undefined : firstOwned(item, selectors.message);
  const places = isComment ? owned(item, moreInParagraph, selectors.row) : message ? all(message, selectors.button) : [];
  for (const element of places) {
    const isPlain = !matches(element, '[aria-haspopup], [aria-label], [href]') && !one(element, 'img, svg, i');
    if (isPlain && !lessWords.test(rawText(element))) return element;
  }
  return undefined;
}
