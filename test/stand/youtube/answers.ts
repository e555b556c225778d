/** What the page asks for after it is drawn: reactions in batches, and the answers to each of them. */
import type { Person } from '../../../lib/practice/cast.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { pieces, shownCount } from '../texts.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { timeAgo, words } from './words.ts';
import type { Plants } from '../network.ts';

export interface CommentNode {
  readonly id: string;
  readonly href: string;
  readonly author: { readonly label: string; readonly href: string; readonly avatar: string; readonly isOwner: boolean };
  readonly pieces: readonly { readonly text: string; readonly href?: string }[];
  readonly time: string;
  readonly likes: string;
  readonly likeLabel: string;
  readonly isPinned: boolean;
  readonly isRemoved: boolean;
  /** Label of the button that opens the answers; absent: there are none. */
  readonly replies?: string;
  readonly more: string;
  readonly plant?: { readonly html?: string; readonly attributes?: Readonly<Record<string, string>> };
}
export interface Answered {
  readonly nodes: readonly CommentNode[];
  readonly next?: string;
  /** The words on the button before `next`; absent: it goes on by itself when it is in view. */
  readonly button?: string;
}

const repliesPerAnswer = 10;

/** Channel ids are kept apart from handles, as the network does. */
export const channelId = (person: Person): string => `UC${opaque(`channel-${person.id}`, 22)}`;
export const avatarUrl = (person: Person): string =>
  `https://yt3.ggpht.com/${person.avatar.split('/').at(-1) ?? ''}=s88-c-k-c0x00ffffff-no-rj`;

/** `top:<from>` or `re:<id>:<from>`. */
export function answerTo(thread: Thread, plants: Plants, path: string, token: string): Answered {
  const [kind = '', id = '', start = '0'] = token.split(':');
  const list = kind === 'top' ? topLevel(thread) : under(thread, id);
  const from = Number(kind === 'top' ? id : start);
  const size = kind === 'top' ? thread.params.batch : repliesPerAnswer;
  const nodes = list
    .slice(from, from + size)
    .map((item, at) => node(thread, plants, path, item, kind === 'top' && from + at === 0));
  const isMore = from + size < list.length;
  const next = kind === 'top' ? `top:${from + size}` : `re:${id}:${from + size}`;
  const button = kind === 'top' ? undefined : words[thread.params.language].moreReplies;
  return { nodes, ...(isMore && { next, ...(button !== undefined && { button }) }) };
}

function topLevel({ post, reactions }: Thread): StandItem[] {
  return reactions.filter(({ parent }) => parent === post.id);
}

/** Before 2026 every answer of a conversation stands in one list. */
function under(thread: Thread, id: string): StandItem[] {
  const direct = thread.reactions.filter(({ parent }) => parent === id);
  return isNested(thread) ? direct : direct.flatMap((item) => [item, ...under(thread, item.id)]);
}

export function isNested({ params: { layout } }: Thread): boolean {
  return layout !== 'replies' && layout !== 'renderer';
}

function node(thread: Thread, plants: Plants, path: string, item: StandItem, isFirst: boolean): CommentNode {
  const { params, post } = thread;
  const say = words[params.language];
  const isOld = params.layout === 'renderer';
  const answers = under(thread, item.id).length;
  const isTop = item.parent === post.id;
  const shown = timeAgo(item.time, Date.parse(post.time) + 5 * 3_600_000, params.language);
  const likes = shownCount(item.counts.likes, params.language);
  return {
    id: item.id,
    href: `${path}${path.includes('?') ? '&' : '?'}lc=${isTop ? lc(item.id) : `${lc(rootOf(thread, item).id)}.${lc(item.id)}`}`,
    author: {
      label: isOld ? item.author.name : `@${item.author.handle}`,
      href: isOld ? `/channel/${channelId(item.author)}` : `/@${item.author.handle}`,
      avatar: avatarUrl(item.author),
      isOwner: item.isOwn,
    },
    pieces: textPieces(thread, item),
    time: item.id.charCodeAt(3) % 7 === 0 ? `${shown} ${say.edited}` : shown,
    likes: item.counts.likes ? likes : '',
    likeLabel: say.likeComment(likes),
    isPinned: isFirst && item.isOwn,
    isRemoved: item.isDeleted,
    ...(answers > 0 && (isTop || isNested(thread)) && { replies: say.replies(answers) }),
    more: say.readMore,
    ...planted(plants, item),
  };
}

function planted({ items, attributes }: Plants, { id }: StandItem): Pick<CommentNode, 'plant'> {
  const html = items?.[id];
  const added = attributes?.[id];
  if (html === undefined && !added) return {};
  return { plant: { ...(html !== undefined && { html }), ...(added && { attributes: added }) } };
}

/** Ids of reactions are 26 characters, and end alike. */
const lc = (id: string): string => `Ug${id}${'x'.repeat(7)}AaABAg`;

function rootOf(thread: Thread, item: StandItem): StandItem {
  const above = thread.reactions.find(({ id }) => id === item.parent);
  return above ? rootOf(thread, above) : item;
}

/** Who is answered stands in front of the text, as a link. */
function textPieces(thread: Thread, item: StandItem): CommentNode['pieces'] {
  const byHandle = new Map([...thread.cast, thread.post.author].map((person) => [`@${person.handle}`, person]));
  return pieces(item.text).map(({ is, text }) => {
    const person = is === 'mention' ? byHandle.get(text) : undefined;
    if (person) return { text, href: thread.params.layout === 'renderer' ? `/channel/${channelId(person)}` : `/@${person.handle}` };
    if (is === 'tag') return { text, href: `/hashtag/${text.slice(1)}` };
    return is === 'link'
      ? { text, href: `https://www.youtube.com/redirect?event=comments&q=${encodeURIComponent(text)}` }
      : { text };
  });
}
