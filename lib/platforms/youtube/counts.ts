import type { CountName } from '../../model/draft.ts';
import type { Mark } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { marked } from '../marks.ts';
import { all, attribute, one, rawText } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { headCount } from './place.ts';
import type { PostPlace } from './place.ts';

type Counts = Partial<Record<CountName, string>>;

const likeButtons =
  'like-button-view-model button, #segmented-like-button button, #like-button button, #menu ytd-toggle-button-renderer button';
const views = 'ytd-video-view-count-renderer .view-count, #count .view-count';

/** Aggregate numbers only (R6). What YouTube does not show stays absent. */
export function readPostCounts(page: Document, { element }: PostPlace, id: string): { counts: Counts; marks: Mark[] } {
  const info = infoParts(element);
  const old = one(element, views);
  const button = one(element, likeButtons);
  const likes = countIn(attribute(button, 'aria-label')) ?? countIn(button && oneLine(rawText(button)));
  const counts = given({
    likes: likes ?? headCount(page, id, 'LikeAction'),
    views:
      countIn(labelText(old)) ?? countIn(info.tooltip?.split('•')[0]) ?? countIn(info.views) ?? headCount(page, id, 'WatchAction'),
  });
  return { counts, marks: [...marked(old, 'count'), ...marked(info.box, 'time')] };
}

/** Under the title, in every language in this order: how often seen, how long ago; the whole date stands in the tooltip. */
function infoParts(element: Element): { box?: Element; views?: string; moment?: string; tooltip?: string } {
  const box = one(element, 'ytd-watch-info-text #info, #description #info');
  if (!box) return {};
  const [first, second] = all(box, 'span')
    .filter((span) => !one(span, 'span'))
    .flatMap((span) => labelText(span) ?? []);
  const tooltip = labelText(one(element, 'ytd-watch-info-text #tooltip'));
  return { box, ...given({ views: first, moment: second, tooltip }) };
}

/** When it was published, as the page shows it. */
export function shownMoment({ element }: PostPlace): string | undefined {
  const { moment, tooltip } = infoParts(element);
  const date = tooltip?.includes('•')
    ? tooltip.split('•').find((part) => /\d{4}/u.test(part) && part !== tooltip.split('•')[0])
    : undefined;
  const old = labelText(one(element, '#info-strings yt-formatted-string, #date yt-formatted-string'));
  if (!moment) return old;
  const exact = date?.trim();
  return exact && exact !== moment ? `${moment} (${exact})` : moment;
}
