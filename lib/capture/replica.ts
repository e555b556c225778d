import type { FragmentElement, FragmentNode, FragmentTag } from '../model/fragment.ts';
import { fragmentTags } from '../model/fragment.ts';
import type { Mark } from '../platforms/adapter.ts';
import { attribute, baseOf, firstChild, nextSibling, nodeType, parentOf, tagName } from './dom.ts';
import { isWordless, pictureIn } from './sizes.ts';
import type { StyleTable } from './styles.ts';

const allowed: ReadonlySet<string> = new Set(fragmentTags);
/** Their text is no page text (A22, A24) or belongs to the interface. */
const skipped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'video',
  'audio',
  'button',
  'input',
  'select',
  'textarea',
  'form',
  'map',
  'datalist',
  'dialog',
  'math',
  'meter',
  'progress',
  'head',
  'link',
  'meta',
]);
const maxDepth = 120;
/** One item draws some hundreds; beyond this the record alone is kept. */
const maxNodes = 20_000;
const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Component}|\u{FE0F}|\u{200D})+$/u;

/**
 * D1: one item's rendered piece of page as an allow-listed tree; `undefined` when nothing of it can be kept. `whose`: looks are
 * shared only within one kind of author, for a page may colour people by who they are.
 */
export function fragmentOf(
  root: Element,
  marks: readonly Mark[],
  styles: StyleTable,
  whose: 'page' | 'others' = 'page',
): FragmentElement | undefined {
  const byElement = new Map(marks.map((mark) => [mark.element, mark]));
  const known: Known = { marks: byElement, around: aroundPictures(root, marks), styles, nodes: { left: maxNodes } };
  const built = element(root, known, { place: whose === 'page' ? 0 : -1, depth: 0 });
  if (typeof built !== 'object' || known.nodes.left <= 0) return undefined;
  const ground = styles.groundOf(root);
  return ground === undefined ? built : { tag: 'div', style: ground, children: [built] };
}

/** Some networks draw pictures inside a button. */
function aroundPictures(root: Element, marks: readonly Mark[]): ReadonlySet<Element> {
  const around = new Set<Element>();
  for (const { element: picture } of marks.filter(({ role }) => role === 'media'))
    for (let up = parentOf(picture); up && up !== root && !around.has(up); up = parentOf(up)) around.add(up);
  return around;
}

interface Known {
  readonly marks: ReadonlyMap<Element, Mark>;
  readonly around: ReadonlySet<Element>;
  readonly styles: StyleTable;
  readonly nodes: { left: number };
}
interface Here {
  /** The parent's place in the style table. */
  readonly place: number;
  readonly depth: number;
}

function element(node: Element, known: Known, here: Here): FragmentNode | undefined {
  const tag = tagName(node);
  const mark = known.marks.get(node);
  if (here.depth > maxDepth || (known.nodes.left -= 1) <= 0) return undefined;
  if (isLeftOut(node, tag, mark, known)) return blank(node, known, here.place);
  if (tag === 'img' && !mark) return emojiText(node) ?? blank(node, known, here.place);
  const { style, place } = known.styles.of(node, here.place, mark?.role);
  if (style === 'hidden') return undefined;
  if (mark && isPicture(tag, mark)) return pictureOf(node, mark, known, here.place);
  const children = childNodes(node, known, { place, depth: here.depth + 1 });
  if (children.length === 0 && !mark && tag !== 'br' && tag !== 'hr')
    return known.styles.takesRoom(style) ? { tag: tagFor(tag), role: 'blank', ...looks(style, []) } : undefined;
  return simplified({ ...meaning(node, tag, mark), ...looks(style, children) }, known.styles);
}

/** The room of something left out, so that the rest stays in its place. */
function blank(node: Element, { styles }: Known, place: number): FragmentElement | undefined {
  if (unseen.has(tagName(node))) return undefined;
  const style = styles.boxOf(node, isWordless(node) ? 'wordless' : 'worded', place);
  return style === undefined ? undefined : { tag: 'span', role: 'blank', style };
}
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'head', 'link', 'meta', 'map']);

