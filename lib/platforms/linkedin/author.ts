import { linksIn, resolve, webAddress } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { marked } from '../marks.ts';
import { all, attribute, contains, matches, one, rawText, tagOf } from '../read.ts';
import { oneLine, visibleText } from '../text.ts';
import { accountLink, postHandle } from './address.ts';
import { nameBox } from './parts.ts';
import type { Parts } from './parts.ts';
import { hiddenCopy } from './selectors.ts';

/** What is known of the accounts of one capture besides: a member's opaque id, and which handles are people's or organisations'. */
interface Known {
  readonly byMember: Map<string, string>;
  readonly kinds: Map<string, 'in' | 'company'>;
}
const knownOf = new WeakMap<People, Known>();

function known(people: People): Known {
  const found = knownOf.get(people) ?? { byMember: new Map(), kinds: new Map() };
  knownOf.set(people, found);
  return found;
}

/** An opaque member id, as it stands in addresses of comments (`/in/ACoAA…`) and in `miniProfileUrn`. */
const memberId = /ACo[A-Za-z0-9_-]{20,60}/u;

/** An account by the address of its page. A person and an organisation can have the same name there: they are two accounts. */
export function seeLink(people: People, url: URL, more: Omit<SeenPerson, 'handle' | 'urls'> = {}): number | undefined {
  const account = accountLink(url);
  if (!account) return undefined;
  const { byMember, kinds } = known(people);
  const member = memberIn(account.handle) ?? memberIn(url.searchParams.get('miniProfileUrn') ?? '');
  const handle = readable(account, member, byMember);
  const kind = kinds.get(handle.toLowerCase()) ?? account.kind;
  kinds.set(handle.toLowerCase(), kind);
  return people.see({
    ...more,
    handle: kind === account.kind ? handle : `${account.kind}/${handle}`,
    ids: [...(more.ids ?? []), ...(member ? [member] : []), ...(/^\d{4,}$/u.test(handle) ? [handle] : [])],
    urls: addresses(url, account.handle),
  });
}

const memberIn = (text: string): string | undefined => memberId.exec(text)?.[0];

/** The readable name of an account of which the address has the opaque id only, where another link gave both. */
function readable(
  { handle, kind }: { handle: string; kind: string },
  member: string | undefined,
  byMember: Known['byMember'],
): string {
  if (member === undefined) return handle;
  if (member === handle) return byMember.get(member) ?? handle;
  if (kind === 'in') byMember.set(member, handle);
  return handle;
}

/** As it stands, without what it was clicked from, and on the main host. */
function addresses(url: URL, handle: string): string[] {
  const word = url.pathname.split('/').find(Boolean) ?? 'in';
  const home = `https://www.linkedin.com/${word}/${encodeURIComponent(handle)}`;
  return [...new Set([`${url.origin}${url.pathname}`, `${url.origin}${url.pathname.replace(/\/$/u, '')}`, home])];
}

/** Picture of an account: where it is, and the keys its address holds. */
export function pictureOf(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const image = place && (tagOf(place) === 'img' ? place : one(place, 'img, image'));
  const address = image && imageAddress(image, base);
  const key = address?.match(/\/dms\/image\/(?:sync\/)?(?:v2\/)?([A-Za-z0-9_-]{10,40})\//u)?.[1];
  return address ? { avatars: [address], ids: [...(key ? [key] : []), ...idsInAvatar(address)] } : {};
}

/** Pictures get their source when they come into view; until then it stands beside. */
export function imageAddress(image: Element, base: URL): string | undefined {
  const raw = ['data-delayed-url', 'src', 'href', 'xlink:href']
    .map((name) => attribute(image, name))
    .find((value) => webAddress(value, base));
  return webAddress(raw, base);
}

/** A name without what is drawn behind it on the same line ("• 2nd"), and without its second copy. */
export function nameIn(place: Element | undefined): string | undefined {
  const text =
    oneLine(visibleText(place, { except: (element) => matches(element, hiddenCopy) }))
      .split(/\s*[•·]/u)[0]
      ?.trim() ?? '';
  const half = text.slice(0, text.length / 2).trim();
  const name = half.length > 2 && text === `${half} ${half}` ? half : text;
  return name.slice(0, 200) || undefined;
}

export interface ReadAuthor {
  readonly person?: number;
  readonly marks: readonly Mark[];
}

export function readAuthor({ link, name, avatar, asides }: Parts, people: People, base: URL): ReadAuthor {
  const shown = nameIn(name);
  const more = { ...(shown && { name: shown }), ...pictureOf(avatar, base) };
  const url = resolve(attribute(link, 'href') ?? attribute(avatar, 'href'), base);
  const person = (url && seeLink(people, url, more)) ?? (shown ? people.see(more) : undefined);
  if (person === undefined) return { marks: [] };
  const asideMarks = asides.flatMap((element) => marked(element, 'drop'));
  return { person, marks: [...nameMarks(link, name, person), ...avatarMarks(avatar, link ?? name, person), ...asideMarks] };
}

/** The link as a whole where the name stands in it, with what else it says left out. */
function nameMarks(link: Element | undefined, name: Element | undefined, person: number): Mark[] {
  const isInside = link !== undefined && name !== undefined && contains(link, name);
  if (!isInside) return marked(name ?? link, 'author-name', person);
  return [...marked(link, 'author-name', person), ...(link === name ? [] : restOf(link, name))];
}

/** A picture in the same link as the name is no place of its own. */
function avatarMarks(avatar: Element | undefined, line: Element | undefined, person: number): Mark[] {
  return avatar && line && contains(avatar, line) ? [] : marked(avatar, 'avatar', person);
}

/** Degree, badge, headline and picture in the link around a name. */
function restOf(link: Element, name: Element): Mark[] {
  return all(link, '*')
    .filter((element) => !contains(element, name) && !contains(name, element) && rawText(element).trim() !== '')
    .map((element) => ({ element, role: 'drop' as const }));
}

/** Accounts linked in a place, each with its mark. */
export function readMentions(place: Element, people: People, base: URL): Mark[] {
  return linksIn(place, base).flatMap((link) => {
    const person = seeNamed(link, people);
    return person === undefined ? [] : [{ element: link.element, role: 'mention' as const, person }];
  });
}

/** A link to an account, with the name that stands in it. */
function seeNamed({ element, url }: LinkHere, people: People): number | undefined {
  const name = nameIn(nameBox(element) ?? element);
  return seeLink(people, url, name && !/^(?:https?:|@)/iu.test(name) ? { name } : {});
}

/** Links to accounts that stand in none of the places read: known and marked all the same. */
export function strayMarks(element: Element, marks: readonly Mark[], people: People, base: URL): Mark[] {
  const read = marks.filter(({ role }) => role !== 'quote' && role !== 'label').map((mark) => mark.element);
  return linksIn(element, base).flatMap((link) => {
    if (read.some((place) => contains(place, link.element))) return [];
    const isAround = read.some((place) => contains(link.element, place));
    const handle = postHandle(link.url);
    if (handle) people.see({ handle });
    const person = isAround ? undefined : seeNamed(link, people);
    return person === undefined ? [] : [{ element: link.element, role: 'mention' as const, person }];
  });
}
