/**
 * Looking at nodes of a hostile page: `<img name="querySelector">` or `<input name="children">` shadow the DOM's own
 * properties, also for an extension (T5). So the prototypes' own functions are used, and nothing here asks for layout.
 */
import { getter } from './getter.ts';

export type Root = Document | Element;

const ofNode = (): Node => Node.prototype;
const ofElement = (): Element => Element.prototype;
export const nodeType = getter<Node, number>(ofNode, 'nodeType');
export const firstChild = getter<Node, Node | null>(ofNode, 'firstChild');
export const nextSibling = getter<Node, Node | null>(ofNode, 'nextSibling');
export const parent = getter<Node, Element | null>(ofNode, 'parentElement');
export const tagOf = getter<Element, string>(ofElement, 'localName');
const textContent = getter<Node, string | null>(ofNode, 'textContent');
export const rawText = (node: Node): string => textContent(node) ?? '';
export const nextElement = getter<Element, Element | null>(ofElement, 'nextElementSibling');
export const previousElement = getter<Element, Element | null>(ofElement, 'previousElementSibling');
const documentElement = getter<Document, Element | null>(() => Document.prototype, 'documentElement');

function isDocument(root: Root): root is Document {
  return nodeType(root) === Node.DOCUMENT_NODE;
}

export function all(root: Root, selector: string): Element[] {
  const list = isDocument(root)
    ? Document.prototype.querySelectorAll.call(root, selector)
    : Element.prototype.querySelectorAll.call(root, selector);
  return listed(list);
}

/** By number: going through the list as an iterable costs more than finding what is in it. */
function listed(list: NodeListOf<Element>): Element[] {
  const found: Element[] = [];
  const { length } = list;
  for (let at = 0; at < length; at += 1) found.push(list[at] as Element); // there are that many
  return found;
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
