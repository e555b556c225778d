/** The page of one post as it was until 2024, in Turkish; all people in it are invented. */
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../../lib/platforms/registry.ts';
import { ownFixture, parse, readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://www.tiktok.com/@proefstad/video/7433000000000000000';
const html = ownFixture('tiktok/video-detail-tr.html');
const url = new URL(address);

describe('a video page of the older layout, in another language', () => {
  const reading = readPage(html, address);

  it('gives the post, without what a machine says of it and without the videos of others', () => {
    const posts = reading.items.filter(({ kind }) => kind === 'post');
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      id: '7433000000000000000',
      text: 'Het nieuwe loket van @bouwbedrijf.bever #loket',
      times: { shown: '3 g önce', markup: '2024-11-03T13:20:00.000Z', fromId: expect.stringMatching(/^2024-11-/) },
      hashtags: ['loket'],
      counts: { likes: '12K', views: '340000', replies: '6' },
      media: [
        {
          kind: 'video',
          url: 'https://v16-webapp-prime.tiktok.com/video/groot.mp4',
          poster: 'https://p16-sign.tiktokcdn-eu.com/tos/omslag~tplv-origin.image',
          captions: 'https://p16-sign.tiktokcdn-eu.com/nl.vtt',
        },
      ],
    });
    expect(reading.people[reading.facts.account!]).toMatchObject({ handle: 'proefstad', name: 'Gemeente Proefstad' });
  });

  it('gives the comments with who is answered, and tells apart what somebody said twice', () => {
    const comments = reading.items.filter(({ kind }) => kind === 'reaction');
    const places = new Map(comments.map(({ id }, index) => [id, index]));
    expect(
      comments.map((item) => [reading.people[item.author!]?.handle, item.text, places.get(item.parent!.id) ?? item.parent!.id]),
    ).toEqual([
      ['wies.v', 'Goed zo', '7433000000000000000'],
      ['bas_b', 'nee', 0],
      ['proefstad', 'Dank, @Wies Vogel', 1],
      ['wies.v', 'Goed zo', '7433000000000000000'],
      ['anna_a', '', '7433000000000000000'],
    ]);
    expect(places.size).toBe(5);
    expect(comments[0]).toMatchObject({ times: { shown: '2 g önce' }, counts: { likes: '7' } });
    expect(comments[4]?.media).toHaveLength(1);
  });

  it('gives the same ids at every look', () => {
    const again = adapterFor(parse(html), url).find(parse(html), url);
    expect(again.map(({ id }) => id)).toEqual(reading.items.map(({ id }) => id));
  });

  it('knows everybody, also whose sound it is and who is signed in, and marks them all', () => {
    expect(reading.people.find(({ handle }) => handle === 'wil_medewerker')?.isEmployee).toBe(true);
    expect(reading.people.map(({ name }) => name)).toContain('Zanger Boterbloem');
    expect(reading.people.map(({ handle }) => handle)).toEqual(
      expect.arrayContaining(['kees_achter_scherm', 'vreemde.vos', 'bouwbedrijf.bever']),
    );
    expect(unmarkedTexts(reading).join(' ')).not.toMatch(/Wies Vogel|Bas Boom|Boterbloem|Door Vlinder|bever/u);
  });

  it('has one control to press: not what hides, likes or answers', () => {
    const { controls } = adapterFor(parse(html), url).unfold;
    const found = controls.flatMap(({ selector, label }) =>
      [...reading.page.querySelectorAll(selector)].filter((element) => label?.test(element.textContent) ?? true),
    );
    expect(found.map((element) => element.textContent)).toEqual(['Daha fazla yanıt görüntüle (3)']);
  });
});

it('says so when the page is a puzzle instead of a post', () => {
  const wall = parse('<div id="captcha-verify-container"><img></div>');
  expect(adapterFor(wall, url).pageKind(wall, url)).toBe('login');
});

it('reads a page that lies about its data, and gives nothing through that is no address', () => {
  const lies = html
    .replaceAll('https://v16-webapp-prime.tiktok.com/video/groot.mp4', 'javascript:alert(1)')
    .replace('"createTime":"1730640000"', '"createTime":{"a":1}')
    .replaceAll('wies.v', '__proto__');
  const reading = readPage(lies, address);
  expect(reading.items[0]?.media[0]?.url).not.toContain('javascript');
  expect(reading.items[0]?.times.markup).toBeUndefined();
  expect(reading.people.map(({ handle }) => handle)).toContain('__proto__');
});
