import { expect, it } from 'vitest';
import { profileHandle, readAddress, timeOfId } from '../../../../lib/platforms/tiktok/address.ts';
import { adapterFor } from '../../../../lib/platforms/registry.ts';
import { parse } from '../pages.ts';

const kindOf = (path: string) => readAddress(new URL(path, 'https://www.tiktok.com')).kind;

it('refuses messages, settings, stories and logging in (R2)', () => {
  expect(['/messages', '/messages/1', '/inbox'].map(kindOf)).toEqual(Array(3).fill('direct-messages'));
  expect(
    ['/setting', '/upload', '/tiktokstudio/upload', '/following', '/@a_b/story/7433000000000000000', '/@a_b/live'].map(kindOf),
  ).toEqual(Array(6).fill('private'));
  expect(['/login', '/signup/country-selector'].map(kindOf)).toEqual(['login', 'login']);
});

it('knows posts and profiles', () => {
  expect(readAddress(new URL('https://www.tiktok.com/@a.b_c/photo/7433000000000000000?lang=tr'))).toEqual({
    kind: 'post',
    handle: 'a.b_c',
    id: '7433000000000000000',
  });
  expect(readAddress(new URL('https://m.tiktok.com/v/7433000000000000000.html'))).toEqual({
    kind: 'post',
    id: '7433000000000000000',
  });
  expect(['/@a.b_c', '/', '/tag/loket', '/music/geluid-1'].map(kindOf)).toEqual(['profile', 'other', 'other', 'other']);
});

it('takes no other host for TikTok (T19)', () => {
  expect(profileHandle(new URL('https://tiktok.com.elders.example/@a'))).toBeUndefined();
  for (const host of ['www.tiktok.com', 'm.tiktok.com'])
    expect(adapterFor(parse(''), new URL(`https://${host}/@a`)).isGeneric).toBeUndefined();
  for (const host of ['wwwtiktok.com', 'tiktok.com.elders.example', 'xn--tiktk-2ya.com']) {
    expect(adapterFor(parse(''), new URL(`https://${host}/@a`)).isGeneric).toBe(true);
  }
});

it('computes the second of posting from the id', () => {
  expect(timeOfId('7400000000000000000')).toBe('2024-08-06T12:19:23.000Z');
  expect(timeOfId('12345')).toBeUndefined();
});
