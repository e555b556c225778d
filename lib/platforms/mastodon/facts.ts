import type { PageFacts, People } from '../adapter.ts';
import { resolve } from '../address.ts';
import { all, attribute, closest, one, pageLanguage } from '../read.ts';
import { labelText } from '../text.ts';
import { profileHandle, readAddress } from './address.ts';
import { accountIds, avatarOf, seeHandle } from './author.ts';
import { seeEverybody } from './everybody.ts';
import { placesIn } from './find.ts';
import type { Place } from './find.ts';
import { selectors } from './selectors.ts';
import { own } from './status.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const address = readAddress(url);
  const { isAny, focal, isFull } = aroundFocal(placesIn(page, url, address), address.kind === 'post');
  const handle = address.kind === 'post' ? (focal?.link.handle ?? address.handle) : address.handle;
  const isLoggedIn = one(page, selectors.signIn) ? false : one(page, selectors.signedIn) ? true : undefined;
  if (isLoggedIn) seeEmployee(page, url, people);
  seeEverybody(page, url, people);
  const language = pageLanguage(page);
  return {
    ...(handle && { account: seeHandle(people, handle, url) }),
    ...(language && { language }),
    layout: layoutOf(page, isAny),
    replies: replyPossibility(focal),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    unavailableItems: all(page, '.status__wrapper--filter, .status__quote-error, .status__quote--error').length,
    ...(isLoggedIn === false && isFull && { gaps: [{ kind: 'needs-login' as const }] }),
    notes: address.kind === 'post' ? ['mastodon-thread-as-known-to-this-server'] : [],
  };
}

/** A server gives whoever has no account there sixty answers and no more. */
const publicAnswers = 60;

/** The statuses are gone through only as far as they say something of the page as a whole. */
function aroundFocal(places: Iterable<Place>, isThread: boolean) {
  let focal: Place | undefined;
  let [isAny, behind] = [false, -1];
  for (const place of places) {
    isAny = true;
    if (!isThread || place.isDetail) focal ??= place;
    if (focal) behind += 1;
    if (focal && (!focal.isDetail || behind >= publicAnswers)) break;
  }
  return { isAny, focal, isFull: focal?.isDetail === true && behind >= publicAnswers };
}

function layoutOf(page: Document, isAny: boolean): string {
  if (one(page, '.status[data-id], .detailed-status')) return 'mastodon-classic';
  return isAny ? 'mastodon-redesign' : 'mastodon-unknown';
}

/** R19: the account that is signed in, where the menu or the box for writing shows it. */
function seeEmployee(page: Document, base: URL, people: People): void {
  for (const selector of selectors.employee) {
    const links = all(page, selector).filter((link) => !closest(link, selectors.notEmployee));
    for (const link of links) {
      const url = resolve(attribute(link, 'href'), base);
      const handle = url && profileHandle(url, base);
      if (!handle) continue;
      const name = labelText(one(link, selectors.name));
      seeHandle(people, handle, base, { ...avatarOf(link, base), ids: accountIds(link), ...(name && { name }), isEmployee: true });
      return;
    }
  }
}

/** R5: Mastodon lets everybody answer what they can see; a button that is off says otherwise. */
function replyPossibility(focal: Place | undefined): PageFacts['replies'] {
  if (!focal) return { possible: 'unknown', evidence: 'no-post' };
  const bar = own(focal.element, selectors.actions, focal.quote);
  const button = bar && one(bar, 'button');
  if (!button) return { possible: 'unknown', evidence: 'no-reply-button' };
  return attribute(button, 'disabled') === undefined
    ? { possible: 'yes', evidence: 'reply-button' }
    : { possible: 'no', evidence: 'reply-button-off' };
}
