/** What is told of a page before anything is kept. Everybody in it is invented. */
import { describe, expect, it } from 'vitest';
import '../../../lib/platforms/registry.ts'; // all readers
import { look } from '../../../lib/capture/look.ts';

const status = (id: string, handle: string, picture: string, tag = 'status') =>
  `<div class="${tag === 'status' ? 'status__wrapper' : 'detailed-status__wrapper'}"><div class="${tag}" data-id="${id}">
  <a class="${tag}__display-name" href="/@${handle}"><span class="display-name"><bdi><strong class="display-name__html">${handle}</strong></bdi><span class="display-name__account">@${handle}</span></span></a>
  <div class="status__content"><div class="status__content__text"><p>Tekst</p></div></div>
  <div class="media-gallery"><div class="media-gallery__item"><a class="media-gallery__item-thumbnail" href="${picture}"><img alt="" src="${picture}"></a></div></div>
  <a class="${tag === 'status' ? 'status__relative-time' : 'detailed-status__datetime'}" href="/@${handle}/${id}"><time datetime="2026-11-18T10:00:00.000Z">2 d</time></a></div></div>`;

function shown(picture: string) {
  const html = `<div id="mastodon" data-props="{}">${status('115570000000000001', 'gemproefstad', picture, 'detailed-status')}
    ${status('115570000000000002', 'mies', 'https://vreemd.voorbeeld.nl/a.png')}</div>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return look(page, new URL('https://social.proefstad.nl/@gemproefstad/115570000000000001'));
}

describe('before the start', () => {
  it('tells on which host the account’s own pictures stand, and nobody else’s', () => {
    expect(shown('https://bestanden.voorbeeld.nl/1/original.png')).toMatchObject({
      platform: 'mastodon',
      mediaHosts: [],
      ownMediaHosts: ['bestanden.voorbeeld.nl'],
    });
  });

  it.each([
    'http://bestanden.voorbeeld.nl/1.png',
    'https://10.0.0.7/1.png',
    'https://nas.local/1.png',
    'https://u:p@voorbeeld.nl/1',
  ])('does not ask for a picture at %s (T12)', (picture) => {
    expect(shown(picture).ownMediaHosts).toEqual([]);
  });
});
