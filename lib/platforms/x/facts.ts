import type { Gap } from '../../model/draft.ts';
import type { PageFacts, People } from '../adapter.ts';
import { linksIn, resolve } from '../address.ts';
import { countIn, countValue } from '../counts.ts';
import { all, attribute, closest, contains, matches, one, pageLanguage, previousElement } from '../read.ts';
import { labelText } from '../text.ts';
import { postLink, profileHandle, readAddress } from './address.ts';
import { avatarHandle, own, quoteOf } from './article.ts';
import { avatarOf, seeHandle } from './author.ts';
import { seeEverybody } from './everybody.ts';
import { focalRow } from './find.ts';
import { replyCount, replyPossibility } from './replies.ts';
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
  const sortOrder = address.id ? sortOrderOf(page, rows) : undefined;
  const gaps = address.id ? gapsOf(rows, focal, url) : [];
  const displayed = address.id && focal ? countValue(replyCount(focal)) : undefined;
  return {
    ...(handle && { account: seeHandle(people, handle, url) }),
    ...(language && { language }),
    layout: layoutOf(page, rows),
    replies: replyPossibility(rows, focal),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(displayed !== undefined && { displayedReactions: displayed }),
    unavailableItems: rows.filter(({ kind }) => kind === 'notice').length,
    ...(sortOrder !== undefined && { sortOrder }),
    ...(gaps.length > 0 && { gaps }),
    notes: notesOf(rows, focal, isLoggedIn, address.id !== undefined),
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

/** Newest last; written in the record, and what a report of a page that no longer reads is sorted by. */
function layoutOf(page: Document, rows: readonly Row[]): string {
  if (one(page, selectors.oldNames)) return 'x-2022';
  const [first] = rows;
  if (first && !closest(first.cell, selectors.cell)) return one(page, selectors.longRead) ? 'x-article' : 'x-2020';
  // since July 2026 the heading "Post" stands in the section of the conversation
  const section = first && closest(first.cell, 'section');
  return section && one(section, 'h2') && !contains(first.cell, one(section, 'h2') ?? section) ? 'x-2026' : 'x-2023';
}

/** The menu that says in which order replies stand: the only one with a text that is no part of a post. */
function sortOrderOf(page: Document, rows: readonly Row[]): string | undefined {
  const column = one(page, selectors.column);
  const menus = column && rows.length > 0 ? all(column, selectors.menu) : [];
  const labels = menus
    .filter((menu) => !closest(menu, `${selectors.article}, ${selectors.userCell}, nav, header, form, ${selectors.group}`))
    .map(labelOfMenu);
  return labels.find((label) => label !== undefined && label.length <= 60);
}

/** Buttons are no text of a page to `visibleText`, so what is in them is asked for. */
function labelOfMenu(menu: Element): string | undefined {
  return all(menu, 'span, [dir]').map(labelText).find(Boolean);
}

/** What the author of the post put away ("view hidden replies") and some answers to reactions stand on pages of their own. */
function gapsOf(rows: readonly Row[], focal: ItemRow | undefined, url: URL): Gap[] {
  const links = focal ? linksIn(focal.cell, url, 'a[href$="/hidden"]') : [];
  const isPutAway = links.some((link) => postLink(link.url)?.id === focal?.link.id);
  const elsewhere = focal ? rows.filter(({ kind }) => kind === 'elsewhere') : [];
  return [
    ...(isPutAway ? [{ kind: 'hidden-by-network' as const }] : []),
    ...elsewhere.map(({ cell }): Gap => {
      const count = countValue(countIn(labelText(cell)));
      return { kind: 'on-another-page', ...(count !== undefined && { count }) };
    }),
  ];
}

/** X can show its own translation in the place of the text: a line without a link right above it says so. */
function isTranslated({ article }: ItemRow): boolean {
  const text = own(article, selectors.text, quoteOf(article));
  const before = text && previousElement(text);
  return (
    before !== undefined &&
    before !== null &&
    matches(before, 'div[dir]') &&
    labelText(before) !== undefined &&
    !one(before, 'a, time')
  );
}

function notesOf(rows: readonly Row[], focal: ItemRow | undefined, isLoggedIn: boolean | undefined, isPost: boolean): string[] {
  const items = rows.filter((row) => row.kind === 'item');
  return [
    ...(isLoggedIn === false && isPost ? ['x-logged-out-shows-few-replies'] : []),
    ...(items.some(isTranslated) ? ['x-shows-translation'] : []),
    ...(focal && one(focal.article, selectors.note) ? ['x-community-note-left-out'] : []),
  ];
}
