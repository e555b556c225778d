/** The page of one post for members, server-driven and classic; its script fills in the comments. */
import { employee } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import type { Plants } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { idAt } from '../random.ts';
import { fromStrangers } from '../../../lib/practice/texts.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { avatarUrl, count, headlineOf, photoUrl, postPath, profileUrl, say, shownAge, textHtml, ugcOf } from './parts.ts';
import { memberPage } from './shell.ts';

export function postPage(thread: Thread, plants: Plants): string {
  const isClassic = thread.params.layout === 'classic';
  const common = { thread, plants, title: thread.post.text.slice(0, 60), path: postPath(thread) };
  return isClassic
    ? memberPage({ ...common, main: classicPost(thread, plants, thread.post), script: 'linkedin.classic.js' })
    : memberPage({ ...common, main: sduiPost(thread, plants), after: suggestions(thread), script: 'linkedin.sdui.js' });
}

/** As the real one: base64 of a message with one zigzag number. */
function packed(id: string, field = 0x0a): string {
  const bytes: number[] = [];
  for (let value = BigInt(id) << 1n; ;) {
    const low = Number(value & 127n);
    value >>= 7n;
    bytes.push(value ? low | 128 : low);
    if (!value) break;
  }
  return Buffer.from([field, bytes.length + 1, 0x08, ...bytes])
    .toString('base64')
    .replaceAll('=', '');
}

function sduiPost(thread: Thread, plants: Plants): string {
  const { post, params } = thread;
  const key = opaque(`key-${post.id}`, 43);
  const texts = say(thread);
  const open = params.repliesAllowed;
  return `<div data-sdui-screen="com.linkedin.sdui.flagshipnav.feed.UpdateDetail">
<div id="expanded${key}FeedType_FEED_DETAIL" componentkey="expanded${key}FeedType_FEED_DETAIL" role="listitem" class="_p1">${sduiBody(thread, plants, post, key)}</div>
<div id="commentsSectionContainer${key}" componentkey="commentsSectionContainer${key}" class="_c1">
${open ? `<div id="${packed(post.id)}-replaceableCommentTools${key}FeedType_FEED_DETAIL" componentkey="${packed(post.id)}-replaceableCommentTools${key}FeedType_FEED_DETAIL"><div componentkey="commentBox-${key}"><img alt="${texts.photoOf(employee.name)}" src="${avatarUrl(employee)}" width="40"><div data-testid="ui-core-tiptap-text-editor-wrapper"><div contenteditable="true" role="textbox" aria-label="${texts.addComment}"></div></div><button type="button">${texts.comment}</button></div></div>` : ''}
<div class="_s1"><button type="button" aria-expanded="false" class="_s2">${texts.sort}</button></div>
<div data-component-type="LazyColumn" data-testid="${opaque(post.id, 8)}-commentListFeedType_FEED_DETAIL" componentkey="pagedCommentsContainer${key}" class="_l1"></div></div></div>`;
}

