/** "+7" over the last picture of a post: so many more that the page does not draw. They are missing, and counted. */
import type { DraftMedia } from '../model/draft.ts';
import { all, children, contains, parent, rawText } from './read.ts';

/** Boxes around a picture in which what lies over it stands. */
const maxBoxes = 4;
const maxUnseen = 200;

/** A place without an address for each picture that only the number over the last drawn one tells of. */
export function unseenPictures(last: Element | undefined, item: Element): DraftMedia[] {
  let box = last && parent(last);
  for (let up = 0; box && up < maxBoxes && box !== item && contains(item, box); up += 1, box = parent(box)) {
    const labels = all(box, 'div, span, p').filter((label) => children(label).length === 0);
    const number = labels.map((label) => /^\+\s?(\d{1,3})$/u.exec(rawText(label).trim())?.[1]).find(Boolean);
    if (number) return Array.from({ length: Math.min(maxUnseen, Number(number)) }, (): DraftMedia => ({ kind: 'image' }));
  }
  return [];
}
