// How YouTube draws one reaction and its thread: three generations of elements.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export const { layout, words: say, ...shell } = JSON.parse(document.getElementById('stand-page').textContent);
const isOld = layout === 'renderer';

const scope = (tag) => `style-scope ${tag}`;

function texts(pieces) {
  return pieces.map(({ text, href }) => (href ? h('a', { class: 'yt-core-attributed-string__link', href }, text) : text));
}

function picture(node) {
  const image = h(
    'yt-img-shadow',
    { height: '40', width: '40' },
    h('img', { id: 'img', draggable: 'false', alt: isOld ? node.author.label : '', src: node.author.avatar }),
  );
  return h(
    'div',
    { id: 'author-thumbnail' },
    isOld
      ? h('a', { href: node.author.href }, image)
      : h('button', { id: 'author-thumbnail-button', 'aria-label': node.author.label }, image),
  );
}

/** The channel's own name stands in a badge; the plain one is hidden then. */
function header({ author, time, href, isPinned }) {
  const badge = author.isOwner
    ? h(
        'ytd-author-comment-badge-renderer',
        { creator: true },
        h(
          'a',
          { id: 'name', href: author.href },
          h('ytd-channel-name', { id: 'channel-name' }, h('yt-formatted-string', { id: 'text' }, author.label)),
        ),
      )
    : undefined;
  const name = h(
    'a',
    { id: 'author-text', class: 'yt-simple-endpoint', href: author.href, hidden: author.isOwner },
    h('span', {}, ` ${author.label} `),
  );
  const when = h('a', { class: 'yt-simple-endpoint', href }, time);
  return h(
    'div',
    { id: 'header' },
    h(
      'div',
      { id: 'pinned-comment-badge' },
      isPinned ? h('ytd-pinned-comment-badge-renderer', {}, h('yt-formatted-string', { id: 'label' }, say.pinned)) : undefined,
    ),
    h(
      'div',
      { id: 'header-author' },
      isOld ? name : h('h3', {}, name),
      h('span', { id: 'author-comment-badge' }, badge),
      h('span', { id: 'sponsor-comment-badge' }),
      isOld
        ? h('yt-formatted-string', { class: 'published-time-text above-comment' }, when)
        : h('span', { dir: 'auto', id: 'published-time-text' }, when),
    ),
  );
}

function body(node) {
  const said = isOld
    ? h('yt-formatted-string', { id: 'content-text', slot: 'content', 'split-lines': true }, ...texts(node.pieces))
    : h(
        'yt-attributed-string',
        { id: 'content-text', slot: 'content', 'user-input': true },
        h(
          'span',
          { class: 'yt-core-attributed-string yt-core-attributed-string--white-space-pre-wrap', dir: 'auto', role: 'text' },
          ...texts(node.pieces),
        ),
      );
  return h(
    'ytd-expander',
    { id: 'expander', collapsed: true },
    h('div', { id: 'content' }, said),
    h(
      'tp-yt-paper-button',
      { id: 'more', role: 'button', hidden: node.pieces.length < 6 },
      h('span', { class: 'more-button' }, node.more),
    ),
  );
}

function bar(node) {
  const reply = h(
    'ytd-button-renderer',
    { id: 'reply-button-end' },
    h('yt-button-shape', {}, h('button', { 'aria-label': say.reply }, say.reply)),
  );
  const like = h(
    'ytd-toggle-button-renderer',
    { id: 'like-button' },
    h('yt-button-shape', {}, h('button', { 'aria-label': node.likeLabel, 'aria-pressed': 'false' })),
  );
  const tag = isOld ? 'ytd-comment-action-buttons-renderer' : 'ytd-comment-engagement-bar';
  return h(
    tag,
    { id: 'action-buttons' },
    h(
      'div',
      { id: 'toolbar' },
      like,
      h('span', { id: 'vote-count-middle' }, ` ${node.likes} `),
      h('div', { id: 'creator-heart' }),
      reply,
    ),
    h('div', { id: 'reply-dialog' }),
  );
}

export function comment(node) {
  const tag = isOld ? 'ytd-comment-renderer' : 'ytd-comment-view-model';
  const planted = document.createElement('template');
  planted.innerHTML = node.plant?.html ?? '';
  const menu = h(
    'div',
    { id: 'action-menu' },
    h('ytd-menu-renderer', {}, h('button', { id: 'button', 'aria-haspopup': 'true', 'aria-label': 'Action menu' })),
  );
  return h(
    tag,
    { id: 'comment', class: scope('ytd-comment-thread-renderer'), ...node.plant?.attributes },
    h('div', { id: 'body' }, picture(node), h('div', { id: 'main' }, header(node), body(node), planted.content, bar(node)), menu),
  );
}

/** A reaction that was taken away leaves a notice; its answers stay. */
export function thread(node, repliesOf) {
  const box = h('div', { id: 'comment-container' });
  const notice = h(
    'div',
    { class: 'removed-placeholder', hidden: !node.isRemoved },
    h('yt-formatted-string', {}, node.isRemoved ? say.removed : ''),
  );
  box.append(notice, node.isRemoved ? '' : comment(node));
  return h(
    'ytd-comment-thread-renderer',
    { class: scope('ytd-item-section-renderer') },
    box,
    h('div', { id: 'replies' }, node.replies ? repliesOf(node) : undefined),
  );
}
