/** Where the parts of a block stand, in each of the three front ends; what a front end has no name for is found by structure. */
import type { CountName } from '../../model/draft.ts';
import { countIn } from '../counts.ts';
import { given } from '../given.ts';
import { all, attribute, closest, contains, matches, one, parent, rawText } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { allOwn, own } from './block.ts';
import type { Block } from './block.ts';
import { classic, guest, hiddenCopy, sdui } from './selectors.ts';

type Counts = Partial<Record<CountName, string>>;

export interface Parts {
  /** Leads to the account. */
  readonly link: Element | undefined;
  readonly name: Element | undefined;
  readonly avatar: Element | undefined;
  readonly texts: readonly Element[];
  /** Line feeds of the source are line breaks on the screen. */
  readonly isPreformatted: boolean;
  readonly time: Element | undefined;
  /** "… reposted this". */
  readonly header: Element | undefined;
  readonly counts: Counts;
  /** What an account says of itself, and controls: no part of what was said. */
  readonly asides: readonly Element[];
}

export const accountLinks = 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"], a[href*="/showcase/"], a[href*="/pub/"]';

export function partsOf(block: Block): Parts {
  if (block.layout === 'guest') return guestParts(block);
  return block.layout === 'classic' ? classicParts(block) : sduiParts(block);
}

function guestParts(block: Block): Parts {
  const isComment = block.kind === 'comment';
  const link = own(block, isComment ? guest.commentAuthor : guest.author) ?? firstNamed(block);
  return {
    link,
    name: link,
    avatar: own(block, isComment ? guest.commentAvatar : guest.avatar) ?? firstPictured(block),
    texts: first(own(block, isComment ? guest.commentText : guest.text)),
    isPreformatted: true,
    time: own(block, isComment ? guest.commentTime : 'time'),
    header: own(block, guest.header),
    counts: isComment ? commentCounts(shownOnly(allOwn(block, '.comment__reactions-count'))) : guestCounts(block),
    asides: allOwn(block, isComment ? guest.commentHeadline : `${guest.lockup} p`),
  };
}

/** The page switches between two counts: with and without the reader's own like. */
function shownOnly(places: readonly Element[]): Element | undefined {
  return places.find((place) => !matches(place, '.hidden'));
}

function guestCounts(block: Block): Counts {
  const [reactions, comments] = [own(block, guest.reactions), own(block, guest.comments)];
  return given({
    likes: attribute(reactions, 'data-num-reactions') ?? countOf(reactions),
    replies: attribute(comments, 'data-num-comments') ?? countOf(comments),
  });
}

function classicParts(block: Block): Parts {
  return block.kind === 'comment' ? classicComment(block) : classicPost(block);
}

function classicPost(block: Block): Parts {
  return {
    link: own(block, classic.author) ?? firstNamed(block),
    name: drawn(own(block, classic.name)) ?? firstNamed(block),
    avatar: own(block, classic.avatar) ?? firstPictured(block),
    texts: first(firstOf(block, classic.text)),
    isPreformatted: false,
    time: drawn(own(block, classic.time)) ?? own(block, 'time'),
    header: own(block, classic.header),
    counts: given({
      likes: countOf(own(block, classic.reactions)),
      replies: countOf(own(block, classic.comments)),
      reposts: countOf(own(block, classic.reposts)),
    }),
    asides: allOwn(block, `${classic.headline}, .update-components-actor__supplementary-actor-info`),
  };
}

function classicComment(block: Block): Parts {
  const links = allOwn(block, classic.commentLink);
  return {
    link: links.find((link) => matches(link, '[href]')) ?? firstNamed(block),
    name: drawn(own(block, classic.commentName)) ?? firstNamed(block),
    avatar: own(block, classic.commentAvatar) ?? firstPictured(block),
    texts: first(firstOf(block, classic.commentText)),
    isPreformatted: false,
    time: own(block, classic.commentTime),
    header: undefined,
    counts: commentCounts(own(block, classic.commentReactions), own(block, classic.commentReplies)),
    asides: allOwn(block, `${classic.commentHeadline}, .comments-comment-meta__badge, span.comments-comment-meta__data`),
  };
}

