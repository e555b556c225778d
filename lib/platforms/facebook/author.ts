import { resolve, webAddress } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { marked } from '../marks.ts';
import { all, attribute, closest, contains, matches, one } from '../read.ts';
import { isControlText, labelText } from '../text.ts';
import { profileHandle, profileUrls } from './address.ts';
import { firstOwned, owned } from './owned.ts';
import { selectors } from './selectors.ts';

/** An account with every address it has in this network; a number is its id as well as its name. */
export function seeHandle(people: People, handle: string, more: Omit<SeenPerson, 'handle' | 'urls'> = {}): number {
  const ids = [...(/^\d+$/u.test(handle) ? [handle] : []), ...(more.ids ?? [])];
  return people.see({ ...more, handle, ids, urls: profileUrls(handle) });
}

/** Facebook draws pictures of people as `image` in an `svg`; `img` in older pages and lists. */
export function pictureOf(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const image = place && (one(place, selectors.avatar) ?? one(place, 'img'));
  const address = webAddress(attribute(image, 'xlink:href') ?? attribute(image, 'href') ?? attribute(image, 'src'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

export interface AccountLink {
  readonly element: Element;
  readonly handle: string;
}

export function accountLink(element: Element, base: URL): AccountLink | undefined {
  const url = resolve(attribute(element, 'href'), base);
  const handle = url && profileHandle(url);
  return handle ? { element, handle } : undefined;
}

/** Not the text, nor the row under a comment. */
const notAuthor = `${selectors.message}, div[dir="auto"], ${selectors.row}`;

/** The first link to an account with words on it: the one before it is the picture. */
export function authorLink(item: Element, base: URL): AccountLink | undefined {
  for (const selector of [`:is(${selectors.author}) a[href]`, `:is(${selectors.heading}) a[href]`, 'a[href]']) {
    for (const element of owned(item, selector, notAuthor)) {
      const link = accountLink(element, base);
      if (link && labelText(element)) return link;
    }
  }
  return undefined;
}

export interface ReadAuthor {
  readonly person?: number;
  readonly marks: readonly Mark[];
}

export function readAuthor(item: Element, people: People, base: URL): ReadAuthor {
  const link = authorLink(item, base);
  const place = link?.element ?? nameWithoutLink(item);
  const name = nameOn(place);
  const picture = avatarPlace(item, link, base);
  if (!link && !name) return { marks: marked(picture, 'drop') };
  const more = { ...(name && { name }), ...pictureOf(picture, base) };
  const person = link ? seeHandle(people, link.handle, more) : people.see(more);
  const seen = picture && !contains(place, picture) ? marked(picture, 'avatar', person) : [];
  return { person, marks: [...marked(place, 'author-name', person), ...seen] };
}

/** Who is not to be visited (anonymous in a group, seen without logging in) is a name and no link. */
function nameWithoutLink(item: Element): Element | undefined {
  const places = `:is(${selectors.author}), :is(${selectors.heading}), span[dir="auto"]`;
  for (const element of owned(item, places, `${notAuthor}, ${selectors.button}`)) {
    if (matches(element, 'span[lang]') || one(element, 'div[dir="auto"]')) continue;
    if (labelText(element)) return element;
  }
  return undefined;
}

export function nameOn(place: Element | undefined): string | undefined {
  const text = labelText(place);
  return text && !isControlText(text) && !/^https?:|\bfacebook\.com\//iu.test(text) && text.length <= 200 ? text : undefined;
}

/** The first picture before the text that leads to the same account, or to nobody. */
function avatarPlace(item: Element, link: AccountLink | undefined, base: URL): Element | undefined {
  const image = firstOwned(item, selectors.avatar, `${notAuthor}, ${selectors.button}`);
  const drawn = image && closest(image, 'svg');
  const around = drawn && closest(drawn, 'a[href]');
  if (drawn && (!around || !contains(item, around))) return drawn;
  if (around) return around;
  for (const element of owned(item, 'a[href]', notAuthor)) {
    const other = accountLink(element, base);
    if (other?.handle === link?.handle && one(element, 'img') && !labelText(element)) return element;
  }
  return undefined;
}

/** Accounts linked in a place. A link that shows an address instead of a name still leads to somebody. */
export function readMentions(places: readonly Element[], people: People, base: URL, except: readonly Mark[] = []): Mark[] {
  return places
    .flatMap((place) => all(place, 'a[href]'))
    .filter((element) => !except.some((mark) => contains(mark.element, element)))
    .flatMap((element): Mark[] => {
      const link = accountLink(element, base);
      if (!link) return [];
      const name = nameOn(element);
      return [{ element, role: 'mention', person: seeHandle(people, link.handle, name ? { name } : {}) }];
    });
}
