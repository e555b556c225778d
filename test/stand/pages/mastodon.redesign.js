// A status as the redesign of 2026 draws it: articles with hashed classes, no lines between them.
import { card, gallery, poll } from './mastodon.media.js';
import { contentOf, labelOf, plant } from './mastodon.status.js';
import { avatar, h, longDate, page, say, shortDate } from './mastodon.tools.js';

const personLink = (account, attributes, ...inside) =>
  h(
    'a',
    {
      href: `/@${account.acct}`,
      title: `@${account.acct}`,
      'data-id': account.id,
      'data-hover-card-account': account.id,
      ...attributes,
    },
    ...inside,
  );

function header(status) {
  const { account } = status;
  const name = personLink(
    account,
    { class: '_headerNameLink_1qx9k_12' },
    h('span', { class: 'display-name' }, h('bdi', {}, h('strong', { class: 'display-name__html' }, account.display_name))),
  );
  const isForOne = status.visibility === 'direct';
  return h(
    'header',
    { class: '_header_1qx9k_1 _header_8dz2a_31' },
    personLink(account, { role: 'presentation', tabindex: '-1', class: '_headerAvatar_1qx9k_7' }, avatar(account)),
    h(
      'div',
      {},
      h(
        'p',
        { class: '_headerName_1qx9k_15' },
        isForOne ? h('span', {}, name, ` (${say.privateMention})`) : name,
        '\u2022',
        h(
          'a',
          { href: `/@${account.acct}/${status.id}` },
          h('time', { datetime: status.created_at, title: longDate(status.created_at) }, shortDate(status.created_at)),
        ),
      ),
      h(
        'p',
        { class: '_headerHandle_1qx9k_22' },
        personLink(
          account,
          { role: 'presentation', tabindex: '-1' },
          `@${account.acct.includes('@') ? account.acct : `${account.acct}@${page.domain}`}`,
        ),
      ),
    ),
  );
}

// the text; a warning before it takes it out of the page until it is opened
function content(status) {
  const text = () =>
    h(
      'div',
      { class: '_root_5h2nb_1' },
      h('div', { class: '_text_5h2nb_9', lang: status.language }, ...contentOf(status)),
      ...poll(status),
      ...gallery(status),
      ...card(status),
    );
  if (!status.spoiler_text) return [text()];
  const id = `warning-${status.id}`;
  const wrapper = h('div', { id, class: '_contentWrapper_8dz2a_40' }, text());
  const toggle = h('button', { type: 'button', class: '_button_x81' }, say.showMore);
  toggle.addEventListener('click', () => wrapper.toggleAttribute('data-open'));
  return [
    h(
      'div',
      { class: '_callout_77 _spoiler_8dz2a_44', 'aria-controls': id },
      h('div', {}, h('span', { class: 'translate' }, status.spoiler_text)),
      toggle,
    ),
    wrapper,
  ];
}

const counter = (title, count) =>
  h(
    'button',
    { type: 'button', title, class: '_button_x81 _ghost_x81' },
    h('svg', { viewBox: '0 0 256 256' }),
    h('span', {}, String(count)),
  );

const plainButton = (label) =>
  h('button', { type: 'button', class: '_iconButton_x90' }, h('span', { class: '_hidden_x91' }, label));

function footer(status, isPage) {
  const tags = status.tags.map(({ name, url }) => h('a', { href: url, class: '_tag_9' }, `#${name}`));
  return h(
    'footer',
    { class: '_footer_8dz2a_50' },
    ...(tags.length > 3 ? [h('div', { class: '_hashtagBar_3' }, ...tags, h('button', { type: 'button' }, say.more))] : []),
    ...(isPage
      ? [
          h(
            'span',
            { class: '_meta_8dz2a_58' },
            h('a', { href: `/@${status.account.acct}/${status.id}` }, longDate(status.created_at)),
            ' \u2022 ',
            say.public,
          ),
        ]
      : []),
    h(
      'div',
      { class: '_actions_8dz2a_60 _buttonAlign_8dz2a_66' },
      counter(say.replyAll, status.replies_count),
      counter(say.boost, status.reblogs_count),
      counter(say.favourite, status.favourites_count),
      plainButton(say.bookmark),
      plainButton(say.more),
    ),
  );
}

function article(status, { isPage = false, before = [], id = status.id } = {}) {
  const element = h('article', {
    class: `_root_8dz2a_1 ${isPage ? '_variantPage_8dz2a_20' : '_variantThread_8dz2a_16'}`,
    'data-id': id,
    tabindex: '0',
  });
  element.append(...before, header(status), ...content(status), footer(status, isPage));
  element.setAttribute('aria-label', labelOf(status, element));
  plant(status, element);
  return element;
}

export function detailed(status) {
  return h(
    'div',
    { class: `focusable detailed-status__wrapper detailed-status__wrapper-${status.visibility}`, tabindex: '0' },
    article(status, { isPage: true }),
  );
}

const line = (icon, what) =>
  h(
    'div',
    { class: 'status__prepend' },
    h('div', { class: 'status__prepend__icon' }, h('svg', { class: `icon icon-${icon}` })),
    what,
  );

export function small(status, { boostedBy, boostId } = {}) {
  const before = boostedBy
    ? [
        line(
          'retweet',
          h(
            'span',
            {},
            personLink(boostedBy, { class: 'status__display-name muted' }, h('bdi', {}, h('span', {}, boostedBy.display_name))),
            ` ${say.boosted}`,
          ),
        ),
      ]
    : status.visibility === 'direct'
      ? [line('at', h('span', {}, say.privateMention))]
      : [];
  const element = article(status, { before, id: boostId });
  if (status.pinned) element.setAttribute('data-featured', 'true');
  return element;
}
