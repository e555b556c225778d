import type { PageFacts, People } from '../adapter.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, one, pageLanguage } from '../read.ts';
import { labelText } from '../text.ts';
import { readAddress } from './address.ts';
import { nameIn, seeHandle } from './author.ts';
import { commentBlocks } from './comment.ts';
import { postData } from './data.ts';
import { seeEverybody } from './everybody.ts';
import { accountName } from './name.ts';
import { own, postPlaces } from './post.ts';
import { selectors } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const { kind, handle: said, id } = readAddress(url);
  const focal = id === undefined ? undefined : postPlaces(page, url).find((place) => place.id === id);
  const handle = said ?? focal?.handle;
  const account = handle ? seeHandle(people, handle, nameIn(accountName(page, url), handle)) : undefined;
  seeEverybody(page, url, people);
  const language = pageLanguage(page);
  const isLoggedIn = loggedIn(page);
  const displayed = kind === 'post' ? displayedComments(page, url, id, focal?.element) : undefined;
  return {
    ...(account !== undefined && { account }),
    ...(language && { language }),
    layout: one(page, selectors.card) ? 'tiktok-feed' : one(page, selectors.gridItem) ? 'tiktok-profile' : 'tiktok-detail',
    replies: replyPossibility(page, url, id, focal?.element, displayed),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    unavailableItems: 0,
    notes: one(page, selectors.captcha) ? ['tiktok-captcha'] : [],
  };
}

function loggedIn(page: Document): boolean | undefined {
  if (one(page, selectors.me) || one(page, selectors.loggedIn)) return true;
  return one(page, selectors.loggedOut) ? false : undefined;
}

/** Over the comments, beside the post, or in the page's data: answers to comments are counted along. */
function displayedComments(page: Document, url: URL, id: string | undefined, focal: Element | undefined): number | undefined {
  const places = [
    ...all(page, '[class*="DivCommentCountContainer"]'),
    ...(focal ? [own(focal, '[data-e2e="comment-count"], [data-e2e="browse-comment-count"]')] : []),
  ];
  const shown = places.map((place) => countValue(countIn(labelText(place)))).find((count) => count !== undefined);
  return shown ?? countValue(id === undefined ? undefined : postData(page, id, url)?.counts.replies);
}

/** R5, with a code for what it was read from. */
function replyPossibility(
  page: Document,
  url: URL,
  id: string | undefined,
  focal: Element | undefined,
  displayed: number | undefined,
): PageFacts['replies'] {
  if (!id) return { possible: 'unknown', evidence: 'no-post' };
  if ((displayed ?? 0) > 0 || commentBlocks(page).length > 0) return { possible: 'yes', evidence: 'replies-present' };
  if (postData(page, id, url)?.isClosed) return { possible: 'no', evidence: 'page-data' };
  if (one(page, selectors.composer)) return { possible: 'yes', evidence: 'reply-box' };
  if (isTurnedOff(page)) return { possible: 'no', evidence: 'restricted-notice' };
  const icon = focal && own(focal, selectors.commentIcon);
  return icon && !isOff(icon)
    ? { possible: 'yes', evidence: 'reply-button' }
    : { possible: 'unknown', evidence: 'no-reply-button' };
}

function isOff(icon: Element): boolean {
  const button = icon.closest('button');
  return button !== null && attribute(button, 'disabled') !== undefined;
}

/** An open panel without comments and without a box to write in says why, in the page's language (nl, en). */
function isTurnedOff(page: Document): boolean {
  return all(page, selectors.panel).some((panel) =>
    /comments? (?:are|is|have been) turned off|reacties zijn uitgeschakeld|reageren is uitgeschakeld/iu.test(
      labelText(panel) ?? '',
    ),
  );
}
