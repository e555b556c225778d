/** Slides of the page's own post: where a network draws only those beside the one in sight, all are gone through, at the end. */
import type { DraftItem, DraftMedia } from '../model/draft.ts';
import { Failure } from '../model/failure.ts';
import type { Found, ReadItem } from '../platforms/adapter.ts';
import { findControls } from './controls.ts';
import type { Reader } from './harvest.ts';
import { untilQuiet } from './quiet.ts';

const afterClick = { startMs: 700, stillMs: 80, maxMs: 4_000 };
const maxClicks = 40;
/** Clicks that brought no new slide: on the last one there is a slide less to draw. */
const maxFruitless = 2;

/** By the post's id: its pictures and films in order, with a place without address for each that the page tells of and never drew. */
export async function gatherSlides(
  reader: Reader,
  page: Document,
  url: URL,
  account: number | undefined,
): Promise<ReadonlyMap<string, readonly DraftMedia[]>> {
  const gathered = new Map<string, readonly DraftMedia[]>();
  const { adapter } = reader;
  if (account === undefined || !adapter.unfold.controls.some(({ kind }) => kind === 'next-slide')) return gathered;
  for (const { id, kind } of adapter.find(page, url)) {
    const slides = kind === 'post' ? await slidesOf(reader, id, page, url, account) : undefined;
    if (slides) gathered.set(id, slides);
  }
  return gathered;
}

export function withSlides(items: readonly DraftItem[], gathered: ReadonlyMap<string, readonly DraftMedia[]>): DraftItem[] {
  return items.map((item) => ({ ...item, media: [...(gathered.get(item.id) ?? item.media)] }));
}

/** `undefined`: nothing to go through, or a post of somebody else (D7). */
async function slidesOf(
  reader: Reader,
  id: string,
  page: Document,
  url: URL,
  account: number,
): Promise<readonly DraftMedia[] | undefined> {
  const slides = new Slides();
  for (let [clicks, fruitless] = [0, 0]; clicks < maxClicks && fruitless < maxFruitless; clicks += 1) {
    const here = postNow(reader, id, page, url);
    if (!here || here.read.isMediaWhole || here.read.item.author !== account) break;
    fruitless = slides.see(here.read) ? 0 : fruitless + 1;
    const next = nextIn(here.place, reader, page);
    if (!next || slides.isWhole) break;
    const quiet = untilQuiet(page, afterClick, () => false);
    next.click();
    await quiet;
  }
  return slides.size > 0 ? slides.all : undefined;
}

function nextIn({ element }: Found, { adapter }: Reader, page: Document): HTMLElement | undefined {
  const controls = findControls(page, adapter.unfold, new Set(['next-slide']));
  return controls.findLast((control) => Node.prototype.contains.call(element, control.element))?.element;
}

function postNow({ adapter, people }: Reader, id: string, page: Document, url: URL): { place: Found; read: ReadItem } | undefined {
  const place = adapter.find(page, url).find((found) => found.id === id);
  try {
    return place && { place, read: adapter.read(place, page, url, people) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'page-not-understood') return undefined; // read before: what was seen counts
    throw error;
  }
}

/** The slides seen so far, in order; the stretches drawn after each click overlap. */
class Slides {
  readonly #seen = new Map<string, DraftMedia>();
  readonly #order: string[] = [];
  readonly #boxes = new WeakMap<Element, string>();
  #films = 0;
  #told = 0;

  /** Whether there was a new one. */
  see({ item, marks }: ReadItem): boolean {
    const before = this.size;
    const drawn = item.media.flatMap((media, at) => {
      const box = marks.find((mark) => mark.media === at)?.element;
      const key = this.#keyOf(media, box);
      return key === undefined ? [] : [{ key, media }];
    });
    if (drawn.length < item.media.length) this.#told = Math.max(this.#told, item.media.length);
    this.#weave(drawn.map(({ key }) => key));
    for (const { key, media } of drawn) if (!this.#seen.has(key)) this.#seen.set(key, media);
    return this.size > before;
  }

  get size(): number {
    return this.#seen.size;
  }

  /** The page told how many there are, and these are they. */
  get isWhole(): boolean {
    return this.#told > 0 && this.size >= this.#told;
  }

  get all(): readonly DraftMedia[] {
    const missing = Math.max(0, this.#told - this.size);
    const seen = this.#order.flatMap((key) => this.#seen.get(key) ?? []);
    return [...seen, ...Array.from({ length: missing }, (): DraftMedia => ({ kind: 'image' }))];
  }

  #weave(stretch: readonly string[]): void {
    let at = stretch.some((key) => this.#seen.has(key)) ? -1 : this.#order.length - 1;
    for (const key of stretch) {
      const known = this.#order.indexOf(key);
      if (known >= 0) at = known;
      else this.#order.splice((at += 1), 0, key);
    }
  }

  /** The same picture has several sizes; a film without an address is known by where it is drawn; another is not drawn yet. */
  #keyOf({ kind, url, poster }: DraftMedia, box: Element | undefined): string | undefined {
    const address = url ?? poster;
    if (address !== undefined) return new URL(address).pathname;
    if (kind !== 'video' || !box) return undefined;
    const known = this.#boxes.get(box) ?? `film-${(this.#films += 1)}`;
    this.#boxes.set(box, known);
    return known;
  }
}
