/** Where in the page the post of this address stands: a pop-up over a profile, an article, or a block of `main`. */
import { linksIn, resolve } from '../address.ts';
import { all, attribute, closest, contains, isShown, one, parent, rawText } from '../read.ts';
import { isBefore } from '../tree.ts';
import { commentLink, postLink, readAddress } from './address.ts';
import { selectors } from './selectors.ts';

/** The pop-up goes before the page under it. */
export function postPlace(page: Document, base: URL): Element | undefined {
  const { code } = readAddress(base);
  if (code === undefined) return undefined;
  const articles = [...all(page, selectors.popup), ...all(page, selectors.article)].filter(isShown);
  const article =
    articles.find((place) => timedLinks(place, base, code).length > 0) ?? articles.find((place) => isAlone(place, base, code));
  if (article) return article;
  return all(page, selectors.main)
    .filter(isShown)
    .map((main) => aroundLinks(main, base, code) ?? aroundFilm(main, page, base, code))
    .find((place) => place !== undefined);
}

/** The first and the last link with a time to the post itself or one of its comments; there can be thousands in between. */
function timedLinks(place: Element, base: URL, code: string): Element[] {
  const links = all(place, `a[href*="/${code}/"]`);
  const isTimed = (element: Element) => {
    const url = one(element, 'time') && resolve(attribute(element, 'href'), base);
    return url !== undefined && (commentLink(url) ?? postLink(url))?.code === code;
  };
  const first = links.find(isTimed);
  const last = first && links.findLast(isTimed);
  return first && last ? [first, last] : [];
}

/** An article of a post whose address shows nowhere: none of another post in it. */
function isAlone(place: Element, base: URL, code: string): boolean {
  const links = linksIn(place, base).flatMap(({ url }) => postLink(url) ?? commentLink(url) ?? []);
  return one(place, selectors.picture) !== undefined && links.every((link) => link.code === code);
}

/** The block with everything that names the post, with the pictures before it and without the posts below it. */
function aroundLinks(main: Element, base: URL, code: string): Element | undefined {
  const links = timedLinks(main, base, code);
  const [first] = links;
  const last = links.at(-1);
  if (!first || !last) return undefined;
  let box = parent(first);
  while (box && box !== main && !contains(box, last)) box = parent(box);
  while (box && box !== main && !hasPictureBefore(box, first)) {
    const up: Element | null = parent(box);
    if (!up || hasOtherPosts(up, base, code)) break;
    box = up;
  }
  return box ?? undefined;
}

function hasPictureBefore(box: Element, link: Element): boolean {
  return all(box, selectors.picture).some((picture) => isBefore(picture, link) && !closest(picture, 'a[href], [role="link"]'));
}

function hasOtherPosts(box: Element, base: URL, code: string): boolean {
  return linksIn(box, base).some(({ element, url }) => {
    const link = postLink(url);
    return link !== undefined && link.code !== code && one(element, 'img') !== undefined;
  });
}

/** A reel without comments names its address nowhere. In a feed of reels it is the one whose words the page's head repeats. */
function aroundFilm(main: Element, page: Document, base: URL, code: string): Element | undefined {
  const boxes = all(main, 'video').flatMap((film) => {
    let box: Element = film;
    for (let up = parent(film); up && up !== main && all(up, 'video').length === 1; up = parent(up)) {
      if (hasOtherPosts(up, base, code)) break;
      box = up;
    }
    return box === film ? [] : [box];
  });
  if (boxes.length <= 1) return boxes[0];
  const said = headOf(page, base, code);
  const fitting = boxes.filter((box) => said && wordsOf(box).some((words) => said.includes(words)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The head stays behind when the page goes on to another post without being loaded anew. */
export function headOf(page: Document, base: URL, code: string): string | undefined {
  const own = resolve(
    attribute(one(page, 'meta[property="og:url"]'), 'content') ?? attribute(one(page, 'link[rel="canonical"]'), 'href'),
    base,
  );
  if (!own || postLink(own)?.code !== code) return undefined;
  return ['og:title', 'og:description'].map((name) => attribute(one(page, `meta[property="${name}"]`), 'content') ?? '').join('\n');
}

function wordsOf(box: Element): string[] {
  return all(box, 'h1, span[dir="auto"], div[dir="auto"]')
    .map((place) => rawText(place).trim().slice(0, 60))
    .filter((words) => words.length >= 20);
}
