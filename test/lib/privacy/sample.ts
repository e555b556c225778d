/** A small thread with invented people, to be varied by the tests. */
import type { Draft, DraftItem, DraftPerson } from '../../../lib/model/draft.ts';
import type { Policy, RegisteredAccount } from '../../../lib/model/policy.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';

/** Of a page that was read to its end, with nothing left closed. */
export const everythingSeen: Draft['observations'] = {
  closedControls: [],
  unavailableItems: 0,
  truncatedItems: 0,
  reachedEnd: true,
  budgetsHit: [],
  isStoppedByUser: false,
  isNavigatedAway: false,
  steps: 0,
  notes: [],
};

export const account: RegisteredAccount = {
  platform: 'x',
  handle: 'minvoorbeeld',
  type: 'corporate',
  holder: 'Ministerie van Voorbeeld',
};
const minister: RegisteredAccount = { platform: 'x', handle: 'annavoorbeeld', type: 'hybride', holder: 'Anna Voorbeeld' };
export const policy: Policy = {
  ...defaultPolicy,
  organisation: { ...defaultPolicy.organisation, name: 'Ministerie van Voorbeeld' },
  accounts: [account, minister],
  bodies: [{ platform: 'x', handle: 'gemvoorbeelddam', name: 'Gemeente Voorbeelddam' }],
};

export function person(some: Partial<DraftPerson>): DraftPerson {
  return { ids: [], urls: [], avatars: [], ...some };
}

export const own = person({
  name: 'Ministerie van Voorbeeld',
  handle: 'minvoorbeeld',
  ids: ['1000000000000000001'],
  urls: ['https://x.com/minvoorbeeld'],
  avatars: ['https://pbs.twimg.com/profile_images/1111111111/ministerielogo_normal.jpg'],
});

export function item(some: Partial<DraftItem>): DraftItem {
  return { kind: 'reaction', id: '1', times: {}, media: [], counts: {}, mentions: [], hashtags: [], links: [], ...some };
}

/** people[0] is the own account; the post is its. */
export function draft(people: readonly DraftPerson[], items: readonly DraftItem[], some: Partial<Draft> = {}): Draft {
  return {
    schema: 1,
    platform: 'x',
    pageKind: 'post',
    url: 'https://x.com/minvoorbeeld/status/1900000000000000001',
    host: 'x.com',
    adapter: { name: 'x', version: '1', layout: '2026' },
    replies: { possible: 'yes', evidence: 'reply button' },
    account: 0,
    people: [own, ...people],
    styles: [],
    observations: everythingSeen,
    clock: { started: '2026-11-20T10:00:00Z', ended: '2026-11-20T10:00:05Z' },
    took: { unfoldMs: 0, readMs: 0 },
    items: [item({ kind: 'post', id: '1900000000000000001', author: 0, text: 'Een bericht van ons.' }), ...items],
    ...some,
  };
}

export const key = Uint8Array.from({ length: 32 }, (_, index) => index);
