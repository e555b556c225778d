/** A start list for a central crawler: an address a line, as Browsertrix takes it (`seedFile`). */
import type { RegisteredAccount } from '../model/policy.ts';
import type { Due } from '../model/run.ts';
import { profileAddress } from './profileAddress.ts';

/** What is still to be captured of corporate accounts; those of a person a crawler must not take whole (R9). */
export function seedsOf(accounts: readonly RegisteredAccount[], due: readonly Due[]): string[] {
  const profiles = accounts.filter(({ type }) => type === 'corporate').flatMap((account) => profileAddress(account) ?? []);
  const posts = due.flatMap((one) => (one.kind === 'herhaling' ? [one.url] : []));
  return [...new Set([...profiles, ...posts])];
}
