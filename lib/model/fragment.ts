/**
 * D1/D2: the rendered piece of page of one item, as an allow-listed tree. It is built, not cleaned: what is not in these
 * lists cannot be written down. Class names, ids, data-*, aria-* and free attributes do not exist here.
 */
export const fragmentTags = [
  'div',
  'span',
  'p',
  'br',
  'a',
  'b',
  'strong',
  'i',
  'em',
  's',
  'u',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'code',
  'h1',
  'h2',
  'h3',
  'h4',
  'time',
  'img',
  'figure',
  'figcaption',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'hr',
] as const;
export type FragmentTag = (typeof fragmentTags)[number];

/** What an element means; set by the adapter for the places it knows. Structured positions are replaced whole (D3). */
export const fragmentRoles = [
  'author-name',
  'author-handle',
  'avatar',
  'text',
  'mention',
  'media',
  'time',
  'count',
  'quote',
  'label',
  'warning',
  // something left out that carried no words, so that what stands beside it stays in its place
  'blank',
] as const;
export type FragmentRole = (typeof fragmentRoles)[number];

export interface FragmentElement {
  readonly tag: FragmentTag;
  readonly role?: FragmentRole;
  /** For author-name, author-handle, avatar and mention: index into `Draft.people`, and after stripping into `Capture.people`. */
  readonly person?: number;
  /** Index into the item's `media`, for role media. */
  readonly media?: number;
  /** Index into the capture's style table. */
  readonly style?: number;
  /** `a` only. Absolute http(s) address. */
  readonly href?: string;
  /** BCP 47, for the accessibility of the view. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  readonly children?: readonly FragmentNode[];
}
export type FragmentNode = string | FragmentElement;

/** Computed style of one distinct look, only properties and values that cannot carry a name or an address. */
export type FragmentStyle = Readonly<Partial<Record<StyleProperty, string>>>;

export const styleProperties = [
  'display',
  'flex-direction',
  'flex-wrap',
  'flex-grow',
  'flex-shrink',
  'align-items',
  'justify-content',
  'gap',
  'color',
  'background-color',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'text-align',
  'text-decoration-line',
  'white-space',
  'overflow-wrap',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-width',
  'border-right-width',
  'border-bottom-width',
  'border-left-width',
  'border-top-style',
  'border-right-style',
  'border-bottom-style',
  'border-left-style',
  'border-top-color',
  'border-right-color',
  'border-bottom-color',
  'border-left-color',
  'border-top-left-radius',
  'border-top-right-radius',
  'border-bottom-left-radius',
  'border-bottom-right-radius',
  'vertical-align',
  'font-family',
  'letter-spacing',
  'text-transform',
  'width',
  'height',
  'min-width',
  'max-width',
  'min-height',
  'aspect-ratio',
  'box-sizing',
  'flex-basis',
  'align-self',
  'align-content',
  'justify-items',
  'justify-self',
  'grid-auto-flow',
  'float',
  'overflow',
  'object-fit',
  'position',
  'top',
  'left',
] as const;
export type StyleProperty = (typeof styleProperties)[number];

/** Keywords, numbers with units and colours: no url(), no quotes, no backslash, no custom identifier of any length. */
const plainValue =
  /^(?:rgba?\([\d., %/]{1,40}\)|oklch\([\d.,% /a-z]{1,50}\)|[a-z]{1,12}(?:-[a-z]{1,12}){0,3}|-?[\d.]{1,12}(?:px|em|rem|%)?(?: -?[\d.]{1,12}(?:px|em|rem|%)?){0,3})$/;
const ratio = /^(?:auto|[\d.]{1,8} ?\/ ?[\d.]{1,8})$/;

/** Letters that many machines have: a name of the page's own making is none of them. */
export const fontFamilies = [
  'system-ui',
  '-apple-system',
  'Segoe UI',
  'Roboto',
  'Helvetica Neue',
  'Helvetica',
  'Arial',
  'Noto Sans',
  'sans-serif',
  'serif',
  'monospace',
] as const;
const families: ReadonlySet<string> = new Set(fontFamilies);

/** Whether a value of this property may be kept at all: it says how something looks, and can say nothing else. */
export function isSafeStyle(property: StyleProperty, value: string): boolean {
  if (property === 'font-family') return value.split(', ').every((family) => families.has(family));
  return plainValue.test(value) || (property === 'aspect-ratio' && ratio.test(value));
}
