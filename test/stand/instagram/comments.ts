/** What the page's own questions for comments are answered with. */
import type { Person } from '../../../lib/practice/cast.ts';
import { shownCount, pieces } from '../texts.ts';
import type { Piece } from '../texts.ts';
import type { Plants } from '../network.ts';
import type { StandItem, Thread } from '../thread-model.ts';

export interface CommentData {
  readonly id: string;
  readonly parent?: string;
  readonly user: UserData;
  readonly time: string;
  readonly pieces: readonly Piece[];
  readonly likes?: string;
  readonly pictures: readonly string[];
  readonly replies: number;
  readonly planted?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}
export interface UserData {
  readonly username: string;
  readonly avatar: string;
  readonly isVerified: boolean;
}

export const portrait = (person: Person): string =>
  `https://instagram.fams1-1.fna.fbcdn.net/v/t51.2885-19/${person.avatar.replace('/', '_')}_n.jpg?stp=dst-jpg_s150x150_tt6&_nc_cat=1`;

/** Every size has its own address; the one without a size is the largest. */
export const photoAddress = (key: string, size?: number): string =>
  `https://scontent.cdninstagram.com/v/t51.82787-15/${key}_n.jpg?stp=dst-jpg_e35${size ? `_s${size}x${size}` : ''}_tt6&_nc_cat=1`;

export function user(person: Person): UserData {
  return { username: person.handle, avatar: portrait(person), isVerified: person.isVerified === true };
}

/** Comments on the post, or answers to one of them, from a place in the list on. */
export function batch(thread: Thread, plants: Plants, above: string, from: number, size: number) {
  const all = thread.reactions.filter((item) => (item.under ?? item.parent) === above);
  const items = all.slice(from, from + size).map((item) => comment(thread, plants, item));
  return { items, left: Math.max(0, all.length - from - size) };
}

function comment(thread: Thread, plants: Plants, item: StandItem): CommentData {
  const above = item.under ?? item.parent;
  const planted = plants.items?.[item.id];
  const attributes = plants.attributes?.[item.id];
  return {
    id: item.id,
    ...(above !== thread.post.id && above !== undefined && { parent: above }),
    user: user(item.author),
    time: item.time,
    pieces: pieces(item.text),
    ...(item.counts.likes > 0 && { likes: shownCount(item.counts.likes, thread.params.language) }),
    pictures: item.photos.map(({ key }) => photoAddress(key, 320)),
    replies: thread.reactions.filter(({ parent, under }) => (under ?? parent) === item.id).length,
    ...(planted !== undefined && { planted }),
    ...(attributes && { attributes }),
  };
}
