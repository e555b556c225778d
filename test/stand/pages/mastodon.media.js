// Pictures, films, polls and link cards of a status.
import { h, say, shortDate } from './mastodon.tools.js';

export function gallery(status) {
  if (!status.media_attachments.length) return [];
  const [first] = status.media_attachments;
  if (first.type === 'video' || first.type === 'gifv') return [player(first)];
  const items = status.media_attachments.map((media) =>
    h(
      'div',
      { class: 'media-gallery__item standalone' },
      h(
        'a',
        { class: 'media-gallery__item-thumbnail', href: media.url, target: '_blank', rel: 'noopener noreferrer' },
        h('img', {
          src: media.preview_url,
          srcset: `${media.url} 1200w, ${media.preview_url} 480w`,
          sizes: '548px',
          alt: media.description,
          title: media.description,
          lang: 'nl',
        }),
      ),
      h('div', { class: 'media-gallery__item__badges' }, h('span', { class: 'media-gallery__gifv__label' }, 'ALT')),
    ),
  );
  return [h('div', { class: 'media-gallery', style: 'aspect-ratio: 1.5 / 1;' }, ...items)];
}

export function poll(status) {
  if (!status.poll) return [];
  const options = status.poll.options.map(({ title }, at) =>
    h(
      'li',
      {},
      h(
        'label',
        { class: 'poll__option selectable' },
        h('input', { name: 'vote-options', type: 'radio', value: at }),
        h('span', {
          class: 'poll__input',
          tabindex: '0',
          role: 'radio',
          'aria-checked': 'false',
          'aria-label': title,
          'data-index': at,
        }),
        h('span', { class: 'poll__option__text translate', lang: 'nl' }, title),
      ),
    ),
  );
  return [
    h(
      'div',
      { class: 'poll' },
      h('ul', {}, ...options),
      h(
        'div',
        { class: 'poll__footer' },
        h('button', { class: 'button button-secondary', disabled: '' }, h('span', {}, say.vote)),
        h('button', { class: 'poll__link' }, h('span', {}, say.results)),
        ' · ',
        h('span', {}, `${status.poll.voters_count} ${say.people}`),
        ' · ',
        h('time', { datetime: status.poll.expires_at }, shortDate(status.poll.expires_at)),
      ),
    ),
  ];
}

function player({ type, url, preview_url: poster, description }) {
  const video = h('video', { src: url, poster, 'aria-label': description, title: description, preload: 'none', lang: 'nl' });
  if (type === 'video') return h('div', { class: 'video-player inactive' }, video);
  return h(
    'div',
    { class: 'media-gallery' },
    h('div', { class: 'media-gallery__item standalone' }, h('div', { class: 'media-gallery__gifv' }, video)),
  );
}

export function card({ card: link }) {
  if (!link) return [];
  return [
    h(
      'a',
      { href: link.url, class: 'status-card', target: '_blank', rel: 'noopener' },
      h(
        'div',
        { class: 'status-card__content' },
        h('span', { class: 'status-card__host' }, h('span', {}, link.provider_name)),
        h('strong', { class: 'status-card__title' }, link.title),
      ),
    ),
  ];
}
