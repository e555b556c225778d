import { linksIn, webAddress } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { marked } from '../marks.ts';
import { all, attribute, contains, one, parent } from '../read.ts';
import { labelText } from '../text.ts';
import { postLink, profileHandle, profileUrls, readAddress, xHosts } from './address.ts';
import { avatarHandle } from './article.ts';

/** An account with every address it has in this network. */
export function seeHandle(people: People, handle: string, base: URL, more: Omit<SeenPerson, 'handle' | 'urls'> = {}): number {
  return people.see({ ...more, handle, urls: profileUrls(handle, base) });
}

/** Picture of an account: where it is, and the ids its address holds. */
export function avatarOf(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const address = place && webAddress(attribute(one(place, 'img'), 'src'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

export interface ReadAuthor {
  readonly person?: number;
  readonly marks: readonly Mark[];
}

/**
 * Name and handle of one post. In a quoted post they are no links but text, so both are found by what they say: the handle
 * starts with @, the name is the block before it. A badge of an organisation beside the name is another account.
 */
export function readAuthor(
  names: Element | undefined,
  avatar: Element | undefined,
  people: People,
  base: URL,
  known?: string,
): ReadAuthor {
  const blocks = names ? nameBlocks(names) : [];
  const handleBlock = blocks.find((block) => /^@\w{1,30}$/u.test(labelText(block) ?? ''));
  const handle = known ?? avatarHandle(avatar) ?? labelText(handleBlock)?.slice(1);
  const nameBlock = blocks.find((block) => block !== handleBlock && isName(block));
  const name = labelText(nameBlock);
  if (!handle && !name) return { marks: [] };
  const more = { ...(name && { name }), ...avatarOf(avatar, base) };
  const person = handle ? seeHandle(people, handle, base, more) : people.see(more);
  return {
    person,
    marks: [...placeMarks(person, nameBlock, handleBlock, avatar), ...(names ? badgeMarks(names, handle, people, base) : [])],
  };
}

/** The innermost boxes with text of their own direction: one for the name, one for the handle, one for the dot, one for the time. */
function nameBlocks(names: Element): Element[] {
  return all(names, 'div[dir]').filter((block) => !one(block, 'div[dir]'));
}

function isName(block: Element): boolean {
  const text = labelText(block);
  return text !== undefined && text !== '·' && !one(block, 'time');
}

function placeMarks(person: number, name: Element | undefined, handle: Element | undefined, avatar: Element | undefined): Mark[] {
  return [...marked(name, 'author-name', person), ...marked(handle, 'author-handle', person), ...marked(avatar, 'avatar', person)];
}

function badgeMarks(names: Element, handle: string | undefined, people: People, base: URL): Mark[] {
  return linksIn(names, base).flatMap(({ element, url }) => {
    const other = profileHandle(url);
    if (!other || other.toLowerCase() === handle?.toLowerCase()) return [];
    seeHandle(people, other, base, avatarOf(element, base));
    return [{ element, role: 'drop' as const }];
  });
}

/** Accounts linked or named in a place, each with its mark: `@handle` links, and in quoted posts `@handle` boxes. */
export function readMentions(place: Element | undefined, people: People, base: URL, except?: Element): Mark[] {
  if (!place) return [];
  const links = linksIn(place, base).flatMap(({ element, url }) => {
    if (contains(except, element)) return [];
    const handle = profileHandle(url) ?? postLink(url)?.handle ?? handleShown(element);
    if (handle) return [mention(element, handle, people, base)];
    const id = idShown(element, url, base);
    return id ? [{ element, role: 'mention' as const, person: people.see({ ids: [id] }) }] : [];
  });
  const boxes = all(place, 'span').filter(
    (box) => !one(box, 'span') && !contains(except, box) && !links.some(({ element }) => contains(element, box)),
  );
  return [...links, ...boxes.flatMap((box) => boxMention(box, people, base))];
}

function boxMention(box: Element, people: People, base: URL): Mark[] {
  const handle = labelText(box)?.match(/^@(\w{1,30})$/u)?.[1];
  return handle ? [mention(box, handle, people, base)] : [];
}

function mention(element: Element, handle: string, people: People, base: URL): Mark {
  return { element, role: 'mention', person: seeHandle(people, handle, base) };
}

/** X wraps addresses (t.co): an address of an account or its post shows only in the text of the link. */
function handleShown(link: Element): string | undefined {
  const first = addressShown(link)?.pathname.split('/')[1] ?? '';
  return profileHandle(new URL(`https://x.com/${first}`));
}

function addressShown(link: Element): URL | undefined {
  const shown = labelText(link)
    ?.replace(/^(?!https?:)/iu, 'https://')
    .replace(/…$/u, '');
  if (!shown || !/^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\//iu.test(shown) || !URL.canParse(shown)) return undefined;
  return new URL(shown);
}

/** `/i/status/<id>` is somebody's post as well, though its address does not say whose. */
function idShown(link: Element, url: URL, base: URL): string | undefined {
  const { kind, handle, id } = readAddress(xHosts.has(url.hostname) ? url : (addressShown(link) ?? new URL('https://x.com/')));
  return kind === 'post' && !handle && id !== readAddress(base).id ? id : undefined;
}

/** A name that stands beside a picture without being a link: the first text on the way out, up to `within`. */
export function nameBeside(picture: Element, within: Element): string | undefined {
  for (let box = parent(picture); box && contains(within, box); box = parent(box)) {
    const text = all(box, 'span, [dir]')
      .filter((label) => !contains(picture, label))
      .map(labelText)
      .find(Boolean);
    if (text) return text.startsWith('@') ? undefined : text;
  }
  return undefined;
}
