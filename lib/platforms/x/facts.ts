import type { PageFacts, People } from '../adapter.ts';
import { resolve } from '../address.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, closest, one, pageLanguage } from '../read.ts';
import { labelText } from '../text.ts';
import { profileHandle, readAddress } from './address.ts';
import { avatarHandle, own, quoteOf } from './article.ts';
import { avatarOf, seeHandle } from './author.ts';
import { seeEverybody } from './everybody.ts';
import { focalRow } from './find.ts';
import { readRows } from './rows.ts';
import type { ItemRow, Row } from './rows.ts';
import { selectors } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const address = readAddress(url);
  const { rows } = readRows(page, url, address.id);
  const focal = address.id ? focalRow(rows, address.id) : rows.find((row) => row.kind === 'item');
  const handle = address.handle ?? focal?.link.handle;
  const isLoggedIn = seeEmployee(page, url, people) || loggedOut(page);
  seeEverybody(page, url, people);
  const language = pageLanguage(page);
  const displayed = address.id && focal ? countValue(replyCount(focal)) : undefined;
  return {
    ...(handle && { account: seeHandle(people, handle, url) }),
    ...(language && { language }),
    layout: one(page, selectors.oldNames) ? 'x-2022' : 'x-2023',
    replies: replyPossibility(rows, focal),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    unavailableItems: rows.filter(({ kind }) => kind === 'notice').length,
    notes: isLoggedIn === false && address.id ? ['x-logged-out-shows-few-replies'] : [],
  };
}

/** Who is signed in stands in the menu of accounts; R19: that person is stripped everywhere. */
function seeEmployee(page: Document, url: URL, people: People): true | undefined {
  const switcher = one(page, selectors.switcher);
  const tab = resolve(attribute(one(page, selectors.profileTab), 'href'), url);
  const handle = avatarHandle(switcher) ?? (tab && profileHandle(tab));
  if (handle) {
    const name =
      switcher &&
      all(switcher, '[dir]')
        .map(labelText)
        .find((text) => text && !text.startsWith('@') && text !== '·');
    seeHandle(people, handle, url, { ...avatarOf(switcher, url), ...(name && { name }), isEmployee: true });
  }
  return switcher || tab ? true : undefined;
}

function loggedOut(page: Document): false | undefined {
  return one(page, selectors.loggedOut) ? false : undefined;
}

function replyCount({ article }: ItemRow): string | undefined {
  const button = own(article, selectors.reply, quoteOf(article));
  return countIn(attribute(button, 'aria-label')) ?? countIn(labelText(button));
}

/** R5, with a code for what it was read from. */
function replyPossibility(rows: readonly Row[], focal: ItemRow | undefined): PageFacts['replies'] {
  if (!focal) return { possible: 'unknown', evidence: 'no-post' };
  const button = own(focal.article, selectors.reply, quoteOf(focal.article));
  const isOff = button && (attribute(button, 'aria-disabled') === 'true' || attribute(button, 'disabled') !== undefined);
  const isRestricted = hasRestriction(rows, focal);
  if (button && !isOff && !isRestricted) return { possible: 'yes', evidence: 'reply-button' };
  if ((countValue(replyCount(focal)) ?? 0) > 0) return { possible: 'yes', evidence: 'replies-present' };
  if (isRestricted) return { possible: 'no', evidence: 'restricted-notice' };
  return isOff ? { possible: 'no', evidence: 'reply-button-off' } : { possible: 'unknown', evidence: 'no-reply-button' };
}

/** "Who can reply?" has no test id: it is looked for in the post and the row after it, outside every text of people (nl, en). */
function hasRestriction(rows: readonly Row[], focal: ItemRow): boolean {
  const next = rows[rows.indexOf(focal) + 1];
  const places = next && next.kind !== 'item' ? [focal.cell, next.cell] : [focal.cell];
  return places
    .flatMap((place) => all(place, 'span, [dir]'))
    .filter((box) => !closest(box, `${selectors.text}, ${selectors.names}, ${selectors.card}, ${selectors.buttons}`))
    .some((box) =>
      /\bcan reply\b|\bkunnen (?:reageren|antwoorden)\b|\bwie kan (?:er )?(?:reageren|antwoorden)\b/iu.test(labelText(box) ?? ''),
    );
}
