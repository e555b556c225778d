import { describe, expect, it } from 'vitest';
import {
  isFacebookHost,
  outward,
  plainAddress,
  postAddress,
  profileHandle,
  readAddress,
} from '../../../../lib/platforms/facebook/address.ts';
import { commentIn } from '../../../../lib/platforms/facebook/ids.ts';

const at = (path: string): URL => new URL(path, 'https://www.facebook.com/');
const pfbid = 'pfbid02Zz9yXw8vUt7sRq6pOn5mLk4jIh3gFe2dCb1';

describe('an address of Facebook', () => {
  it.each([
    [`/minproefstad/posts/${pfbid}`, pfbid, 'minproefstad'],
    ['/minproefstad/posts/een-loket-open/1000000000000123/', '1000000000000123', 'minproefstad'],
    ['/groups/123456/posts/1000000000000123/', '1000000000000123', undefined],
    ['/groups/fietsers.proefstad/permalink/1000000000000123/', '1000000000000123', undefined],
    ['/photo/?fbid=1000000000000123&set=a.1', '1000000000000123', undefined],
    ['/photo.php?fbid=1000000000000123', '1000000000000123', undefined],
    ['/minproefstad/photos/a.55/1000000000000123/', '1000000000000123', 'minproefstad'],
    ['/reel/1000000000000123', '1000000000000123', undefined],
    ['/minproefstad/videos/1000000000000123/', '1000000000000123', 'minproefstad'],
    ['/watch/?v=1000000000000123', '1000000000000123', undefined],
    ['/permalink.php?story_fbid=1000000000000123&id=100000000000321', '1000000000000123', '100000000000321'],
  ])('is a post: %s', (path, id, handle) => {
    expect(readAddress(at(path))).toEqual({ kind: 'post', id, ...(handle && { handle }) });
  });

  it.each([
    ['/minproefstad', 'minproefstad'],
    ['/minproefstad/about', 'minproefstad'],
    ['/profile.php?id=100000000000321', '100000000000321'],
    ['/people/Min-Proefstad/100000000000321/', '100000000000321'],
    ['/p/Min-Proefstad-100000000000321/', '100000000000321'],
  ])('is an account: %s', (path, handle) => {
    expect(readAddress(at(path))).toEqual({ kind: 'profile', handle });
  });

  it.each([
    ['/messages/t/100000000000321/', 'direct-messages'],
    ['/stories/100000000000321/', 'private'],
    ['/settings/', 'private'],
    ['/notifications', 'private'],
    ['/marketplace/item/1234567', 'private'],
    ['/', 'private'],
    ['/groups/feed/', 'private'],
    ['/groups/123456/', 'private'],
    ['/minproefstad/followers', 'private'],
    ['/profile.php?id=100000000000321&sk=friends', 'private'],
    ['/ufi/reaction/profile/browser/?ft_ent_identifier=1', 'private'],
    ['/login/?next=x', 'login'],
    ['/checkpoint/1', 'login'],
  ])('is refused (R2): %s', (path, kind) => {
    expect(readAddress(at(path)).kind).toBe(kind);
  });

  it('is of Facebook by its exact host (T19)', () => {
    expect(['www.facebook.com', 'nl-nl.facebook.com', 'facebook.com', 'm.facebook.com'].every(isFacebookHost)).toBe(true);
    expect(['facebook.com.elders.example', 'www-facebook.com', 'l.facebook.com', 'xfacebook.com'].some(isFacebookHost)).toBe(false);
  });

  it('leads to an account with and without what follows the visitor, and in a group by number', () => {
    expect(profileHandle(at('/wies.vogelaar?comment_id=Y29t&__cft__[0]=AZ'))).toBe('wies.vogelaar');
    expect(profileHandle(at('/groups/123456/user/100000000000321/'))).toBe('100000000000321');
    expect(profileHandle(at('/stories/100000000000321/abc/'))).toBe('100000000000321');
    expect(profileHandle(at('/watch/'))).toBeUndefined();
    expect(postAddress(at('/wies.vogelaar'))).toBeUndefined();
  });

  it('is kept without what follows the visitor (R19)', () => {
    expect(plainAddress(at(`/a.b/posts/${pfbid}?comment_id=12345&__cft__[0]=AZ&__tn__=R`))).toBe(
      `https://www.facebook.com/a.b/posts/${pfbid}?comment_id=12345`,
    );
    const wrapped = new URL('https://l.facebook.com/l.php?u=https%3A%2F%2Floket.example%2Fa%3Ffbclid%3DIw&h=AT');
    expect(outward(wrapped)?.href).toBe('https://loket.example/a');
    expect(outward(at('/minproefstad'))).toBeUndefined();
    expect(outward(new URL('https://l.facebook.com/l.php?u=javascript%3Aalert(1)'))).toBeUndefined();
  });

  it('names a comment in numbers or in base64, an answer before its conversation', () => {
    const base64 = encodeURIComponent(btoa('comment:1000000000000123_5001'));
    const answer = encodeURIComponent(btoa('comment:1000000000000123_5002'));
    expect(commentIn(at('/x?comment_id=5001'))).toEqual({ id: '5001' });
    expect(commentIn(at(`/x?comment_id=${base64}`))).toEqual({ id: '5001', post: '1000000000000123' });
    expect(commentIn(at(`/x?comment_id=5001&reply_comment_id=${answer}`))).toEqual({
      id: '5002',
      root: '5001',
      post: '1000000000000123',
    });
    expect(commentIn(at('/x?comment_id=geen-getal!'))).toBeUndefined();
  });
});
