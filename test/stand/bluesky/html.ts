/** Bluesky's page around the thread, and what its own script draws the thread from. */
import { employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

export const cdn = 'cdn.bsky.app';

/** Every account has a key of its own that never changes, and shows in the address of its picture. */
function did({ id }: Person): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return `did:plc:${Array.from(id, (digit) => letters[(Number(digit) * 7 + 3) % 32]).join('')}${id.slice(-4).replaceAll(/[0189]/g, 'q')}`.slice(
    0,
    32,
  );
}

function avatarUrl(person: Person): string {
  return `https://${cdn}/img/avatar_thumbnail/plain/${did(person)}/${person.avatar.split('/').at(-1)}@jpeg`;
}

interface Drawn {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly avatar: string;
  readonly text: string;
  readonly time: string;
  readonly depth: number;
  readonly counts: { readonly replies: number; readonly reposts: number; readonly likes: number };
  readonly photos: readonly { readonly url: string; readonly alt: string }[];
  readonly isDeleted?: true;
  readonly plant?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function drawn(item: StandItem, plants: Plants): Drawn {
  const { author } = item;
  const plant = plants.items?.[item.id];
  const attributes = plants.attributes?.[item.id];
  return {
    id: item.id,
    name: author.name,
    handle: author.handle,
    avatar: avatarUrl(author),
    text: item.text,
    time: item.time,
    depth: item.depth,
    counts: { replies: item.counts.replies, reposts: item.counts.reposts, likes: item.counts.likes },
    photos: item.photos.map(({ key, alt }) => ({ url: `https://${cdn}/img/feed_thumbnail/plain/${did(author)}/${key}@jpeg`, alt })),
    ...(item.isDeleted && { isDeleted: true as const }),
    ...(plant !== undefined && { plant }),
    ...(attributes && { attributes }),
  };
}

export interface Shell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly canonical: string;
  readonly main: string;
  readonly page: Readonly<Record<string, unknown>>;
}

export function blueskyPage({ thread, plants, title, canonical, main, page }: Shell): string {
  const { language } = thread.params;
  const say = words[language];
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="UTF-8"><title>${escaped(title)}</title><link rel="stylesheet" href="/static/bluesky.css">
<meta property="og:title" content="${escaped(title)}"><link rel="canonical" href="${escaped(canonical)}"><meta name="csrf-token" content="${session.csrf}">
<script id="stand-page" type="application/json">${inlineJson({ ...page, words: say, language, now: Date.parse(thread.post.time) + 8 * 3_600_000 })}</script>
<script type="application/json">${inlineJson({ session: { token: session.token }, hidden: thread.others.hidden.map((person) => ({ did: did(person), handle: person.handle, displayName: person.name })) })}</script>${plants.head ?? ''}</head><body>${plants.bodyStart ?? ''}
<div id="root"><div class="css-g5y9jx">${nav(thread, say)}<main role="main" class="css-g5y9jx">${main}</main>${rail(thread, say, plants)}</div></div>
<script type="module" src="/static/bluesky.client.js"></script>${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

function nav({ params }: Thread, say: Words): string {
  if (!params.signedIn)
    return `<nav role="navigation"><button type="button"><div dir="auto">${say.createAccount}</div></button><button type="button"><div dir="auto">${say.signIn}</div></button></nav>`;
  return `<nav role="navigation"><button aria-label="${say.switchAccount}" aria-haspopup="menu" type="button"><div data-testid="userAvatarImage"><img src="${avatarUrl(employee)}"></div><div><div dir="auto">${escaped(employee.name)}</div><div dir="auto">@${employee.handle}</div></div></button><a href="/" role="link">${say.home}</a><a href="/notifications" role="link">${say.notifications}</a><a href="/messages" role="link">${say.chat}</a><a href="/profile/${employee.handle}" aria-label="${say.profile}" role="link">${say.profile}</a></nav>`;
}

function rail({ others }: Thread, say: Words, plants: Plants): string {
  const feeds = others.rail.map(
    (person) =>
      `<a href="/profile/${did(person)}/feed/stand" role="link"><div dir="auto">${escaped(`#${say.trending} @${person.handle}`)}</div></a>`,
  );
  const people = others.discovered.map(
    (person) =>
      `<a href="/profile/${person.handle}" role="link"><div data-testid="userAvatarImage"><img src="${avatarUrl(person)}"></div><div dir="auto">${escaped(person.name)}</div><div dir="auto">@${person.handle}</div></a>`,
  );
  return `<div role="complementary"><div dir="auto">${say.trending}</div>${feeds.join('')}<div dir="auto">${say.suggested}</div>${people.join('')}${plants.rail ?? ''}</div>`;
}

/** Over the thread the bar with its title; the thread itself is drawn by the page's script. */
export function threadMain(say: Words): string {
  return `<div data-testid="postThreadScreen" style="min-height: 100vh;"><div style="flex-direction: row;"><button aria-label="${say.back}" type="button"><div style="width: 17px;"><div style="position: absolute;"><svg viewBox="0 0 24 24"></svg></div></div></button><div><div dir="auto">${say.post}</div></div></div><div><div></div><div style="max-width: 600px;"><div><div><div></div><div id="stand-thread"></div></div></div></div></div></div>`;
}

export function profileMain({ post, params }: Thread): string {
  const say = words[params.language];
  const { author } = post;
  return `<div data-testid="profileScreen"><div data-testid="profileView"><div data-testid="userBannerImage"><img src="https://${cdn}/img/banner/plain/${did(author)}/banner@jpeg"></div><div><button data-testid="profileHeaderAviButton" type="button"><div data-testid="userAvatarImage"><img src="${avatarUrl(author)}"></div></button><div><div data-testid="profileHeaderDisplayName" dir="auto">${escaped(author.name)}</div><div dir="auto">@${author.handle}</div></div><button data-testid="followBtn" type="button">${say.follow}</button><div><a data-testid="profileHeaderFollowersButton" href="/profile/${author.handle}/followers"><div dir="auto">48K ${say.followers}</div></a><a data-testid="profileHeaderFollowsButton" href="/profile/${author.handle}/follows"><div dir="auto">12 ${say.following}</div></a><div dir="auto">310 ${say.posts}</div></div><div data-testid="profileHeaderDescription" dir="auto" data-word-wrap="1">${escaped(author.bio ?? '')}</div></div></div><div id="stand-thread"></div></div>`;
}
