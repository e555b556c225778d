import { describe, expect, it } from 'vitest';
import { Names, oneLine, safeName, shorten } from '../../../lib/bundle/names.ts';

describe('names in the package', () => {
  it.each([
    ['bericht-1859000000000000001', 'bericht-1859000000000000001'],
    ['profiel-gem@server.example', 'profiel-gem-server.example'],
    ['at://did:plc:abc/app.bsky.feed.post/3k', 'at-did-plc-abc-app.bsky.feed.post-3k'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'naam-CON'],
    ['\u202Egnp.exe\u0000', 'gnp.exe'],
    ['…', 'naam'],
    ['x'.repeat(300), 'x'.repeat(60)],
    ['eindigt.', 'eindigt'],
  ])('turns %j into %j', (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  it('gives each name once, also where capitals do not count', () => {
    const names = new Names();
    expect([names.take('a-B'), names.take('A-b'), names.take('a-b')]).toEqual(['a-B', 'A-b-2', 'a-b-3']);
  });

  it('cuts between characters, never inside one', () => {
    expect(shorten('\u{1F600}\u{1F600}\u{1F600}', 2)).toBe('\u{1F600}…');
  });

  it('keeps a header value on one line', () => {
    expect(oneLine('Rol\r\nPayload-Oxum: 0.0\u2028x')).toBe('Rol Payload-Oxum: 0.0 x');
  });
});
