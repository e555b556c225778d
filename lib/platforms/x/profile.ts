import type { DraftProfile } from '../../model/draft.ts';
import { linksIn, webAddress } from '../address.ts';
import type { Mark, People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { profileMarks } from '../marks.ts';
import type { ProfilePlaces } from '../marks.ts';
import { all, attribute, contains, matches, one, parent } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { profileHandle, readAddress } from './address.ts';
import { avatarOf, readMentions, seeHandle } from './author.ts';
import { selectors } from './selectors.ts';

/** The lines under the description; X draws icons before them, so the labels are ours. */
const fields: readonly (readonly [string, string])[] = [
  ['category', '[data-testid="UserProfessionalCategory"]'],
  ['location', '[data-testid="UserLocation"]'],
  ['website', '[data-testid="UserUrl"]'],
  ['birthdate', '[data-testid="UserBirthdate"]'],
  ['joined', '[data-testid="UserJoinDate"]'],
];

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, handle } = readAddress(url);
  const column = one(page, selectors.column) ?? page;
  const names = one(column, '[data-testid="UserName"]');
  if (kind !== 'profile' || !handle || !names) return undefined;
  const header = headerOf(names);
  const nameBox = all(names, 'div[dir]').find((box) => !(labelText(box) ?? '@').startsWith('@'));
  const handleBox = all(names, 'div[dir]').find((box) => labelText(box)?.startsWith('@'));
  const avatar = one(header, selectors.avatarBox);
  const name = labelText(nameBox);
  const account = seeHandle(people, handle, url, { ...(name && { name }), ...withAccountId(avatarOf(avatar, url), header) });
  const description = one(header, '[data-testid="UserDescription"]');
  const mentions = [...readMentions(description, people, url), ...affiliates(header, description, handle, people, url)];
  return {
    profile: {
      account,
      ...(description && { description: visibleText(description, { isPreformatted: true }) }),
      fields: fieldsOf(header),
      links: linksOf(header, description, url),
      ...numbersOf(header, column),
      ...picturesOf(header, avatar, url),
      isProtected: one(names, selectors.lock) !== undefined,
      isVerified: one(names, selectors.verified) !== undefined,
      mentions: [...new Set(mentions.flatMap(({ person }) => person ?? []))],
    },
    element: header,
    marks: [...mentions, ...marksOf(header, account, { nameBox, handleBox, avatar, description })],
  };
}

/** Links to other accounts in the header: the organisation somebody belongs to, and the like. */
function affiliates(header: Element, description: Element | undefined, handle: string, people: People, base: URL): Mark[] {
  return linksIn(header, base).flatMap(({ element, url }) => {
    const other = profileHandle(url);
    const isOther = other !== undefined && other.toLowerCase() !== handle.toLowerCase();
    if (!isOther || contains(description, element)) return [];
    const name = labelText(element);
    const person = seeHandle(people, other, base, name && !name.startsWith('@') ? { name } : {});
    return [{ element, role: 'mention' as const, person }];
  });
}

/** The smallest box that holds the names and the number of accounts followed, without the posts. */
function headerOf(names: Element): Element {
  let box = names;
  for (let up = parent(names); up && !one(up, selectors.cell) && !matches(up, selectors.column); up = parent(up)) {
    box = up;
    if (one(up, 'a[href$="/following"]') && one(up, selectors.avatarBox)) break;
  }
  return box;
}

/** The follow button's test id holds the number of the account. */
function withAccountId(seen: ReturnType<typeof avatarOf>, header: Element) {
  const id = all(header, '[data-testid$="-follow"], [data-testid$="-unfollow"]')
    .map((button) => attribute(button, 'data-testid')?.match(/^(\d+)-/u)?.[1])
    .find(Boolean);
  return { ...seen, ids: [...(seen.ids ?? []), ...(id ? [id] : [])] };
}

function fieldsOf(header: Element): DraftProfile['fields'] {
  return fields.flatMap(([label, selector]) => {
    const value = labelText(one(header, selector));
    return value ? [{ label, value }] : [];
  });
}

function linksOf(header: Element, description: Element | undefined, base: URL): string[] {
  const links = linksIn(header, base).filter(
    ({ element, url }) =>
      url.hostname !== base.hostname && (contains(description, element) || matches(element, '[data-testid="UserUrl"]')),
  );
  return [...new Set(links.map(({ element, url }) => webAddress(fullAddress(element), base) ?? url.href))];
}

function fullAddress(link: Element): string | undefined {
  const shown = visibleText(link, { isPreformatted: true }).replace(/…$/u, '');
  return /^https?:\/\/\S+$/iu.test(shown) ? shown : undefined;
}

function numbersOf(header: Element, column: Document | Element): Pick<DraftProfile, 'followers' | 'following' | 'postCount'> {
  const followers = countIn(labelText(one(header, 'a[href$="/verified_followers"], a[href$="/followers"]')));
  const following = countIn(labelText(one(header, 'a[href$="/following"]')));
  const heading = one(column, 'h2');
  const line = heading && parent(heading);
  const below = line && all(line, 'div[dir]').find((box) => !contains(heading, box));
  const postCount = countIn(labelText(below ?? undefined));
  return { ...(followers && { followers }), ...(following && { following }), ...(postCount && { postCount }) };
}

function picturesOf(header: Element, avatar: Element | undefined, base: URL): Pick<DraftProfile, 'avatar' | 'banner'> {
  const small = avatar && webAddress(attribute(one(avatar, 'img'), 'src'), base);
  const banner = webAddress(attribute(one(header, 'a[href$="/header_photo"] img'), 'src'), base);
  return {
    ...(small && { avatar: small.replace(/_(?:normal|bigger|mini|x96|200x200)(?=\.\w+$)/u, '_400x400') }),
    ...(banner && { banner }),
  };
}

/** "Followed by …" names people the employee follows: it goes (R19). */
function marksOf(header: Element, person: number, places: ProfilePlaces): Mark[] {
  const controls = all(
    header,
    `${selectors.buttons}, nav, ${selectors.promoted}, a[href$="/followers_you_follow"], [data-testid="UserCell"]`,
  );
  return profileMarks(person, places, controls);
}
