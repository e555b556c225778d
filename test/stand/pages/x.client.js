// The X page's own script: fetches rows in batches, keeps some twenty of them in the DOM and uses their nodes again.
import { employee, h, hooks, page, relative, say, setText } from './x.tools.js';
import { fillers, makers } from './x.rows.js';

const list = document.getElementById('css-list');
const layers = document.getElementById('layers');

// ---- the list: places of all rows, nodes for the few in sight

const guess = { tweet: 170, focal: 330, more: 48, separator: 1, composer: 72, heading: 76, notice: 64, who: 76, spinner: 60 };
const heights = new Map();
const shown = new Map(); // key → { row, node }
const spare = {};
let rows = [];
let tops = [0];
let cursor;
let isLoading = false;
let source = page.source;
let visit = 0;

const spinner = { kind: 'spinner', key: 'spinner' };
const rowAt = (at) => rows[at] ?? spinner;
const count = () => rows.length + (isLoading ? 1 : 0);

/** From this row on the places must be computed again. */
let staleFrom = 0;
const changedFrom = (at) => (staleFrom = Math.min(staleFrom, at));

function place() {
  tops.length = Math.min(tops.length, staleFrom + 1);
  for (let at = tops.length - 1; at < count(); at += 1) {
    const row = rowAt(at);
    tops.push(tops[at] + (heights.get(row.key) ?? guess[row.kind]));
  }
  tops.length = count() + 1;
  staleFrom = count();
  const height = `${tops.at(-1)}px`;
  if (list.style.minHeight !== height) list.style.minHeight = height;
}

function firstAt(offset) {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function render() {
  place();
  const viewTop = scrollY - listTop();
  const from = Math.max(0, firstAt(viewTop - 500));
  const to = Math.min(count(), firstAt(viewTop + innerHeight + 700) + 1);
  const wanted = new Set();
  for (let at = from; at < to; at += 1) wanted.add(rowAt(at).key);
  for (const [key, { row, node }] of shown) {
    if (wanted.has(key)) continue;
    shown.delete(key);
    (spare[row.kind] ??= []).push(node);
  }
  let before;
  for (let at = from; at < to; at += 1) before = show(rowAt(at), at, before);
  for (const nodes of Object.values(spare))
    for (const node of nodes) if (node.element.isConnected && !isShown(node)) node.element.remove();
  measure(from, to);
  if (to >= count() - 3) void load();
}

const isShown = (node) => [...shown.values()].some((each) => each.node === node);
const listTop = () => list.getBoundingClientRect().top + scrollY;

function show(row, at, before) {
  let here = shown.get(row.key);
  if (!here) {
    const node = spare[row.kind]?.pop() ?? makers[row.kind]();
    fillers[row.kind](node, row);
    here = { row, node };
    shown.set(row.key, here);
  }
  const { element } = here.node;
  const next = before ? before.nextSibling : list.firstChild;
  if (next !== element) list.insertBefore(element, next);
  element.style.transform = `translateY(${tops[at]}px)`;
  return element;
}

// what turns out higher or lower than guessed moves the rest; what the reader looks at stays where it is
function measure(from, to) {
  const anchor = Math.min(firstAt(scrollY - listTop()), count() - 1);
  const anchorTop = tops[anchor];
  let isChanged = false;
  for (let at = from; at < to; at += 1) {
    const { key } = rowAt(at);
    const height = shown.get(key).node.element.offsetHeight;
    if (heights.get(key) === height) continue;
    heights.set(key, height);
    changedFrom(at);
    isChanged = true;
  }
  if (!isChanged) return;
  place();
  for (let at = from; at < to; at += 1) shown.get(rowAt(at).key).node.element.style.transform = `translateY(${tops[at]}px)`;
  const moved = tops[anchor] - anchorTop;
  if (moved && anchor > 0) scrollBy(0, moved);
  schedule();
}

let isScheduled = false;
function schedule() {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    render();
  });
}

async function ask(from) {
  const address = new URL(source, location.origin);
  if (from) address.searchParams.set('cursor', from);
  const answer = await fetch(address);
  return answer.json();
}

async function load() {
  if (isLoading || cursor === null) return;
  isLoading = true;
  changedFrom(rows.length);
  schedule();
  const now = visit;
  const batch = await ask(cursor);
  if (now !== visit) return;
  isLoading = false;
  changedFrom(rows.length);
  rows.push(...batch.rows);
  cursor = batch.cursor ?? null;
  schedule();
}

/** The first row that opens replies does nothing, where the thread was asked to break. */
let brokenKey;

