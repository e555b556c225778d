/** YouTube: videos, Shorts, community posts and a channel. Reactions come over the page's own questions. */
import { readFileSync } from 'node:fs';
import { session } from '../../../lib/practice/cast.ts';
import { checker, coloursOf, jpeg, png } from '../images.ts';
import { html, json, picture, redirect } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { ownPost } from '../thread.ts';
import type { Thread } from '../thread-model.ts';
import { answerTo } from './answers.ts';
import { channelBody, communityPost, shortBody, titleOf, videoHead, watchBody, youtubePage } from './html.ts';
import type { Page } from './html.ts';
import { words } from './words.ts';

const site = 'https://www.youtube.com';
const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data: https://i.ytimg.com https://yt3.ggpht.com https://yt3.googleusercontent.com",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');

export const youtube: Network = {
  name: 'youtube',
  hosts: ['www.youtube.com', 'youtube.com', 'studio.youtube.com', 'i.ytimg.com', 'yt3.ggpht.com', 'yt3.googleusercontent.com'],
  url: (thread) => `${site}/watch?v=${thread.post.id}`,
  answer(question, known) {
    const { host, path } = question;
    if (host === 'youtube.com') return redirect(`${site}${path}`);
    if (host === 'i.ytimg.com') return picture(jpeg(path.split('/')[2] ?? '', 1280, 720), 'image/jpeg');
    if (host.startsWith('yt3.')) return face(path);
    const thread = [...known.threads.values()].at(-1);
    if (!thread) return undefined;
    if (host === 'studio.youtube.com') return page(known, empty(thread, known, `${site}/studio`));
    if (path === '/youtubei/v1/next') return batch(question, known);
    if (path === '/api/timedtext')
      return { type: 'text/vtt; charset=utf-8', body: `WEBVTT\n\n00:00.000 --> 00:04.000\n${titleOf(thread)}\n` };
    const asset = /^\/s\/desktop\/(youtube\.(?:client|comment)\.js|youtube\.css)$/u.exec(path)?.[1];
    if (asset) return { type: `text/${asset.endsWith('css') ? 'css' : 'javascript'}; charset=utf-8`, body: file(asset) };
    return document(question, known, thread);
  },
};

function face(path: string): Answer {
  const [key = '', size = ''] = path.slice(1).split('=');
  if (key.startsWith('banner') || key.startsWith('post')) {
    return picture(
      png(640, 200, () => coloursOf(key)[0]),
      'image/png',
    );
  }
  return picture(checker(key, size === 's0' ? 200 : 48), 'image/png');
}

function batch({ query }: Question, known: Known): Answer | undefined {
  const thread = known.threads.get(query.get('root') ?? '');
  if (!thread) return undefined;
  const answer = answerTo(thread, known.plants, query.get('path') ?? '', query.get('continuation') ?? '');
  return json(answer, { delayMs: thread.params.delayMs });
}

function document({ path, query }: Question, known: Known, latest: Thread): Answer | undefined {
  const [, first = '', id = ''] = path.split('/');
  if (first === 'watch' || first === 'live') return video(known, known.threads.get(first === 'live' ? id : (query.get('v') ?? '')));
  if (first === 'shorts') return short(known, known.threads.get(id));
  if (first === 'post') return single(known, known.threads.get(id.slice(4)), id);
  if (first === 'feed' || first === 'account' || first === 'signin') return page(known, empty(latest, known, `${site}${path}`));
  const handle = first.startsWith('@') ? first.slice(1) : undefined;
  const thread = [...known.threads.values()].toReversed().find(({ post }) => post.author.handle === handle);
  return thread && channel(known, thread);
}

function video(known: Known, thread: Thread | undefined): Answer | undefined {
  if (!thread) return undefined;
  const canonical = `${site}/watch?v=${thread.post.id}`;
  return page(known, {
    thread,
    plants: known.plants,
    title: titleOf(thread),
    canonical,
    head: videoHead(thread, titleOf(thread)),
    body: watchBody(thread, known.plants),
    comments: { path: `/watch?v=${thread.post.id}`, root: thread.post.id },
  });
}

function short(known: Known, thread: Thread | undefined): Answer | undefined {
  if (!thread) return undefined;
  return page(known, {
    thread,
    plants: known.plants,
    title: titleOf(thread),
    canonical: `${site}/shorts/${thread.post.id}`,
    head: videoHead(thread, titleOf(thread)),
    body: shortBody(thread),
    comments: { path: `/shorts/${thread.post.id}`, root: thread.post.id },
  });
}

/** A community post: its id is longer than a video's. */
function single(known: Known, thread: Thread | undefined, id: string): Answer | undefined {
  if (!thread) return undefined;
  const { plants } = known;
  const comments = '<ytd-comments id="comments"><ytd-continuation-item-renderer></ytd-continuation-item-renderer></ytd-comments>';
  const body = `<ytd-browse role="main">${communityPost(thread, { ...thread.post, id })}${comments}</ytd-browse>`;
  const name = thread.post.author.name;
  const on = { path: `/post/${id}`, root: thread.post.id };
  return page(known, { thread, plants, title: name, canonical: `${site}/post/${id}`, body, comments: on });
}

function channel(known: Known, thread: Thread): Answer {
  const { author } = thread.post;
  const posts = Array.from({ length: 6 }, (_, at) => ownPost(thread, at + 1)).map((post) => ({ ...post, id: `Ugkx${post.id}` }));
  const head = `<meta property="og:description" content="${author.bio ?? ''}">`;
  const canonical = `${site}/@${author.handle}`;
  return page(known, { thread, plants: known.plants, title: author.name, canonical, head, body: channelBody(thread, posts) });
}

function empty(thread: Thread, { plants }: Known, canonical: string): Page {
  const title = words[thread.params.language].history;
  return { thread, plants, title, canonical, body: `<ytd-browse role="main"><h1>${title}</h1></ytd-browse>` };
}

function page(known: Known, shell: Page): Answer {
  const body = youtubePage(shell);
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': policy(nonce),
      'set-cookie': `SID=${session.cookie}; Secure; HttpOnly; SameSite=None; Path=/`,
      ...known.plants.headers,
    },
  });
}