function sduiBody(thread: Thread, plants: Plants, item: StandItem, key: string): string {
  const { author } = item;
  const texts = say(thread);
  const isThePost = item.id === thread.post.id;
  const replies = isThePost ? thread.reactions.length + thread.params.hidden : item.counts.replies;
  return `<div componentkey="${key}"><h2 class="_h"><span>${texts.feedPost}</span></h2>
<a class="_a1" href="${profileUrl(author)}"><figure><img alt="${escaped(texts.viewProfile(author.name))}" src="${avatarUrl(author)}" width="48" height="48"></figure></a>
<a class="_a2" href="${profileUrl(author)}"><div aria-label="${escaped(author.name)} ${texts.verified}"><p><span class="_h">${escaped(author.name)}</span><span aria-hidden="true">${escaped(author.name)}</span></p><p>${headlineOf(author)} ${texts.followers}</p></div></a>
<p class="_t1">${shownAge(thread, item.time)} • <svg id="globe-americas-small" width="16"></svg></p>
<button type="button" aria-label="${escaped(texts.menuFor(author.name))}" aria-haspopup="true"><svg id="overflow-web-ios-small"></svg></button>
<p componentkey="feed-commentary_${key}" class="_x"><span data-testid="expandable-text-box">${textHtml(thread, item.text)}<button type="button" data-testid="expandable-text-button" aria-hidden="true"><span>… ${texts.more}</span></button></span></p>
${plants.items?.[item.id] ?? ''}${item.photos.map((photo) => `<div class="_m1"><button type="button" aria-haspopup="dialog"><figure><img alt="${escaped(photo.alt)}" src="${photoUrl(photo.key, 800)}" srcset="${photoUrl(photo.key, 480)} 480w, ${photoUrl(photo.key, 2048)} 2048w, ${photoUrl(photo.key, 800)} 800w"></figure></button></div>`).join('')}
<div class="_n1"><ul><li><svg id="like-consumption-small" width="16"></svg></li></ul><span>${count(thread, item.counts.likes)}</span></div>
<div class="_n2"><button type="button" aria-label="${texts.like}"><svg id="thumbs-up-outline-small"></svg></button>${thread.params.repliesAllowed ? `<button type="button" aria-label="${texts.comment}"><svg id="comment-small"></svg><span>${count(thread, replies)}</span></button>` : ''}<button type="button" aria-label="${texts.repost}"><svg id="repost-small"></svg><span>${count(thread, item.counts.reposts)}</span></button></div></div>`;
}

/** Posts of strangers below the comments. */
function suggestions(thread: Thread): string {
  const cards = thread.others.discovered.map((person, at) => {
    const key = opaque(`other-${person.id}`, 43);
    return `<div role="listitem" componentkey="update-card-focus${key}FeedType_FLAGSHIP" class="_p1">${sduiBody(thread, {}, strange(thread, person, at), key)}</div>`;
  });
  return `<section class="_q1"><h2>${say(thread).moreFor}</h2><div data-testid="mainFeed">${cards.join('')}</div></section>`;
}

export function strange(thread: Thread, author: Person, at: number): StandItem {
  const ms = Date.parse(thread.post.time) - (at + 1) * 5_400_000;
  const id = idAt('linkedin', ms, 3_000 + at);
  return {
    ...thread.post,
    id,
    author,
    isOwn: false,
    time: new Date(ms).toISOString(),
    text: fromStrangers[at % fromStrangers.length] ?? '',
    photos: [],
  };
}

/** One update in the classic markup; `header`: who shared it, `quoted`: somebody else's post in it. */
export function classicPost(
  thread: Thread,
  plants: Plants,
  item: StandItem,
  more: { header?: Person; quoted?: StandItem } = {},
): string {
  const texts = say(thread);
  const isThePost = item.id === thread.post.id;
  const numbers = isThePost ? thread.reactions.length + thread.params.hidden : item.counts.replies;
  const reactor = thread.others.rail[0];
  return `<div class="feed-shared-update-v2 full-height relative" id="ember${item.id.slice(-5)}" role="article" data-urn="urn:li:activity:${item.id}"><h2 class="visually-hidden">${texts.feedPost}</h2>
${more.header ? `<div class="update-components-header"><span class="update-components-header__text-view"><a href="${profileUrl(more.header)}">${escaped(more.header.name)}</a> ${texts.reposted}</span></div>` : ''}
${actor(thread, item)}<div class="feed-shared-control-menu"><button type="button" class="artdeco-dropdown__trigger" aria-expanded="false" aria-label="${escaped(texts.menuFor(item.author.name))}"></button></div>
${commentary(thread, item)}${plants.items?.[item.id] ?? ''}
${item.photos.length ? `<div class="update-components-image">${item.photos.map((photo) => `<button type="button" class="update-components-image__image-link"><img class="update-components-image__image ivm-view-attr__img--centered" alt="${escaped(photo.alt)}" src="${photoUrl(photo.key, 2048)}"></button>`).join('')}</div>` : ''}
${more.quoted ? `<div class="feed-shared-update-v2__update-content-wrapper artdeco-card">${actor(thread, more.quoted)}${commentary(thread, more.quoted)}<a class="update-components-mini-update-v2__link-to-details-page" href="/feed/update/urn:li:activity:${more.quoted.id}/"></a></div>` : ''}
<div class="social-details-social-counts"><ul><li><button type="button" class="social-details-social-counts__count-value" data-reaction-details><span class="social-details-social-counts__reactions-count" aria-hidden="true">${count(thread, item.counts.likes)}</span><span class="social-details-social-counts__social-proof-text">${reactor ? escaped(reactor.name) : ''} ${texts.andOthers}</span></button></li>
<li class="social-details-social-counts__item social-details-social-counts__item--right-aligned social-details-social-counts__comments"><button type="button"><span aria-hidden="true">${count(thread, numbers)} ${texts.comments}</span></button></li>
<li class="social-details-social-counts__item social-details-social-counts__item--right-aligned"><button type="button"><span aria-hidden="true">${count(thread, item.counts.reposts)} ${texts.reposts}</span></button></li></ul></div>
<div class="feed-shared-social-action-bar"><button type="button" class="reactions-react-button artdeco-button" aria-pressed="false">${texts.like}</button>${thread.params.repliesAllowed ? `<button type="button" class="artdeco-button comment-button">${texts.comment}</button>` : ''}<button type="button" class="artdeco-button">${texts.send}</button></div>
${isThePost ? commentsPlace(thread) : ''}</div>`;
}