async function openMore(row) {
  if (page.isBroken && row.cursor.startsWith('more:')) brokenKey ??= row.key;
  if (row.isOpening || row.key === brokenKey) return;
  row.isOpening = true;
  const now = visit;
  const batch = await ask(row.cursor);
  if (now !== visit) return;
  const at = rows.findIndex((each) => each.key === row.key);
  if (at < 0) return;
  changedFrom(at);
  rows.splice(at, 1, ...batch.rows);
  if (row.cursor.startsWith('list:')) cursor = batch.cursor ?? null;
  schedule();
}

// ---- going to another post without loading a page

function open(path, title) {
  visit += 1;
  source = `/i/api/graphql/stand/TweetDetail?focal=${path.split('/')[3]}`;
  [rows, cursor, isLoading] = [[], undefined, false];
  heights.clear();
  [tops, staleFrom] = [[0], 0];
  document.title = title;
  document.querySelector('link[rel=canonical]')?.setAttribute('href', `https://x.com${path}`);
  document.querySelector('meta[property="og:title"]')?.setAttribute('content', title);
  document.querySelector('.css-profile')?.remove();
  document.querySelector('.css-tabs')?.remove();
  scrollTo(0, 0);
  schedule();
}

list.addEventListener('click', (event) => {
  const article = event.target.closest('article[data-testid=tweet]');
  const link = event.target.closest('a');
  const path = link?.getAttribute('href') ?? '';
  const isPost = /^\/\w+\/status\/\d+$/.test(path);
  if (link && !isPost) return;
  if (!article || (!link && event.target.closest('button, [role=textbox]'))) return;
  const node = [...shown.values()].find(({ node: each }) => each.parts.article === article)?.node;
  if (!node || node.parts.tweet.isPromoted || node.parts.isFocal) return event.preventDefault();
  const { author, id, pieces } = node.parts.tweet;
  const title = `${author.name} ${say.on}: "${pieces.map((piece) => piece.text).join('')}" / X`;
  event.preventDefault();
  history.pushState({ title, user: author.handle }, '', `/${author.handle}/status/${id}`);
  open(location.pathname, title);
});
addEventListener('popstate', (event) => {
  if (/\/status\/\d+/.test(location.pathname)) open(location.pathname, event.state?.title ?? firstTitle);
  else location.reload();
});
const firstTitle = document.title;

// ---- menus and hover cards

function startMenus() {
  document.querySelector('[data-testid=SideNav_AccountSwitcher_Button]')?.addEventListener('click', (event) => {
    const button = event.currentTarget;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    layers.replaceChildren();
    if (isOpen) return;
    const menu = document.createElement('div');
    menu.setAttribute('role', 'menu');
    menu.className = 'css-menu';
    for (const text of [employee.name, say.addAccount, `${say.logOut} @${employee.handle}`]) {
      const line = document.createElement('div');
      line.setAttribute('role', 'menuitem');
      line.textContent = text;
      menu.append(line);
    }
    layers.append(menu);
  });
  document.querySelector('[data-testid=app-bar-back]')?.addEventListener('click', () => history.back());
}

let card;
list.addEventListener('pointerover', (event) => {
  const link = event.target.closest('[data-testid=User-Name] a, [data-testid=Tweet-User-Avatar] a');
  card?.remove();
  card = undefined;
  const node = link && [...shown.values()].find(({ node: each }) => each.parts.article?.contains(link))?.node;
  if (!node) return;
  const { author } = node.parts.tweet;
  card = h(
    'div',
    { 'data-testid': 'HoverCard', role: 'tooltip', class: 'css-card' },
    h('div', { dir: 'ltr' }, h('span', {}, author.name)),
    h('div', { dir: 'ltr', class: 'css-faint' }, `@${author.handle}`),
    h(
      'button',
      { type: 'button', 'data-testid': `${author.id}-follow`, 'aria-label': `${say.follow} @${author.handle}` },
      say.follow,
    ),
  );
  const { left, bottom } = link.getBoundingClientRect();
  card.style.left = `${left}px`;
  card.style.top = `${bottom + 4}px`;
  layers.append(card);
});

/** The relative times in sight follow the page's clock. */
function tick() {
  for (const { row, node } of shown.values()) {
    if (row.kind === 'tweet' && node.parts.time) setText(node.parts.time, relative(row.tweet.time));
  }
}

startMenus();
// a page without a list (messages, login) has nothing else to do
if (page.source) {
  Object.assign(hooks, { schedule, openMore });
  addEventListener('scroll', schedule, { passive: true });
  addEventListener('resize', schedule);
  setInterval(tick, 1000);
  schedule();
}
