/** The largest a page offers is what is asked for, on every network. No address in it is anybody's. */
import { describe, expect, it } from 'vitest';
import { bestImage } from '../../../lib/platforms/address.ts';
import { readMedia as ofBluesky } from '../../../lib/platforms/bluesky/media.ts';
import { pageMedia } from '../../../lib/platforms/pageMedia.ts';
import { original as ofX } from '../../../lib/platforms/x/media.ts';
import { original as ofYoutube } from '../../../lib/platforms/youtube/media.ts';
import { parse } from './pages.ts';

const base = new URL('https://voorbeeld.nl/');
const image = (html: string) => parse(html).querySelector('img')!;

const sizes = (name: string) => ({
  image_versions2: {
    candidates: [640, 1440, 1080].map((width) => ({ width, url: `https://cdn.example/${name}-${width}.jpg` })),
  },
});

describe('the largest original', () => {
  it.each([
    ['https://pbs.twimg.com/media/Gx1_abc?format=jpg&name=small', 'https://pbs.twimg.com/media/Gx1_abc?format=jpg&name=orig'],
    ['https://pbs.twimg.com/media/Gx1_abc?format=png&name=360x360', 'https://pbs.twimg.com/media/Gx1_abc?format=png&name=orig'],
    ['https://pbs.twimg.com/media/Gx1_abc.jpg:large', 'https://pbs.twimg.com/media/Gx1_abc?format=jpg&name=orig'],
    ['https://pbs.twimg.com/media/Gx1_abc?format=webp&name=900x900', 'https://pbs.twimg.com/media/Gx1_abc?format=jpg&name=orig'],
  ])('of X is what was uploaded: %s', (shown, wanted) => {
    expect(ofX(new URL(shown))).toBe(wanted);
  });

  it.each([
    ['https://yt3.ggpht.com/abcDEF=s640-c-fcrop64=1,00000000ffffffff-nd-v1', 'https://yt3.ggpht.com/abcDEF=s0'],
    ['https://yt3.ggpht.com/abcDEF=s88', 'https://yt3.ggpht.com/abcDEF=s0'],
    ['https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg', 'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg'],
  ])('of a community post on YouTube is what was uploaded: %s', (shown, wanted) => {
    expect(ofYoutube(shown)).toBe(wanted);
  });

  it('of Instagram, LinkedIn, Facebook, TikTok and Threads is the widest or densest of those named', () => {
    const wide = image('<img src="/a-640" srcset="/a-640 640w, /a-1440 1440w,/a-1080 1080w">');
    const dense = image('<img src="/a" srcset="/a-2 2x, /a-3 3x, /a-1 1x">');
    expect([bestImage(wide, base), bestImage(dense, base)]).toEqual(['https://voorbeeld.nl/a-1440', 'https://voorbeeld.nl/a-3']);
  });

  it('of Instagram and Threads is the widest in the page’s own data, for each slide', () => {
    const data = JSON.stringify({ items: [{ code: 'DRQdFBNUoyi', carousel_media: [sizes('een'), sizes('twee')] }] });
    const page = parse(`<script type="application/json">${data}</script>`);
    expect(pageMedia(page, 'DRQdFBNUoyi')?.map(({ url }) => url)).toEqual([
      'https://cdn.example/een-1440.jpg',
      'https://cdn.example/twee-1440.jpg',
    ]);
  });

  it('of Bluesky is the full size beside the thumbnail', () => {
    const page = parse('<div><img alt="" src="https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:abc/bafk@jpeg"></div>');
    expect(ofBluesky(page.body, undefined, base).media).toEqual([
      { kind: 'image', url: 'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:abc/bafk@jpeg' },
    ]);
  });
});
