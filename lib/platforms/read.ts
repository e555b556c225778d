/**
 * Looking at nodes of a hostile page: `<img name="querySelector">` or `<input name="children">` shadow the DOM's own
 * properties, also for an extension (T5). So the prototypes' own functions are used, and nothing here asks for layout.
 */
export type Root = Document | Element;

function get<R>(prototype: object, name: string, node: Node): R {
  return Reflect.get(prototype, name, node) as R; // the DOM standard gives the type of each name used below
}

export const nodeType = (node: Node): number => get(Node.prototype, 'nodeType', node);
export const firstChild = (node: Node): Node | null => get(Node.prototype, 'firstChild', node);
export const nextSibling = (node: Node): Node | null => get(Node.prototype, 'nextSibling', node);
export const parent = (node: Node): Element | null => get(Node.prototype, 'parentElement', node);
export const tagOf = (element: Element): string => get<string>(Element.prototype, 'localName', element);
export const rawText = (node: Node): string => get<string | null>(Node.prototype, 'textContent', node) ?? '';
export const nextElement = (element: Element): Element | null => get(Element.prototype, 'nextElementSibling', element);
export const previousElement = (element: Element): Element | null => get(Element.prototype, 'previousElementSibling', element);
const documentElement = (page: Document): Element | null => get(Document.prototype, 'documentElement', page);

function isDocument(root: Root): root is Document {
  return nodeType(root) === Node.DOCUMENT_NODE;
}

export function all(root: Root, selector: string): Element[] {
  const list = isDocument(root)
    ? Document.prototype.querySelectorAll.call(root, selector)
    : Element.prototype.querySelectorAll.call(root, selector);
  return [...list];
}

export function one(root: Root, selector: string): Element | undefined {
  const found = isDocument(root)
    ? Document.prototype.querySelector.call(root, selector)
    : Element.prototype.querySelector.call(root, selector);
  return found ?? undefined;
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element && (Element.prototype.getAttribute.call(element, name) ?? undefined);
}

export function closest(node: Element, selector: string): Element | undefined {
  return Element.prototype.closest.call(node, selector) ?? undefined;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function contains(outer: Node | undefined, inner: Node): boolean {
  return outer !== undefined && Node.prototype.contains.call(outer, inner);
}

export function children(element: Element): Element[] {
  const list: Element[] = [];
  for (let node = firstChild(element); node; node = nextSibling(node)) {
    if (nodeType(node) === Node.ELEMENT_NODE) list.push(node as Element); // the node type just said so
  }
  return list;
}

/** Whether the page itself hides it, as far as the markup tells; asks for no style or layout. */
export function isShown(element: Element): boolean {
  return !closest(element, '[hidden], [inert], template, noscript, [style*="display: none"], [style*="display:none"]');
}

/** The language of the interface, which follows the account (D17). */
export function pageLanguage(page: Document): string | undefined {
  return languageTag(attribute(documentElement(page) ?? undefined, 'lang'));
}

/** A language tag that says something: X writes "und", "qme", "zxx" for "no language". */
export function languageTag(raw: string | undefined): string | undefined {
  if (!raw || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(raw)) return undefined;
  return /^(?:und|zxx|mul|q[a-t][a-z])$/i.test(raw) ? undefined : raw;
}
