// A post as a row: made once, filled again and again with other posts.
import { absolute, avatarOf, h, hooks, icon, icons, page, relative, say, setPicture, textPieces, uniqueId } from './x.tools.js';
import { extraNode } from './x.media.js';

export function cell(parts, ...children) {
  const inner = h('div', { class: 'css-175oi2r r-1adg3ll r-1ny4l3l' }, ...children);
  const element = h(
    'div',
    {
      'data-testid': 'cellInnerDiv',
      class: 'css-175oi2r',
      style: 'transform: translateY(0px); position: absolute; width: 100%;',
    },
    inner,
  );
  return { element, parts: Object.assign(parts, { inner }) }; // the same object: listeners hold it
}

function avatarNode(tag) {
  const image = h('img', { alt: '', draggable: 'true', class: 'css-9pa8cd' });
  const background = h('div', { class: 'css-background' });
  const link = h(
    tag,
    tag === 'a'
      ? { 'aria-hidden': 'true', role: 'link', tabindex: '-1' }
      : { 'aria-hidden': 'true', role: 'presentation', tabindex: '-1' },
    h('div', {}, background, image),
  );
  const container = h(
    'div',
    { class: 'css-avatar' },
    h('div', { style: 'padding-bottom: 100%;' }),
    h('div', { class: 'css-inside' }, link),
  );
  return { element: h('div', { 'data-testid': 'Tweet-User-Avatar' }, h('div', {}, container)), image, link, container };
}

function fillAvatar(avatar, author) {
  avatar.container.setAttribute('data-testid', `UserAvatar-Container-${author.handle}`);
  if (avatar.link.tagName === 'A') avatar.link.setAttribute('href', `/${author.handle}`);
  setPicture(avatar.image, avatarOf(author.avatar));
}

export function tweetNode(isFocal) {
  const p = { isFocal };
  p.avatar = avatarNode('a');
  p.name = h('span', { class: 'css-1jxf684' });
  p.badge = h('div', { dir: 'ltr', class: 'css-badge' });
  p.nameLink = h('a', { role: 'link' }, h('div', {}, h('div', { dir: 'ltr', class: 'css-name' }, h('span', {}, p.name)), p.badge));
  p.handle = h('span', { class: 'css-1jxf684' });
  p.handleLink = h('a', { role: 'link', tabindex: '-1' }, h('div', { dir: 'ltr', class: 'css-faint' }, p.handle));
  p.time = h('time');
  p.timeLink = h('a', { dir: 'ltr', role: 'link', class: 'css-faint' }, p.time);
  p.when = h('div', { class: 'css-when' }, p.timeLink);
  const line = h('div', { class: 'css-line' }, h('div', {}, p.handleLink));
  if (!isFocal) line.append(h('div', { dir: 'ltr', 'aria-hidden': 'true', class: 'css-faint' }, h('span', {}, '·')), p.when);
  const names = h(
    'div',
    { 'data-testid': 'User-Name', id: uniqueId(), class: 'css-names' },
    h('div', {}, h('div', {}, p.nameLink)),
    h('div', {}, line),
  );
  const caret = h(
    'button',
    {
      'aria-expanded': 'false',
      'aria-haspopup': 'menu',
      'aria-label': say.more,
      role: 'button',
      'data-testid': 'caret',
      type: 'button',
    },
    icon(icons.caret),
  );
  const header = h('div', { class: 'css-header' }, names, caret);
  p.replying = h('div', { dir: 'ltr', class: 'css-replying', id: uniqueId() });
  p.text = h('div', { dir: 'auto', id: uniqueId(), 'data-testid': 'tweetText', class: 'css-text' });
  p.showMore = h(
    page.isOld ? 'div' : 'button',
    { dir: 'ltr', role: 'button', 'data-testid': 'tweet-text-show-more-link', tabindex: '0', class: 'css-show' },
    h('span', {}, say.showMore),
  );
  p.textHolder = h('div', { class: 'css-175oi2r' }, p.text);
  p.plant = h('div');
  p.media = h('div', { 'aria-labelledby': `${uniqueId()} ${uniqueId()}`, id: uniqueId(), class: 'css-media' });
  p.promoted = h('div', { dir: 'ltr', class: 'css-faint' }, h('span', {}, say.advertisement));
  p.group = h('div', { role: 'group', id: uniqueId(), class: 'css-group' });
  p.counters = counters(p);
  const body = [
    p.replying,
    p.textHolder,
    p.plant,
    p.media,
    ...(isFocal ? [h('div', { class: 'css-moment' }, h('div', { dir: 'ltr' }, p.when))] : []),
    p.group,
  ];
  p.below = h('div', { class: 'css-175oi2r r-1bnu78o r-16y2uox r-1jgb5lz r-14gqq1x r-m5arl1' });
  p.above = h(
    'div',
    { class: 'css-175oi2r r-1hwvwag r-18kxxzh r-15zivkp r-1b7u577' },
    h('div', { class: 'css-175oi2r r-1bnu78o r-1p0dtai r-m5arl1' }),
  );
  p.top = h('div', { class: 'css-175oi2r r-18u37iz' }, h('div', { class: 'css-175oi2r r-1iusvr4 r-16y2uox r-ttdzmv' }));
  p.context = h('div', { class: 'css-context' });
  p.avatarColumn = h('div', { class: 'css-175oi2r r-18kxxzh css-column' }, p.avatar.element);
  const main = h('div', { class: 'css-175oi2r r-1iusvr4 r-16y2uox css-body' }, header, ...(isFocal ? [] : body));
  const row = h('div', { class: 'css-175oi2r r-18u37iz css-row' }, p.avatarColumn, main);
  p.article = h(
    'article',
    {
      'aria-labelledby': `${names.id} ${p.text.id}`,
      role: 'article',
      tabindex: isFocal ? '-1' : '0',
      'data-testid': 'tweet',
      class: 'css-article',
    },
    h(
      'div',
      {},
      h('div', { class: 'css-stack' }, h('div', { class: 'css-175oi2r' }, p.context, p.top), row, ...(isFocal ? body : [])),
    ),
  );
  p.holder = h('div', { class: 'css-175oi2r' }, p.article);
  p.showMore.addEventListener('click', (event) => {
    event.stopPropagation();
    p.unfold();
  });
  return cell(p, p.holder);
}

