import { linksIn, webAddress } from '../address.ts';
import type { People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { mentionsIn, profileMarks } from '../marks.ts';
import { all, attribute, isShown, one, parent } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { blueskyHosts, isDid, readAddress } from './address.ts';
import { avatarIn, handleIn, readMentions, seeActor } from './author.ts';
import { isSame } from './item-parts.ts';
import { selectors } from './selectors.ts';

const nameSelector = '[data-testid="profileHeaderDisplayName"]';

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, actor } = readAddress(url);
  const nameBox = all(page, nameSelector).find(isShown);
  if (kind !== 'profile' || !actor || !nameBox) return undefined;
  const header = headerOf(nameBox);
  const handleBox = all(header, '[dir]').find((box) => !one(box, '[dir]') && handleIn(labelText(box)));
  const handle = isDid(actor) ? handleIn(labelText(handleBox)) : actor;
  const avatar = one(header, '[data-testid="profileHeaderAviButton"]') ?? one(header, selectors.anyAvatar);
  const name = labelText(nameBox);
  const account = seeActor(people, actor, {
    ...(handle && { handle }),
    ...(name && !isSame(name, handle) && { name }),
    ...avatarIn(avatar, url),
  });
  const description = one(header, '[data-testid="profileHeaderDescription"]');
  const mentions = readMentions(description, people, url);
  return {
    profile: given({
      account,
      description: description && visibleText(description, { isPreformatted: true }),
      fields: [],
      links: description
        ? linksIn(description, url).flatMap((link) => (blueskyHosts.has(link.url.hostname) ? [] : [link.url.href]))
        : [],
      followers: countIn(labelText(one(header, '[data-testid="profileHeaderFollowersButton"]'))),
      following: countIn(labelText(one(header, '[data-testid="profileHeaderFollowsButton"]'))),
      postCount: postCountIn(header),
      avatar: large(avatar && webAddress(attribute(one(avatar, 'img'), 'src'), url)),
      banner: webAddress(
        attribute(one(header, '[data-testid="userBannerImage"] img, img[data-testid="userBannerImage"]'), 'src'),
        url,
      ),
      mentions: mentionsIn(mentions),
    }),
    element: header,
    marks: [
      ...mentions,
      ...profileMarks(
        account,
        { nameBox, handleBox, avatar, description },
        all(header, `${selectors.buttons}, a[href$="/known-followers"], [data-testid="profileHeaderDropdownBtn"]`).filter(
          (element) => element !== avatar,
        ),
      ),
    ],
  };
}

/** The smallest box with name, text and numbers, without the posts. */
function headerOf(nameBox: Element): Element {
  let box = nameBox;
  for (let up = parent(box); up && !one(up, selectors.feedItem) && !one(up, selectors.menu); up = parent(up)) {
    box = up;
    if (one(up, '[data-testid="profileHeaderFollowersButton"]') && one(up, selectors.anyAvatar)) break;
  }
  return box;
}

/** The third of the numbers is no link. */
function postCountIn(header: Element): string | undefined {
  const followers = one(header, '[data-testid="profileHeaderFollowsButton"]');
  const line = followers && parent(followers);
  const last = line && all(line, '[dir]').filter((box) => !one(box, '[dir]') && !box.closest('a'));
  return countIn(labelText(last?.at(-1)));
}

function large(address: string | undefined): string | undefined {
  return address?.replace('/img/avatar_thumbnail/', '/img/avatar/');
}
