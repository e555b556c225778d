/** X: x.com with its picture and script hosts. */
import { readFileSync } from 'node:fs';
import { accounts, employee, protectedAccount, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { checker, coloursOf, jpeg, png } from '../images.ts';
import { html, json, picture, redirect } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { ownPost } from '../thread.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { homeRows, loginPage, messagesPage, profilePage, profileRows } from './profile.ts';
import { around, batch } from './rows.ts';
import { xPage } from './shell.ts';
import { words } from './words.ts';

const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

/** As the real one: own scripts by nonce or from the script host, no inline handlers, no other origins. */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' https://abs.twimg.com`,
    "style-src 'self' 'unsafe-inline' https://abs.twimg.com",
    "img-src 'self' blob: data: https://*.twimg.com",
    "media-src 'self' blob: https://video.twimg.com",
    "connect-src 'self' blob: https://api.x.com https://pbs.twimg.com",
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');

export const x: Network = {
  name: 'x',
  hosts: ['x.com', 'www.x.com', 'twitter.com', 'abs.twimg.com', 'abs-0.twimg.com', 'pbs.twimg.com', 'video.twimg.com', 't.co'],
  url: (thread) => `https://x.com/${thread.post.author.handle}/status/${thread.post.id}`,
  answer(question, known) {
    if (question.host === 'pbs.twimg.com') return pictures(question, known);
    if (question.host === 'video.twimg.com') return { type: 'video/mp4', body: film };
    if (question.host.startsWith('abs')) return files(question);
    if (question.host === 'x.com') return question.path.startsWith('/i/api/') ? api(question, known) : document(question, known);
    if (question.host === 'twitter.com' || question.host === 'www.x.com') return redirect(`https://x.com${question.path}`);
    return undefined;
  },
};

/** Not a film, but as much as an mp4 file begins with. */
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42\0\0\0\0mp42isom', 'latin1')]);

function document(question: Question, known: Known): Answer | undefined {
  const { plants } = known;
  const [, first = '', second, id = ''] = question.path.split('/');
  if (second === 'status') {
    const thread = threadWith(known, id);
    const item = thread && itemOf(thread, id);
    return thread && item ? page(known, statusPage(known, thread, item)) : undefined;
  }
  const thread = threadOf(known, first);
  if (!thread) return undefined;
  if (first === 'messages') return page(known, messagesPage(thread, plants));
  if (first === 'login') return page(known, loginPage(thread, plants));
  if (['home', 'notifications', 'settings', ''].includes(first)) return page(known, homePage(known, thread));
  const person = personOf(known, first);
  return person && page(known, profilePage(thread, plants, person));
}

function statusPage({ plants }: Known, thread: Thread, item: StandItem): string {
  const say = words[thread.params.language];
  const title = `${item.author.name} ${say.on}: "${item.text}" / X`;
  return xPage({
    thread,
    plants,
    title: thread.params.signedIn ? `(3) ${title}` : title,
    canonical: `https://x.com/${item.author.handle}/status/${item.id}`,
    heading: say.post,
    label: say.timeline,
    list: { source: `/i/api/graphql/stand/TweetDetail?focal=${item.id}` },
  });
}

function homePage({ plants }: Known, thread: Thread): string {
  const say = words[thread.params.language];
  return xPage({
    thread,
    plants,
    title: `${say.home} / X`,
    canonical: 'https://x.com/home',
    heading: say.home,
    label: say.home,
    list: { source: '/i/api/graphql/stand/HomeTimeline' },
  });
}

function page(known: Known, body: string): Answer {
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': policy(nonce),
      'set-cookie': `auth_token=${session.cookie}; Secure; HttpOnly; SameSite=None; Path=/`,
      'x-frame-options': 'SAMEORIGIN',
      ...known.plants.headers,
    },
  });
}

