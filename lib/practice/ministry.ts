/** The invented ministry of the practice page, of `npm start` and of the tests' stand. */
import type { PlatformId } from '../model/platform.ts';
import { defaultPolicy } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';
import { accounts } from './cast.ts';

const organisationName = 'Ministerie van Voorbeeldzaken';

/** Its settings, with its account and its minister's on these networks. */
export function ministryPolicy(networks: readonly PlatformId[]): Policy {
  return {
    ...defaultPolicy,
    organisation: {
      name: organisationName,
      contactRole: 'Informatiebeheerder',
      contactEmail: 'informatiebeheer@voorbeeldzaken.example',
    },
    accounts: networks.flatMap((platform) => [
      { platform, handle: accounts.ministry.handle, type: 'corporate' as const, holder: organisationName },
      { platform, handle: accounts.minister.handle, type: 'hybride' as const, holder: 'Minister van Voorbeeldzaken' },
    ]),
  };
}
