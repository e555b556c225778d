import { describe, expect, it } from 'vitest';
import type { Capture, MediaRecord } from '../../../lib/model/capture.ts';
import { boxOf, withPicture } from '../../../lib/privacy/regions.ts';

const kept = (sha256: string, more = {}): MediaRecord => ({
  state: 'kept',
  kind: 'image',
  url: 'https://media.example/1.jpg',
  mime: 'image/jpeg',
  sha256,
  bytes: 9,
  ...more,
});
const item = (key: string, media: readonly MediaRecord[]) => ({ key, media });
const capture = {
  posts: [item('bericht-1', [kept('a', { receivedSha256: 'r', removedMetadata: ['EXIF'] }), kept('b')])],
  reactions: [item('antwoord-2', [kept('b')])],
  profile: { key: 'profiel-x', avatar: kept('b') },
  people: [{ key: 'account-x', role: 'eigen', name: 'X', handle: 'x', portrait: kept('b') }],
  ledger: [],
} as unknown as Capture; // what this is about
const copy = { sha256: 'n', bytes: 7, mime: 'image/png', regions: 2 };

describe('a field over an own picture', () => {
  it('covers whole pixels and two more on every side', () => {
    expect(boxOf({ left: 0.1, top: 0.25, width: 0.5, height: 0.1 }, { width: 101, height: 40 })).toEqual({
      x: 8,
      y: 8,
      width: 55,
      height: 8,
    });
  });

  it('stays within the picture', () => {
    expect(boxOf({ left: 0, top: 0.9, width: 1, height: 1 }, { width: 50, height: 50 })).toEqual({
      x: 0,
      y: 43,
      width: 50,
      height: 7,
    });
  });

  it('puts the copy wherever the picture stands, and keeps the hash of what was received', () => {
    const made = withPicture(capture, 'b', copy);
    expect(made.posts[0]?.media).toEqual([
      kept('a', { receivedSha256: 'r', removedMetadata: ['EXIF'] }),
      kept('n', { mime: 'image/png', bytes: 7, receivedSha256: 'b', redactedRegions: 2 }),
    ]);
    expect(made.reactions[0]?.media[0]).toMatchObject({ sha256: 'n' });
    expect(made.profile?.avatar).toMatchObject({ sha256: 'n' });
    expect(made.people[0]).toMatchObject({ portrait: { sha256: 'n' } });
    expect(made.ledger.map(({ kind, where, count }) => [kind, where, count])).toEqual([
      ['beeldvlak', 'bericht-1', 2],
      ['beeldvlak', 'antwoord-2', 2],
      ['beeldvlak', 'account-x', 2],
      ['beeldvlak', 'profiel-x', 2],
    ]);
  });

  it('of a picture with metadata still tells what the platform gave, and adds up over two times', () => {
    const once = withPicture(capture, 'a', copy);
    const twice = withPicture(once, 'n', { ...copy, sha256: 'm', regions: 1 });
    expect(twice.posts[0]?.media[0]).toMatchObject({ sha256: 'm', receivedSha256: 'r', redactedRegions: 3 });
  });

  it('is refused on a picture that is not there', () => {
    expect(() => withPicture(capture, 'x', copy)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
