/** Which reader is put into which page. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { held } from '../../../lib/platforms/held.ts';
import { readerNameFor } from '../../../lib/platforms/readers.ts';
import { adapterFor } from '../../../lib/platforms/registry.ts';
import { parse } from './pages.ts';

const hosts = [
  'x.com',
  'www.x.com',
  'mobile.x.com',
  'twitter.com',
  'mobile.twitter.com',
  'www.youtube.com',
  'm.youtube.com',
  'www.tiktok.com',
  'm.tiktok.com',
  'www.instagram.com',
  'm.instagram.com',
  'www.linkedin.com',
  'nl.linkedin.com',
  'www.facebook.com',
  'nl-nl.facebook.com',
  'm.facebook.com',
  'bsky.app',
  'www.bsky.app',
  'www.threads.com',
  'threads.net',
];

describe('the reader that is put into a page', () => {
  it.each(hosts)('is the one that reads it: %s', (host) => {
    const url = new URL(`https://${host}/gemproefstad`);
    const reader = adapterFor(parse(''), url);
    expect([reader.isGeneric, readerNameFor(url)]).toEqual([undefined, reader.platform]);
  });

  it('is Mastodon’s where no other network lives, also when the address only looks like one (T19)', () => {
    for (const host of ['sociaal.example', 'x.com.voorbeeld.nl', 'notfacebook.com', 'xx.com', 'com'])
      expect(readerNameFor(new URL(`https://${host}/@a`))).toBe('mastodon');
  });

  it('has a script of its own for each network', () => {
    const names = new Set([...hosts, 'sociaal.example'].map((host) => readerNameFor(new URL(`https://${host}/`))));
    expect(new Set([...held('byHost'), ...held('byPage')].map(({ platform }) => platform))).toEqual(names);
    for (const name of names) expect(existsSync(`entrypoints/reader-${name}.content.ts`)).toBe(true);
  });
});
