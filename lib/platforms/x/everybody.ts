/** Everybody the page names outside the posts that are captured: side rail, "Discover more", suggestions, its own data. */
import type { People } from '../adapter.ts';
import { linksIn } from '../address.ts';
import { seeData } from '../data.ts';
import { all, attribute, one } from '../read.ts';
import { labelText } from '../text.ts';
import { postLink, profileHandle, profileUrls } from './address.ts';
import { avatarHandle } from './article.ts';
import { avatarOf, nameBeside, readAuthor, seeHandle } from './author.ts';
import { selectors } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxPlaces = 5_000;

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(page: Document, url: URL, people: People): void {
  for (const link of linksIn(page, url).slice(0, maxPlaces)) {
    const handle = profileHandle(link.url) ?? postLink(link.url)?.handle;
    if (handle) seeHandle(people, handle, url);
  }
  for (const box of all(page, selectors.avatarBox).slice(0, maxPlaces)) {
    const handle = avatarHandle(box);
    if (handle && /^\w{1,30}$/u.test(handle)) seeHandle(people, handle, url, avatarOf(box, url));
  }
  for (const names of all(page, selectors.names).slice(0, maxPlaces)) readAuthor(names, undefined, people, url);
  for (const cell of all(page, selectors.userCell).slice(0, maxPlaces)) seeCell(cell, url, people);
  seeData(page, people, (handle) => ({ handle, urls: profileUrls(handle, url) }));
}

/** A suggested account: its picture, its name, its handle, and a button whose test id holds its number. */
function seeCell(cell: Element, url: URL, people: People): void {
  const box = one(cell, selectors.avatarBox);
  const handle = avatarHandle(box);
  if (!box || !handle) return;
  const links = linksIn(cell, url).filter((link) => profileHandle(link.url)?.toLowerCase() === handle.toLowerCase());
  const name =
    links.map(({ element }) => labelText(element)).find((text) => text && !text.startsWith('@')) ?? nameBeside(box, cell);
  const id = all(cell, '[data-testid$="-follow"], [data-testid$="-unfollow"]')
    .map((button) => attribute(button, 'data-testid')?.match(/^(\d+)-/u)?.[1])
    .find(Boolean);
  seeHandle(people, handle, url, { ...(name && { name }), ids: id ? [id] : [] });
}
