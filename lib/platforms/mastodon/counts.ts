import type { CountName } from '../../model/draft.ts';
import type { Mark } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { all, contains, one, parent } from '../read.ts';
import { labelText, visibleText } from '../text.ts';
import { selectors } from './selectors.ts';
import { own } from './status.ts';

type Counts = Partial<Record<CountName, string>>;

const lists: readonly (readonly [CountName, string])[] = [
  ['reposts', 'a[href$="/reblogs"]'],
  ['likes', 'a[href$="/favourites"]'],
  ['quotes', 'a[href$="/quotes"]'],
];
const anyList = lists.map(([, selector]) => selector).join(', ');
/** The buttons under a status stand in this order in every version; the icons confirm it where they have names. */
const buttons: readonly (readonly [CountName, string])[] = [
  ['replies', '.fa-reply, .fa-reply-all, .icon-reply, .icon-reply-all'],
  ['reposts', '.fa-retweet, .icon-retweet'],
  ['likes', '.fa-star, .icon-star'],
];

export function readCounts(status: Element, quote: Element | undefined): { counts: Counts; marks: Mark[] } {
  const counts: Counts = {};
  const marks: Mark[] = [];
  for (const [name, selector] of one(status, anyList) ? lists : []) {
    const link = own(status, selector, quote);
    const shown = countIn(labelText(link));
    if (!link || !shown) continue;
    counts[name] = shown;
    marks.push({ element: link, role: 'count' });
  }
  const bar = own(status, selectors.actions, quote);
  for (const [name, shown] of bar ? onButtons(bar) : []) counts[name] ??= shown;
  return { counts, marks };
}

function onButtons(bar: Element): (readonly [CountName, string])[] {
  // in the redesign the bar of hashtags stands there too, with a button for the rest of them
  const tags = all(bar, 'a[href*="/tags/"]');
  const all3 = all(bar, 'button').filter((button) => !tags.some((tag) => contains(parent(button) ?? button, tag)));
  const named = buttons.map(([name, icon]) => [name, all3.find((button) => one(button, icon))] as const);
  const hasIcons = named.some(([, button]) => button);
  const placed = hasIcons ? named : buttons.map(([name], index) => [name, all3[index]] as const);
  return placed.flatMap(([name, button]) => {
    const shown = button && countIn(visibleText(button));
    return shown ? [[name, shown] as const] : [];
  });
}
