/** How big things are: as the style sheet asks for it, or as drawn where something else comes in its place. */
import { attribute, firstChild, nextSibling, nodeType, parentOf, tagName } from './dom.ts';

const sizes = [
  'width',
  'height',
  'min-width',
  'max-width',
  'min-height',
  'aspect-ratio',
  'flex-basis',
  'box-sizing',
  'top',
  'left',
] as const;
const margins = ['margin-top', 'margin-right', 'margin-bottom', 'margin-left'] as const;

/** As drawn these depend on the words: only what the style sheet asks for is kept. */
const sizeNames: ReadonlySet<string> = new Set(sizes);
export const isSize = (property: string): boolean => sizeNames.has(property);
const ofNoUse = /^(?:auto|none|border-box)$/;

/** As the style sheet says it, `auto` and percentages included; nothing is laid out for it. Empty where a browser cannot tell. */
export function askedSizes(element: Element): ReadonlyMap<string, string> {
  const computed: StylePropertyMapReadOnly | undefined = askMap?.call(element);
  if (!computed) return new Map();
  const asked = [...sizes, ...margins].map((name) => [name, computed.get(name)?.toString() ?? ''] as const);
  // a margin that is auto says something: it must not become the room it took
  return new Map(asked.map(([name, value]) => [name, ofNoUse.test(value) && !isAuto(name, value) ? '' : value]));
}
const isAuto = (name: string, value: string): boolean => name.startsWith('margin') && value === 'auto';
// not in every browser, nor in a parsed page
const askMap = Reflect.get(Element.prototype, 'computedStyleMap') as (() => StylePropertyMapReadOnly) | undefined; // by CSS Typed OM

/** What comes in its place: a picture, or nothing, beside which no words were, or some. */
export type Boxed = 'picture' | 'wordless' | 'worded';

/** The box of something drawn; absent where it takes no room. Sizes only, no colours: those can be somebody's doing (P8). */
export function measuredBox(
  element: Element,
  view: Pick<Window, 'getComputedStyle'>,
  what: Boxed,
): Record<string, string> | undefined {
  const { width, height } = sizeOf(element);
  const computed = view.getComputedStyle(element);
  if (what === 'worded' && !isControl(element) && height > maxLine) return undefined;
  const kept = [...around, ...(what === 'picture' ? ofPictures : [])].map(
    (name) => [name, computed.getPropertyValue(name)] as const,
  );
  const apart = [...askedSizes(element)].filter(([name]) => !isSize(name));
  return {
    ...Object.fromEntries([...kept, ...apart].filter(([, value]) => !ordinary.test(value))),
    ...(isOutOfFlow(element, computed) && { position: 'absolute', top: computed.top, left: computed.left }),
    display: computed.display === 'inline' ? 'inline-block' : computed.display,
    // an empty box stands on the line with its lower edge: one that held text stood otherwise
    ...(what !== 'picture' && !isDrawing(element) && computed.verticalAlign === 'baseline' && { 'vertical-align': 'top' }),
    // how wide words are tells of them
    width: what === 'worded' ? '0px' : pixels(width),
    height: pixels(height),
  };
}

/** One line of words; how many lines there are would tell of them. */
const maxLine = 30;
const isDrawing = (element: Element): boolean => ['svg', 'img', 'canvas', 'video'].includes(tagName(element));
const isControl = (element: Element): boolean => tagName(element) === 'button' || attribute(element, 'role') === 'button';

const around = [
  'vertical-align',
  'align-self',
  'justify-self',
  'float',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'flex-grow',
  'flex-shrink',
] as const;
const ofPictures = [
  'object-fit',
  'border-top-left-radius',
  'border-top-right-radius',
  'border-bottom-left-radius',
  'border-bottom-right-radius',
] as const;
const ordinary = /^(?:|0px|auto|baseline|none|fill)$/;

/** Over something of another size; what fills its parent stands as well in its place. */
function isOutOfFlow(element: Element, { position }: CSSStyleDeclaration): boolean {
  return (position === 'absolute' || position === 'fixed') && !fillsParent(element);
}

export function fillsParent(element: Element): boolean {
  const parent = parentOf(element);
  if (!parent) return false;
  const [own, around_] = [sizeOf(element), sizeOf(parent)];
  return Math.abs(own.width - around_.width) < 4 && Math.abs(own.height - around_.height) < 4;
}

/** The biggest picture drawn inside, or the thing itself where it is one or has none. */
export function pictureIn(element: Element): Element {
  const drawn = ['img', 'video', 'canvas'];
  if (drawn.includes(tagName(element))) return element;
  let [best, area] = [element, 0];
  for (const inner of Element.prototype.querySelectorAll.call(element, drawn.join(', '))) {
    const { width, height } = sizeOf(inner);
    if (width * height > area) [best, area] = [inner, width * height];
  }
  return best;
}

/** No letters in it but those of counts ("14K"): how wide it is says nothing about anybody. */
export function isWordless(element: Element): boolean {
  const budget = { nodes: 200 };
  return !/\p{L}/u.test(textIn(element, budget).replace(/(?<=\d[\s\u00a0]?)(?:[KMB]|dzd|mln|mld)\b\.?/giu, '')) && budget.nodes > 0;
}

function textIn(node: Node, budget: { nodes: number }): string {
  if ((budget.nodes -= 1) <= 0) return '';
  if (nodeType(node) === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (nodeType(node) !== Node.ELEMENT_NODE || tagName(node as Element) === 'svg') return ''; // the node type says so; an icon's title is not drawn
  let text = '';
  for (let child = firstChild(node); child; child = nextSibling(child)) text += `${textIn(child, budget)} `;
  return text;
}

export function sizeOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export const pixels = (size: number): string => `${Number(size.toFixed(2))}px`;
