/** What an address is, on every network: post, thread, profile, or refused (R2). No account in it is anybody's. */
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../lib/platforms/registry.ts';
import { parse } from './pages.ts';

const bare = parse('<main></main>');
const mastodon = parse('<div id="mastodon" data-props="{}"></div>');
const kindOf = (address: string): string => {
  const url = new URL(address);
  const page = url.hostname === 'social.proefstad.nl' ? mastodon : bare;
  return adapterFor(page, url).pageKind(page, url);
};
/** What is hung on an address by apps, mails and other sites: it says nothing of the page. */
const tails = ['', '?utm_source=share&utm_medium=member_desktop', '?igsh=MzRlODBiNWFlZA==&hl=nl', '?s=20&t=abc#reacties'];

const posts = [
  'https://x.com/gemproefstad/status/2040010000000000000',
  'https://mobile.twitter.com/gemproefstad/status/2040010000000000000/photo/1',
  'https://x.com/i/web/status/2040010000000000000',
  'https://x.com/gemproefstad/article/2040010000000000000',
  'https://twitter.com/gemproefstad/statuses/2040010000000000000',
  'https://www.linkedin.com/posts/gemproefstad_brug-activity-7436698865522851840-AbCd',
  'https://nl.linkedin.com/posts/gemproefstad_brug-activity-7436698865522851840-AbCd',
  'https://www.linkedin.com/feed/update/urn:li:activity:7436698865522851840/',
  'https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7436698865522851840',
  'https://www.linkedin.com/comm/feed/update/urn:li:activity:7436698865522851840',
  'https://www.linkedin.com/mwlite/feed/update/urn:li:activity:7436698865522851840',
  'https://www.linkedin.com/pulse/een-nieuwe-brug-gemproefstad',
  'https://www.instagram.com/p/DRQdFBNUoyi/',
  'https://www.instagram.com/gemproefstad/reel/DRQdFBNUoyi/',
  'https://www.instagram.com/reels/DRQdFBNUoyi/',
  'https://m.instagram.com/p/DRQdFBNUoyi/c/17900000000000001/',
  'https://www.facebook.com/gemproefstad/posts/pfbid02Zz9yXw8vUt7sRq6pOn5mLk4jIh3gFe2dCb1',
  'https://m.facebook.com/gemproefstad/posts/1000000000000123',
  'https://nl-nl.facebook.com/gemproefstad/videos/1000000000000123/',
  'https://www.facebook.com/gemproefstad/videos/een-nieuwe-brug/1000000000000123/',
  'https://www.facebook.com/reel/1000000000000123',
  'https://www.youtube.com/shorts/abcdefghijk',
  'https://m.youtube.com/live/abcdefghijk',
  'https://www.youtube.com/post/UgkxAbCdEfGhIjKlMnOpQrStUvWx',
  'https://www.tiktok.com/@gemproefstad/video/7400000000000000000',
  'https://m.tiktok.com/@gemproefstad/photo/7400000000000000000',
  'https://www.threads.com/@gemproefstad/post/DRQdFBNUoyi',
  'https://www.threads.net/@gemproefstad/post/DRQdFBNUoyi/media',
  'https://bsky.app/profile/gemproefstad.nl/post/3mddi22saixwk',
  'https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx/post/3mddi22saixwk',
  'https://social.proefstad.nl/@gemproefstad/115570000000000001',
  'https://social.proefstad.nl/deck/@gemproefstad/115570000000000001',
  'https://social.proefstad.nl/@mies@elders.example/115570000000000001',
  'https://www.snapchat.com/spotlight/W7_EDlXWTBiXAEEniNoMPwAAYabcdefghijk',
];

const profiles = [
  'https://x.com/gemproefstad',
  'https://x.com/gemproefstad/with_replies',
  'https://www.linkedin.com/company/gemproefstad/posts/',
  'https://nl.linkedin.com/in/mies-kwartel',
  'https://www.linkedin.com/in/mies-kwartel/recent-activity/all/',
  'https://www.linkedin.com/mwlite/in/mies-kwartel',
  'https://www.instagram.com/gemproefstad/',
  'https://www.instagram.com/gemproefstad/reels/',
  'https://www.facebook.com/gemproefstad',
  'https://nl-nl.facebook.com/gemproefstad/photos',
  'https://www.youtube.com/@gemproefstad/videos',
  'https://m.youtube.com/channel/UCabcdefghijklmnopqrstuv',
  'https://www.tiktok.com/@gemproefstad',
  'https://www.threads.com/@gemproefstad/replies',
  'https://bsky.app/profile/gemproefstad.nl',
  'https://social.proefstad.nl/@gemproefstad',
  'https://social.proefstad.nl/web/@gemproefstad/media',
  'https://www.snapchat.com/@gemproefstad',
  'https://www.snapchat.com/add/gemproefstad',
];

