/** What a perfect capture of a thread holds, and what it may never hold. */
import { employee, session } from '../../lib/practice/cast.ts';
import type { Person } from '../../lib/practice/cast.ts';
import { account } from './thread-model.ts';
import { thread } from './thread.ts';
import type { NetworkName, Planted, StandItem, Thread, ThreadParams } from './thread-model.ts';

export interface TrueItem {
  readonly id: string;
  /** Handle without @; on Mastodon with the server when it is another one. */
  readonly author: string;
  readonly isOwn: boolean;
  readonly parent?: string;
  readonly time: string;
  /** As a reader of the page gets it: emoji as characters, line breaks as \n. */
  readonly text: string;
  readonly photos: number;
  /** Place on the page, from 0. */
  readonly order: number;
}

export interface Identifier {
  readonly kind: 'name' | 'handle' | 'account-id' | 'avatar' | 'item-id' | 'photo' | 'secret' | Planted['kind'];
  readonly value: string;
  /** Where it stands: in the thread, or around it. */
  readonly where: 'thread' | 'rail' | 'page-data' | 'advertisement' | 'suggestion' | 'employee' | 'text';
}

export interface Truth {
  readonly post: TrueItem;
  readonly reactions: readonly TrueItem[];
  /** The number the page shows. */
  readonly displayedReactions: number;
  readonly deleted: number;
  /** Everything of third parties, for leak scans. `first-name` is an everyday word: search it in the texts only. */
  readonly identifiers: readonly Identifier[];
}

export function truth(network: NetworkName, params: ThreadParams = {}): Truth {
  return truthOf(thread(network, params));
}

export function truthOf(made: Thread): Truth {
  const there = made.reactions.filter((item) => !item.isDeleted);
  return {
    post: trueItem(made.network, made.post, 0),
    reactions: there.map((item, order) => trueItem(made.network, item, order)),
    displayedReactions: made.reactions.length,
    deleted: made.reactions.length - there.length,
    identifiers: identifiers(made),
  };
}

function trueItem(network: NetworkName, item: StandItem, order: number): TrueItem {
  return {
    id: item.id,
    author: account(network, item.author),
    isOwn: item.isOwn,
    ...(item.parent !== undefined && { parent: item.parent }),
    time: item.time,
    text: item.text,
    photos: item.photos.length,
    order,
  };
}

function identifiers(made: Thread): Identifier[] {
  const thirds = made.reactions.filter((item) => !item.isOwn);
  const authors = [...new Set(thirds.map((item) => item.author))];
  const { rail, hidden, advertisers, discovered } = made.others;
  return [
    ...authors.flatMap((person) => ofPerson(person, 'thread')),
    ...rail.flatMap((person) => ofPerson(person, 'rail')),
    ...hidden.flatMap((person) => ofPerson(person, 'page-data')),
    ...advertisers.flatMap((person) => ofPerson(person, 'advertisement')),
    ...discovered.flatMap((person) => ofPerson(person, 'suggestion')),
    ...ofPerson(employee, 'employee'),
    ...Object.values(session).map((value): Identifier => ({ kind: 'secret', value, where: 'employee' })),
    ...thirds.map((item): Identifier => ({ kind: 'item-id', value: item.id, where: 'thread' })),
    ...thirds.flatMap((item) => item.photos.map((photo): Identifier => ({ kind: 'photo', value: photo.key, where: 'thread' }))),
    ...made.planted.map(({ kind, value }): Identifier => ({ kind, value, where: 'text' })),
    ...mentioned(made, authors),
  ];
}

/** People who are only named in somebody's text. */
function mentioned(made: Thread, authors: readonly Person[]): Identifier[] {
  const known = new Set(authors.map((person) => person.handle));
  const named = new Set(made.reactions.flatMap((item) => [...item.text.matchAll(/@(\w+)/g)].map(([, handle]) => handle)));
  return made.cast
    .filter((person) => !known.has(person.handle) && named.has(person.handle))
    .map((person): Identifier => ({ kind: 'handle', value: person.handle, where: 'text' }));
}

function ofPerson(person: Person, where: Identifier['where']): Identifier[] {
  return [
    { kind: 'name', value: person.name, where },
    { kind: 'handle', value: person.handle, where },
    { kind: 'account-id', value: person.id, where },
    { kind: 'avatar', value: person.avatar.split('/').at(-1) ?? person.avatar, where },
  ];
}
