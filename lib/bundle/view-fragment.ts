/** The platform's own look of an item, from the allow-listed tree. Nothing of the page but text and checked styles gets here. */
import type { FragmentElement, FragmentNode, FragmentStyle, StyleProperty } from '../model/fragment.ts';
import { safeStyleValue } from '../model/fragment.ts';
import { h } from './html.ts';
import type { Html, HtmlChild, HtmlTag } from './html.ts';
import { markTokens, pseudonym } from './view-text.ts';

export interface FragmentParts {
  readonly styles: readonly FragmentStyle[];
  readonly media: (index: number) => Html | undefined;
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
  if (child.role === 'avatar') return h('span', { class: 'plaats', 'aria-hidden': 'true' }, parts.avatar());
  if (child.role === 'media') return child.media === undefined ? undefined : parts.media(child.media);
  if (child.tag === 'img') return undefined;
  const tag = safeTag(child, parent);
  const attributes = {
    class: classes(child, parts.labels),
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

function classes(element: FragmentElement, labels: ReadonlySet<string>): string | undefined {
  const { style, tag, role } = element;
  const names = [
    ...(isPlaceOfThird(element, labels) ? ['naamplek'] : []),
    ...(style === undefined ? [] : [`s${style}`]),
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
    .map((index) => `.papier .s${index}{${declarations(styles[index] ?? {})}}`)
    .join('');
}

function declarations(style: FragmentStyle): string {
  return Object.entries(style)
    .flatMap(([property, value]) => {
      const kept = checked(property as StyleProperty, value); // keys of a FragmentStyle
      return kept === undefined ? [] : [`${property}:${kept}`];
    })
    .join(';');
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
  if (!safeStyleValue.test(value) || !/^[a-z-]{3,30}$/.test(property)) return undefined;
  if (property === 'display') return displays.has(value) ? value : undefined;
  if (property === 'white-space') return value === 'nowrap' ? undefined : value === 'pre' ? 'pre-wrap' : value;
  if (property === 'font-size') return clamped(value, 8, 40);
  if (property === 'line-height') return clamped(value, 1, 60);
  if (property.startsWith('margin')) return clamped(value, 0, 32);
  if (property.startsWith('padding') || property === 'gap') return clamped(value, 0, 32);
  if (/^border-.*-width$/.test(property)) return clamped(value, 0, 6);
  return value;
}

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
