/** A small XML writer: elements and text, nothing else, so that no page value can become markup (T16). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}
export type XmlChild = XmlElement | string | undefined | false | readonly XmlChild[];

/** Leaves out children that are undefined or false: an absent fact is an absent element. */
export function xml(name: string, ...children: readonly XmlChild[]): XmlElement {
  return { name, attributes: {}, children: flat(children) };
}

export function withAttributes(element: XmlElement, attributes: Readonly<Record<string, string>>): XmlElement {
  return { ...element, attributes };
}

export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
}

/** XML 1.0 cannot hold control characters, lone surrogates and U+FFFE/FFFF: each becomes U+FFFD, visibly. */
export function legalText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}

function flat(children: readonly XmlChild[]): (XmlElement | string)[] {
  return children.flatMap((child): (XmlElement | string)[] => {
    if (child === undefined || child === false) return [];
    if (typeof child === 'string') return [child];
    return isElement(child) ? [child] : flat(child);
  });
}

function isElement(child: XmlElement | readonly XmlChild[]): child is XmlElement {
  return !Array.isArray(child);
}

function write({ name, attributes, children }: XmlElement, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join('')}`;
  if (children.length === 0) return `${start}/>`;
  if (children.some((child) => typeof child === 'string')) {
    return `${start}>${children.map((child) => (typeof child === 'string' ? escape(child) : write(child, ''))).join('')}</${name}>`;
  }
  return `${start}>\n${children.map((child) => (typeof child === 'string' ? '' : write(child, `${indent}  `))).join('\n')}\n${indent}</${name}>`;
}

/** A carriage return must be written as a reference, or a reader turns it into a line feed. */
function escape(text: string): string {
  return legalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
