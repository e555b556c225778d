/** What the server sends: the frame, the page's head and data; the page's own script draws the post and its comments. */
import { codeOf } from '../../../lib/platforms/shortcode.ts';
import { employee, session } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import { ownPost } from '../thread.ts';
import { pieces, shownCount } from '../texts.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { photoAddress, portrait, user } from './comments.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

export const site = 'https://www.instagram.com';

export interface Shell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly path: string;
  readonly kind: 'post' | 'profile' | 'empty';
  readonly description?: string;
}

export const codeOfItem = ({ id }: StandItem): string => codeOf(id);

export function instagramPage(shell: Shell): string {
  const { thread, plants, title, path } = shell;
  const { language } = thread.params;
  const description = shell.description ?? '';
  return `<!DOCTYPE html><html lang="${language}" dir="ltr"><head><meta charset="utf-8"><title>Instagram</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Instagram"><meta property="og:title" content="${escaped(title)}">
<meta property="og:url" content="${site}${path}"><meta name="description" content="${escaped(description)}"><meta property="og:description" content="${escaped(description)}">
<meta property="instapp:owner_user_id" content="${thread.post.author.id}"><link rel="canonical" href="${site}${path}">
<link rel="stylesheet" href="${site}/static/instagram.css">${plants.head ?? ''}</head><body>${plants.bodyStart ?? ''}
<div id="mount_0_0_w7"><div><div><div><div class="x9f619 x1n2onr6"><section class="x78zum5"><main class="x182iqb8" role="main"></main></section></div>
<div class="xvb8j5">${menu(thread, words[language])}</div></div></div></div></div>
<script type="application/json" data-content-len="900" data-sjs="">${inlineJson(data(shell))}</script>
<script type="application/json" id="stand-page">${inlineJson(settings(shell))}</script>
<script type="module" nonce="__nonce__" src="${site}/static/instagram.client.js"></script>
${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

const entry = (
  to: string,
  label: string,
  symbol = `<svg aria-label="${label}" role="img" viewBox="0 0 24 24"><title>${label}</title></svg>`,
) =>
  `<div><span><div><a href="${to}" role="link" tabindex="0"><div><div>${symbol}</div><div><span dir="auto"><span>${label}</span></span></div></div></a></div></span></div>`;

/** The signed-in employee stands in the menu, in no language by name (A35). */
function menu(thread: Thread, say: Words): string {
  if (!thread.params.signedIn) return `<a href="/accounts/login/?next=%2F" role="link" tabindex="0">${say.login}</a>`;
  const own = `<span role="link" tabindex="-1"><img alt="${say.picture.replace('@', employee.handle)}" draggable="false" src="${escaped(portrait(employee))}"></span>`;
  return [
    entry('/', say.home),
    entry('/explore/', say.explore),
    entry('/reels/', 'Reels'),
    entry('/direct/inbox/', say.messages),
    entry(`/${employee.handle}/`, say.profile, own),
  ].join('');
}

/** Page JSON as the real pages have it: the post, the session, and people who are nowhere to be seen. */
function data({ thread, kind }: Shell): unknown {
  const { post, others, params } = thread;
  const person = ({ name, handle, id, avatar }: (typeof others.hidden)[number]) => ({
    pk: id,
    username: handle,
    full_name: name,
    profile_pic_url: portrait({ name, handle, id, avatar, firstName: name }),
  });
  const slides = post.photos.map(({ key, alt }) => ({
    accessibility_caption: alt,
    image_versions2: {
      candidates: [640, 1080, 320].map((width) => ({ width, url: photoAddress(key, width === 1080 ? undefined : width) })),
    },
  }));
  const isTold = kind === 'post' && params.layout !== 'without-data';
  const item = {
    code: codeOfItem(post),
    pk: post.id,
    user: person(post.author),
    ...(slides.length > 1 ? { carousel_media: slides } : slides[0]),
  };
  return {
    require: [
      ['ScheduledServerJS', 'handle', null, [{ viewer: params.signedIn ? person(employee) : null, csrf_token: session.csrf }]],
      [
        'RelayPrefetchedStreamCache',
        'next',
        [],
        [{ data: { xdt_api__v1__media__shortcode__web_info: { items: isTold ? [item] : [] } } }],
      ],
      ['Hidden', 'set', [], others.hidden.map((one) => ({ user: person(one), text: `@${one.handle} verborgen` }))],
    ],
  };
}

/** For the page's own script; the real ones have this in their code and their answers. */
function settings({ thread, plants, kind }: Shell): unknown {
  const { post, params, others } = thread;
  const { language } = params;
  return {
    kind,
    language,
    say: words[language],
    layout: params.layout === 'popup' ? 'popup' : 'page',
    isBroken: params.brokenExpander,
    isSignedIn: params.signedIn,
    canReply: params.repliesAllowed,
    hidden: params.hidden,
    batch: params.batch,
    clock: new Date(Date.parse(post.time) + 5 * 3_600_000).toISOString(),
    employee: params.signedIn ? { username: employee.handle, avatar: portrait(employee) } : undefined,
    post: {
      id: post.id,
      code: codeOfItem(post),
      user: user(post.author),
      time: post.time,
      pieces: pieces(post.text),
      photos: post.photos.map(({ key, alt }) => ({ alt, large: photoAddress(key), small: photoAddress(key, 640) })),
      likes: shownCount(post.counts.likes, language),
      comments: shownCount(thread.reactions.length + params.hidden, language),
      planted: plants.items?.[post.id],
    },
    profile: {
      name: post.author.name,
      bio: post.author.bio ?? '',
      posts: shownCount(9, language),
      followers: shownCount(48_213, language),
    },
    grid: Array.from({ length: 9 }, (_, at) => ownPost(thread, at + 1)).map((own) => ({
      code: codeOfItem(own),
      picture: photoAddress(own.id, 640),
    })),
    likers: others.advertisers.slice(0, 1).map(user),
    suggested: [...others.rail, ...others.discovered].map(user),
    rail: plants.rail,
  };
}
