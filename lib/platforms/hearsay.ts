/**
 * Everybody a page names in passing, on whatever network: who likes, in a tooltip; who wrote, in a label, in the page's head or
 * in the data of its program. What others write of them in small letters is then found too. Nothing of it is kept (D1).
 */
import type { People } from './adapter.ts';
import { namedIn, namedInData } from './named.ts';
import type { Named } from './named.ts';
import { all, attribute, closest, rawText, tagOf } from './read.ts';
import { oneLine } from './text.ts';

const maxPeople = 4_000;
const maxPlaces = 20_000;
const maxData = 20_000_000;
/** Of the page's main thread. */
const turnMs = 10;

const labels: ReadonlySet<string> = new Set(
  'title aria-label aria-description aria-valuetext placeholder label srcdoc alt'.split(' '),
);
/** Places that draw nothing, or only over the page: each text in them is looked at. */
const asides =
  '[role="tooltip"], [role="status"], [role="dialog"], dialog, [hidden], [inert], option, noscript, template, svg title, .h-card, .vcard';
const ofPeople =
  'meta[name], meta[property], meta[itemprop="author"], [itemtype$="/Person"] meta[itemprop="name"], [itemtype$="/Person"] meta[itemprop="alternateName"]';
const aboutPeople = /author|creator|username|byline|^name$|alternateName|(?:og|twitter):title/i;
/** What a network says of what somebody does. */
const deeds =
  /vindt? dit leuk|leuk gevonden door|vind ik leuk|heeft dit|hebben dit|is aan het typen|als antwoord op|reageer(?:de|t)? op|gedeeld door|vastgezet door|getagd|en \d+ ander|liked by|likes this|and \d+ other|is typing|replying to|in reply to|reply to|shared (?:by|this)|reposted|pinned by|tagged/i;

/** `pause` is waited for now and then: a page with thousands of reactions must stay alive under it. */
export async function seeHearsay(page: Document, people: People, pause: () => Promise<void> = atOnce): Promise<void> {
  const known = new Set(people.all.flatMap(({ name, handle }) => [name ?? '', (handle ?? '').toLowerCase()]));
  let left = maxPeople;
  const isNew = (text: string): boolean => !known.has(text) && known.add(text) && (left -= 1) >= 0;
  let since = performance.now();
  for (const { names, handles } of named(page)) {
    for (const name of names) if (isNew(name)) people.see({ name });
    for (const handle of handles) if (isNew(handle.toLowerCase())) people.see({ handle });
    if (performance.now() - since < turnMs) continue;
    await pause();
    since = performance.now();
  }
}

const atOnce = async (): Promise<void> => undefined;

/** Also what names nobody: whoever asks can take a breath at each. */
function* named(page: Document): Generator<Named> {
  for (const text of said(page)) yield namedIn(text);
  for (const meta of some(page, ofPeople)) yield namedInMeta(meta);
  const both = ['first', 'last'].map((which) => property(page, `profile:${which}_name`)).join(' ');
  yield { names: [both].filter(hasTwoWords), handles: [] };
  for (const data of dataIn(page)) yield namedInData(data);
}

/** What may name somebody in a few words, place by place. */
function* said(page: Document): Generator<string> {
  for (const element of elements(page)) yield* labelsOf(element);
  for (const place of some(page, asides)) yield* linesOf(place);
  for (const place of some(page, 'a[rel~="author"], a[href^="/"], a.u-url')) yield* linesOf(place);
  for (const title of some(page, 'title').slice(0, 1)) yield beginning(rawText(title));
  for (const text of walked(page, NodeFilter.SHOW_TEXT)) if (text.length < 100) yield deeds.test(text) ? text : '';
  for (const text of walked(page, NodeFilter.SHOW_COMMENT)) if (text.length < 2_000) yield* text.split(/[<>\n]/u);
  for (const style of some(page, 'style'))
    for (const [, words = ''] of rawText(style)
      .slice(0, 500_000)
      .matchAll(/content\s*:\s*"([^"]{4,100})"/g))
      yield words;
}

