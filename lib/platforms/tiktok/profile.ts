import { linksIn, webAddress } from '../address.ts';
import type { People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { mentionsIn, profileMarks } from '../marks.ts';
import { all, attribute, one, parent } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { readAddress, tiktokHosts } from './address.ts';
import { avatarIn, nameIn, readMentions, seeHandle } from './author.ts';
import { accountName } from './name.ts';
import { profileData } from './profileData.ts';
import type { ProfileData } from './profileData.ts';
import { selectors } from './selectors.ts';

const title = '[data-e2e="user-title"]';
const subtitle = '[data-e2e="user-subtitle"]';
const bio = '[data-e2e="user-bio"]';

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, handle } = readAddress(url);
  const header = headerOf(page);
  const data = profileData(page, handle);
  if (kind !== 'profile' || !handle || (!header && !data)) return undefined;
  const within = header ?? page;
  const avatar = one(within, '[data-e2e="user-avatar"]');
  const account = seeHandle(people, handle, { ...nameIn(accountName(page, url), handle), ...avatarIn(avatar, url) });
  const description = one(within, bio);
  const mentions = readMentions(description, people, url);
  return {
    profile: given({
      account,
      description: description ? visibleText(description, { isPreformatted: true }) : data?.description,
      fields: [],
      links: linksOf(header, data?.link, url),
      ...numbersIn(within, data),
      avatar: webAddress(data?.avatar, url) ?? (avatar && webAddress(attribute(one(avatar, 'img'), 'src'), url)),
      ...flagsIn(data),
      mentions: mentionsIn(mentions),
    }),
    ...(header && { element: header }),
    marks: [
      ...mentions,
      ...profileMarks(
        account,
        { nameBox: one(within, subtitle), handleBox: one(within, title), avatar, description },
        header
          ? all(header, `${selectors.buttons}, [data-e2e="user-more"], [class*="DivSuggest"], [data-e2e="suggest-accounts"]`)
          : [],
      ),
    ],
  };
}

function numbersIn(within: Document | Element, data: ProfileData | undefined) {
  const number = (name: string) => countIn(labelText(one(within, `[data-e2e="${name}"]`)));
  return given({
    followers: number('followers-count') ?? data?.followers,
    following: number('following-count') ?? data?.following,
    postCount: data?.postCount,
  });
}

function flagsIn(data: ProfileData | undefined) {
  return given({ isProtected: data?.isProtected, isVerified: data?.isVerified });
}

/** The smallest box with name, text and numbers, without the posts. */
function headerOf(page: Document): Element | undefined {
  let box = one(page, title);
  for (let up = box && parent(box); up && !one(up, selectors.gridItem) && !one(up, 'nav'); up = parent(up)) {
    if (one(up, bio) && one(up, '[data-e2e="followers-count"]')) return up;
    box = up;
  }
  return box;
}

/** TikTok writes an address as text; the link behind it goes over its own counter. */
function linksOf(header: Element | undefined, known: string | undefined, base: URL): string[] {
  const links = header
    ? linksIn(header, base).filter(({ element }) => element.matches('[data-e2e="user-link"], [data-e2e="user-link"] *'))
    : [];
  const shown = links.map(({ element, url }) => webAddress(withScheme(labelText(element)), base) ?? url.href);
  const other = webAddress(withScheme(known), base);
  return [...new Set([...shown, ...(other && shown.length === 0 ? [other] : [])])].filter(
    (href) => !tiktokHosts.has(new URL(href).hostname),
  );
}

function withScheme(text: string | undefined): string | undefined {
  if (!text || /\s/u.test(text) || !text.includes('.')) return undefined;
  return /^https?:\/\//iu.test(text) ? text : `https://${text}`;
}
