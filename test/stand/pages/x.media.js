// What a post of the account itself can hold beside pictures. Only the small film of a GIF has an address of its own.
import { h } from './x.tools.js';

const poster = (folder, id) => `https://pbs.twimg.com/${folder}/${id.slice(0, 12)}?format=jpg&name=small`;

export function extraNode(extra, id) {
  if (extra === 'card') return card();
  if (extra === 'poll') return poll();
  const isGif = extra === 'gif';
  const video = h('video', {
    preload: 'none',
    tabindex: '-1',
    poster: poster(isGif ? 'tweet_video_thumb' : 'amplify_video_thumb', id),
    src: isGif ? `https://video.twimg.com/tweet_video/${id.slice(0, 12)}.mp4` : URL.createObjectURL(new MediaSource()),
  });
  return h(
    'div',
    { 'data-testid': 'tweetPhoto' },
    h(
      'div',
      { 'data-testid': 'placementTracking' },
      h('div', { 'data-testid': 'videoPlayer' }, h('div', { 'data-testid': 'videoComponent' }, video)),
    ),
  );
}

const card = () =>
  h(
    'div',
    { 'data-testid': 'card.wrapper' },
    h(
      'a',
      { href: 'https://t.co/st4ndc4rd', rel: 'noopener noreferrer nofollow', target: '_blank', role: 'link' },
      h(
        'div',
        { 'data-testid': 'card.layoutSmall.detail' },
        h('div', { dir: 'auto' }, h('span', {}, 'voorbeeldzaken.example')),
        h('div', { dir: 'auto' }, h('span', {}, 'Alles over het nieuwe loket')),
      ),
    ),
  );

const poll = () =>
  h(
    'div',
    { 'data-testid': 'card.wrapper' },
    h(
      'div',
      { 'data-testid': 'cardPoll' },
      ...['Ochtend', 'Avond'].map((label) =>
        h('div', { role: 'radio', 'aria-checked': 'false' }, h('div', { dir: 'ltr' }, h('span', {}, label))),
      ),
    ),
  );
