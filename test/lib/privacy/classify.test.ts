import { expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { account, draft, own, person, policy } from './sample.ts';

// People are invented.
it('takes everybody for a third party who is not registered or listed (R15)', () => {
  const page = draft(
    [person({ name: 'Fenna Kanariezoon', handle: 'fenna' }), person({ name: 'Gemeente', handle: 'GemVoorbeelddam' })],
    [],
  );
  expect(classify(page, policy, account).roles).toEqual(['eigen', 'derde', 'overheid']);
});

it("does not take a name for an account: the ministry's name under another handle is a third party", () => {
  const page = draft(
    [person({ name: 'Ministerie van Voorbeeld', handle: 'minv00rbeeld' }), person({ name: 'Ministerie van Voorbeeld' })],
    [],
  );
  expect(classify(page, policy, account).roles).toEqual(['eigen', 'derde', 'derde']);
});

it('does not let an id or address that is claimed by somebody else make him ours', () => {
  const thief = person({ handle: 'dief', ids: own.ids, urls: own.urls });
  const nameless = person({ ids: own.ids, urls: own.urls });
  expect(classify(draft([thief, nameless], []), policy, account).roles).toEqual(['eigen', 'derde', 'derde']);
});

it("knows one Mastodon account by its short and its full name, and another server's by neither", () => {
  const here = { ...account, platform: 'mastodon' as const, handle: '@minvoorbeeld@voorbeeld.social' };
  const people = [
    person({ handle: 'MinVoorbeeld' }),
    person({ handle: '@minvoorbeeld@voorbeeld.social' }),
    person({ handle: 'minvoorbeeld@elders.example' }),
  ];
  const page = draft([], [], { platform: 'mastodon', host: 'voorbeeld.social', people });
  const roles = classify(page, { ...policy, accounts: [here] }, here);
  expect(roles.roles).toEqual(['eigen', 'eigen', 'derde']);
  expect(roles.persons).toHaveLength(2);
});

it("sees one person in two sightings, by account, by id and by a name that is nobody else's (R17)", () => {
  const people = [
    person({ name: 'Fenna', handle: 'Fenna_K', ids: ['77'] }),
    person({ handle: '@fenna_k' }),
    person({ ids: ['77'] }),
    person({ name: 'Fenna' }),
    person({ name: 'Bo' }),
  ];
  expect(classify(draft(people, []), policy, account).personOf).toEqual([0, 1, 1, 1, 1, 2]);
});

it('keeps two people with one name apart', () => {
  const people = [person({ name: 'Jan', handle: 'jan1' }), person({ name: 'Jan', handle: 'jan2' }), person({ name: 'Jan' })];
  expect(new Set(classify(draft(people, []), policy, account).personOf).size).toBe(4);
});

it('knows the employee, unless the employee is signed in as the organisation', () => {
  const people = [person({ handle: 'piet', isEmployee: true }), person({ handle: 'minvoorbeeld', isEmployee: true })];
  expect(classify(draft(people, []), policy, account).roles).toEqual(['eigen', 'medewerker', 'eigen']);
});
