// The YouTube page's own script: nothing of the reactions is there until their place comes in view; then batches, and for
// each reaction a button that makes a place for its answers, which fills when that comes in view.
import { comment, h, layout, say, shell, thread } from './youtube.comment.js';

const waiting = new WeakMap();
const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    const fill = isIntersecting && waiting.get(target);
    if (!fill) continue;
    waiting.delete(target);
    watcher.unobserve(target);
    void fill();
  }
});

/** A stand-in that is filled once it is seen. */
function later(fill, attributes = {}) {
  const element = h('ytd-continuation-item-renderer', attributes, h('div', { id: 'ghost-cards' }), h('div', { id: 'button' }));
  waiting.set(element, () => fill(element));
  watcher.observe(element);
  return element;
}

async function ask(token) {
  const address = new URL('/youtubei/v1/next', location.origin);
  address.searchParams.set('root', shell.root);
  address.searchParams.set('path', shell.path);
  address.searchParams.set('continuation', token);
  const answer = await fetch(address);
  return answer.json();
}

const button = (label, attributes = {}) =>
  h(
    'ytd-button-renderer',
    attributes,
    h('yt-button-shape', {}, h('button', { 'aria-label': label }, h('div', {}, h('span', { role: 'text' }, label)))),
  );

// ---- reactions

async function fillList(place, token, draw, onMore) {
  const { nodes, next, button: label } = await ask(token);
  place.before(...nodes.map(draw));
  if (!next || !label) {
    if (next) place.replaceWith(onMore(next));
    else place.remove();
    return;
  }
  const more = h('ytd-continuation-item-renderer', { class: 'replies-continuation' }, h('div', { id: 'button' }, button(label)));
  more.querySelector('button').addEventListener('click', () => more.replaceWith(onMore(next)));
  place.replaceWith(more);
}

const topLevel = (token) => later((place) => fillList(place, token, (node) => thread(node, replies), topLevel));

let isFirstExpander = true;
/** The first one can be broken, for ever. */
function onOpen(element, open) {
  const isBroken = shell.isBroken && isFirstExpander;
  isFirstExpander = false;
  if (!isBroken) element.querySelector('button').addEventListener('click', open);
}

function replies(node) {
  return layout === 'subthreads' ? nestedReplies(node) : flatReplies(node);
}

const subThread = (...children) =>
  h(
    'yt-sub-thread',
    { class: 'ytSubThreadHost' },
    h('div', { class: 'ytSubThreadThreadline' }),
    h('div', { class: 'ytSubThreadSubThreadContent' }, ...children),
  );

/** 2026: each answer is a thread of its own; the older button stays in the page, hidden. */
function nestedReplies(node) {
  const expanded = h('div', { id: 'expanded-threads', hidden: true });
  const opener = button(node.replies, { id: 'more-replies-sub-thread', 'aria-controls': 'expanded-threads' });
  const collapsed = h('div', { id: 'collapsed-threads' }, subThread(h('div', { class: 'show-replies-button' }, opener)));
  const fill = (token) =>
    later((place) => fillList(place, token, (answer) => subThread(thread(answer, replies)), fill), {
      class: 'replies-continuation',
    });
  onOpen(opener, () => {
    collapsed.hidden = true;
    expanded.hidden = false;
    expanded.append(fill(`re:${node.id}:0`));
  });
  const old = h(
    'div',
    { id: 'expander' },
    h(
      'div',
      { class: 'expander-header' },
      h('div', { class: 'more-button' }, button(node.replies, { id: 'more-replies', hidden: true })),
    ),
  );
  return h('ytd-comment-replies-renderer', {}, old, h('div', { id: 'teaser-replies' }), expanded, collapsed);
}

