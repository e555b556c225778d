// The Facebook page's own script: brings comments in as the thread is scrolled, shows moments under the pointer.
import { unit } from './facebook.comments.js';
import { ask, h, page, say } from './facebook.tools.js';

const list = document.querySelector('.x-comments');
const loading = document.querySelector('.x-loading');
const scroller = document.querySelector('.x-scroll') ?? document.scrollingElement;
let next = 0;
let isBusy = false;

async function load() {
  if (isBusy || next === undefined) return;
  isBusy = true;
  loading.hidden = next === 0;
  const batch = await ask({ from: next });
  loading.hidden = true;
  list.append(...batch.comments.map(unit));
  next = batch.next;
  isBusy = false;
  if (batch.isByButton) offer();
  else nearEnd();
}

/** Half-way the list stops by itself and offers a control. */
function offer() {
  isBusy = true;
  const button = h(
    'div',
    { class: 'x1i10hfl', role: 'button', tabindex: '0' },
    h('span', { class: 'x193iq5w', dir: 'auto' }, h('span', {}, say.moreComments)),
  );
  const place = h('div', { class: 'x78zum5' }, h('div', {}, button));
  button.addEventListener('click', () => {
    place.remove();
    isBusy = false;
    void load();
  });
  list.append(place);
}

function nearEnd() {
  const edge = scroller === document.scrollingElement ? innerHeight : scroller.getBoundingClientRect().bottom;
  if (list.getBoundingClientRect().bottom < edge + 400) void load();
}

if (list && page.post) {
  void load();
  (scroller === document.scrollingElement ? document : scroller).addEventListener('scroll', nearEnd, { passive: true });
}

// ---- the moment, shown only under the pointer

const tip = h('div', { role: 'tooltip', class: 'x-tip' }, h('span', { dir: 'auto' }));
const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'full', timeStyle: 'short' });
document.addEventListener('pointerover', ({ target }) => {
  const when = target.closest?.('.x-when');
  if (!when) return;
  tip.firstChild.textContent = format.format(new Date(when.dataset.moment));
  setTimeout(() => document.body.append(tip), 60);
});
document.addEventListener('pointerout', ({ target }) => {
  if (target.closest?.('.x-when')) setTimeout(() => tip.remove(), 60);
});

// what acts in the employee's name says so: a test that clicks it has gone wrong
document.addEventListener('click', ({ target }) => {
  const control = target.closest?.('.x-act, [aria-haspopup], a[href], [contenteditable]');
  if (control) document.documentElement.dataset.acted = (control.textContent ?? '').slice(0, 40) || 'yes';
});
