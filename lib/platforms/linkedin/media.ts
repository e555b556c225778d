import type { DraftMedia } from '../../model/draft.ts';
import { bestImage, linksIn, resolve, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { all, attribute, closest, contains, matches, one } from '../read.ts';
import { oneLine, short, shortLength, visibleText } from '../text.ts';
import { unseenPictures } from '../unseen.ts';
import { outward } from './address.ts';
import { imageAddress } from './author.ts';
import { allOwn } from './block.ts';
import type { Block } from './block.ts';
import { accountLinks } from './parts.ts';
import { classic, composer, guest, hiddenCopy, portrait, sdui } from './selectors.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
}

const video = [
  '[data-test-id="feed-native-video-content"]',
  '.update-components-linkedin-video',
  '.feed-shared-linkedin-video',
  'video',
].join(', ');
const poll = '.update-components-poll, .feed-shared-poll, [data-test-id="poll"]';
const document = ['iframe[data-native-document-config]', '.update-components-document', '.feed-shared-document'].join(', ');
const card = [
  '[data-test-id="article-content"]',
  '.update-components-article',
  '.feed-shared-article',
  '.update-components-external-video',
  '.update-components-entity',
].join(', ');
const everything = [video, poll, document, card, 'a[href]:has(img)', 'img'].join(', ');
/** What the network writes where nobody described the picture. */
const undescribed = /^(?:no alternative text description|geen alternatieve tekst|view image|afbeelding weergeven|image preview)/iu;

/** Pictures, video, documents, polls and link cards of one block, in page order, without those of what it quotes. */
export function readMedia(block: Block, base: URL): ReadMedia {
  const media: DraftMedia[] = [];
  const marks: Mark[] = [];
  for (const element of allOwn(block, everything)) {
    if (marks.some((mark) => contains(mark.element, element)) || !isContent(element, base)) continue;
    const found = readOne(element, base);
    if (!found) continue;
    marks.push({ element, role: 'media', media: media.length });
    media.push(found);
  }
  const last = marks.findLast((mark) => mark.media !== undefined && media[mark.media]?.kind === 'image')?.element;
  return { media: media.length > 1 ? [...media, ...unseenPictures(last, block.element)] : media, marks };
}

const notMedia = `${composer}, ${hiddenCopy}, ${sdui.text}, ${guest.text}, ${classic.text}, ${classic.counts}, ${guest.reactions}, [role="menu"]`;

/** Not the portrait of somebody, a sign of the network, or a picture in a text. */
function isContent(element: Element, base: URL): boolean {
  if (closest(element, notMedia)) return false;
  if (matches(element, 'a')) return isCard(element, base);
  if (!matches(element, 'img')) return true;
  const address = imageAddress(element, base) ?? '';
  const isSign =
    matches(element, '[data-reaction-type], [aria-hidden="true"], [data-test-icon]') || address.startsWith('https://static.');
  return !isSign && !portrait.test(address) && !closest(element, accountLinks) && !isSmall(element);
}

/** A link out of the network with a picture in it. */
function isCard(link: Element, base: URL): boolean {
  const url = resolve(attribute(link, 'href'), base);
  return url !== undefined && outward(url) !== undefined;
}

function isSmall(image: Element): boolean {
  const width = Number.parseInt(attribute(image, 'width') ?? '', 10);
  return width > 0 && width <= 48;
}

function readOne(element: Element, base: URL): DraftMedia | undefined {
  if (matches(element, video)) return readVideo(element, base);
  if (matches(element, poll)) return texted('poll', visibleText(element, { isApart: true }));
  if (matches(element, document)) return readDocument(element, base);
  if (matches(element, `${card}, a`)) return readCard(element, base);
  const url = bestSource(element, base);
  return { kind: 'image', ...(url && { url }), ...describe(element), ...sizeOf(element) };
}