/** A picture's place: the boxes around it, and in them the box it is drawn in. */
function pictureOf(node: Element, mark: Mark, { styles }: Known, place: number): FragmentElement | undefined {
  const picture = pictureIn(node);
  const boxes: Element[] = [];
  for (let up: Element | null = picture; up && up !== node; up = parentOf(up)) boxes.unshift(up);
  let at = place;
  const path = [node, ...boxes].map((box) => {
    const found = styles.of(box, at, box === node ? mark.role : undefined);
    at = found.place;
    return { box, style: found.style === 'hidden' ? undefined : found.style };
  });
  const drawn = styles.boxOf(picture, 'picture', at);
  return path.reduceRight<FragmentElement | undefined>((inner, { box, style }) => {
    const own = box === picture ? (drawn ?? style) : style;
    const tag = box === picture && inner === undefined ? 'img' : tagFor(tagName(box));
    const role = box === node ? marked(mark) : box === picture ? { role: 'blank' as const } : {};
    return { tag: tag, ...role, ...looks(own, inner ? [inner] : []) };
  }, undefined);
}

function isLeftOut(node: Element, tag: string, mark: Mark | undefined, { around }: Known): boolean {
  if (mark) return mark.role === 'drop';
  return skipped.has(tag) && !(tag === 'button' && around.has(node));
}

/** A picture's inside is not read: its record says what it was. */
function isPicture(tag: string, mark: Mark): boolean {
  return tag === 'img' || mark.role === 'media' || mark.role === 'avatar';
}

function meaning(node: Element, tag: string, mark: Mark | undefined): FragmentElement {
  const href = tag === 'a' ? address(node) : undefined;
  const lang = attribute(node, 'lang');
  const dir = attribute(node, 'dir');
  return {
    tag: tagFor(tag),
    ...(mark && marked(mark)),
    ...(href && { href }),
    ...(lang && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) && { lang }),
    ...((dir === 'rtl' || dir === 'ltr' || dir === 'auto') && { dir }),
  };
}

/** Text goes on over these, so a name broken over them must stay one text. */
const inline: ReadonlySet<string> = new Set([
  'abbr',
  'bdi',
  'bdo',
  'cite',
  'data',
  'del',
  'dfn',
  'font',
  'ins',
  'label',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  'small',
  'sub',
  'sup',
  'var',
  'wbr',
]);

function tagFor(tag: string): FragmentTag {
  if (allowed.has(tag)) return tag as FragmentTag; // the list has just said so
  return inline.has(tag) ? 'span' : 'div';
}

function marked({ role, person, media }: Mark): Pick<FragmentElement, 'role' | 'person' | 'media'> {
  return { ...(role !== 'drop' && { role }), ...(person !== undefined && { person }), ...(media !== undefined && { media }) };
}

function looks(style: number | undefined, children: readonly FragmentNode[]): Pick<FragmentElement, 'style' | 'children'> {
  return { ...(style !== undefined && { style }), ...(children.length > 0 && { children }) };
}

/** Frameworks wrap everything in boxes that draw nothing: a wrapper of one element without a look of its own is left out. */
function simplified(built: FragmentElement, styles: StyleTable): FragmentElement {
  const [only, second] = built.children ?? [];
  if (built.tag !== 'div' || built.role || built.lang || built.dir === 'rtl' || second !== undefined || typeof only !== 'object')
    return built;
  return isBlock(only.tag) && styles.isMereWrapper(built.style, only.style) ? only : built;
}

const isBlock = (tag: FragmentTag): boolean => /^(?:div|p|ul|ol|blockquote|pre|figure)$/.test(tag);

function childNodes(parent: Element, known: Known, here: Here): FragmentNode[] {
  const built: FragmentNode[] = [];
  for (let node = firstChild(parent); node; node = nextSibling(node)) {
    const child =
      nodeType(node) === Node.TEXT_NODE
        ? textOf(node)
        : nodeType(node) === Node.ELEMENT_NODE
          ? element(node as Element, known, here)
          : undefined; // the node type says so
    if (child === undefined || child === '') continue;
    const last = built.at(-1);
    if (typeof child === 'string' && typeof last === 'string') built[built.length - 1] = last + child;
    else built.push(child);
  }
  return built;
}

function textOf(node: Node): string {
  const text = node.nodeValue ?? '';
  return text.trim() === '' ? (text === '' ? '' : ' ') : text;
}

/** Platforms draw emoji as pictures; the alt text is the character (A29: any other alt text is not taken over). */
function emojiText(image: Element): string | undefined {
  const alt = attribute(image, 'alt') ?? '';
  return alt.length <= 40 && emoji.test(alt) ? alt : undefined;
}

function address(link: Element): string | undefined {
  const raw = attribute(link, 'href');
  const url = raw ? URL.parse(raw, baseOf(link)) : undefined;
  if (!url) return undefined;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href.slice(0, 8_000) : undefined;
}
