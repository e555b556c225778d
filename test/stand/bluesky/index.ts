/** Bluesky: bsky.app with its picture host. */
import { readFileSync } from 'node:fs';
import { accounts, session } from '../../../lib/practice/cast.ts';
import { checker, jpeg } from '../images.ts';
import { html, json, picture } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { ownPost } from '../thread.ts';
import type { Thread } from '../thread-model.ts';
import { blueskyPage, cdn, drawn, profileMain, threadMain } from './html.ts';
import type { Shell } from './html.ts';
import { words } from './words.ts';

const host = 'bsky.app';
const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

export const bluesky: Network = {
  name: 'bluesky',
  hosts: [host, cdn],
  url: ({ post }) => `https://${host}/profile/${post.author.handle}/post/${post.id}`,
  answer(question, known) {
    if (question.host === cdn) return pictures(question.path, known);
    const script = /^\/static\/(bluesky\.client\.js)$/.exec(question.path)?.[1];
    if (script) return { type: 'text/javascript; charset=utf-8', body: file(script) };
    if (question.path === '/static/bluesky.css') return { type: 'text/css; charset=utf-8', body: file('bluesky.css') };
    return question.path.startsWith('/xrpc/') ? api(question, known) : document(question.path, known);
  },
};

/** The first of the hidden ones of the thread, from its end: behind "show more". */
const hiddenOf = ({ reactions }: Thread): number => Math.floor(reactions.length * 0.05);

function api({ query }: Question, { threads, plants }: Known): Answer | undefined {
  const thread = threads.get(query.get('id') ?? '');
  if (!thread) return undefined;
  const shown = firstHidden(thread);
  const items = thread.reactions.map((item) => drawn(item, plants));
  const isMore = query.get('hidden') === 'yes';
  return json(
    {
      focal: drawn(thread.post, plants),
      items: isMore ? items.slice(shown) : items.slice(0, shown),
      hasHidden: shown < items.length,
    },
    { delayMs: thread.params.delayMs },
  );
}

/** Whole conversations only. */
function firstHidden(thread: Thread): number {
  let from = thread.reactions.length - hiddenOf(thread);
  while (from < thread.reactions.length && (thread.reactions[from]?.depth ?? 1) > 1) from += 1;
  return from;
}

function document(path: string, known: Known): Answer | undefined {
  const [, first = '', handle = '', kind, id = ''] = path.split('/');
  const thread = known.threads.get(id) ?? latest(known, handle);
  if (!thread) return undefined;
  const { post, params } = thread;
  const say = words[params.language];
  if (first === 'messages' || first === 'settings') {
    return page(known, {
      thread,
      title: 'Bluesky',
      canonical: `https://${host}/${first}`,
      main: `<div>${say.chat}</div>`,
      page: { kind: 'plain' },
    });
  }
  if (first !== 'profile' || handle !== post.author.handle) return undefined;
  const canonical = `https://${host}/profile/${handle}`;
  if (kind !== 'post') {
    const posts = [post, ...Array.from({ length: 8 }, (_, at) => ownPost(thread, at + 1))].map((item) => drawn(item, known.plants));
    return page(known, {
      thread,
      title: `${post.author.name} (@${handle})`,
      canonical,
      main: profileMain(thread),
      page: { kind: 'profile', posts },
    });
  }
  if (id !== post.id) return undefined;
  return page(known, {
    thread,
    title: `${post.author.name} (@${handle})`,
    canonical: `${canonical}/post/${id}`,
    main: threadMain(say),
    page: {
      kind: 'thread',
      id,
      layout: params.layout,
      total: thread.reactions.length + params.hidden,
      isClosed: !params.repliesAllowed,
      isBroken: params.brokenExpander,
      signedIn: params.signedIn,
    },
  });
}

function page(known: Known, shell: Omit<Shell, 'plants'>): Answer {
  const body = blueskyPage({ ...shell, plants: known.plants });
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https://${cdn}; connect-src 'self'; object-src 'none'; base-uri 'self'`,
      'set-cookie': `bsky=${session.cookie}; Secure; HttpOnly; SameSite=Lax; Path=/`,
      ...known.plants.headers,
    },
  });
}

/** The full size has the EXIF data. */
function pictures(path: string, { threads }: Known): Answer {
  const [, , size = '', , , name = ''] = path.split('/');
  const key = name.replace('@jpeg', '');
  if (size.startsWith('avatar')) return picture(checker(key), 'image/png');
  const photo = [...threads.values()].flatMap(({ post }) => post.photos).find((each) => each.key === key);
  const isFull = size === 'feed_fullsize';
  return picture(jpeg(key, isFull ? 1_200 : 480, isFull ? 800 : 320, isFull ? photo?.artist : undefined), 'image/jpeg');
}

function latest({ threads }: Known, handle: string): Thread | undefined {
  const all = [...threads.values()].toReversed();
  const isKnown = Object.values(accounts).some((account) => account.handle === handle);
  return all.find(({ post }) => post.author.handle === handle) ?? (isKnown ? undefined : all[0]);
}
