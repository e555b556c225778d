import { expect, it } from 'vitest';
import { readAddress, timeOfId } from '../../../../lib/platforms/x/address.ts';
import { original } from '../../../../lib/platforms/x/media.ts';

const kindOf = (path: string) => readAddress(new URL(path, 'https://x.com')).kind;

it('refuses messages, private pages, and lists of who liked what (R2, R6)', () => {
  expect(['/messages/1-2', '/i/chat', '/i/chat/12'].map(kindOf)).toEqual(['direct-messages', 'direct-messages', 'direct-messages']);
  expect(['/home', '/settings/account', '/notifications', '/i/bookmarks', '/compose/post'].map(kindOf)).toEqual(
    Array(5).fill('private'),
  );
  expect(['/a/status/12345/likes', '/a/status/12345/retweets', '/a/followers'].map(kindOf)).toEqual(Array(3).fill('private'));
  expect(['/login', '/i/flow/signup'].map(kindOf)).toEqual(['login', 'login']);
});

it('knows every form of the address of a post', () => {
  for (const path of ['/a/status/12345', '/a/status/12345/photo/2', '/a/article/12345', '/i/status/12345', '/i/web/status/12345']) {
    expect(readAddress(new URL(path, 'https://x.com'))).toMatchObject({ kind: 'post', id: '12345' });
  }
  expect(['/a', '/a/with_replies', '/a/media'].map(kindOf)).toEqual(['profile', 'profile', 'profile']);
  expect(kindOf('/search?q=a')).toBe('other');
});

it('computes the moment of posting from the id', () => {
  expect(timeOfId('1585341984679469056')).toBe('2022-10-26T18:45:58.034Z');
  expect(timeOfId('20')).toBeUndefined();
  expect(timeOfId('99999999999999999999')).not.toBe('');
});

const asked = (address: string) => original(new URL(address));

it('asks for the picture as it was uploaded', () => {
  expect(asked('https://pbs.twimg.com/media/AbC-1_x?format=webp&name=small')).toBe(
    'https://pbs.twimg.com/media/AbC-1_x?format=jpg&name=orig',
  );
  expect(asked('https://pbs.twimg.com/media/AbC.png:large')).toBe('https://pbs.twimg.com/media/AbC?format=png&name=orig');
  expect(asked('https://elders.example/media/AbC.jpg')).toBe('https://elders.example/media/AbC.jpg');
});
