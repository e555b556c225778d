/** Instagram: posts on their own page or over a profile, and profiles. Comments come over the page's own questions. */
import { readFileSync } from 'node:fs';
import { accounts, employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { html, json, redirect } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { ownPost } from '../thread.ts';
import { sharedPicture } from '../threads/index.ts';
import type { Thread } from '../thread-model.ts';
import { batch } from './comments.ts';
import { codeOfItem, instagramPage, site } from './html.ts';
import type { Shell } from './html.ts';
import { words } from './words.ts';

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

export const instagram: Network = {
  name: 'instagram',
  hosts: ['www.instagram.com', 'instagram.com', 'scontent.cdninstagram.com', 'instagram.fams1-1.fna.fbcdn.net'],
  url: (thread) => `${site}/p/${codeOfItem(thread.post)}/`,
  answer(question, known) {
    const { host, path } = question;
    if (host === 'instagram.com') return redirect(`${site}${path}`);
    if (host !== 'www.instagram.com') return sharedPicture(question, known.threads.values());
    if (path.startsWith('/api/v1/media/')) return comments(question, known);
    const asset = /^\/static\/((?:instagram\.(?:client|rows)|meta\.tools)\.js|instagram\.css)$/u.exec(path)?.[1];
    if (asset) return { type: `text/${asset.endsWith('css') ? 'css' : 'javascript'}; charset=utf-8`, body: file(asset) };
    return document(path, known);
  },
};

/** `/api/v1/media/<post>/comments/?from=` and `…/comments/<comment>/child_comments/?from=`. */
function comments({ path, query }: Question, { threads, plants }: Known): Answer | undefined {
  const [, , , , id = '', , above = ''] = path.split('/');
  const thread = threads.get(id);
  if (!thread) return undefined;
  const size = above ? 12 : thread.params.batch;
  return json(batch(thread, plants, above || id, Number(query.get('from') ?? 0), size), { delayMs: thread.params.delayMs });
}

function document(path: string, known: Known): Answer | undefined {
  const { threads, plants } = known;
  const parts = path.split('/').filter(Boolean);
  const [first = '', second] = parts;
  const latest = [...threads.values()].at(-1);
  if (!latest) return undefined;
  const at = parts.findIndex((part) => ['p', 'reel', 'reels'].includes(part));
  const thread = at >= 0 && at < 2 ? [...threads.values()].find(({ post }) => codeOfItem(post) === parts[at + 1]) : undefined;
  if (thread) return page(known, postShell(thread, known, path));
  if (['direct', 'accounts', 'stories', 'challenge', ''].includes(first))
    return page(known, { thread: latest, plants, title: 'Instagram', path, kind: 'empty' });
  const profile =
    second === undefined ? [...threads.values()].toReversed().find(({ post }) => post.author.handle === first) : undefined;
  return profile ? page(known, profileShell(profile, known, path)) : strangers(first, latest, known, path);
}

function postShell(thread: Thread, { plants }: Known, path: string): Shell {
  const { author, text, counts } = thread.post;
  const { language, hidden } = thread.params;
  const title = `${author.name} ${words[language].on} Instagram: "${text}"`;
  const numbers = [counts.likes, thread.reactions.length + hidden].map((count) => new Intl.NumberFormat('en').format(count));
  const description = `${numbers[0]} likes, ${numbers[1]} comments - ${author.handle} ${words[language].on} November 18, 2026: "${text}"`;
  return { thread, plants, title, path, kind: 'post', description };
}

function profileShell(thread: Thread, { plants }: Known, path: string): Shell {
  const { author } = thread.post;
  const title = `${author.name} (@${author.handle}) • Instagram`;
  return {
    thread,
    plants,
    title,
    path,
    kind: 'profile',
    description: `48K Followers, 12 Following, 9 Posts - ${author.name} (@${author.handle})`,
  };
}

/** Other people's profiles are there and stay empty. */
function strangers(handle: string, thread: Thread, known: Known, path: string): Answer | undefined {
  const everybody: Person[] = [...Object.values(accounts), employee, ...thread.cast, ...Object.values(thread.others).flat()];
  const found = everybody.some((person) => person.handle === handle) || ownPost(thread, 1).author.handle === handle;
  return found ? page(known, { thread, plants: known.plants, title: 'Instagram', path, kind: 'empty' }) : undefined;
}

function page(known: Known, shell: Shell): Answer {
  const body = instagramPage(shell);
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': policy(nonce),
      'set-cookie': `sessionid=${session.cookie}; Secure; HttpOnly; SameSite=Lax; Path=/`,
      ...known.plants.headers,
    },
  });
}
