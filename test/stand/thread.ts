/** A post with its reactions, made from a seed: what the pages show and what a capture must find. */
import { accounts, people } from '../../lib/practice/cast.ts';
import type { Person } from '../../lib/practice/cast.ts';
import { coloursOf } from './images.ts';
import { dice, opaque } from '../../lib/practice/dice.ts';
import { idAt } from './random.ts';
import type { Dice } from '../../lib/practice/dice.ts';
import { citizenText } from './said.ts';
import type { Making } from './said.ts';
import { fromOffice, ministerPosts, officePosts } from '../../lib/practice/texts.ts';
import { complete, named, twoLevels } from './thread-model.ts';
import type { NetworkName, Params, Photo, StandItem, Thread, ThreadParams } from './thread-model.ts';

const hourMs = 3_600_000;
/** Networks that show of each conversation one line of answers. */
const chained: ReadonlySet<NetworkName> = new Set(['x', 'threads']);
const firstPost = Date.UTC(2026, 10, 18, 8, 15);

export function thread(network: NetworkName, wanted: ThreadParams = {}): Thread {
  const params = complete(wanted);
  const roll = dice(params.seed);
  const others = 12;
  const everybody = people(Math.ceil(params.reactions * 0.8) + others + 2, params.seed).map((person, at) => ({
    ...person,
    ...params.casting[at],
  }));
  const cast = everybody.slice(0, -others);
  const rest = everybody.slice(-others);
  const makes: Making = { network, params, roll, cast, planted: [] };
  const post = makePost(makes);
  const reactions = markSpam(makeReactions(makes, post), params);
  return {
    network,
    params,
    post: { ...post, counts: { ...post.counts, replies: reactions.length } },
    reactions,
    cast,
    others: { rail: rest.slice(0, 4), hidden: rest.slice(4, 6), advertisers: rest.slice(6, 8), discovered: rest.slice(8) },
    planted: makes.planted,
  };
}

function makePost({ network, params, roll }: Making): StandItem {
  const author = accounts[params.account];
  const ms = firstPost + params.seed * 60_000;
  const texts = params.account === 'minister' ? ministerPosts : officePosts;
  const id = idAt(network, ms, 1);
  return {
    id,
    author,
    isOwn: true,
    depth: 0,
    time: new Date(ms).toISOString(),
    text: texts[params.seed % texts.length] ?? '',
    mentions: [],
    photos: Array.from({ length: params.photos }, (_, at) => photo(`${id}-own-${at}`, at === 0 ? author.name : undefined)),
    isSpam: false,
    isDeleted: false,
    counts: counts(roll, 8),
  };
}

/** The post's own pictures are as different as can be; their alt text says their colours. */
function photo(seed: string, artist?: string): Photo {
  const key = opaque(seed, 15);
  const [sky] = coloursOf(key);
  return { key, alt: `Vlakke tekening met een lucht in rgb(${sky.join(', ')})`, ...(artist !== undefined && { artist }) };
}

/** The profile's posts beside the thread's own. */
export function ownPost(made: Thread, at: number): StandItem {
  const ms = Date.parse(made.post.time) - at * 26 * 3_600_000;
  const id = idAt(made.network, ms, 100 + at);
  return {
    ...made.post,
    id,
    time: new Date(ms).toISOString(),
    text: officePosts[(at + 1) % officePosts.length] ?? '',
    photos: at % 3 === 1 ? [photo(`${id}-own`)] : [],
    counts: { replies: at, reposts: at * 3, likes: at * 17, views: at * 4_000 },
  };
}

function counts(roll: Dice, size: number): StandItem['counts'] {
  return {
    replies: 0,
    reposts: roll.below(size * 40),
    likes: roll.below(size * 220),
    views: 1_000 + roll.below(size * 9_000),
  };
}

/** X, Threads: conversations are chains. Elsewhere: trees, told depth first. All are in page order. */
function makeReactions(makes: Making, post: StandItem): StandItem[] {
  const { params, roll } = makes;
  const conversations: StandItem[][] = [];
  const total = params.repliesAllowed ? params.reactions + params.deleted : params.reactions;
  let made = 0;
  while (made < total) {
    const conversation: StandItem[] = [];
    do {
      conversation.push(makeReaction(makes, post, conversation, made));
      made += 1;
    } while (made < total && goesOn(makes, conversation));
    conversations.push(chained.has(makes.network) || named.has(makes.network) ? conversation : depthFirst(conversation, post.id));
  }
  // most show by what they think is worth most, Mastodon by time
  const ordered = makes.network === 'mastodon' ? conversations.toSorted(byTime) : shuffle(conversations, roll);
  return counted(ordered.flat());
}

function goesOn({ network, params, roll }: Making, conversation: readonly StandItem[]): boolean {
  if (!roll.chance(params.replyShare)) return false;
  const last = conversation.at(-1);
  return !chained.has(network) || (last !== undefined && last.depth < params.maxDepth && !last.isDeleted);
}

