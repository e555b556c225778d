import type { FailureCode } from '../model/failure.ts';
import type { PageKind, PlatformId } from '../model/platform.ts';

/** R2: what is never captured, and under which code the user is told so. */
const refusals: Readonly<Partial<Record<PageKind, FailureCode>>> = {
  'direct-messages': 'out-of-scope',
  private: 'out-of-scope',
  login: 'page-needs-login',
};

export function refusal(kind: PageKind): FailureCode | undefined {
  return refusals[kind];
}

/** Hosts of messaging apps, which are out of scope as a whole (R2). */
const messagingHosts = [
  'web.whatsapp.com',
  'web.telegram.org',
  'signal.org',
  'messenger.com',
  'www.messenger.com',
  'teams.microsoft.com',
  'discord.com',
];

/** Why an address cannot be captured at all, whatever stands on the page. */
export function refusedAddress(url: URL): FailureCode | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-a-page';
  return messagingHosts.includes(url.hostname) ? 'out-of-scope' : undefined;
}

/** R1: things the user is told about a network. */
export function platformNotices(platform: PlatformId, isGeneric: boolean): string[] {
  return [...(platform === 'tiktok' ? ['tiktok-banned'] : []), ...(isGeneric ? ['generic-reader'] : [])];
}

const networkHosts = [
  'x.com',
  'twitter.com',
  'linkedin.com',
  'instagram.com',
  'facebook.com',
  'youtube.com',
  'tiktok.com',
  'threads.com',
  'bsky.app',
];

/** T19: a host that is not a network's but wants to look like one (`x.com.example`, `xn--…`, `linkedln.com`). */
export function isLookAlikeHost(host: string): boolean {
  const isNetwork = networkHosts.some((known) => host === known || host.endsWith(`.${known}`));
  if (isNetwork) return false;
  return (
    host.includes('xn--') ||
    networkHosts.some((known) => host.startsWith(`${known}.`) || host.includes(`.${known}.`) || isOneOff(host, known))
  );
}

function isOneOff(host: string, known: string): boolean {
  if (known.length < 8 || Math.abs(host.length - known.length) > 1) return false;
  let at = 0;
  while (at < host.length && host[at] === known[at]) at++;
  const rests = [
    host.slice(at + 1) === known.slice(at + 1),
    host.slice(at + 1) === known.slice(at),
    host.slice(at) === known.slice(at + 1),
  ];
  return host !== known && rests.some(Boolean);
}
