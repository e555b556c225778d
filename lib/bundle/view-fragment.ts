/** The platform's own look of an item, from the allow-listed tree. Nothing of the page but text and checked styles gets here. */
import type { FragmentElement, FragmentNode, FragmentStyle, StyleProperty } from '../model/fragment.ts';
import { isSafeStyle } from '../model/fragment.ts';
import { h } from './html.ts';
import type { Html, HtmlChild, HtmlTag } from './html.ts';
import { markTokens, pseudonym } from './view-text.ts';

export interface FragmentParts {
  readonly styles: readonly FragmentStyle[];
  /** `box`: the classes of the box the page drew it in, where that is known. */
  readonly media: (index: number, box?: string) => Html | undefined;
  /** Whether the medium is drawn as a picture. */
  readonly isPicture: (index: number) => boolean;
  readonly avatar: () => Html;
  readonly labels: ReadonlySet<string>;
}

const maxDepth = 150;
const inline: ReadonlySet<string> = new Set(['span', 'a', 'b', 'strong', 'i', 'em', 's', 'u', 'code', 'time', 'br']);
const people: ReadonlySet<string> = new Set(['author-name', 'author-handle', 'mention']);

export function fragmentView(root: FragmentNode, parts: FragmentParts): Html {
  return h('div', { class: isLightText(root, parts.styles) ? 'papier donker' : 'papier' }, node(root, parts, 0, 'div'));
}

function node(child: FragmentNode, parts: FragmentParts, depth: number, parent: string): HtmlChild {
  if (typeof child === 'string') return markTokens(child);
  if (depth > maxDepth) return markTokens(plainText(child));
  if (child.role === 'avatar') return portrait(child, parts, parent);
  if (child.role === 'media') return child.media === undefined ? undefined : medium(child, child.media, parts, parent);
  if (child.role === 'blank') return h('span', { class: boxClasses('leeg', child, parts), 'aria-hidden': 'true' });
  if (child.tag === 'img') return undefined;
  const tag = safeTag(child, parent);
  const attributes = {
    class: classes(child, parts),
    lang: child.lang && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(child.lang) ? child.lang : undefined,
    dir: child.dir,
  };
  if (child.role && people.has(child.role) && isPseudonym(child, parts.labels))
    return h(tag, attributes, pseudonym(plainText(child)));
  return h(
    tag,
    attributes,
    (child.children ?? []).map((inner) => node(inner, parts, depth + 1, tag)),
  );
}

function portrait(place: FragmentElement, parts: FragmentParts, parent: string): Html {
  const inside = (box?: FragmentElement) =>
    h('span', { class: box ? boxClasses('portret', box, parts) : 'plaats', 'aria-hidden': 'true' }, parts.avatar());
  return pictured(place, parts, parent, inside, isPlaceOfThird(place, parts.labels) ? 'lijst naamplek' : 'lijst') ?? inside();
}

function medium(place: FragmentElement, index: number, parts: FragmentParts, parent: string): Html | undefined {
  if (!parts.isPicture(index)) return parts.media(index);
  return pictured(place, parts, parent, (box) => parts.media(index, boxClasses('beeld', box, parts))) ?? parts.media(index);
}

/** The boxes around a picture as the page drew them, with ours in the place of the picture; absent where none are known. */
function pictured(
  place: FragmentElement,
  parts: FragmentParts,
  parent: string,
  inside: (box: FragmentElement) => Html | undefined,
  mark?: string,
): Html | undefined {
  if (place.style !== undefined && (place.tag === 'img' || place.role === 'blank')) return inside(place);
  const [only] = (place.children ?? []).filter((child) => typeof child === 'object');
  const tag = safeTag(place, parent);
  const drawn = only && pictured(only, parts, tag, inside, mark);
  const names = [mark, ...(place.style === undefined ? [] : [styleClass(place, parts)])].filter(Boolean).join(' ');
  return drawn && h(tag, { class: names || undefined }, drawn);
}

const boxClasses = (name: string, box: FragmentElement, parts: FragmentParts): string => `${name} vast ${styleClass(box, parts)}`;

