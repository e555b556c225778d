import { all, attribute, closest, matches, parent } from '../read.ts';
import { accountLinks } from './parts.ts';
import { classic, sdui, viewed } from './selectors.ts';

export interface Level {
  readonly isReply: boolean;
  /** The page says so by a name; otherwise by its looks. */
  readonly isSaid: boolean;
  /** The comment it answers; absent when that one is not in the page now. */
  readonly above?: Element;
}

/**
 * Answers can stand below what they answer, side by side: told by a class of their own (classic), else by how far they are moved
 * in or by smaller portraits. Without any of these nobody can tell, and no parent is made up. LinkedIn has two levels.
 */
export function levelsOf(comments: readonly Element[]): (comment: Element) => Level {
  const widths = new Map(comments.map((comment) => [comment, portraitWidth(comment)]));
  const widest = [...widths.values()].reduce<number>((most, width) => Math.max(most, width ?? 0), 0);
  const levels = new Map<Element, Level>();
  let above: Element | undefined;
  for (const comment of comments) {
    const width = widths.get(comment);
    const isSaid = matches(comment, classic.reply) || hasReplyFace(comment);
    const isReply = isSaid || indent(comment) >= 16 || (width !== undefined && (width < widest || width <= smallest));
    if (!isReply) above = comment;
    levels.set(comment, { isReply, isSaid, ...(isReply && above && { above }) });
  }
  return (comment) => levels.get(comment) ?? { isReply: false, isSaid: false };
}

/** The first face in it is called one of an answer. */
function hasReplyFace(comment: Element): boolean {
  const [face] = all(comment, `${viewed.replyFace}, ${viewed.commentFace}`);
  return face !== undefined && matches(face, viewed.replyFace);
}

/** Portraits of answers are drawn at this width at most; those of comments are larger. */
const smallest = 24;

function portraitWidth(comment: Element): number | undefined {
  if (!matches(comment, sdui.comment)) return undefined;
  const image = all(comment, 'a img, a svg').find((each) => closest(each, accountLinks) && !closest(each, sdui.text));
  const width = Number.parseInt(attribute(image, 'width') ?? styled(image, 'width') ?? '', 10);
  return width > 0 ? width : undefined;
}

/** How far it is moved in by its own style, in pixels, up to the list it stands in. */
function indent(comment: Element): number {
  if (!matches(comment, sdui.comment)) return 0;
  let sum = 0;
  for (let box: Element | null = comment, step = 0; box && step < 4 && !matches(box, sdui.list); box = parent(box), step += 1) {
    sum +=
      Number.parseInt(styled(box, 'margin-(?:left|inline-start)') ?? styled(box, 'padding-(?:left|inline-start)') ?? '0', 10) || 0;
  }
  return sum;
}

function styled(element: Element | undefined, property: string): string | undefined {
  return new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*(\\d+)px`, 'u').exec(attribute(element, 'style') ?? '')?.[1];
}
