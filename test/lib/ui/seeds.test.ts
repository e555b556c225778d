// Accounts are invented.
import { describe, expect, it } from 'vitest';
import { seedsOf } from '../../../lib/ui/seeds.ts';

const account = (platform: 'x' | 'mastodon' | 'other', handle: string, type: 'corporate' | 'hybride' = 'corporate') => ({
  platform,
  handle,
  type,
  holder: 'Ministerie van Voorbeeldzaken',
});
const repeat = (url: string) => ({
  kind: 'herhaling' as const,
  capture: 'VS-20261120-0001',
  url,
  account: { platform: 'x' as const, handle: 'minvoorbeeld' },
  days: 7,
  on: '2026-11-27',
});

describe('a start list for a crawler', () => {
  it('has the profiles of corporate accounts and the posts that are due, each once', () => {
    const seeds = seedsOf(
      [account('x', 'minvoorbeeld'), account('mastodon', 'voorbeeld@voorbeeld.social'), account('other', 'elders')],
      [repeat('https://x.com/minvoorbeeld/status/1'), repeat('https://x.com/minvoorbeeld/status/1')],
    );
    expect(seeds).toEqual([
      'https://x.com/minvoorbeeld',
      'https://voorbeeld.social/@voorbeeld',
      'https://x.com/minvoorbeeld/status/1',
    ]);
  });

  it('has no account of a person (R9)', () => {
    const round = {
      kind: 'ronde' as const,
      account: { platform: 'x' as const, handle: 'ministervb' },
      term: 'week' as const,
      on: '2026-11-27',
    };
    expect(seedsOf([account('x', 'ministervb', 'hybride')], [round])).toEqual([]);
  });
});
