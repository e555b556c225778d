import type { CountName } from '../../model/draft.ts';
import { countIn } from '../counts.ts';
import { all, attribute, closest, contains, matches, one, parent } from '../read.ts';
import { labelText } from '../text.ts';
import { isBefore } from '../tree.ts';
import { owned } from './owned.ts';
import { selectors } from './selectors.ts';

type Counts = Partial<Record<CountName, string>>;

const commentWords = /comment|reactie|opmerking|antwoord|kommentar|comentari|yorum|komentar|kommentti/iu;
const shareWords = /\bshare|gedeeld|delen|keer gedeeld|partage|geteilt|compartid|paylaş/iu;

/** Under a post: who reacted (a toolbar of faces with their number), comments, shares. Numbers only (R6). */
export function postCounts(post: Element, except?: Element): Counts {
  const numbered = numberedButtons(post, except);
  const named = (role: string) => numbered.find(({ element }) => one(element, `[data-ad-rendering-role="${role}"]`));
  // since 2025 the numbers stand on the buttons, and Facebook says which is which
  const liked = named('like_button');
  const buttons = numbered.filter((button) => button !== liked);
  const comments =
    named('comment_button') ??
    buttons.find(({ element }) => attribute(element, 'aria-expanded') !== undefined) ??
    byWords(buttons, commentWords);
  const shares =
    named('share_button') ??
    byWords(
      buttons.filter((button) => button !== comments),
      shareWords,
    );
  // two numbers without a word we know: comments stand before shares
  const rest = buttons.filter((button) => button !== comments && button !== shares);
  const first = comments ?? (shares || rest.length > 1 ? rest[0] : undefined);
  const second = shares ?? rest.find((button) => button !== first);
  const likes = reactionTotal(post, except) ?? liked?.count;
  return { ...(first && { replies: first.count }), ...(second && { reposts: second.count }), ...(likes && { likes }) };
}

interface Numbered {
  readonly element: Element;
  readonly count: string;
}

/** Buttons with a number on them that are no face, no menu and no text. */
function numberedButtons(post: Element, except: Element | undefined): Numbered[] {
  const outside = `${selectors.toolbar}, ${selectors.message}, ${selectors.paragraph}, ${selectors.menu}, form, ul`;
  const found: Numbered[] = [];
  for (const element of owned(post, selectors.button, outside)) {
    const isThread = one(element, selectors.avatar) || contains(except, element);
    const count = isThread || matches(element, '[aria-haspopup="menu"]') ? undefined : countIn(labelText(element));
    if (count && (labelText(element) ?? '').length < 60) found.push({ element, count });
    if (found.length >= 8) break;
  }
  // after the counts comes the thread, with expanders that have numbers too
  const thread = one(post, selectors.article);
  return thread ? found.filter(({ element }) => isBefore(element, thread)) : found;
}

function byWords(buttons: readonly Numbered[], words: RegExp): Numbered | undefined {
  return buttons.find(({ element }) => words.test(`${labelText(element) ?? ''} ${attribute(element, 'aria-label') ?? ''}`));
}

/** Beside the faces: "All reactions: 369". */
function reactionTotal(post: Element, except: Element | undefined): string | undefined {
  const bar = [...owned(post, selectors.toolbar)].find((toolbar) => !contains(except, toolbar));
  if (!bar) return undefined;
  let box = parent(bar);
  for (let up = 0; box && up < 3 && box !== post; up += 1, box = parent(box)) {
    const labels = all(box, 'span').filter(
      (label) => !one(label, 'span') && !contains(bar, label) && !closest(label, selectors.button),
    );
    // "Jan and 23 others" names friends of the employee, and is no total
    const count = labels.map((label) => labelText(label)).find((label) => label && numberAlone.test(label));
    if (count) return count;
  }
  return undefined;
}

const numberAlone = /^[\d.,'\u00A0\u202F ]+(?:k|m|d|mln\.?|b)?$/iu;

/** Under a comment: a button that says nothing but a number. */
export function commentCounts(comment: Element): Counts {
  for (const element of owned(comment, selectors.button)) {
    const text = labelText(element) ?? '';
    if (numberAlone.test(text) && !one(element, selectors.avatar)) return { likes: text };
  }
  return {};
}
