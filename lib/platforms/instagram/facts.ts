import type { Gap } from '../../model/draft.ts';
import type { PageFacts, People } from '../adapter.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, closest, contains, one, pageLanguage, rawText } from '../read.ts';
import { isBefore } from '../tree.ts';
import { labelText, oneLine } from '../text.ts';
import { readAddress } from './address.ts';
import { seeHandle } from './author.ts';
import { displayedComments } from './counts.ts';
import { seeEmployee, seeEverybody } from './everybody.ts';
import { headOf } from './place.ts';
import { authorOf, postOf } from './post.ts';
import type { PostHere } from './post.ts';
import { selectors } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const { kind, handle, code } = readAddress(url);
  const post = kind === 'post' ? postOf(page, url) : undefined;
  const author = post ? authorOf(post, page, url) : handle;
  const name = author && nameInHead(page, url, author, code);
  const account = author === undefined ? undefined : seeHandle(people, author, url, name ? { name } : {});
  const isEmployeeThere = seeEmployee(page, url, people);
  seeEverybody(page, url, people);
  const language = pageLanguage(page);
  const displayed = post && displayedComments(post, page, url);
  const gaps = post ? gapsOf(post) : [];
  const isLoggedIn = isEmployeeThere || session(page);
  return {
    ...(account !== undefined && { account }),
    ...(language && { language }),
    layout: layoutOf(post, kind === 'profile'),
    replies: replyPossibility(post, isEmployeeThere, displayed),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    unavailableItems: 0,
    ...(gaps.length > 0 && { gaps }),
    notes: kind === 'profile' ? ['instagram-grid-shows-no-texts'] : [],
  };
}

/** A box for a comment is for who is signed in, a link to sign in for who is not. */
function session(page: Document): boolean | undefined {
  if (one(page, 'form textarea')) return true;
  return one(page, selectors.loggedOut) ? false : undefined;
}

function layoutOf(post: PostHere | undefined, isProfile: boolean): string {
  if (isProfile) return 'instagram-profile';
  if (!post) return 'instagram-unknown';
  if (closest(post.place, '[role="dialog"]')) return 'instagram-popup';
  return closest(post.place, 'article') ? 'instagram-article' : 'instagram-2025';
}

/** "Name on Instagram: …" over a post, "Name (@account) • …" over a profile; the word between differs by language. */
export function nameInHead(page: Document, url: URL, handle: string, code: string | undefined): string | undefined {
  const title = attribute(one(page, 'meta[property="og:title"]'), 'content') ?? '';
  if (code !== undefined && headOf(page, url, code) === undefined) return undefined;
  const at = title.toLowerCase().indexOf(`(@${handle.toLowerCase()})`);
  if (at > 0) return oneLine(title.slice(0, at)) || undefined;
  if (code === undefined) return undefined;
  const found =
    /^(.{1,120}?)\s+\p{L}{1,8}\s+Instagram\s*[:：]/u.exec(title) ?? /^Instagram\S{0,4}\s*(.{1,120}?)\s*[:：]/u.exec(title);
  return oneLine(found?.[1] ?? '') || undefined;
}

/** R5, with a code for what it was read from. */
function replyPossibility(post: PostHere | undefined, isLoggedIn: boolean, displayed: number | undefined): PageFacts['replies'] {
  if (!post) return { possible: 'unknown', evidence: 'no-post' };
  if (post.comments.length > 0 || (displayed ?? 0) > 0) return { possible: 'yes', evidence: 'replies-present' };
  if (one(post.place, selectors.composer)) return { possible: 'yes', evidence: 'comment-box' };
  return isLoggedIn ? { possible: 'no', evidence: 'no-comment-box' } : { possible: 'unknown', evidence: 'not-logged-in' };
}

/** Comments that Instagram keeps behind a button of its own, and those that stand on Facebook: counted, not opened. */
function gapsOf(post: PostHere): Gap[] {
  const labels = strayLabels(post);
  const elsewhere = labels.find(({ words }) => /\bfacebook\b/iu.test(words) && countIn(words) !== undefined);
  const hidden = labels.find(({ isButton, words }) => isButton && words !== elsewhere?.words);
  return [
    ...(hidden ? [counted('hidden-by-network', hidden.words)] : []),
    ...(elsewhere ? [counted('on-another-network', elsewhere.words)] : []),
  ];
}

function counted(kind: Gap['kind'], words: string): Gap {
  const count = countValue(countIn(words));
  return { kind, ...(count !== undefined && { count }) };
}

/** Words among and directly after the comments that belong to none of them; a button with a symbol loads more. */
function strayLabels({ place, comments, captionRow }: PostHere): { words: string; isButton: boolean }[] {
  const last = comments.at(-1)?.row;
  const first = comments[0]?.row;
  if (!first || !last) return [];
  const rows = [...comments.map(({ row }) => row), ...(captionRow ? [captionRow] : [])];
  return all(place, `${selectors.button}, span[dir="auto"], h4`).flatMap((element) => {
    const isOutside =
      isBefore(last, element) && !contains(last, element) && !rows.some((row) => contains(row, element) || contains(element, row));
    const around = closest(element, 'section, header, form, nav, a[href]');
    const isElsewhere = (around !== undefined && contains(place, around)) || one(element, 'svg, img, a[href], time') !== undefined;
    const words = labelText(element) ?? oneLine(rawText(element));
    if (!isOutside || isElsewhere || !words || isToggle(element)) return [];
    return [{ words, isButton: closest(element, selectors.button) === element }];
  });
}

/** Opens the answers of one comment: a short line before its words. */
function isToggle(element: Element): boolean {
  const button = closest(element, selectors.button);
  return button !== undefined && one(button, 'div:empty + span, div:empty ~ span') !== undefined;
}
