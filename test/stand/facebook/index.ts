/** Facebook: www.facebook.com with its picture and script hosts. */
import { readFileSync } from 'node:fs';
import { accounts, employee } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { checker, coloursOf, jpeg, png } from '../images.ts';
import { html, json, picture, redirect } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import type { Thread } from '../thread-model.ts';
import { answersTo, topLevel } from './comments.ts';
import { postPath } from './article.ts';
import { postPage, profilePage, refusedPage } from './pages.ts';

const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

/** As the real one: own scripts by nonce or from the script host, no inline handlers, no other origins. */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' https://static.xx.fbcdn.net`,
    "style-src 'self' 'unsafe-inline' https://*.fbcdn.net",
    "img-src 'self' blob: data: https://*.fbcdn.net",
    "media-src 'self' blob: https://*.fbcdn.net",
    "connect-src 'self' https://*.fbcdn.net",
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');

const refused = new Set(['messages', 'stories', 'settings', 'notifications', 'marketplace', 'friends', '']);

export const facebook: Network = {
  name: 'facebook',
  hosts: [
    'www.facebook.com',
    'facebook.com',
    'l.facebook.com',
    'static.xx.fbcdn.net',
    'scontent.xx.fbcdn.net',
    'video.xx.fbcdn.net',
  ],
  url: (thread) => `https://www.facebook.com${postPath(thread.post)}`,
  answer(question, known) {
    if (question.host === 'scontent.xx.fbcdn.net') return pictures(question, known);
    if (question.host === 'static.xx.fbcdn.net') return files(question);
    if (question.host === 'facebook.com') return redirect(`https://www.facebook.com${question.path}`);
    if (question.host !== 'www.facebook.com') return undefined;
    return question.path === '/api/graphql/' ? api(question, known) : document(question, known);
  },
};

function document({ path }: Question, known: Known): Answer | undefined {
  const [, first = '', second, ...rest] = path.split('/').map(decodeURIComponent);
  const thread = threadOf(known, second === 'posts' ? rest.find((part) => /^\d+$/.test(part)) : undefined, first);
  if (!thread) return undefined;
  if (second === 'posts') return page(known, postPage(thread, known.plants));
  if (refused.has(first)) return page(known, refusedPage(thread, known.plants, first));
  const person = personOf(thread, first);
  return person && page(known, profilePage(thread, known.plants, person));
}

function threadOf({ threads }: Known, id: string | undefined, handle: string): Thread | undefined {
  const latest = [...threads.values()].toReversed();
  return (id ? threads.get(id) : undefined) ?? latest.find(({ post }) => post.author.handle === handle) ?? latest[0];
}

function personOf(thread: Thread, handle: string): Person | undefined {
  const everybody = [...Object.values(accounts), employee, ...thread.cast, ...Object.values(thread.others).flat()];
  return everybody.find((person) => person.handle === handle);
}

function page(known: Known, body: string): Answer {
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: { 'content-security-policy': policy(nonce), 'x-frame-options': 'DENY', ...known.plants.headers },
  });
}

function api({ query }: Question, { threads, plants }: Known): Answer | undefined {
  const thread = threads.get(query.get('post') ?? '');
  if (!thread) return undefined;
  const from = Number(query.get('from') ?? '0');
  const parent = query.get('parent');
  return json(parent ? answersTo(thread, plants, parent, from) : topLevel(thread, plants, from), {
    delayMs: thread.params.delayMs || 15,
  });
}

function files({ path }: Question): Answer | undefined {
  const headers = { 'access-control-allow-origin': '*' };
  const script = /\/facebook\.(client|comments|tools)\.js$/.exec(path)?.[0];
  if (script !== undefined) return { type: 'text/javascript; charset=utf-8', body: file(script.slice(1)), headers };
  if (path.endsWith('/facebook.css')) return { type: 'text/css; charset=utf-8', body: file('facebook.css'), headers };
  return path.startsWith('/images/emoji.php/')
    ? picture(
        png(16, 16, () => coloursOf(path)[0]),
        'image/png',
      )
    : undefined;
}

/** Faces, and photos of posts and comments: own ones have EXIF data. */
function pictures({ path }: Question, { threads }: Known): Answer | undefined {
  const avatar = /^\/v\/t39\.30808-1\/\d+_(\w+)_n\.png$/.exec(path)?.[1];
  if (avatar) return picture(checker(avatar, 40), 'image/png');
  const key = /^\/v\/t39\.30808-6\/(\w+)_n\.jpg$/.exec(path)?.[1];
  if (!key) return undefined;
  const photo = [...threads.values()]
    .flatMap(({ post, reactions }) => [post, ...reactions].flatMap((item) => item.photos))
    .find((one) => one.key === key);
  return picture(jpeg(key, 960, 640, photo?.artist), 'image/jpeg');
}
