import { linksIn } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { contains } from '../read.ts';
import { postLink, profileHandle, profileUrls } from './address.ts';

/** An account with every address it has in this network. */
export function seeHandle(people: People, handle: string, more: Omit<SeenPerson, 'handle' | 'urls'> = {}): number {
  return people.see({ ...more, handle, urls: profileUrls(handle) });
}

/** Accounts linked in a place, each with its mark. A link to somebody's post names them too. */
export function readMentions(place: Element | undefined, people: People, base: URL, except: readonly Element[] = []): Mark[] {
  if (!place) return [];
  return linksIn(place, base).flatMap(({ element, url }) => {
    const handle = profileHandle(url) ?? postLink(url)?.handle;
    if (!handle || except.some((taken) => contains(taken, element) || contains(element, taken))) return [];
    return [{ element, role: 'mention' as const, person: seeHandle(people, handle) }];
  });
}
