/** What TikTok's page is answered when it asks for comments, for the answers to one, and what it holds from the start. */
import { employee } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import type { Plants } from '../network.ts';
import type { StandItem, Thread } from '../thread-model.ts';

export const cdn = 'p16-sign-va.tiktokcdn-eu.com';
export const videoHost = 'v16-webapp-prime.tiktok.com';

export function avatarUrl({ avatar }: Pick<Person, 'avatar'>, size = 100): string {
  return `https://${cdn}/tos-maliva-avt-0068/${avatar.split('/').at(-1)}~tplv-tiktokx-cropcenter:${size}:${size}.png?x-expires=1&x-signature=stand`;
}

export function photoUrl(key: string, size = 'origin'): string {
  return `https://${cdn}/tos-useast2a-p-0068/${key}~tplv-tiktokx-${size}.jpg?x-expires=1`;
}

interface Comment {
  readonly cid: string;
  readonly aweme_id: string;
  readonly reply_id: string;
  readonly reply_to_reply_id: string;
  readonly create_time: number;
  readonly digg_count: number;
  readonly text: string;
  readonly user: { readonly uid: string; readonly unique_id: string; readonly nickname: string; readonly avatar_thumb: unknown };
  readonly reply_comment_total?: number;
  readonly reply_comment?: readonly Comment[] | null;
  readonly image_list?: readonly unknown[];
  /** Not of TikTok: pieces a test planted. */
  readonly plant?: { readonly html?: string; readonly attributes?: Readonly<Record<string, string>> };
}

function comment(made: Thread, plants: Plants, item: StandItem): Comment {
  const html = plants.items?.[item.id];
  const attributes = plants.attributes?.[item.id];
  const { author } = item;
  return {
    cid: item.id,
    aweme_id: made.post.id,
    reply_id: item.depth > 1 && item.parent ? item.parent : '0',
    reply_to_reply_id: '0',
    create_time: Math.floor(Date.parse(item.time) / 1_000),
    digg_count: item.counts.likes,
    text: item.text,
    user: {
      uid: author.id,
      unique_id: author.handle,
      nickname: author.name,
      avatar_thumb: { url_list: [avatarUrl(author)] },
    },
    ...(item.photos.length > 0 && {
      image_list: item.photos.map(({ key }) => ({ crop_url: { url_list: [photoUrl(key, 'comment')] } })),
    }),
    ...((html !== undefined || attributes) && {
      plant: { ...(html !== undefined && { html }), ...(attributes && { attributes }) },
    }),
  };
}

function threads(made: Thread): StandItem[][] {
  const found: StandItem[][] = [];
  for (const item of made.reactions.filter(({ isDeleted }) => !isDeleted)) {
    if (item.depth === 1) found.push([]);
    found.at(-1)?.push(item);
  }
  return found;
}

/** The first answer comes along when it is the account's own. */
export function commentList(made: Thread, plants: Plants, cursor: number, count: number): unknown {
  const all = threads(made);
  const to = cursor + Math.min(count, made.params.batch);
  const comments = all.slice(cursor, to).flatMap(([head, first, ...rest]) => {
    if (!head) return [];
    const preview = first?.isOwn ? [comment(made, plants, first)] : null;
    return [{ ...comment(made, plants, head), reply_comment_total: first ? rest.length + 1 : 0, reply_comment: preview }];
  });
  return { status_code: 0, comments, cursor: to, has_more: to < all.length ? 1 : 0, total: made.reactions.length };
}

export function replyList(made: Thread, plants: Plants, head: string, cursor: number, count: number): unknown {
  const [, ...replies] = threads(made).find(([first]) => first?.id === head) ?? [];
  const comments = replies.slice(cursor, cursor + count).map((item) => comment(made, plants, item));
  return {
    status_code: 0,
    comments,
    cursor: cursor + count,
    has_more: cursor + count < replies.length ? 1 : 0,
    total: replies.length,
  };
}

const account = (person: Person): unknown => ({
  id: person.id,
  uniqueId: person.handle,
  nickname: person.name,
  avatarThumb: avatarUrl(person),
  secUid: `MS4wLjABAAAA${person.id}`,
});

/** What stands in the page as JSON: the post, who is signed in, and people who are nowhere to be seen. */
export function rehydration(made: Thread, isProfile: boolean): unknown {
  const { post, others, params } = made;
  const detail = {
    'webapp.video-detail': {
      itemInfo: { itemStruct: itemStruct(made) },
      shareMeta: { title: post.author.name, desc: post.text },
    },
  };
  const profile = {
    'webapp.user-detail': {
      userInfo: {
        user: {
          ...(account(post.author) as object),
          signature: post.author.bio,
          verified: true,
          privateAccount: false,
          avatarLarger: avatarUrl(post.author, 1080),
        },
        stats: { followerCount: 48_213, followingCount: 12, heartCount: 91_000, videoCount: 31 },
      },
    },
  };
  return {
    __DEFAULT_SCOPE__: {
      'webapp.app-context': { language: params.language, user: params.signedIn ? account(employee) : null },
      ...(isProfile ? profile : detail),
      'webapp.related': others.hidden.map((person) => ({ author: account(person), desc: 'Verborgen' })),
    },
  };
}

function itemStruct({ post, params, reactions, others }: Thread): unknown {
  const isPhotos = params.photos > 1;
  const [singer] = others.advertisers;
  return {
    id: post.id,
    desc: post.text,
    createTime: String(Math.floor(Date.parse(post.time) / 1_000)),
    author: account(post.author),
    music: { id: '7219876068650583813', title: 'origineel geluid', authorName: singer?.name },
    stats: {
      diggCount: post.counts.likes,
      shareCount: post.counts.reposts,
      commentCount: reactions.length,
      playCount: post.counts.views,
      collectCount: '31',
    },
    itemCommentStatus: params.repliesAllowed || reactions.length > 0 ? 0 : 3,
    ...(isPhotos
      ? {
          imagePost: {
            images: post.photos.map(({ key }) => ({ imageURL: { urlList: [photoUrl(key)] }, imageWidth: 1_200, imageHeight: 800 })),
          },
        }
      : { video: video(post) }),
  };
}

function video({ id, photos }: StandItem): unknown {
  const address = (name: string) => `https://${videoHost}/video/tos/useast2a/${id}/${name}.mp4?a=1988`;
  return {
    width: 576,
    height: 1_024,
    duration: 10,
    cover: photoUrl(photos[0]?.key ?? id),
    originCover: photoUrl(photos[0]?.key ?? id),
    playAddr: address('gewoon'),
    downloadAddr: address('merk'),
    bitrateInfo: [
      { Bitrate: 400_000, PlayAddr: { UrlList: [address('klein')] } },
      { Bitrate: 900_000, PlayAddr: { UrlList: [address('groot'), 'https://www.tiktok.com/aweme/v1/play/?video_id=stand'] } },
    ],
    subtitleInfos: [
      { LanguageCodeName: 'eng-US', Url: `https://${cdn}/ondertitels/${id}-en.vtt`, Format: 'webvtt', Source: 'MT' },
      { LanguageCodeName: 'nld-NL', Url: `https://${cdn}/ondertitels/${id}-nl.vtt`, Format: 'webvtt', Source: 'ASR' },
    ],
  };
}
