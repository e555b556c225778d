/** Everybody the page names outside what is captured: related videos, cards, the page's own data, whoever is signed in. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { seeData } from '../data.ts';
import { given } from '../given.ts';
import { all, attribute, closest, one } from '../read.ts';
import { isControlText, labelText } from '../text.ts';
import { channelOf, channelUrls } from './address.ts';
import { avatarOf, seeChannel } from './author.ts';
import type { Meeting } from './author.ts';
import { dataOf } from './data.ts';
import type { DataAccount } from './data.ts';
import { idsInAvatar } from '../avatars.ts';
import { selectors } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxPlaces = 5_000;

/** Names of channels that stand under videos without a link. */
const bylines = [
  'ytd-channel-name #text, ytd-channel-name yt-formatted-string',
  'yt-lockup-view-model .yt-content-metadata-view-model__metadata-row:first-child',
  'yt-lockup-view-model .ytContentMetadataViewModelMetadataRow:first-child',
  'ytd-ad-slot-renderer #byline, ytd-ad-slot-renderer .ytFeedAdMetadataViewModelHostTextsStyleCompactByline',
  'ytd-structured-description-content-renderer ytd-video-description-infocards-section-renderer #title',
].join(', ');

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(meeting: Meeting): void {
  const { page, url, people } = meeting;
  for (const link of linksIn(page, url).slice(0, maxPlaces)) seeLinked(link, meeting);
  for (const box of all(page, bylines).slice(0, maxPlaces)) {
    const name = labelText(box);
    if (name && /^\p{L}.{1,80}$/u.test(name) && !isControlText(name) && !closest(box, selectors.masthead)) people.see({ name });
  }
  for (const account of dataOf(page).accounts) seeInData(account, meeting);
  seeData(page, people, (handle) => ({ handle, urls: channelUrls({ handle }) }));
}

function seeLinked({ element, url: to }: LinkHere, meeting: Meeting): void {
  const channel = channelOf(to);
  if (!channel) return;
  // in a text a link can say anything; elsewhere it says who it is
  const name = closest(element, `${selectors.text}, #description`) ? undefined : labelText(element);
  seeChannel(meeting, channel, { ...(name && { name }), ...avatarOf(element, meeting.url), urls: [to.href] });
}

function seeInData({ handle, id, name, avatar, isEmployee }: DataAccount, meeting: Meeting): void {
  const more = { ...given({ name, isEmployee }), ...pictureAt(avatar) };
  if (handle || id) seeChannel(meeting, given({ handle, id }), more);
  else meeting.people.see(more);
}

function pictureAt(address: string | undefined): { avatars?: string[]; ids?: string[] } {
  return address && /^https?:\/\//iu.test(address) ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

const pictures =
  'ytd-masthead #avatar-btn img, ytd-masthead ytd-topbar-menu-button-renderer img, ytd-comment-simplebox-renderer #author-thumbnail img, ytd-commentbox #author-thumbnail img';
const names =
  'ytd-active-account-header-renderer #account-name, ytd-active-account-header-renderer #channel-handle, ytd-commentbox #author-name, ytd-comment-simplebox-renderer .bold';

/**
 * Whoever is signed in (R19) has a picture in the masthead and in the box for writing; the name only in the menu when it is
 * open, and in older boxes for writing.
 */
export function seeEmployee({ page, url, people }: Meeting): boolean | undefined {
  const faces = all(page, pictures);
  for (const face of faces) {
    const seen = avatarOf(face, url);
    if (seen.avatars) people.see({ ...seen, isEmployee: true });
    const alt = closest(face, 'ytd-comment-simplebox-renderer, ytd-commentbox') ? attribute(face, 'alt')?.trim() : undefined;
    if (alt) seeWritten(people, alt);
  }
  for (const box of all(page, names)) {
    const name = labelText(box);
    if (name) seeWritten(people, name);
  }
  if (one(page, 'ytd-masthead #avatar-btn')) return true;
  return one(page, 'ytd-masthead a[href*="ServiceLogin"], ytd-masthead a[href*="/signin"]') ? false : undefined;
}

function seeWritten(people: Meeting['people'], written: string): void {
  const isHandle = /^@[^\s@/]{2,100}$/u.test(written);
  people.see({ ...(isHandle ? { handle: written } : { name: written }), isEmployee: true });
}
