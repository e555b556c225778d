import { fontFamilies, isSafeStyle, styleProperties } from '../model/fragment.ts';
import type { FragmentStyle, StyleProperty } from '../model/fragment.ts';
import { attribute, attributeNames, isFirstOf, isLastOf, parentOf, tagName } from './dom.ts';
import { askedSizes, fillsParent, isSize, measuredBox, pixels, sizeOf } from './sizes.ts';
import type { Boxed } from './sizes.ts';

/** What an element looks like, and its place among the looks: its children's looks depend on it (colour, weight and size inherit). */
export interface Look {
  readonly place: number;
  /** Index in the table; absent: nothing of its own. */
  readonly style: number | 'hidden' | undefined;
}

/**
 * The looks met so far; elements that a style sheet can hardly tell apart, within the same look, share one (D20: no style
 * question per element).
 */
export interface StyleTable {
  /** `meaning`: what the reader says it is; a hashtag and a mention may have the same classes. */
  of(element: Element, parentPlace: number, meaning?: string): Look;
  /** The box it fills, as drawn: for what is replaced by something else (a picture, an icon). */
  boxOf(element: Element, what: Boxed, parentPlace: number): number | undefined;
  /** How wide it is, and the colour it lies on where that is no white. */
  groundOf(element: Element): number | undefined;
  /** Whether a box of this style shows nothing and holds nothing in its place, so that what it holds can stand without it. */
  isMereWrapper(style: number | undefined, inner: number | undefined): boolean;
  /** Whether it has a height of its own, also with nothing in it. */
  takesRoom(style: number | undefined): boolean;
  readonly all: readonly FragmentStyle[];
}

/** What a browser does without being told: left out of the table. */
const ordinary: Readonly<Partial<Record<StyleProperty, RegExp>>> = {
  'flex-direction': /^row$/,
  'flex-wrap': /^nowrap$/,
  'flex-grow': /^0$/,
  'flex-shrink': /^1$/,
  'align-items': /^normal$/,
  'justify-content': /^normal$/,
  gap: /^normal$/,
  'background-color': /^rgba\(0, 0, 0, 0\)$/,
  'font-style': /^normal$/,
  'text-align': /^start$/,
  'text-decoration-line': /^none$/,
  'white-space': /^normal$/,
  'overflow-wrap': /^normal$/,
  'vertical-align': /^baseline$/,
  'letter-spacing': /^normal$/,
  'text-transform': /^none$/,
  'align-self': /^auto$/,
  'align-content': /^normal$/,
  'justify-items': /^(?:normal|legacy)$/,
  'justify-self': /^auto$/,
  'grid-auto-flow': /^row$/,
  float: /^none$/,
  overflow: /^visible$/,
  'object-fit': /^fill$/,
  position: /^static$/,
};
const blockTags = /^(?:div|p|ul|ol|blockquote|pre|h[1-6]|figure|figcaption|hr|article|section|header|footer|main|nav|aside)$/;

export function createStyleTable(view: Pick<Window, 'getComputedStyle'>): StyleTable {
  const all: FragmentStyle[] = [];
  const bySignature = new Map<string, Look>();
  const byLook = new Map<string, number>();
  /** `null`: looked at, and no box. */
  const bySize = new Map<string, number | null>();
  const grounds: Grounds = new WeakMap();

  const keep = (style: FragmentStyle): number | undefined => {
    const key = JSON.stringify(style);
    if (key === '{}') return undefined;
    const index = byLook.get(key) ?? all.push(style) - 1;
    byLook.set(key, index);
    return index;
  };
  const look = (element: Element, meaning: string): number | 'hidden' | undefined => {
    const computed = view.getComputedStyle(element);
    return isHidden(computed) ? 'hidden' : keep(picked(element, computed, meaning));
  };

  return {
    all,
    of(element, parentPlace, meaning = '') {
      const signature = `${parentPlace}|${tagName(element)}|${meaning}|${signs(element)}`;
      const known = bySignature.get(signature);
      if (known) return known;
      const found: Look = { place: bySignature.size + 1, style: look(element, meaning) };
      bySignature.set(signature, found);
      return found;
    },
    boxOf(element, what, parentPlace) {
      const { width, height } = sizeOf(element);
      if (!(width > 0 && height > 0)) return undefined;
      const signature = `${parentPlace}|${tagName(element)}|${what}|${signs(element)}|${width}|${height}`;
      const known = bySize.get(signature);
      if (known !== undefined) return known ?? undefined;
      const box = measuredBox(element, view, what);
      const found = box && keep(Object.fromEntries(Object.entries(box).filter(([name, value]) => isSafe(name, value))));
      bySize.set(signature, found ?? null);
      return found;
    },
    groundOf(element) {
      const { width } = sizeOf(element);
      const color = ground(parentOf(element), view, grounds);
      return keep({
        ...(color !== undefined && { 'background-color': color }),
        ...(width > 0 && { 'max-width': pixels(width) }),
      });
    },
    takesRoom(style) {
      return style !== undefined && /^[1-9]/.test(all[style]?.height ?? all[style]?.['min-height'] ?? '');
    },
    isMereWrapper(style, inner) {
      const [outside, inside] = [style, inner].map((index) => (index === undefined ? {} : (all[index] ?? {})));
      return Object.keys(outside ?? {}).every((name) => passedOn.test(name)) && !Object.entries(inside ?? {}).some(isOfItsParent);
    },
  };
}

