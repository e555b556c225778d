/** R11: the reactions to choose a letter from. */
import { Failure } from '../model/failure.ts';
import type { PageReaction } from '../model/job.ts';
import type { Found } from '../platforms/adapter.ts';
import { createPeople } from '../platforms/people.ts';
import { readerFor } from './reader.ts';

/** More are not shown to choose from: a person then selects the text on the page. */
const maxShown = 2_000;
const maxCharacters = 200;

/**
 * The reactions in the page now. It names people: for our own pages and in memory only (D3). Picked is the one with the
 * user's selection in it, or the only one with the link that was pointed at.
 */
export function reactionsOn(page: Document, url: URL, link?: string): PageReaction[] {
  const { adapter } = readerFor(page, url);
  const people = createPeople();
  const found = adapter.find(page, url).filter(({ kind }) => kind === 'reaction');
  const picked = link === undefined ? aroundSelection(page, found) : aroundLink(found, link);
  return found.slice(0, maxShown).flatMap((place) => {
    const read = attempt(() => adapter.read(place, page, url, people));
    if (!read) return [];
    const { author, text = '' } = read.item;
    const person = author === undefined ? undefined : people.all[author];
    return [
      {
        item: place.id,
        author: [person?.name, person?.handle && `@${person.handle}`].filter(Boolean).join(' ').slice(0, maxCharacters),
        text: text.slice(0, maxCharacters),
        ...(place === picked && { isPicked: true as const }),
      },
    ];
  });
}

/** Where the user selected something; a cursor without a selection says nothing. */
function aroundSelection(page: Document, found: readonly Found[]): Found | undefined {
  const selection = page.getSelection();
  const node = selection && !selection.isCollapsed ? selection.anchorNode : null;
  return node ? found.findLast(({ element }) => element.contains(node)) : undefined;
}

/** A reaction's own address stands in it alone; its writer's may stand in many. */
function aroundLink(found: readonly Found[], link: string): Found | undefined {
  const around = found.filter(({ element }) => links(element).includes(link));
  return around.length === 1 ? around[0] : undefined;
}

function links(element: Element): string[] {
  return Array.from(element.querySelectorAll<HTMLAnchorElement>('a[href]'), ({ href }) => href);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) return undefined; // one item that is built otherwise does not cost the others
    throw error;
  }
}
