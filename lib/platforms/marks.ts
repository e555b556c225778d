import type { Mark } from './adapter.ts';
import { attribute } from './read.ts';
import { oneLine, visibleText } from './text.ts';

/** One mark, or none where the place was not found. */
export function marked(element: Element | undefined, role: Mark['role'], person?: number): Mark[] {
  if (!element) return [];
  return [person === undefined ? { element, role } : { element, role, person }];
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