const some = (page: Document, selector: string): Element[] => all(page, selector).slice(0, maxPlaces);
const attributeNames = (element: Element): string[] => Element.prototype.getAttributeNames.call(element);

/** The description of a picture tells of what is on it, unless the picture is of somebody's account. */
function labelsOf(element: Element): string[] {
  return attributeNames(element).flatMap((name) => {
    if (!labels.has(name)) return [];
    const text = attribute(element, name) ?? '';
    if (name === 'alt' && !isPortrait(element, text)) return [];
    return name === 'srcdoc' ? text.split(/[<>]/u) : [text];
  });
}

const isPortrait = (element: Element, text: string): boolean =>
  tagOf(element) !== 'img' ||
  closest(element, 'a[href]') !== undefined ||
  /profiel|profile|avatar|(?:foto|photo|picture) (?:van|of)\s/i.test(text);

const linesOf = (place: Element): string[] => (closest(place, 'article p') ? [] : lines(place));

function lines(place: Element): string[] {
  const inner = tagOf(place) === 'template' || tagOf(place) === 'noscript' ? innerOf(place) : rawText(place);
  return inner.length > 20_000 ? [] : inner.split(/[<>\n]/u);
}

/** What a template or a page without scripts holds is no child of it. */
const innerOf = (place: Element): string => Reflect.get<Element, 'innerHTML'>(Element.prototype, 'innerHTML', place);

function namedInMeta(meta: Element): Named {
  const about = attribute(meta, 'property') ?? attribute(meta, 'name') ?? attribute(meta, 'itemprop') ?? '';
  const content = attribute(meta, 'content') ?? '';
  if (!aboutPeople.test(about) || content.length > 400) return { names: [], handles: [] };
  if (/title/i.test(about)) return namedIn(beginning(content));
  const text = oneLine(content);
  const isHandle = /^@?[\w.-]{3,60}$/.test(text);
  return isHandle
    ? { names: [], handles: [text.replace(/^@/, '')] }
    : { names: text.includes(' ') ? [text.slice(0, 80)] : [], handles: [] };
}

const property = (page: Document, name: string): string => {
  const [meta] = all(page, `meta[property="${name}"]`);
  return oneLine(attribute(meta, 'content') ?? '').slice(0, 40);
};
const hasTwoWords = (text: string): boolean => /^\S+ \S/u.test(text);

/** Of a title only who it is by: the rest is what was said. */
const beginning = (title: string): string => (/^[^:"“|]{0,100}/u.exec(title)?.[0] ?? '').slice(0, 100);

function* elements(page: Document): Generator<Element> {
  const walker = Document.prototype.createTreeWalker.call(page, page, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Element; // the walker was asked for these only
}

function* walked(page: Document, what: number): Generator<string> {
  const walker = Document.prototype.createTreeWalker.call(page, page, what);
  let left = maxPlaces * 5;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode(), left -= 1) yield node.nodeValue ?? '';
}

/** Programs, and what programs put beside elements. */
function* dataIn(page: Document): Generator<string> {
  let left = maxData;
  for (const script of all(page, 'script')) {
    const text = rawText(script);
    if (text.includes('"') && (left -= text.length) > 0) yield text;
  }
  for (const element of elements(page)) yield* dataBeside(element);
}

function dataBeside(element: Element): string[] {
  return attributeNames(element).flatMap((name) => {
    if (!name.startsWith('data-')) return [];
    const text = attribute(element, name) ?? '';
    if (text.includes('"')) return [text];
    const isField = /(?:user_?-?name|screen-?name|handle|author|full-?name|display-?name|-name)$/i.test(name);
    return isField && text.length <= 80 ? [`"${text.includes(' ') ? 'full_name' : 'username'}":"${text}"`] : [];
  });
}
