import type { Found } from '../adapter.ts';
import { fingerprint } from '../fingerprint.ts';
import { attribute } from '../read.ts';
import { labelText } from '../text.ts';
import { blocksOf, own, permalinkOf } from './block.ts';
import type { Block } from './block.ts';
import type { Site } from './sites.ts';

interface Place {
  readonly block: Block;
  readonly id: string;
  readonly path?: string;
}

export function find(page: Document, url: URL, site: Site): Found[] {
  const places = readPlaces(page, url, site);
  const at = Math.max(
    0,
    places.findIndex(({ path }) => path !== undefined && path === url.pathname),
  );
  const focal = places[at];
  return places.map((place, index) => {
    const isPost = index === at;
    const parent = index > at && focal ? { id: focal.id, method: 'position' as const } : undefined;
    return { kind: isPost ? 'post' : 'reaction', id: place.id, element: place.block.element, ...(parent && { parent }) };
  });
}

/** The same block nested or drawn twice counts once. */
function readPlaces(page: Document, url: URL, site: Site): Place[] {
  const seen = new Set<string>();
  return blocksOf(page, site).flatMap((block) => {
    const place = placeOf(block, url);
    if (seen.has(place.id)) return [];
    seen.add(place.id);
    return [place];
  });
}

function placeOf(block: Block, url: URL): Place {
  const link = permalinkOf(block, url);
  return { block, id: link?.id ?? idOfBlock(block), ...(link && { path: link.url.pathname }) };
}

/** Without an address: an id the page gives the block, else a fingerprint of what it says, which is the same at every look. */
function idOfBlock(block: Block): string {
  const given = attribute(block.element, 'data-id') ?? attribute(block.element, 'id');
  if (given) return given.slice(0, 400);
  const time = own(block, 'time');
  const words = `${attribute(time, 'datetime') ?? ''}|${labelText(block.element) ?? ''}`;
  return `blok-${fingerprint(words)}`;
}
