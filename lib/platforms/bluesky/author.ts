import { linksIn, webAddress } from '../address.ts';
import type { LinkHere } from '../address.ts';
import type { Mark, People, SeenPerson } from '../adapter.ts';
import { idsInAvatar } from '../avatars.ts';
import { all, attribute, contains, matches, one } from '../read.ts';
import { labelText } from '../text.ts';
import { isDid, ownerIn, profileActor, profileUrl } from './address.ts';
import { handleOf, isSame } from './item-parts.ts';
import { selectors } from './selectors.ts';

/** An account by what stands in an address of it. A DID is an id: the handle is then what is shown. */
export function seeActor(people: People, actor: string, more: Omit<SeenPerson, 'urls'> = {}): number {
  const { handle, ids = [], ...rest } = more;
  const best = isDid(actor) ? handle : actor;
  return people.see({
    ...rest,
    ...(best && { handle: best }),
    ids: isDid(actor) ? [actor, ...ids] : ids,
    urls: [profileUrl(actor)],
  });
}

export function avatarIn(place: Element | undefined, base: URL): Pick<SeenPerson, 'avatars' | 'ids'> {
  const face = place && (matches(place, selectors.avatar) ? place : one(place, selectors.avatar));
  const image = face && (matches(face, 'img') ? face : one(face, 'img'));
  const address = webAddress(attribute(image, 'src'), base);
  return address ? { avatars: [address], ids: idsInAvatar(address) } : {};
}

/** The handle that a box says, after its @. */
export function handleIn(text: string | undefined): string | undefined {
  return text?.match(/^@([\w.-]{2,253})$/u)?.[1];
}

export interface ReadAuthor {
  readonly person?: number;
  readonly marks: readonly Mark[];
}

/** Name, handle and face of one post, or of a quoted one: the links to its author outside the text. */
export function readAuthor(place: Element, links: readonly LinkHere[], people: People, base: URL): ReadAuthor {
  const text = one(place, selectors.text);
  const accounts = links.flatMap((link) => {
    const actor = profileActor(link.url);
    return actor && !contains(text, link.element) ? [{ ...link, actor }] : [];
  });
  const handle = handleOf(place);
  const first =
    accounts.find(({ actor }) => handle === undefined || isSame(actor, handle)) ?? accounts.find(({ actor }) => isDid(actor));
  const actor = handle ?? first?.actor;
  if (!actor) return { marks: [] };
  const ours = accounts.filter((link) => isSame(link.actor, first?.actor ?? actor));
  const boxes = ours.flatMap(({ element }) => wordsIn(element));
  const handleBox = boxes.find((box) => handleIn(labelText(box)));
  const nameBox = boxes.find((box) => box !== handleBox && labelText(box));
  const shown = handleIn(labelText(handleBox));
  const name = labelText(nameBox);
  const person = seeActor(people, actor, {
    ...(shown && { handle: shown }),
    ...(name && !isSame(name, actor) && !isSame(name, shown) && !name.startsWith('@') && { name }),
    ...avatarIn(one(place, selectors.avatar), base),
  });
  if (first && isDid(first.actor) && handle) seeActor(people, handle, { ids: [first.actor] });
  return { person, marks: authorMarks(person, place, ours, boxes, handleBox) };
}

/** The boxes with words in a link: name and handle can share one. */
function wordsIn(link: Element): Element[] {
  const boxes = all(link, '[dir]').filter((box) => !one(box, '[dir]'));
  return boxes.length > 0 ? boxes : labelText(link) ? [link] : [];
}

function authorMarks(
  person: number,
  place: Element,
  links: readonly LinkHere[],
  boxes: readonly Element[],
  handleBox: Element | undefined,
): Mark[] {
  const face = one(place, selectors.anyAvatar);
  const picture = face && (links.find(({ element }) => contains(element, face))?.element ?? face);
  return [
    ...(picture ? [{ element: picture, role: 'avatar' as const, person }] : []),
    ...boxes.map((element) => ({
      element,
      role: element === handleBox ? ('author-handle' as const) : ('author-name' as const),
      person,
    })),
  ];
}

/** Accounts linked in a text, and posts, lists and feeds of accounts. */
export function readMentions(place: Element | undefined, people: People, base: URL): Mark[] {
  return place ? linksIn(place, base).flatMap((link) => mentionOf(link, people) ?? []) : [];
}

export function mentionOf({ element, url }: LinkHere, people: People): Mark | undefined {
  const actor = ownerIn(url);
  if (!actor) return undefined;
  const text = labelText(element);
  // what somebody writes over a link is a name to be taken out, but proves nothing about the account
  if (text && /\s/u.test(text) && text.length < 120 && !/[/:@]/u.test(text)) people.see({ name: text });
  const shown = handleIn(text);
  return { element, role: 'mention', person: seeActor(people, actor, shown ? { handle: shown } : {}) };
}
