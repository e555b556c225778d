// All kinds of rows in the list: how each is made and filled.
import { avatarOf, employee, h, hooks, icon, icons, page, say } from './x.tools.js';
import { cell, fillTweet, tweetNode } from './x.tweet.js';

export const makers = {
  tweet: () => tweetNode(false),
  focal: () => tweetNode(true),
  more: moreNode,
  separator: plainNode,
  composer: composerNode,
  heading: headingNode,
  notice: noticeNode,
  who: whoNode,
  spinner: spinnerNode,
};
export const fillers = {
  tweet: fillTweet,
  focal: fillTweet,
  more: fillMore,
  separator: () => {},
  composer: () => {},
  heading: fillHeading,
  notice: fillNotice,
  who: fillWho,
  spinner: () => {},
};

function moreNode() {
  const label = h('span');
  const line = h('div', { class: 'css-175oi2r r-1bnu78o r-m5arl1' });
  const gutter = h('div', { class: 'css-175oi2r r-18kxxzh r-1b7u577 css-gutter' }, line);
  const button = h(
    page.isOld ? 'div' : 'button',
    { role: 'button', tabindex: '0', ...(!page.isOld && { type: 'button' }), class: 'css-more' },
    h('div', { class: 'css-175oi2r r-18u37iz' }, gutter, h('div', { dir: 'ltr', class: 'css-link' }, h('span', {}, label))),
  );
  const node = cell({ label, gutter, button }, h('div', { class: 'css-175oi2r' }, button));
  button.addEventListener('click', () => hooks.openMore(node.row));
  return node;
}

function fillMore(node, row) {
  node.row = row;
  node.parts.label.textContent = row.label;
  node.parts.gutter.style.visibility = row.down ? '' : 'hidden';
  node.parts.inner.classList.add('r-1igl3o0');
}

function plainNode() {
  return cell({});
}

function composerNode() {
  const image = h('img', { alt: '', draggable: 'true', src: avatarOf(employee.avatar) });
  const box = h('div', {
    'aria-label': say.compose,
    'data-testid': 'tweetTextarea_0',
    role: 'textbox',
    contenteditable: 'true',
    class: 'css-box',
  });
  const post = h(
    'button',
    { role: 'button', 'data-testid': 'tweetButtonInline', type: 'button', disabled: '' },
    h('span', {}, say.postYour),
  );
  return cell(
    {},
    h(
      'div',
      { 'data-testid': 'inline_reply_offscreen', class: 'css-composer' },
      h('div', { 'data-testid': `UserAvatar-Container-${employee.handle}`, class: 'css-avatar' }, h('div', {}, image)),
      box,
      post,
    ),
  );
}

function headingNode() {
  const [label, sub] = [h('span'), h('span')];
  return cell(
    { label, sub },
    h(
      'div',
      { class: 'css-heading' },
      h('h2', { 'aria-level': '2', role: 'heading' }, h('div', {}, label)),
      h('div', { dir: 'ltr', class: 'css-faint' }, sub),
    ),
  );
}

function fillHeading({ parts }, row) {
  parts.label.textContent = row.label;
  parts.sub.textContent = row.sub;
}

function noticeNode() {
  const label = h('span');
  return cell(
    { label },
    h('div', {}, h('article', { tabindex: '-1', class: 'css-notice' }, h('div', { dir: 'ltr' }, h('span', {}, label)))),
  );
}

function fillNotice({ parts }, row) {
  parts.label.textContent = row.label;
}

function whoNode() {
  const [label, sub] = [h('span'), h('span')];
  return cell(
    { label, sub },
    h(
      'div',
      { class: 'css-who-can' },
      h('div', {}, icon(icons.reply)),
      h('div', { dir: 'ltr' }, label),
      h('div', { dir: 'ltr', class: 'css-faint' }, sub),
    ),
  );
}

function fillWho({ parts }, row) {
  fillHeading({ parts }, row);
}

function spinnerNode() {
  return cell(
    {},
    h(
      'div',
      { 'aria-valuemax': '1', 'aria-valuemin': '0', 'aria-label': say.loading, role: 'progressbar', class: 'css-spinner' },
      h('div'),
    ),
  );
}
