/** Where the words of an item stand, when nothing in the markup says so: not in the line of its name, not in a control, not in its media. */
import { attribute, children, closest, contains, matches, one } from './read.ts';
import { visibleText } from './text.ts';
import { around } from './tree.ts';

const controls = 'button, [role="button"]';

/** Until 2024 a heading with the name; since then a line with the name and the moment, and labels ("Author", "Edited"). */
export function nameLine(row: Element, name: Element, time: Element | undefined): Element | undefined {
  const heading = closest(name, 'h2, h3');
  if (heading && contains(row, heading)) return heading;
  const line = time && around(name, time);
  return line && !one(line, controls) ? line : closest(name, 'div');
}

/** Elements with words that hold none of the `taken` places, in page order, outermost first. */
export function freePlaces(root: Element, taken: readonly Element[]): Element[] {
  return children(root).flatMap((child) => {
    if (taken.includes(child) || matches(child, `${controls}, svg, canvas, form, textarea`)) return [];
    if (taken.some((part) => contains(child, part))) return freePlaces(child, taken);
    return wordsIn(child) ? [child] : [];
  });
}

/** What somebody wrote, as the page draws it: line feeds of the source are line breaks; without buttons. */
export function wordsIn(place: Element | undefined): string {
  return visibleText(place, { isPreformatted: true, except: isControl });
}

export function isControl(element: Element): boolean {
  return attribute(element, 'role') === 'button';
}
