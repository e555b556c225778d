/** Pages that want the reader to fail, to lie or to emit what the worker refuses. */
import { describe, expect, it } from 'vitest';
import { knownPlatform } from '../../../lib/platforms/generic/index.ts';
import { mediaHostsOf } from '../../../lib/platforms/mediaHosts.ts';
import { adapterFor } from '../../../lib/platforms/registry.ts';
import { ownFixture, parse, readPage } from './pages.ts';

const address = 'https://x.com/minproefstad/status/2040010000000000000';
const html = ownFixture('x/post-nl.html');

describe('a hostile page', () => {
  it('cannot shadow what the reader looks with', () => {
    const names = [
      'querySelector',
      'querySelectorAll',
      'body',
      'documentElement',
      'firstChild',
      'nextSibling',
      'children',
      'nodeType',
      'textContent',
      'getAttribute',
      'closest',
      'contains',
      'localName',
    ];
    const traps = names
      .map(
        (name) =>
          `<img name="${name}"><form name="${name}" id="${name}">${names.map((inner) => `<input name="${inner}">`).join('')}</form>`,
      )
      .join('');
    const trapped = html
      .replace('<body>', `<body>${traps}`)
      .replaceAll('<span>Fijn </span>', `<form>${names.map((name) => `<input name="${name}">`).join('')}Fijn </form>`);
    const reading = readPage(trapped, address);
    expect(reading.items).toHaveLength(6);
    expect(reading.items[2]?.text).toBe('Fijn 🙂 nieuws.');
  });

  it('gets its handles read as handles and nothing else', () => {
    const poisoned = html.replaceAll('wiesvogelaar', '__proto__').replaceAll('boukekraanvogel', 'constructor');
    const handles = readPage(poisoned, address).people.map(({ handle }) => handle);
    expect(handles).toContain('__proto__');
    expect(handles).toContain('constructor');
  });

  it('gets nothing through that is no web address or too long', () => {
    const long = 'a'.repeat(9_000);
    const poisoned = html
      .replaceAll('https://pbs.twimg.com/amplify_video_thumb/2040/img/aB3dE.jpg', 'javascript:alert(1)')
      .replaceAll('https://t.co/abc123XyZ0', `https://t.co/${long}`)
      .replaceAll('Wies Vogelaar', long)
      .replaceAll('datetime="', 'datetime="x');
    const reading = readPage(poisoned, address); // parses everything with the worker's schemas
    expect(reading.items[1]?.media).toEqual([{ kind: 'video' }]);
    expect(reading.items[1]?.links).toEqual([]);
    expect(reading.items[2]?.times.markup).toBeUndefined();
  });

  it('does not get a poisoned description taken for an emoji', () => {
    const poisoned = html.replace('alt="🙂"', 'alt="bel Wies op 06"');
    expect(readPage(poisoned, address).items[2]?.text).toBe('Fijn nieuws.');
  });

  it('is read by its exact host, whatever it says of itself', () => {
    const page = parse('<div id="mastodon" data-props="{}"></div>');
    expect(adapterFor(page, new URL('https://x.com/a')).platform).toBe('x');
    expect(adapterFor(page, new URL('https://facebook.com/a')).platform).toBe('facebook');
    expect(adapterFor(page, new URL('https://sociaal.example/@a')).platform).toBe('mastodon');
    for (const host of ['xx.com', 'x.com.elders.example', 'x-com.example', 'xn--x-0ga.com']) {
      const reader = adapterFor(parse(''), new URL(`https://${host}/a`));
      expect([reader.platform, reader.isGeneric]).toEqual(['other', true]);
    }
  });
});

it('names the network of a page without a reader of its own', () => {
  expect(knownPlatform(new URL('https://www.linkedin.com/in/a'))).toBe('linkedin');
  expect(knownPlatform(new URL('https://nl-nl.facebook.com/a'))).toBe('facebook');
  expect(knownPlatform(new URL('https://notfacebook.com/a'))).toBeUndefined();
  expect(mediaHostsOf('x')).toEqual(['pbs.twimg.com', 'video.twimg.com']);
  expect(mediaHostsOf('bluesky')).toContain('cdn.bsky.app');
  expect(mediaHostsOf('mastodon')).toEqual([]);
});
