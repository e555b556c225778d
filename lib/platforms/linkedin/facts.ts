import type { PageFacts, People } from '../adapter.ts';
import { countValue } from '../counts.ts';
import { all, attribute, closest, one, pageLanguage } from '../read.ts';
import { labelText } from '../text.ts';
import { readAddress } from './address.ts';
import { articleAuthor } from './article.ts';
import { readAuthor, seeLink } from './author.ts';
import { blockOf, layoutOf } from './block.ts';
import type { Block } from './block.ts';
import { seeEmployee, seeEverybody } from './everybody.ts';
import { find } from './find.ts';
import { partsOf } from './parts.ts';
import { focalPost } from './posts.ts';
import { anyComment, classic, guest, sdui } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const address = readAddress(url);
  const focal = address.kind === 'post' ? focalPost(page, url) : undefined;
  const block = focal && !address.isArticle ? blockOf(focal, 'post') : undefined;
  const parts = block && partsOf(block);
  // first of all: the page's account keeps its name where others have the same
  const account = accountOf(page, url, people);
  const isLoggedIn = seeEmployee(page, url, people) ?? (isGuest(page) ? false : undefined);
  seeEverybody(page, url, people);
  const language = pageLanguage(page);
  const displayed = countValue(parts?.counts.replies);
  const sortOrder = sortOf(page);
  const present = find(page, url).filter(({ kind }) => kind === 'reaction').length;
  return {
    ...(account !== undefined && { account }),
    ...(language && { language }),
    layout: layoutName(page, focal, address.isArticle === true),
    replies: replyPossibility(page, block, present, displayed),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    ...(sortOrder && { sortOrder }),
    unavailableItems: 0,
    gaps: isLoggedIn === false ? behindLogin((displayed ?? 0) - present) : [],
    notes: [],
  };
}

/** A guest gets ten comments at most. */
function behindLogin(count: number): NonNullable<PageFacts['gaps']> {
  return count > 0 ? [{ kind: 'needs-login', count }] : [];
}

/** Whose page it is: the account in the address of a profile, the author of a post. */
function accountOf(page: Document, url: URL, people: People): number | undefined {
  const address = readAddress(url);
  if (address.kind === 'profile') return seeLink(people, url, named(page));
  const focal = address.kind === 'post' ? focalPost(page, url) : undefined;
  if (!focal) return undefined;
  return address.isArticle
    ? articleAuthor(focal, url, people).person
    : readAuthor(partsOf(blockOf(focal, 'post')), people, url).person;
}

function named(page: Document): { name?: string } {
  const name = labelText(one(page, 'main h1') ?? one(page, 'h1'));
  return name ? { name } : {};
}

function isGuest(page: Document): boolean {
  return (
    one(
      page,
      `meta[name="pageKey"][content^="d_"], ${guest.post}, ${guest.comment}, a[data-tracking-control-name*="nav-header-signin"]`,
    ) !== undefined
  );
}

function layoutName(page: Document, focal: Element | undefined, isArticle: boolean): string {
  const place = focal ?? one(page, `${guest.post}, ${classic.post}, ${sdui.post}`);
  const layout = isGuest(page) ? 'guest' : place ? layoutOf(place) : one(page, '[componentkey]') ? 'sdui' : 'classic';
  return `linkedin-${layout}${isArticle ? '-article' : ''}`;
}

/** The page's own word for the order of the comments. */
function sortOf(page: Document): string | undefined {
  const button =
    one(page, classic.sort) ??
    all(page, sdui.section)
      .flatMap((section) => all(section, 'button[aria-haspopup], button[aria-expanded]'))
      .find((each) => !closest(each, `${anyComment}, ${sdui.box}`) && labelText(each));
  return labelText(button)?.slice(0, 80);
}

/** R5, with a code for what it was read from. */
function replyPossibility(
  page: Document,
  block: Block | undefined,
  present: number,
  displayed: number | undefined,
): PageFacts['replies'] {
  if (present > 0 || (displayed ?? 0) > 0) return { possible: 'yes', evidence: 'replies-present' };
  if (one(page, classic.disabled)) return { possible: 'no', evidence: 'comments-disabled' };
  if (!block) return { possible: 'unknown', evidence: 'no-post' };
  const button = one(block.element, `${classic.commentButton}, ${sdui.comments}, ${guest.commentCta}`);
  if (button && attribute(button, 'disabled') === undefined) return { possible: 'yes', evidence: 'comment-button' };
  // a bar with other acts but none for comments: the author closed them
  const hasBar = one(block.element, `.feed-shared-social-action-bar, .social-action-bar, ${sdui.reposts}`) !== undefined;
  return hasBar ? { possible: 'no', evidence: 'no-comment-button' } : { possible: 'unknown', evidence: 'no-comment-button' };
}
