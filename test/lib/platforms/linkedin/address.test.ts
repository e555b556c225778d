import { describe, expect, it } from 'vitest';
import { accountLink, isLinkedin, outward, readAddress } from '../../../../lib/platforms/linkedin/address.ts';
import { commentIn, packedPost, postIn, timeOfId } from '../../../../lib/platforms/linkedin/urn.ts';

const target = (raw: string) => outward(new URL(raw))?.href;
const at = (path: string) => readAddress(new URL(path, 'https://www.linkedin.com'));

describe('an address of LinkedIn', () => {
  it.each([
    ['/feed/update/urn:li:activity:7436698865522851840/', '7436698865522851840'],
    ['/feed/update/urn%3Ali%3AugcPost%3A7436698865522851840', '7436698865522851840'],
    ['/posts/minvoorbeeld_wonen-activity-7436698865522851840-aB1c', '7436698865522851840'],
    ['/posts/minvoorbeeld_wonen-ugcPost-7436698865522851840-aB1c/?utm_source=share', '7436698865522851840'],
    ['/embed/feed/update/urn:li:share:7436698865522851840', '7436698865522851840'],
    ['/pulse/een-jaar-loket-minister-voorbeeld-a1b2c/', 'een-jaar-loket-minister-voorbeeld-a1b2c'],
  ])('%s is a post', (path, id) => {
    expect(at(path)).toMatchObject({ kind: 'post', id });
  });

  it.each([
    ['/company/minvoorbeeld/', 'minvoorbeeld'],
    ['/company/minvoorbeeld/posts/?feedView=all', 'minvoorbeeld'],
    ['/in/ministervoorbeeld/recent-activity/all/', 'ministervoorbeeld'],
    ['/in/jos%C3%A9-voorbeeld/', 'josé-voorbeeld'],
    ['/school/voorbeeldschool', 'voorbeeldschool'],
  ])('%s is the page of an account', (path, handle) => {
    expect(at(path)).toEqual({ kind: 'profile', handle });
  });

  it.each([
    ['/messaging/thread/2-abc/', 'direct-messages'],
    ['/checkpoint/challenge/abc', 'login'],
    ['/authwall?trk=x', 'login'],
    ['/login', 'login'],
    ['/uas/login', 'login'],
    ['/mypreferences/d/categories/account', 'private'],
    ['/notifications/', 'private'],
    ['/feed/', 'private'],
    ['/company/minvoorbeeld/people/', 'private'],
    ['/company/minvoorbeeld/admin/dashboard/', 'private'],
    ['/in/ministervoorbeeld/recent-activity/reactions/', 'private'],
    ['/in/ministervoorbeeld/overlay/contact-info/', 'private'],
    ['/jobs/view/1', 'other'],
  ])('%s is of the kind %s (R2)', (path, kind) => {
    expect(at(path).kind).toBe(kind);
  });

  it('is one by its exact host, with its country hosts (T19)', () => {
    const hosts = ['www.linkedin.com', 'linkedin.com', 'nl.linkedin.com', 'm.linkedin.com'];
    expect(hosts.every((host) => isLinkedin(new URL(`https://${host}/`)))).toBe(true);
    const others = ['linkedin.com.elders.example', 'xlinkedin.com', 'linkedin.co', 'a.b.linkedin.com', 'linkedln.com'];
    expect(others.some((host) => isLinkedin(new URL(`https://${host}/`)))).toBe(false);
  });

  it('tells people from organisations', () => {
    expect(accountLink(new URL('https://es.linkedin.com/in/koen/en?trk=x'))).toEqual({ handle: 'koen', kind: 'in' });
    expect(accountLink(new URL('https://www.linkedin.com/company/koen/posts'))).toEqual({ handle: 'koen', kind: 'company' });
    expect(accountLink(new URL('https://www.linkedin.com/pub/dir/+/+'))).toBeUndefined();
    expect(accountLink(new URL('https://elders.example/in/koen'))).toBeUndefined();
  });

  it('leads outside past the warning page, and nowhere else', () => {
    expect(target('https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&x=1')).toBe(
      'https://a.example/b?c=1',
    );
    expect(target('https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Flnkd.in%2Fa')).toBe('https://lnkd.in/a');
    expect(target('https://www.linkedin.com/safety/go/?url=javascript%3Aalert(1)')).toBeUndefined();
    expect(target('https://www.linkedin.com/signup/cold-join?session_redirect=https%3A%2F%2Fa.example')).toBeUndefined();
    expect(target('https://a.example/b')).toBe('https://a.example/b');
  });
});

describe('a name of a thing', () => {
  it('gives the comment and its post, whichever way round', () => {
    expect(commentIn('replaceableComment_urn:li:comment:(urn:li:ugcPost:11111,22222)')).toMatchObject({
      post: '11111',
      id: '22222',
    });
    expect(commentIn('urn:li:comment:(activity:11111,22222)')).toMatchObject({ post: '11111', id: '22222' });
    expect(commentIn('urn%3Ali%3Afsd_comment%3A%2822222%2Curn%3Ali%3Aactivity%3A11111%29')).toMatchObject({
      post: '11111',
      id: '22222',
    });
    expect(commentIn('urn:li:comment:(activity:1)')).toBeUndefined();
    expect(postIn('/feed/update/urn%3Ali%3Aactivity%3A12345/')).toBe('12345');
  });

  it('holds its moment', () => {
    expect(timeOfId('7436698865522851840')).toBe('2026-03-09T09:06:16.724Z');
    expect(timeOfId('5858')).toBeUndefined();
    expect(timeOfId('99999999999999999999')).toBeUndefined();
  });

  it('is unpacked from the key of a comment box', () => {
    expect(packedPost('CgoIjsejvOXquuse-replaceableCommentToolsX')).toBe('1111111111111111111');
    expect(packedPost('EgoIqtXqtLDAsMJc-replaceableCommentToolsX')).toBe('3333333333333333333');
    expect(packedPost('CgsIgICIqvf8v8fMAQ-replaceableCommentToolsX')).toBe('7370000000000000000');
    for (const wrong of ['GgIIAg', 'CgoIjsejvOXquus', 'CgIIAw', '%%%', '']) {
      expect(packedPost(`${wrong}-replaceableCommentToolsX`)).toBeUndefined();
    }
  });
});
