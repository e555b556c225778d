/**
 * Reading nodes of a hostile page: `<img name="body">` or `<input name="firstChild">` shadow the DOM's own properties, in
 * every world (T5). So the prototypes' own getters are asked.
 */
import { getter } from '../platforms/getter.ts';

const ofNode = (): Node => Node.prototype;
const ofElement = (): Element => Element.prototype;
const ofDocument = (): Document => Document.prototype;
export const firstChild = getter<Node, Node | null>(ofNode, 'firstChild');
export const nextSibling = getter<Node, Node | null>(ofNode, 'nextSibling');
export const parentOf = getter<Node, Element | null>(ofNode, 'parentElement');
export const nodeType = getter<Node, number>(ofNode, 'nodeType');
export const tagName = getter<Element, string>(ofElement, 'localName');
export const baseOf = getter<Node, string>(ofNode, 'baseURI');
export const bodyOf = getter<Document, HTMLElement | null>(ofDocument, 'body');
export const rootOf = getter<Document, HTMLElement>(ofDocument, 'documentElement');
const previousElement = getter<Element, Element | null>(ofElement, 'previousElementSibling');
const nextElement = getter<Element, Element | null>(ofElement, 'nextElementSibling');
export const isFirstOf = (element: Element): boolean => previousElement(element) === null;
export const isLastOf = (element: Element): boolean => nextElement(element) === null;
const activeElement = getter<Document, Element | null>(ofDocument, 'activeElement');

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
export function attributeNames(element: Element): string[] {
  return Element.prototype.getAttributeNames.call(element);
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
