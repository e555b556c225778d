import { bestImage, linksIn } from '../address.ts';
import type { People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { dropAllBut } from '../keep.ts';
import { marked, mentionsIn } from '../marks.ts';
import { portraitIn } from '../portrait.ts';
import { all, attribute, closest, contains, isShown, one, parent } from '../read.ts';
import { unwrapped } from '../shortcode.ts';
import { labelText } from '../text.ts';
import { wordsIn } from '../textPlace.ts';
import { readAddress, threadsHosts } from './address.ts';
import { readMentions, seeHandle } from './author.ts';
import { nameInHead } from './facts.ts';
import { selectors } from './selectors.ts';

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const { kind, handle } = readAddress(url);
  const heading = all(page, `${selectors.column} h1`).find((title) => isShown(title) && !closest(title, 'a[href]'));
  if (kind !== 'profile' || !handle || !heading) return undefined;
  const header = headerOf(heading);
  const labels = all(header, 'span[dir="auto"], div[dir="auto"]').filter((box) => !closest(box, selectors.button));
  const handleBox = labels.find((box) => labelText(box)?.toLowerCase() === handle.toLowerCase());
  const avatar = one(header, 'img');
  const name = nameInHead(page, handle) ?? labelText(heading);
  const account = seeHandle(people, handle, { ...(name && { name }), ...portraitIn(avatar, url) });
  const isElsewhere = (box: Element) =>
    contains(heading, box) || box === handleBox || closest(box, 'a[href]') || one(box, 'a[href*="/login"], span[title]');
  const description = labels.find((box) => !isElsewhere(box) && wordsIn(box).length > 1);
  const mentions = readMentions(description, people, url);
  const picture = bestImage(avatar, url);
  const followers = followersIn(header);
  return {
    profile: {
      account,
      ...(description && { description: wordsIn(description) }),
      fields: [],
      links: [
        ...new Set(
          linksIn(header, url)
            .filter((link) => !threadsHosts.has(link.url.hostname))
            .map((link) => unwrapped(link.url)),
        ),
      ],
      ...(followers && { followers }),
      ...(picture && { avatar: picture }),
      mentions: mentionsIn(mentions),
    },
    element: header,
    marks: [
      ...marked(heading, 'author-name', account),
      ...marked(handleBox, 'author-handle', account),
      ...marked(avatar, 'avatar', account),
      ...marked(description, 'text'),
      ...mentions,
      ...dropAllBut(
        header,
        [heading, handleBox, avatar, description].filter((place) => place !== undefined),
      ),
    ],
  };
}

/** The box with the name, the picture and the numbers, without tabs and posts. */
function headerOf(heading: Element): Element {
  let box = heading;
  for (let up = parent(heading); up && !one(up, `${selectors.post}, a[href$="/replies"]`); up = parent(up)) box = up;
  return box;
}

/** Exact in a `title` where it is rounded. */
function followersIn(header: Element): string | undefined {
  return countIn(
    attribute(
      all(header, 'span[title]').find((box) => countIn(attribute(box, 'title')) !== undefined),
      'title',
    ),
  );
}
