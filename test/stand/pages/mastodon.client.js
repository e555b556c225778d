// The Mastodon page's own script: asks the API, draws statuses, empties those out of sight.
import * as classic from './mastodon.status.js';
import * as redesign from './mastodon.redesign.js';
import { avatar, h, language, longDate, page, say } from './mastodon.tools.js';

const { detailed, small } = page.layout === 'mastodon-redesign' ? redesign : classic;

const { meta } = JSON.parse(document.getElementById('initial-state').textContent);
const scrollable = document.querySelector('.scrollable');

// the page's own questions: with the account's token, or (not signed in) marked as the page's
async function ask(path) {
  const headers = meta.access_token ? { authorization: `Bearer ${meta.access_token}` } : { 'x-stand-page': 'yes' };
  const answer = await fetch(path, { headers });
  return answer.json();
}
// ---- out of sight: the holder keeps its height and loses its children

const drawings = new WeakMap();
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target, boundingClientRect } of entries) {
      if (isIntersecting && !target.firstChild) {
        target.append(drawings.get(target)());
        target.style.cssText = '';
      } else if (!isIntersecting && target.firstChild && boundingClientRect.height > 0) {
        target.style.cssText = `height: ${boundingClientRect.height}px; opacity: 0; overflow: hidden;`;
        target.replaceChildren();
      }
    }
  },
  { rootMargin: '600px 0px' },
);

function holder(tag, attributes, draw) {
  const element = h(tag, attributes, draw());
  drawings.set(element, draw);
  watcher.observe(element);
  return element;
}

// ---- the pages

async function statusPage() {
  const [focal, { ancestors, descendants, more }] = await Promise.all([
    ask(`/api/v1/statuses/${page.id}`),
    ask(`/api/v1/statuses/${page.id}/context`),
  ]);
  const list = h('div', {});
  scrollable.append(list);
  ancestors.forEach((status, at) =>
    list.append(holder('div', { tabindex: '-1' }, () => small(status, { lines: { isFirst: at === 0, goesOn: true } }))),
  );
  list.append(detailed(focal));
  const draw = (statuses, from = 0) =>
    statuses.slice(from).forEach((status, at) => {
      const goesOn = statuses[from + at + 1]?.in_reply_to_id === status.id;
      const lines = { isFirst: status.in_reply_to_id === focal.id, goesOn };
      list.append(holder('div', { tabindex: '-1' }, () => small(status, { lines })));
    });
  draw(descendants);
  if (more)
    list.before(
      moreFound(async () => draw((await ask(`/api/v1/statuses/${focal.id}/context?all=1`)).descendants, descendants.length)),
    );
}

// since 4.5 the server asks other servers for answers, and the page offers what came
function moreFound(show) {
  const button = h('button', { type: 'button', class: 'notification-bar__action' }, say.show);
  const bar = h(
    'div',
    { class: 'column__alert', role: 'status', 'aria-live': 'polite' },
    h(
      'div',
      { class: 'notification-bar notification-bar--active' },
      h('div', { class: 'notification-bar__content' }, h('span', {}, say.moreFound), button),
    ),
  );
  button.addEventListener('click', () => {
    if (page.isBroken) return;
    bar.remove();
    void show();
  });
  return bar;
}

async function profilePage() {
  const [account, statuses] = await Promise.all([ask(`/api/v1/accounts/${page.id}`), ask(`/api/v1/accounts/${page.id}/statuses`)]);
  const feed = h(
    'div',
    { role: 'feed', class: 'item-list' },
    h('div', { class: 'account-timeline__header' }, header(account), tabs(account)),
  );
  scrollable.append(feed);
  let at = 0;
  const more = () => {
    for (const status of statuses.slice(at, at + 10)) {
      at += 1;
      const draw = () => (status.reblog ? small(status.reblog, { boostedBy: status.account, boostId: status.id }) : small(status));
      feed.append(
        holder('article', { 'aria-posinset': at, 'aria-setsize': statuses.length, 'data-id': status.id, tabindex: '-1' }, draw),
      );
    }
  };
  more();
  addEventListener('scroll', () => {
    if (scrollY + innerHeight > document.documentElement.scrollHeight - 600) more();
  });
}

function header(account) {
  const links = [
    [say.posts, account.statuses_count, ''],
    [say.following, account.following_count, '/following'],
    [say.followers, account.followers_count, '/followers'],
  ];
  const note = h('div', { class: 'account__header__content translate' });
  note.innerHTML = account.note;
  return h(
    'div',
    { class: 'account__header' },
    h('div', { class: 'account__header__image' }),
    h(
      'div',
      { class: 'account__header__bar' },
      h(
        'div',
        { class: 'account__header__tabs' },
        h('a', { class: 'avatar', href: account.avatar, rel: 'noopener noreferrer', target: '_blank' }, avatar(account, 90)),
        h('div', { class: 'account__header__tabs__buttons' }, h('button', { class: 'button', type: 'button' }, say.follow)),
      ),
      h(
        'div',
        { class: 'account__header__tabs__name' },
        h('h1', {}, h('span', {}, account.display_name), h('small', {}, h('span', {}, `@${account.acct}@${page.domain}`), ' ')),
      ),
      h(
        'div',
        { class: 'account__header__extra' },
        h(
          'div',
          { class: 'account__header__bio' },
          note,
          h(
            'div',
            { class: 'account__header__fields' },
            h('dl', {}, h('dt', {}, h('span', {}, say.registeredOn)), h('dd', {}, longDate(account.created_at).split(',')[0])),
          ),
        ),
        h(
          'div',
          { class: 'account__header__extra__links' },
          ...links.map(([label, count, to]) =>
            h(
              'a',
              { title: count, href: `/@${account.acct}${to}` },
              h(
                'span',
                {},
                `${label} `,
                h('strong', {}, h('span', {}, new Intl.NumberFormat(language, { notation: 'compact' }).format(count))),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

const tabs = (account) =>
  h(
    'div',
    { class: 'account__section-headline' },
    ...say.tabs.map((label, at) =>
      h('a', { href: `/@${account.acct}${['', '/with_replies', '/media'][at]}` }, h('span', {}, label)),
    ),
  );

function conversationsPage() {
  scrollable.append(h('div', { class: 'conversation' }, say.messages));
}

await { status: statusPage, profile: profilePage, conversations: conversationsPage }[page.kind]();

// going to another status without loading a page
scrollable.addEventListener('click', (event) => {
  const link = event.target.closest('a.status__relative-time');
  if (!link) return;
  event.preventDefault();
  void openStatus(link);
});

async function openStatus(link) {
  page.id = link.getAttribute('href').split('/').at(-1);
  history.pushState(null, '', link.getAttribute('href'));
  document.querySelector('link[rel=canonical]').setAttribute('href', link.href);
  scrollable.replaceChildren();
  await statusPage();
  document.title = `${document.querySelector('.detailed-status .display-name__html').textContent} - ${page.domain}`;
}
addEventListener('popstate', () => location.reload());
