// One comment of TikTok's page, in the markup of now and in that of until 2024.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const cls = (...names) => names.map((name) => `css-1a2b3c4-5e6d46e3--${name} e1395o4f0`).join(' ');
export const page = JSON.parse(document.getElementById('stand-page').textContent);
export const say = page.words;
export const counted = (words, count) => words.replace('{n}', String(count));

function shownTime({ create_time: seconds }) {
  const hours = Math.floor((page.now / 1000 - seconds) / 3600);
  if (hours < 24) return counted(say.ago, Math.max(1, hours));
  return hours < 168 ? counted(say.daysAgo, Math.floor(hours / 24)) : new Date(seconds * 1000).toISOString().slice(5, 10);
}

function mentions(text) {
  const parts = text.split(/(?<![\w@])(@\w{2,})/);
  return parts.map((part, at) => (at % 2 ? h('a', { href: `/${part}`, class: cls('StyledLink') }, part) : part));
}

function avatarOf({ user }, level) {
  const image = h('img', { loading: 'lazy', alt: '', src: user.avatar_thumb.url_list[0], class: cls('ImgAvatar') });
  const size = level === 1 ? '40px' : '32px';
  return h(
    'span',
    { shape: 'circle', 'data-e2e': '', class: cls('SpanAvatarContainer'), style: `width: ${size}; height: ${size};` },
    image,
  );
}

function picturesOf({ image_list: list }) {
  return (list ?? []).map(({ crop_url: { url_list: urls } }) =>
    h('div', { class: cls('DivCommentImageContainer') }, h('img', { alt: '', src: urls[0], class: cls('ImgCommentImage') })),
  );
}

function planted(element, { plant }) {
  for (const [name, value] of Object.entries(plant?.attributes ?? {})) element.setAttribute(name, value);
  if (plant?.html) element.append(h('template'), document.createRange().createContextualFragment(plant.html));
  return element;
}

const creatorBadge = ({ user }) =>
  user.unique_id === page.author
    ? [h('span', { class: 'TUXText' }, '·'), h('span', { class: cls('SpanCreator') }, say.creator)]
    : [];

export function newComment(comment, level) {
  const { user } = comment;
  const link = (inside) => h('a', { class: 'link-a11y-focus', href: `/@${user.unique_id}` }, inside);
  const name = h('div', { class: cls('DivTriggerWrapper') }, link(h('p', { class: 'TUXText' }, user.nickname)));
  const content = h(
    'div',
    { class: cls('DivCommentContentWrapper') },
    h(
      'div',
      { class: cls('DivCommentHeaderWrapper') },
      h(
        'div',
        { 'data-e2e': `comment-username-${level}`, class: cls('DivUsernameContentWrapper') },
        name,
        ...creatorBadge(comment),
      ),
      h('div', { 'aria-expanded': 'false', 'aria-haspopup': 'dialog', class: cls('DivMore') }, '…'),
    ),
    h(
      'span',
      { 'data-e2e': `comment-level-${level}` },
      h('span', { class: 'TUXText', style: 'white-space: pre-wrap' }, ...mentions(comment.text)),
    ),
    ...picturesOf(comment),
    h(
      'div',
      { class: cls('DivCommentSubContentSplitWrapper') },
      h(
        'div',
        { class: cls('DivCommentSubContentWrapper') },
        h('span', { class: 'TUXText' }, shownTime(comment)),
        h(
          'span',
          { class: 'TUXText', 'aria-label': say.reply, role: 'button', 'data-e2e': `comment-reply-${level}`, tabindex: '0' },
          say.reply,
        ),
      ),
      h(
        'div',
        { 'aria-label': `${say.like}\n${comment.digg_count}`, role: 'button', tabindex: '0', class: cls('DivLikeContainer') },
        h('span', { class: 'TUXText' }, String(comment.digg_count)),
      ),
    ),
  );
  const avatar = h(
    'div',
    { class: cls('DivAvatarWrapper') },
    h('div', { class: cls('DivTriggerWrapper') }, link(avatarOf(comment, level))),
  );
  return h('div', { class: cls('DivCommentItemWrapper') }, avatar, planted(content, comment));
}

export function oldComment(comment, level) {
  const { user } = comment;
  const href = `/@${user.unique_id}`;
  return h(
    'div',
    { class: cls('DivCommentContentContainer'), id: comment.cid },
    h('a', { 'data-e2e': `comment-avatar-${level}`, href, class: cls('StyledUserLinkAvatar') }, avatarOf(comment, level)),
    planted(
      h(
        'div',
        { class: cls('DivContentContainer') },
        h(
          'a',
          { href, class: cls('StyledUserLinkName') },
          h('span', { 'data-e2e': `comment-username-${level}`, class: cls('SpanUserNameText') }, user.nickname),
        ),
        ...creatorBadge(comment),
        h(
          'p',
          { 'data-e2e': `comment-level-${level}`, class: cls('PCommentText') },
          h('span', { dir: '' }, ...mentions(comment.text)),
        ),
        ...picturesOf(comment),
        h(
          'p',
          { class: cls('PCommentSubContent') },
          h('span', { 'data-e2e': `comment-time-${level}`, class: cls('SpanCreatedTime') }, shownTime(comment)),
          h(
            'span',
            { 'aria-expanded': 'false', role: 'button', 'data-e2e': `comment-reply-${level}`, class: cls('SpanReplyButton') },
            say.reply,
          ),
        ),
      ),
      comment,
    ),
    h(
      'div',
      { class: cls('DivActionContainer') },
      h(
        'div',
        { role: 'button', class: cls('DivLikeWrapper') },
        h('span', { 'data-e2e': 'comment-like-count' }, String(comment.digg_count)),
      ),
    ),
  );
}
