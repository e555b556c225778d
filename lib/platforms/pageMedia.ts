/**
 * Pictures and films of one post in the page's own data (Instagram, Threads): slides that are not drawn yet, and the film
 * itself, which the page plays from pieces. Named fields only; everything else of that data is dropped (D1, R19).
 */
import type { DraftMedia } from '../model/draft.ts';
import { pageData } from './data.ts';

type Data = Readonly<Record<string, unknown>>;

const maxObjects = 200_000;
const maxSlides = 40;
const known = new WeakMap<Document, Map<string, readonly DraftMedia[] | undefined>>();

/** In the order of the post; `undefined` when the page's data does not hold this post. */
export function pageMedia(page: Document, code: string): readonly DraftMedia[] | undefined {
  const ofPage = known.get(page) ?? new Map<string, readonly DraftMedia[] | undefined>();
  if (ofPage.size === 0) known.set(page, ofPage);
  if (!ofPage.has(code)) ofPage.set(code, find(page, code));
  return ofPage.get(code);
}

function find(page: Document, code: string): readonly DraftMedia[] | undefined {
  for (const root of pageData(page, /"(?:image_versions2|display_url)"/u)) {
    const post = postIn(root, code);
    if (post) return slidesOf(post).slice(0, maxSlides).flatMap(readSlide);
  }
  return undefined;
}

function postIn(root: unknown, code: string): Data | undefined {
  const stack = [root];
  for (let count = 0; stack.length > 0 && count < maxObjects; count += 1) {
    const value = stack.pop();
    if (!isData(value)) continue;
    if ((value['code'] === code || value['shortcode'] === code) && slidesOf(value).flatMap(readSlide).length > 0) return value;
    stack.push(...Object.values(value));
  }
  return undefined;
}

/** A post of several pictures, in today's form and that of until 2022; else the post itself. */
function slidesOf(post: Data): Data[] {
  const today = list(post['carousel_media']);
  if (today.length > 0) return today;
  const children = post['edge_sidecar_to_children'];
  const older = isData(children) ? list(children['edges']).flatMap(({ node }) => (isData(node) ? [node] : [])) : [];
  return older.length > 0 ? older : [post];
}

function readSlide(slide: Data): DraftMedia[] {
  const still =
    largest(isData(slide['image_versions2']) ? slide['image_versions2']['candidates'] : undefined) ?? address(slide['display_url']);
  const film = largest(slide['video_versions']) ?? address(slide['video_url']);
  const alt = typeof slide['accessibility_caption'] === 'string' ? slide['accessibility_caption'].slice(0, 4_000) : '';
  if (film) return [{ kind: 'video', url: film, ...(still && { poster: still }), ...(alt && { alt }) }];
  return still ? [{ kind: 'image', url: still, ...(alt && { alt }) }] : [];
}

function largest(versions: unknown): string | undefined {
  const offered = list(versions).map(({ url, width }) => ({ url: address(url), width: typeof width === 'number' ? width : 0 }));
  return offered.toSorted((a, b) => b.width - a.width).find(({ url }) => url)?.url;
}

function address(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 8_000 && value.startsWith('https://') && URL.canParse(value)
    ? value
    : undefined;
}

function list(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(isData) : [];
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}
