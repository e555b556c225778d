// TikTok's page: the panel with comments, asked for in batches while it is scrolled, and the answers to each.
import { cls, counted, h, newComment, oldComment, page, say } from './tiktok.comment.js';

const isOld = page.kind === 'detail';
const perAsk = 20;
const perReply = 3;

async function ask(path, parameters) {
  const address = new URL(path, location.origin);
  for (const [name, value] of Object.entries({ WebIdLastTime: '1', aid: '1988', count: perAsk, ...parameters }))
    address.searchParams.set(name, value);
  const answer = await fetch(address);
  return answer.json();
}

// ---- one thread: a comment, and its answers behind "view"

let isBroken = page.isBroken;

function threadOf(comment) {
  const total = comment.reply_comment_total ?? 0;
  const replies = h('div', { class: cls('DivReplyContainer') });
  const draw = isOld ? oldComment : newComment;
  const wrapper = h('div', { class: cls(isOld ? 'DivCommentItemContainer' : 'DivCommentObjectWrapper') }, draw(comment, 1));
  if (total === 0) return wrapper;
  wrapper.append(replies);
  const shown = new Set();
  const control = h('div', { class: cls(isOld ? 'DivReplyActionContainer' : 'DivViewMoreRepliesWrapper') });
  replies.append(control);
  const show = (list) => {
    for (const reply of list) {
      if (shown.has(reply.cid)) continue;
      shown.add(reply.cid);
      replies.insertBefore(draw(reply, 2), control);
    }
  };
  show(comment.reply_comment ?? []);
  const isDead = isBroken && total > shown.size;
  if (isDead) isBroken = false;
  let cursor = 0;
  const open = async () => {
    if (isDead) return;
    const answer = await ask('/api/comment/list/reply/', { item_id: page.id, comment_id: comment.cid, cursor, count: perReply });
    cursor = answer.cursor;
    show(answer.comments);
    redraw();
  };
  const redraw = () => control.replaceChildren(...(isOld ? oldControls : newControls)(total, shown.size, open));
  redraw();
  return wrapper;
}

function newControls(total, shown, open) {
  const left = total - shown;
  const view = h(
    'div',
    { class: cls('DivViewRepliesContainer') },
    h('span', { class: 'TUXText' }, counted(shown ? say.viewMore : say.viewReplies, left)),
  );
  view.addEventListener('click', open);
  const hide = h('div', { class: cls('DivViewRepliesContainer') }, h('span', { class: 'TUXText' }, say.hide));
  hide.addEventListener('click', () => hide.closest('[class*="DivReplyContainer"]').replaceChildren());
  return [h('div', { class: cls('DivViewMoreRepliesOptionsContainer') }, ...(left ? [view] : []), ...(shown ? [hide] : []))];
}

function oldControls(total, shown, open) {
  const left = total - shown;
  if (!left) return [];
  const view = h('p', { 'data-e2e': 'view-more-1', class: cls('PReplyActionText') }, counted(say.viewReplyOld, left));
  view.addEventListener('click', open);
  return [view];
}

// ---- the list

function startList(list, scroller) {
  let cursor = 0;
  let isLoading = false;
  let isDone = false;
  const spinner = h('div', { class: cls('DivLoadingContainer'), style: 'height: 40px' });
  const load = async () => {
    if (isLoading || isDone) return;
    isLoading = true;
    list.append(spinner);
    const answer = await ask('/api/comment/list/', { aweme_id: page.id, cursor });
    spinner.remove();
    list.append(...answer.comments.map(threadOf));
    cursor = answer.cursor;
    isDone = !answer.has_more;
    isLoading = false;
    near();
  };
  const near = () => {
    const end = list.getBoundingClientRect().bottom;
    const edge = scroller === window ? innerHeight : scroller.getBoundingClientRect().bottom;
    if (end < edge + 400) void load();
  };
  scroller.addEventListener('scroll', near, { passive: true });
  void load();
}

function openPanel() {
  const content = document.querySelector('.TUXTabBar-content');
  if (content.querySelector('[class*="DivCommentMain"]')) return;
  const list = h('div', { class: cls('DivCommentListContainer') });
  const count = h(
    'div',
    { class: cls('DivCommentCountContainer') },
    h('span', { class: 'TUXText' }, counted(say.commentCount, page.total)),
  );
  const main = h('div', { class: `${cls('DivCommentMain')} ${cls('DivCommentMainWithoutScroll')}` }, count, list);
  const bar = h(
    'div',
    { class: cls('DivCommentBarContainer') },
    h('div', { 'data-e2e': 'comment-input', contenteditable: 'true' }, say.addComment),
    h('button', { 'data-e2e': 'comment-post', type: 'button' }, say.post),
  );
  const tab = h('div', { class: cls('DivTabContainer') }, main);
  content.replaceChildren(tab, ...(page.signedIn && !page.isClosed ? [bar] : []));
  if (page.isClosed) main.replaceChildren(h('p', {}, say.off));
  else startList(list, tab);
}

if (page.kind === 'feed') {
  document.querySelector('button#comments').addEventListener('click', openPanel);
  document.querySelector('#one-column-item-0 [data-e2e="comment-icon"]').closest('button').addEventListener('click', openPanel);
  // the column goes on to the next post by itself when it is scrolled
  document.getElementById('column-list-container').addEventListener('scroll', (event) => {
    if (event.target.scrollTop > 300)
      history.replaceState(null, '', document.querySelector('[class*="LinkNonClickable"]').getAttribute('href'));
  });
}
if (page.kind === 'detail') startList(document.querySelector('[class*="DivCommentListContainer"]'), window);
