/** One comment's own part of the page, whichever generation of the markup: found from its author's name outward. */
import { all, attribute, closest, contains, matches, one, parent } from '../read.ts';
import { selectors } from './selectors.ts';

export interface Block {
  readonly element: Element;
  /** 2: an answer to a comment. TikTok shows no more than two levels. */
  readonly level: 1 | 2;
}

/** Far from the name to the edge of a comment it is not. */
const maxSteps = 12;

export function commentBlocks(page: Document): Block[] {
  const beside = all(page, selectors.related);
  const anchors = anchorsIn(page).filter((anchor) => !beside.some((box) => contains(box, anchor)));
  return anchors.map((anchor, at) => {
    const others = [anchors[at - 1], anchors[at + 1]].filter((other) => other !== undefined);
    return { element: namedBlock(anchor, others) ?? blockOf(anchor, others), level: levelOf(anchor) };
  });
}

function anchorsIn(page: Document): Element[] {
  const names = all(page, selectors.username);
  if (names.length > 0) return names;
  const words = all(page, selectors.words);
  return words.length > 0 ? words : all(page, selectors.comment);
}

/** The box that is called a comment, when it holds this one alone. */
function namedBlock(anchor: Element, others: readonly Element[]): Element | undefined {
  const box = closest(anchor, selectors.comment);
  return box && !others.some((other) => contains(box, other)) ? box : undefined;
}

/** As far out as there is nothing of another comment, and no list of answers. */
function blockOf(anchor: Element, others: readonly Element[]): Element {
  let block = anchor;
  for (let step = 0; step < maxSteps; step += 1) {
    const box = parent(block);
    if (!box || matches(box, selectors.edge) || others.some((other) => contains(box, other))) return block;
    if (one(box, `${selectors.replies}, ${selectors.moreReplies}`)) return block;
    block = box;
  }
  return block;
}

function levelOf(anchor: Element): 1 | 2 {
  const said = attribute(anchor, 'data-e2e')?.match(/-([12])$/u)?.[1];
  if (said) return said === '2' ? 2 : 1;
  return closest(anchor, selectors.replies) ? 2 : 1;
}

/** The words of a comment; a comment can also be a picture alone. */
export function wordsOf(block: Element): Element | undefined {
  return one(block, selectors.words) ?? one(block, '[class*="PCommentText"], [class*="SpanCommentText"]');
}
