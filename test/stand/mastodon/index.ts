/** Mastodon: one server, voorbeeld.social. */
import { readFileSync } from 'node:fs';
import { accounts, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { checker, jpeg } from '../images.ts';
import { api, atHand, context, status } from './api.ts';
import type { Status } from './api.ts';
import { fileServer, mastodonPage, server } from './html.ts';
import { words } from './words.ts';
import { html, json, picture } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { idAt } from '../random.ts';
import { fromCitizens } from '../../../lib/practice/texts.ts';
import { ownPost } from '../thread.ts';
import type { StandItem, Thread } from '../thread-model.ts';

const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

const policy = (nonce: string): string =>
  `base-uri 'none'; default-src 'none'; frame-ancestors 'none'; font-src 'self'; img-src 'self' https: data: blob:; style-src 'self' 'nonce-${nonce}'; media-src 'self' https: data:; connect-src 'self' data: blob: wss://${server}; script-src 'self' 'nonce-${nonce}'; form-action 'self'; manifest-src 'self'`;

export const mastodon: Network = {
  name: 'mastodon',
  hosts: [server, fileServer],
  url: (thread) => `https://${server}/@${thread.post.author.handle}/${thread.post.id}`,
  answer(question, known) {
    const { path } = question;
    if (question.host === fileServer) return pictures(path, known);
    if (path.startsWith('/api/')) return apiAnswer(question, known);
    const script = /^\/packs\/js\/(mastodon\.(?:client|status|media|redesign|tools)\.js)$/.exec(path)?.[1];
    if (script !== undefined) return { type: 'text/javascript; charset=utf-8', body: file(script) };
    if (path === '/packs/css/application.css') return { type: 'text/css; charset=utf-8', body: file('mastodon.css') };
    if (path.startsWith('/system/')) return pictures(path, known);
    return document(path, known);
  },
};

function document(path: string, known: Known): Answer | undefined {
  const { plants } = known;
  const [, first = '', id] = path.split('/');
  if (first === 'conversations') {
    const thread = latest(known);
    return (
      thread &&
      page(
        known,
        mastodonPage({
          thread,
          plants,
          title: words[thread.params.language].messages,
          canonical: `https://${server}/conversations`,
          page: { kind: 'conversations', id: '' },
        }),
      )
    );
  }
  if (['notifications', 'settings', 'auth', 'home'].includes(first)) return privatePage(known, path);
  if (!first.startsWith('@')) return undefined;
  const found = id === undefined ? undefined : find(known, id);
  if (found) return page(known, statusPage(known, found.thread, found.item));
  const [handle = ''] = first.slice(1).split('@');
  const thread = id === undefined ? latest(known, handle) : undefined;
  const person = thread && personOf(thread, handle);
  if (!thread || !person) return undefined;
  const title = `${person.name} (@${person.handle}@${person.server ?? server}) - ${server}`;
  return page(
    known,
    mastodonPage({
      thread,
      plants,
      title,
      canonical: `https://${server}/@${person.handle}`,
      page: { kind: 'profile', id: person.id },
    }),
  );
}

/** Pages for the account's user alone. */
function privatePage(known: Known, path: string): Answer | undefined {
  const thread = latest(known);
  if (!thread) return undefined;
  const title = words[thread.params.language].notifications;
  const canonical = `https://${server}${path}`;
  return page(known, mastodonPage({ thread, plants: known.plants, title, canonical, page: { kind: 'conversations', id: '' } }));
}

function statusPage({ plants }: Known, thread: Thread, item: StandItem): string {
  const start = item.text.length > 30 ? `${item.text.slice(0, 30)}…` : item.text;
  const { url } = status(thread, plants, item);
  return mastodonPage({
    thread,
    plants,
    title: `${item.author.name}: "${start}" - ${server}`,
    canonical: url,
    page: { kind: 'status', id: item.id },
  });
}

function page(known: Known, body: string): Answer {
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': policy(nonce),
      'set-cookie': `_session_id=${session.cookie}; Secure; HttpOnly; SameSite=Lax; Path=/`,
      ...known.plants.headers,
    },
  });
}

function apiAnswer({ path, headers, query }: Question, known: Known): Answer | undefined {
  const [, , , kind, id = '', what] = path.split('/');
  const found = kind === 'accounts' ? byAccount(known, id) : find(known, id);
  if (!found) return json({ error: 'Record not found' }, { status: 404 });
  const { thread } = found;
  const isPage = headers['authorization'] === `Bearer ${session.token}` || headers['x-stand-page'] === 'yes';
  if (!isPage && thread.params.api === 'token')
    return json({ error: 'This method requires an authenticated user' }, { status: 401 });
  if (!isPage && thread.params.api === 'gone') return json({ error: 'Record not found' }, { status: 404 });
  const { delayMs } = thread.params;
  if (kind === 'accounts')
    return json(what === 'statuses' ? profileStatuses(thread, known, id) : accountOf(thread, id), { delayMs });
  if (what !== 'context') return json(status(thread, known.plants, found.item), { delayMs });
  const all = context(thread, known.plants, id, isPage ? Infinity : thread.params.apiDescendants);
  if (!isPage || query.get('all')) return json(all, { delayMs });
  const descendants = atHand(thread, all.descendants);
  return json({ ...all, descendants, more: all.descendants.length - descendants.length }, { delayMs });
}

