/** The page of one post for who is not signed in: server-made, ten comments, no answers, related posts of others below. */
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import type { StandItem, Thread } from '../thread-model.ts';
import { firstComments } from './api.ts';
import { avatarUrl, count, headlineOf, photoUrl, postPath, profileUrl, say, shownAge, textHtml, ugcOf } from './parts.ts';
import type { Row } from './parts.ts';
import { strange } from './post.ts';

const track = (name: string) => `data-tracking-control-name="public_post_${name}" data-tracking-will-navigate=""`;
const wall = (path: string) => `/signup/cold-join?session_redirect=${encodeURIComponent(path)}`;

export function guestPage(thread: Thread, plants: Plants): string {
  const texts = say(thread);
  const path = postPath(thread);
  const comments = firstComments(thread, plants, 10);
  const hidden = thread.others.hidden.map((person) => ({ '@type': 'Person', name: person.name, url: profileUrl(person) }));
  return `<!DOCTYPE html><html lang="${thread.params.language}"><head><meta charset="utf-8"><meta name="pageKey" content="d_public_post"><title>${escaped(thread.post.text.slice(0, 60))}</title>
<link rel="canonical" href="https://www.linkedin.com${path}"><link rel="stylesheet" href="https://static.licdn.com/stand/linkedin.css">
<script type="application/ld+json">${inlineJson({ '@type': 'SocialMediaPosting', author: hidden[0], comment: hidden.map((author) => ({ '@type': 'Comment', author })) })}</script>${plants.head ?? ''}</head><body dir="ltr">${plants.bodyStart ?? ''}
<header class="header"><nav class="nav"><a class="nav__button-secondary" href="/login" ${track('nav-header-signin')}>${texts.signIn}</a><a href="${wall(path)}" ${track('nav-header-join')}>${texts.join}</a></nav></header>
<main class="main" id="main-content" role="main"><section class="core-rail"><div class="details"><section class="mb-3">
${article(thread, thread.post, plants, `${comments.map((comment) => section(thread, comment)).join('')}<a class="block" href="${wall(path)}" ${track('see-more-comments')}>${texts.seeMoreComments}</a>`)}</section>
<section class="core-section-container related-posts"><h2>${texts.related}</h2><ul>${thread.others.discovered.map((person, at) => `<li>${article(thread, strange(thread, person, at), {}, '', true)}</li>`).join('')}</ul></section></div></section>
<section class="right-rail">${thread.others.rail.map((person) => `<a href="${profileUrl(person)}" ${track('aside')}><img data-delayed-url="${avatarUrl(person)}" alt=""><h3 class="base-aside-card__title">${escaped(person.name)}</h3></a>`).join('')}${plants.rail ?? ''}</section></main>${plants.bodyEnd ?? ''}</body></html>`;
}

function article(thread: Thread, item: StandItem, plants: Plants, comments: string, isRelated = false): string {
  const { author } = item;
  const texts = say(thread);
  const replies = isRelated ? 2 : thread.reactions.length + thread.params.hidden;
  return `<article class="relative container-lined main-feed-activity-card ${isRelated ? 'related-posts__crosslink' : ''}" data-activity-urn="urn:li:activity:${item.id}" data-featured-activity-urn="urn:li:activity:${item.id}" data-attributed-urn="urn:li:ugcPost:${ugcOf(item.id)}">
<div class="flex" data-test-id="main-feed-activity-card__entity-lockup"><a href="${profileUrl(author)}?trk=public_post_feed-actor-image" ${track('feed-actor-image')}><img class="inline-block" data-delayed-url="${avatarUrl(author, 400)}" alt="${escaped(texts.viewProfile(author.name))}"></a><div><a class="text-sm link-styled" href="${profileUrl(author)}?trk=public_post_feed-actor-name" ${track('feed-actor-name')}>${escaped(author.name)}</a><p class="truncate">${headlineOf(author)}</p><span><time class="flex-none">${shownAge(thread, item.time)}</time></span></div></div>
<div class="attributed-text-segment-list__container"><p class="attributed-text-segment-list__content whitespace-pre-wrap" dir="ltr" data-test-id="main-feed-activity-card__commentary">${textHtml(thread, item.text).replaceAll('<br>', '\n')}</p></div>${plants.items?.[item.id] ?? ''}
${item.photos.length ? `<ul class="feed-images-content" data-test-id="feed-images-content">${item.photos.map((photo) => `<li data-test-id="feed-images-content__list-item"><img data-delayed-url="${photoUrl(photo.key, 2048)}" alt="${escaped(photo.alt)}"></li>`).join('')}</ul>` : ''}
<div class="flex main-feed-activity-card__social-actions"><a href="/login" ${track('social-actions-reactions')} data-test-id="social-actions__reactions" data-num-reactions="${item.counts.likes}"><img alt="" data-reaction-type="LIKE" data-delayed-url="https://static.licdn.com/like"><span>${count(thread, item.counts.likes)}</span></a><a href="/login" ${track('social-actions-comments')} data-test-id="social-actions__comments" data-num-comments="${replies}">${count(thread, replies)} ${texts.comments}</a></div>${comments}</article>`;
}

function section(thread: Thread, row: Row): string {
  const texts = say(thread);
  const urn = `urn:li:comment:(urn:li:ugcPost:${ugcOf(thread.post.id)},${row.id})`;
  return `<section class="comment flex comment-with-action" data-nosnippet="true"><div><a href="${row.url}" ${track('comment_actor-image')}><img data-delayed-url="${row.avatar}" alt="${escaped(row.name)}"></a></div><div class="comment__body"><div class="comment__header"><a class="comment__author" href="${row.url}" ${track('comment_actor-name')}>
                ${escaped(row.name)}
              </a><p class="comment__author-headline">${row.headline}</p><span class="comment__duration-since">${row.age}</span><div class="ellipsis-menu"><ul role="menu"><li><a href="/uas/login" data-semaphore-content-type="COMMENT" data-semaphore-content-urn="${urn}">${texts.report}</a></li></ul></div></div>
<div class="attributed-text-segment-list__container"><p class="attributed-text-segment-list__content comment__text whitespace-pre-wrap" dir="ltr">${row.html.replaceAll('<br>', '\n')}</p></div>${row.plant ?? ''}${row.photo ? `<img class="comment__image" data-delayed-url="${row.photo}" alt="">` : ''}</div><div class="comment__actions"><a href="/login">${texts.like}</a><a href="/login">${texts.reply}</a></div></section>`;
}
