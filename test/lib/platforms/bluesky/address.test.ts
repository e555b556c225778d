import { expect, it } from 'vitest';
import { ownerIn, readAddress } from '../../../../lib/platforms/bluesky/address.ts';
import { timeOfTid } from '../../../../lib/platforms/bluesky/tid.ts';
import { adapterFor } from '../../../../lib/platforms/registry.ts';
import { parse } from '../pages.ts';

const kindOf = (path: string) => readAddress(new URL(path, 'https://bsky.app')).kind;

it('refuses messages, settings and lists of who liked what (R2, R6)', () => {
  expect(['/messages', '/messages/abc'].map(kindOf)).toEqual(['direct-messages', 'direct-messages']);
  expect(
    ['/settings', '/notifications', '/profile/a.example/post/3mdd7u6tus6ai/liked-by', '/profile/a.example/followers'].map(kindOf),
  ).toEqual(Array(4).fill('private'));
});

it('knows posts and profiles, by handle and by DID', () => {
  expect(readAddress(new URL('https://bsky.app/profile/did%3Aplc%3Aabc234def567/post/3mdd7u6tus6ai'))).toEqual({
    kind: 'post',
    actor: 'did:plc:abc234def567',
    id: '3mdd7u6tus6ai',
  });
  expect(['/profile/minvoorbeeld.nl', '/', '/profile/a b'].map(kindOf)).toEqual(['profile', 'other', 'other']);
  expect(ownerIn(new URL('https://bsky.app/starter-pack/wies.example/3abc'))).toBe('wies.example');
});

it('takes no other host for Bluesky (T19)', () => {
  for (const host of ['bsky.app.elders.example', 'xbsky.app'])
    expect(adapterFor(parse(''), new URL(`https://${host}/profile/a.b`)).isGeneric).toBe(true);
});

it('computes the moment of posting from a key', () => {
  // the saved page shows this post as made on January 26, 2026 at 3:41 PM, Dutch time
  expect(timeOfTid('3mddi22saixwk')).toMatch(/^2026-01-26T14:41:/u);
  expect(timeOfTid('geen-sleutel')).toBeUndefined();
});
