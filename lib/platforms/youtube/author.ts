import { linksIn, webAddress } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { attribute, contains, matches, one } from '../read.ts';
import { isControlText, labelText, oneLine } from '../text.ts';
import { channelOf, channelUrls } from './address.ts';
import type { Channel } from './address.ts';
import { dataOf } from './data.ts';

/** What people are met with: the page they stand on, its address, and the list they go into. */
export interface Meeting {
  readonly page: Document;
  readonly url: URL;
  readonly people: People;
}

/**
 * A channel with every address it has. Where a page gives only its id, the page's own data mostly tells the handle; else the
 * id is what the channel is known by.
 */
export function seeChannel({ page, people }: Meeting, channel: Channel, more: Omit<SeenPerson, 'handle'> = {}): number | undefined {
  const handle = channel.handle ?? (channel.id && (dataOf(page).handles.get(channel.id) ?? channel.id));
  if (!handle) return undefined;
  const { name, ids = [], urls = [], ...rest } = more;
  return people.see({
    ...rest,
    handle,
    ...(name && isName(name, handle) && { name }),
    ids: [...ids, ...(channel.id ? [channel.id] : [])],
    urls: [...new Set([...urls, ...channelUrls({ ...channel, handle })])],
  });
}

function isName(name: string, handle: string): boolean {
  return !name.startsWith('@') && name.toLowerCase() !== handle.toLowerCase() && !isControlText(name);
}

/** Picture of a channel in a place, or the place itself. */
export function avatarOf(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const image = place && (matches(place, 'img') ? place : one(place, 'img'));
  const address = webAddress(attribute(image, 'src'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

/** The first link to a channel in a place, with its name. */
export function channelIn(
  place: Element | undefined,
  base: URL,
): { channel: Channel; name?: string; url: string; element: Element } | undefined {
  const links = place ? linksHere(place, base) : [];
  for (const { element, url } of links) {
    const channel = channelOf(url);
    if (channel) {
      const name = labelText(element);
      return { channel, url: url.href, element, ...(name && { name }) };
    }
  }
  return undefined;
}

function linksHere(place: Element, base: URL) {
  const own = attribute(place, 'href');
  const url = own ? webAddress(own, base) : undefined;
  return [...(url ? [{ element: place, url: new URL(url) }] : []), ...linksIn(place, base)];
}

/** Channels linked in a text. What is written over such a link can be anything: it is no name. */
export function readMentions(place: Element | undefined, meeting: Meeting): Mark[] {
  if (!place) return [];
  return linksIn(place, meeting.url).flatMap(({ element, url }) => {
    const channel = channelOf(url);
    if (!channel) return [];
    const shown = oneLine(labelText(element) ?? '').replace(/^[/\s]+/u, '');
    const isHandle = shown.startsWith('@');
    if (!isHandle && /^\p{L}[^/:]{1,80}$/u.test(shown)) meeting.people.see({ name: shown });
    const person = seeChannel(meeting, channel, { urls: [url.href] });
    return person === undefined ? [] : [{ element, role: 'mention' as const, person }];
  });
}

/** Links to channels in places not read otherwise: known and marked all the same. */
export function strayMarks(root: Element, marks: readonly Mark[], meeting: Meeting): Mark[] {
  const read = marks.filter(({ role }) => role !== 'text' && role !== 'label' && role !== 'quote').map(({ element }) => element);
  return linksIn(root, meeting.url).flatMap(({ element, url }) => {
    const channel = channelOf(url);
    if (!channel || read.some((place) => contains(place, element))) return [];
    const name = labelText(element);
    const person = seeChannel(meeting, channel, { ...(name && { name }), urls: [url.href] });
    return person === undefined ? [] : [{ element, role: 'mention' as const, person }];
  });
}
