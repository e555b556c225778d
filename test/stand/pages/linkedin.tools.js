// What both scripts of LinkedIn's pages use: elements, words, the page's own API.

const settings = JSON.parse(document.getElementById('stand').textContent);
export const { say, post, ugc, brokenExpander, layout } = settings;

/** The page's own words with a name or number in them. */
export const worded = (key, value) => say[key].replace('%', value);

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** HTML of the page's own server. */
export function filled(element, html) {
  element.insertAdjacentHTML('afterbegin', html);
  return element;
}

export function icon(id) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('id', id);
  svg.setAttribute('width', '16');
  return svg;
}

export function planted(element, { attributes = {} }) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export async function ask(what, query) {
  const address = new URL(`/flagship-web/${what}`, location.origin);
  for (const [name, value] of Object.entries({ post, ...query })) address.searchParams.set(name, value);
  return (await fetch(address)).json();
}

/** The first control that opens answers does nothing, for ever. */
let broken;
export function isBroken(key) {
  if (!brokenExpander) return false;
  broken ??= key;
  return broken === key;
}
