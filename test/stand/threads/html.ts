/** What the server sends: the frame, the page's head and data; the page's own script draws the posts. */
import { codeOf } from '../../../lib/platforms/shortcode.ts';
import { employee, session } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import { ownPost } from '../thread.ts';
import { shownCount } from '../texts.ts';
import type { Thread } from '../thread-model.ts';
import { photoAddress, portrait, postData } from './posts.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

export const site = 'https://www.threads.com';

export interface Shell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly path: string;
  readonly kind: 'post' | 'profile' | 'empty';
}

export function threadsPage(shell: Shell): string {
  const { thread, plants, path } = shell;
  const { author, text } = thread.post;
  const { language } = thread.params;
  const title = `${author.name} (@${author.handle}) • Threads`;
  return `<!DOCTYPE html><html lang="${language}" dir="ltr"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta property="og:site_name" content="Threads"><meta property="og:title" content="${escaped(title)}"><meta property="og:description" content="${escaped(text)}">
<meta property="og:url" content="${site}${path}"><link rel="canonical" href="${site}${path}">
<link rel="stylesheet" href="${site}/static/threads.css">${plants.head ?? ''}</head><body>${plants.bodyStart ?? ''}
<div id="mount_0_0_vz"><div><div><div class="x6s0dn4">${menu(thread, words[language])}</div><div><div><div id="barcelona-page-layout"></div></div></div></div></div></div>
<script type="application/json" data-content-len="900" data-sjs="">${inlineJson(data(shell))}</script>
<script type="application/json" id="stand-page">${inlineJson(settings(shell))}</script>
<script type="module" nonce="__nonce__" src="${site}/static/threads.client.js"></script>
${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

const entry = (to: string, label: string) =>
  `<div><a href="${to}" role="link" tabindex="0"><div><svg aria-label="${label}" role="img" viewBox="0 0 24 24"><title>${label}</title></svg></div></a></div>`;

/** The signed-in employee stands in the menu by a symbol (A35). */
function menu({ params }: Thread, say: Words): string {
  const own = params.signedIn
    ? entry(`/@${employee.handle}`, say.profile)
    : `<div><a href="/login?show_choice_screen=false" role="link" tabindex="0"><div>${say.login}</div></a></div>`;
  return `${entry('/', say.home)}${entry('/search', say.search)}${own}`;
}

/** Page JSON as the real pages have it: the post, the session, and people who are nowhere to be seen. */
function data({ thread, kind }: Shell): unknown {
  const { post, others, params } = thread;
  const person = ({ name, handle, id, avatar }: (typeof others.hidden)[number]) => ({
    pk: id,
    username: handle,
    full_name: name,
    profile_pic_url: portrait({ avatar }),
  });
  const slides = post.photos.map(({ key, alt }) => ({
    accessibility_caption: alt,
    image_versions2: { candidates: [{ width: 1_080, url: photoAddress(key) }] },
  }));
  const item = {
    code: codeOf(post.id),
    pk: post.id,
    user: person(post.author),
    ...(slides.length > 1 ? { carousel_media: slides } : slides[0]),
  };
  return {
    viewer: params.signedIn ? { user: person(employee), csrf: session.csrf } : null,
    edges: kind === 'post' ? [{ node: { thread_items: [{ post: item }] } }] : [],
    hidden: others.hidden.map((one) => ({ user: person(one), text: `@${one.handle}` })),
  };
}

/** For the page's own script; the real ones have this in their code and their answers. */
function settings({ thread, plants, kind }: Shell): unknown {
  const { post, params, others } = thread;
  const people = (list: typeof others.rail) =>
    list.map(({ handle, avatar }) => ({ username: handle, avatar: portrait({ avatar }) }));
  const stranger = (at: number) => {
    const [author] = others.discovered.slice(at, at + 1);
    return author && postData(thread, {}, { ...ownPost(thread, 20 + at), author, isOwn: false });
  };
  return {
    kind,
    language: params.language,
    layout: params.layout,
    say: words[params.language],
    isBroken: params.brokenExpander,
    canReply: params.repliesAllowed,
    hidden: params.hidden,
    clock: new Date(Date.parse(post.time) + 5 * 3_600_000).toISOString(),
    employee: params.signedIn ? { username: employee.handle, avatar: portrait(employee) } : undefined,
    post: postData(thread, plants, post),
    profile: { name: post.author.name, bio: post.author.bio ?? '', followers: shownCount(48_213, params.language) },
    own: Array.from({ length: 8 }, (_, at) => postData(thread, plants, ownPost(thread, at + 1))),
    republished: stranger(0),
    related: [stranger(1), stranger(2)],
    suggested: people([...others.rail, ...others.advertisers]),
    rail: plants.rail,
  };
}
