/** Everybody the page names: suggestions, related posts, the page's own data, and whoever is signed in. */
import { linksIn } from '../address.ts';
import type { People } from '../adapter.ts';
import { seeData } from '../data.ts';
import { portraitIn } from '../portrait.ts';
import { all, closest, one } from '../read.ts';
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
    if (other) seeHandle(people, other, handle ? portraitIn(element, url) : {});
  }
  seeData(page, people, (handle) => ({ handle, urls: profileUrls(handle) }));
}

/** R19: in the menu the own account is the link without its name; its picture stands beside the box for an answer. */
export function seeEmployee(page: Document, url: URL, people: People): boolean {
  const link = linksIn(page, url).find(
    ({ element, url: target }) =>
      profileHandle(target) !== undefined &&
      one(element, 'svg, img') !== undefined &&
      !closest(element, `${selectors.column}, ${selectors.layout}, ${selectors.post}, [role="dialog"]`) &&
      labelText(element)?.toLowerCase() !== profileHandle(target)?.toLowerCase(),
  );
  const handle = link && profileHandle(link.url);
  if (!link || !handle) return false;
  const boxes = all(page, selectors.composer).flatMap((box) => closest(box, `${selectors.row}, [data-pagelet], form`) ?? []);
  const pictures = [link.element, ...boxes.filter((box) => !one(box, 'time'))].map((place) => portraitIn(place, url));
  seeHandle(people, handle, {
    avatars: pictures.flatMap(({ avatars }) => avatars ?? []),
    ids: pictures.flatMap(({ ids }) => ids ?? []),
    isEmployee: true,
  });
  return true;
}
