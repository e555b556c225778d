/** A small reader for the XML we write ourselves: elements, attributes and text. A DTD is refused, so there are no entities (T16). */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  text: string;
}

export class XmlProblem extends Error {}

const token =
  /<\?[^>]*\?>|<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|<[\s\S]{0,20}/g;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const maxDepth = 40;

/** The root element; throws XmlProblem for what is not well-formed. */
export function readXml(source: string): XmlNode {
  const document: XmlNode = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  for (const match of source.matchAll(token)) take(match, open);
  if (open.length !== 1) throw new XmlProblem(`<${open.at(-1)?.name ?? ''}> is niet gesloten`);
  const [root, second] = document.children;
  if (!root || second || document.text.trim() !== '') throw new XmlProblem('er is niet precies één hoofdelement');
  return root;
}

function take([whole, cdata, closed, opened, attributes = '', isEmpty, text]: RegExpExecArray, open: XmlNode[]): void {
  const parent = open.at(-1);
  if (!parent) throw new XmlProblem('er wordt meer gesloten dan geopend');
  if (text !== undefined) parent.text += decode(text);
  else if (cdata !== undefined) parent.text += cdata;
  else if (closed !== undefined) {
    if (parent.name !== closed) throw new XmlProblem(`</${closed}> sluit <${parent.name}>`);
    open.pop();
  } else if (opened !== undefined) {
    const node: XmlNode = { name: opened, attributes: attributesOf(attributes), children: [], text: '' };
    parent.children.push(node);
    if (open.length > maxDepth) throw new XmlProblem('te diep genest');
    if (isEmpty !== '/') open.push(node);
  } else if (!/^<\?.*\?>$|^<!--.*-->$/s.test(whole))
    // one that is not closed would swallow what follows
    throw new XmlProblem(
      whole.startsWith('<!DOCTYPE') ? 'een DTD is niet toegestaan' : `onverwacht teken bij ${whole.slice(0, 12)}`,
    );
}

function attributesOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(attribute)) {
    if (found.has(name)) throw new XmlProblem(`attribuut ${name} staat er twee keer`);
    found.set(name, decode(double ?? single ?? ''));
  }
  return found;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text))
    throw new XmlProblem('een teken dat XML niet kent');
  return text.replaceAll(/&([^;&]{0,12});|&/g, (whole, name: string | undefined) => {
    const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name ?? '');
    if (number) return String.fromCodePoint(Math.min(0x10_ff_ff, number[1] ? Number.parseInt(number[1], 16) : Number(number[2])));
    const character = name === undefined ? undefined : named[name];
    if (character === undefined) throw new XmlProblem(`onbekende verwijzing ${whole.slice(0, 12)}`);
    return character;
  });
}

/** First child of that name. */
export function child(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => at?.children.find((inner) => inner.name === name), node);
}

export function childText(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  return child(node, ...path)?.text;
}

export function childrenNamed(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((inner) => inner.name === name);
}

/** The node and everything under it. */
export function descendants(node: XmlNode): XmlNode[] {
  return [node, ...node.children.flatMap(descendants)];
}
