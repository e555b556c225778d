/** Who can reply (R5), read from structure; words only make sure of what a box says. */
import type { PageFacts } from '../adapter.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, children, closest, contains, one, parent } from '../read.ts';
import { labelText } from '../text.ts';
import { isBefore } from '../tree.ts';
import { allOwn, own, quoteOf } from './article.ts';
import type { ItemRow, Row } from './rows.ts';
import { selectors } from './selectors.ts';

export function replyCount({ article }: ItemRow): string | undefined {
  const button = own(article, selectors.reply, quoteOf(article));
  return countIn(attribute(button, 'aria-label')) ?? countIn(labelText(button));
}

/** With a code for what it was read from. A box that is there and that we cannot read makes it unknown. */
export function replyPossibility(rows: readonly Row[], focal: ItemRow | undefined): PageFacts['replies'] {
  if (!focal) return { possible: 'unknown', evidence: 'no-post' };
  const button = own(focal.article, selectors.reply, quoteOf(focal.article));
  const isOff = button && (attribute(button, 'aria-disabled') === 'true' || attribute(button, 'disabled') !== undefined);
  const boxes = restrictionBoxes(rows, focal);
  if (button && !isOff && boxes.length === 0) return { possible: 'yes', evidence: 'reply-button' };
  if ((countValue(replyCount(focal)) ?? 0) > 0) return { possible: 'yes', evidence: 'replies-present' };
  if (isOff) return { possible: 'no', evidence: 'reply-button-off' };
  if (boxes.some((box) => aboutReplying.test(labelText(box) ?? ''))) return { possible: 'no', evidence: 'restricted-notice' };
  return { possible: 'unknown', evidence: boxes.length > 0 ? 'unread-notice' : 'no-reply-button' };
}

/** "Who can reply?" in the languages our users have; in any other the box stays unread. */
const aboutReplying =
  /\bcan reply\b|\bkunnen (?:reageren|antwoorden)\b|\bwie kan (?:er )?(?:reageren|antwoorden)\b|\bk\u00F6nnen antworten\b|\bpeuvent r\u00E9pondre\b|\bpueden responder\b|\byan\u0131tlayabilir\b/iu;

/**
 * The notice has no test id: a box with a drawing and a text, without anything to follow or to push, under the post's
 * buttons or in the row after it.
 */
function restrictionBoxes(rows: readonly Row[], focal: ItemRow): Element[] {
  const next = rows[rows.indexOf(focal) + 1];
  const inRow = next?.kind === 'aside' && !one(next.cell, notNotice) ? boxesIn(next.cell) : [];
  const bar = allOwn(focal.article, selectors.group, quoteOf(focal.article)).at(-1);
  return [...boxesIn(focal.cell).filter((box) => bar && isBefore(bar, box)), ...inRow];
}

const notNotice = `a[href], ${selectors.buttons}, [role="heading"], [role="progressbar"], [role="textbox"], article, img, time`;

function boxesIn(place: Element): Element[] {
  return all(place, 'svg').flatMap((icon) => {
    const box = boxAround(icon, place);
    return box && !one(box, notNotice) && !closest(icon, notThese) ? [box] : [];
  });
}

const notThese = `${selectors.text}, ${selectors.names}, ${selectors.card}, ${selectors.context}, ${selectors.buttons}, a`;

/** The first box on the way out that says something. */
function boxAround(icon: Element, within: Element): Element | undefined {
  for (let box = parent(icon); box && contains(within, box); box = parent(box)) {
    if (labelText(box) !== undefined) return children(box).length > 0 ? box : undefined;
  }
  return undefined;
}
