/** When: Facebook shows "2 w" and says it in full in a label; the moment itself shows only under the pointer (D18). */
import type { DraftItem } from '../../model/draft.ts';
import { given } from '../given.ts';
import { attribute } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { owned } from './owned.ts';
import { selectors } from './selectors.ts';

const maxLength = 120;
/** The end of "Comment by … a week ago" (nl, en); what stands before it names somebody. */
const ago =
  /(?:^|[\s,])((?:(?:about|over|almost|ongeveer|meer dan|bijna) )?(?:an?|een|\d+) \p{L}+ (?:ago|geleden)|just now|zojuist|zonet|yesterday|gisteren)\.?$/iu;

export function timesOf(item: Element, link: { readonly element: Element } | undefined): DraftItem['times'] {
  const said = link && shownOn(link.element);
  const full = inFull(item, link?.element);
  const shown = said && full && said !== full ? `${said} (${full})` : (said ?? full);
  return given({ shown, edited: editedMark(item) });
}

/** In feeds the letters are scattered over many boxes; the label then has the words. */
function shownOn(link: Element): string | undefined {
  const text = labelText(link);
  const label = oneLine(attribute(link, 'aria-label') ?? '');
  return [text, label].find((one) => one !== undefined && one !== '' && one.length <= maxLength && /\p{L}|\d/u.test(one));
}

function inFull(item: Element, link: Element | undefined): string | undefined {
  const label = oneLine(attribute(link, 'aria-label') ?? '');
  if (label && label.length <= maxLength && /\d/u.test(label)) return label;
  return oneLine(attribute(item, 'aria-label') ?? '').match(ago)?.[1];
}

/** Without a mark of its own: one word in the row under a comment. */
function editedMark(item: Element): string | undefined {
  for (const element of owned(item, `:is(${selectors.row}) :is(${selectors.button}), :is(${selectors.row}) span`)) {
    const text = labelText(element);
    if (text && /^(?:edited|bewerkt)$/iu.test(text)) return text;
  }
  return undefined;
}