/** The largest the page offers; pictures that wait for their turn have their address beside. */
function bestSource(image: Element, base: URL): string | undefined {
  return attribute(image, 'srcset') ? bestImage(image, base) : imageAddress(image, base);
}

/** The guest page names whole files, with their bit rates. Elsewhere a player may have one, or a stream that cannot be had. */
function readVideo(place: Element, base: URL): DraftMedia {
  const player = matches(place, 'video') ? place : one(place, 'video');
  const holder = [player, place, one(place, '[data-poster-url]')].find((each) => attribute(each, 'data-poster-url'));
  const url =
    bestFile(attribute(player, 'data-sources'), base) ??
    webAddress(attribute(player, 'src') ?? attribute(player && one(player, 'source'), 'src'), base);
  const poster = webAddress(attribute(holder, 'data-poster-url') ?? attribute(player, 'poster'), base) ?? stillIn(place, base);
  const captions = webAddress(
    attribute(player, 'data-captions-url') ??
      attribute(player && one(player, 'track[kind="captions"], track[kind="subtitles"]'), 'src'),
    base,
  );
  return { kind: 'video', ...(url && isFile(url) && { url }), ...(poster && { poster }), ...(captions && { captions }) };
}

/** A list for a stream is no film. */
function isFile(url: string): boolean {
  return !/\.(?:m3u8|mpd)(?:$|\?)/iu.test(url);
}

function stillIn(place: Element, base: URL): string | undefined {
  const still = all(place, 'img').find((image) => !portrait.test(imageAddress(image, base) ?? ''));
  return still && bestSource(still, base);
}

function bestFile(sources: string | undefined, base: URL): string | undefined {
  if (!sources || sources.length > 20_000) return undefined;
  const files = listIn(sources)
    .filter((file): file is Record<string, unknown> => typeof file === 'object' && file !== null)
    .flatMap((file) => (typeof file['src'] === 'string' ? [{ src: file['src'], rate: Number(file['data-bitrate']) || 0 }] : []))
    .toSorted((a, b) => b.rate - a.rate);
  return files.map(({ src }) => webAddress(src, base)).find((url) => url && isFile(url));
}

function listIn(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return []; // a page that says otherwise: there is still the poster
  }
}

/** Pages of a document are drawn in a frame: what can be kept is what is written around it. */
function readDocument(place: Element, base: URL): DraftMedia {
  const title = attribute(matches(place, 'iframe') ? place : one(place, 'iframe'), 'title') ?? titleIn(place);
  const link = linksIn(place, base)[0]?.url;
  return { ...texted('card', title ?? visibleText(place, { isApart: true })), ...(link && outward(link) && { link: link.href }) };
}

function titleIn(place: Element): string | undefined {
  const config = attribute(place, 'data-native-document-config')?.slice(0, 200_000);
  const title = config?.match(/"title":"((?:[^"\\]|\\.){1,400})"/u)?.[1];
  return title?.replace(/\\(.)/gu, '$1');
}

function readCard(place: Element, base: URL): DraftMedia {
  const links = matches(place, 'a')
    ? linksIn(place.parentElement ?? place, base).filter(({ element }) => element === place)
    : linksIn(place, base);
  const link = links.map(({ url }) => outward(url) ?? url)[0];
  return { ...texted('card', visibleText(place, { isApart: true })), ...(link && { link: link.href }) };
}

function texted(kind: 'card' | 'poll', text: string): DraftMedia {
  const line = short(text);
  return { kind, ...(line && { text: line }) };
}

function describe(image: Element): Pick<DraftMedia, 'alt'> {
  const alt = oneLine(attribute(image, 'alt') ?? '').slice(0, shortLength);
  return alt && !undescribed.test(alt) ? { alt } : {};
}

function sizeOf(image: Element): Pick<DraftMedia, 'width' | 'height'> {
  const [width, height] = ['width', 'height'].map((name) => Number(attribute(image, name)));
  return width && height && Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0 ? { width, height } : {};
}
