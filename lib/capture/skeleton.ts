/**
 * "Maak een meldrapport": how a page that no longer reads is built, and nothing of what it says. Tags, attribute names and the
 * words pages are built with stay; every text, name, number and address becomes a counter, the same one everywhere, so that the
 * report can be read again as a fixture.
 */
import { attribute, firstChild, nextSibling, nodeType, rootOf, tagName } from './dom.ts';
import { builderWords, isNetworkHost, pathWords } from './skeletonWords.ts';

export interface SkeletonHead {
  readonly platform: string;
  readonly adapter: string;
  readonly version: string;
  readonly layout: string;
  readonly posts: number;
  readonly reactions: number;
}

const maxNodes = 80_000;
const maxDepth = 150;
/** Their content is program or style, never structure. */
const emptied: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'iframe', 'object', 'canvas']);
const skipped: ReadonlySet<string> = new Set(['path', 'defs', 'use', 'symbol', 'g', 'link', 'base']);
const withoutClosing: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'source', 'track', 'wbr']);
/** Free text, or a program: only that they are there. */
const silentAttributes = /^(?:on.*|title|alt|value|placeholder|srcdoc|nonce|integrity|d|points|viewbox|fill|label|summary)$/;
const addressAttributes = /^(?:href|src|srcset|poster|xlink:href|action|data-delayed-url|data-url|cite)$/;

/** Replaces what is not structure, the same thing by the same counter. */
interface Mask {
  readonly words: Map<string, string>;
  readonly numbers: Map<string, string>;
}

export function skeletonOf(page: Document, url: URL, head: SkeletonHead): string {
  const mask: Mask = { words: new Map(), numbers: new Map() };
  const address = maskedAddress(url.href, mask);
  const budget = { left: maxNodes };
  const body = element(rootOf(page), mask, budget, 0);
  const facts = Object.entries(head).map(([name, fact]) => `${name}=${fact}`);
  const cut = budget.left <= 0 ? ' ingekort=ja' : '';
  return `<!doctype html>\n<!-- Veiligsteller meldrapport: ${facts.join(' ')}${cut} adres=${address} -->\n${body}\n`;
}

function element(node: Element, mask: Mask, budget: { left: number }, depth: number): string {
  const tag = tagName(node);
  if (skipped.has(tag) || (budget.left -= 1) <= 0 || depth > maxDepth) return '';
  const name = /^[a-z][a-z0-9-]*$/.test(tag) && isBuilt(tag) ? tag : 'x-unknown';
  const open = `<${name}${attributes(node, mask)}>`;
  if (withoutClosing.has(tag)) return open;
  return `${open}${emptied.has(tag) ? '' : children(node, mask, budget, depth)}</${name}>`;
}

function children(parent: Element, mask: Mask, budget: { left: number }, depth: number): string {
  let text = '';
  for (let node = firstChild(parent); node; node = nextSibling(node)) {
    if (nodeType(node) === Node.TEXT_NODE) text += shapeOf((node.nodeValue ?? '').trim(), mask);
    if (nodeType(node) === Node.ELEMENT_NODE) text += element(node as Element, mask, budget, depth + 1); // the node type says so
  }
  return text;
}

/** Of a text only that it is there, whether it holds a number (a count, a moment), and whether it is an account's name as a whole. */
function shapeOf(text: string, mask: Mask): string {
  if (/^@[\w.-]{1,60}$/u.test(text)) return `@${masked(text.slice(1), mask, () => false)}`;
  if (text === '') return '';
  return /\p{Nd}/u.test(text) ? '…0' : '…';
}

function attributes(node: Element, mask: Mask): string {
  return Element.prototype.getAttributeNames
    .call(node)
    .filter((name) => /^[a-z][a-z0-9:-]*$/.test(name) && isBuilt(name))
    .map((name) => ` ${name}="${value(name, attribute(node, name) ?? '', mask)}"`)
    .join('');
}

function value(name: string, raw: string, mask: Mask): string {
  if (silentAttributes.test(name)) return '';
  if (name === 'content') return /\s/u.test(raw) ? '' : maskedAddress(raw.slice(0, 2_000), mask);
  if (name === 'style') return places(raw);
  if (name === 'datetime') return '2000-01-01T00:00:00.000Z';
  if (name === 'lang') return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(raw) ? raw : '';
  if (name === 'aria-label') return raw.trim() === '' ? '' : '…';
  if (name === 'class') return raw.split(/\s+/u).filter(isBuilt).join(' ').slice(0, 400);
  if (addressAttributes.test(name)) return raw.startsWith('data:') ? 'data:,' : maskedAddress(raw.slice(0, 2_000), mask);
  return masked(raw.slice(0, 2_000), mask);
}