function api({ path, query }: Question, known: Known): Answer | undefined {
  const call = path.split('/').at(-1);
  if (call === 'TweetDetail') {
    const focal = query.get('focal') ?? '';
    const thread = threadWith(known, focal);
    if (!thread) return undefined;
    const answer =
      thread.post.id === focal ? batch(thread, known.plants, query.get('cursor')) : around(thread, known.plants, focal);
    return json(answer, { delayMs: thread.params.delayMs });
  }
  const user = query.get('user') ?? '';
  const thread = threadOf(known, user);
  if (!thread) return undefined;
  if (call === 'UserTweets') return json(profileRows(thread, known.plants, user));
  return call === 'HomeTimeline' ? json(homeRows(thread)) : undefined;
}

function files({ path }: Question): Answer | undefined {
  const headers = { 'access-control-allow-origin': '*' };
  const script = /\/x\.(client|tools|rows|tweet|media)\.js$/.exec(path)?.[0];
  if (script !== undefined) return { type: 'text/javascript; charset=utf-8', body: file(script.slice(1)), headers };
  if (path.endsWith('/main.css')) return { type: 'text/css; charset=utf-8', body: file('x.css'), headers };
  const emoji = /^\/emoji\/v2\/svg\/([0-9a-f-]+)\.svg$/.exec(path)?.[1];
  return emoji === undefined ? undefined : { type: 'image/svg+xml', body: emojiDrawing(emoji), headers };
}

function emojiDrawing(code: string): string {
  const [one] = coloursOf(code);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.5" fill="rgb(${one.join(',')})"/></svg>`;
}

const widths: Readonly<Record<string, number>> = { small: 340, medium: 600, large: 1_024, orig: 1_200 };

/** Photos in the sizes the network makes of them; `orig` alone has the EXIF data. */
function pictures({ path, query }: Question, known: Known): Answer | undefined {
  const [, folder, key = '', avatar = ''] = path.split('/');
  if (folder === 'profile_images')
    return picture(checker(avatar.replace(/_\w+\.png$/, ''), avatar.includes('_200x200') ? 200 : 48), 'image/png');
  if (folder === 'profile_banners')
    return picture(
      png(600, 200, (across) => coloursOf(key)[across < 420 ? 1 : 0]),
      'image/png',
    );
  if (folder === 'tweet_video_thumb' || folder === 'amplify_video_thumb') return picture(jpeg(key, 320, 180), 'image/jpeg');
  if (folder !== 'media') return undefined;
  const name = query.get('name') ?? 'medium';
  const width = widths[name];
  if (width === undefined) return undefined;
  const height = Math.round((width * 2) / 3);
  if (query.get('format') === 'png')
    return picture(
      png(width, height, () => coloursOf(key)[0]),
      'image/png',
    );
  return picture(jpeg(key, width, height, name === 'orig' ? artistOf(known, key) : undefined), 'image/jpeg');
}

function artistOf({ threads }: Known, key: string): string | undefined {
  for (const { post, reactions } of threads.values()) {
    for (const item of [post, ...reactions]) {
      const found = item.photos.find((each) => each.key === key);
      if (found) return found.artist ?? (item.isOwn ? undefined : item.author.name);
    }
  }
  return undefined;
}

/** The thread with this post or reaction in it, or the account whose profile shows it. */
function threadWith({ threads }: Known, id: string): Thread | undefined {
  return threads.get(id) ?? [...threads.values()].find((thread) => itemOf(thread, id) !== undefined);
}

function itemOf(thread: Thread, id: string): StandItem | undefined {
  if (thread.post.id === id) return thread.post;
  return (
    thread.reactions.find((item) => item.id === id) ??
    Array.from({ length: 11 }, (_, at) => ownPost(thread, at + 1)).find((item) => item.id === id)
  );
}

/** A thread of the account; else the latest, for the pages around it. */
function threadOf({ threads }: Known, handle: string): Thread | undefined {
  const all = [...threads.values()].toReversed();
  return all.find((thread) => thread.post.author.handle === handle) ?? all[0];
}

function personOf({ threads }: Known, handle: string): Person | undefined {
  const everybody = [...threads.values()].flatMap((thread) => [...thread.cast, ...Object.values(thread.others).flat()]);
  return [...Object.values(accounts), protectedAccount, employee, ...everybody].find((person) => person.handle === handle);
}