const refused = [
  ['https://x.com/messages/1-2', 'direct-messages'],
  ['https://x.com/i/chat/1-2', 'direct-messages'],
  ['https://x.com/settings/account', 'private'],
  ['https://x.com/home', 'private'],
  ['https://x.com/gemproefstad/status/2040010000000000000/likes', 'private'],
  ['https://x.com/gemproefstad/followers', 'private'],
  ['https://x.com/i/flow/login', 'login'],
  ['https://www.linkedin.com/messaging/thread/2-abc/', 'direct-messages'],
  ['https://www.linkedin.com/comm/messaging/thread/2-abc/', 'direct-messages'],
  ['https://www.linkedin.com/mwlite/messaging/', 'direct-messages'],
  ['https://www.linkedin.com/feed/', 'private'],
  ['https://www.linkedin.com/mypreferences/d/categories/account', 'private'],
  ['https://www.linkedin.com/company/gemproefstad/people/', 'private'],
  ['https://www.linkedin.com/checkpoint/lg/login', 'login'],
  ['https://www.instagram.com/direct/t/1/', 'direct-messages'],
  ['https://www.instagram.com/stories/mies.kwartel/1/', 'private'],
  ['https://www.instagram.com/stories/highlights/1/', 'private'],
  ['https://www.instagram.com/accounts/edit/', 'private'],
  ['https://www.instagram.com/p/DRQdFBNUoyi/liked_by/', 'private'],
  ['https://www.instagram.com/accounts/login/', 'login'],
  ['https://www.facebook.com/messages/t/1', 'direct-messages'],
  ['https://m.facebook.com/stories/1/', 'private'],
  ['https://www.facebook.com/settings/?tab=account', 'private'],
  ['https://www.facebook.com/groups/123456/', 'private'],
  ['https://www.youtube.com/account', 'private'],
  ['https://m.youtube.com/feed/subscriptions', 'private'],
  ['https://studio.youtube.com/video/abcdefghijk/comments', 'private'],
  ['https://www.tiktok.com/messages', 'direct-messages'],
  ['https://www.tiktok.com/setting', 'private'],
  ['https://www.tiktok.com/@mies.kwartel/live', 'private'],
  ['https://www.tiktok.com/login', 'login'],
  ['https://www.threads.com/messages', 'direct-messages'],
  ['https://www.threads.com/settings/account', 'private'],
  ['https://www.threads.com/', 'private'],
  ['https://bsky.app/messages/abc', 'direct-messages'],
  ['https://bsky.app/settings', 'private'],
  ['https://bsky.app/profile/gemproefstad.nl/followers', 'private'],
  ['https://social.proefstad.nl/conversations', 'direct-messages'],
  ['https://social.proefstad.nl/deck/conversations', 'direct-messages'],
  ['https://social.proefstad.nl/settings/profile', 'private'],
  ['https://social.proefstad.nl/home', 'private'],
  ['https://social.proefstad.nl/auth/sign_in', 'login'],
  ['https://web.snapchat.com/', 'direct-messages'],
  ['https://web.whatsapp.com/', 'direct-messages'],
] as const;

describe('an address', () => {
  it.each(posts)('is of a post, whatever hangs on it: %s', (address) => {
    expect(tails.map((tail) => kindOf(address + tail))).toEqual(tails.map(() => 'post'));
  });

  it.each(['https://www.youtube.com/watch?v=abcdefghijk&si=a', 'https://m.youtube.com/watch?app=desktop&v=abcdefghijk&lc=Ugz'])(
    'is of a post by its query: %s',
    (address) => {
      expect(kindOf(address)).toBe('post');
    },
  );

  it.each(profiles)('is of a profile, whatever hangs on it: %s', (address) => {
    expect(tails.map((tail) => kindOf(address + tail))).toEqual(tails.map(() => 'profile'));
  });

  it.each(refused)('is refused, whatever hangs on it (R2): %s', (address, kind) => {
    expect(tails.map((tail) => kindOf(address + tail))).toEqual(tails.map(() => kind));
  });

  it('is never that of a network because it only looks so (T19)', () => {
    const hosts = ['x.com.voorbeeld.nl', 'facebook.com-login.voorbeeld.nl', 'linkedln.com', 'xn--instgram-b4a.com'];
    expect(hosts.map((host) => adapterFor(bare, new URL(`https://${host}/gemproefstad/status/1`)).isGeneric)).toEqual(
      hosts.map(() => true),
    );
  });
});
