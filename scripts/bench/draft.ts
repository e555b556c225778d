/** A draft as the content script hands it over, of as many reactions as wanted. Everybody in it is invented. */
import type { Draft, DraftItem, DraftPerson } from '../../lib/model/draft.ts';
import type { RegisteredAccount } from '../../lib/model/policy.ts';
import type { FragmentElement } from '../../lib/model/fragment.ts';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { thread } from '../../test/stand/thread.ts';
import type { StandItem, Thread } from '../../test/stand/thread-model.ts';
import { everythingSeen } from '../../test/lib/privacy/sample.ts';

export const policy = ministryPolicy(['x']);
export const account: RegisteredAccount = {
  platform: 'x',
  handle: 'minvoorbeeld',
  type: 'corporate',
  holder: policy.organisation.name,
};

export function draftOf(reactions: number): Draft {
  const made = thread('x', { seed: 43, reactions, spam: 0 });
  const places = new Map<string, number>();
  const people: DraftPerson[] = [];
  for (const { author } of [made.post, ...made.reactions]) {
    if (places.has(author.handle)) continue;
    places.set(author.handle, people.push(personOf(author)) - 1);
  }
  const url = `https://x.com/${made.post.author.handle}/status/${made.post.id}`;
  return {
    schema: 1,
    platform: 'x',
    pageKind: 'post',
    url,
    host: 'x.com',
    adapter: { name: 'x', version: '1', layout: '2026' },
    replies: { possible: 'yes', evidence: 'reply button' },
    account: 0,
    people,
    styles: [{ display: 'flex' }, { 'font-weight': '700' }],
    observations: everythingSeen,
    clock: { started: '2026-11-20T10:00:00Z', ended: '2026-11-20T10:05:00Z' },
    took: { unfoldMs: 0, readMs: 0 },
    items: [made.post, ...made.reactions].map((item) => itemOf(item, made, places)),
  };
}

function personOf({ name, handle, id, avatar }: StandItem['author']): DraftPerson {
  return {
    name,
    handle,
    ids: [id],
    urls: [`https://x.com/${handle}`],
    avatars: [`https://pbs.twimg.com/profile_images/${avatar}_normal.jpg`],
  };
}

function itemOf(item: StandItem, { post }: Thread, places: ReadonlyMap<string, number>): DraftItem {
  const { author } = item;
  const mentions = item.mentions.flatMap(({ handle }) => places.get(handle) ?? []);
  return {
    kind: item === post ? 'post' : 'reaction',
    id: item.id,
    url: `https://x.com/${author.handle}/status/${item.id}`,
    author: places.get(author.handle) ?? 0,
    ...(item.parent !== undefined && { parent: { id: item.parent, method: 'chain' as const } }),
    times: { shown: '2 u', markup: item.time, fromId: item.time },
    text: item.text,
    media: [],
    counts: { likes: String(item.counts.likes), replies: String(item.counts.replies) },
    mentions,
    hashtags: [],
    links: [],
    fragment: fragmentOf(item, places),
  };
}

const box = (...children: FragmentElement[]): FragmentElement => ({ tag: 'div', style: 0, children });

/** In the shape a row of a network has once it was read: about fifteen boxes. */
function fragmentOf({ author, text }: StandItem, places: ReadonlyMap<string, number>): FragmentElement {
  const person = places.get(author.handle) ?? 0;
  return box(
    box({ tag: 'div', role: 'avatar', person, style: 0 }),
    box(
      box(
        { tag: 'a', role: 'author-name', person, style: 1, href: `https://x.com/${author.handle}`, children: [author.name] },
        { tag: 'a', role: 'author-handle', person, href: `https://x.com/${author.handle}`, children: [`@${author.handle}`] },
        { tag: 'span', role: 'time', children: ['2 u'] },
      ),
      box({ tag: 'div', role: 'text', children: [text] }),
      box({ tag: 'span', role: 'count', children: ['12'] }, { tag: 'span', role: 'count', children: ['3'] }),
    ),
  );
}
