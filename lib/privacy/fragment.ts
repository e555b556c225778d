/**
 * D1: the rendered piece of a page, built again without people. Places the reader knows are replaced whole; all other text
 * goes through the redactor block by block, so that a name split over elements is found (A3, B11).
 */
import { fragmentRoles, fragmentTags, isSafeStyle, styleProperties } from '../model/fragment.ts';
import type { FragmentElement, FragmentNode, FragmentStyle } from '../model/fragment.ts';
import { isOfEmployee } from './employee.ts';
import { redactBlocks, redactLeaves } from './leaves.ts';
import type { Leaf } from './leaves.ts';
import type { Finding } from './findings.ts';
import type { Redactor } from './redactor.ts';
import type { PeopleRoles } from './classify.ts';
import { tokens } from './tokens.ts';

export interface FragmentRules {
  readonly redactor: Redactor;
  readonly roles: PeopleRoles;
  /** The address as it may be kept. */
  readonly link: (address: string) => string | undefined;
  /** Text in the place of a person: label or token. Index into `Draft.people`. */
  readonly instead: (sighting: number) => string;
  /** Index into the capture's people, for somebody who stays or has a label. */
  readonly personIndex: (sighting: number) => number | undefined;
  readonly mediaCount: number;
  readonly styleCount: number;
  /** R11: this is the writer's own letter, in which the writer stays. */
  readonly isWriters?: true;
  /** It was stripped before: the tokens in it are ours. */
  readonly isStripped?: true;
}

export interface Rewritten {
  readonly node: FragmentNode | undefined;
  readonly removed: readonly Finding[];
  /** Structured places replaced. */
  readonly names: number;
  readonly handles: number;
  readonly avatars: number;
  readonly mentions: number;
  readonly links: number;
  /** Lines about what the employee did (P8). */
  readonly employee: number;
  /** Index into `Draft.people`. */
  readonly people: readonly number[];
}

const MAX_DEPTH = 200;
const MAX_NODES = 20_000;
const tags: ReadonlySet<string> = new Set(fragmentTags);
const knownRoles: ReadonlySet<string> = new Set(fragmentRoles);
const blocks: ReadonlySet<string> = new Set(
  'div p ul ol li blockquote pre h1 h2 h3 h4 figure figcaption table thead tbody tr td th hr'.split(' '),
);

type Built = Leaf | { readonly element: FragmentElement; readonly children: readonly Built[] };

/** What a reader sees as one piece of text. */
interface Block {
  readonly leaves: Leaf[];
  readonly isText: boolean;
}

interface Walk extends FragmentRules {
  readonly counts: { names: number; handles: number; avatars: number; mentions: number; links: number };
  readonly people: number[];
  readonly blocks: Block[];
  /** Inside what somebody wrote. */
  isText: boolean;
  nodes: number;
}

export function rewrite(root: FragmentNode, rules: FragmentRules): Rewritten {
  const walk: Walk = {
    ...rules,
    counts: { names: 0, handles: 0, avatars: 0, mentions: 0, links: 0 },
    people: [],
    blocks: [{ leaves: [], isText: false }],
    isText: false,
    nodes: 0,
  };
  const built = build(root, walk, 0);
  const employee = rules.isStripped ? 0 : withoutEmployee(walk.blocks);
  const within = walk.blocks.flatMap(({ leaves }) => redactLeaves(leaves, rules.redactor, rules.isStripped));
  const between = redactBlocks(
    walk.blocks.map(({ leaves }) => leaves),
    rules.redactor,
  );
  return { node: built && finished(built), removed: [...within, ...between], ...walk.counts, employee, people: walk.people };
}

/** P8: the page speaks to the employee; what it says there goes, line by line. */
function withoutEmployee(all: readonly Block[]): number {
  const found = all.filter(({ leaves, isText }) => !isText && isOfEmployee(leaves.map(({ text }) => text).join('')));
  for (const said of found.flatMap(({ leaves }) => leaves)) said.text = '';
  return found.length;
}

function newBlock(walk: Walk): void {
  walk.blocks.push({ leaves: [], isText: walk.isText });
}

function build(node: FragmentNode, walk: Walk, depth: number): Built | undefined {
  walk.nodes += 1;
  if (depth > MAX_DEPTH || walk.nodes > MAX_NODES) return undefined;
  if (typeof node === 'string') return leaf(walk, node);
  if (!tags.has(node.tag)) return undefined;
  const replaced = structured(node, walk);
  if (replaced) return replaced;
  if (node.role === 'blank') return { element: attributes(node, walk), children: [] };
  const isWritten = node.role === 'text' || node.role === 'quote' || node.role === 'warning';
  const isBlock = isWritten || blocks.has(node.tag);
  const wasText = walk.isText;
  walk.isText ||= isWritten;
  if (isBlock) newBlock(walk);
  if (node.tag === 'br') walk.blocks.at(-1)?.leaves.push({ text: '\n', isFixed: true });
  const children = (node.children ?? []).flatMap((child) => build(child, walk, depth + 1) ?? []);
  walk.isText = wasText;
  if (isBlock) newBlock(walk);
  return { element: attributes(node, walk), children };
}