/** Out of the flow only what holds no words: a page may not put one text over another. */
function styleClass(element: FragmentElement, { styles }: FragmentParts): string {
  const { style = -1 } = element;
  const isLoose = styles[style]?.position === 'absolute' && plainText(element).trim() === '';
  return `s${style}${isLoose ? ' los' : ''}`;
}

/** Keeps what means something and cannot break the page: no headings or list items out of their place, no links outwards. */
function safeTag({ tag, children = [] }: FragmentElement, parent: string): HtmlTag {
  if (tag === 'a' || tag === 'time') return 'span';
  if (tag === 'li') return parent === 'ul' || parent === 'ol' ? 'li' : 'div';
  if (tag === 'ul' || tag === 'ol') return children.length > 0 && children.every(isListItem) ? tag : 'div';
  if (tag === 'p' || tag === 'pre') return children.every(isInline) ? tag : 'div';
  return harmless.find((name) => name === tag) ?? 'div';
}
const harmless = [
  'span',
  'b',
  'strong',
  'i',
  'em',
  's',
  'u',
  'code',
  'br',
  'hr',
  'blockquote',
] as const satisfies readonly HtmlTag[];

function isListItem(child: FragmentNode): boolean {
  return typeof child === 'object' && child.tag === 'li' && !child.role;
}

function isInline(child: FragmentNode): boolean {
  return typeof child === 'string' || (inline.has(child.tag) && child.role !== 'media' && (child.children ?? []).every(isInline));
}

function classes(element: FragmentElement, parts: FragmentParts): string | undefined {
  const { style, tag, role } = element;
  const names = [
    ...(isPlaceOfThird(element, parts.labels) ? ['naamplek'] : []),
    ...(style === undefined ? [] : [styleClass(element, parts)]),
    ...(tag === 'a' && role !== 'author-name' && role !== 'author-handle' ? ['koppeling'] : []),
  ];
  return names.length > 0 ? names.join(' ') : undefined;
}

/** The place of a person who does not stay, and nothing else: also its colours can be somebody's (C1). */
function isPlaceOfThird(element: FragmentElement, labels: ReadonlySet<string>): boolean {
  if (element.style === undefined) return false;
  return isPseudonym(element, labels) || (plainText(element).trim() === '' && holdsAvatar(element));
}

function holdsAvatar(element: FragmentNode, depth = 0): boolean {
  if (typeof element === 'string' || depth > maxDepth) return false;
  return element.role === 'avatar' || (element.children ?? []).some((child) => holdsAvatar(child, depth + 1));
}

function isPseudonym(element: FragmentElement, labels: ReadonlySet<string>): boolean {
  return labels.has(
    plainText(element)
      .trim()
      .replace(/^\[|\]$/g, ''),
  );
}

/** Its text; deeper than any page nests, nothing more is read. */
function plainText(element: FragmentNode, depth = 0): string {
  if (typeof element === 'string') return element;
  return depth > 500 ? '' : (element.children ?? []).map((child) => plainText(child, depth + 1)).join('');
}

/** Rules `.s0{…}` for the looks used in these fragments. Every value is checked again: this is a style sheet of ours. */
export function styleRules(fragments: readonly FragmentNode[], styles: readonly FragmentStyle[]): string {
  const used = new Set<number>();
  const ahead = [...fragments];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (typeof next === 'string') continue;
    if (next.style !== undefined) used.add(next.style);
    for (const child of next.children ?? []) ahead.push(child);
  }
  return [...used]
    .toSorted((a, b) => a - b)
    .map((index) => rulesOf(`.s${index}`, styles[index] ?? {}))
    .join('');
}

const size = (value: string | undefined): number => Number(/^([\d.]+)px$/.exec(value ?? '')?.[1] ?? 0);

