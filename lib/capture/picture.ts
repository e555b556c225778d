/**
 * D8: a picture of the replica, drawn in a document of our own without showing it. What never was in the view cannot leak by a
 * shift of layout; and the view holds nothing but text, our own style sheet and checked styles.
 */

/** In CSS pixels; a picture has some more, so that it reads well on paper. */
const width = 760;
const tileHeight = 6_000;
const scale = 1.25;
/** A hundred reactions or so: drawing costs seconds a tile, and the view itself shows all. */
const maxTiles = 4;

export interface Drawn {
  readonly tiles: readonly Blob[];
  /** The rest was left out: too long. */
  readonly isCut: boolean;
}

export type Part = 'whole' | 'beginning';

/** `undefined`: this is the beginning of a view, and not deep enough to tell what the whole looks like. */
export function drawView(html: string, part: Part): Promise<Drawn | undefined> {
  return inFrame(html, (page, css) => (part === 'beginning' && heightOf(page) < deepEnough ? undefined : drawPage(page, css)));
}

/** As many items and photos as mostly fill the pictures twice. */
const enoughParts = 250;
/** All that is drawn then lies well before where the view was cut off. */
const deepEnough = (maxTiles + 1) * tileHeight;

/**
 * A long thread, or a post of very many photos, without its end, which would be laid out for nothing. Text in a view is escaped: only
 * an item or a picture begins so.
 */
export function beginningOf(html: string): string | undefined {
  const parts = /<(?:article|img)\b/g;
  for (let met = 0; met < enoughParts; met += 1) if (!parts.test(html)) return undefined;
  const end = parts.exec(html)?.index;
  return end === undefined ? undefined : html.slice(0, end);
}

async function drawPage(page: Document, css: string): Promise<Drawn> {
  const { cuts, isCut } = cutsOf(page);
  const tiles: Blob[] = [];
  for (const [top, bottom] of cuts) tiles.push(await draw(page, css, top, bottom));
  return { tiles, isCut };
}

/** Sandboxed: nothing in it can run; of our own origin, so that it can be measured. Its pictures are in it, so `load` waits for them. */
async function inFrame<T>(html: string, use: (page: Document, css: string) => T): Promise<Awaited<T>> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = `position:absolute;left:0;top:0;width:${width}px;height:900px;border:0`;
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  try {
    document.body.append(frame);
    await loaded;
    const page = frame.contentDocument;
    if (!page) throw new Error('the view cannot be measured');
    return await use(page, onlyLight(page));
  } finally {
    frame.remove();
  }
}

/** On any machine the same paper: the rules for dark, for print and for small screens go, and so do sizes that hang on the window. */
function onlyLight(page: Document): string {
  const rules = Array.from(page.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules));
  const plain = rules
    .filter((rule) => rule instanceof (page.defaultView?.CSSStyleRule ?? CSSStyleRule))
    .map(({ cssText }) => cssText);
  const css = [
    ...plain,
    ':root{color-scheme:light;font-size:16px}',
    '.media img{max-height:700px}',
    '.sla-over{display:none}',
  ].join('\n');
  for (const style of page.querySelectorAll('style')) style.textContent = css;
  return css;
}

const heightOf = (page: Document): number => page.documentElement.getBoundingClientRect().height;

type Cut = readonly [top: number, bottom: number];

/** Between items where that can: no line of text is cut in two. */
function cutsOf(page: Document): { readonly cuts: readonly Cut[]; readonly isCut: boolean } {
  const end = Math.ceil(heightOf(page));
  const tops = Array.from(page.querySelectorAll('article'), (item) => Math.floor(item.getBoundingClientRect().top) - 4);
  const cuts: Cut[] = [];
  for (let top = 0; top < end && cuts.length < maxTiles;) {
    const limit = top + tileHeight;
    const bottom = limit >= end ? end : (tops.findLast((place) => place > top && place <= limit) ?? limit);
    cuts.push([top, bottom]);
    top = bottom;
  }
  return { cuts, isCut: (cuts.at(-1)?.[1] ?? 0) < end };
}

async function draw(page: Document, css: string, top: number, bottom: number): Promise<Blob> {
  const height = bottom - top;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(page, css, top, height))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

function svgOf(page: Document, css: string, top: number, height: number): string {
  const whole = Math.ceil(heightOf(page));
  const body = new XMLSerializer().serializeToString(bodyAround(page, top, top + height));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${css.replaceAll('<', '')}</style><foreignObject x="0" y="${-top}" width="${width}" height="${whole}">${body}</foreignObject></svg>`;
}

/** One transparent point: an image without any address is laid out in another way. */
const nothing = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/**
 * The body with empty boxes of the same size for all items and pictures out of sight: a long thread, or a post with many photos, is
 * not drawn whole for each piece of it.
 */
function bodyAround(page: Document, top: number, bottom: number): HTMLElement {
  const body = page.body.cloneNode(true) as HTMLElement; // a clone of a body is one
  const isSeen = (box: DOMRect) => box.bottom > top && box.top < bottom;
  for (const [image, box] of withBoxes<HTMLImageElement>('img', page, body)) {
    if (isSeen(box)) continue;
    image.src = nothing;
    image.style.cssText = `width:${box.width}px;height:${box.height}px`;
  }
  for (const [item, box] of withBoxes<HTMLElement>('article', page, body)) {
    if (isSeen(box)) continue;
    item.replaceChildren();
    item.style.cssText = `height:${box.height}px;padding:0`;
  }
  return body;
}

/** Elements of the copy, with where their originals stand. */
function withBoxes<E extends Element>(selector: string, page: Document, copy: Element): (readonly [E, DOMRect])[] {
  const boxes = Array.from(page.querySelectorAll(selector), (element) => element.getBoundingClientRect());
  return Array.from(copy.querySelectorAll<E>(selector)).flatMap((element, n) => {
    const box = boxes[n];
    return box ? [[element, box] as const] : [];
  });
}
