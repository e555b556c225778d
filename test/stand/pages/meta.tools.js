// What the pages of Instagram and Threads share: elements, words, the page's clock, questions.

export const page = JSON.parse(document.getElementById('stand-page').textContent);
export const { say } = page;

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

/** So many boxes around something: these pages are boxes in boxes. */
export function deep(depth, ...children) {
  let inner = h('div', {}, ...children);
  for (let at = 1; at < depth; at += 1) inner = h('div', {}, inner);
  return inner;
}

export function symbol(label, size = 24) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ 'aria-label': label, role: 'img', viewBox: '0 0 24 24', height: size, width: size }))
    svg.setAttribute(name, value);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = label;
  svg.append(title);
  return svg;
}

export const button = (attributes, ...children) => h('div', { role: 'button', tabindex: '0', ...attributes }, ...children);
export const link = (href, ...children) => h('a', { href, role: 'link', tabindex: '0' }, ...children);
export const filled = (words, value) => words.replace(/[#@]/u, value);

export function texts(pieces, { toAccount, toTag }) {
  return pieces.flatMap((piece) => {
    if (piece.is === 'mention') return [link(toAccount(piece.text.slice(1)), piece.text)];
    if (piece.is === 'tag') return [link(toTag(piece.text.slice(1)), piece.text)];
    return [document.createTextNode(piece.text)];
  });
}

export function relative(iso) {
  const seconds = Math.max(1, Math.floor((Date.parse(page.clock) - Date.parse(iso)) / 1000));
  if (seconds < 60) return `${seconds} ${say.second}`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} ${say.minute}` : `${Math.floor(seconds / 3600)} ${say.hour}`;
}

export function time(iso, ...children) {
  const title = new Date(iso).toLocaleDateString(page.language, { day: 'numeric', month: 'long', year: 'numeric' });
  return h('time', { datetime: iso, title }, ...(children.length > 0 ? children : [relative(iso)]));
}

export async function ask(path) {
  const answer = await fetch(path);
  return answer.json();
}

/** What a test planted, as it is. */
export function planted(markup) {
  if (markup === undefined) return undefined;
  const box = document.createElement('div');
  box.innerHTML = markup;
  return box;
}

export function mark(element, attributes) {
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  return element;
}

/** Does something each time an element comes near the window, as long as it goes on. */
export function whenNear(element, act) {
  let isBusy = false;
  const watcher = new IntersectionObserver((entries) => void look(entries.at(-1)), { rootMargin: '300px' });
  const look = async (entry) => {
    if (!entry.isIntersecting || isBusy) return;
    isBusy = true;
    const goesOn = await act();
    isBusy = false;
    watcher.unobserve(element);
    if (goesOn) watcher.observe(element);
  };
  watcher.observe(element);
}
