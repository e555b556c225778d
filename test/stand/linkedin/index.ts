/** LinkedIn: its three front ends, with its hosts for pictures and scripts. */
import { readFileSync } from 'node:fs';
import { accounts, employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { checker, jpeg } from '../images.ts';
import { html, picture } from '../network.ts';
import type { Answer, Known, Network, Plants, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import type { Thread } from '../thread-model.ts';
import { api } from './api.ts';
import { guestPage } from './guest.ts';
import { postPath } from './parts.ts';
import { postPage } from './post.ts';
import { loginPage, messagesPage, profilePage, settingsPage } from './profile.ts';

const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' https://static.licdn.com`,
    "style-src 'self' 'unsafe-inline' https://static.licdn.com",
    'img-src data: blob: https://media.licdn.com https://static.licdn.com',
    'media-src blob: https://dms.licdn.com',
    "connect-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
  ].join('; ');

export const linkedin: Network = {
  name: 'linkedin',
  hosts: ['www.linkedin.com', 'nl.linkedin.com', 'media.licdn.com', 'dms.licdn.com', 'static.licdn.com'],
  url: (thread) => `https://www.linkedin.com${postPath(thread)}`,
  answer(question, known) {
    if (question.host === 'media.licdn.com') return pictures(question, known);
    if (question.host === 'static.licdn.com') return files(question);
    if (!question.host.endsWith('linkedin.com')) return undefined;
    return question.path.startsWith('/flagship-web/') ? api(question.path, question.query, known) : document(question, known);
  },
};

const innerPages: Readonly<Record<string, (thread: Thread, plants: Plants) => string>> = {
  messaging: messagesPage,
  mypreferences: settingsPage,
  login: loginPage,
  authwall: loginPage,
  checkpoint: loginPage,
};

function document({ path }: Question, known: Known): Answer | undefined {
  const { plants } = known;
  const [, first = '', second = ''] = path.split('/');
  const id = /(?:activity|ugcPost)[-:](\d+)/.exec(path)?.[1] ?? '';
  const thread = known.threads.get(id) ?? latest(known);
  if (!thread) return undefined;
  if (first === 'posts' || (first === 'feed' && second === 'update'))
    return known.threads.has(id) ? onePost(known, thread) : undefined;
  const inner = innerPages[first];
  if (inner) return page(known, inner(thread, plants));
  const person = first === 'company' || first === 'in' ? personOf(known, second) : undefined;
  return person && page(known, profilePage(threadBy(known, person) ?? thread, plants, person));
}

function onePost(known: Known, thread: Thread): Answer {
  const isGuest = thread.params.layout === 'guest' || !thread.params.signedIn;
  return page(known, isGuest ? guestPage(thread, known.plants) : postPage(thread, known.plants));
}

function page(known: Known, body: string): Answer {
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': policy(nonce),
      'set-cookie': `li_at=${session.cookie}; Secure; HttpOnly; SameSite=None; Path=/`,
      ...known.plants.headers,
    },
  });
}

function files({ path }: Question): Answer | undefined {
  const name = /^\/stand\/(linkedin\.(?:sdui|classic|tools)\.js|linkedin\.css)$/.exec(path)?.[1];
  if (!name) return undefined;
  const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  return { type, body: file(name), headers: { 'access-control-allow-origin': '*' } };
}

/** Photos in the sizes the network makes of them; the largest has the EXIF data. */
function pictures({ path }: Question, { threads }: Known): Answer | undefined {
  const [, , , , key = '', kind = ''] = path.split('/');
  if (/^(?:profile-displayphoto|company-logo)/.test(kind)) return picture(checker(key, 100), 'image/png');
  const width = Number(/_(\d+)$/.exec(kind)?.[1]);
  if (!width) return undefined;
  const photo = [...threads.values()].flatMap(({ post }) => post.photos).find((each) => each.key === key);
  return picture(
    jpeg(key, Math.min(width, 1_200), Math.round(Math.min(width, 1_200) / 1.5), width >= 2_048 ? photo?.artist : undefined),
    'image/jpeg',
  );
}

function latest({ threads }: Known): Thread | undefined {
  return [...threads.values()].at(-1);
}

function threadBy({ threads }: Known, person: Person): Thread | undefined {
  return [...threads.values()].findLast(({ post }) => post.author.handle === person.handle);
}

function personOf({ threads }: Known, handle: string): Person | undefined {
  const everybody = [...threads.values()].flatMap(({ cast, others }) => [...cast, ...Object.values(others).flat()]);
  return [...Object.values(accounts), employee, ...everybody].find((person) => person.handle === handle);
}
