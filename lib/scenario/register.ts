import type { PlatformId } from '../model/platform.ts';
import type { Policy, RegisteredAccount } from '../model/policy.ts';

/** Where an account stands: on Mastodon the same handle on two servers is two accounts. */
export interface AccountPlace {
  readonly platform: PlatformId;
  readonly handle: string;
  /** Host of the page, needed for a local handle on Mastodon. */
  readonly host: string;
}

/** One spelling per account of a platform: no @ in front, no case, and on Mastodon always with its server. */
export function accountHandle({ platform, handle, host }: AccountPlace): string {
  // look-alike letters are not folded: an account that only looks like ours is not ours
  const plain = handle.normalize('NFKC').trim().toLowerCase().replace(/^@+/, '');
  return platform === 'mastodon' && !plain.includes('@') ? `${plain}@${host.toLowerCase()}` : plain;
}

/**
 * R15: who is in the organisation's register. A handle alone decides, never a name: anybody can call himself a ministry.
 * A registered Mastodon handle without a server means that handle on the server of the page.
 */
export function registeredAccount(policy: Policy, place: AccountPlace): RegisteredAccount | undefined {
  return policy.accounts.find((account) => isSame(account, place));
}

function isSame(entry: { platform: PlatformId; handle: string }, place: AccountPlace): boolean {
  return entry.platform === place.platform && accountHandle({ ...entry, host: place.host }) === accountHandle(place);
}
