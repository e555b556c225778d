/**
 * Reading nodes of a hostile page: `<img name="body">` or `<input name="firstChild">` shadow the DOM's own properties, in
 * every world (T5). So the prototypes' own getters are asked.
 */
function getter<T extends object, R>(prototype: T, name: string): (node: T) => R {
  return (node) => Reflect.get(prototype, name, node) as R; // the DOM standard gives the type of each name used below
}

export const firstChild = getter<Node, Node | null>(Node.prototype, 'firstChild');
export const nextSibling = getter<Node, Node | null>(Node.prototype, 'nextSibling');
export const parentOf = getter<Node, Element | null>(Node.prototype, 'parentElement');
export const nodeType = getter<Node, number>(Node.prototype, 'nodeType');
export const tagName = getter<Element, string>(Element.prototype, 'localName');
export const bodyOf = getter<Document, HTMLElement | null>(Document.prototype, 'body');
export const rootOf = getter<Document, HTMLElement>(Document.prototype, 'documentElement');
const previousElement = getter<Element, Element | null>(Element.prototype, 'previousElementSibling');
const nextElement = getter<Element, Element | null>(Element.prototype, 'nextElementSibling');
export const isFirstOf = (element: Element): boolean => previousElement(element) === null;
export const isLastOf = (element: Element): boolean => nextElement(element) === null;
const activeElement = getter<Document, Element | null>(Document.prototype, 'activeElement');

export function isActive(page: Document, element: Element): boolean {
  return activeElement(page) === element;
}
/** The focus is on the page as a whole. */
export function isNothingActive(page: Document): boolean {
  const active = activeElement(page);
  return active === null || active === bodyOf(page) || active === rootOf(page);
}
export function make<K extends keyof HTMLElementTagNameMap>(page: Document, tag: K): HTMLElementTagNameMap[K] {
  return Document.prototype.createElement.call(page, tag) as HTMLElementTagNameMap[K]; // by the DOM standard
}
export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}
export function all(page: Document, selector: string): Element[] {
  return [...Document.prototype.querySelectorAll.call(page, selector)];
}
export function first(page: Document, selector: string): Element | null {
  return Document.prototype.querySelector.call(page, selector);
}
export function isIn(page: Document, element: Element): boolean {
  return Node.prototype.contains.call(page, element);
}
