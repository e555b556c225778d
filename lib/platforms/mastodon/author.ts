import { bestImage, linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { marked } from '../marks.ts';
import { attribute, closest, contains, matches, one } from '../read.ts';
import { isControlText, labelText } from '../text.ts';
import { localHandle, postLink, profileHandle } from './address.ts';
import { visibleHandle } from './handles.ts';
import { selectors } from './selectors.ts';
import { allOwn, own } from './status.ts';

/** An account with all its addresses; one of this server is also written with the server behind it. */
export function seeHandle(
  people: People,
  handle: string,
  base: URL,
  more: Omit<SeenPerson, 'handle' | 'urls'> = {},
  shown?: string,
): number {
  const found = visibleHandle(handle, base, shown);
  return people.see({ ...more, ...found, ids: [...(more.ids ?? []), ...found.ids] });
}

/** Picture of an account and the ids that stand around it. */
export function avatarOf(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const address = bestImage(place && one(place, 'img'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

/** The account's number on this server. The first accounts of a server have numbers too short to tell them from any other. */
export function accountIds(link: Element | undefined): string[] {
  return [attribute(link, 'data-hover-card-account'), attribute(link, 'data-id')].flatMap((id) =>
    id && /^\d{5,25}$/u.test(id) ? [id] : [],
  );
}

const notWriter = `${selectors.prepend}, ${selectors.text}`;

export function readAuthor(
  status: Element,
  quote: Element | undefined,
  handle: string,
  people: People,
  base: URL,
  linksHere: readonly LinkHere[] = linksIn(status, base),
): { person: number; marks: Mark[] } {
  const isElsewhere = (element: Element) => contains(quote, element) || closest(element, notWriter) !== undefined;
  const links = linksHere.filter(
    ({ element, url }) => profileHandle(url, base)?.toLowerCase() === handle.toLowerCase() && !isElsewhere(element),
  );
  const nameBox = own(status, selectors.name, quote) ?? links.find(({ element }) => isName(element))?.element;
  const inPrepend = nameBox && closest(nameBox, selectors.prepend);
  const name = inPrepend ? undefined : nameBox;
  const account =
    own(status, selectors.account, quote) ?? links.find(({ element }) => labelText(element)?.startsWith('@'))?.element;
  const avatar = allOwn(status, selectors.avatar, quote).find((place) => !closest(place, selectors.prepend)) ?? pictureLink(links);
  const nameText = labelText(name);
  const picture = avatarOf(avatar, base);
  const ids = [...(picture.ids ?? []), ...links.flatMap(({ element }) => accountIds(element))];
  const person = seeHandle(people, handle, base, { ...(nameText && { name: nameText }), ...picture, ids }, labelText(account));
  return {
    person,
    marks: [
      ...marked(name, 'author-name', person),
      ...marked(account, 'author-handle', person),
      ...marked(avatar, 'avatar', person),
    ],
  };
}

function isName(link: Element): boolean {
  const text = labelText(link);
  return text !== undefined && !text.startsWith('@') && !one(link, 'img:not(.emojione, .custom-emoji), time');
}

function pictureLink(links: readonly LinkHere[]): Element | undefined {
  return links.find(({ element }) => one(element, 'img') && labelText(element) === undefined)?.element;
}

/** A link in running text says `@user`; where accounts are listed it says their name. */
export function shownName(link: Element, handle: string): string | undefined {
  const text = labelText(one(link, 'bdi, .display-name__html') ?? link);
  const isHandle = !text || text.startsWith('@') || text.toLowerCase() === handle.toLowerCase().split('@')[0];
  return isHandle || isControlText(text) ? undefined : text;
}

/** Accounts linked in a text, a card or the line above a post. */
export function readMentions(root: Element | undefined, people: People, base: URL): Mark[] {
  return root ? mentionsAt(linksIn(root, base), people, base) : [];
}

export function mentionsAt(links: readonly LinkHere[], people: People, base: URL): Mark[] {
  return links.flatMap(({ element, url }) => {
    const handle = mentioned(element, url, base);
    const post = handle ? undefined : postLink(url, base);
    if (post) return [{ element, role: 'mention' as const, person: seeHandle(people, post.handle, base, { ids: [post.id] }) }];
    if (!handle) return [];
    const name = shownName(element, handle);
    // what somebody writes over a link is a name to be taken out, but proves nothing about the account
    const isWritten = name !== undefined && closest(element, selectors.written) !== undefined;
    if (name && isWritten) people.see({ name });
    const person = seeHandle(people, handle, base, { ids: accountIds(element), ...(name && !isWritten && { name }) });
    if (url.hostname !== base.hostname) people.see({ handle: localHandle(handle, base), urls: [url.href] });
    return [{ element, role: 'mention' as const, person }];
  });
}

/** Accounts of other servers are linked to that server, with the whole handle as the title. */
function mentioned(link: Element, url: URL, base: URL): string | undefined {
  const here = profileHandle(url, base);
  if (here) return here;
  if (!matches(link, '.mention:not(.hashtag), .u-url')) return undefined;
  const titled = attribute(link, 'title')?.match(/^@?([\w.-]+@[\w.-]+)$/u)?.[1];
  // other software has its own paths (/profile/, /u/, the bare name): then the link says whom it means
  const user =
    url.pathname.match(/^\/(?:@|users\/)([\w.-]+)\/?$/u)?.[1] ?? labelText(link)?.match(/^@([\w.-]+)(?:@[\w.-]+)?$/u)?.[1];
  return titled ?? (user && `${user}@${url.hostname}`);
}
