import type { Found } from '../adapter.ts';
import { attribute } from '../read.ts';
import { labelText } from '../text.ts';
import { blocksOf, deeperId, own, permalinkOf, sameHandle } from './block.ts';
import type { Block } from './block.ts';
import type { Site } from './sites.ts';

interface Place {
  readonly block: Block;
  readonly id: string;
  readonly path?: string;
  readonly handle?: string;
}

export function find(page: Document, url: URL, site: Site): Found[] {
  const places = readPlaces(page, url, site);
  const at = Math.max(
    0,
    places.findIndex((place) => isFocal(place, url, site)),
  );
  const focal = places[at];
  return places.map((place, index) => {
    const isOwnAbove =
      index < at && focal?.handle !== undefined && place.handle !== undefined && sameHandle(place.handle, focal.handle);
    const isPost = index === at || isOwnAbove || isProfileOf(place, url, site);
    const parent = !isPost && index > at && focal ? { id: focal.id, method: 'position' as const } : undefined;
    return { kind: isPost ? 'post' : 'reaction', id: place.id, element: place.block.element, ...(parent && { parent }) };
  });
}

/** The same block nested or drawn twice counts once. */
function readPlaces(page: Document, url: URL, site: Site): Place[] {
  const seen = new Set<string>();
  return blocksOf(page, site).flatMap((block) => {
    const place = placeOf(block, url, site);
    if (!place || seen.has(place.id)) return [];
    seen.add(place.id);
    return [place];
  });
}

function placeOf(block: Block, url: URL, site: Site): Place | undefined {
  const link = permalinkOf(block, site, url);
  const handle = block.handle ?? link?.handle;
  const id = link?.id ?? deeperId(block, site, url) ?? idFromAddress(block, url, site) ?? idOfBlock(block, site);
  return id ? { block, id, ...(link && { path: link.url.pathname }), ...(handle && { handle }) } : undefined;
}

/** A post on its own page may have no link of its own at all. */
function idFromAddress(block: Block, url: URL, site: Site): string | undefined {
  const [, handle, id] = (site.postPath && url.pathname.match(site.postPath)) ?? [];
  return handle && id && block.handle && (sameHandle(handle, block.handle) || handle.startsWith('did:')) ? id : undefined;
}

/** Without an address: an id the page gives the block, else a fingerprint of what it says, which is the same at every look. */
function idOfBlock(block: Block, site: Site): string | undefined {
  if (site.postPath) return undefined;
  const given = attribute(block.element, 'data-id') ?? attribute(block.element, 'id');
  if (given) return given.slice(0, 400);
  const time = own(block, 'time');
  const words = `${attribute(time, 'datetime') ?? ''}|${labelText(block.element) ?? ''}`;
  return `blok-${fingerprint(words)}`;
}

/** FNV-1a over code units; tells blocks of one page apart and nothing more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function isFocal({ id, path }: Place, url: URL, site: Site): boolean {
  const wanted = site.postPath && url.pathname.match(site.postPath)?.[2];
  return wanted ? id === wanted : path !== undefined && path === url.pathname;
}

function isProfileOf({ handle }: Place, url: URL, site: Site): boolean {
  const whose = url.pathname.match(site.profilePath)?.slice(1).find(Boolean);
  return whose !== undefined && handle !== undefined && sameHandle(whose, handle);
}
