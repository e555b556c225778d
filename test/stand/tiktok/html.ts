/** TikTok's pages as the server sends them: the column of posts with the panel beside it, and the older page of one post. */
import { employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import { fromStrangers } from '../../../lib/practice/texts.ts';
import { pieces, shownCount } from '../texts.ts';
import { ownPost } from '../thread.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { avatarUrl, photoUrl, rehydration } from './api.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

export const scripts = 'sf16-website-login.neutral.ttwstatic.com';

/** Class names begin with a hash of the build and end with a name. */
const cls = (...names: readonly string[]): string => names.map((name) => `css-1a2b3c4-5e6d46e3--${name} e1395o4f0`).join(' ');

export interface Shell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly canonical: string;
  readonly main: string;
  readonly page: Readonly<Record<string, unknown>>;
  readonly isProfile?: boolean;
}

export function tiktokPage({ thread, plants, title, canonical, main, page, isProfile = false }: Shell): string {
  const { language } = thread.params;
  const say = words[language];
  return `<!DOCTYPE html><html lang="${language}" dir="ltr"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<link rel="stylesheet" href="https://${scripts}/obj/tiktok_web/tiktok.css"><link rel="canonical" href="${escaped(canonical)}" data-rh="true">
<meta property="og:title" content="${escaped(title)}" data-rh="true"><meta property="og:url" content="${escaped(canonical)}" data-rh="true"><meta name="csrf-token" content="${session.csrf}">
<script id="stand-page" type="application/json">${inlineJson({ ...page, words: say, language })}</script>${plants.head ?? ''}</head><body>${plants.bodyStart ?? ''}
<div id="app"><div class="${cls('BaseBodyContainer')}">${sideNav(thread, say, plants)}${main}</div></div>
<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${inlineJson(rehydration(thread, isProfile))}</script>
<script type="module" nonce="__nonce__" crossorigin="anonymous" src="https://${scripts}/obj/tiktok_web/tiktok.client.js"></script>${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

function sideNav({ params, others }: Thread, say: Words, plants: Plants): string {
  const me = params.signedIn
    ? `<a data-e2e="nav-messages" href="/messages" aria-label="${say.messages}"><span>${say.messages}</span></a><a data-e2e="nav-profile" href="/@${employee.handle}"><button type="button" aria-label="${say.profile}"><span class="${cls('SpanAvatarContainer')}"><img alt="${escaped(employee.name)}" src="${avatarUrl(employee)}"></span><div class="TUXButton-label">${say.profile}</div></button></a>`
    : `<a data-e2e="nav-profile" href="/@"><button type="button">${say.profile}</button></a><button type="button" id="header-login-button" data-e2e="top-login-button">${say.login}</button>`;
  const accounts = others.rail.map(
    (person) =>
      `<a data-e2e="suggest-user-item" class="${cls('StyledLink')}" href="/@${person.handle}">${avatar(person, 32)}<div><h4 class="${cls('H4UserTitle')}">${escaped(person.handle)}</h4><p class="${cls('PUserDesc')}">${escaped(person.name)}</p></div></a>`,
  );
  return `<div class="${cls('DivSideNavContainer')}"><a data-e2e="tiktok-logo" href="/">TikTok</a><button type="button" data-e2e="nav-search">${say.search}</button><a data-e2e="nav-foryou" href="/">${say.forYou}</a><a data-e2e="nav-explore" href="/explore">${say.explore}</a>${me}<div class="${cls('DivUserContainer')}">${accounts.join('')}</div>${plants.rail ?? ''}</div>`;
}

function avatar(person: Person, size: number): string {
  return `<span shape="circle" data-e2e="" class="${cls('SpanAvatarContainer')}" style="width: ${size}px; height: ${size}px;"><img loading="lazy" alt="" src="${avatarUrl(person)}" class="${cls('ImgAvatar')}"></span>`;
}

/** The post's text: each piece a box of its own, and below it what TikTok's machine makes of the video. */
function desc(item: StandItem, say: Words): string {
  const inside = pieces(item.text).map((piece) => {
    const text = escaped(piece.text);
    if (piece.is === 'tag')
      return `<a data-e2e="search-common-link" aria-label="${say.watchMore}" class="link-a11y-focus" href="/tag/${text.slice(1)}"><p class="TUXText" style="display: inline;">${text}</p></a>`;
    if (piece.is === 'mention')
      return `<a data-e2e="search-common-link" aria-label="${say.watchMore} ${text.slice(1)}" class="link-a11y-focus" href="/${text}"><p class="TUXText" style="display: inline;">${text}</p></a>`;
    return `<span class="TUXText" data-e2e="desc-span-0_0">${text}</span>`;
  });
  return `<div data-e2e="video-desc" class="${cls('DivDescriptionContentContainer')}">${inside.join('')}<div class="${cls('DivCustomTDKContainer')}"><div data-e2e="v2t-title">Een man wijst naar een loket</div><div class="${cls('DivDisclaimer')}">${say.summary}</div></div></div>`;
}

function counters(item: StandItem, say: Words, language: Thread['params']['language'], replies: number): string {
  const number = (count: number) => shownCount(count, language);
  const button = (name: string, label: string, count: number) =>
    `<button type="button" aria-label="${label}\n${number(count)}" aria-pressed="false" class="${cls('ButtonActionItem')}"><span data-e2e="${name}-icon" class="${cls('SpanIconWrapper')}"><svg viewBox="0 0 24 24"></svg></span><strong data-e2e="${name}-count" class="${cls('StrongText')}">${number(count)}</strong></button>`;
  return `${button('like', say.like, item.counts.likes)}${button('comment', say.openComments, replies)}<div aria-expanded="false" aria-haspopup="dialog">${button('undefined', say.more, 31)}</div>${button('share', say.more, item.counts.reposts)}`;
}

function player(item: StandItem): string {
  const key = item.photos[0]?.key ?? item.id;
  if (item.photos.length > 1) {
    const slides = item.photos.map((photo) => `<div class="swiper-slide"><img alt="" src="${photoUrl(photo.key)}"></div>`);
    return `<div class="${cls('DivPhotoVideoContainer')}">${slides.join('')}</div>`;
  }
  return `<div class="${cls('BasePlayerContainer', 'DivVideoPlayerContainer')}"><picture><img alt="${escaped(item.text)}" src="${photoUrl(key)}"></picture><div id="xgwrapper-0-${item.id}" class="xgplayer-container"><video crossorigin="use-credentials" preload=""></video></div></div>`;
}

interface Card {
  readonly thread: Thread;
  readonly item: StandItem;
  readonly index: number;
  readonly singer: Person | undefined;
  readonly replies: number;
}

function card({ thread, item, index, singer, replies }: Card): string {
  const { language } = thread.params;
  const say = words[language];
  const { handle } = item.author;
  return `<article id="one-column-item-${index}" data-scroll-index="${index}" shape="vertical" data-e2e="recommend-list-item-container" class="${cls('ArticleItemContainer')}"><div class="${cls('DivContentFlexLayout')}">
<section id="media-card-${index}" tabindex="0" role="button" data-e2e="feed-video" class="${cls('SectionMediaCardContainer')}">${player(item)}<div class="${cls('DivMediaCardOverlayBottom')}"><div class="${cls('DivCreatorInfoContainer')}"><a class="link-a11y-focus" href="/@${handle}"><div><p class="TUXText">${handle}</p></div></a><span class="TUXText"> · ${item.time.slice(5, 10).replace(/^0/, '').replace('-0', '-')}</span></div>${desc(item, say)}<button type="button" class="${cls('ButtonExpand')}">${say.more}</button></div></section>
<section class="${cls('SectionActionBarContainer')}"><div class="${cls('DivAvatarActionItemContainer')}"><a data-e2e="video-author-avatar" class="${cls('AvatarLink')}" href="/@${handle}">${avatar(item.author, 48)}</a><button shape="capsule" data-e2e="feed-follow">+</button></div>${counters(item, say, language, replies)}<a data-e2e="video-music" aria-label="${say.sound} - ${escaped(singer?.name ?? '')}" href="/music/original-sound-7219876068650583813"><div class="${cls('MusicCoverDisc')}"></div></a></section></div></article>`;
}

function strangerPost(thread: Thread, person: Person, at: number): StandItem {
  const base = ownPost(thread, at + 1);
  return {
    ...base,
    author: person,
    isOwn: false,
    id: `${base.id.slice(0, -3)}9${at}7`,
    text: `${fromStrangers[at % fromStrangers.length] ?? ''} #herfst`,
  };
}

