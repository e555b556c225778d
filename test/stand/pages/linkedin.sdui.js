// The server-driven page: a column of conversations of which only those in sight have content; more come while scrolling.
import { ask, filled, h, icon, isBroken, layout, planted, say, ugc, worded } from './linkedin.tools.js';

const scroller = document.getElementById('workspace');
const column = document.querySelector('[data-component-type=LazyColumn]');
const sentinel = h('div', { class: '_z' });
const talks = new Map(); // place → conversation
let next = 0;
let isLoading = false;
/** In one layout only the first batches come by scrolling; after that the page wants a turn of the wheel. */
const wantsWheel = layout === 'sdui-wheel';
let batches = 0;

// no `id`: the browser itself remembers that of the largest picture it drew
function comment(row, isReply) {
  const key = `replaceableComment_urn:li:comment:(urn:li:ugcPost:${ugc},${row.id})`;
  const name = h(
    'p',
    {},
    h('span', { class: '_h' }, `${row.name} ${say.second}`),
    h('span', { 'aria-hidden': 'true' }, row.name, ' ', h('span', {}, `• ${row.isAuthor ? say.author : say.second}`)),
  );
  const lines = h('div', { 'aria-label': `${row.name} ${row.isVerified ? say.verified : ''}` }, name, h('p', {}, row.headline));
  const image = h('img', {
    alt: worded('viewProfile', row.name),
    src: row.avatar,
    width: isReply ? '24' : '40',
    height: isReply ? '24' : '40',
  });
  const text = filled(h('span', { tabindex: '-1', 'data-testid': 'expandable-text-box' }), row.html);
  text.append(
    h('button', { type: 'button', 'data-testid': 'expandable-text-button', 'aria-hidden': 'true' }, h('span', {}, `… ${say.more}`)),
  );
  const inner = h(
    'div',
    { componentkey: key },
    h('a', { class: '_a1', href: row.url }, h('figure', {}, image)),
    h('a', { class: '_a2', href: row.url }, lines),
    h('p', { class: '_t1' }, row.age),
    h(
      'button',
      { type: 'button', 'aria-haspopup': 'true', 'aria-label': worded('optionsFor', row.name) },
      icon('overflow-web-ios-small'),
    ),
    h('p', { class: '_x' }, text),
    row.photo ? h('div', { class: '_m1' }, h('figure', {}, h('img', { src: row.photo, alt: '' }))) : undefined,
    h(
      'div',
      { class: '_n2' },
      h('div', { role: 'button', tabindex: '0', 'aria-label': say.like }, icon('thumbs-up-outline-small')),
      row.likes ? h('button', { type: 'button' }, String(row.likes)) : undefined,
      h('button', { type: 'button' }, say.reply),
    ),
  );
  if (row.plant) inner.insertAdjacentHTML('beforeend', row.plant);
  return planted(h('div', { componentkey: key, class: isReply ? '_r1' : '_k1' }, h('div', { componentkey: key }, inner)), row);
}

function draw(place) {
  const talk = talks.get(place);
  if (!talk || talk.isDrawn) return;
  talk.isDrawn = true;
  const more = talk.left ? h('button', { type: 'button', class: '_e1' }, worded('moreReplies', talk.left)) : undefined;
  more?.addEventListener('click', () => void open(place, talk));
  place.replaceChildren(comment(talk.comment, false), ...talk.replies.map((row) => comment(row, true)), ...(more ? [more] : []));
  place.style.minHeight = '';
}

function clear(place) {
  const talk = talks.get(place);
  if (!talk?.isDrawn) return;
  place.style.minHeight = `${place.offsetHeight}px`;
  talk.isDrawn = false;
  // what can still be opened keeps its place in the column
  place.replaceChildren(...place.querySelectorAll(':scope > ._e1'));
}

async function open(place, talk) {
  if (talk.isOpening || isBroken(talk.comment.id)) return;
  talk.isOpening = true;
  const answer = await ask('replies', { at: talk.at, from: talk.replies.length });
  talk.replies.push(...answer.replies);
  Object.assign(talk, { left: answer.left, isOpening: false });
  // out of sight in the meantime: it is drawn anew when it comes back
  if (!talk.isDrawn) {
    place.replaceChildren();
    return;
  }
  talk.isDrawn = false;
  draw(place);
}

const eye = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (target === sentinel) {
        if (isIntersecting) void load();
      } else if (isIntersecting) draw(target);
      else clear(target);
    }
  },
  { root: scroller, rootMargin: '3000px 0px' },
);

async function load() {
  if (isLoading || next === undefined || (wantsWheel && batches >= 3)) return;
  isLoading = true;
  const spinner = h('div', { role: 'progressbar', 'aria-label': say.loading, class: '_y' });
  sentinel.before(spinner);
  const answer = await ask('comments', { from: next });
  spinner.remove();
  for (const talk of answer.talks) {
    const place = h('div', { class: '_i1' });
    place.style.minHeight = '140px';
    talks.set(place, talk);
    sentinel.before(place);
    eye.observe(place);
  }
  next = answer.next;
  batches += 1;
  isLoading = false;
  eye.unobserve(sentinel);
  eye.observe(sentinel);
}

scroller.addEventListener('wheel', (event) => {
  if (!event.isTrusted || !wantsWheel) return;
  batches = 2;
  void load();
});
column.append(sentinel);
eye.observe(sentinel);
