// One post of Threads: picture, line with name and moment, words, pictures, bar; a line down to the next one of its chain.
import { button, deep, filled, h, link, mark, planted, say, symbol, texts, time } from './meta.tools.js';

const places = { toAccount: (handle) => `/@${handle}`, toTag: (word) => `/search?q=${word}&serp_type=tags` };

export const portrait = ({ username, avatar }) =>
  h('img', {
    height: '36',
    width: '36',
    alt: filled(say.picture, username),
    referrerpolicy: 'origin-when-cross-origin',
    src: avatar,
  });

function head(post) {
  const name = h(
    'span',
    {},
    h(
      'div',
      {},
      h(
        'span',
        {},
        h(
          'div',
          {},
          link(`/@${post.user.username}`, h('span', { dir: 'auto', translate: 'no' }, h('span', {}, post.user.username))),
        ),
      ),
    ),
  );
  const badge = post.user.isVerified ? h('span', {}, symbol(say.verified, 12)) : undefined;
  const author = post.isAuthor && post.isAnswer ? h('div', {}, h('span', { dir: 'auto' }, `· ${say.author}`)) : undefined;
  const moment = h('span', { dir: 'auto' }, link(`/@${post.user.username}/post/${post.code}`, time(post.time)));
  const menu = button({ 'aria-expanded': 'false', 'aria-haspopup': 'menu' }, h('div', {}, symbol(say.more, 20)));
  return h('div', {}, h('div', {}, h('div', {}, name, badge, h('div', {}, deep(1, moment)), author), deep(2, menu)));
}

const paragraph = (parts) => h('span', { dir: 'auto' }, h('span', {}, ...texts(parts, places)));

/** Paragraphs are spans of their own. */
function said({ pieces }) {
  return pieces.length > 0 ? h('div', { class: 'x1a6qonq' }, paragraph(pieces)) : undefined;
}

const one = (label, count) =>
  h(
    'div',
    {},
    button(
      {},
      h(
        'div',
        {},
        h(
          'div',
          {},
          symbol(label, 18),
          count === undefined ? undefined : h('span', { dir: 'auto' }, h('div', {}, h('span', {}, count))),
        ),
      ),
    ),
  );

function bar({ counts }) {
  return deep(
    1,
    h('div', {}, one(say.like, counts.likes), one(say.reply, counts.replies), one(say.repost, counts.reposts), one(say.share)),
  );
}

export function drawn(post, { goesOn = false } = {}) {
  const picture = h('div', {}, deep(1, link(`/@${post.user.username}`, h('div', {}, portrait(post.user)))));
  const line = goesOn ? h('div', {}, h('div', {})) : undefined;
  const photos = post.pictures.map(({ alt, large, small }) =>
    deep(
      4,
      h('picture', {}, h('img', { height: '100%', width: '100%', alt, srcset: `${small} 320w, ${large} 1200w`, src: small })),
    ),
  );
  const body = h(
    'div',
    {},
    h('div', {}, said(post), planted(post.planted), photos.length > 0 ? h('div', {}, ...photos) : undefined, bar(post)),
  );
  return mark(
    h('div', { 'data-pressable-container': 'true', 'data-interactive-id': '' }, h('div', {}, picture, head(post), body, line)),
    post.attributes,
  );
}
