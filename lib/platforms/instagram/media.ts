import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { pageMedia } from '../pageMedia.ts';
import { all, attribute, children, closest, contains, one, parent, rawText, tagOf } from '../read.ts';
import { oneLine, shortLength } from '../text.ts';
import { selectors } from './selectors.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
  /** From the page's own data, which has them all. */
  readonly isMediaWhole?: true;
}

/**
 * Pictures and films of the post. Of a row of slides only those beside the one in sight are drawn: the page's own data has
 * the others; where it has not, the dots under the slides tell how many are missing.
 */
export function readMedia(place: Element, others: readonly Element[], page: Document, base: URL, code: string): ReadMedia {
  const boxes = boxesIn(place, others);
  const drawn = boxes.map((box) => readBox(box, place, base));
  const told = pageMedia(page, code);
  if (told && told.length >= drawn.length)
    return { media: told, marks: boxes.map((box, index) => markOf(box, placeIn(told, drawn[index]))), isMediaWhole: true };
  const missing = Math.max(0, dotsIn(place) - drawn.length);
  return {
    media: [...drawn, ...Array.from({ length: Math.min(missing, 40) }, (): DraftMedia => ({ kind: 'image' }))],
    marks: boxes.map((box, index) => markOf(box, index)),
  };
}

function markOf(element: Element, media: number | undefined): Mark {
  return { element, role: 'media', ...(media !== undefined && { media }) };
}

/** The slides, else the film, else the pictures; not those of people, comments, or other posts. */
function boxesIn(place: Element, others: readonly Element[]): Element[] {
  const isElsewhere = (picture: Element) => {
    const around = closest(picture, 'a[href], [role="link"], header, form, nav, section');
    const isAround = around !== undefined && around !== place && contains(place, around);
    const entry = closest(picture, 'li');
    // in the entry of a comment, beside its row
    return isAround || (entry !== undefined && contains(place, entry) && others.some((other) => contains(entry, other)));
  };
  const pictures = all(place, selectors.picture).filter(
    (picture) => !others.some((other) => contains(other, picture)) && !isElsewhere(picture),
  );
  const slides = pictures.flatMap((picture) => closest(picture, 'li') ?? []).filter((slide) => contains(place, slide));
  if (slides.length > 0) return [...new Set(slides)];
  const films = pictures.filter((picture) => tagOf(picture) === 'video');
  return films.length > 0 ? films : pictures;
}

function readBox(box: Element, place: Element, base: URL): DraftMedia {
  const film = tagOf(box) === 'video' ? box : one(box, 'video');
  if (film) return readFilm(film, place, base);
  const image = tagOf(box) === 'img' ? box : one(box, 'img');
  const url = bestImage(image, base);
  return { kind: 'image', ...(url && { url }), ...describe(image) };
}

/** A film has a `blob:` source; what it is made of is in the page's data or nowhere. Its still picture lies over it. */
function readFilm(film: Element, place: Element, base: URL): DraftMedia {
  const url = webAddress(attribute(film, 'src') ?? attribute(one(film, 'source'), 'src'), base);
  const poster = webAddress(attribute(film, 'poster'), base) ?? bestImage(stillOver(film, place), base);
  return { kind: 'video', ...(url && { url }), ...(poster && { poster }) };
}

function stillOver(film: Element, place: Element): Element | undefined {
  for (let box = parent(film); box && box !== place; box = parent(box)) {
    const image = all(box, 'img').find((candidate) => !closest(candidate, 'a[href], [role="link"]'));
    if (image) return image;
    if (one(box, 'a[href]')) return undefined;
  }
  return undefined;
}

/** Instagram writes a description itself where the author gave none; either way it is what a reader of the page hears. */
function describe(image: Element | undefined): Pick<DraftMedia, 'alt'> {
  const alt = oneLine(attribute(image, 'alt') ?? '').slice(0, shortLength);
  return alt ? { alt } : {};
}

/** The same file stands under several sizes and servers. */
function placeIn(told: readonly DraftMedia[], drawn: DraftMedia | undefined): number | undefined {
  const names = new Set([drawn?.url, drawn?.poster].map(fileName).filter(Boolean));
  const index = told.findIndex(({ url, poster }) => [url, poster].some((address) => names.has(fileName(address))));
  if (index >= 0) return index;
  return told.length === 1 ? 0 : undefined;
}

function fileName(address: string | undefined): string {
  return address && URL.canParse(address) ? (new URL(address).pathname.split('/').at(-1) ?? '') : '';
}

/** One dot a slide: a row of empty boxes after the slides. */
function dotsIn(place: Element): number {
  const list = all(place, 'ul').find((slides) => children(slides).some((slide) => one(slide, selectors.picture)));
  for (let box: Element | null = list ?? null; box && box !== place; box = parent(box)) {
    const rows = all(box, 'div').filter((row) => !contains(list, row) && isDots(row));
    if (rows.length > 0) return Math.max(...rows.map((row) => children(row).length));
  }
  return 0;
}

function isDots(row: Element): boolean {
  const dots = children(row);
  return dots.length > 1 && dots.every((dot) => tagOf(dot) === 'div' && children(dot).length === 0 && rawText(dot) === '');
}
