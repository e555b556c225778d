import type { DraftProfile } from '../../model/draft.ts';
import { bestImage, linksIn, webAddress } from '../address.ts';
import type { Mark, People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { profileMarks } from '../marks.ts';
import type { ProfilePlaces } from '../marks.ts';
import { all, attribute, contains, one, rawText } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { readAddress } from './address.ts';
import { avatarOf, readMentions, seeHandle } from './author.ts';

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, handle } = readAddress(url);
  const header = one(page, '.account__header');
  if (kind !== 'profile' || !handle || !header) return undefined;
  const title = one(header, '.account__header__tabs__name');
  const handleBox = title && (one(title, 'small') ?? all(title, 'p').find((line) => labelText(line)?.startsWith('@')));
  const nameBox = title && all(title, 'h1 > span, h1 .display-name__html, h1 bdi').find((box) => !contains(handleBox, box));
  const avatar = one(header, 'a.avatar, .account__header__tabs .account__avatar');
  const name = labelText(nameBox);
  const shown = labelText(handleBox)?.split(' ')[0];
  const account = seeHandle(people, handle, url, { ...(name && { name }), ...avatarOf(avatar, url) }, shown);
  const description = one(header, '.account__header__content');
  const lines = one(header, '.account__header__fields');
  const mentions = [description, lines].flatMap((place) => readMentions(place, people, url));
  return {
    profile: {
      account,
      ...(description && { description: visibleText(description) }),
      fields: fieldsOf(lines),
      links: linksOf([description, lines], url),
      ...numbersOf(header),
      ...picturesOf(header, avatar, url),
      isProtected: one(title ?? header, '.fa-lock, .icon-lock') !== undefined,
      mentions: [...new Set(mentions.flatMap(({ person }) => person ?? []))],
    },
    element: header,
    marks: [...mentions, ...marksOf(header, account, { nameBox, handleBox, avatar, description })],
  };
}

function fieldsOf(lines: Element | undefined): DraftProfile['fields'] {
  return (lines ? all(lines, 'dl') : []).flatMap((line) => {
    const label = labelText(one(line, 'dt'));
    const value = one(line, 'dd');
    return label && value && rawText(value).trim() ? [{ label, value: visibleText(value) }] : [];
  });
}

function linksOf(places: readonly (Element | undefined)[], base: URL): string[] {
  const links = places.flatMap((place) => (place ? linksIn(place, base) : []));
  return [
    ...new Set(
      links
        .map(({ url }) => url)
        .filter((url) => url.hostname !== base.hostname)
        .map((url) => url.href),
    ),
  ];
}

/** The title of a count is exact where the text is rounded ("4,2k"). */
function numbersOf(header: Element): Pick<DraftProfile, 'followers' | 'following' | 'postCount'> {
  const links = one(header, '.account__header__extra__links') ?? header;
  const shown = (selector: string) => {
    const link = one(links, selector);
    return countIn(attribute(link, 'title')) ?? countIn(labelText(link));
  };
  const followers = shown('a[href$="/followers"]');
  const following = shown('a[href$="/following"]');
  // without a title it says since when the account is there
  const postCount = countIn(attribute(one(links, 'a[title]:not([href$="/followers"]):not([href$="/following"])'), 'title'));
  return { ...(followers && { followers }), ...(following && { following }), ...(postCount && { postCount }) };
}

function picturesOf(header: Element, avatar: Element | undefined, base: URL): Pick<DraftProfile, 'avatar' | 'banner'> {
  const large = webAddress(attribute(avatar, 'href'), base) ?? bestImage(avatar && one(avatar, 'img'), base);
  const banner = bestImage(one(header, '.account__header__image img'), base);
  return { ...(large && { avatar: large }), ...(banner && { banner }) };
}

/** The employee's private note on the account and "familiar followers" go (R19). */
function marksOf(header: Element, person: number, places: ProfilePlaces): Mark[] {
  const controls = all(
    header,
    'button, [role="button"], textarea, .account__header__account-note, .account__header__familiar-followers, .account-role',
  );
  return profileMarks(person, places, controls);
}
