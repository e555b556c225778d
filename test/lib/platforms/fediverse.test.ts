/** Servers of the fediverse beside Mastodon; the pages are invented. */
import { describe, expect, it } from 'vitest';
import { fediverseSoftware } from '../../../lib/platforms/fediverse.ts';
import { adapterFor } from '../../../lib/platforms/registry.ts';
import { parse, readPage } from './pages.ts';

const alternate = '<link rel="alternate" type="application/activity+json" href="https://sociaal.example/users/a">';
const software = (head: string, body = '') => fediverseSoftware(parse(`<html><head>${head}</head><body>${body}</body></html>`));

describe('a page of the fediverse that is not Mastodon’s', () => {
  it('says itself what made it', () => {
    expect(software('<meta name="generator" content="pixelfed">')).toBe('pixelfed');
    expect(software('<meta name="application-name" content="Sharkey">', '<div id="misskey_app"></div>')).toBe('sharkey');
    expect(software('', '<div id="misskey_app"></div>')).toBe('misskey');
    expect(software('<meta property="og:platform" content="PeerTube">')).toBe('peertube');
    expect(software('', '<noscript>To use Pleroma, please enable JavaScript.</noscript>')).toBe('pleroma');
    expect(software(`${alternate}<meta name="generator" content="WordPress 6.8">`)).toBe('wordpress');
    expect(software(alternate)).toBe('activitypub');
  });

  it('is no such page when it is an ordinary site, or writes a word of its own', () => {
    expect(software('<meta name="generator" content="WordPress 6.8">')).toBeUndefined();
    expect(software(`${alternate}<meta name="generator" content="@joepdevries">`)).toBe('activitypub');
    expect(software('<link rel="alternate" type="application/ld+json" href="/x">')).toBeUndefined();
  });

  it('gets the generic reader, with its name in the record', () => {
    const page = `<html><head><meta name="application-name" content="Misskey"></head><body><div id="misskey_app"><article><header><a href="/@gem">Gemeente Proefstad</a> <time datetime="2026-03-01T08:00:00Z">1 mrt</time></header><p>De brug is open.</p></article></div></body></html>`;
    const { platform, facts } = readPage(page, 'https://sleutel.example/notes/9abc');
    expect(platform).toBe('other');
    expect(facts).toMatchObject({ layout: 'generic-misskey', notes: ['generic-reader', 'fediverse-other-software'] });
  });

  it('refuses what is for its user alone (R2)', () => {
    const page = parse('<div id="misskey_app"></div>');
    const kinds = ['/chat/room/1', '/my/messages', '/users/a/dms', '/notes/1'].map((path) => {
      const url = new URL(path, 'https://sleutel.example');
      return adapterFor(page, url).pageKind(page, url);
    });
    expect(kinds).toEqual(['direct-messages', 'private', 'direct-messages', 'other']);
  });

  it('stays Mastodon’s where the page is Mastodon’s, and never takes another network’s host', () => {
    const page = parse(`${alternate}<div id="mastodon" data-props="{}"></div><div id="misskey_app"></div>`);
    expect(adapterFor(page, new URL('https://sociaal.example/@a')).platform).toBe('mastodon');
    expect(adapterFor(page, new URL('https://www.facebook.com/a')).platform).toBe('facebook');
  });
});
