/** The parts of one row: the caption, or a comment. The same in all layouts: picture, name, words, moment, buttons. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, closest, contains, one } from '../read.ts';
import { labelText } from '../text.ts';
import { freePlaces, nameLine } from '../textPlace.ts';
import { profileHandle } from './address.ts';

export interface Row {
  readonly handle?: string;
  readonly name?: Element;
  readonly avatar?: Element;
  readonly time?: Element;
  readonly text?: Element;
  /** GIFs and photos in a comment. */
  readonly pictures: readonly Element[];
}

export function readRow(row: Element, base: URL, time = one(row, 'time')): Row {
  const accounts = linksIn(row, base).filter(({ url }) => profileHandle(url) !== undefined);
  const named = accounts.find((link) => isName(link)) ?? accounts[0];
  const handle = named && profileHandle(named.url);
  const name = named && labelText(named.element) !== undefined ? named.element : undefined;
  const avatar = accounts.find(({ element }) => one(element, 'img'))?.element ?? one(row, '[role="link"]:has(img)');
  const text = textPlace(
    row,
    [name, avatar, time].filter((part) => part !== undefined),
    name,
    time,
  );
  const pictures = all(row, 'img').filter((image) => !closest(image, 'a[href], [role="link"]') && !contains(text, image));
  return {
    ...(handle && { handle }),
    ...(name && { name }),
    ...(avatar && { avatar }),
    ...(time && { time }),
    ...(text && { text }),
    pictures,
  };
}

/** The name is the handle; a mention has a sign before it. */
function isName({ element, url }: LinkHere): boolean {
  return labelText(element)?.toLowerCase() === profileHandle(url)?.toLowerCase();
}

/** The first words that are neither in the line with the name and the moment nor a button ("Reply", "3 likes", "Pinned"). */
function textPlace(
  row: Element,
  taken: readonly Element[],
  name: Element | undefined,
  time: Element | undefined,
): Element | undefined {
  if (!name) return undefined;
  const line = nameLine(row, name, time);
  return freePlaces(row, taken).find((place) => !contains(line, place));
}
