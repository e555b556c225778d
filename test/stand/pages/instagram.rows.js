// One comment and its answers, in today's boxes and in the lists of until 2024 (the pop-up over a profile).
import { ask, button, deep, filled, h, link, mark, page, planted, say, symbol, texts, time } from './meta.tools.js';

const { post } = page;
const places = { toAccount: (handle) => `/${handle}/`, toTag: (word) => `/explore/tags/${word}/` };

export const words = (pieces) => texts(pieces, places);
export const portrait = ({ username, avatar }) =>
  h('img', { alt: filled(say.picture, username), crossorigin: 'anonymous', draggable: 'false', src: avatar });
const address = (comment) =>
  comment.parent ? `/p/${post.code}/c/${comment.parent}/r/${comment.id}/` : `/p/${post.code}/c/${comment.id}/`;

export function name(user) {
  const inner = deep(2, h('span', { dir: 'auto', class: '_ap3a' }, user.username));
  if (user.isVerified) inner.append(h('div', {}, symbol(say.verified, 12)));
  return h('span', {}, h('span', {}, h('div', {}, link(`/${user.username}/`, inner))));
}

/** A row of today's pages: picture, line with name and moment, words, buttons, heart. */
export function row(comment, { isCaption = false } = {}) {
  const picture = deep(3, h('span', {}, h('div', {}, link(`/${comment.user.username}/`, portrait(comment.user)))));
  const said = isCaption
    ? h(
        'span',
        { dir: 'auto' },
        h('div', {}, h('div', {}, name(comment.user), h('span', {}, time(comment.time))), h('span', {}, ...words(comment.pieces))),
      )
    : h(
        'div',
        {},
        deep(
          1,
          h(
            'div',
            {},
            h('span', { dir: 'auto' }, name(comment.user)),
            '\u00A0',
            h('span', { dir: 'auto' }, link(address(comment), time(comment.time))),
          ),
          comment.pieces.length > 0 ? h('div', {}, h('span', { dir: 'auto' }, ...words(comment.pieces))) : undefined,
        ),
      );
  const pictures = (comment.pictures ?? []).map((src) => h('div', {}, h('img', { src, alt: '', height: '120' })));
  const content = h('div', {}, said, ...pictures, planted(comment.planted), isCaption ? undefined : buttons(comment));
  const heart = isCaption
    ? undefined
    : h('div', {}, h('span', {}, deep(2, button({}, h('div', {}, h('span', {}, symbol(say.like, 16)))))));
  return mark(h('div', {}, h('div', {}, h('div', {}, picture), h('div', {}, content, heart))), comment.attributes);
}

const one = (label) => button({}, h('span', { dir: 'auto' }, h('span', {}, label)));

function buttons({ likes }) {
  return h('div', {}, likes === undefined ? undefined : one(filled(say.likes, likes)), one(say.reply));
}

let hasBroken = false;
/** The first one that opens answers does nothing, for ever, where the stand is asked so. */
function isBroken() {
  const broken = page.isBroken && !hasBroken;
  hasBroken = true;
  return broken;
}

/** Opens answers some at a time; all open, it closes them again. */
function toggle(comment, draw, put) {
  let [from, left] = [0, comment.replies];
  const isDead = isBroken();
  const label = h('span', { dir: 'auto' }, filled(say.replies, left));
  let isBusy = false;
  const act = async () => {
    if (isDead || isBusy) return;
    if (left === 0) {
      put();
      return;
    }
    isBusy = true;
    const { items, left: rest } = await ask(`/api/v1/media/${post.id}/comments/${comment.id}/child_comments/?from=${from}`);
    isBusy = false;
    from += items.length;
    left = rest;
    put(...items.map(draw));
    label.textContent = left > 0 ? filled(say.moreReplies, left) : say.hide;
  };
  return { label, act };
}

export function thread(comment) {
  const box = h('div', {}, row(comment));
  if (comment.replies === 0) return box;
  const list = h('ul', {});
  const { label, act } = toggle(
    comment,
    (answer) => h('div', {}, row(answer)),
    (...rows) => (rows.length > 0 ? list.append(...rows) : list.replaceChildren()),
  );
  const opener = button({}, h('div', {}, h('div', { class: 'x1xp9za0' }), label));
  opener.addEventListener('click', act);
  box.append(h('div', {}, opener, list));
  return box;
}

// ---- the lists of until 2024

export function listRow(comment, { isCaption = false } = {}) {
  const picture = h(
    'div',
    { role: 'button', 'aria-disabled': 'true', tabindex: '-1' },
    h('canvas', { height: '42', width: '42' }),
    h('a', { href: `/${comment.user.username}/` }, portrait(comment.user)),
  );
  const badge = comment.user.isVerified ? h('div', {}, h('span', { title: say.verified }, say.verified)) : undefined;
  const heading = h(
    isCaption ? 'h2' : 'h3',
    {},
    h('div', {}, h('a', { href: `/${comment.user.username}/` }, comment.user.username)),
    badge,
  );
  const said = isCaption ? h('h1', { dir: 'auto' }, ...words(comment.pieces)) : h('span', {}, ...words(comment.pieces));
  const moment = isCaption ? time(comment.time) : h('a', { href: address(comment) }, time(comment.time));
  const actions = isCaption
    ? []
    : [...(comment.likes ? [h('button', {}, filled(say.likes, comment.likes))] : []), h('button', {}, say.reply)];
  const pictures = (comment.pictures ?? []).map((src) => h('div', {}, h('img', { src, alt: '', height: '120' })));
  const column = h(
    'div',
    {},
    heading,
    h('div', { class: '_a9zs' }, said),
    ...pictures,
    planted(comment.planted),
    h('div', {}, h('div', {}, moment, ...actions)),
  );
  return mark(h('li', { class: '_a9zj' }, h('div', {}, h('div', {}, picture, column))), comment.attributes);
}

export function listThread(comment) {
  const list = h('ul', { class: '_a9ym' }, h('div', { role: 'button', tabindex: '0' }, listRow(comment)));
  if (comment.replies === 0) return list;
  const inner = h('ul', { class: '_a9yo' });
  const { label, act } = toggle(
    comment,
    (answer) => h('div', {}, listRow(answer)),
    (...rows) => (rows.length > 0 ? inner.append(...rows) : [...inner.children].slice(1).forEach((child) => child.remove())),
  );
  const opener = h('button', { type: 'button', class: '_acan' }, h('div', { class: '_a9yh' }), label);
  opener.addEventListener('click', act);
  inner.append(h('li', {}, h('div', {}, opener)));
  list.append(h('li', {}, inner));
  return list;
}