/** Some pages say only by where a thing stands what it belongs to: sizes and places, never a picture or a colour. */
function places(style: string): string {
  const isPlace =
    /^(?:(?:min-|max-)?(?:width|height)|(?:padding|margin|border)-[a-z-]*|position|display|visibility|top|left|flex[a-z-]*|transform)$/;
  const isNumber =
    /^(?:-?[\d.]{1,8}(?:px|%|r?em)?|absolute|relative|fixed|sticky|none|block|flex|hidden|translate[XY]\(-?[\d.]{1,8}px\))$/;
  return style
    .slice(0, 2_000)
    .split(';')
    .map((line) => line.split(':').map((part) => part.trim()))
    .filter(([name = '', size = '', more]) => more === undefined && isPlace.test(name) && isNumber.test(size))
    .map(([name, size]) => `${name}: ${size}`)
    .join('; ');
}

/** Tags, attributes and classes count only when every word of theirs is a builder's. */
function isBuilt(token: string): boolean {
  const words = token.match(wordsOf) ?? [];
  return (
    words.length > 0 && /^[\w:-]+$/u.test(token) && words.every((word) => builderWords.has(word.toLowerCase()) || /^\d$/.test(word))
  );
}

/** In an address every part can be somebody's: only hosts of networks and the paths' fixed words stay. */
function maskedAddress(raw: string, mask: Mask): string {
  const [, host = '', rest = raw] = /^https?:\/\/([^/?#]*)(.*)$/isu.exec(raw) ?? [];
  const parts = rest.slice(0, 1_000).split(/([/?&=#:@,]+)/u);
  const path = parts
    .map((part, at) =>
      at % 2 === 1 || pathWords.has(part) ? part : (commentId(part, mask) ?? masked(part, mask, (word) => pathWords.has(word))),
    )
    .join('');
  if (!host) return path;
  return `https://${isNetworkHost(host.toLowerCase()) ? host.toLowerCase() : `${masked(host, mask, () => false)}.example`}${path}`;
}

/** "updateCardFOCUS" is three words. */
const wordsOf = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+/gu;

/** Every run of letters that is no builder's word, and every longer number, becomes its counter. */
function masked(text: string, { words, numbers }: Mask, isKept: (part: string) => boolean = isBuilderWord): string {
  return text
    .replace(/%[0-9A-Fa-f]{2}/gu, '')
    .replace(/[\p{L}\p{M}][\p{L}\p{M}\p{N}]*|\p{N}+|[^\u0020-\u007E]|["'<>&\\]/gu, (run) => {
      if (/^\p{N}+$/u.test(run)) return run.length <= 1 ? run : counter(numbers, run, (at) => numberLike(run, at));
      if (!/^[\p{L}\p{M}]/u.test(run)) return '';
      const parts = run.match(wordsOf) ?? [];
      const first = parts.join('') === run ? parts.findIndex((part) => !isKept(part)) : 0;
      if (first < 0) return run;
      const last = parts.join('') === run ? parts.findLastIndex((part) => !isKept(part)) : parts.length - 1;
      // a key of many letters between a builder's words ("focus…FeedType"): those stay
      const middle = parts.slice(first, last + 1).join('') || run;
      const [front, back] = [parts.slice(0, first).join(''), parts.slice(last + 1).join('')];
      return front + counter(words, middle.toLowerCase(), (at) => wordLike(middle, at)) + back;
    });
}

const isBuilderWord = (part: string): boolean => builderWords.has(part.toLowerCase());

/** Ids that are words of a certain length stay so: a reader tells them by it. */
function wordLike(run: string, at: number): string {
  return run.length < 8 ? `w${at}` : `w${String(at).padStart(run.length - 1, '0')}`;
}

/** Facebook packs the numbers of a comment: they are counted too, and packed again. */
function commentId(part: string, mask: Mask): string | undefined {
  if (!part.startsWith('Y29tbWVudD') || !/^[\w%+/=-]+$/.test(part)) return undefined;
  try {
    const [kind, post = '', own = ''] = atob(decodeURIComponent(part)).split(/[:_]/u);
    return kind === 'comment' ? encodeURIComponent(btoa(`comment:${masked(post, mask)}_${masked(own, mask)}`)) : undefined;
  } catch {
    return undefined; // it only looked like one
  }
}

/** As long as the number was, so that what tells ids by their length still does; in order of appearance. */
function numberLike(run: string, at: number): string {
  return run.length < 3 ? String(10 + (at % 90)) : `1${String(at).padStart(run.length - 1, '0')}`;
}

function counter(known: Map<string, string>, key: string, make: (at: number) => string): string {
  const found = known.get(key) ?? make(known.size + 1);
  known.set(key, found);
  return found;
}
