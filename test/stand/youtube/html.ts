/** YouTube's pages as the server sends them: head, data, and the elements that the page's own script fills. */
import { employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import { fromStrangers } from '../../../lib/practice/texts.ts';
import { shownCount } from '../texts.ts';
import type { Thread } from '../thread-model.ts';
import { avatarUrl, channelId, isNested } from './answers.ts';
import { timeAgo, words } from './words.ts';

export interface Page {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly canonical: string;
  /** In the page manager. */
  readonly body: string;
  /** In the head. */
  readonly head?: string;
  /** For the page's script. */
  readonly comments?: { readonly path: string; readonly root: string };
}

export function youtubePage({ thread, plants, title, canonical, body, head = '', comments }: Page): string {
  const { language, layout, brokenExpander, signedIn } = thread.params;
  const say = words[language];
  const shell = {
    ...comments,
    language,
    layout: isNested(thread) ? 'subthreads' : layout,
    isBroken: brokenExpander,
    isOff: !thread.params.repliesAllowed,
    count: shownCount(thread.reactions.length + thread.params.hidden, language),
    employee: signedIn ? { avatar: avatarUrl(employee), name: layout === 'renderer' ? employee.name : '' } : null,
    owner: thread.post.author.handle,
    words: {
      ...Object.fromEntries(Object.entries(say).filter(([, word]) => typeof word === 'string')),
      comments: say.comments(shownCount(thread.reactions.length + thread.params.hidden, language)),
      pinned: say.pinnedBy(`@${thread.post.author.handle}`),
    },
  };
  return `<!DOCTYPE html><html lang="${language}" darker-dark-theme system-icons typography><head><meta charset="utf-8">
<title>${escaped(title)} - YouTube</title><link rel="canonical" href="${escaped(canonical)}"><link rel="stylesheet" href="/s/desktop/youtube.css">
<meta property="og:site_name" content="YouTube"><meta property="og:url" content="${escaped(canonical)}"><meta property="og:title" content="${escaped(title)}">${head}
<script nonce="__nonce__">var ytcfg={d(){return ytcfg.data_||(ytcfg.data_={})},set(){}};window.ytplayer={};ytcfg.data_=${inlineJson({ LOGGED_IN: signedIn, XSRF_TOKEN: session.csrf, HL: language })};</script>
${plants.head ?? ''}</head><body dir="ltr">${plants.bodyStart ?? ''}
<script nonce="__nonce__">var ytInitialData = ${inlineJson(initialData(thread))};</script>
<ytd-app><div id="content" class="style-scope ytd-app">
<div id="masthead-container"><ytd-masthead id="masthead"><div id="container"><div id="start"><a id="logo" href="/">YouTube</a></div>
<div id="center"><form action="/results"><input name="search_query"></form></div><div id="end">${signedIn ? avatarButton(say.avatar) : `<ytd-button-renderer><yt-button-shape><a href="https://accounts.google.com/ServiceLogin?service=youtube"><span>${say.signIn}</span></a></yt-button-shape></ytd-button-renderer>`}</div></div></ytd-masthead></div>
${guide(thread, say.history)}<ytd-page-manager id="page-manager">${body}</ytd-page-manager></div>
<ytd-popup-container></ytd-popup-container></ytd-app>
<script id="stand-page" type="application/json">${inlineJson(shell)}</script>
<script type="module" nonce="__nonce__" src="/s/desktop/youtube.client.js"></script>${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

function avatarButton(label: string): string {
  return `<ytd-topbar-menu-button-renderer><button id="avatar-btn" aria-haspopup="true" aria-label="${label}"><yt-img-shadow height="32" width="32"><img id="img" alt="${label}" height="32" width="32" src="${avatarUrl(employee)}"></yt-img-shadow></button></ytd-topbar-menu-button-renderer>`;
}

/** The channels somebody is subscribed to. */
function guide({ others, params }: Thread, history: string): string {
  const entries = others.rail.map(
    (person) =>
      `<ytd-guide-entry-renderer><a id="endpoint" href="/@${person.handle}" title="${escaped(person.name)}"><yt-img-shadow><img alt="" src="${avatarUrl(person)}"></yt-img-shadow><yt-formatted-string class="title">${escaped(person.name)}</yt-formatted-string></a></ytd-guide-entry-renderer>`,
  );
  return `<tp-yt-app-drawer id="guide"><ytd-guide-renderer>${params.signedIn ? entries.join('') : ''}<a href="/feed/history">${history}</a></ytd-guide-renderer></tp-yt-app-drawer>`;
}

const linked = (person: Person): unknown => ({
  text: person.name,
  navigationEndpoint: { browseEndpoint: { browseId: channelId(person), canonicalBaseUrl: `/@${person.handle}` } },
});

/** As the server sends it: the owner, who is signed in, and people whose reactions the page never shows. */
function initialData({ others, post, params }: Thread): unknown {
  return {
    contents: { videoOwnerRenderer: { title: { runs: [linked(post.author)] } } },
    frameworkUpdates: {
      mutations: others.hidden.map((person) => ({
        commentEntityPayload: {
          properties: { content: { content: `${person.name} hier` } },
          author: { channelId: channelId(person), displayName: `@${person.handle}`, avatarThumbnailUrl: avatarUrl(person) },
        },
        authorText: { simpleText: person.name },
        authorEndpoint: { browseEndpoint: { browseId: channelId(person), canonicalBaseUrl: `/@${person.handle}` } },
        legacyId: person.id,
      })),
    },
    ...(params.signedIn && {
      header: {
        activeAccountHeaderRenderer: {
          accountName: { simpleText: employee.name },
          channelHandle: { simpleText: `@${employee.handle}` },
          accountPhoto: { thumbnails: [{ url: avatarUrl(employee), width: 88 }] },
        },
      },
    }),
  };
}

/** Head of a video: what the server sends for search engines. */
export function videoHead({ post }: Thread, title: string): string {
  const still = `https://i.ytimg.com/vi/${post.id}/maxresdefault.jpg`;
  const player = {
    captions: {
      playerCaptionsTracklistRenderer: {
        captionTracks: [
          { baseUrl: `https://www.youtube.com/api/timedtext?v=${post.id}&kind=asr&lang=nl`, kind: 'asr', languageCode: 'nl' },
          { baseUrl: `https://www.youtube.com/api/timedtext?v=${post.id}&lang=nl`, languageCode: 'nl' },
        ],
      },
    },
    videoDetails: { videoId: post.id, title, channelId: channelId(post.author), author: post.author.name, isLiveContent: false },
  };
  return `<meta property="og:image" content="${still}"><script nonce="__nonce__">var ytInitialPlayerResponse = ${inlineJson(player)};</script>
<div id="watch7-content" class="watch-main-col" itemscope itemid="https://www.youtube.com/watch?v=${post.id}" itemtype="http://schema.org/VideoObject"><meta itemprop="name" content="${escaped(title)}"><meta itemprop="description" content="${escaped(post.text)}"><meta itemprop="identifier" content="${post.id}">
<span itemprop="author" itemscope itemtype="http://schema.org/Person"><link itemprop="url" href="http://www.youtube.com/@${post.author.handle}"><link itemprop="name" content="${escaped(post.author.name)}"></span><link itemprop="thumbnailUrl" href="${still}"><meta itemprop="datePublished" content="${post.time}"></div>`;
}

/** Title and description are two things on YouTube. */
export function titleOf({ post }: Thread): string {
  return post.text.split(/[.:?]/u)[0] ?? post.text;
}

export function watchBody(thread: Thread, plants: Plants): string {
  const { post, params, others } = thread;
  const say = words[params.language];
  const views = say.views(shownCount(post.counts.views, params.language));
  const owner = post.author;
  const moment = timeAgo(post.time, Date.parse(post.time) + 5 * 3_600_000, params.language);
  const date = new Date(post.time).toLocaleDateString(params.language, { dateStyle: 'medium' });
  return `<ytd-watch-flexy video-id="${post.id}" role="main"><div id="columns"><div id="primary"><div id="primary-inner"><div id="player"><ytd-player><div id="movie_player"><video src="blob:https://www.youtube.com/0"></video></div></ytd-player></div>
<div id="below"><ytd-watch-metadata><div id="above-the-fold"><div id="title"><h1><yt-formatted-string title="${escaped(titleOf(thread))}">${escaped(titleOf(thread))}</yt-formatted-string></h1></div>
<div id="top-row"><div id="owner"><ytd-video-owner-renderer><a href="/@${owner.handle}"><yt-img-shadow id="avatar"><img id="img" alt="" src="${avatarUrl(owner)}"></yt-img-shadow></a><div id="upload-info"><ytd-channel-name id="channel-name"><div id="container"><yt-formatted-string id="text"><a href="/@${owner.handle}">${escaped(owner.name)}</a></yt-formatted-string></div></ytd-channel-name><yt-formatted-string id="owner-sub-count">${say.subscribers('12,3K')}</yt-formatted-string></div></ytd-video-owner-renderer><div id="subscribe-button"><button>${say.subscribe}</button></div></div>
<div id="actions"><segmented-like-dislike-button-view-model><like-button-view-model><button aria-label="${say.likes(shownCount(post.counts.likes, params.language))}">${shownCount(post.counts.likes, params.language)}</button></like-button-view-model><dislike-button-view-model><button aria-label="${say.dislike}"></button></dislike-button-view-model></segmented-like-dislike-button-view-model><button aria-label="${say.share}">${say.share}</button></div></div>
<div id="bottom-row"><div id="description"><div id="description-inner"><ytd-watch-info-text id="ytd-watch-info-text"><div id="info-container"><yt-formatted-string id="info"><span>${views}</span><span>  </span><span>${moment}</span></yt-formatted-string></div><tp-yt-paper-tooltip><div id="tooltip">${views} • ${say.published} ${date}</div></tp-yt-paper-tooltip></ytd-watch-info-text>
<ytd-text-inline-expander id="description-inline-expander"><div id="expanded" hidden></div><div id="snippet"><span id="snippet-text"><span id="attributed-snippet-text"><span role="text">${escaped(post.text.slice(0, 70))}</span></span></span><span id="ellipsis">…</span></div><tp-yt-paper-button id="expand" role="button" tabindex="0">${say.more}</tp-yt-paper-button><tp-yt-paper-button id="collapse" role="button" tabindex="0" hidden>${say.less}</tp-yt-paper-button></ytd-text-inline-expander>
<template id="stand-description">${description(post.text)}</template></div></div></div></div></ytd-watch-metadata>
<ytd-comments id="comments"><ytd-continuation-item-renderer class="style-scope ytd-comments"><div id="ghost-comment-section"></div></ytd-continuation-item-renderer></ytd-comments></div></div></div>
<div id="secondary"><div id="related">${adSlot(others.advertisers[0], say.sponsored)}${others.discovered.map(related).join('')}${plants.rail ?? ''}</div></div></div></ytd-watch-flexy>`;
}

function description(text: string): string {
  return text
    .split(/(https:\/\/\S+|#\w+)/u)
    .map((part) => {
      if (part.startsWith('#')) return `<a href="/hashtag/${part.slice(1)}">${escaped(part)}</a>`;
      if (!part.startsWith('https:')) return escaped(part);
      return `<a href="https://www.youtube.com/redirect?event=video_description&amp;q=${encodeURIComponent(part)}" target="_blank">${escaped(part)}</a>`;
    })
    .join('');
}

/** Somebody else's video: its channel is words without a link. */
function related(person: Person, at: number): string {
  return `<yt-lockup-view-model><a href="/watch?v=stranger00${at}"><img alt="" src="https://i.ytimg.com/vi/stranger00${at}/hqdefault.jpg"></a><yt-lockup-metadata-view-model><h3 title="${escaped(fromStrangers[at % fromStrangers.length] ?? '')}"><a href="/watch?v=stranger00${at}">${escaped(fromStrangers[at % fromStrangers.length] ?? '')}</a></h3><yt-content-metadata-view-model><div class="yt-content-metadata-view-model__metadata-row"><span>${escaped(person.name)}</span></div><div class="yt-content-metadata-view-model__metadata-row"><span>1K</span></div></yt-content-metadata-view-model><button data-channel="${channelId(person)}" data-avatar="${avatarUrl(person)}"></button></yt-lockup-metadata-view-model></yt-lockup-view-model>`;
}

function adSlot(person: Person | undefined, label: string): string {
  return person
    ? `<ytd-ad-slot-renderer><div id="byline">${escaped(person.name)}</div><span>${label}</span><a href="/@${person.handle}"><img alt="" src="${avatarUrl(person)}"></a></ytd-ad-slot-renderer>`
    : '';
}

/** A Short with the next one below it. */
export function shortBody(thread: Thread): string {
  const { post, params, others } = thread;
  const say = words[params.language];
  const count = shownCount(thread.reactions.length + params.hidden, params.language);
  const reel = (person: Person, title: string, isActive: boolean) =>
    `<ytd-reel-video-renderer id="${isActive ? 0 : 1}" ${isActive ? 'is-active' : ''}><div id="player-container"></div><div id="overlay"><ytd-reel-player-overlay-renderer><div id="metapanel"><yt-reel-metapanel-view-model><yt-reel-channel-bar-view-model><a href="/@${person.handle}"><yt-avatar-shape><img alt="" src="${avatarUrl(person)}"></yt-avatar-shape></a><span><a href="/@${person.handle}/shorts">@${person.handle}</a></span><button>${say.subscribe}</button></yt-reel-channel-bar-view-model><yt-shorts-video-title-view-model><h2><span role="text">${escaped(title)}</span></h2></yt-shorts-video-title-view-model></yt-reel-metapanel-view-model></div>
<reel-action-bar-view-model><like-button-view-model><button aria-label="${say.likes('12')}">12</button></like-button-view-model><dislike-button-view-model><button aria-label="${say.dislike}"></button></dislike-button-view-model><button-view-model class="stand-comments"><label><button aria-label="${say.viewComments(count)}"></button><span>${count}</span></label></button-view-model><button-view-model><button aria-label="${say.share}"></button></button-view-model><button-view-model><button aria-label="${say.remix}"></button></button-view-model></reel-action-bar-view-model></ytd-reel-player-overlay-renderer></div></ytd-reel-video-renderer>`;
  const [stranger] = others.discovered;
  return `<ytd-shorts role="main"><div id="shorts-container"><div id="shorts-inner-container">${reel(post.author, titleOf(thread), true)}${stranger ? reel(stranger, fromStrangers[1] ?? '', false) : ''}</div></div>
<div id="shorts-panel-container"><ytd-engagement-panel-section-list-renderer target-id="engagement-panel-comments-section" visibility="ENGAGEMENT_PANEL_VISIBILITY_HIDDEN" hidden><div id="header"><ytd-engagement-panel-title-header-renderer><h2 id="title">${say.comments('').trim()}</h2><yt-formatted-string id="contextual-info">${count}</yt-formatted-string></ytd-engagement-panel-title-header-renderer></div><div id="content"></div></ytd-engagement-panel-section-list-renderer></div></ytd-shorts>`;
}

/** A channel with its community posts; or one such post with its reactions. */
export function channelBody(
  thread: Thread,
  posts: readonly { readonly id: string; readonly text: string; readonly time: string }[],
): string {
  const { author } = thread.post;
  const say = words[thread.params.language];
  return `<ytd-browse page-subtype="channels" role="main"><div id="header"><yt-page-header-view-model><div class="banner"><yt-image-banner-view-model><img alt="" src="https://yt3.googleusercontent.com/banner${opaqueName(author)}=w1060-fcrop64-no"></yt-image-banner-view-model></div><yt-decorated-avatar-view-model><yt-avatar-shape><img alt="" src="${avatarUrl(author)}"></yt-avatar-shape></yt-decorated-avatar-view-model>
<yt-dynamic-text-view-model><h1 class="dynamicTextViewModelH1"><span role="text">${escaped(author.name)}</span></h1></yt-dynamic-text-view-model><yt-content-metadata-view-model><div class="yt-content-metadata-view-model__metadata-row"><span role="text">@${author.handle}</span><span> • </span><span role="text">${say.subscribers('12.345')}</span><span> • </span><span role="text">${say.videos(345)}</span></div></yt-content-metadata-view-model>
<yt-description-preview-view-model><truncated-text><span role="text">${escaped(author.bio ?? '')}</span></truncated-text></yt-description-preview-view-model><yt-flexible-actions-view-model><button>${say.subscribe}</button></yt-flexible-actions-view-model></yt-page-header-view-model></div>
<ytd-section-list-renderer>${posts.map((post) => communityPost(thread, post)).join('')}</ytd-section-list-renderer></ytd-browse>`;
}

const opaqueName = (person: Person): string => channelId(person).slice(2, 13);

export function communityPost(
  { post: { author }, params }: Thread,
  post: { readonly id: string; readonly text: string; readonly time: string },
): string {
  const shown = timeAgo(post.time, Date.parse(post.time) + 5 * 3_600_000, params.language);
  return `<ytd-backstage-post-thread-renderer><div id="post"><ytd-backstage-post-renderer id="post"><div id="body"><div id="author-thumbnail"><a href="/@${author.handle}"><yt-img-shadow><img id="img" alt="" src="${avatarUrl(author)}"></yt-img-shadow></a></div><div id="main"><div id="header"><div id="header-author"><a id="author-text" href="/@${author.handle}"><span>${escaped(author.name)}</span></a><yt-formatted-string id="published-time-text"><a href="/post/${post.id}">${shown}</a></yt-formatted-string></div></div>
<div id="post-text"><ytd-expander id="contentTextExpander"><div id="content"><yt-formatted-string id="content-text">${description(post.text)}</yt-formatted-string></div></ytd-expander></div><div id="content-attachment"><ytd-backstage-image-renderer><yt-img-shadow><img id="img" alt="" src="https://yt3.ggpht.com/post${post.id.slice(-8)}=s640-nd-v1"></yt-img-shadow></ytd-backstage-image-renderer></div>
<ytd-comment-action-buttons-renderer id="action-buttons"><div id="toolbar"><span id="vote-count-middle">12</span></div></ytd-comment-action-buttons-renderer></div></div></ytd-backstage-post-renderer></div></ytd-backstage-post-thread-renderer>`;
}
