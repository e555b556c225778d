import type { CountName } from '../../model/draft.ts';
import { countIn } from '../counts.ts';
import { labelText } from '../text.ts';
import { own } from './post.ts';

/** Favourites have had no name of their own since 2023: what is drawn there is called `undefined`. */
const places: readonly (readonly [CountName, string])[] = [
  ['likes', '[data-e2e="like-count"], [data-e2e="browse-like-count"]'],
  ['replies', '[data-e2e="comment-count"], [data-e2e="browse-comment-count"]'],
  ['reposts', '[data-e2e="share-count"]'],
  ['bookmarks', '[data-e2e="favorite-count"], [data-e2e="collect-count"], [data-e2e="undefined-count"]'],
  ['views', '[data-e2e="video-views"]'],
];

/** Numbers only (R6), as the page shows them. */
export function readCounts(place: Element): { counts: Partial<Record<CountName, string>>; elements: Element[] } {
  const counts: Partial<Record<CountName, string>> = {};
  const elements: Element[] = [];
  for (const [name, selector] of places) {
    const element = own(place, selector);
    const shown = countIn(labelText(element));
    if (!element || !shown) continue;
    counts[name] = shown;
    elements.push(element);
  }
  return { counts, elements };
}