function actor(thread: Thread, { author, time }: StandItem): string {
  const texts = say(thread);
  return `<div class="update-components-actor__container display-flex"><a class="XQid update-components-actor__image relative" aria-label="${escaped(texts.viewProfile(author.name))}" href="${profileUrl(author, true)}"><img width="48" height="48" alt="${escaped(texts.viewProfile(author.name))}" src="${avatarUrl(author)}" class="update-components-actor__avatar-image evi-image"></a>
<div class="update-components-actor__meta"><a class="XQid update-components-actor__meta-link" href="${profileUrl(author, true)}"><span class="update-components-actor__title"><span class="hoverable-link-text"><span dir="ltr"><span aria-hidden="true"><!---->${escaped(author.name)}<!----></span><span class="visually-hidden"><!---->${escaped(author.name)}<!----></span></span></span><span class="update-components-actor__supplementary-actor-info"><span aria-hidden="true">• ${texts.second}</span><span class="visually-hidden">${texts.second}</span></span></span>
<span class="update-components-actor__description"><span aria-hidden="true">${headlineOf(author)}</span><span class="visually-hidden">${headlineOf(author)}</span></span></a>
<span class="update-components-actor__sub-description"><span aria-hidden="true"><!---->${shownAge(thread, time)} • <li-icon type="globe-americas"><svg width="16"></svg></li-icon></span><span class="visually-hidden">${shownAge(thread, time)} • ${texts.anyone}</span></span></div></div>`;
}

function commentary(thread: Thread, item: StandItem): string {
  return `<div class="feed-shared-inline-show-more-text feed-shared-update-v2__description"><div class="update-components-text relative update-components-update-v2__commentary" dir="ltr"><span class="break-words tvm-parent-container"><span dir="ltr">${textHtml(thread, item.text)}</span></span></div><button type="button" class="feed-shared-inline-show-more-text__see-more-less-toggle see-more"><span>…${say(thread).more}</span></button></div>`;
}

function commentsPlace(thread: Thread): string {
  const texts = say(thread);
  if (!thread.params.repliesAllowed) return `<div class="comments-disabled-comments-block">${texts.closed}</div>`;
  return `<div class="feed-shared-update-v2__comments-container"><div class="comments-comment-box"><img alt="${escaped(employee.name)}" src="${avatarUrl(employee)}" class="evi-image"><form><div class="ql-editor" contenteditable="true" role="textbox" aria-label="${texts.addComment}"></div></form></div>
<div class="comments-sort-order-toggle"><button type="button" class="comments-sort-order-toggle__trigger" aria-expanded="false">${texts.sort}</button></div>
<div class="comments-comments-list" data-ugc="urn:li:ugcPost:${ugcOf(thread.post.id)}"><div class="comments-comment-list__container"></div></div></div>`;
}
