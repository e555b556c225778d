import type { Draft, DraftItem, DraftPerson } from '../model/draft.ts';
import type { Person } from './cast.ts';
import { practiceHost } from './pages.ts';
import type { PracticeItem, PracticePage } from './pages.ts';

/** What a reader would have read from a practice page: from here on all is done as with a real one. */
export function draftOf({ kind, account, url, items }: PracticePage, now: string): Draft {
  const people = [...new Set([account, ...items.map(({ author }) => author)])];
  return {
    schema: 1,
    platform: 'x',
    pageKind: kind,
    url,
    host: practiceHost,
    language: 'nl',
    adapter: { name: 'oefenpagina', version: '1', layout: 'oefenpagina' },
    replies: { possible: 'yes', evidence: 'oefenpagina' },
    account: people.indexOf(account),
    people: people.map(personOf),
    styles: [],
    items: items.map((item) => itemOf(item, people)),
    observations: {
      displayedReactions: items.filter(({ parent }) => parent !== undefined).length,
      closedControls: [],
      unavailableItems: 0,
      truncatedItems: 0,
      isLoggedIn: true,
      reachedEnd: true,
      budgetsHit: [],
      isStoppedByUser: false,
      isNavigatedAway: false,
      steps: 0,
      notes: [],
    },
    clock: { started: now, ended: now },
    took: { unfoldMs: 0, readMs: 0 },
  };
}

function personOf({ name, handle, id, avatar }: Person): DraftPerson {
  return { name, handle, ids: [id], urls: [`https://${practiceHost}/${handle}`], avatars: [avatar] };
}

function itemOf({ id, author, isOwn, text, time, parent }: PracticeItem, people: readonly Person[]): DraftItem {
  const named = people.flatMap(({ handle }, at) => (text.includes(`@${handle}`) ? [at] : []));
  return {
    kind: parent === undefined ? 'post' : 'reaction',
    id,
    ...(isOwn && { url: `https://${practiceHost}/${author.handle}/status/${id}` }),
    author: people.indexOf(author),
    ...(parent !== undefined && { parent: { id: parent, method: 'markup' } }),
    times: { markup: time },
    text,
    media: [],
    counts: {},
    mentions: named,
    hashtags: [...text.matchAll(/#(\w+)/g)].flatMap(([, tag]) => tag ?? []),
    links: [...text.matchAll(/https:\/\/\S+/g)].map(([link]) => link),
  };
}
