/** Everybody the page names outside the thread: posts of others beside it, whose sound it is, its own data, who is signed in. */
import type { People } from '../adapter.ts';
import { linksIn, resolve } from '../address.ts';
import { seeData } from '../data.ts';
import { all, attribute, closest, one } from '../read.ts';
import { labelText } from '../text.ts';
import { linkedHandle, profileHandle, profileUrl, readAddress } from './address.ts';
import { avatarIn, nameIn, seeHandle } from './author.ts';
import { postData } from './data.ts';
import { accountName } from './name.ts';
import { isSame } from './post.ts';
import { selectors } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxPlaces = 8_000;

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(page: Document, url: URL, people: People): void {
  const employee = seeEmployee(page, url, people);
  const account = readAddress(url).handle;
  for (const { element, url: target } of linksIn(page, url).slice(0, maxPlaces)) {
    const handle = linkedHandle(target);
    if (!handle || isSame(handle, employee)) continue;
    // in running text a link can say anything; the cover of somebody's video leads back to who made it
    const isText = closest(element, `${selectors.words}, ${selectors.desc}`) !== undefined;
    const name = isText || !profileHandle(target) ? {} : nameIn(labelText(element), handle);
    const isOwnCover = isSame(handle, account) && !profileHandle(target);
    seeHandle(people, handle, { ...name, ...(isText || isOwnCover ? {} : avatarIn(element, url)) });
  }
  seeMusic(page, url, people);
  seeData(page, people, (handle) => ({ handle, urls: [profileUrl(handle)] }));
}

/** "original sound - Somebody", in any language; the account's own sound is no third party's. */
function seeMusic(page: Document, url: URL, people: People): void {
  const { handle, id } = readAddress(url);
  const own = new Set([handle, accountName(page, url)].map((name) => name?.toLowerCase()));
  const labels = all(page, selectors.music).map((link) => labelText(link) ?? attribute(link, 'aria-label') ?? '');
  const names = labels.map((label) => /\s[-–]\s*(\S.*)$/u.exec(label)?.[1]?.trim());
  const known = id === undefined ? undefined : postData(page, id, url)?.musicBy;
  for (const name of [...names, known]) {
    if (name && name.length > 1 && name.length < 100 && !own.has(name.toLowerCase())) people.see({ name });
  }
}

/** R19: the link to the own profile in the menu. */
function seeEmployee(page: Document, url: URL, people: People): string | undefined {
  const link = one(page, selectors.me);
  const target = resolve(attribute(link, 'href'), url);
  const handle = target && profileHandle(target);
  if (handle) seeHandle(people, handle, { ...avatarIn(link, url), isEmployee: true });
  return handle;
}
