import type { PlatformId } from '../model/platform.ts';
import type { Policy, PublicBody, RegisteredAccount } from '../model/policy.ts';

/** Where an account stands: on Mastodon the same handle on two servers is two accounts. */
export interface AccountPlace {
  readonly platform: PlatformId;
  readonly handle: string;
  /** Host of the page, needed for a local handle on Mastodon. */
  readonly host: string;
}

/** One spelling per account: no @, no case, and on Mastodon always with its server. */
export function accountName(place: AccountPlace): string {
  const handle = place.handle.trim().replace(/^@+/, '').normalize('NFKC').toLowerCase();
  if (place.platform !== 'mastodon' || handle.includes('@')) return `${place.platform}:${handle}`;
  return `${place.platform}:${handle}@${place.host.toLowerCase()}`;
}

/**
 * R15: who is in the organisation's register. A handle alone decides, never a name: anybody can call himself a ministry.
 * A registered Mastodon handle without a server means that handle on the server of the page.
 */
export function registeredAccount(policy: Policy, place: AccountPlace): RegisteredAccount | undefined {
  return policy.accounts.find((account) => isSame(account, place));
}

export function publicBody(policy: Policy, place: AccountPlace): PublicBody | undefined {
  return policy.bodies.find((body) => isSame(body, place));
}

function isSame(entry: { platform: PlatformId; handle: string }, place: AccountPlace): boolean {
  return entry.platform === place.platform && accountName({ ...entry, host: place.host }) === accountName(place);
}
