// A Mastodon status as the page draws it, in the structure of 4.2 to 4.5.
import { card, gallery, poll } from './mastodon.media.js';
import { avatar, h, longDate, page, say, shortDate } from './mastodon.tools.js';

function displayName(account, withServer) {
  const acct = withServer && !account.acct.includes('@') ? `${account.acct}@${page.domain}` : account.acct;
  return h(
    'span',
    { class: 'display-name' },
    h('bdi', {}, h('strong', { class: 'display-name__html' }, account.display_name)),
    ' ',
    h('span', { class: 'display-name__account' }, `@${acct}`),
  );
}

// the server's HTML; links to people become links within this page, as the real one does
export function contentOf(status) {
  const parsed = document.createElement('div');
  parsed.innerHTML = status.content;
  for (const link of parsed.querySelectorAll('a')) {
    const mention = status.mentions.find(({ url }) => url === link.getAttribute('href'));
    link.classList.add('status-link');
    if (mention) {
      link.setAttribute('href', `/@${mention.acct}`);
      link.setAttribute('title', `@${mention.acct}`);
      link.setAttribute('data-hover-card-account', mention.id);
    } else if (!link.classList.contains('mention')) {
      link.classList.add('unhandled-link');
      link.setAttribute('title', link.getAttribute('href'));
    }
  }
  return [...parsed.childNodes];
}

function textOf(status, isDetailed) {
  const text = h(
    'div',
    {
      class: `status__content__text ${status.spoiler_text ? '' : 'status__content__text--visible'} translate`,
      lang: status.language,
    },
    ...contentOf(status),
  );
  const classes = ['status__content', ...(isDetailed ? [] : ['status__content--with-action'])];
  if (!status.spoiler_text) return h('div', { class: classes.join(' '), tabindex: '0' }, text);
  const toggle = h(
    'button',
    { type: 'button', class: 'status__content__spoiler-link status__content__spoiler-link--show-more', 'aria-expanded': 'false' },
    h('span', {}, say.showMore),
  );
  toggle.addEventListener('click', (event) => {
    event.stopPropagation();
    const isOpen = text.classList.toggle('status__content__text--visible');
    toggle.setAttribute('aria-expanded', String(isOpen));
    toggle.className = `status__content__spoiler-link status__content__spoiler-link--show-${isOpen ? 'less' : 'more'}`;
    toggle.firstChild.textContent = isOpen ? say.showLess : say.showMore;
  });
  return h(
    'div',
    { class: `${classes.join(' ')} status__content--with-spoiler`, tabindex: '0' },
    h('p', {}, h('span', { class: 'translate', lang: status.language }, status.spoiler_text), ' ', toggle),
    text,
  );
}

function action(label, count, classes = '', icon = '') {
  const button = h(
    'button',
    {
      type: 'button',
      'aria-label': label,
      'aria-hidden': 'false',
      title: label,
      class: `status__action-bar__button icon-button ${classes}`,
      tabindex: '0',
    },
    h('i', { class: `fa fa-${icon} fa-fw`, 'aria-hidden': 'true' }),
  );
  if (count !== undefined) button.append(h('span', { class: 'icon-button__counter' }, h('span', {}, String(count))));
  return button;
}

function actions(status) {
  return [
    action(status.in_reply_to_id ? say.replyAll : say.reply, status.replies_count, 'icon-button--with-counter', 'reply'),
    action(say.boost, undefined, '', 'retweet'),
    action(say.favourite, undefined, 'star-icon', 'star'),
    action(say.bookmark, undefined, 'bookmark-icon', 'bookmark'),
  ];
}

export const labelOf = (status, element) =>
  `${status.account.display_name}, ${status.spoiler_text || element.querySelector('.status__content__text, [lang]').textContent}, ${shortDate(status.created_at)}, ${status.account.acct}`;

export function plant(status, element) {
  if (!status.plant) return;
  for (const [name, value] of Object.entries(status.plant.attributes ?? {})) element.setAttribute(name, value);
  if (status.plant.html) element.querySelector('.status__content, [lang]').insertAdjacentHTML('afterend', status.plant.html);
}