function leaf(walk: Walk, text: string): Leaf {
  const made: Leaf = { text, isFixed: false };
  walk.blocks.at(-1)?.leaves.push(made);
  return made;
}

/** Text of ours that is not looked at again, and over which no name runs on. */
function fixed(walk: Walk, text: string): Leaf {
  newBlock(walk);
  return { text, isFixed: true };
}

const personRoles = { 'author-name': 'names', 'author-handle': 'handles', avatar: 'avatars', mention: 'mentions' } as const;
type PersonRoleName = keyof typeof personRoles;
const isPersonRole = (role: string | undefined): role is PersonRoleName => role !== undefined && Object.hasOwn(personRoles, role);

/** Name, account, picture and mention of somebody who does not stay. */
function structured(node: FragmentElement, walk: Walk): Built | undefined {
  const { role, person } = node;
  if (!isPersonRole(role) || (role === 'mention' && person === undefined)) return undefined; // a mention of nobody known: read as text
  const who = person === undefined ? undefined : walk.roles.roles[person];
  if (who === 'eigen' || who === 'overheid' || (who === 'schrijver' && walk.isWriters)) return undefined;
  const plain: FragmentElement = {
    tag: node.tag === 'a' ? 'span' : node.tag,
    role,
    ...(node.style !== undefined && { style: node.style }),
  };
  const element = withPerson(attributes(plain, walk), person, walk);
  walk.counts[personRoles[role]] += 1;
  if (role === 'avatar') return { element, children: hollow(node.children, walk, 0) };
  if (person !== undefined) walk.people.push(person);
  return { element, children: [fixed(walk, person === undefined ? tokens.persoon : walk.instead(person))] };
}

/** The boxes a picture stood in, without anything that can be read. */
function hollow(found: readonly FragmentNode[] | undefined, walk: Walk, depth: number): Built[] {
  if (depth > MAX_DEPTH) return [];
  return (found ?? []).flatMap((child) => {
    if (typeof child === 'string' || !tags.has(child.tag)) return [];
    const { tag, role, style } = child;
    const children = hollow(child.children, walk, depth + 1);
    if (role !== 'blank' && children.length === 0) return [];
    const box = { tag, ...(role === 'blank' && { role }), ...(style !== undefined && { style }) };
    return [{ element: attributes(box, walk), children }];
  });
}

function withPerson(element: FragmentElement, sighting: number | undefined, walk: Walk): FragmentElement {
  const index = sighting === undefined ? undefined : walk.personIndex(sighting);
  return index === undefined ? element : { ...element, person: index };
}

/** A count has another colour for who is one of them (P8). */
function styleOf({ role, style }: FragmentElement, { styleCount }: Walk): number | undefined {
  return role !== 'count' && isIndex(style, styleCount) ? style : undefined;
}

/** Only what the lists name, and of that only values that mean something. */
function attributes(node: FragmentElement, walk: Walk): FragmentElement {
  const href = node.tag === 'a' && node.href !== undefined ? walk.link(node.href) : undefined;
  if (node.href !== undefined && href === undefined) walk.counts.links += 1;
  const style = styleOf(node, walk);
  const element: FragmentElement = {
    tag: node.tag,
    ...(node.role !== undefined && knownRoles.has(node.role) && { role: node.role }),
    ...(isIndex(node.media, walk.mediaCount) && { media: node.media }),
    ...(style !== undefined && { style }),
    ...(href !== undefined && { href }),
    ...(node.lang !== undefined && isLanguage(node.lang) && { lang: node.lang }),
    ...(node.dir !== undefined && /^(?:ltr|rtl|auto)$/.test(node.dir) && { dir: node.dir }),
  };
  return node.person === undefined || node.role === undefined ? element : withPerson(element, node.person, walk);
}

const isIndex = (index: number | undefined, count: number): index is number =>
  index !== undefined && Number.isInteger(index) && index >= 0 && index < count;

/** BCP 47, short: free text does not fit. */
export const isLanguage = (tag: string): boolean => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4}){0,2}$/.test(tag);

function finished(built: Built): FragmentNode | undefined {
  if ('text' in built) return built.text === '' ? undefined : built.text;
  const children = built.children.flatMap((child) => finished(child) ?? []);
  return children.length === 0 ? built.element : { ...built.element, children };
}

/** The style table, each value looked at again: the schema did so on the way in, but this is what is stored. */
export function safeStyles(styles: readonly FragmentStyle[]): FragmentStyle[] {
  return styles.map((style) =>
    Object.fromEntries(
      styleProperties.flatMap((name) => {
        const value = style[name];
        return value !== undefined && isSafeStyle(name, value) ? [[name, value]] : [];
      }),
    ),
  );
}
