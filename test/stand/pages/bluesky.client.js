// Bluesky's page: a thread drawn as a tree, fifty rows at a time while it is scrolled; rows stay where they are.
const page = JSON.parse(document.getElementById('stand-page').textContent);
const say = page.words;
const list = document.getElementById('stand-thread');
const isOld = page.layout === '2024';
const chunk = 50;

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
const icon = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg');
const overlay = () => h('div', { style: 'position: absolute; inset: 0px; pointer-events: none;' });

function relative(iso) {
  const minutes = Math.max(1, Math.floor((page.now - Date.parse(iso)) / 60_000));
  return minutes < 60 ? `${minutes}m` : `${Math.floor(minutes / 60)}h`;
}
const absolute = (iso) =>
  new Date(iso).toLocaleString(page.language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

function words(text) {
  const parts = text.split(/(?<![\w@])(@\w[\w.-]*\w|#\w+)/);
  const place = h('div', { dir: 'auto', 'data-word-wrap': '1', style: 'white-space: pre-wrap;' });
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) place.append(part);
    else
      place.append(
        h(
          'a',
          {
            href: part.startsWith('#') ? `/hashtag/${part.slice(1)}` : `/profile/${part.slice(1)}`,
            role: 'link',
            'data-no-underline': '1',
          },
          part,
        ),
      );
  }
  return place;
}

const face = (post) =>
  h(
    'a',
    {
      href: `/profile/${post.handle}`,
      'aria-label': say.avatarOf.replace('{name}', post.name),
      role: 'link',
      'data-no-underline': '1',
    },
    h('div', { 'data-expoimage': 'true', 'data-testid': 'userAvatarImage' }, h('div', {}, h('img', { src: post.avatar }))),
  );

function meta(post) {
  const profile = `/profile/${post.handle}`;
  return h(
    'div',
    { style: 'flex-direction: row;' },
    ...(isOld ? [] : [face(post)]),
    h('a', { href: profile, dir: 'auto', 'aria-label': say.viewProfile, role: 'link' }, `\u202A${post.name}\u202C`),
    h('a', { href: profile, dir: 'auto', 'aria-label': say.viewProfile, role: 'link' }, ` \u202A@${post.handle}\u202C`),
    h(
      'a',
      {
        href: `${profile}/post/${post.id}`,
        dir: 'auto',
        'aria-label': absolute(post.time),
        role: 'link',
        'data-tooltip': absolute(post.time),
      },
      h('span', {}, '· '),
      relative(post.time),
    ),
  );
}

const photos = (post) =>
  post.photos.map(({ url, alt }) =>
    h(
      'div',
      {},
      h('button', { type: 'button', 'aria-label': alt, 'aria-haspopup': 'dialog' }, h('img', { src: url, alt, loading: 'lazy' })),
    ),
  );

function controls({ counts }, replies) {
  const button = (testid, label, count) =>
    h(
      'button',
      {
        type: 'button',
        role: 'button',
        'data-testid': testid,
        'aria-label': `${label} (${count})`,
        ...(testid === 'replyBtn' && page.isClosed && { 'aria-disabled': 'true' }),
      },
      icon(),
      ...(count ? [h('div', { dir: 'auto', 'data-testid': testid === 'likeBtn' ? 'likeCount' : undefined }, String(count))] : []),
    );
  return h(
    'div',
    {},
    button('replyBtn', say.reply, replies),
    h(
      'button',
      { type: 'button', 'aria-label': say.repost },
      icon(),
      h('div', { dir: 'auto', 'data-testid': 'repostCount' }, String(counts.reposts)),
    ),
    button('likeBtn', say.like, counts.likes),
    h('button', { type: 'button', 'data-testid': 'postDropdownBtn', 'aria-haspopup': 'menu', 'aria-label': say.options }, icon()),
  );
}

function planted(element, post) {
  for (const [name, value] of Object.entries(post.attributes ?? {})) element.setAttribute(name, value);
  if (post.plant) element.append(document.createRange().createContextualFragment(post.plant));
  return element;
}

function focalRow(post) {
  const profile = `/profile/${post.handle}`;
  const lists = `${profile}/post/${post.id}`;
  const item = h(
    'div',
    { 'data-testid': `postThreadItem-by-${post.handle}` },
    h(
      'div',
      { style: 'flex-direction: row;' },
      face(post),
      h(
        'a',
        { href: profile, 'aria-label': post.name, role: 'link' },
        h('div', {}, h('div', { dir: 'auto' }, post.name)),
        h('div', { dir: 'auto' }, `\u202A@${post.handle}\u202C`),
      ),
    ),
    h('div', {}, words(post.text), ...photos(post)),
    h(
      'div',
      {},
      h(
        'div',
        { dir: 'auto' },
        `${new Date(post.time).toLocaleTimeString('nl', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' })} · ${new Date(post.time).toLocaleDateString(page.language, { day: 'numeric', month: 'short', year: 'numeric' })}`,
      ),
      h(
        'button',
        { type: 'button', 'aria-label': say.whoCan },
        h('div', {}, icon(), h('div', { dir: 'auto' }, page.isClosed ? say.nobody : say.everybody)),
      ),
    ),
    h(
      'div',
      {},
      h(
        'a',
        { href: `${lists}/reposted-by`, role: 'link' },
        h(
          'div',
          { dir: 'auto', 'data-testid': 'repostCount-expanded' },
          h('span', {}, String(post.counts.reposts)),
          ` ${say.reposts}`,
        ),
      ),
      h(
        'a',
        { href: `${lists}/liked-by`, role: 'link' },
        h('div', { dir: 'auto', 'data-testid': 'likeCount-expanded' }, h('span', {}, String(post.counts.likes)), ` ${say.likes}`),
      ),
    ),
    controls(post, page.total),
  );
  return h('div', {}, h('div', {}), planted(item, post));
}

// ---- a row of the tree: one empty box for each step to the right

function spacers(depth) {
  const style = isOld ? 'border-left-width: 2px; padding-left: 6px;' : 'border-right-width: 2px; width: 30px; left: 1px;';
  return Array.from({ length: Math.max(0, depth - 1) }, () => h('div', { style }));
}

function row(post) {
  if (post.isDeleted)
    return h(
      'div',
      {},
      h(
        'div',
        { style: 'flex-direction: row;' },
        ...spacers(post.depth),
        h('div', {}, icon(), h('div', { dir: 'auto' }, say.deleted)),
      ),
    );
  const content = h(
    'div',
    { style: 'flex: 1 1 0%;' },
    meta(post),
    h(
      'div',
      { style: 'flex-direction: row;' },
      h('div', { style: 'width: 28px;' }),
      h('div', { style: 'flex: 1 1 0%;' }, words(post.text), ...photos(post), controls(post, post.counts.replies)),
    ),
  );
  const elbow =
    post.depth > 1
      ? [h('div', { style: 'position: absolute; left: -1px; border-left-width: 2px; border-bottom-width: 2px;' })]
      : [];
  const inside = isOld
    ? [
        h('div', { style: 'flex-direction: row; height: 8px;' }, h('div', { style: 'width: 42px;' })),
        h('div', { style: 'flex-direction: row;' }, h('div', {}, face(post)), content),
      ]
    : [h('div', { style: 'flex: 1 1 0%; padding: 8px;' }, ...elbow, content)];
  const item = planted(
    h('div', { role: 'link', tabindex: '0', 'data-testid': `postThreadItem-by-${post.handle}` }, ...inside),
    post,
  );
  const hover = h('div', { style: 'flex: 1 1 0%; cursor: pointer;' }, overlay(), item);
  return h('div', {}, h('div', { style: 'flex-direction: row; display: flex;' }, ...spacers(post.depth), hover));
}

function composer() {
  const small = h('div', { 'data-testid': 'userAvatarImage' }, h('img', { src: document.querySelector('nav img').src }));
  return h('div', {}, h('button', { type: 'button', role: 'button' }, small, h('div', { dir: 'auto' }, say.write)));
}

function moreRow(open) {
  const button = h(
    'button',
    { type: 'button', role: 'button', 'aria-label': say.showMore },
    h(
      'div',
      { style: 'flex-direction: row;' },
      h('div', { style: 'width: 26px;' }, icon()),
      h('div', { dir: 'auto' }, say.showMore),
    ),
  );
  const holder = h('div', {}, button);
  button.addEventListener('click', () => !page.isBroken && open(holder));
  return holder;
}

async function ask(hidden) {
  const answer = await fetch(`/xrpc/stand.thread?id=${page.id}${hidden ? '&hidden=yes' : ''}`);
  return answer.json();
}

async function thread() {
  const { focal, items, hasHidden } = await ask(false);
  list.append(focalRow(focal), ...(page.signedIn && !page.isClosed ? [composer()] : []));
  let at = 0;
  const queue = [...items];
  const end = h('div', { style: 'height: 180px;' });
  const openHidden = async (holder) => {
    const answer = await ask(true);
    holder.remove();
    queue.push(...answer.items);
    more();
  };
  const more = () => {
    end.before(...queue.slice(at, at + chunk).map(row));
    const isFirstEnd = at < queue.length && at + chunk >= queue.length && queue.length === items.length;
    at = Math.min(queue.length, at + chunk);
    if ((isFirstEnd || items.length === 0) && hasHidden) end.before(moreRow(openHidden));
    near();
  };
  const near = () => {
    if (at < queue.length && list.getBoundingClientRect().bottom < innerHeight + 800) more();
  };
  list.append(end);
  more();
  addEventListener('scroll', near, { passive: true });
}

function feedItem(post) {
  return h(
    'div',
    { role: 'link', tabindex: '0', 'data-testid': `feedItem-by-${post.handle}` },
    h(
      'div',
      {},
      isOld ? face(post) : '',
      h('div', {}, meta(post), words(post.text), ...photos(post), controls(post, post.counts.replies)),
    ),
  );
}

if (page.kind === 'thread') await thread();
if (page.kind === 'profile') list.append(...page.posts.map(feedItem));
