/** TikTok: www.tiktok.com with its picture, video and script hosts. */
import { readFileSync } from 'node:fs';
import { accounts } from '../../../lib/practice/cast.ts';
import { checker, jpeg } from '../images.ts';
import { html, json, picture, redirect } from '../network.ts';
import type { Answer, Known, Network, Question } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { session } from '../../../lib/practice/cast.ts';
import type { Thread } from '../thread-model.ts';
import { cdn, commentList, replyList, videoHost } from './api.ts';
import { detailMain, feedMain, profileMain, scripts, tiktokPage } from './html.ts';
import { words } from './words.ts';

const host = 'www.tiktok.com';
const file = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');
const policy = (nonce: string): string =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}' https://${scripts}; style-src 'self' 'unsafe-inline' https://${scripts}; img-src 'self' data: blob: https://*.tiktokcdn-eu.com; media-src 'self' blob: https://*.tiktok.com; connect-src 'self'; frame-ancestors 'self'; object-src 'none'; base-uri 'self'`;

export const tiktok: Network = {
  name: 'tiktok',
  hosts: [host, 'tiktok.com', cdn, videoHost, scripts],
  url: ({ post, params }) => `https://${host}/@${post.author.handle}/${params.photos > 1 ? 'photo' : 'video'}/${post.id}`,
  answer(question, known) {
    const { path } = question;
    if (question.host === 'tiktok.com') return redirect(`https://${host}${path}`);
    if (question.host === cdn) return pictures(path, known);
    if (question.host === videoHost) return { type: 'video/mp4', body: film() };
    if (question.host === scripts) return files(path);
    return path.startsWith('/api/') ? api(question, known) : document(path, known);
  },
};

function api({ path, query, headers }: Question, known: Known): Answer | undefined {
  const thread = known.threads.get(query.get('aweme_id') ?? query.get('item_id') ?? '');
  if (!thread) return undefined;
  // the real one answers its own page only, by a signed address and a cookie
  if (!(headers['cookie'] ?? '').includes(session.cookie)) return json({ status_code: 8, status_msg: 'login' });
  const [cursor, count] = [Number(query.get('cursor') ?? 0), Number(query.get('count') ?? 20)];
  const { delayMs } = thread.params;
  if (path === '/api/comment/list/') return json(commentList(thread, known.plants, cursor, count), { delayMs });
  if (path !== '/api/comment/list/reply/') return undefined;
  return json(replyList(thread, known.plants, query.get('comment_id') ?? '', cursor, count), { delayMs });
}

function document(path: string, known: Known): Answer | undefined {
  const { plants } = known;
  const [, first = '', kind, id = ''] = path.split('/');
  const thread = known.threads.get(id) ?? latest(known, first.slice(1));
  if (!thread) return undefined;
  const say = words[thread.params.language];
  const { author } = thread.post;
  const title = say.titleOn.replace('{name}', author.name);
  if (first === `@${author.handle}` && id === thread.post.id && (kind === 'video' || kind === 'photo')) {
    const isOld = thread.params.layout === '2023';
    const { params } = thread;
    return answer(known, thread, {
      title,
      canonical: `https://${host}/@${author.handle}/${kind}/${id}`,
      main: isOld ? detailMain(thread) : feedMain(thread),
      page: {
        kind: isOld ? 'detail' : 'feed',
        id,
        author: author.handle,
        now: Date.parse(thread.post.time) + 30 * 3_600_000,
        total: thread.reactions.length + params.hidden,
        isClosed: !params.repliesAllowed && thread.reactions.length === 0,
        isBroken: params.brokenExpander,
        signedIn: params.signedIn,
      },
    });
  }
  if (first === `@${author.handle}`) {
    const canonical = `https://${host}/@${author.handle}`;
    return answer(known, thread, { title, canonical, main: profileMain(thread), page: { kind: 'profile' }, isProfile: true });
  }
  const isPlain = ['messages', 'setting', 'login'].includes(first);
  if (!isPlain) return undefined;
  const main = `<div id="main-content">${first === 'login' ? '<form><input type="password"></form>' : say.messages}</div>`;
  return html(
    tiktokPage({ thread, plants, title: 'TikTok', canonical: `https://${host}/${first}`, main, page: { kind: 'plain' } }),
  );
}

function answer(known: Known, thread: Thread, shell: Omit<Parameters<typeof tiktokPage>[0], 'thread' | 'plants'>): Answer {
  const body = tiktokPage({ thread, plants: known.plants, ...shell });
  const nonce = opaque(body.slice(0, 600), 22);
  return html(body.replaceAll('__nonce__', nonce), {
    headers: {
      'content-security-policy': policy(nonce),
      'set-cookie': `sessionid=${session.cookie}; Secure; HttpOnly; SameSite=Lax; Path=/`,
      ...known.plants.headers,
    },
  });
}

function files(path: string): Answer | undefined {
  const headers = { 'access-control-allow-origin': '*' };
  const script = /\/tiktok\.(?:client|comment)\.js$/.exec(path)?.[0];
  if (script !== undefined) return { type: 'text/javascript; charset=utf-8', body: file(script.slice(1)), headers };
  return path.endsWith('/tiktok.css') ? { type: 'text/css; charset=utf-8', body: file('tiktok.css'), headers } : undefined;
}

/** The original of a photo has EXIF data. */
function pictures(path: string, { threads }: Known): Answer | undefined {
  const [, folder = '', name = ''] = path.split('/');
  const [key = '', form = ''] = name.split('~');
  if (folder === 'ondertitels')
    return { type: 'text/vtt; charset=utf-8', body: 'WEBVTT\n\n00:00.000 --> 00:04.000\nHet loket is vanaf maandag open.\n' };
  if (folder.includes('avt')) return picture(checker(key), 'image/png');
  const photo = [...threads.values()].flatMap(({ post }) => post.photos).find((each) => each.key === key);
  return picture(jpeg(key, 576, 1_024, form.includes('origin') ? photo?.artist : undefined), 'image/jpeg');
}

function box(type: string, body: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(8 + body.length);
  return Buffer.concat([head, Buffer.from(type + body, 'latin1')]);
}

/** The smallest file that is a film: what kind it is, and nothing in it. */
function film(): Buffer {
  return Buffer.concat([box('ftyp', 'isom\0\0\x02\0isomiso2'), box('mdat', 'stilte')]);
}

function latest({ threads }: Known, handle: string): Thread | undefined {
  const all = [...threads.values()].toReversed();
  const known = Object.values(accounts).some((account) => account.handle === handle);
  return all.find(({ post }) => post.author.handle === handle) ?? (known ? undefined : all[0]);
}