const seeThrough = /^(?:|transparent|rgba\(.*, 0\))$/;

/** The first colour on the way up, which is asked once of each box: all that stands in one box lies on the same. */
function ground(element: Element | null, view: Pick<Window, 'getComputedStyle'>, known: Grounds): string | undefined {
  const boxes: Element[] = [];
  let found: Ground | undefined;
  for (let up = element; up && !found; up = parentOf(up)) {
    found = known.get(up) ?? ownGround(up, view);
    boxes.push(up);
  }
  for (const box of boxes) known.set(box, found ?? {});
  return found?.color;
}

interface Ground {
  /** Absent: white, or a colour that cannot be kept. */
  readonly color?: string;
}
type Grounds = WeakMap<Element, Ground>;

function ownGround(element: Element, view: Pick<Window, 'getComputedStyle'>): Ground | undefined {
  const color = view.getComputedStyle(element).getPropertyValue('background-color');
  if (seeThrough.test(color)) return undefined;
  return color === 'rgb(255, 255, 255)' || !isSafeStyle('background-color', color) ? {} : { color };
}

/** These are told again by what is inside. */
const passedOn = /^(?:color|font-|line-height|text-align|white-space|overflow-wrap|letter-spacing|text-transform)/;
/** What these mean depends on the box around it. */
const isOfItsParent = ([name, value]: readonly [string, string]): boolean =>
  name === 'display'
    ? !/^(?:flex|grid|flow-root)$/.test(value)
    : /^(?:flex-(?:grow|shrink|basis)|align-self|justify-self|float|position)$/.test(name);

/** By what a style sheet tells elements apart: also by their being the first or the last, and by where a link leads. */
const told = ['class', 'style', 'hidden', 'dir', 'aria-hidden', 'role', 'data-testid', 'type', 'rel'] as const;
const toldPlaces: ReadonlyMap<string, number> = new Map(told.map((name, place) => [name, place]));

/** Most elements have one or two attributes: asking which costs less than asking for each that there could be. */
function signs(element: Element): string {
  const own: string[] = told.map(() => '');
  for (const name of attributeNames(element)) {
    const place = toldPlaces.get(name);
    if (place !== undefined) own[place] = attribute(element, name) ?? '';
  }
  return `${own.join('|')}|${isFirstOf(element) ? 'f' : ''}${isLastOf(element) ? 'l' : ''}`;
}

function isHidden(style: CSSStyleDeclaration): boolean {
  return style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0' || style.fontSize === '0px';
}

/** A page may have measured these words, and how wide they are tells of them. */
const ofPeople: ReadonlySet<string> = new Set(['author-name', 'author-handle', 'mention', 'label']);

function picked(element: Element, computed: CSSStyleDeclaration, meaning: string): FragmentStyle {
  const style: Partial<Record<StyleProperty, string>> = {};
  const asked = ofPeople.has(meaning) ? new Map<string, string>() : askedSizes(element);
  for (const property of styleProperties) {
    const value = asked.get(property) ?? given(property, computed);
    if (isWorthKeeping(property, value, computed)) style[property] = value;
  }
  // what fills its parent stands as well in its place
  if (style.position === 'absolute' && fillsParent(element)) delete style.position;
  return style.display === (blockTags.test(tagName(element)) ? 'block' : 'inline') ? without(style) : style;
}

function without({ display: _display, ...style }: FragmentStyle): FragmentStyle {
  return style;
}

/** As computed; sizes only as the style sheet asks for them, for as drawn they depend on the words. */
function given(property: StyleProperty, computed: CSSStyleDeclaration): string {
  if (isSize(property)) return '';
  const value = computed.getPropertyValue(property);
  return property === 'font-family' ? knownFamilies(value) : value;
}

const families: ReadonlyMap<string, string> = new Map(fontFamilies.map((family) => [family.toLowerCase(), family]));

function knownFamilies(value: string): string {
  return value
    .split(',')
    .flatMap(
      (family) =>
        families.get(
          family
            .trim()
            .replace(/^["']|["']$/g, '')
            .toLowerCase(),
        ) ?? [],
    )
    .join(', ');
}

const isSafe = (name: string, value: string): boolean =>
  styleProperties.some((known) => known === name && isSafeStyle(known, value));

function isWorthKeeping(property: StyleProperty, value: string, computed: CSSStyleDeclaration): boolean {
  if (value === '' || !isSafeStyle(property, value) || ordinary[property]?.test(value)) return false;
  if (/^(?:margin|padding)-|radius$/.test(property)) return value !== '0px';
  const side = /^border-(top|right|bottom|left)-/.exec(property)?.[1];
  return (
    side === undefined ||
    (computed.getPropertyValue(`border-${side}-style`) !== 'none' && computed.getPropertyValue(`border-${side}-width`) !== '0px')
  );
}
