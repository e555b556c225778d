import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import type { Policy } from '../../../lib/model/policy.ts';
import { registeredAccount } from '../../../lib/scenario/register.ts';

const policy: Policy = {
  ...defaultPolicy,
  accounts: [
    { platform: 'x', handle: 'MinVoorbeeld', type: 'corporate', holder: 'Ministerie van Voorbeeldzaken' },
    {
      platform: 'mastodon',
      handle: 'voorbeeld@social.voorbeeld.example',
      type: 'corporate',
      holder: 'Ministerie van Voorbeeldzaken',
    },
  ],
};

function at(handle: string, host: string) {
  return registeredAccount(policy, { platform: 'mastodon', handle, host });
}

describe('the account register (R3, R15)', () => {
  it.each(['minvoorbeeld', '@MinVoorbeeld', 'MINVOORBEELD'])('knows %s', (handle) => {
    expect(registeredAccount(policy, { platform: 'x', handle, host: 'x.com' })).toBeDefined();
  });

  it('does not take the same handle on another network for the same account', () => {
    expect(registeredAccount(policy, { platform: 'instagram', handle: 'minvoorbeeld', host: 'www.instagram.com' })).toBeUndefined();
  });

  it('knows a Mastodon account on its own server by its short handle, and elsewhere by its full one', () => {
    expect(at('voorbeeld', 'social.voorbeeld.example')).toBeDefined();
    expect(at('voorbeeld@social.voorbeeld.example', 'elders.example')).toBeDefined();
    expect(at('voorbeeld', 'elders.example')).toBeUndefined();
  });
});
