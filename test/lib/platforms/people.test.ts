import { expect, it } from 'vitest';
import { idsInAvatar } from '../../../lib/platforms/avatars.ts';
import { createPeople } from '../../../lib/platforms/people.ts';

it('makes one person of one handle, however it is written', () => {
  const people = createPeople();
  const first = people.see({ handle: '@Proef', name: 'Proef' });
  expect(people.see({ handle: 'proef', urls: ['https://x.com/proef'], isEmployee: true })).toBe(first);
  expect(people.all).toEqual([
    { handle: 'Proef', name: 'Proef', ids: [], urls: ['https://x.com/proef'], avatars: [], isEmployee: true },
  ]);
});

it('remembers a second name of the same account, because it stands on the page too', () => {
  const people = createPeople();
  const first = people.see({ handle: 'a', name: 'Oude Naam' });
  expect(people.see({ handle: 'a', name: 'Nieuwe Naam' })).toBe(first);
  people.see({ handle: 'a', name: 'Nieuwe Naam' });
  expect(people.all.map(({ handle, name }) => [handle, name])).toEqual([
    ['a', 'Oude Naam'],
    ['a', 'Nieuwe Naam'],
  ]);
});

it('is not confused by handles that are words of the language', () => {
  const people = createPeople();
  const handles = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  expect(handles.map((handle) => people.see({ handle }))).toEqual([0, 1, 2, 3]);
  expect(people.all.map(({ handle }) => handle)).toEqual(handles);
});

it('takes away the invisible marks around a name', () => {
  const people = createPeople();
  people.see({ handle: '\u202A@proef\u202C', name: '\u2068Pro\u200Eef\u2069' });
  expect(people.all[0]).toMatchObject({ handle: 'proef', name: 'Proef' });
});

it('finds the ids in the address of a picture, and no ordinary words', () => {
  expect(idsInAvatar('https://pbs.twimg.com/profile_images/1346953074318783335/PQLTrkJb_normal.jpg')).toEqual([
    '1346953074318783335',
  ]);
  expect(idsInAvatar('https://pbs.twimg.com/profile_images/1346953074318783335/PQ1TrkJb_normal.jpg')).toEqual([
    '1346953074318783335',
    'PQ1TrkJb_normal',
    'PQ1TrkJb',
  ]);
  expect(idsInAvatar('https://cdn.bsky.app/img/avatar/plain/did:plc:abc/bafkrei77@jpeg')).toEqual(['did:plc:abc', 'bafkrei77']);
  expect(idsInAvatar('https://sociaal.example/avatars/original/missing.png')).toEqual([]);
});