export function detailed(status) {
  const { account } = status;
  const address = `/@${account.acct}/${status.id}`;
  const inside = h(
    'div',
    { class: 'detailed-status' },
    h(
      'a',
      { href: `/@${account.acct}`, class: 'detailed-status__display-name', 'data-hover-card-account': account.id },
      h('div', { class: 'detailed-status__display-avatar' }, avatar(account)),
      displayName(account, true),
    ),
    textOf(status, true),
    ...gallery(status),
    ...poll(status),
    ...card(status),
    h(
      'div',
      { class: 'detailed-status__meta' },
      h(
        'a',
        { class: 'detailed-status__datetime', href: address, target: '_blank', rel: 'noopener noreferrer' },
        h('span', {}, longDate(status.created_at)),
      ),
      ' · ',
      h('i', { class: 'fa fa-globe', title: say.public }),
      ' · ',
      h(
        'a',
        { class: 'detailed-status__link', href: `${address}/reblogs` },
        h('i', { class: 'fa fa-retweet' }),
        h('span', { class: 'detailed-status__reblogs' }, h('span', {}, String(status.reblogs_count))),
      ),
      ' · ',
      h(
        'a',
        { class: 'detailed-status__link', href: `${address}/favourites` },
        h('i', { class: 'fa fa-star' }),
        h('span', { class: 'detailed-status__favorites' }, h('span', {}, String(status.favourites_count))),
      ),
    ),
  );
  const bar = h(
    'div',
    { class: 'detailed-status__action-bar' },
    ...actions(status).map((button) => h('div', { class: 'detailed-status__button' }, button)),
  );
  const wrapper = h(
    'div',
    {
      class: `focusable detailed-status__wrapper detailed-status__wrapper-${status.visibility}`,
      tabindex: '0',
      'aria-label': labelOf(status, inside),
    },
    h('div', {}, inside),
    bar,
  );
  plant(status, wrapper);
  return h('div', { tabindex: '-1' }, wrapper);
}

/** `lines`: how the status hangs together with the one before and the one after it. */
export function small(status, { boostedBy, lines } = {}) {
  const { account } = status;
  const isReply = status.in_reply_to_id !== null;
  const classes = [
    'status',
    'status-public',
    ...(isReply ? ['status-reply'] : []),
    ...(lines ? ['status--in-thread'] : []),
    ...(lines?.isFirst ? ['status--first-in-thread'] : []),
  ];
  const inside = h('div', { class: classes.join(' '), 'data-id': status.id });
  if (lines) inside.append(h('div', { class: `status__line${lines.goesOn ? ' status__line--full' : ''}` }));
  inside.append(
    h(
      'div',
      { class: 'status__info' },
      h(
        'a',
        { href: `/@${account.acct}/${status.id}`, class: 'status__relative-time', target: '_blank', rel: 'noopener noreferrer' },
        h('span', { class: 'status__visibility-icon' }, h('i', { class: 'fa fa-globe', title: say.public })),
        h('time', { datetime: status.created_at, title: longDate(status.created_at) }, shortDate(status.created_at)),
      ),
      h(
        'a',
        {
          href: `/@${account.acct}`,
          title: account.acct,
          'data-hover-card-account': account.id,
          class: 'status__display-name',
          target: '_blank',
          rel: 'noopener noreferrer',
        },
        h('div', { class: 'status__avatar' }, avatar(account)),
        displayName(account),
      ),
    ),
    textOf(status),
    ...gallery(status),
    ...poll(status),
    ...card(status),
    h(
      'div',
      { class: 'status__action-bar' },
      ...actions(status),
      h('div', { class: 'status__action-bar__dropdown' }, h('span', {}, action(say.more, undefined, '', 'ellipsis-h'))),
    ),
  );
  const wrapper = h('div', {
    class: `status__wrapper status__wrapper-public ${isReply ? 'status__wrapper-reply ' : ''}focusable`,
    tabindex: '0',
    'aria-label': labelOf(status, inside),
  });
  if (boostedBy)
    wrapper.append(
      prepend(
        'retweet',
        h(
          'span',
          {},
          h(
            'a',
            { 'data-id': boostedBy.id, href: `/@${boostedBy.acct}`, class: 'status__display-name muted' },
            h('bdi', {}, h('strong', {}, boostedBy.display_name)),
          ),
          ` ${say.boosted}`,
        ),
      ),
    );
  if (status.pinned) wrapper.append(prepend('thumb-tack', h('span', {}, say.pinned)));
  wrapper.append(inside);
  plant(status, inside);
  return h('div', { tabindex: '-1' }, wrapper);
}

const prepend = (icon, what) =>
  h(
    'div',
    { class: 'status__prepend' },
    h('div', { class: 'status__prepend-icon-wrapper' }, h('i', { class: `fa fa-${icon} status__prepend-icon fa-fw` })),
    what,
  );