function flatReplies(node) {
  const opener = button(node.replies, { id: 'more-replies', class: 'more-button' });
  const list = h('div', { id: 'contents' });
  const contents = h('div', { id: 'expander-contents', hidden: true }, list);
  const more = h('div', { class: 'more-button' }, opener);
  const fill = (token) => later((place) => fillList(place, token, comment, fill));
  onOpen(opener, () => {
    more.hidden = true;
    opener.hidden = true;
    contents.hidden = false;
    list.append(fill(`re:${node.id}:0`));
  });
  return h(
    'ytd-comment-replies-renderer',
    {},
    h('div', { id: 'expander' }, h('div', { class: 'expander-header' }, more), contents),
  );
}

// ---- the section around them

function section() {
  if (shell.isOff) {
    const link = h('a', { href: 'https://support.google.com/youtube/answer/9706180' }, say.learnMore);
    return h(
      'ytd-item-section-renderer',
      { id: 'sections' },
      h(
        'div',
        { id: 'contents' },
        h('ytd-message-renderer', {}, h('yt-formatted-string', { id: 'message' }, h('span', {}, say.off), link)),
      ),
    );
  }
  const options = [say.top, say.newest].map((word, at) =>
    h('a', { class: at ? '' : 'iron-selected', 'aria-selected': String(!at) }, h('div', { class: 'item' }, word)),
  );
  const sort = h(
    'span',
    { id: 'sort-menu' },
    h(
      'yt-sort-filter-sub-menu-renderer',
      {},
      h('div', { id: 'trigger', 'aria-haspopup': 'true' }, say.sortBy),
      h('tp-yt-paper-listbox', { id: 'menu', role: 'listbox', hidden: true }, ...options),
    ),
  );
  const count = h(
    'h2',
    { id: 'count' },
    h('yt-formatted-string', { class: 'count-text' }, h('span', { dir: 'auto' }, say.comments)),
  );
  return h(
    'ytd-item-section-renderer',
    { id: 'sections' },
    h(
      'div',
      { id: 'header' },
      h('ytd-comments-header-renderer', {}, h('div', { id: 'title' }, count, sort), h('div', { id: 'simple-box' }, composer())),
    ),
    h('div', { id: 'contents' }, topLevel('top:0')),
  );
}

/** Also for who is not signed in: a click leads to the sign-in page then. */
function composer() {
  const { employee } = shell;
  const face =
    employee && h('yt-img-shadow', { id: 'author-thumbnail' }, h('img', { id: 'img', alt: employee.name, src: employee.avatar }));
  return h(
    'ytd-comment-simplebox-renderer',
    {},
    face ?? '',
    h(
      'div',
      { id: 'placeholder-area' },
      h('yt-formatted-string', { id: 'simplebox-placeholder', role: 'textbox', tabindex: '0' }, say.addComment),
    ),
  );
}

const comments = document.querySelector('ytd-comments#comments');
const first = comments?.querySelector('ytd-continuation-item-renderer');
if (first && shell.isOff) first.replaceWith(section());
else if (first) {
  waiting.set(first, () => setTimeout(() => first.replaceWith(section()), 50));
  watcher.observe(first);
}

document.querySelector('ytd-watch-metadata #expand')?.addEventListener('click', ({ currentTarget }) => {
  const expander = currentTarget.parentElement;
  const text = h(
    'yt-attributed-string',
    {},
    h('span', { role: 'text' }, document.getElementById('stand-description').content.cloneNode(true)),
  );
  expander.querySelector('#expanded').replaceChildren(text);
  expander.querySelector('#expanded').hidden = false;
  for (const id of ['snippet', 'expand']) expander.querySelector(`#${id}`).hidden = true;
  expander.querySelector('#collapse').hidden = false;
});

document.querySelector('ytd-reel-video-renderer[is-active] .stand-comments button')?.addEventListener('click', () => {
  const panel = document.querySelector('ytd-engagement-panel-section-list-renderer');
  panel.hidden = !panel.hidden;
  panel.setAttribute('visibility', `ENGAGEMENT_PANEL_VISIBILITY_${panel.hidden ? 'HIDDEN' : 'EXPANDED'}`);
  const content = panel.querySelector('#content');
  if (!content.firstChild) content.append(section());
});
