/** Everybody the page names outside what is captured: rails, related posts, its own data; and who is signed in. */
import type { People } from '../adapter.ts';
import { linksIn, resolve } from '../address.ts';
import { all, attribute, one } from '../read.ts';
import { isControlText } from '../text.ts';
import { accountLink, postHandle } from './address.ts';
import { nameIn, pictureOf, seeLink } from './author.ts';
import { seePageData } from './data.ts';
import { nameBox } from './parts.ts';
import { composer, sdui } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxPlaces = 5_000;

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(page: Document, url: URL, people: People): void {
  const links = linksIn(page, url).slice(0, maxPlaces);
  // addresses that give a member's opaque id together with a readable name come first: the id alone may come later
  for (const link of links) if (link.url.searchParams.has('miniProfileUrn')) seeLink(people, link.url);
  for (const { element, url: target } of links) {
    const handle = postHandle(target);
    if (handle) people.see({ handle });
    if (!accountLink(target)) continue;
    const name = nameOf(element);
    seeLink(people, target, { ...(name && { name }), ...pictureOf(element, url) });
  }
  seePageData(page, url, people);
}

/** In running text a link can say anything; elsewhere it says who it is, unless it says what it does. */
function nameOf(link: Element): string | undefined {
  const heading = one(link, 'h3, h4, .base-main-card__title, .base-aside-card__title');
  const name = nameIn(heading ?? nameBox(link) ?? link);
  return name && !isControlText(name) && name.length <= 80 ? name : undefined;
}

const menuPictures = [
  'img.global-nav__me-photo',
  '#global-nav .global-nav__me img',
  'header img[src*="profile-displayphoto"]',
  'nav img[src*="profile-displayphoto"]',
  'img[src*="profile-framedphoto"]:is(header *, nav *)',
].join(', ');
const identity = [
  'a.profile-card-profile-link',
  '.feed-identity-module a[href*="/in/"]',
  '[data-view-name*="identity"] a[href*="/in/"]',
  '[componentkey*="identity" i] a[href*="/in/"]',
  '[data-view-name*="navigation-profile"]',
  '.global-nav__me-content a[href*="/in/"]',
  'nav a[href*="/in/"]',
  'header a[href*="/in/"]',
].join(', ');

/** R19: who is signed in stands in the bar, in the card beside the feed and in every box to write in. Gives whether somebody is. */
export function seeEmployee(page: Document, url: URL, people: People): true | undefined {
  if (one(page, 'meta[name="pageKey"][content^="d_"]') && !one(page, '#global-nav')) return undefined;
  const pictures = all(page, menuPictures);
  const writers = all(page, composer).flatMap((box) => all(box, 'img').slice(0, 1));
  for (const picture of [...pictures, ...writers].slice(0, 50)) {
    const name = nameInAlt(attribute(picture, 'alt'));
    people.see({ ...(name && { name }), ...pictureOf(picture, url), isEmployee: true });
  }
  for (const link of all(page, identity).slice(0, 50)) {
    const target = resolve(attribute(link, 'href'), url);
    const name = nameOf(link);
    if (target) seeLink(people, target, { ...(name && { name }), ...pictureOf(link, url), isEmployee: true });
  }
  const isThere =
    pictures.length > 0 || one(page, `#global-nav, ${sdui.box}, .comments-comment-box, [data-sdui-screen]`) !== undefined;
  return isThere ? true : undefined;
}

/** "Photo of …" in English; in other languages the words before or after differ, and the name is what is left or all of it. */
function nameInAlt(alt: string | undefined): string | undefined {
  const name = (alt ?? '')
    .replace(/^(?:photo of|foto van|profielfoto van|view)\s+/iu, '')
    .replace(/[’'](?:s)?\s+(?:profile|photo).*$/iu, '')
    .trim();
  return name.length > 2 && name.length <= 80 ? name : undefined;
}