function accountOf(thread: Thread, id: string): unknown {
  const person = everybody(thread).find((each) => each.id === id);
  return (
    person && {
      ...api(thread, person),
      created_at: '2022-11-07T00:00:00.000Z',
      statuses_count: 12,
      followers_count: 4210,
      following_count: 3,
    }
  );
}

/** Pinned, with a poll, a boost of somebody's post, and enough others to scroll. Other people's profiles stay empty. */
function profileStatuses(thread: Thread, { plants }: Known, id: string): Status[] {
  const { author } = thread.post;
  const [someone] = thread.others.discovered;
  if (author.id !== id || !someone) return [];
  const own = (at: number): Status => status(thread, plants, ownPost(thread, at));
  const boosted = status(thread, plants, boostedPost(thread, someone));
  const poll = {
    expires_at: '2030-01-01T00:00:00.000Z',
    voters_count: 30,
    options: [{ title: 'Meer groen' }, { title: 'Meer bankjes' }],
  };
  return [
    { ...status(thread, plants, thread.post), pinned: true },
    { ...own(1), poll },
    { ...own(2), id: idAt('mastodon', Date.parse(thread.post.time) - 40 * 3_600_000, 900), reblog: boosted },
    ...Array.from({ length: 30 }, (_, at) => ({ ...own(at + 3), ...extras[at] })),
  ];
}

const media = (key: string, type: string) => ({
  id: key,
  type,
  url: `https://${server}/system/media_attachments/${key}/original.mp4`,
  preview_url: `https://${server}/system/media_attachments/${key}/small.jpg`,
  description: 'Kort filmpje van het loket',
});
/** A film, a moving picture and a link card, on the profile's next posts. */
const extras: readonly Partial<Status>[] = [
  { media_attachments: [media('film1', 'video')] },
  { media_attachments: [media('gif1', 'gifv')] },
  {
    media_attachments: [],
    card: { url: 'https://krant.example/loket', title: 'Nieuw loket open', provider_name: 'De Voorbeeldkrant' },
  },
];

function boostedPost(thread: Thread, author: Person): StandItem {
  const ms = Date.parse(thread.post.time) - 41 * 3_600_000;
  const text = fromCitizens[7] ?? '';
  return {
    ...thread.post,
    author,
    isOwn: false,
    id: idAt('mastodon', ms, 901),
    time: new Date(ms).toISOString(),
    text,
    photos: [],
  };
}

/** Not a film, but as much as an mp4 file begins with. */
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42\0\0\0\0mp42isom', 'latin1')]);

function pictures(path: string, known: Known): Answer | undefined {
  const avatar = /^\/system\/accounts\/avatars\/(?:\d+\/)(\w+)\.png$/.exec(path)?.[1];
  if (avatar !== undefined) return picture(checker(avatar), 'image/png');
  if (path.endsWith('.mp4')) return { type: 'video/mp4', body: film };
  const [, key, size] = /^\/system\/media_attachments\/(\w+)\/(original|small)\.jpg$/.exec(path) ?? [];
  if (key === undefined) return undefined;
  const [width, height] = size === 'original' ? [1_200, 800] : [480, 320];
  return picture(jpeg(key, width, height, size === 'original' ? artistOf(known, key) : undefined), 'image/jpeg');
}

function artistOf({ threads }: Known, key: string): string | undefined {
  const items = [...threads.values()].flatMap(({ post, reactions }) => [post, ...reactions]);
  const item = items.find((each) => each.photos.some((photo) => photo.key === key));
  return item?.isOwn ? item.photos.find((photo) => photo.key === key)?.artist : item?.author.name;
}

function find({ threads }: Known, id: string): { thread: Thread; item: StandItem } | undefined {
  for (const thread of threads.values()) {
    const own = Array.from({ length: 33 }, (_, at) => ownPost(thread, at + 1));
    const item = [thread.post, ...thread.reactions, ...own].find((each) => each.id === id);
    if (item) return { thread, item };
  }
  return undefined;
}

function latest({ threads }: Known, handle?: string): Thread | undefined {
  const all = [...threads.values()].toReversed();
  return all.find((thread) => thread.post.author.handle === handle) ?? all[0];
}

function byAccount(known: Known, id: string): { thread: Thread; item: StandItem } | undefined {
  const all = [...known.threads.values()].toReversed();
  const thread =
    all.find((each) => each.post.author.id === id) ?? all.find((each) => everybody(each).some((person) => person.id === id));
  return thread && { thread, item: thread.post };
}

function personOf(thread: Thread, handle: string): Person | undefined {
  return everybody(thread).find((person) => person.handle === handle);
}

function everybody(thread: Thread): Person[] {
  return [...Object.values(accounts), ...thread.cast, ...Object.values(thread.others).flat()];
}