/** Hashed classes: the first link with words in it that leads to an account is the author's, the first box of text is the text. */
function sduiParts(block: Block): Parts {
  const text = own(block, sdui.text);
  const link = firstNamed(block, text);
  return {
    link,
    name: link && (nameBox(link) ?? link),
    avatar: firstPictured(block),
    texts: first(text),
    isPreformatted: false,
    time: link && shownTime(block, link, text),
    header: block.kind === 'post' ? headerAbove(block, link) : undefined,
    counts: block.kind === 'post' ? sduiCounts(block) : {},
    asides: [],
  };
}

/** A link to an account with words in it, outside the text of the post. */
function firstNamed(block: Block, text?: Element): Element | undefined {
  const links = allOwn(block, accountLinks).filter(
    (link) => labelText(link) && !contains(text, link) && !closest(link, `${sdui.text}, .update-components-text, ${hiddenCopy}`),
  );
  // above a post can stand who shared it, in one line; the author's link has lines of its own
  return (block.kind === 'post' ? links.find((link) => nameBox(link)) : undefined) ?? links[0];
}

function firstPictured(block: Block): Element | undefined {
  return allOwn(block, accountLinks).find((link) => one(link, 'img, svg, image') && !closest(link, `${sdui.text}, ${hiddenCopy}`));
}

/** The line with the name, without what follows in lines of their own: degree, badge, headline. */
export function nameBox(link: Element): Element | undefined {
  const lines = all(link, '[aria-hidden="true"], p').filter((line) => labelText(line) && !closest(line, hiddenCopy));
  return lines.find((line) => matches(line, '[aria-hidden="true"]')) ?? lines[0];
}

/** "2h", "3 w •", "2 u • Bewerkt": a short line with a number, beside the author and before the text. */
function shownTime(block: Block, link: Element, text: Element | undefined): Element | undefined {
  const isTime = /^[\p{L}\s•·()]{0,16}\d{1,2}\s?\p{L}{1,10}\.?(?:\s*[•·].*)?$/u;
  return allOwn(block, 'time, p, span').find(
    (place) =>
      !contains(link, place) &&
      !contains(text, place) &&
      !closest(place, `button, [role="button"], ${accountLinks}, ${hiddenCopy}`) &&
      !one(place, accountLinks) &&
      isTime.test(oneLine(labelText(place) ?? '').slice(0, 60)),
  );
}

function headerAbove(block: Block, link: Element | undefined): Element | undefined {
  const above = allOwn(block, accountLinks).find((each) => labelText(each));
  if (!above || above === link || !link) return undefined;
  const line = closest(above, 'p') ?? parent(above) ?? undefined;
  return line && !contains(line, link) && line !== block.element ? line : undefined;
}

function sduiCounts(block: Block): Counts {
  return given({
    likes: beside(own(block, sdui.reactions), block),
    replies: countOf(own(block, sdui.comments)),
    reposts: countOf(own(block, sdui.reposts)),
  });
}

/** Counts stand in buttons, whose text is otherwise no text. */
function countOf(place: Element | undefined): string | undefined {
  return place && countIn(oneLine(rawText(place)));
}

/** The number in the nearest box around the signs of the reactions. */
function beside(sign: Element | undefined, block: Block): string | undefined {
  let box = sign && parent(sign);
  for (let step = 0; box && box !== block.element && step < 7; step += 1, box = parent(box)) {
    const count = countOf(box);
    if (count) return count;
  }
  return undefined;
}

/** Of the ways to say the same, the first that has something. */
function firstOf(block: Block, selectors: string): Element | undefined {
  return selectors
    .split(', ')
    .map((selector) => own(block, selector))
    .find(Boolean);
}

/** Beside what is drawn stands the same for screen readers. */
function drawn(place: Element | undefined): Element | undefined {
  return (place && all(place, '[aria-hidden="true"]').find((copy) => labelText(copy))) ?? place;
}

function commentCounts(reactions: Element | undefined, replies?: Element): Counts {
  return given({
    likes: countOf(reactions),
    replies: countOf(replies),
  });
}

function first(place: Element | undefined): Element[] {
  return place ? [place] : [];
}