function rulesOf(name: string, style: FragmentStyle): string {
  const { width, height, top, left, position, ...rest } = style;
  const flowing = { ...rest, ...(position === 'relative' && { position }), ...(width && { width }) };
  const [wide, high] = [size(width), size(height)];
  // a line of text may be longer than its box was: it makes room
  const text = `.papier ${name}{${[...declarations(flowing), ...(high ? [`min-height:${Math.min(high, 400)}px`] : [])].join(';')}}`;
  const isLarge = wide > 240 && high > 0; // it gets narrower with the paper
  const box = high
    ? `.papier .vast${name}{${isLarge ? `height:auto;aspect-ratio:${wide}/${high}` : `height:${high}px`};min-height:0}`
    : '';
  if (position !== 'absolute') return text + box;
  const place = declarations({ ...(top && { top }), ...(left && { left }) });
  return `${text}${box}.papier .los${name}{${['position:absolute', ...place].join(';')}}`;
}

function declarations(style: FragmentStyle): string[] {
  return Object.entries(style).flatMap(([property, value]) => {
    const kept = checked(property as StyleProperty, value); // keys of a FragmentStyle
    return kept === undefined ? [] : [`${property}:${kept}`];
  });
}

const displays = new Set([
  'block',
  'inline',
  'inline-block',
  'flex',
  'inline-flex',
  'grid',
  'inline-grid',
  'list-item',
  'contents',
  'flow-root',
]);

/** The value, within bounds: a page may not push its text off the paper, over its neighbour or into invisibility. */
function checked(property: StyleProperty, value: string): string | undefined {
  if (!/^[a-z-]{3,30}$/.test(property) || !isSafeStyle(property, value)) return undefined;
  const [least, most] = bounds.find(([name]) => name.test(property))?.[1] ?? [];
  if (least !== undefined && most !== undefined) return clamped(value, least, most);
  const rule = rewritten[property];
  return rule ? rule(value) : value;
}

const rewritten: Readonly<Partial<Record<StyleProperty, (value: string) => string | undefined>>> = {
  display: (value) => (displays.has(value) ? value : undefined),
  overflow: (value) => (value === 'hidden' || value === 'clip' ? 'hidden' : undefined),
  'white-space': (value) => (value === 'nowrap' ? undefined : value === 'pre' ? 'pre-wrap' : value),
  'font-family': (value) => value.replace(/[A-Z]\w+(?: [A-Z]\w+)*/g, '"$&"'),
  'max-width': (value) => (/^[\d.]+px$/.test(value) ? `min(100%,${value})` : undefined),
};

/** In pixels. */
const bounds: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/^font-size$/, [8, 40]],
  [/^line-height$/, [1, 80]],
  [/^letter-spacing$/, [-1, 4]],
  [/^margin/, [-16, 64]],
  [/^(?:padding|gap)/, [0, 96]],
  [/^border-.*-width$/, [0, 6]],
  [/^min-width$/, [0, 240]],
  [/^(?:width|flex-basis|min-height)$/, [0, 1200]],
  [/^(?:top|left)$/, [-16, 600]],
];

function clamped(value: string, least: number, most: number): string {
  return value.replace(/-?[\d.]+(?=px)/g, (pixels) => String(Math.min(most, Math.max(least, Number(pixels) || 0))));
}

/** Whether most of the text was drawn in a light colour, so on a dark page: it needs dark paper to be read. */
function isLightText(root: FragmentNode, styles: readonly FragmentStyle[]): boolean {
  let light = 0;
  let dark = 0;
  const visit = (child: FragmentNode, isLight: boolean, depth: number): void => {
    if (typeof child === 'string') {
      if (isLight) light += child.trim().length;
      else dark += child.trim().length;
      return;
    }
    const color = child.style === undefined ? undefined : styles[child.style]?.color;
    const isNowLight = color === undefined ? isLight : isLightColor(color);
    if (depth < maxDepth) for (const inner of child.children ?? []) visit(inner, isNowLight, depth + 1);
  };
  visit(root, false, 0);
  return light > dark;
}

function isLightColor(color: string): boolean {
  const [, red, green, blue] = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)/.exec(color) ?? [];
  if (red !== undefined) return 0.299 * Number(red) + 0.587 * Number(green) + 0.114 * Number(blue) > 140;
  return Number(/^oklch\(([\d.]+)/.exec(color)?.[1] ?? 0) > 0.65;
}
