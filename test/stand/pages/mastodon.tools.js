// What all parts of the Mastodon page's script use: its settings, elements, dates, avatars.

export const page = JSON.parse(document.getElementById('stand-page').textContent);
export const { words: say, language } = page;

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'style') element.style.cssText = value; // the page's policy forbids the attribute, not this
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const zone = { timeZone: 'Europe/Amsterdam' };
export const shortDate = (iso) => new Date(iso).toLocaleDateString(language, { day: 'numeric', month: 'short', ...zone });
export const longDate = (iso) =>
  new Date(iso).toLocaleString(language, {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...zone,
  });

export function avatar(account, size = 46) {
  return h(
    'div',
    { class: 'account__avatar', style: `width: ${size}px; height: ${size}px;` },
    h('img', { src: account.avatar, alt: account.acct, loading: 'lazy' }),
  );
}
