import { describe, expect, it } from 'vitest';
import { isLookAlikeHost, refusal, refusedAddress } from '../../../lib/scenario/scope.ts';
import { appraise } from '../../../lib/scenario/appraise.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';

describe('scope (R2)', () => {
  it('refuses direct messages, private pages and login pages', () => {
    expect([refusal('direct-messages'), refusal('private'), refusal('login'), refusal('post')]).toEqual([
      'out-of-scope',
      'out-of-scope',
      'page-needs-login',
      undefined,
    ]);
  });
  it('refuses messaging apps and pages of the browser', () => {
    expect(refusedAddress(new URL('https://web.whatsapp.com/'))).toBe('out-of-scope');
    expect(refusedAddress(new URL('chrome://settings'))).toBe('not-a-page');
    expect(refusedAddress(new URL('https://x.com/a/status/1'))).toBeUndefined();
  });
  it.each(['x.com.example', 'linkedln.com', 'www.xn--fcebook-8va.com'])('notices that %s only looks like a network (T19)', (host) =>
    expect(isLookAlikeHost(host)).toBe(true),
  );
  it.each(['x.com', 'www.linkedin.com', 'voorbeeld.social', 'mobile.twitter.com'])('leaves %s alone', (host) =>
    expect(isLookAlikeHost(host)).toBe(false),
  );
});

describe('appraisal (R21, R22)', () => {
  const account = { platform: 'x', handle: 'minvoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' } as const;
  const facts = { scenario: 'B', account, replies: 'yes', postedOn: '2026-05-02', text: 'De dijk bij Voorbeelddam' } as const;

  it('takes the dialogue entry for B and information for A', () => {
    expect(appraise(defaultPolicy, facts).entry?.code).toBe('dialoog');
    expect(appraise(defaultPolicy, { ...facts, scenario: 'A' }).entry?.code).toBe('voorlichting');
  });
  it('keeps for ever what belongs to a hotspot, and only then', () => {
    const policy = {
      ...defaultPolicy,
      hotspots: [{ code: 'H1', name: 'Dijkdoorbraak', from: '2026-05-01', to: '2026-05-31', words: ['dijk'] }],
    };
    expect(appraise(policy, facts)).toMatchObject({ value: 'B', hotspot: { code: 'H1' } });
    expect(appraise(policy, { ...facts, text: 'Iets anders' })).toMatchObject({ value: 'N' });
    expect(appraise(policy, { ...facts, postedOn: '2026-06-01' }).hotspot).toBeUndefined();
  });
});