function tab(id: string, label: string, isActive: boolean): string {
  return `<div class="TUXTabBar-item" id="${id}"><button class="TUXTabBar-itemTitle${isActive ? ' TUXTabBar-itemTitle--active' : ''}" type="button" id="${id}" tabindex="0"><div><span class="TUXText"><div>${label}</div></span></div></button></div>`;
}

/** The column: the post itself, then a stranger's, then places that fill when they are scrolled to. */
export function feedMain(thread: Thread): string {
  const { others, params, post, reactions } = thread;
  const say = words[params.language];
  const [stranger = post.author] = others.discovered;
  const [singer, other] = others.advertisers;
  const cards = [
    card({ thread, item: post, index: 0, singer, replies: reactions.length + params.hidden }),
    card({ thread, item: strangerPost(thread, stranger, 0), index: 1, singer: other, replies: 12 }),
    ...Array.from(
      { length: 6 },
      (_, at) =>
        `<article data-scroll-index="${at + 2}" data-e2e="recommend-list-item-container" class="${cls('ArticleItemContainer')}"></article>`,
    ),
  ];
  return `<div id="main-content-video_detail" class="${cls('DivMainContainer')}"><div class="${cls('DivVideoDetailContainer')}"><div id="column-list-container" class="${cls('DivColumnListContainer')}">${cards.join('')}</div>
<div class="${cls('DivVideoList')}"><div class="TUXTabBar"><div class="TUXTabBar-list">${tab('comments', say.comments, false)}${tab('related', say.related, true)}</div><div class="TUXTabBar-content" tabindex="0">${related(thread)}</div></div></div></div></div>`;
}

