// The Threads page's own script: asks for conversations in batches, opens what is folded, empties blocks out of sight.
import { ask, button, deep, filled, h, link, page, planted, say, symbol, whenNear } from './meta.tools.js';
import { drawn, portrait } from './threads.post.js';

const layout = document.getElementById('barcelona-page-layout');
const { post } = page;
const column = h('div', {});
layout.append(
  deep(2, h('div', {}, link(`/@${post.user.username}`, h('h1', { dir: 'auto' }, h('span', {}, say.top))))),
  h('div', { 'aria-label': 'Column body', role: 'region', tabindex: '0' }, column),
);

// ---- blocks out of sight keep their height and lose their posts, unless something in them is still folded

const drawings = new WeakMap();
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target, boundingClientRect } of entries) {
      if (isIntersecting && !target.firstChild) {
        target.style.minHeight = '';
        target.append(...drawings.get(target)());
      } else if (
        !isIntersecting &&
        target.firstChild &&
        boundingClientRect.height > 0 &&
        !target.querySelector(':scope > div > [role=button]')
      ) {
        target.style.minHeight = `${boundingClientRect.height}px`;
        target.replaceChildren();
      }
    }
  },
  { rootMargin: '1500px' },
);

// drawn by the server they are rows of one list, and have no names
const isPlain = page.layout === 'region';

let blocks = 0;
function block(draw) {
  const element = h('div', isPlain ? { 'data-virtualized': 'false' } : { 'data-pagelet': `threads_post_page_${blocks}` });
  blocks += 1;
  drawings.set(element, draw);
  element.append(...draw());
  watcher.observe(element);
  return element;
}

let hasBroken = false;
function conversation({ posts, left }) {
  let shown = posts;
  let folded = left;
  const isDead = page.isBroken && folded > 0 && !hasBroken;
  if (isDead) hasBroken = true;
  const element = block(() => {
    const rows = shown.map((one, at) => deep(2, drawn({ ...one, isAnswer: true }, { goesOn: at < shown.length - 1 })));
    if (folded === 0 || isPlain) return rows;
    return [...rows, h('div', {}, moreButton())];
  });
  const moreRow = isPlain && folded > 0 ? h('div', { 'data-virtualized': 'false' }, moreButton()) : undefined;
  return moreRow ? [element, moreRow] : [element];

  function moreButton() {
    const more = button({}, h('span', { dir: 'auto' }, filled(say.moreReplies, folded)));
    more.addEventListener('click', async () => {
      if (isDead) return;
      const { posts: rest } = await ask(`/graphql/query?post=${post.id}&chain=${posts[0].id}`);
      [shown, folded] = [[...posts, ...rest], 0];
      moreRow?.remove();
      element.replaceChildren(...drawings.get(element)());
    });
    return more;
  }
}

function composer() {
  if (!page.employee || !page.canReply) return undefined;
  const field = h(
    'div',
    { contenteditable: 'true', role: 'textbox', 'aria-placeholder': filled(say.compose, post.user.username) },
    h('p', {}, ''),
  );
  return h('div', { 'data-virtualized': 'false' }, h('div', {}, portrait(page.employee)), field);
}

function postPage() {
  const loader = h(
    'div',
    { role: 'status', 'aria-label': say.loading, 'data-visualcompletion': 'loading-state' },
    symbol(say.loading),
  );
  const sort = h(
    'div',
    {},
    button({ 'aria-haspopup': 'menu' }, h('span', { dir: 'auto' }, say.top)),
    button({}, h('span', { dir: 'auto' }, say.activity), symbol(say.more)),
  );
  column.append(
    block(() => [deep(2, drawn(post))]),
    sort,
    ...[composer()].filter(Boolean),
    loader,
  );
  let from = 0;
  whenNear(loader, async () => {
    const { chains, left } = await ask(`/graphql/query?post=${post.id}&from=${from}`);
    from += chains.length;
    loader.before(...chains.flatMap(conversation));
    if (left === 0) loader.replaceWith(...ending());
    return left > 0;
  });
}

/** Hidden answers behind a button with a symbol; then strangers. */
function ending() {
  const hidden =
    page.hidden > 0
      ? [
          h(
            'div',
            {},
            button({ class: 'hidden-replies' }, symbol(say.more), h('span', { dir: 'auto' }, filled(say.hidden, page.hidden))),
          ),
        ]
      : [];
  return [
    ...hidden,
    h('div', {}, h('h2', { dir: 'auto' }, say.related), ...page.related.map((one) => deep(2, drawn(one)))),
    suggested(),
  ];
}

function suggested() {
  const people = page.suggested.map((user) =>
    h(
      'div',
      {},
      link(`/@${user.username}`, portrait(user)),
      link(`/@${user.username}`, h('span', { dir: 'auto' }, user.username)),
      button({}, say.follow),
    ),
  );
  return h('div', {}, h('span', { dir: 'auto' }, say.suggested), ...people, planted(page.rail));
}

function profilePage() {
  const { profile } = page;
  const header = h(
    'div',
    {},
    h(
      'div',
      {},
      h(
        'div',
        {},
        h(
          'div',
          {},
          h('h1', { dir: 'auto', translate: 'no' }, profile.name),
          deep(1, h('span', { dir: 'auto', translate: 'no' }, h('span', {}, post.user.username))),
        ),
        deep(1, button({}, deep(2, portrait(post.user)))),
      ),
      h('div', {}, h('span', { dir: 'auto' }, profile.bio)),
      h('div', {}, h('span', { dir: 'auto' }, h('span', { title: '48,213' }, filled(say.followers, profile.followers)))),
    ),
  );
  const tab = (to, label) => link(`/@${post.user.username}${to}`, h('span', { dir: 'auto' }, h('span', {}, label)));
  const tabs = h(
    'div',
    {},
    tab('', 'Threads'),
    tab('/replies', say.replies),
    tab('/media', say.media),
    tab('/reposts', say.reposts),
  );
  const rows = page.own.map((one) => h('div', { 'data-virtualized': 'false' }, deep(2, drawn(one))));
  const above = h(
    'div',
    {},
    symbol(say.repost, 14),
    link(`/@${post.user.username}`, h('span', {}, post.user.username)),
    h('span', {}, say.reposted),
  );
  const repost = h('div', { 'data-virtualized': 'false' }, h('div', {}, above, drawn(page.republished)));
  column.append(header, tabs, h('div', {}, rows[0], repost, ...rows.slice(1)));
}

({ post: postPage, profile: profilePage, empty: () => column.append('Threads') })[page.kind]();
