/**
 * What the page's own data say of the one post the page is about: the named fields below and nothing else (D1). The newest place
 * first; `SIGI_STATE` until 2023.
 */
import type { CountName, DraftMedia } from '../../model/draft.ts';
import { webAddress } from '../address.ts';
import { given } from '../given.ts';
import { jsonIn, listAt, numberAt, objectAt, shortAt, textAt } from '../json.ts';
import type { Json } from '../json.ts';

export interface PostData {
  readonly text?: string;
  /** ISO 8601 UTC. */
  readonly createdAt?: string;
  readonly handle?: string;
  readonly name?: string;
  /** Whose sound it is: often a third party. */
  readonly musicBy?: string;
  readonly counts: Partial<Record<CountName, string>>;
  readonly media: readonly DraftMedia[];
  /** Who may comment is a number there; 3 is nobody. */
  readonly isClosed?: true;
}

export function postData(page: Document, id: string, base: URL): PostData | undefined {
  const item = itemOf(page, id);
  if (!item) return undefined;
  const seconds = numberAt(item, 'createTime');
  return given({
    text: textAt(item, 'desc') ?? textAt(listAt(item, 'contents')[0], 'desc'),
    createdAt: seconds ? new Date(seconds * 1_000).toISOString() : undefined,
    handle: shortAt(item, 'author', 'uniqueId') ?? shortAt(item, 'author'),
    name: shortAt(item, 'author', 'nickname') ?? shortAt(item, 'nickname'),
    musicBy: shortAt(item, 'music', 'authorName'),
    counts: countsOf(item),
    media: mediaOf(item, base),
    isClosed: numberAt(item, 'itemCommentStatus') === 3 ? (true as const) : undefined,
  });
}

/** Data of another post than the address's are of the page that was here before. */
function itemOf(page: Document, id: string): Json | undefined {
  const scope = objectAt(jsonIn(page, 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__'), '__DEFAULT_SCOPE__');
  const found =
    objectAt(scope, 'webapp.video-detail', 'itemInfo', 'itemStruct') ??
    objectAt(scope, 'webapp.reflow.video.detail', 'itemInfo', 'itemStruct') ??
    objectAt(jsonIn(page, 'script#SIGI_STATE'), 'ItemModule', id);
  return found && textAt(found, 'id') === id ? found : undefined;
}

const countNames: readonly (readonly [CountName, string])[] = [
  ['likes', 'diggCount'],
  ['reposts', 'shareCount'],
  ['replies', 'commentCount'],
  ['views', 'playCount'],
  ['bookmarks', 'collectCount'],
];

function countsOf(item: Json): PostData['counts'] {
  const shown = countNames.flatMap(([name, field]) => {
    const count = numberAt(item, 'statsV2', field) ?? numberAt(item, 'stats', field);
    return count === undefined ? [] : [[name, String(count)]];
  });
  return Object.fromEntries(shown) as PostData['counts']; // names of the list above
}

function mediaOf(item: Json, base: URL): DraftMedia[] {
  const photos = listAt(item, 'imagePost', 'images').flatMap((image) => {
    const url = firstAddress(listAt(image, 'imageURL', 'urlList'), base);
    const size = given({ width: numberAt(image, 'imageWidth'), height: numberAt(image, 'imageHeight') });
    return url ? [{ kind: 'image' as const, url, ...size }] : [];
  });
  const video = objectAt(item, 'video');
  if (photos.length > 0 || !video) return photos;
  return [
    given({
      kind: 'video' as const,
      url: videoAddress(video, base),
      poster: ['originCover', 'cover', 'dynamicCover'].map((name) => webAddress(textAt(video, name), base)).find(Boolean),
      captions: captionsOf(video, base),
      width: numberAt(video, 'width'),
      height: numberAt(video, 'height'),
    }),
  ];
}

/** The largest file without TikTok's mark over it, else the one it gives for downloading. */
function videoAddress(video: Json, base: URL): string | undefined {
  const best = listAt(video, 'bitrateInfo')
    .map((entry) => ({ rate: numberAt(entry, 'Bitrate') ?? 0, url: firstAddress(listAt(entry, 'PlayAddr', 'UrlList'), base) }))
    .filter(({ url }) => url !== undefined)
    .toSorted((a, b) => b.rate - a.rate)[0];
  return best?.url ?? webAddress(textAt(video, 'playAddr'), base) ?? webAddress(textAt(video, 'downloadAddr'), base);
}

/** What was said, as TikTok heard it; translations by a machine are not of the author. */
function captionsOf(video: Json, base: URL): string | undefined {
  const all = listAt(video, 'subtitleInfos').filter((entry) => textAt(entry, 'Format')?.toLowerCase().includes('vtt') ?? true);
  const heard = all.find((entry) => textAt(entry, 'Source') === 'ASR') ?? all.find((entry) => textAt(entry, 'Source') !== 'MT');
  return webAddress(textAt(heard, 'Url'), base);
}

/** Of the addresses of one file those that are a file; the last is often the site's own, which answers to its own pages only. */
function firstAddress(list: readonly unknown[], base: URL): string | undefined {
  const addresses = list.flatMap((entry) => (typeof entry === 'string' ? (webAddress(entry, base) ?? []) : []));
  return addresses.find((address) => new URL(address).hostname !== base.hostname) ?? addresses[0];
}