function related({ others }: Thread): string {
  const items = others.discovered.map(
    (person, at) =>
      `<div class="${cls('DivItemContainer')}"><a href="/@${person.handle}/video/758701200000000000${at}" title="${escaped(fromStrangers[at % fromStrangers.length] ?? '')}" class="${cls('LinkNonClickable')}"><picture><img alt="" src="${photoUrl(`omslag${person.id}`)}"></picture></a><div class="${cls('DivAuthor')}"><span class="${cls('SpanUniqueId')}">${person.handle}</span></div></div>`,
  );
  return `<div class="${cls('DivRelatedTabContainer')}">${items.join('')}</div>`;
}

/** The page of one post as it stood beside the column until 2024: comments are there from the start. */
export function detailMain(thread: Thread): string {
  const { others, params, post, reactions } = thread;
  const say = words[params.language];
  const [singer] = others.advertisers;
  const { author } = post;
  return `<div id="main-content-video_detail"><div class="${cls('DivVideoDetailContainer')}"><div class="${cls('DivLeftContainer')}"><div class="${cls('DivPlayerContainer')}">${player(post)}</div>
<div class="${cls('DivInfoContainer')}"><a data-e2e="browse-user-avatar" href="/@${author.handle}">${avatar(author, 40)}</a><a href="/@${author.handle}" class="${cls('StyledLink')}"><span data-e2e="browse-username" class="${cls('SpanUniqueId')}">${author.handle}</span><br><span data-e2e="browser-nickname" class="${cls('SpanOtherInfos')}"><span>${escaped(author.name)}</span><span> · </span><span>${post.time.slice(5, 10)}</span></span></a><button type="button" data-e2e="browse-follow">${say.follow}</button></div>
${desc(post, say).replace('data-e2e="video-desc"', 'data-e2e="browse-video-desc"')}<h4 data-e2e="browse-music"><a href="/music/origineel-7219876068650583813">${say.sound} - ${escaped(singer?.name ?? '')}</a></h4><div class="${cls('DivActionBarWrapper')}">${counters(post, say, params.language, reactions.length + params.hidden)}</div>
<div class="${cls('DivCommentContainer')}"><div class="${cls('DivCommentListContainer')}"></div></div></div><div class="${cls('DivRightContainer')}">${related(thread)}</div></div></div>`;
}

function statistic(name: string, label: string, count: string): string {
  return `<strong title="${label}" data-e2e="${name}-count">${count}</strong><span data-e2e="${name}">${label}</span>`;
}

export function profileMain(thread: Thread): string {
  const { post, params } = thread;
  const say = words[params.language];
  const { author } = post;
  const grid = Array.from({ length: 12 }, (_, at) => (at === 0 ? post : ownPost(thread, at))).map(
    (item, at) =>
      `<div data-e2e="user-post-item" class="${cls('DivItemContainerV2')}"><a href="https://www.tiktok.com/@${author.handle}/video/${item.id}"><img alt="${escaped(item.text)}" src="${photoUrl(`omslag${at}`)}">${at === 0 ? '<div data-e2e="video-card-badge">📌</div>' : ''}<strong data-e2e="video-views">${item.counts.views}</strong></a></div>`,
  );
  return `<div id="main-content-others_homepage"><div data-e2e="user-page"><div class="${cls('DivShareLayoutHeader')}"><div data-e2e="user-avatar">${avatar(author, 116)}</div><div><h1 data-e2e="user-title">${author.handle}</h1><h2 data-e2e="user-subtitle">${escaped(author.name)}</h2><button type="button" data-e2e="follow-button">${say.follow}</button><h3>${statistic('following', say.following, '12')}${statistic('followers', say.followers, '48.2K')}${statistic('likes', say.likes, '91K')}</h3><h2 data-e2e="user-bio">${escaped(author.bio ?? '')}</h2></div></div></div><div data-e2e="user-post-item-list">${grid.join('')}</div></div>`;
}
