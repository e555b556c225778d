/** What the X page's own API answers: the rows of its list, batch by batch. */
import type { Person } from '../../../lib/practice/cast.ts';
import type { Plants } from '../network.ts';
import { fromStrangers } from '../../../lib/practice/texts.ts';
import { pieces, shownCount } from '../texts.ts';
import type { Piece } from '../texts.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { idAt } from '../random.ts';
import { ownPost } from '../thread.ts';
import type { Photo, StandItem, Thread } from '../thread-model.ts';
import { words } from './words.ts';

export interface Tweet {
  readonly id: string;
  readonly author: Pick<Person, 'name' | 'handle' | 'id' | 'avatar' | 'isVerified'> & { readonly namePieces: readonly Piece[] };
  readonly time: string;
  readonly lang: string;
  readonly pieces: readonly Piece[];
  /** How much of the text shows before "show more"; absent: all. */
  readonly cutAt?: number;
  readonly replyingTo: readonly string[];
  readonly photos: readonly Photo[];
  readonly extra?: Extra;
  readonly counts: readonly number[];
  readonly shown: readonly string[];
  readonly isPromoted?: true;
  readonly isPinned?: true;
  readonly repostedBy?: string;
  readonly quote?: Tweet;
  readonly canReply: boolean;
  readonly plant?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What else a post can hold; of a video only the still picture has an address. */
export type Extra = 'video' | 'gif' | 'card' | 'poll';

export type Row =
  | {
      readonly kind: 'tweet' | 'focal';
      readonly key: string;
      readonly tweet: Tweet;
      readonly up: boolean;
      readonly down: boolean;
      readonly isLast: boolean;
    }
  | { readonly kind: 'more'; readonly key: string; readonly label: string; readonly cursor: string; readonly down: boolean }
  | { readonly kind: 'separator' | 'composer'; readonly key: string }
  | { readonly kind: 'heading'; readonly key: string; readonly label: string; readonly sub: string }
  | { readonly kind: 'notice'; readonly key: string; readonly label: string }
  | { readonly kind: 'who'; readonly key: string; readonly label: string; readonly sub: string };

export interface Batch {
  readonly rows: readonly Row[];
  /** Where the next batch starts; absent: this was the last. */
  readonly cursor?: string;
}

const longText = 280;
/** Replies of a conversation that show at once; the others stand behind "show replies". */
const shownAtOnce = 2;
const perClick = 5;

export function batch(made: Thread, plants: Plants, cursor: string | null): Batch {
  const all = conversations(made);
  const [kind = '', place = ''] = (cursor ?? 'list:0').split(':');
  if (kind === 'more') return { rows: restOf(made, plants, all, place) };
  if (kind === 'spam') return { rows: all.filter(isSpam).flatMap((each) => conversationRows(made, plants, each)) };
  return list(
    made,
    plants,
    all.filter((each) => !isSpam(each)),
    Number(place),
    all.some(isSpam),
  );
}

function conversations(made: Thread): StandItem[][] {
  const found: StandItem[][] = [];
  for (const item of made.reactions) {
    if (item.depth === 1) found.push([]);
    found.at(-1)?.push(item);
  }
  return found;
}

const isSpam = (conversation: readonly StandItem[]): boolean => conversation[0]?.isSpam ?? false;

function list(made: Thread, plants: Plants, all: readonly StandItem[][], from: number, hasSpam: boolean): Batch {
  const rows: Row[] = from === 0 ? focalRows(made, plants) : [];
  let at = from;
  while (at < all.length && rows.length < made.params.batch) {
    rows.push(...conversationRows(made, plants, all[at] ?? []));
    if (at % 25 === 12) rows.push(...advertisement(made, at));
    at += 1;
  }
  if (at >= all.length) return { rows: [...rows, ...ending(made, hasSpam)] };
  // half-way the page stops loading by itself and offers a button
  const half = Math.floor(all.length / 2);
  if (all.length > 60 && from < half && at >= half) {
    return {
      rows: [...rows, { kind: 'more', key: `more-list-${at}`, label: say(made).moreReplies, cursor: `list:${at}`, down: false }],
    };
  }
  return { rows, cursor: `list:${at}` };
}

function focalRows(made: Thread, plants: Plants): Row[] {
  const { post, params } = made;
  const rows: Row[] = [{ ...tweetRow(made, plants, post), kind: 'focal', isLast: true }];
  if (!params.repliesAllowed) {
    rows.push({ kind: 'who', key: 'who', label: say(made).whoCanReply, sub: say(made).onlyMentioned });
  } else if (params.signedIn) rows.push({ kind: 'composer', key: 'composer' });
  return [...rows, { kind: 'separator', key: 'separator-focal' }];
}

function conversationRows(made: Thread, plants: Plants, items: readonly StandItem[]): Row[] {
  const first = items[0];
  if (!first) return [];
  const key = `separator-${first.id}`;
  if (first.isDeleted) {
    return [
      { kind: 'notice', key: first.id, label: say(made).deleted },
      { kind: 'separator', key },
    ];
  }
  const shown = chain(made, plants, items.slice(0, shownAtOnce), false, items.length > shownAtOnce);
  return [...shown, ...moreButton(made, items, shownAtOnce), { kind: 'separator', key }];
}

/** `more:<conversation>,<from>` */
function restOf(made: Thread, plants: Plants, all: readonly StandItem[][], place: string): Row[] {
  const [id, from = '0'] = place.split(',');
  const items = all.find((each) => each[0]?.id === id) ?? [];
  const to = Number(from) + perClick;
  return [...chain(made, plants, items.slice(Number(from), to), true, items.length > to), ...moreButton(made, items, to)];
}

function moreButton(made: Thread, items: readonly StandItem[], from: number): Row[] {
  const first = items[0];
  if (!first || items.length <= from) return [];
  const label = from === shownAtOnce ? say(made).showReplies : say(made).moreReplies;
  return [{ kind: 'more', key: `more-${first.id}-${from}`, label, cursor: `more:${first.id},${from}`, down: true }];
}

function chain(made: Thread, plants: Plants, items: readonly StandItem[], startsUp: boolean, endsDown: boolean): Row[] {
  return items.map((item, at) => {
    const isEnd = at === items.length - 1;
    return { ...tweetRow(made, plants, item), up: startsUp || at > 0, down: !isEnd || endsDown, isLast: isEnd && !endsDown };
  });
}

function ending(made: Thread, hasSpam: boolean): Row[] {
  const { others, params } = made;
  const spam: Row[] = hasSpam
    ? [
        { kind: 'more', key: 'more-spam', label: say(made).spam, cursor: 'spam:all', down: false },
        { kind: 'separator', key: 'separator-spam' },
      ]
    : [];
  if (!params.signedIn) return spam;
  const heading: Row = { kind: 'heading', key: 'discover', label: say(made).discover, sub: say(made).fromAllOver };
  return [...spam, heading, ...others.discovered.map((person, at) => strangerRow(made, person, at))];
}

/** A post of somebody who has nothing to do with the thread. */
export function strangerRow(made: Thread, person: Person, at: number): Extract<Row, { kind: 'tweet' | 'focal' }> {
  const ms = Date.parse(made.post.time) - (at + 1) * 5_400_000;
  const item: StandItem = {
    id: idAt('x', ms, 3_000 + at),
    author: person,
    isOwn: false,
    depth: 0,
    time: new Date(ms).toISOString(),
    text: fromStrangers[at % fromStrangers.length] ?? '',
    mentions: [],
    photos: at % 2 ? [{ key: opaque(`stranger-${person.id}`, 15), alt: `Foto van ${person.name}` }] : [],
    isSpam: false,
    isDeleted: false,
    counts: { replies: at + 2, reposts: 10 * at, likes: 120 + at, views: 20_000 },
  };
  return { ...tweetRow(made, {}, item), isLast: true };
}

function advertisement(made: Thread, at: number): Row[] {
  const seller = made.others.advertisers[at % made.others.advertisers.length];
  if (!seller) return [];
  const row = strangerRow(made, seller, 40 + at);
  const key = `advertisement-${at}`;
  return [
    { ...row, key, tweet: { ...row.tweet, isPromoted: true } },
    { kind: 'separator', key: `separator-${key}` },
  ];
}

export function tweetRow(made: Thread, plants: Plants, item: StandItem): Extract<Row, { kind: 'tweet' | 'focal' }> {
  return { kind: 'tweet', key: item.id, tweet: tweet(made, plants, item), up: false, down: false, isLast: false };
}

function tweet(made: Thread, plants: Plants, item: StandItem): Tweet {
  const { language, repliesAllowed } = made.params;
  const { replies, reposts, likes, views } = item.counts;
  const numbers = [replies, reposts, likes, Math.floor(likes / 9), views];
  const { name, handle, id, avatar, isVerified } = item.author;
  const extra = plants.items?.[item.id];
  const attributes = plants.attributes?.[item.id];
  return {
    id: item.id,
    author: { name, handle, id, avatar, namePieces: pieces(name), ...(isVerified && { isVerified }) },
    time: item.time,
    lang: 'nl',
    pieces: pieces(item.text),
    ...(item.text.length > longText && { cutAt: 230 }),
    replyingTo: item.mentions.map((person) => person.handle),
    photos: item.photos,
    counts: numbers,
    shown: numbers.map((number) => (number ? shownCount(number, language) : '')),
    canReply: repliesAllowed,
    ...(extra !== undefined && { plant: extra }),
    ...(attributes && { attributes }),
  };
}

/** A reaction on its own page: what it answers above it, its answers under it. */
export function around(made: Thread, plants: Plants, id: string): Batch {
  const others = Array.from({ length: 11 }, (_, at) => ownPost(made, at + 1));
  const byId = new Map([made.post, ...others, ...made.reactions].map((item) => [item.id, item]));
  const focal = byId.get(id);
  if (!focal) return { rows: [] };
  const above: StandItem[] = [];
  for (let up = focal.parent; up !== undefined; up = byId.get(up)?.parent) above.unshift(byId.get(up) ?? made.post);
  const ancestors = chain(made, plants, above, false, true);
  const under = made.reactions.filter((item) => item.parent === id);
  return {
    rows: [
      ...ancestors,
      { ...tweetRow(made, plants, focal), kind: 'focal', up: true, isLast: true },
      { kind: 'separator', key: 'separator-focal' },
      ...under.flatMap((item) => conversationRows(made, plants, [item])),
    ],
  };
}

function say(made: Thread): (typeof words)['nl'] {
  return words[made.params.language];
}
