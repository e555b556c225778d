// The Instagram page's own script: draws the post, asks for comments in batches, opens answers.
import { ask, button, deep, filled, h, link, page, planted, say, symbol, time, whenNear } from './meta.tools.js';
import { listRow, listThread, name, portrait, row, thread } from './instagram.rows.js';

const main = document.querySelector('main');
const { post } = page;

// ---- pictures: of several only the one in sight and its neighbours are drawn

function picture({ alt, large, small }) {
  return deep(3, h('img', { alt, crossorigin: 'anonymous', sizes: '640px', srcset: `${small} 640w,${large} 1080w`, src: small }));
}

function media() {
  const { photos } = post;
  if (photos.length <= 1) return h('div', { role: 'button', 'aria-hidden': 'true', tabindex: '0' }, ...photos.map(picture));
  let at = 0;
  const list = h('ul', {});
  const dots = h('div', { class: '_acnb' }, ...photos.map(() => h('div', {})));
  const box = h('div', { role: 'presentation' }, list);
  const chevron = (step) => {
    const arrow = h('button', { 'aria-label': step > 0 ? '>' : '<', type: 'button' }, h('div', {}));
    arrow.addEventListener('click', () => {
      at += step;
      setTimeout(draw, 60);
    });
    return arrow;
  };
  const slides = h('div', {}, box, dots);
  const draw = () => {
    const first = Math.max(0, at - 1);
    list.replaceChildren(
      ...photos
        .slice(first, at + 2)
        .map((photo, place) => h('li', { style: `transform: translateX(${(first + place) * 470}px)` }, picture(photo))),
    );
    for (const arrow of slides.querySelectorAll('button')) arrow.remove();
    box.after(...[at > 0 && chevron(-1), at < photos.length - 1 && chevron(1)].filter(Boolean));
  };
  draw();
  return slides;
}

// ---- under the post

const one = (label, count) => [
  h('span', {}, button({}, h('div', {}, h('span', {}, symbol(label))))),
  count ? h('span', { role: 'button', tabindex: '0' }, count) : undefined,
];

function actions() {
  const likers = page.likers.map((user) =>
    h('div', {}, link(`/${user.username}/`, portrait(user)), h('span', {}, filled(say.likedBy, user.username))),
  );
  const comment = page.canReply ? one(say.comment, post.comments) : [];
  return h(
    'section',
    {},
    h(
      'div',
      {},
      ...one(say.like, post.likes),
      ...comment,
      ...one(say.share),
      h('div', {}, button({}, h('div', {}, symbol(say.save)))),
    ),
    ...likers,
  );
}

function composer() {
  if (!page.employee || !page.canReply) return undefined;
  const field = h('textarea', { 'aria-label': say.add, placeholder: say.add, autocomplete: 'off' });
  return h(
    'section',
    {},
    h(
      'div',
      {},
      h('span', { role: 'link', tabindex: '-1' }, h('img', { alt: '', src: page.employee.avatar })),
      h('form', { method: 'POST' }, h('div', {}, field)),
    ),
  );
}

const moment = () =>
  h(
    'div',
    {},
    h('div', { dir: 'auto' }, link(`/${post.user.username}/p/${post.code}/`, h('span', { dir: 'auto' }, time(post.time)))),
  );

function head() {
  return h(
    'div',
    {},
    h(
      'div',
      {},
      deep(
        2,
        h(
          'span',
          {},
          h(
            'div',
            { role: 'button', tabindex: '0' },
            h('canvas', { height: '52', width: '52' }),
            h('span', { role: 'link', tabindex: '0' }, portrait(post.user)),
          ),
        ),
      ),
    ),
    h('div', {}, deep(1, h('span', { dir: 'auto' }, name(post.user)), h('div', {}, h('span', {}, '•'), button({}, say.follow)))),
    deep(2, button({}, deep(2, symbol(say.options)))),
  );
}

// ---- comments: by scrolling on today's page, by a round button in the pop-up

let from = 0;
async function more(list, draw) {
  const { items, left } = await ask(`/api/v1/media/${post.id}/comments/?from=${from}`);
  from += items.length;
  list(...items.map(draw));
  return left > 0;
}

function hiddenRow() {
  return page.hidden > 0 ? h('div', {}, button({ class: 'hidden-comments' }, h('span', { dir: 'auto' }, say.hidden))) : undefined;
}

