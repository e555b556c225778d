import type { DraftMedia } from '../../model/draft.ts';
import { linksIn, resolve, webAddress } from '../address.ts';
import type { Mark } from '../adapter.ts';
import { all, attribute, contains, matches, one } from '../read.ts';
import { oneLine, short, shortLength, visibleText } from '../text.ts';
import { isEmbedded } from './article.ts';
import { selectors } from './selectors.ts';

export interface ReadMedia {
  readonly media: readonly DraftMedia[];
  readonly marks: readonly Mark[];
}

/** Photos, videos, cards and polls of one post, in page order, without those of what it quotes. */
export function readMedia(place: Element, except: Element | undefined, base: URL): ReadMedia {
  const media: DraftMedia[] = [];
  const marks: Mark[] = [];
  // in page order: what is inside an earlier one is inside the last, and thousands of pictures are not compared each with each
  for (const element of all(place, `${selectors.photo}, ${selectors.player}, ${selectors.video}, ${selectors.card}`)) {
    if (contains(except, element) || isEmbedded(element, place) || contains(marks.at(-1)?.element, element)) continue;
    marks.push({ element, role: 'media', media: media.length });
    media.push(readOne(element, base));
  }
  return { media, marks };
}

function readOne(element: Element, base: URL): DraftMedia {
  if (matches(element, selectors.card)) return readCard(element, base);
  const video = matches(element, selectors.video) ? element : one(element, selectors.video);
  if (video) return readVideo(video, base);
  const image = one(element, 'img');
  const address = resolve(attribute(image, 'src'), base);
  const isPlayer = matches(element, selectors.player) || one(element, selectors.player) !== undefined;
  // not loaded yet: it is there all the same
  if (!image || !address) return { kind: isPlayer ? 'video' : 'image', ...(image && describe(image)) };
  // a video that has not been started is its still picture only
  const still = address.pathname.match(/^\/(tweet_video|ext_tw_video|amplify_video)_thumb\//u)?.[1];
  if (still || isPlayer) return { kind: still === 'tweet_video' ? 'gif' : 'video', poster: address.href, ...describe(image) };
  return { kind: 'image', url: original(address), ...describe(image), ...sizeOf(image) };
}

/** GIFs are small mp4 files with an address; video has a `blob:` source, of which only the still picture can be kept. */
function readVideo(video: Element, base: URL): DraftMedia {
  const sources = [video, ...all(video, 'source')].map((place) => webAddress(attribute(place, 'src'), base));
  // a list of segments is not the film
  const url = sources.find((source) => source && !new URL(source).pathname.endsWith('.m3u8'));
  const poster = webAddress(attribute(video, 'poster'), base);
  const isGif = [url, poster].some((address) => address?.includes('/tweet_video'));
  return { kind: isGif ? 'gif' : 'video', ...(url && { url }), ...(poster && { poster }) };
}

function readCard(card: Element, base: URL): DraftMedia {
  const text = short(visibleText(card, { isApart: true }));
  if (one(card, selectors.poll)) return { kind: 'poll', ...(text && { text }) };
  const link = linksIn(card, base)[0]?.url.href;
  return { kind: 'card', ...(link && { link }), ...(text && { text }) };
}

/** The picture as it was uploaded, instead of the size that fitted the screen. */
export function original(address: URL): string {
  const file = address.pathname.match(/^(\/media\/[\w-]+)(?:\.(\w+))?(?::\w+)?$/u);
  if (address.hostname !== 'pbs.twimg.com' || !file) return address.href;
  const format = address.searchParams.get('format') ?? file[2] ?? 'jpg';
  // webp is made by X; what was uploaded is jpg or png
  return `https://pbs.twimg.com${file[1]}?format=${format === 'png' ? 'png' : 'jpg'}&name=orig`;
}

/** X writes "Image" where the author described nothing, in the language of the page. */
function describe(image: Element): Pick<DraftMedia, 'alt'> {
  const alt = oneLine(attribute(image, 'alt') ?? '').slice(0, shortLength);
  return alt && !undescribed.has(alt.toLowerCase()) ? { alt } : {};
}
const undescribed: ReadonlySet<string> = new Set(
  (
    'image afbeelding bild imagen imatge imagem immagine obraz obrázek obrázok görsel resim изображение зображення изображения ' +
    'kép imagine bilde billede kuva gambar imej slika εικόνα תמונה صورة تصویر छवि รูปภาพ 画像 图像 图片 圖片 影像 이미지'
  ).split(' '),
).add('hình ảnh');

function sizeOf(image: Element): Pick<DraftMedia, 'width' | 'height'> {
  const width = Number(attribute(image, 'width'));
  const height = Number(attribute(image, 'height'));
  return Number.isInteger(width) && width > 0 && Number.isInteger(height) && height > 0 ? { width, height } : {};
}
