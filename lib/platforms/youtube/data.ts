/** What YouTube's own data in the page says, read for named fields only (D1): who a channel is, and what a video offers. */
import { pageData } from '../data.ts';
import { given } from '../given.ts';

export interface VideoData {
  readonly description?: string;
  readonly published?: string;
  readonly thumbnail?: string;
  /** Addresses of subtitles: made by people first. */
  readonly captions: readonly string[];
  readonly author?: string;
  readonly channelId?: string;
  readonly ownerUrl?: string;
  readonly isLive: boolean;
}
export interface DataAccount {
  readonly handle?: string;
  readonly id?: string;
  readonly name?: string;
  readonly avatar?: string;
  readonly isEmployee?: true;
}

type Data = Readonly<Record<string, unknown>>;

const about = /"(?:browseId|canonicalBaseUrl|channelId|externalId|videoDetails|accountName)"/;
const maxNodes = 400_000;
const maxAccounts = 5_000;

interface PageSays {
  readonly accounts: readonly DataAccount[];
  readonly handles: ReadonlyMap<string, string>;
  readonly videos: ReadonlyMap<string, VideoData>;
}
/** The scripts are as the server sent them; what the page loads later stands nowhere in it. */
const known = new WeakMap<Document, PageSays>();

export function dataOf(page: Document): PageSays {
  const before = known.get(page);
  if (before) return before;
  const accounts: DataAccount[] = [];
  const videos = new Map<string, VideoData>();
  const stack = pageData(page, about);
  for (let left = maxNodes; left > 0 && stack.length > 0; left -= 1) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) continue;
    const data = value as Data; // an object read from JSON; its values are looked at before use
    const account = accounts.length < maxAccounts ? accountOf(data) : undefined;
    if (account) accounts.push(account);
    const id = text(inside(data, 'videoDetails'), 'videoId');
    if (id) videos.set(id, videoOf(data));
    for (const inner of Object.values(value)) stack.push(inner);
  }
  const handles = new Map(accounts.flatMap(({ id, handle }) => (id && handle ? [[id, handle] as const] : [])));
  const says = { accounts, handles, videos };
  known.set(page, says);
  return says;
}

/** The shapes an account has: a link with its words, a reaction, a channel, the menu of who is signed in. */
function accountOf(data: Data): DataAccount | undefined {
  const link =
    inside(data, 'navigationEndpoint', 'browseEndpoint') ??
    inside(data, 'authorEndpoint', 'browseEndpoint') ??
    inside(data, 'browseEndpoint');
  const name = nameIn(data);
  const channel = channelIn(data, link);
  const path = text(link, 'canonicalBaseUrl') ?? first(data, 'vanityChannelUrl', 'ownerProfileUrl') ?? words(data['channelHandle']);
  const handle = handleIn(path) ?? handleIn(name);
  const isEmployee = data['accountName'] === undefined ? undefined : (true as const);
  if (!handle && !channel && !isEmployee) return undefined;
  return given({
    handle,
    id: channel,
    name: name?.startsWith('@') ? undefined : name,
    avatar:
      text(data, 'avatarThumbnailUrl') ?? text(largest(data['authorThumbnail'] ?? data['avatar'] ?? data['accountPhoto']), 'url'),
    isEmployee,
  });
}

function channelIn(data: Data, link: Data | undefined): string | undefined {
  const id = text(link, 'browseId') ?? first(data, 'channelId', 'externalId', 'externalChannelId');
  return id && /^UC[\w-]{10,40}$/u.test(id) ? id : undefined;
}

function nameIn(data: Data): string | undefined {
  const written = text(data, 'text') ?? words(data['authorText']) ?? words(data['accountName']);
  return written ?? first(data, 'displayName', 'ownerChannelName') ?? (data['externalId'] ? text(data, 'title') : undefined);
}

function handleIn(path: string | undefined): string | undefined {
  return /(?:^|\/)@([^\s/@]{2,100})$/u.exec(path ?? '')?.[1];
}

function first(data: Data, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => text(data, name) ?? [])[0];
}

function videoOf(data: Data): VideoData {
  const details = inside(data, 'videoDetails');
  const format = inside(data, 'microformat', 'playerMicroformatRenderer');
  return given({
    description: text(details, 'shortDescription', 10_000),
    published: text(format, 'publishDate') ?? text(format, 'uploadDate'),
    thumbnail: text(largest(format?.['thumbnail']), 'url') ?? text(largest(details?.['thumbnail']), 'url'),
    author: text(details, 'author'),
    channelId: text(details, 'channelId'),
    ownerUrl: text(format, 'ownerProfileUrl'),
    captions: captionsOf(data),
    isLive: details?.['isLiveContent'] === true,
  });
}

function captionsOf(data: Data): string[] {
  const tracks = inside(data, 'captions', 'playerCaptionsTracklistRenderer')?.['captionTracks'];
  return list(tracks)
    .toSorted((a, b) => Number(a['kind'] === 'asr') - Number(b['kind'] === 'asr'))
    .flatMap((track) => text(track, 'baseUrl', 8_000) ?? []);
}

function inside(data: Data | undefined, ...path: readonly string[]): Data | undefined {
  let here: unknown = data;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Data)[name]; // has it, as was just asked
  }
  return typeof here === 'object' && here !== null ? (here as Data) : undefined; // idem
}

function text(data: Data | undefined, name: string, maxLength = 2_000): string | undefined {
  const value = data && Object.hasOwn(data, name) ? data[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' && value.length <= maxLength ? value : undefined;
}

/** Words in one piece or in several. */
function words(value: unknown): string | undefined {
  const data = typeof value === 'object' && value !== null ? (value as Data) : undefined; // idem
  const runs = list(data?.['runs']).flatMap((run) => text(run, 'text') ?? []);
  return text(data, 'simpleText') ?? (runs.join('') || undefined);
}

function list(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

function largest(picture: unknown): Data | undefined {
  const data = typeof picture === 'object' && picture !== null ? (picture as Data) : undefined; // idem
  return list(data?.['thumbnails']).toSorted((a, b) => Number(b['width'] ?? 0) - Number(a['width'] ?? 0))[0];
}
