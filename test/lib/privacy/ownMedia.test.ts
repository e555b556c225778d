import { expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { ownMedia } from '../../../lib/privacy/ownMedia.ts';
import { account, draft, item, own, person, policy } from './sample.ts';

// People are invented.
const photo = (url: string) => ({ kind: 'image' as const, url });

it("asks for media of own items and the own profile, once each, and never for a third party's (D7)", () => {
  const quote = { author: 1, text: '', times: {}, media: [photo('https://pbs.twimg.com/media/derde.jpg')] };
  const page = draft(
    [person({ name: 'Fenna Kanariezoon', handle: 'fenna' })],
    [
      item({
        id: '2',
        author: 0,
        media: [photo('https://pbs.twimg.com/media/eigen.jpg'), { kind: 'video', poster: 'https://pbs.twimg.com/media/still.jpg' }],
      }),
      item({
        id: '3',
        author: 0,
        media: [photo('https://pbs.twimg.com/media/eigen.jpg'), { kind: 'card', url: 'https://pbs.twimg.com/card.jpg' }],
        quote,
      }),
      item({ id: '4', author: 1, media: [photo('https://pbs.twimg.com/media/van-fenna.jpg')] }),
      item({ id: '5', media: [photo('https://pbs.twimg.com/media/van-onbekend.jpg')] }),
      item({ id: '6', author: 1, repostedBy: 0, media: [photo('https://pbs.twimg.com/media/gedeeld.jpg')] }),
    ],
    { profile: { account: 0, fields: [], links: [], mentions: [], avatar: own.avatars[0]! } },
  );
  expect(ownMedia(page, classify(page, policy, account))).toEqual([
    { url: 'https://pbs.twimg.com/media/eigen.jpg', kind: 'image' },
    { url: 'https://pbs.twimg.com/media/still.jpg', kind: 'image' },
    { url: own.avatars[0], kind: 'image' },
  ]);
});

it("asks for nothing of a profile that is somebody else's", () => {
  const page = draft([person({ handle: 'fenna' })], [], {
    profile: { account: 1, fields: [], links: [], mentions: [], avatar: 'https://pbs.twimg.com/a.jpg' },
  });
  // the picture beside the own post on the page
  expect(ownMedia(page, classify(page, policy, account))).toEqual([{ url: own.avatars[0], kind: 'image' }]);
});
