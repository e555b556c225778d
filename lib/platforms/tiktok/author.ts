import { linksIn, webAddress } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { attribute, contains, one } from '../read.ts';
import { isControlText, labelText } from '../text.ts';
import { linkedHandle, profileHandle, profileUrl } from './address.ts';

export function seeHandle(people: People, handle: string, more: Omit<SeenPerson, 'handle' | 'urls'> = {}): number {
  return people.see({ ...more, handle, urls: [profileUrl(handle)] });
}

/** Picture of an account in a place; the grey dot that stands there before it is loaded says nothing. */
export function avatarIn(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const address = place && webAddress(attribute(one(place, 'img'), 'src'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

/** A name that is another than the handle. */
export function nameIn(text: string | undefined, handle: string): Pick<SeenPerson, 'name'> {
  const name = text?.replace(/^@/u, '');
  return name && name.toLowerCase() !== handle.toLowerCase() && !isControlText(name) ? { name } : {};
}

export interface AccountLink extends LinkHere {
  readonly handle: string;
}

export function accountLinks(place: Element, base: URL): AccountLink[] {
  return linksIn(place, base).flatMap((link) => {
    const handle = profileHandle(link.url);
    return handle ? [{ ...link, handle }] : [];
  });
}

/** Accounts linked in a text, and posts of accounts. Nothing a text says of an account proves its name. */
export function readMentions(place: Element | undefined, people: People, base: URL): Mark[] {
  if (!place) return [];
  return linksIn(place, base).flatMap(({ element, url }) => {
    const handle = linkedHandle(url);
    if (!handle) return [];
    const shown = labelText(element)?.replace(/^@/u, '');
    if (shown && /\s/u.test(shown) && shown.length < 120) people.see({ name: shown });
    return [{ element, role: 'mention' as const, person: seeHandle(people, handle) }];
  });
}

export interface ReadAuthor {
  readonly person?: number;
  readonly handle?: string;
  readonly marks: readonly Mark[];
}

/** Who wrote a comment: the first account linked in it, by picture and by name. */
export function readAuthor(block: Element, text: Element | undefined, people: People, base: URL): ReadAuthor {
  const links = accountLinks(block, base).filter(({ element }) => !contains(text, element));
  const handle = links[0]?.handle;
  if (!handle) return { marks: [] };
  const ours = links.filter((link) => link.handle.toLowerCase() === handle.toLowerCase());
  const picture = ours.find(({ element }) => one(element, 'img'))?.element;
  const named = ours.filter(({ element }) => labelText(element));
  const person = seeHandle(people, handle, { ...nameIn(labelText(named[0]?.element), handle), ...avatarIn(picture, base) });
  return {
    person,
    handle,
    marks: [
      ...(picture ? [{ element: picture, role: 'avatar' as const, person }] : []),
      ...named
        .filter(({ element }) => element !== picture)
        .map(({ element }) => ({ element, role: 'author-name' as const, person })),
      ...answeredMarks(links, handle, people, base),
    ],
  };
}

/** "A ▸ B": in an answer to an answer the second account in the name line is who is answered. */
function answeredMarks(links: readonly AccountLink[], author: string, people: People, base: URL): Mark[] {
  return links
    .filter(({ handle }) => handle.toLowerCase() !== author.toLowerCase())
    .map(({ element, handle }) => {
      const person = seeHandle(people, handle, { ...nameIn(labelText(element), handle), ...avatarIn(element, base) });
      return { element, role: 'mention', person };
    });
}
