import { linksIn } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { postLink, profileHandle, profileUrls } from './address.ts';

/** An account with every address it has in this network. */
export function seeHandle(people: People, handle: string, base: URL, more: Omit<SeenPerson, 'handle' | 'urls'> = {}): number {
  return people.see({ ...more, handle, urls: profileUrls(handle, base) });
}

/** Accounts linked in a text, each with its mark. A link to somebody's post names them too. */
export function readMentions(place: Element | undefined, people: People, base: URL): Mark[] {
  if (!place) return [];
  return linksIn(place, base).flatMap(({ element, url }) => {
    const handle = profileHandle(url) ?? postLink(url)?.handle;
    return handle ? [{ element, role: 'mention' as const, person: seeHandle(people, handle, base) }] : [];
  });
}