function postPage() {
  const list = h('div', {});
  const spinner = deep(
    1,
    deep(2, h('div', { 'data-visualcompletion': 'loading-state', role: 'progressbar' }, symbol(say.loading))),
  );
  const scroller = h(
    'div',
    { class: 'scroller' },
    h('div', {}, h('div', {}, row({ ...post, likes: undefined }, { isCaption: true })), list),
  );
  const column = h('div', {}, head(), h('hr'), scroller, h('div', {}, actions(), moment()), h('div', {}, composer()));
  main.replaceChildren(
    deep(1, h('div', {}, h('div', {}, h('div', {}, deep(2, media())), h('div', {}, column)), h('div', {}, h('hr')), below())),
  );
  list.append(spinner);
  whenNear(spinner, async () => {
    const goesOn = await more((...rows) => spinner.before(...rows), thread);
    if (!goesOn) spinner.replaceWith(...[hiddenRow()].filter(Boolean));
    return goesOn;
  });
}

function popupPage() {
  const list = h(
    'ul',
    {},
    h('div', { role: 'button', tabindex: '0' }, listRow({ ...post, likes: undefined }, { isCaption: true })),
  );
  const loader = h('li', {}, h('div', {}, h('button', { type: 'button' }, h('div', {}, symbol(say.load)))));
  const add = async () => {
    const goesOn = await more((...rows) => loader.before(...rows), listThread);
    if (!goesOn) loader.replaceWith(...[hiddenRow()].filter(Boolean));
  };
  loader.querySelector('button').addEventListener('click', add);
  list.append(loader);
  const header = h(
    'header',
    {},
    h('a', { href: `/${post.user.username}/` }, portrait(post.user)),
    h('div', {}, h('a', { href: `/${post.user.username}/` }, post.user.username)),
  );
  const right = h(
    'div',
    {},
    h('div', {}, header, h('div', {}, h('button', { type: 'button' }, h('div', {}, symbol(say.options))))),
    h('div', {}, h('div', { class: 'scroller' }, list), actions(), moment(), composer()),
  );
  const article = h('article', { role: 'presentation', tabindex: '-1' }, h('div', {}, h('div', {}, media()), right));
  profilePage();
  document.body.append(h('div', { role: 'dialog', class: 'popup' }, deep(2, article)));
  void add();
}

function below() {
  return h(
    'div',
    {},
    h('div', {}, h('div', { dir: 'auto' }, say.more, link(`/${post.user.username}/`, post.user.username))),
    grid(),
    suggested(),
  );
}

const cell = ({ code, picture: src }) =>
  h(
    'div',
    {},
    link(
      `/${post.user.username}/p/${code}/`,
      h('div', {}, h('div', {}, h('img', { alt: filled(say.photo, page.profile.name), src })), h('div', {})),
    ),
  );
const grid = () => deep(2, ...[0, 3, 6].map((at) => h('div', {}, ...page.grid.slice(at, at + 3).map(cell))));

function suggested() {
  const people = page.suggested.map((user) =>
    h(
      'div',
      {},
      link(`/${user.username}/`, portrait(user)),
      link(`/${user.username}/`, h('span', {}, user.username)),
      button({}, say.follow),
    ),
  );
  return h('div', {}, h('h4', {}, say.suggested), ...people, planted(page.rail));
}

function profilePage() {
  const { profile } = page;
  const numbers = [filled(say.posts, profile.posts), filled(say.followers, profile.followers), filled(say.following, '12')];
  const header = h(
    'header',
    {},
    h('section', {}, h('div', {}, h('span', { role: 'link', tabindex: '0' }, portrait(post.user)))),
    h('section', {}, h('h2', { dir: 'auto' }, h('span', {}, post.user.username)), button({}, say.follow)),
    h(
      'section',
      {},
      h(
        'ul',
        {},
        ...numbers.map((text, at) =>
          h('li', {}, link(`/${post.user.username}/${['', 'followers/', 'following/'][at]}`, h('span', {}, text))),
        ),
      ),
    ),
    h('section', {}, h('div', {}, h('span', { dir: 'auto' }, profile.name)), h('h1', { dir: 'auto' }, profile.bio)),
  );
  main.replaceChildren(h('div', {}, header, grid(), suggested()));
}

({
  post: page.layout === 'popup' ? popupPage : postPage,
  profile: profilePage,
  empty: () => main.replaceChildren(h('div', {}, 'Instagram')),
})[page.kind]();
