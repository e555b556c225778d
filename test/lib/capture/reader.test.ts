/** All people here are invented. */
import { describe, expect, it } from 'vitest';
import '../../../lib/platforms/registry.ts'; // all readers
import { look, report } from '../../../lib/capture/look.ts';
import { readerFor } from '../../../lib/capture/reader.ts';
import { parse } from '../platforms/pages.ts';

const url = new URL('https://x.com/minvoorbeeld/status/2040010000000000000');
/** A page of X as it might be built one day. */
const rebuilt = `<html lang="nl"><body><main><div data-testid="postRow"><a href="/minvoorbeeld">Ministerie van Voorbeeldzaken</a>
  <a href="/minvoorbeeld/status/2040010000000000000"><time datetime="2026-11-18T10:00:00.000Z">1 u</time></a><p>De brug gaat open.</p></div>
  <div data-testid="postRow"><a href="/lezer1">Lezer Een</a><a href="/lezer1/status/2040010000000000001"><time datetime="2026-11-18T10:05:00.000Z">55 m</time></a><p>Mooi.</p></div></main></body></html>`;

describe('who reads a page', () => {
  it('is the network’s own reader where it knows the page', () => {
    const known = parse(
      '<article data-testid="tweet" tabindex="-1"><div data-testid="User-Name"><a href="/a"><span>A</span></a><a href="/a/status/2040010000000000000"><time datetime="2026-11-18T10:00:00.000Z">1 u</time></a></div></article>',
    );
    expect(readerFor(known, url)).toMatchObject({ isFallback: false, adapter: { platform: 'x' } });
  });

  it('is the general one where the network’s own knows nothing of it any more, and the record says so', () => {
    const page = parse(rebuilt);
    const { adapter, isFallback } = readerFor(page, url);
    expect([adapter.platform, adapter.isGeneric, isFallback]).toEqual(['x', true, true]);
    expect(look(page, url)).toMatchObject({ isGeneric: true, isFallback: true });
  });

  it('stays the network’s own on a page that has nothing to read', () => {
    expect(readerFor(parse('<p>Laden…</p>'), url).isFallback).toBe(false);
  });

  it('never falls back to reading what is refused (R2)', () => {
    expect(readerFor(parse(rebuilt), new URL('https://x.com/messages/1')).isFallback).toBe(false);
  });

  it('tells in a report what the own reader still finds', () => {
    const { platform, html } = report(parse(rebuilt), url);
    expect(platform).toBe('x');
    expect(html).toContain('adapter=x version=');
    expect(html).toContain('posts=0 reactions=0');
    expect(html).not.toMatch(/lezer|brug|2040010000000000000/i);
  });
});
