/** What the page's own questions for answers are answered with: conversations, each a chain. */
import { codeOf } from '../../../lib/platforms/shortcode.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import type { Plants } from '../network.ts';
import { pieces, shownCount } from '../texts.ts';
import type { Piece } from '../texts.ts';
import type { StandItem, Thread } from '../thread-model.ts';

export interface PostData {
  readonly id: string;
  readonly code: string;
  readonly user: { readonly username: string; readonly avatar: string; readonly isVerified: boolean };
  readonly time: string;
  readonly pieces: readonly Piece[];
  readonly counts: { readonly likes: string; readonly replies: string; readonly reposts: string };
  readonly pictures: readonly { readonly alt: string; readonly large: string; readonly small: string }[];
  readonly isAuthor: boolean;
  readonly planted?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export const portrait = (person: Pick<Person, 'avatar'>): string =>
  `https://instagram.fams1-1.fna.fbcdn.net/v/t51.2885-19/${person.avatar.replace('/', '_')}_n.jpg?stp=dst-jpg_s150x150_tt6`;

export const photoAddress = (key: string, size?: number): string =>
  `https://scontent.cdninstagram.com/v/t51.82787-15/${key}_n.jpg?stp=dst-jpg_e35${size ? `_s${size}x${size}` : ''}_tt6`;

export function postData(thread: Thread, plants: Plants, item: StandItem): PostData {
  const { language, hidden } = thread.params;
  const shown = (count: number) => (count > 0 ? shownCount(count, language) : '');
  const replies = item.id === thread.post.id ? thread.reactions.length + hidden : item.counts.replies;
  const planted = plants.items?.[item.id];
  const attributes = plants.attributes?.[item.id];
  return {
    id: item.id,
    code: codeOf(item.id),
    user: { username: item.author.handle, avatar: portrait(item.author), isVerified: item.author.isVerified === true },
    time: item.time,
    pieces: pieces(item.text),
    counts: { likes: shown(item.counts.likes), replies: shown(replies), reposts: shown(item.counts.reposts) },
    pictures: item.photos.map(({ key, alt }) => ({ alt, large: photoAddress(key), small: photoAddress(key, 320) })),
    isAuthor: item.isOwn,
    ...(planted !== undefined && { planted }),
    ...(attributes && { attributes }),
  };
}

/** Conversations from one on, each with at most `atOnce` posts at first; the rest comes when it is opened. */
const atOnce = 2;

export function batch(thread: Thread, plants: Plants, from: number) {
  const all = conversations(thread);
  const some = all.slice(from, from + thread.params.batch);
  return {
    chains: some.map((chain) => ({
      posts: chain.slice(0, atOnce).map((item) => postData(thread, plants, item)),
      left: Math.max(0, chain.length - atOnce),
    })),
    left: Math.max(0, all.length - from - thread.params.batch),
  };
}

export function rest(thread: Thread, plants: Plants, first: string) {
  const chain = conversations(thread).find(([item]) => item?.id === first) ?? [];
  return { posts: chain.slice(atOnce).map((item) => postData(thread, plants, item)) };
}

function conversations({ reactions }: Thread): StandItem[][] {
  const chains: StandItem[][] = [];
  for (const item of reactions) {
    if (item.depth === 1) chains.push([item]);
    else chains.at(-1)?.push(item);
  }
  return chains;
}
