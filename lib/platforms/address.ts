/** Addresses in a page: resolved, http(s) only, never longer than the model takes. */
import { all, attribute } from './read.ts';
import type { Root } from './read.ts';
import { remembered } from './remembered.ts';

const maxLength = 8_000;

/** The same addresses are asked for again and again while a page is read; parsing them is most of the work. */
const resolved = remembered((raw, base): URL | undefined => {
  const url = URL.parse(raw, base.href);
  const isWeb = url && (url.protocol === 'https:' || url.protocol === 'http:') && url.href.length <= maxLength;
  return isWeb ? url : undefined;
});

export function resolve(raw: string | undefined, base: URL): URL | undefined {
  return raw && raw.length <= maxLength ? resolved(raw, base) : undefined;
}

/** As `resolve`, for what the model keeps. */
export function webAddress(raw: string | undefined, base: URL): string | undefined {
  return resolve(raw, base)?.href;
}

export interface LinkHere {
  readonly element: Element;
  readonly url: URL;
}

/** The links below a place, in page order, with their resolved addresses. */
export function linksIn(root: Root, base: URL, selector = 'a[href]'): LinkHere[] {
  return all(root, selector).flatMap((element) => {
    const url = resolve(attribute(element, 'href'), base);
    return url ? [{ element, url }] : [];
  });
}

/** The largest candidate of `srcset`, else `src`. */
export function bestImage(image: Element | undefined, base: URL): string | undefined {
  const several = attribute(image, 'srcset');
  if (!several) return webAddress(attribute(image, 'src'), base);
  const candidates = several
    .split(/,\s+|(?<=\s[\d.]+[wx]),/u)
    .map((entry) => entry.trim().split(/\s+/u))
    .map(([raw, size]) => ({ url: webAddress(raw, base), size: Number.parseFloat(size ?? '1') || 1 }))
    .toSorted((a, b) => b.size - a.size);
  return candidates.find(({ url }) => url)?.url ?? webAddress(attribute(image, 'src'), base);
}
