// What all parts of the X page's script use: elements, texts, the page's clock, pictures that come late.

// oxlint-disable-next-line no-underscore-dangle -- the network's own name
export const { page } = window.__INITIAL_STATE__;
export const { words: say, employee } = page;

/** What rows ask of the list; the list fills it in. */
export const hooks = { schedule: () => {}, openMore: () => {} };

// ---- small tools

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

let lastId = 0;
export const uniqueId = () => `id__${(1e9 + ++lastId * 7919).toString(36)}`;

export function icon(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const icons = {
  reply: 'M4 5h16v10h-9l-5 4v-4H4z',
  retweet: 'M5 8h12l-3-3M19 16H7l3 3',
  like: 'M12 19l-7-7a4 4 0 017-5 4 4 0 017 5z',
  views: 'M5 19V11M10 19V6M15 19v-9M20 19V4',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  share: 'M12 15V4M8 8l4-4 4 4M5 14v6h14v-6',
  caret: 'M5 12h.1M12 12h.1M19 12h.1',
  check: 'M12 3a9 9 0 100 18 9 9 0 000-18zM8 12l3 3 5-6',
  pin: 'M9 4h6v6l3 4H6l3-4zM12 14v6',
};

export function textPieces(pieces) {
  return pieces.map((piece) => {
    if (piece.is === 'emoji') {
      return h('img', {
        alt: piece.text,
        draggable: 'false',
        src: `https://abs-0.twimg.com/emoji/v2/svg/${piece.code}.svg`,
        title: piece.text,
      });
    }
    if (piece.is === 'text') return h('span', { class: 'css-1jxf684' }, piece.text);
    const href =
      piece.is === 'mention'
        ? `/${piece.text.slice(1)}`
        : piece.is === 'tag'
          ? `/hashtag/${piece.text.slice(1)}?src=hashtag_click`
          : 'https://t.co/st4nd';
    const link = h('a', { dir: 'ltr', href, role: 'link', class: 'css-link' });
    if (piece.is === 'link') {
      link.append(h('span', { 'aria-hidden': 'true', class: 'css-faint' }, 'https://'), piece.text.slice(8));
      link.setAttribute('rel', 'noopener noreferrer nofollow');
      link.setAttribute('target', '_blank');
    } else link.append(piece.text);
    return h('span', { class: 'r-18u37iz' }, link);
  });
}

// ---- the page's clock

const clockStart = Date.parse(page.clock.from);
export const pageNow = () => clockStart + performance.now() * page.clock.speed;

export function relative(iso) {
  const seconds = Math.max(1, Math.floor((pageNow() - Date.parse(iso)) / 1000));
  if (seconds < 60) return `${seconds} ${say.second}`.replace(' ', page.language === 'nl' ? ' ' : '');
  const space = page.language === 'nl' ? ' ' : '';
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${space}${say.minute}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}${space}${say.hour}`;
  return new Date(iso).toLocaleDateString(page.language, { day: 'numeric', month: 'short', timeZone: 'Europe/Amsterdam' });
}

export function absolute(iso) {
  const zone = { timeZone: 'Europe/Amsterdam' };
  const time = new Date(iso).toLocaleTimeString(page.language, { hour: 'numeric', minute: '2-digit', ...zone });
  return `${time} · ${new Date(iso).toLocaleDateString(page.language, { day: 'numeric', month: 'short', year: 'numeric', ...zone })}`;
}

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// ---- pictures come when they are about to be seen

const lazily = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !target.dataset.wait) continue;
      target.setAttribute('src', target.dataset.wait);
      if (target.previousElementSibling) target.previousElementSibling.style.backgroundImage = `url("${target.dataset.wait}")`;
      delete target.dataset.wait;
      lazily.unobserve(target);
    }
  },
  { rootMargin: '150px' },
);

export function setPicture(image, source) {
  if (image.getAttribute('src') === source) return;
  image.removeAttribute('src');
  if (image.previousElementSibling) image.previousElementSibling.style.backgroundImage = '';
  image.dataset.wait = source;
  lazily.unobserve(image);
  lazily.observe(image);
}

export const avatarOf = (avatar) => `https://pbs.twimg.com/profile_images/${avatar}_normal.png`;
