/** The public API of a Mastodon server, as far as the page and a reader need it. */
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import type { Plants } from '../network.ts';
import { fileServer, mastodonAvatar, server } from './html.ts';
import { pieces } from '../texts.ts';
import { ownPost } from '../thread.ts';
import { account } from '../thread-model.ts';
import type { StandItem, Thread } from '../thread-model.ts';

export interface Status {
  readonly id: string;
  readonly created_at: string;
  readonly edited_at: null;
  readonly in_reply_to_id: string | null;
  readonly sensitive: boolean;
  readonly spoiler_text: string;
  readonly visibility: 'public' | 'direct';
  readonly language: string;
  readonly uri: string;
  readonly url: string;
  readonly replies_count: number;
  readonly reblogs_count: number;
  readonly favourites_count: number;
  readonly content: string;
  readonly account: Account;
  readonly mentions: readonly { readonly id: string; readonly acct: string; readonly username: string; readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly url: string }[];
  readonly media_attachments: readonly unknown[];
  readonly reblog: Status | null;
  readonly poll: unknown;
  readonly card?: { readonly url: string; readonly title: string; readonly provider_name: string };
  readonly pinned?: true;
  /** Not of Mastodon: pieces a test planted. */
  readonly plant?: { readonly html?: string; readonly attributes?: Readonly<Record<string, string>> };
}

interface Account {
  readonly id: string;
  readonly username: string;
  readonly acct: string;
  readonly display_name: string;
  readonly url: string;
  readonly avatar: string;
  readonly locked: boolean;
  readonly note: string;
}

export function status(made: Thread, plants: Plants, item: StandItem): Status {
  const author = api(made, item.author);
  const files = made.params.filesApart ? fileServer : server;
  const html = plants.items?.[item.id];
  const attributes = plants.attributes?.[item.id];
  return {
    id: item.id,
    created_at: item.time,
    edited_at: null,
    in_reply_to_id: item.parent ?? null,
    sensitive: item.warning !== undefined,
    spoiler_text: item.warning ?? '',
    visibility: isMessage(made, item) ? 'direct' : 'public',
    language: 'nl',
    uri: `${author.url}/${item.id}`,
    url: `${author.url}/${item.id}`,
    replies_count: item.counts.replies,
    reblogs_count: item.counts.reposts,
    favourites_count: item.counts.likes,
    content: content(item),
    account: author,
    mentions: item.mentions.map((person) => {
      const { id, acct, username, url } = api(made, person);
      return { id, acct, username, url };
    }),
    tags: pieces(item.text).flatMap((piece) =>
      piece.is === 'tag' ? [{ name: piece.text.slice(1), url: `/tags/${piece.text.slice(1)}` }] : [],
    ),
    media_attachments: item.photos.map((photo) => ({
      id: photo.key,
      type: 'image',
      url: `https://${files}/system/media_attachments/${photo.key}/original.jpg`,
      preview_url: `https://${files}/system/media_attachments/${photo.key}/small.jpg`,
      description: photo.alt,
    })),
    reblog: null,
    poll: null,
    ...((html !== undefined || attributes) && {
      plant: { ...(html !== undefined && { html }), ...(attributes && { attributes }) },
    }),
  };
}

/** One post of the account is to a single person: it must be refused (R2). */
export const messageAt = 33;
function isMessage(made: Thread, item: StandItem): boolean {
  return item.id === ownPost(made, messageAt).id;
}

export function api(made: Thread, person: Person): Account {
  const home = person.server ?? server;
  return {
    id: person.id,
    username: person.handle,
    acct: account(made.network, person),
    display_name: person.name,
    url: `https://${home}/@${person.handle}`,
    avatar: mastodonAvatar(person),
    locked: false,
    note: `<p>${escaped(person.bio ?? '')}</p>`,
  };
}

function content(item: StandItem): string {
  const people = new Map(item.mentions.map((person) => [`@${person.handle}`, person]));
  const inside = pieces(item.text).map((piece) => {
    const text = escaped(piece.text);
    if (piece.is === 'tag')
      return `<a href="/tags/${text.slice(1)}" class="mention hashtag" rel="tag">#<span>${text.slice(1)}</span></a>`;
    if (piece.is === 'link') {
      return `<a href="${text}" target="_blank" rel="nofollow noopener noreferrer"><span class="invisible">https://</span><span class="">${text.slice(8)}</span><span class="invisible"></span></a>`;
    }
    if (piece.is === 'mention') {
      const person = people.get(piece.text);
      const to = `https://${person?.server ?? server}/@${text.slice(1)}`;
      return `<span class="h-card"><a href="${to}" class="u-url mention">@<span>${text.slice(1)}</span></a></span>`;
    }
    return text.replaceAll('\n', '<br>');
  });
  return `<p>${inside.join('')}</p>`;
}

/** What a server has at hand at once: since 4.5 it looks for the last conversations elsewhere, and tells when it found them. */
export function atHand(made: Thread, descendants: readonly Status[]): Status[] {
  const tops = descendants.filter(({ in_reply_to_id }) => in_reply_to_id === made.post.id);
  const first = tops[Math.ceil((tops.length * 2) / 3)];
  return first && tops.length >= 6 ? descendants.slice(0, descendants.indexOf(first)) : [...descendants];
}

/** Answers to an item, depth first, as far as `limit` goes. */
export function context(
  made: Thread,
  plants: Plants,
  id: string,
  limit = Infinity,
): { ancestors: Status[]; descendants: Status[] } {
  const byId = new Map([made.post, ...made.reactions].map((item) => [item.id, item]));
  const ancestors: Status[] = [];
  for (let up = byId.get(byId.get(id)?.parent ?? ''); up; up = byId.get(up.parent ?? ''))
    ancestors.unshift(status(made, plants, up));
  const inside = new Set([id]);
  const descendants = made.reactions.filter((item) => {
    if (!inside.has(item.parent ?? '')) return false;
    inside.add(item.id);
    return !item.isDeleted;
  });
  return { ancestors, descendants: descendants.slice(0, limit).map((item) => status(made, plants, item)) };
}