function counters(p) {
  const one = (testid, label, extra = {}) => {
    const number = h('span', {});
    const button = h(
      testid === 'analytics' ? 'a' : 'button',
      testid === 'analytics' ? { role: 'link' } : { role: 'button', 'data-testid': testid, type: 'button', ...extra },
      h(
        'div',
        { dir: 'ltr' },
        h('div', {}, icon(icons[testid === 'analytics' ? 'views' : testid])),
        h('div', {}, h('span', { 'data-testid': 'app-text-transition-container' }, h('span', {}, number))),
      ),
    );
    p.group.append(h('div', {}, button));
    return { button, number, label };
  };
  const made = [
    one('reply', say.reply),
    one('retweet', say.repost, { 'aria-expanded': 'false', 'aria-haspopup': 'menu' }),
    one('like', say.like),
    one('bookmark', say.bookmark),
    one('analytics', say.viewsLabel),
  ];
  p.group.append(
    h(
      'div',
      {},
      h(
        'button',
        { 'aria-expanded': 'false', 'aria-haspopup': 'menu', 'aria-label': say.share, role: 'button', type: 'button' },
        icon(icons.share),
      ),
    ),
  );
  return made;
}

export function fillTweet(node, row) {
  const { parts: p } = node;
  const { tweet } = row;
  const { author } = tweet;
  fillAvatar(p.avatar, author);
  p.name.replaceChildren(...textPieces(author.namePieces));
  p.badge.replaceChildren(...(author.isVerified ? [icon(icons.check)] : []));
  p.nameLink.setAttribute('href', `/${author.handle}`);
  p.handleLink.setAttribute('href', `/${author.handle}`);
  p.handle.textContent = `@${author.handle}`;
  const address = `/${author.handle}/status/${tweet.id}`;
  p.timeLink.setAttribute('href', address);
  p.time.setAttribute('datetime', tweet.time);
  p.time.textContent = p.isFocal ? absolute(tweet.time) : relative(tweet.time);
  p.timeLink.setAttribute('aria-label', p.isFocal ? absolute(tweet.time) : `${relative(tweet.time)} ${say.ago}`);
  p.when.replaceChildren(tweet.isPromoted ? p.promoted : p.timeLink);
  fillReplying(p, row);
  fillText(p, tweet, row);
  p.plant.innerHTML = tweet.plant ?? '';
  fillMedia(p, tweet, address);
  fillCounters(p, tweet, address);
  fillContext(p, tweet);
  p.top.querySelector('.r-15zivkp')?.remove();
  if (row.up) p.top.prepend(p.above);
  p.below.remove();
  if (row.down) p.avatarColumn.append(p.below);
  p.inner.classList.toggle('r-1igl3o0', row.isLast);
  if (tweet.isPromoted) p.holder.setAttribute('data-testid', 'placementTracking');
  else p.holder.removeAttribute('data-testid');
  for (const name of p.planted ?? []) p.article.removeAttribute(name);
  p.planted = Object.keys(tweet.attributes ?? {});
  for (const name of p.planted) p.article.setAttribute(name, tweet.attributes[name]);
  p.tweet = tweet;
}

function fillReplying(p, { tweet, up, kind }) {
  p.replying.replaceChildren();
  // within a chain the connector says it already
  if (!tweet.replyingTo.length || up || kind === 'focal') return;
  p.replying.append(`${say.replyingTo} `);
  tweet.replyingTo.forEach((handle, at) => {
    if (at) p.replying.append(h('span', {}, ` ${say.and} `));
    p.replying.append(
      h(
        'div',
        { class: 'css-in' },
        h('a', { dir: 'ltr', href: `/${handle}`, role: 'link', class: 'css-link' }, h('span', {}, `@${handle}`)),
      ),
    );
  });
}

