import type { DraftProfile } from '../../model/draft.ts';
import { linksIn, webAddress } from '../address.ts';
import type { Mark, People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { marked, mentionsIn, unreadMarks } from '../marks.ts';
import { all, attribute, closest, contains, isShown, one, parent } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { outward, readAddress } from './address.ts';
import { pictureOf, readMentions, seeHandle } from './author.ts';
import { rootOf } from './scope.ts';
import { selectors } from './selectors.ts';

/** The head of an account's own page: what it calls itself, its pictures, its numbers, and the introduction beside its posts. */
export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, handle } = readAddress(url);
  const root = rootOf(page, url);
  const title = all(root, 'h1').find((heading) => isShown(heading) && labelText(heading));
  if (kind !== 'profile' || !handle || !title) return undefined;
  const header = headerOf(title);
  const name = nameIn(title);
  const picture = ownPicture(header, name);
  const account = seeHandle(people, handle, { ...(name && { name }), ...pictureOf(picture, url) });
  const intro = introOf(root, header);
  const mentions = intro ? readMentions([intro], people, url) : [];
  const tile = intro && (closest(intro, '[data-pagelet]') ?? intro);
  const counts = numbersIn(header, url);
  const known: Mark[] = [...marked(title, 'author-name', account), ...marked(picture, 'avatar', account), ...counts.marks];
  return {
    profile: given({
      account,
      description: intro && visibleText(intro),
      fields: [],
      links: linksOf(tile ? [tile, header] : [header], url),
      followers: counts.followers,
      following: counts.following,
      avatar: pictureOf(picture, url).avatars?.[0],
      banner: bannerOf(header, picture, url),
      isVerified: one(title, 'svg') ? (true as const) : undefined,
      mentions: mentionsIn(mentions),
    }),
    element: header,
    marks: [...known, ...unreadMarks(header, known)],
  };
}

/** A badge beside the name is drawn in the heading too. */
function nameIn(title: Element): string | undefined {
  return (
    labelText(title)
      ?.replace(/\u00A0.*$/u, '')
      .trim() || undefined
  );
}

/** The smallest box with the name and its numbers, and without posts. */
function headerOf(title: Element): Element {
  let box = title;
  for (let up = parent(title); up && !one(up, selectors.article) && !closest(up, 'body')?.isSameNode(up); up = parent(up)) {
    box = up;
    if (one(up, 'a[href*="followers"]') && one(up, selectors.avatar)) break;
  }
  return box;
}

/** The first drawn picture; the others are of people the employee knows who follow it. */
function ownPicture(header: Element, name: string | undefined): Element | undefined {
  const drawn = all(header, selectors.avatar).flatMap((image) => closest(image, 'svg') ?? []);
  return drawn.find((each) => name !== undefined && attribute(each, 'aria-label') === name) ?? drawn[0];
}

function bannerOf(header: Element, picture: Element | undefined, base: URL): string | undefined {
  const cover =
    one(header, 'img[data-imgperflogname="profileCoverPhoto"]') ??
    all(header, 'a[href*="/photo"] img').find((image) => !contains(picture, image));
  return webAddress(attribute(cover, 'src'), base);
}

function numbersIn(header: Element, base: URL): Pick<DraftProfile, 'followers' | 'following'> & { marks: Mark[] } {
  const links = linksIn(header, base);
  const at = (word: string) =>
    links.find(
      ({ url }) => url.pathname.endsWith(`/${word}/`) || url.pathname.endsWith(`/${word}`) || url.searchParams.get('sk') === word,
    );
  const [followers, following] = [at('followers'), at('following')];
  const [many, few] = [countIn(labelText(followers?.element)), countIn(labelText(following?.element))];
  return {
    ...(many && { followers: many }),
    ...(few && { following: few }),
    marks: [...marked(followers?.element, 'count'), ...marked(following?.element, 'count')],
  };
}

/** The first text outside the head and the posts, in the column of tiles. */
function introOf(root: Document | Element, header: Element): Element | undefined {
  return all(root, '[data-pagelet^="ProfileTiles"] span[dir="auto"], [data-pagelet^="ProfileTiles"] div[dir="auto"]').find(
    (box) =>
      !contains(header, box) &&
      !closest(box, `h1, h2, h3, a, ${selectors.article}, ${selectors.button}`) &&
      (labelText(box)?.length ?? 0) > 20,
  );
}

function linksOf(places: readonly Element[], base: URL): string[] {
  return [...new Set(places.flatMap((place) => linksIn(place, base)).flatMap(({ url }) => outward(url)?.href ?? []))];
}
