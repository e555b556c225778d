/** What the page's own API answers: comments in batches, answers when they are asked for. */
import type { Person } from '../../../lib/practice/cast.ts';
import type { Plants } from '../network.ts';
import { pieces } from '../texts.ts';
import type { Piece } from '../texts.ts';
import type { Photo, StandItem, Thread } from '../thread-model.ts';

export interface CommentData {
  readonly id: string;
  /** The comment at the top of the conversation, when this is an answer. */
  readonly root?: string;
  readonly whom?: string;
  readonly author: Pick<Person, 'name' | 'handle' | 'avatar'>;
  readonly isOwn: boolean;
  readonly time: string;
  readonly paragraphs: readonly (readonly Piece[])[];
  readonly photos: readonly Photo[];
  readonly likes: number;
  /** Direct answers, all behind a control at first. */
  readonly replies: number;
  readonly replied?: string;
  readonly repliedAvatar?: string;
  readonly plant?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Batch {
  readonly comments: readonly CommentData[];
  /** Where the next batch starts; absent: this was the last. */
  readonly next?: number;
  /** The next batch comes by a control and not by scrolling. */
  readonly isByButton?: true;
}

/** What stands in the page before anything is asked. */
const firstPaint = 3;
const perClick = 5;

export function topLevel(made: Thread, plants: Plants, from: number): Batch {
  const all = childrenOf(made, made.post.id);
  const to = from === 0 ? firstPaint : from + made.params.batch;
  // logged out little is given
  const shown = made.params.signedIn ? all : all.slice(0, 10);
  const half = Math.floor(all.length / 2);
  return {
    comments: shown.slice(from, to).map((item) => commentData(made, plants, item)),
    ...(to < shown.length && { next: to }),
    ...(from < half && to >= half && shown.length > 40 && { isByButton: true as const }),
  };
}

export function answersTo(made: Thread, plants: Plants, parent: string, from: number): Batch {
  const all = childrenOf(made, parent);
  const to = from + perClick;
  return { comments: all.slice(from, to).map((item) => commentData(made, plants, item)), ...(to < all.length && { next: to }) };
}

function childrenOf(made: Thread, parent: string): StandItem[] {
  return made.reactions.filter((item) => item.parent === parent && !item.isDeleted);
}

function commentData(made: Thread, plants: Plants, item: StandItem): CommentData {
  const answers = childrenOf(made, item.id);
  const parent = made.reactions.find(({ id }) => id === item.parent);
  const { name, handle, avatar } = item.author;
  const plant = plants.items?.[item.id];
  const attributes = plants.attributes?.[item.id];
  const first = answers[0];
  return {
    id: item.id,
    ...(parent && { root: rootOf(made, item).id, whom: parent.author.name }),
    author: { name, handle, avatar },
    isOwn: item.isOwn,
    time: item.time,
    paragraphs: item.text.split('\n').map((line) => named(made, pieces(line))),
    photos: item.photos,
    likes: item.counts.likes,
    replies: answers.length,
    ...(first && { replied: first.author.name, repliedAvatar: first.author.avatar }),
    ...(plant !== undefined && { plant }),
    ...(attributes && { attributes }),
  };
}

function rootOf(made: Thread, item: StandItem): StandItem {
  const parent = made.reactions.find(({ id }) => id === item.parent);
  return parent ? rootOf(made, parent) : item;
}

/** Facebook writes the name of who is mentioned, and leads to the account. */
function named(made: Thread, all: readonly Piece[]): Piece[] {
  return all.map((piece) => {
    if (piece.is !== 'mention') return piece;
    const person = made.cast.find(({ handle }) => `@${handle}` === piece.text);
    return person ? { ...piece, text: `${piece.text} ${person.name}` } : { is: 'text', text: piece.text };
  });
}
