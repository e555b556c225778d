/** One repeated block of a page and the parts of it that are its own: not of a block inside it or of what it quotes. */
import { linksIn } from '../address.ts';
import type { LinkHere } from '../address.ts';
import { all, closest, contains, isShown, matches, one } from '../read.ts';
import { labelText } from '../text.ts';
import type { Site } from './sites.ts';

export interface Block {
  readonly element: Element;
  /** Blocks inside it, and the quoted post. */
  readonly others: readonly Element[];
  readonly quote?: Element;
}

const aside = 'aside, nav, [role="complementary"], [role="navigation"], [role="banner"], [role="contentinfo"]';

export function blocksOf(page: Document, site: Site): Block[] {
  const candidates = all(page, site.item).filter((element) => isShown(element) && !closest(element, aside));
  const blocks = candidates.map((element) => blockOf(element, site));
  // an item is only believed with a time in it: the mark of an item alone says too little
  return blocks.filter((block) => own(block, 'time, [itemprop="dateCreated"], [itemprop="datePublished"]'));
}

export function blockOf(element: Element, site: Site): Block {
  const inner = all(element, site.item);
  const quote = quoteOf(element, site);
  return { element, others: quote ? [...inner, quote] : inner, ...(quote && { quote }) };
}

/** A clickable box in the block with an account's picture of its own; or a quotation that names its source. */
function quoteOf(element: Element, site: Site): Element | undefined {
  const boxes = all(element, 'div[role="link"], blockquote[cite]');
  return boxes.find((box) => !matches(box, site.item) && (matches(box, 'blockquote') || one(box, site.avatar)));
}

export function own(block: Block, selector: string): Element | undefined {
  return ownAll(block, selector)[0];
}

export function ownAll({ element, others }: Block, selector: string): Element[] {
  return all(element, selector).filter((found) => !others.some((other) => contains(other, found)));
}

export function ownLinks({ element, others }: Block, base: URL): LinkHere[] {
  return linksIn(element, base).filter((link) => !others.some((other) => contains(other, link.element)));
}

export interface Address extends LinkHere {
  readonly id: string;
}

/** The block's own address: the link around its time. */
export function permalinkOf(block: Block, base: URL): Address | undefined {
  const text = textPlace(block);
  return aroundTime(ownLinks(block, base).filter(({ element, url }) => url.hostname === base.hostname && !contains(text, element)));
}

function aroundTime(links: readonly LinkHere[]): Address | undefined {
  const link = links.find(({ element }) => one(element, 'time'));
  const id = link && lastPart(link.url);
  return link && id ? { ...link, id } : undefined;
}

function lastPart(url: URL): string | undefined {
  const fragment = url.hash.replace(/^#/u, '');
  const path = url.pathname.split('/').findLast(Boolean);
  return [path, fragment].filter(Boolean).join('-').slice(0, 400) || undefined;
}

/** The text: what schema.org and microformats call so, or the longest run of paragraphs. */
export function textPlace(block: Block): Element | undefined {
  const named = own(block, '[itemprop="articleBody"], [itemprop="text"], .e-content, .p-content, [data-testid*="text" i]');
  if (named) return named;
  return ownAll(block, 'p, [dir="auto"]')
    .filter((place) => !closest(place, 'a, time, button, [role="button"], header, footer') && !one(place, 'time'))
    .toSorted((a, b) => (labelText(b)?.length ?? 0) - (labelText(a)?.length ?? 0))[0];
}
