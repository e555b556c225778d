/** Everybody the page names: suggestions, stories, who likes it, the page's own data, and whoever is signed in. */
import { linksIn } from '../address.ts';
import type { People } from '../adapter.ts';
import { seeData } from '../data.ts';
import { portraitIn } from '../portrait.ts';
import { all, attribute, closest, one, parent } from '../read.ts';
import { labelText } from '../text.ts';
import { postLink, profileHandle, profileUrls } from './address.ts';
import { seeHandle } from './author.ts';
import { selectors } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxPlaces = 20_000;

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(page: Document, url: URL, people: People): void {
  for (const { element, url: target } of linksIn(page, url).slice(0, maxPlaces)) {
    const handle = profileHandle(target);
    const other = handle ?? postLink(target)?.handle;
    if (other) seeHandle(people, other, url, handle ? portraitIn(element, url) : {});
  }
  seePictures(page, url, people);
  seeData(page, people, (handle) => ({ handle, urls: profileUrls(handle, url) }));
}

/** Pictures of people without a link around them (stories, suggestions): the account is in the description or beside it. */
function seePictures(page: Document, url: URL, people: People): void {
  const known = new Set(people.all.flatMap(({ handle }) => handle?.toLowerCase() ?? []));
  for (const image of all(page, 'img[alt]').slice(0, maxPlaces)) {
    if (closest(image, 'a[href]') || !/\/t51\.(?:2885|82787)-19\/|s\d{2,3}x\d{2,3}/u.test(attribute(image, 'src') ?? '')) continue;
    const words = (attribute(image, 'alt') ?? '').split(/[\s'’]+/u);
    const handle =
      words.find((word) => known.has(word.toLowerCase())) ?? words.find((word) => /^\w*[._\d]\w*(?:[.\w]*\w)?$/u.test(word));
    if (handle && /^[\w.]{1,30}$/u.test(handle)) seeHandle(people, handle, url, portraitIn(image, url));
  }
}

/**
 * R19: who is signed in. In the menu the own account is the one link with a picture that does not say the account's name;
 * the same picture stands beside the box for a comment.
 */
export function seeEmployee(page: Document, url: URL, people: People): boolean {
  const link = linksIn(page, url).find(
    ({ element, url: target }) =>
      profileHandle(target) !== undefined &&
      one(element, 'img') !== undefined &&
      !closest(element, `${selectors.main}, article, [role="dialog"], header`) &&
      labelText(element)?.toLowerCase() !== profileHandle(target)?.toLowerCase(),
  );
  const handle = link && profileHandle(link.url);
  if (!link || !handle) return false;
  const boxes = all(page, 'form').flatMap((form) => (one(form, selectors.composer) ? (parent(form) ?? []) : []));
  const pictures = [link.element, ...boxes].map((place) => portraitIn(place, url));
  seeHandle(people, handle, url, {
    avatars: pictures.flatMap(({ avatars }) => avatars ?? []),
    ids: pictures.flatMap(({ ids }) => ids ?? []),
    isEmployee: true,
  });
  return true;
}