function makeReaction(makes: Making, post: StandItem, conversation: readonly StandItem[], at: number): StandItem {
  const { network, params, roll } = makes;
  const answered = parentIn(makes, conversation) ?? post;
  const isDeleted = at < params.deleted;
  const isOwn = !params.repliesAllowed || (answered !== post && !answered.isOwn && roll.chance(0.3));
  const author = isOwn ? post.author : who(makes, answered);
  const under = drawnUnder(network, conversation, answered);
  const ms = Date.parse(lastOf(network, conversation, answered).time) + afterMs(roll, answered === post);
  const id = idAt(network, ms, at + 2);
  const mentions = [answered.author, ...(answered.depth > 0 && !answered.isOwn ? [post.author] : [])].filter(
    (person) => person !== author,
  );
  const said = params.texts[at] ?? (isOwn ? roll.pick(fromOffice) : citizenText(makes, id, author, at));
  const text = [...calledIn(network, mentions, under !== undefined).map((person) => `@${person.handle}`), said].join(' ');
  const shows = !isOwn && roll.chance(0.06);
  return {
    id,
    author,
    isOwn,
    parent: answered.id,
    ...(under !== undefined && { under }),
    depth: answered.depth + 1,
    time: new Date(ms).toISOString(),
    text,
    mentions,
    photos: shows ? [{ ...photo(`${id}-citizen`), alt: `Foto van ${author.firstName} bij het loket` }] : [],
    isSpam: false,
    isDeleted,
    ...warningFor(network, isOwn, at),
    counts: counts(roll, 1),
  };
}

/** The head of the conversation, of what answers somebody further down in it. */
function drawnUnder(network: NetworkName, [root]: readonly StandItem[], answered: StandItem): string | undefined {
  return root && named.has(network) && answered !== root ? root.id : undefined;
}

/** Side by side they stand in the order in which they were said. */
function lastOf(network: NetworkName, conversation: readonly StandItem[], answered: StandItem): StandItem {
  return named.has(network) ? (conversation.at(-1) ?? answered) : answered;
}

/** On Mastodon whom you answer stands in the text itself; elsewhere only where the page draws it side by side. */
function calledIn(network: NetworkName, mentions: readonly Person[], isNamed: boolean): readonly Person[] {
  if (network === 'mastodon') return mentions;
  return isNamed ? mentions.slice(0, 1) : [];
}

/** A post is answered all morning long, a reaction within minutes. */
function afterMs(roll: Dice, isTheFirst: boolean): number {
  return isTheFirst ? roll.below(4 * hourMs) : 60_000 + roll.below(20 * 60_000);
}

function warningFor(network: NetworkName, isOwn: boolean, at: number): { warning?: string } {
  return network === 'mastodon' && !isOwn && at % 11 === 7 ? { warning: 'gemopper over beleid' } : {};
}

function parentIn({ network, params, roll }: Making, conversation: readonly StandItem[]): StandItem | undefined {
  if (chained.has(network)) return conversation.at(-1);
  if (named.has(network) && params.maxDepth > 2) return answeredByName(conversation, params, roll);
  if (twoLevels.has(network)) return conversation[0];
  const open = conversation.filter((item) => item.depth < params.maxDepth);
  return open.length ? roll.pick(open) : undefined;
}

/** Who spoke once: of anybody else the name would not tell which of their answers is meant. */
function answeredByName(conversation: readonly StandItem[], params: Params, roll: Dice): StandItem | undefined {
  const [root] = conversation;
  const once = conversation.filter(
    (item) => item.depth < params.maxDepth && conversation.filter(({ author }) => author === item.author).length === 1,
  );
  return root && roll.chance(0.6) && once.length > 0 ? roll.pick(once) : root;
}

/** Somebody of the cast; sometimes somebody who is in the thread already, never the one who is answered. */
function who({ roll, cast }: Making, answered: StandItem): Person {
  const found = roll.pick(cast);
  if (found !== answered.author) return found;
  const next = cast[(cast.indexOf(found) + 1) % cast.length];
  return next ?? found;
}

function depthFirst(items: readonly StandItem[], parent: string): StandItem[] {
  const children = items.filter((item) => item.parent === parent).toSorted((a, b) => a.time.localeCompare(b.time));
  return children.flatMap((item) => [item, ...depthFirst(items, item.id)]);
}

function byTime(one: readonly StandItem[], other: readonly StandItem[]): number {
  return (one[0]?.time ?? '').localeCompare(other[0]?.time ?? '');
}

function shuffle<T>(from: readonly T[], roll: Dice): T[] {
  return from
    .map((value) => ({ value, at: roll.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function counted(items: readonly StandItem[]): StandItem[] {
  const answers = new Map<string, number>();
  for (const { parent } of items) if (parent) answers.set(parent, (answers.get(parent) ?? 0) + 1);
  return items.map((item) => ({ ...item, counts: { ...item.counts, replies: answers.get(item.id) ?? 0 } }));
}

/** Whole conversations from the end of the page, until there are enough. */
function markSpam(items: readonly StandItem[], params: Params): StandItem[] {
  let from = items.length;
  while (from > 0 && items.length - from < params.spam) {
    from -= 1;
    while (from > 0 && (items[from]?.depth ?? 0) > 1) from -= 1;
  }
  return items.map((item, at) => (at < from ? item : { ...item, isSpam: true }));
}
