// One comment as Facebook draws it: with its answers in the box after its row, or (in a card) inside it.
import { ask, authorHref, face, h, hoursSince, page, permalink, pieceNodes, said, say } from './facebook.tools.js';

const longText = 300;
let drawn = 0;
/** The first control that opens answers, of a page that is broken. */
let broken;

export function unit(comment) {
  const article = articleOf(comment);
  const answers = h('div', {}, h('div', { class: 'html-div' }));
  const block = h('div', { class: 'html-div x-block' }, h('div', { class: 'html-div' }, answers));
  if (comment.replies > 0) answers.append(expander(comment, answers, 0));
  if (page.isCard) {
    article.append(block);
    return h('div', {}, article);
  }
  return h('div', {}, h('div', { class: 'x18xomjl xbc' }, article), h('div', {}, block));
}

function articleOf(comment) {
  const { author } = comment;
  const ago = said(say.ago, { n: hoursSince(comment.time) });
  const label = comment.root
    ? said(say.replyBy, { who: author.name, whom: comment.whom, ago })
    : said(say.commentBy, { who: author.name, ago });
  const href = authorHref(comment);
  const hidden = { 'aria-hidden': 'true', class: 'x1i10hfl', href, role: 'link', tabindex: '-1' };
  const picture = h(
    'div',
    { class: 'xqcrz7y' },
    h('span', {}, h('span', {}, h('a', hidden, h('div', {}, face(author.avatar, 32))))),
  );
  const name = h(
    'a',
    { 'aria-hidden': 'false', class: 'x1i10hfl', href, role: 'link', tabindex: '0' },
    h('span', {}, h('span', { class: 'x3nfvp2', dir: 'auto' }, author.name)),
  );
  const badge = h(
    'div',
    { 'aria-label': say.badge, role: 'button', tabindex: '0' },
    h(
      'div',
      {},
      h('img', { height: '12', alt: '', src: 'https://static.xx.fbcdn.net/images/emoji.php/v9/badge.png' }),
      h('span', {}, say.author),
    ),
  );
  const bubble = h('div', { class: 'x-bubble' }, ...(comment.isOwn ? [badge] : []), h('span', {}, name), body(comment));
  const rest = h('div', { class: 'x-said' }, bubble, ...photos(comment), ...plant(comment), row(comment), ...liked(comment));
  drawn += 1;
  if (drawn % 6 === 2) rest.append(h('div', { role: 'button', tabindex: '0' }, h('span', { dir: 'auto' }, say.translate)));
  const more = comment.attributes ?? {};
  return h('div', { 'aria-label': label, role: 'article', tabindex: '-1', class: 'x1n2onr6', ...more }, picture, rest);
}

/** One box per paragraph; a long text is cut, with the control in its last box. */
function body({ paragraphs }) {
  const length = paragraphs.flat().reduce((sum, piece) => sum + piece.text.length, 0);
  const inside = h('div', { class: 'xdj266r' });
  const draw = (all) =>
    inside.replaceChildren(...all.map((pieces) => h('div', { dir: 'auto', style: 'text-align: start;' }, ...pieceNodes(pieces))));
  if (length <= longText) draw(paragraphs);
  else {
    const [first = []] = paragraphs;
    draw([
      [
        {
          is: 'text',
          text: `${first
            .map(({ text }) => text)
            .join('')
            .slice(0, 120)}… `,
        },
      ],
    ]);
    const more = h('div', { class: 'x1i10hfl', role: 'button', tabindex: '0' }, say.seeMore);
    more.addEventListener('click', () => draw(paragraphs));
    inside.lastChild.append(more);
  }
  return h('div', { class: 'x1lliihq' }, h('span', { class: 'x193iq5w', dir: 'auto', lang: 'nl-NL' }, inside));
}

function photos({ photos: all, id }) {
  return all.map(({ key, alt }) => {
    const src = `https://scontent.xx.fbcdn.net/v/t39.30808-6/${key}_n.jpg?stp=dst-jpg_s403x403`;
    const href = `https://www.facebook.com/photo/?fbid=${id}0&type=3&__tn__=R`;
    return h('div', {}, h('a', { href, role: 'link' }, h('img', { alt, height: '210', width: '320', src })));
  });
}

function plant({ plant: markup }) {
  if (!markup) return [];
  const place = h('div', { class: 'x-plant' });
  place.innerHTML = markup;
  return [place];
}

const act = (label) => h('li', {}, h('div', { class: 'x-act', role: 'button', tabindex: '0' }, label));

function row(comment) {
  const when = h(
    'a',
    { class: 'x1i10hfl x-when', href: permalink(comment), role: 'link', tabindex: '0', 'data-moment': comment.time },
    said(say.hours, { n: hoursSince(comment.time) }),
  );
  return h(
    'ul',
    { 'aria-hidden': 'false', class: 'html-ul' },
    h('li', {}, h('span', {}, h('div', {}, when))),
    act(say.like),
    act(say.reply),
  );
}

function liked({ likes }) {
  if (!likes) return [];
  return [h('div', { 'aria-label': `${likes}; ${say.whoReacted}`, role: 'button', tabindex: '0' }, h('span', {}, String(likes)))];
}

const line = (text) => h('div', { class: 'x9f619' }, h('span', { class: 'x193iq5w' }, h('span', { class: 'x1lliihq' }, text)));

/** "… replied · 3 replies", later "view more replies"; a wheel stands in its place until they are there. */
function expander(comment, answers, from) {
  const first = [line(said(say.replied, { who: comment.replied })), line(' · '), line(said(say.replies, { n: comment.replies }))];
  const words = from > 0 ? [line(say.moreReplies)] : comment.replies === 1 ? [line(say.oneReply)] : first;
  const inside = h('div', { class: 'x9f619' }, h('div', {}, face(comment.repliedAvatar, 24)), ...words);
  const button = h(
    'div',
    { class: 'x1i10hfl', role: 'button', tabindex: '0' },
    h('span', { class: 'html-span' }, h('span', { class: 'x193iq5w', dir: 'auto' }, inside)),
  );
  if (page.isBroken) broken ??= button;
  button.addEventListener('click', async () => {
    if (button === broken) return;
    const wheel = h('div', { 'aria-valuetext': say.loading, role: 'progressbar', class: 'x-loading' });
    button.replaceWith(wheel);
    const batch = await ask({ parent: comment.id, from });
    wheel.replaceWith(...batch.comments.map(unit));
    if (batch.next) answers.append(expander(comment, answers, batch.next));
  });
  return button;
}
