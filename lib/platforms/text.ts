/** What a reader of the page sees as text: emoji as their characters, line breaks as \n. */
import { attribute, closest, firstChild, nextSibling, nodeType, tagOf } from './read.ts';

/** Limits of the model's `short` and `long` strings. */
export const shortLength = 4_000;
const longLength = 2_000_000;

const silent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'canvas',
  'iframe',
  'object',
  'video',
  'audio',
  'button',
  'input',
  'select',
  'textarea',
  'datalist',
  'dialog',
  'embed',
  'map',
  'math',
  'meter',
  'progress',
]);
const blocks: ReadonlySet<string> = new Set([
  'div',
  'li',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
  'tr',
  'section',
  'article',
  'header',
  'footer',
  'figcaption',
]);
const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Component}|\uFE0F|\u200D)+$/u;
const maxDepth = 200;

export interface TextRules {
  /** The site draws line feeds of the source as line breaks (X, Bluesky) and its boxes inside a text in line. */
  readonly isPreformatted?: boolean;
  /** A card or poll: its boxes stand apart on the screen, also where the source has nothing between them. */
  readonly isApart?: boolean;
  /** Belongs to something else (a quoted post, a label): left out. */
  readonly except?: (element: Element) => boolean;
}

export function visibleText(root: Element | undefined, rules: TextRules = {}): string {
  if (!root) return '';
  const parts: string[] = [];
  walk(root, rules, parts, 0);
  const text = tidy(parts.join(''));
  return (rules.isPreformatted || !text.includes('\n\n\n') ? text : text.replace(/\n{3,}/gu, '\n\n')).slice(0, longLength);
}

function walk(node: Node, rules: TextRules, parts: string[], depth: number): void {
  if (depth > maxDepth) return;
  for (let child = firstChild(node); child; child = nextSibling(child)) {
    const type = nodeType(child);
    if (type === Node.TEXT_NODE) parts.push(sourceText(child, rules));
    if (type === Node.ELEMENT_NODE) walkElement(child as Element, rules, parts, depth); // the node type just said so
  }
}

function walkElement(element: Element, rules: TextRules, parts: string[], depth: number): void {
  const tag = tagOf(element);
  if (silent.has(tag) || attribute(element, 'hidden') !== undefined || rules.except?.(element)) return;
  if (tag === 'br') return void parts.push('\n');
  if (tag === 'img') return void parts.push(emojiOf(element));
  const edge = rules.isPreformatted ? '' : tag === 'p' ? '\n\n' : blocks.has(tag) ? '\n' : rules.isApart ? ' ' : '';
  parts.push(edge);
  walk(element, rules, parts, depth + 1);
  parts.push(edge);
}

function sourceText(node: Node, { isPreformatted }: TextRules): string {
  const text = node.nodeValue ?? '';
  return isPreformatted || !untidy.test(text) ? text : text.replace(/\s+/gu, ' ');
}

/** Networks draw emoji as pictures. Any other description is not text of the post (a poisoned alt, A29). */
function emojiOf(image: Element): string {
  const alt = attribute(image, 'alt') ?? '';
  if (alt.length > 60) return '';
  if (emoji.test(alt)) return alt;
  return /^:[\w-]+:$/.test(alt) && closest(image, '.emojione, .custom-emoji') ? alt : '';
}

/** Most texts have single spaces and no other white space: looking costs much less than replacing. */
const untidy = /[^\S ]| {2}/u;

/** One space between words, no space around line breaks; what the source has for empty lines is only its own where it is drawn so. */
function tidy(text: string): string {
  if (!untidy.test(text)) return text.trim();
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();
}

const invisible = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/u;
const invisibles = new RegExp(invisible, 'gu');

/** A name, handle or label: one line, without the invisible marks that sites wrap around names. */
export function oneLine(text: string): string {
  if (!untidy.test(text) && !invisible.test(text)) return text.trim().slice(0, shortLength);
  return text.replace(invisibles, '').replace(/\s+/gu, ' ').trim().slice(0, shortLength);
}

/** As `visibleText`, in one line; `undefined` instead of nothing. */
export function labelText(element: Element | undefined): string | undefined {
  return oneLine(visibleText(element)) || undefined;
}

export const short = (text: string | undefined): string | undefined => text?.slice(0, shortLength) || undefined;

const controlWords =
  /\b(?:profiel|profile|bekijk\w*|view|volg(?:en|t|end|ers)?|follow\w*|meer|more|reacties?|comments?|posts?|bericht\w*|antwoord\w*|repl\w+|avatar|bewerk\w*|edit)\b/iu;

/** A link to an account can say what it does ("Profiel bekijken") instead of whom it leads to. */
export const isControlText = (text: string): boolean => controlWords.test(text);
