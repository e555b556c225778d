import { safeStyleValue, styleProperties } from '../model/fragment.ts';
import type { FragmentStyle, StyleProperty } from '../model/fragment.ts';
import { attribute, tagName } from './dom.ts';

/** What an element looks like, and its place among the looks: its children's looks depend on it (colour, weight and size inherit). */
export interface Look {
  readonly place: number;
  /** Index in the table; absent: nothing of its own. */
  readonly style: number | 'hidden' | undefined;
}

/**
 * The looks met so far; elements with the same tag, classes and inline style within the same look share one (D20: no style
 * question per element).
 */
export interface StyleTable {
  of(element: Element, parentPlace: number): Look;
  /** Whether a box of this style shows nothing itself: no border, background, padding or margin. */
  drawsNothing(style: number | undefined): boolean;
  readonly all: readonly FragmentStyle[];
}

/** What a browser does without being told: left out of the table. */
const ordinary: Readonly<Partial<Record<StyleProperty, RegExp>>> = {
  display: /^(?:inline|inline-block)$/,
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
};

export function createStyleTable(view: Pick<Window, 'getComputedStyle'>): StyleTable {
  const all: FragmentStyle[] = [];
  const bySignature = new Map<string, Look>();
  const byLook = new Map<string, number>();

  const look = (element: Element): number | 'hidden' | undefined => {
    const computed = view.getComputedStyle(element);
    if (isHidden(computed)) return 'hidden';
    const style = pick(computed);
    const key = JSON.stringify(style);
    if (key === '{}') return undefined;
    const index = byLook.get(key) ?? all.push(style) - 1;
    byLook.set(key, index);
    return index;
  };

  return {
    all,
    of(element, parentPlace) {
      const own = ['class', 'style', 'hidden', 'dir', 'aria-hidden'].map((name) => attribute(element, name) ?? '').join('|');
      const signature = `${parentPlace}|${tagName(element)}|${own}`;
      const known = bySignature.get(signature);
      if (known) return known;
      const found: Look = { place: bySignature.size + 1, style: look(element) };
      bySignature.set(signature, found);
      return found;
    },
    drawsNothing(style) {
      const found = style === undefined ? {} : (all[style] ?? {});
      return !Object.keys(found).some((name) => /^(?:border-.*-(?:width|style)|background-color|padding-|margin-)/.test(name));
    },
  };
}

function isHidden(style: CSSStyleDeclaration): boolean {
  return style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0' || style.fontSize === '0px';
}

function pick(computed: CSSStyleDeclaration): FragmentStyle {
  const style: Partial<Record<StyleProperty, string>> = {};
  for (const property of styleProperties) {
    const value = computed.getPropertyValue(property);
    if (isWorthKeeping(property, value, computed)) style[property] = value;
  }
  return style;
}

function isWorthKeeping(property: StyleProperty, value: string, computed: CSSStyleDeclaration): boolean {
  if (!safeStyleValue.test(value) || ordinary[property]?.test(value)) return false;
  if (/^(?:margin|padding)-|radius$/.test(property)) return value !== '0px';
  const side = /^border-(top|right|bottom|left)-/.exec(property)?.[1];
  return (
    side === undefined ||
    (computed.getPropertyValue(`border-${side}-style`) !== 'none' && computed.getPropertyValue(`border-${side}-width`) !== '0px')
  );
}
