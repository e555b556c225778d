/** Everybody the page names outside the post and its comments: side rail, feed under the dialog, folded answers, its own data. */
import type { People } from '../adapter.ts';
import { linksIn } from '../address.ts';
import { seeData } from '../data.ts';
import { all, attribute, closest, matches, one } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { postAddress, profileHandle } from './address.ts';
import { nameOn, pictureOf, seeHandle } from './author.ts';
import { seePageData } from './pageData.ts';
import { selectors } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxPlaces = 8_000;

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(page: Document, url: URL, people: People): void {
  for (const { element, url: to } of linksIn(page, url).slice(0, maxPlaces)) {
    const handle = profileHandle(to);
    if (handle) seeLink(element, handle, url, people, closest(element, selectors.paragraph) !== undefined);
    else seePoster(to, people);
  }
  seePageData(page, people);
  seeData(page, people, (handle) => ({ handle }));
  for (const picture of all(page, 'svg[aria-label] image').slice(0, maxPlaces)) seePicture(picture, url, people);
  for (const button of all(page, selectors.button).slice(0, maxPlaces)) seeFolded(button, url, people);
}

function seeLink(link: Element, handle: string, url: URL, people: People, isInText: boolean): void {
  // the name of a menu ("Profile") is nobody's
  const isMenu = closest(link, '[role="navigation"], [role="menu"], [role="tablist"]') && !one(link, selectors.avatar);
  const label = one(link, selectors.avatar) ? nameOf(attribute(one(link, 'svg[aria-label]'), 'aria-label')) : undefined;
  const name = isMenu ? undefined : (label ?? nameOn(link));
  seeHandle(people, handle, { ...(name && { name }), ...(isInText ? {} : pictureOf(link, url)) });
}

/** The address of somebody's post names them. */
function seePoster(to: URL, people: People): void {
  const handle = postAddress(to)?.handle;
  if (handle && profileHandle(new URL(`/${handle}`, to))) seeHandle(people, handle);
}

/** A picture with a name that leads nowhere: tagged in a photo, the account menu. */
function seePicture(image: Element, url: URL, people: People): void {
  const drawn = closest(image, 'svg');
  if (!drawn || closest(drawn, 'a[href]') || closest(drawn, selectors.banner)) return;
  const name = nameOf(attribute(drawn, 'aria-label'));
  if (name && !isKnown(name, people)) people.see({ name, ...pictureOf(drawn, url) });
}

/** "Jan Jansen replied · 3 replies": who, is in no link. The name goes on to the last word with a capital, before a verb. */
function seeFolded(button: Element, url: URL, people: People): void {
  if (matches(button, '[aria-label], [aria-haspopup]') || !one(button, `${selectors.avatar}, img`)) return;
  const lines = all(button, 'span')
    .filter((span) => !one(span, 'span'))
    .flatMap((span) => labelText(span) ?? []);
  const [first = '', ...rest] = lines;
  const name = first.match(/^(\p{Lu}(?:.*\s\p{Lu})?[\p{L}\p{M}'’.-]*) \p{Ll}/u)?.[1];
  const isCounted = rest.some((line) => /\d/u.test(line));
  if (name && isCounted && name.length <= 100 && !isKnown(name, people)) people.see({ name, ...pictureOf(button, url) });
}

function nameOf(label: string | undefined): string | undefined {
  const name = oneLine(label ?? '');
  return name && name.length <= 100 && !/\d/u.test(name) ? name : undefined;
}

const isKnown = (name: string, people: People): boolean => people.all.some((person) => person.name === name);
