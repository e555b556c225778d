// The classic page: comments are appended by a button; answers open by their count, older ones by another button.
import { ask, filled, h, isBroken, planted, post, say, ugc, worded } from './linkedin.tools.js';

const list = document.querySelector('.comments-comment-list__container');

function comment(row, isReply, left = 0, at = 0) {
  const name = h('span', { class: 'comments-comment-meta__description-title' }, row.name);
  const title = h(
    'h3',
    { class: 'comments-comment-meta__description' },
    name,
    row.isAuthor
      ? h('span', { class: 'comments-comment-meta__badge' }, say.author)
      : h('span', { class: 'comments-comment-meta__data' }, `• ${say.second}`),
  );
  const text = filled(h('span', { dir: 'ltr' }), row.html);
  const content = h(
    'section',
    { class: 'comments-comment-entity__content' },
    h(
      'span',
      { class: 'comments-comment-item__main-content' },
      h('div', { class: 'update-components-text relative', dir: 'ltr' }, text),
    ),
    row.photo
      ? h('div', { class: 'comments-comment-item__image' }, h('img', { src: row.photo, alt: '', class: 'evi-image' }))
      : undefined,
  );
  if (row.plant) content.insertAdjacentHTML('beforeend', row.plant);
  const bar = h(
    'div',
    { class: 'comment-social-activity' },
    h('button', { type: 'button', class: 'reactions-react-button', 'aria-pressed': 'false', 'aria-label': say.like }, say.like),
    row.likes
      ? h('button', { type: 'button', class: 'comments-comment-social-bar__reactions-count--cr' }, String(row.likes))
      : undefined,
    h(
      'button',
      { type: 'button', class: 'comments-comment-social-bar__reply-action-button--cr', 'aria-label': worded('replyTo', row.name) },
      say.reply,
    ),
  );
  const article = planted(
    h(
      'article',
      {
        class: `comments-comment-entity ${isReply ? 'comments-comment-entity--reply' : ''}`,
        'data-id': `urn:li:comment:(ugcPost:${ugc},${row.id})`,
      },
      h(
        'div',
        { class: 'comments-comment-meta__container' },
        h(
          'a',
          { class: 'XQid comments-comment-meta__image-link', href: row.url, 'aria-label': worded('viewProfile', row.name) },
          h('img', { src: row.avatar, alt: worded('viewProfile', row.name), class: 'evi-image', width: '32' }),
        ),
        h(
          'a',
          {
            class: 'XQid comments-comment-meta__description-container',
            href: row.url,
            'aria-label': `${row.name} ${row.headline}`,
          },
          title,
          h('div', { class: 'comments-comment-meta__description-subtitle' }, row.headline),
        ),
        h('div', { class: 'comments-comment-meta__info' }, h('time', { class: 'comments-comment-meta__data' }, row.age)),
      ),
      content,
      bar,
    ),
    row,
  );
  if (left) bar.append(repliesButton(article, row, left, at));
  return article;
}

function repliesButton(article, row, left, at) {
  const button = h('button', { type: 'button', class: 'comments-comment-social-bar__replies-count--cr' }, worded('replies', left));
  button.addEventListener('click', async () => {
    if (isBroken(row.id) || button.isOpen) return;
    button.isOpen = true;
    const replies = h('div', { class: 'comments-replies-list' });
    article.append(replies);
    await more(replies, at, 0);
    button.textContent = say.collapse;
  });
  return button;
}

async function more(replies, at, from) {
  const answer = await ask('replies', { at, from });
  replies.append(...answer.replies.map((each) => comment(each, true)));
  if (!answer.left) return;
  const button = h('button', { type: 'button', class: 'comments-replies-list__replies-button' }, say.previousReplies);
  button.addEventListener('click', () => {
    button.remove();
    void more(replies, at, from + answer.replies.length);
  });
  replies.append(button);
}

async function load(from) {
  const spinner = h('div', { class: 'artdeco-loader', role: 'progressbar' }, say.loading);
  list.append(spinner);
  const answer = await ask('comments', { from, closed: 'true' });
  spinner.remove();
  list.append(...answer.talks.map((talk) => comment(talk.comment, false, talk.left, talk.at)));
  if (answer.next === undefined) return;
  const button = h(
    'button',
    { type: 'button', class: 'comments-comments-list__load-more-comments-button--cr artdeco-button' },
    say.moreComments,
  );
  button.addEventListener('click', () => {
    button.remove();
    void load(answer.next);
  });
  list.append(button);
}

if (list && post) void load(0);
