/** Threads: posts with their answers, and profiles. Answers come over the page's own questions. */
import { readFileSync } from 'node:fs';
import { codeOf, numberOf } from '../../../lib/platforms/shortcode.ts';
import { session } from '../../../lib/practice/cast.ts';
import { checker, jpeg } from '../images.ts';
import { html, json, picture, redirect } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import type { Thread } from '../thread-model.ts';
import { site, threadsPage } from './html.ts';
import type { Shell } from './html.ts';
import { batch, rest } from './posts.ts';

const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https://*.cdninstagram.com https://*.fbcdn.net",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');

/** Picture hosts are Instagram's. */
export const threads: Network = {
  name: 'threads',
  hosts: ['www.threads.com', 'threads.com', 'www.threads.net', 'threads.net'],
  url: (thread) => `${site}/@${thread.post.author.handle}/post/${codeOf(thread.post.id)}`,
  answer(question, known) {
    const { host, path, query } = question;
    if (host.endsWith('threads.net') || host === 'threads.com') return redirect(`${site}${path}`);
    const asset = /^\/static\/((?:threads\.(?:client|post)|meta\.tools)\.js|threads\.css)$/u.exec(path)?.[1];
    if (asset) return { type: `text/${asset.endsWith('css') ? 'css' : 'javascript'}; charset=utf-8`, body: file(asset) };
    if (path !== '/graphql/query') return document(path, known);
    const thread = known.threads.get(query.get('post') ?? '');
    if (!thread) return undefined;
    const chain = query.get('chain');
    const answer = chain ? rest(thread, known.plants, chain) : batch(thread, known.plants, Number(query.get('from') ?? 0));
    return json(answer, { delayMs: thread.params.delayMs });
  },
};

/** The pictures of posts and people, on the hosts both networks share. */
export function sharedPicture({ host, path, query }: Question, threadsHere: Iterable<Thread>): Answer {
  const key = (path.split('/').at(-1) ?? '').replace(/_n\.jpg$/u, '');
  if (host.endsWith('fbcdn.net')) return picture(checker(key.split('_').at(-1) ?? key), 'image/png');
  const width = Number(/_s(\d+)x/u.exec(query.get('stp') ?? '')?.[1] ?? 1_200);
  const photos = [...threadsHere].flatMap(({ post, reactions }) => [post, ...reactions].flatMap((item) => item.photos));
  const artist = width === 1_200 ? photos.find((photo) => photo.key === key)?.artist : undefined;
  return picture(jpeg(key, width, Math.round((width * 4) / 5), artist), 'image/jpeg');
}

function document(path: string, known: Known): Answer | undefined {
  const { threads: all, plants } = known;
  const [first = '', second, code = ''] = path.split('/').filter(Boolean);
  const latest = [...all.values()].at(-1);
  if (!latest) return undefined;
  const thread = second === 'post' ? all.get(numberOf(code) ?? '') : undefined;
  if (thread) return page(known, { thread, plants, path, kind: 'post' });
  const profile = [...all.values()].toReversed().find(({ post }) => `@${post.author.handle}` === first);
  if (profile && second === undefined) return page(known, { thread: profile, plants, path, kind: 'profile' });
  return page(known, { thread: latest, plants, path, kind: 'empty' });
}

function page(known: Known, shell: Shell): Answer {
  const body = threadsPage(shell);
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': policy(nonce),
      'set-cookie': `sessionid=${session.cookie}; Secure; HttpOnly; SameSite=Lax; Path=/`,
      ...known.plants.headers,
    },
  });
}
