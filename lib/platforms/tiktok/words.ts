import { contains, all, matches } from '../read.ts';
import { visibleText } from '../text.ts';
import { selectors } from './selectors.ts';

/** TikTok draws words, tags and mentions as boxes in one line. */
export function commentText(words: Element | undefined): string {
  return visibleText(words, { isPreformatted: true });
}

/** The text of a post without what TikTok's own machine says of the video. */
export function postText(desc: Element): string {
  return visibleText(desc, { isPreformatted: true, except: (element) => matches(element, selectors.summary) });
}

export function summariesIn(desc: Element): Element[] {
  const found = all(desc, selectors.summary);
  return found.filter((element) => !found.some((other) => other !== element && contains(other, element)));
}
