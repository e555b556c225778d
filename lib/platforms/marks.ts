import type { Mark } from './adapter.ts';
import { attribute, children, parent } from './read.ts';
import { oneLine, visibleText } from './text.ts';

/** One mark, or none where the place was not found. */
export function marked(element: Element | undefined, role: Mark['role'], person?: number): Mark[] {
  if (!element) return [];
  return [person === undefined ? { element, role } : { element, role, person }];
}

/** Where a profile's header says whose it is. */
export interface ProfilePlaces {
  readonly nameBox: Element | undefined;
  readonly handleBox: Element | undefined;
  readonly avatar: Element | undefined;
  readonly description: Element | undefined;
}

/** The places of a profile, and what goes: controls, and what is the employee's. */
export function profileMarks(person: number, places: ProfilePlaces, dropped: readonly Element[]): Mark[] {
  return [
    ...marked(places.nameBox, 'author-name', person),
    ...marked(places.handleBox, 'author-handle', person),
    ...marked(places.avatar, 'avatar', person),
    ...marked(places.description, 'text'),
    ...dropped.map((element) => ({ element, role: 'drop' as const })),
  ];
}

/** Everybody mentioned, each once. */
export function mentionsIn(marks: readonly Mark[]): number[] {
  return [...new Set(marks.flatMap(({ role, person }) => (role === 'mention' && person !== undefined ? [person] : [])))];
}

/** The words of links to hashtags, without the sign. */
export function hashtagWords(links: readonly Element[]): string[] {
  return [...new Set(links.map((link) => oneLine(visibleText(link)).replace(/^[#＃]/u, '')))].filter(Boolean);
}

/** The instant an element gives in `datetime`, in UTC. */
export function instantOf(time: Element | undefined): string | undefined {
  const instant = new Date(attribute(time, 'datetime') ?? '');
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/**
 * Where little is known of the layout, only what was understood is kept: what else stands in a block can be anybody's name,
 * and a whole other block may stand in it.
 */
export function unreadMarks(root: Element, known: readonly Mark[]): Mark[] {
  const places = new Set(known.map(({ element }) => element));
  const around = new Set<Element>();
  for (const place of places) for (let up = parent(place); up && up !== root && !around.has(up); up = parent(up)) around.add(up);
  const unread: Mark[] = [];
  const look = (element: Element): void => {
    for (const child of children(element)) {
      if (places.has(child)) continue;
      if (around.has(child)) look(child);
      else unread.push({ element: child, role: 'drop' });
    }
  };
  look(root);
  return unread;
}