function fillText(p, tweet, row) {
  p.text.setAttribute('lang', tweet.lang);
  const isCut = tweet.cutAt !== undefined && !row.isUnfolded && !p.isFocal;
  p.text.replaceChildren(...textPieces(isCut ? cut(tweet.pieces, tweet.cutAt) : tweet.pieces));
  p.textHolder.replaceChildren(...(tweet.pieces.length ? [p.text] : []), ...(isCut ? [p.showMore] : []));
  p.unfold = () => {
    row.isUnfolded = true;
    fillText(p, tweet, row);
    hooks.schedule();
  };
}

function cut(pieces, length) {
  const kept = [];
  let left = length;
  for (const piece of pieces) {
    if (left <= 0) break;
    kept.push(
      piece.text.length > left ? { ...piece, text: piece.is === 'text' ? `${piece.text.slice(0, left)}…` : piece.text } : piece,
    );
    left -= piece.text.length;
  }
  return kept;
}

function fillMedia(p, tweet, address) {
  p.media.replaceChildren();
  tweet.photos.forEach((photo, at) => {
    const image = h('img', { alt: photo.alt || say.image, draggable: 'true', class: 'css-9pa8cd' });
    const box = h(
      'div',
      { 'aria-label': photo.alt || say.image, 'data-testid': 'tweetPhoto' },
      h('div', { class: 'css-background' }),
      image,
    );
    p.media.append(
      h('a', { href: `${address}/photo/${at + 1}`, role: 'link' }, h('div', {}, h('div', { style: 'padding-bottom: 50%;' }), box)),
    );
    setPicture(image, `https://pbs.twimg.com/media/${photo.key}?format=jpg&name=small`);
  });
  if (tweet.extra) p.media.append(extraNode(tweet.extra, tweet.id));
  if (tweet.quote) p.media.append(quoteNode(tweet.quote));
}

// in a quote nothing is a link
function quoteNode(quote) {
  const avatar = avatarNode('div');
  fillAvatar(avatar, quote.author);
  return h(
    'div',
    { 'aria-labelledby': `${uniqueId()} ${uniqueId()}`, id: uniqueId(), class: 'css-quote' },
    h('div', { dir: 'ltr', class: 'css-hidden' }, h('span', {}, say.quote)),
    h(
      'div',
      { tabindex: '0', role: 'link' },
      h(
        'div',
        { class: 'css-header' },
        avatar.element,
        h(
          'div',
          { 'data-testid': 'User-Name', class: 'css-names' },
          h(
            'div',
            {},
            h('div', { dir: 'ltr', class: 'css-name' }, h('span', {}, h('span', {}, ...textPieces(quote.author.namePieces)))),
          ),
          h(
            'div',
            { class: 'css-line' },
            h('div', { tabindex: '-1' }, h('div', { dir: 'ltr', class: 'css-faint' }, h('span', {}, `@${quote.author.handle}`))),
            h('div', { dir: 'ltr', 'aria-hidden': 'true', class: 'css-faint' }, h('span', {}, '·')),
            h('div', { dir: 'ltr', class: 'css-faint' }, h('time', { datetime: quote.time }, relative(quote.time))),
          ),
        ),
      ),
      h('div', { dir: 'auto', lang: quote.lang, 'data-testid': 'tweetText', class: 'css-text' }, ...textPieces(quote.pieces)),
    ),
  );
}

function fillCounters(p, tweet, address) {
  p.group.setAttribute(
    'aria-label',
    tweet.counts
      .map((count, at) => (count ? `${count} ${say.counts[at]}` : ''))
      .filter(Boolean)
      .join(', '),
  );
  p.counters.forEach(({ button, number, label }, at) => {
    number.textContent = tweet.shown[at];
    button.setAttribute('aria-label', `${tweet.counts[at]} ${at === 4 ? label : `${say.counts[at]}. ${label}`}`);
    if (at === 4) button.setAttribute('href', `${address}/analytics`);
    if (at === 0) {
      button.toggleAttribute('disabled', !tweet.canReply);
      if (tweet.canReply) button.removeAttribute('aria-disabled');
      else button.setAttribute('aria-disabled', 'true');
    }
  });
}

function fillContext(p, tweet) {
  const label = tweet.isPinned ? say.pinned : tweet.repostedBy ? `${tweet.repostedBy} ${say.reposted}` : undefined;
  p.context.replaceChildren();
  if (!label) return;
  const context = h('span', { dir: 'ltr', 'data-testid': 'socialContext', class: 'css-faint' }, label);
  p.context.append(
    icon(tweet.isPinned ? icons.pin : icons.retweet),
    tweet.repostedBy ? h('a', { href: location.pathname, role: 'link' }, context) : context,
  );
}
