import { linksIn, webAddress } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Mark, People } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { marked } from '../marks.ts';
import { attribute, contains, matches, one } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { own, ownAll, ownLinks } from './block.ts';
import type { Block } from './block.ts';
import { isSameNetwork } from './sites.ts';
import type { Site } from './sites.ts';

/** The handle in a link to an account; `undefined` for every other link. */
export function handleOf(url: URL, site: Site, base: URL): string | undefined {
  if (!isSameNetwork(url, base)) return undefined;
  const raw = url.pathname.match(site.profilePath)?.slice(1).find(Boolean);
  return raw && readable(raw);
}

function readable(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch (error) {
    if (error instanceof URIError) return raw; // a lone %: the raw form is the handle
    throw error;
  }
}

/** One account by a link to it. A DID in the link is an id; the handle is then what the link says. */
export function seeLink(people: People, { element, url }: LinkHere, handle: string, name?: string): number {
  const isDid = handle.startsWith('did:');
  const shown = labelText(element)?.match(/^@([\w.-]+)$/u)?.[1];
  const best = isDid ? shown : handle;
  return people.see({
    ...(best && { handle: best }),
    ...(name && name !== best && !name.startsWith('@') && { name }),
    ids: isDid ? [handle] : [],
    urls: [url.href],
  });
}

export interface ReadAuthor {
  readonly person?: number;
  readonly marks: readonly Mark[];
}

/** The account a block is by: its first link to an account, or what is marked as author. */
export function readAuthor(block: Block, site: Site, people: People, base: URL): ReadAuthor {
  const links = accountLinks(block, site, base);
  const first = links[0];
  const source = own(block, '[itemprop="author"], [rel~="author"], .p-author');
  const handle = first?.handle;
  if (!handle) return byName(source, people);
  const isSame = (other: string) => other === handle;
  const ours = links.filter((link) => isSame(link.handle));
  const nameLink = ours.find(({ link }) => isName(link.element, handle));
  const handleLink = ours.find(({ link }) => oneLine(labelText(link.element) ?? '').startsWith('@'));
  const person = people.see({
    handle,
    ...nameOf(nameLink?.link.element, handle),
    urls: ours.map(({ link }) => link.url.href),
    ...pictureOf(block, site, base),
  });
  return {
    person,
    marks: marksOf(
      person,
      block,
      site,
      nameLink?.link.element,
      handleLink?.link.element,
      ours.map(({ link }) => link.element),
    ),
  };
}

function byName(source: Element | undefined, people: People): ReadAuthor {
  const name = labelText(source);
  if (!source || !name) return { marks: [] };
  const person = people.see({ name });
  return { person, marks: [{ element: source, role: 'author-name', person }] };
}

function accountLinks(block: Block, site: Site, base: URL): { link: LinkHere; handle: string }[] {
  return ownLinks(block, base).flatMap((link) => {
    const handle = handleOf(link.url, site, base);
    return handle ? [{ link, handle }] : [];
  });
}

function isName(element: Element, handle: string): boolean {
  const text = nameText(element);
  return text !== undefined && !text.startsWith('@') && text.toLowerCase() !== handle.toLowerCase();
}

/** Some networks put name and handle in one link, each in a box of its own. */
function nameText(element: Element): string | undefined {
  const box = one(element, '[dir]');
  return labelText(box ?? element);
}

/** The name that a link to an account shows, if it is not the handle once more. */
export function nameOf(element: Element | undefined, handle: string): { name?: string } {
  const name = element && nameText(element);
  const isGiven = name && !name.startsWith('@') && name.toLowerCase() !== handle.toLowerCase();
  return isGiven ? { name } : {};
}

function pictureOf(block: Block, site: Site, base: URL): { avatars?: string[]; ids?: string[] } {
  const place = own(block, site.avatar);
  const image = place && (matches(place, 'img') ? place : one(place, 'img'));
  const address = webAddress(attribute(image, 'src'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

function marksOf(
  person: number,
  block: Block,
  site: Site,
  name: Element | undefined,
  handle: Element | undefined,
  links: readonly Element[],
): Mark[] {
  const avatars = ownAll(block, site.avatar).map((place) => links.find((link) => contains(link, place)) ?? place);
  const others = links.filter((link) => link !== name && link !== handle && !avatars.includes(link) && labelText(link));
  return [
    ...avatars.map((element) => ({ element, role: 'avatar' as const, person })),
    ...marked(name, 'author-name', person),
    ...(handle && handle !== name ? [{ element: handle, role: 'author-handle' as const, person }] : []),
    ...others.map((element) => ({ element, role: 'author-name' as const, person })),
  ];
}

/** Accounts linked in a text. */
export function readMentions(place: Element | undefined, site: Site, people: People, base: URL): Mark[] {
  if (!place) return [];
  return linksIn(place, base).flatMap((link) => {
    const handle = handleOf(link.url, site, base);
    if (!handle) return [];
    seeWrittenName(people, link.element, handle);
    return [{ element: link.element, role: 'mention' as const, person: seeLink(people, link, handle) }];
  });
}

/** What somebody writes over a link is a name to be taken out, but proves nothing about the account. */
function seeWrittenName(people: People, element: Element, handle: string): void {
  const { name } = nameOf(element, handle);
  if (name && name.length < 120 && /\s/u.test(name) && !/[/:]/u.test(name)) people.see({ name });
}
