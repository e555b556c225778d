// What the Facebook page's scripts use: elements, faces, texts, the page's clock.

export const page = JSON.parse(document.getElementById('stand-page').textContent);
export const { words: say } = page;

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const said = (text, parts) => text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(parts[name] ?? whole));

const svgName = 'http://www.w3.org/2000/svg';
function svg(tag, attributes, ...children) {
  const element = document.createElementNS(svgName, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function face(avatar, size) {
  const [number, key] = avatar.split('/');
  const image = svg('image', { x: '0', y: '0', height: '100%', width: '100%', preserveAspectRatio: 'xMidYMid slice' });
  const source = `https://scontent.xx.fbcdn.net/v/t39.30808-1/${number}_${key}_n.png?stp=cp0_dst-jpg_s32x32&_nc_cat=1`;
  image.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', source);
  const style = `height: ${size}px; width: ${size}px;`;
  return svg(
    'svg',
    { 'aria-hidden': 'true', class: 'x3ajldb', 'data-visualcompletion': 'ignore-dynamic', role: 'none', style },
    svg('g', {}, image),
  );
}

const base64 = (text) => btoa(text);
const tracking = '__cft__[0]=AZ1st4ndSt4ndSt4ndSt4nd&__tn__=R%5D-R';

/** The author's address names the comment in base64, as the real one does. */
export const authorHref = ({ author, id }) =>
  `https://www.facebook.com/${author.handle}?comment_id=${encodeURIComponent(base64(`comment:${page.post}_${id}`))}&${tracking}`;

/** An answer of any depth names the top of its conversation and itself; cards write numbers. */
export function permalink({ id, root }) {
  const named = (one) => (page.isCard ? one : encodeURIComponent(base64(`comment:${page.post}_${one}`)));
  const query = root ? `comment_id=${named(root)}&reply_comment_id=${named(id)}` : `comment_id=${named(id)}`;
  return `https://www.facebook.com${page.path}?${query}&${tracking}`;
}

export function hoursSince(time) {
  return Math.max(1, Math.round((Date.parse(page.now) - Date.parse(time)) / 3_600_000));
}

export function pieceNodes(pieces) {
  return pieces.map((piece) => {
    if (piece.is === 'emoji') {
      const src = `https://static.xx.fbcdn.net/images/emoji.php/v9/t14/1/16/${piece.code}.png`;
      return h('span', { class: 'html-span' }, h('img', { height: '16', width: '16', alt: piece.text, class: 'xz74otr', src }));
    }
    if (piece.is === 'mention') {
      const [handle, ...name] = piece.text.slice(1).split(' ');
      const href = `https://www.facebook.com/${handle}?${tracking}`;
      return h('span', {}, h('a', { class: 'x1i10hfl', href, role: 'link', tabindex: '0' }, h('span', {}, name.join(' '))));
    }
    if (piece.is === 'tag')
      return h('a', { href: `https://www.facebook.com/hashtag/${piece.text.slice(1)}?${tracking}`, role: 'link' }, piece.text);
    if (piece.is !== 'link') return piece.text;
    const href = `https://l.facebook.com/l.php?u=${encodeURIComponent(`${piece.text}?fbclid=IwAR1st4nd`)}&h=AT0st4nd`;
    return h('a', { href, rel: 'nofollow noreferrer', role: 'link', target: '_blank' }, piece.text);
  });
}

export async function ask(query) {
  const address = new URL('/api/graphql/', location.origin);
  address.searchParams.set('post', page.post);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return (await fetch(address)).json();
}
