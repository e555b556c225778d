import type { DraftProfile } from '../../model/draft.ts';
import { bestImage, linksIn } from '../address.ts';
import type { People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { dropAllBut } from '../keep.ts';
import { marked, mentionsIn } from '../marks.ts';
import { portraitIn } from '../portrait.ts';
import { all, attribute, closest, contains, one, rawText } from '../read.ts';
import { unwrapped } from '../shortcode.ts';
import { labelText } from '../text.ts';
import { wordsIn } from '../textPlace.ts';
import { instagramHosts, profileHandle, readAddress } from './address.ts';
import { readMentions, seeHandle } from './author.ts';
import { nameInHead } from './facts.ts';
import { selectors } from './selectors.ts';

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, handle } = readAddress(url);
  const header = all(page, selectors.main).flatMap((main) => one(main, 'header') ?? [])[0];
  if (kind !== 'profile' || !handle || !header) return undefined;
  const labels = all(header, 'h1, h2, span[dir="auto"], div[dir="auto"]').filter((box) => !closest(box, selectors.button));
  const handleBox = labels.find((box) => labelText(box)?.toLowerCase() === handle.toLowerCase());
  const name = nameInHead(page, url, handle, undefined);
  const nameBox = name === undefined ? undefined : labels.find((box) => labelText(box) === name && box !== handleBox);
  const avatar = all(header, 'img').find((image) => !closest(image, 'ul, a[href*="/stories/"]'));
  const account = seeHandle(people, handle, url, { ...(name && { name }), ...portraitIn(avatar, url) });
  const description = descriptionIn(header, url, [handleBox, nameBox]);
  const mentions = readMentions(description, people, url);
  const picture = bestImage(avatar, url);
  return {
    profile: {
      account,
      ...(description && { description: wordsIn(description) }),
      fields: [],
      links: outwardLinks(header, url),
      ...numbersOf(header, page),
      ...(picture && { avatar: picture }),
      ...(isProtected(page) !== undefined && { isProtected: isProtected(page) === true }),
      mentions: mentionsIn(mentions),
    },
    element: header,
    marks: [
      ...marked(nameBox, 'author-name', account),
      ...marked(handleBox, 'author-handle', account),
      ...marked(avatar, 'avatar', account),
      ...marked(description, 'text'),
      ...mentions,
      ...dropAllBut(
        header,
        [nameBox, handleBox, avatar, description].filter((place) => place !== undefined),
      ),
    ],
  };
}

const length = (box: Element) => wordsIn(box).length;

/** The longest words in the header that are no name, number or control; "Followed by …" names the employee's contacts (R19). */
function descriptionIn(header: Element, url: URL, names: readonly (Element | undefined)[]): Element | undefined {
  const boxes = all(header, 'h1, span[dir="auto"], div[dir="auto"]').filter(
    (box) =>
      !closest(box, `ul, button, [role="tablist"], a[href*="/followers"], a[href*="/following"], a[href*="/stories/"]`) &&
      !names.some((name) => contains(box, name ?? header) || contains(name, box)) &&
      !one(box, 'a[href*="/followers"], a[href*="/following"], h1, h2, img') &&
      !isOnlyLink(box, url),
  );
  const longest = boxes.reduce<Element | undefined>((best, box) => (best && length(best) >= length(box) ? best : box), undefined);
  return longest && length(longest) > 0 ? longest : undefined;
}

function isOnlyLink(box: Element, url: URL): boolean {
  const [link] = linksIn(box, url);
  const outer = closest(box, 'a[href]');
  return outer !== undefined || (link !== undefined && labelText(link.element) === labelText(box) && !profileHandle(link.url));
}

function outwardLinks(header: Element, url: URL): string[] {
  const links = linksIn(header, url).filter(
    ({ url: target }) => !instagramHosts.has(target.hostname) && !/(?:^|\.)threads\.(?:com|net)$/u.test(target.hostname),
  );
  return [...new Set(links.map(({ url: target }) => unwrapped(target)))];
}

/** Three numbers in a fixed order: posts, followers, following; exact in a `title` where they are rounded. */
function numbersOf(header: Element, page: Document): Pick<DraftProfile, 'followers' | 'following' | 'postCount'> {
  const items = all(header, 'ul > li').map(numberIn);
  const [posts, followers, following] = items.length >= 3 ? items : [];
  if (posts ?? followers) {
    return { ...(posts && { postCount: posts }), ...(followers && { followers }), ...(following && { following }) };
  }
  // "1,234 Followers, 56 Following, 789 Posts - …"
  const told = (attribute(one(page, 'meta[property="og:description"]'), 'content') ?? '').split(/\s[-–—]\s/u)[0] ?? '';
  const numbers = told.split(/,\s|،\s/u).map((part) => countIn(part));
  const [a, b, c] = numbers.length === 3 ? numbers : [];
  return a && b && c ? { followers: a, following: b, postCount: c } : {};
}

function numberIn(item: Element): string | undefined {
  return countIn(attribute(one(item, 'span[title]'), 'title')) ?? countIn(labelText(item));
}

/** R4. In the page's own data; otherwise it is not told. */
function isProtected(page: Document): boolean | undefined {
  for (const script of all(page, 'script[type="application/json"]')) {
    const found = /"is_private":\s*(true|false)/u.exec(rawText(script));
    if (found) return found[1] === 'true';
  }
  return undefined;
}
