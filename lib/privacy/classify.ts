/** R15: who is a third party. Everyone is, unless registered or listed; a name proves nothing, only the account does. */
import type { Draft, DraftPerson } from '../model/draft.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Policy, RegisteredAccount } from '../model/policy.ts';
import { accountHandle } from '../scenario/register.ts';
import { foldText } from './plain.ts';

/** `schrijver`: of the citizen's letter that is being made (R11); nobody in any other capture. */
export type PersonRole = 'eigen' | 'overheid' | 'derde' | 'medewerker' | 'schrijver';

/** One person of the draft, all sightings together (R17). */
export interface KnownPerson {
  readonly role: PersonRole;
  /** What the person is known by: the account, else an id, else the name. Raw: never to be stored. */
  readonly identity: string;
  readonly names: readonly string[];
  readonly handles: readonly string[];
  readonly ids: readonly string[];
  readonly urls: readonly string[];
  readonly avatars: readonly string[];
}

export interface PeopleRoles {
  /** For each index of `Draft.people` the role… */
  readonly roles: readonly PersonRole[];
  /** …and the index into `persons`. */
  readonly personOf: readonly number[];
  readonly persons: readonly KnownPerson[];
  /** Texts of our own that stay wherever they stand: own and listed names and accounts, hosts, words of the settings. */
  readonly keep: readonly string[];
  /** Accounts that are own or listed, on any platform; lower case, without @. */
  readonly keepHandles: readonly string[];
  /** Numbers of posts of our own: a link to one of them stays. */
  readonly keepPosts: readonly string[];
}

export function classify(draft: Draft, policy: Policy, account: RegisteredAccount): PeopleRoles {
  const { platform, host } = draft;
  const canonical = (handle: string): string => accountHandle({ handle, platform, host });
  const here = (one: { platform: PlatformId }): boolean => one.platform === draft.platform;
  const own = new Set([account, ...policy.accounts].filter(here).map((one) => canonical(one.handle)));
  const listed = new Set(policy.bodies.filter(here).map((one) => canonical(one.handle)));
  const { groups, personOf } = sameness(draft.people, canonical, (handle) => own.has(handle) || listed.has(handle));
  const persons = groups.map((group) => joined(group, draft.platform, canonical, own, listed));
  const roles = personOf.map((index) => persons[index]?.role ?? 'derde');
  return { roles, personOf, persons, ...kept(draft, policy, account, persons), keepPosts: ownPosts(draft, roles) };
}

/**
 * Same account, else same id or address, else same name, provided that leads to one account only. Somebody without an
 * account is never taken for one of ours: a name or address can be written by anybody.
 */
function sameness(
  people: readonly DraftPerson[],
  canonical: (handle: string) => string,
  isOurs: (handle: string) => boolean,
): { groups: DraftPerson[][]; personOf: number[] } {
  const groups: DraftPerson[][] = [];
  const byKey = new Map<string, number>();
  const clash = -1;
  const personOf = people.map(() => clash);
  const put = (index: number, person: DraftPerson, group: number): void => {
    personOf[index] = group;
    (groups[group] ??= []).push(person);
  };
  const withHandle = people.flatMap((person, index) =>
    person.handle ? [{ person, index, handle: canonical(person.handle) }] : [],
  );
  for (const { person, index, handle } of withHandle) {
    const group = byKey.get(`@${handle}`) ?? groups.length;
    byKey.set(`@${handle}`, group);
    put(index, person, group);
    if (isOurs(handle)) continue;
    for (const key of keysOf(person)) byKey.set(key, (byKey.get(key) ?? group) === group ? group : clash);
  }
  people.forEach((person, index) => {
    if (person.handle) return;
    const keys = keysOf(person);
    const met = keys.map((key) => byKey.get(key)).find((group) => group !== undefined && group !== clash);
    const group = met ?? groups.length;
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, group);
    put(index, person, group);
  });
  return { groups, personOf };
}

/** Ids and addresses first: they say more than a name. */
function keysOf(person: DraftPerson): string[] {
  const name = person.name ? foldText(person.name) : '';
  return [
    ...person.ids.map((id) => `id:${id}`),
    ...person.urls.map(
      (url) =>
        `url:${url
          .toLowerCase()
          .replace(/[?#].*$/, '')
          .replace(/\/$/, '')}`,
    ),
    ...(name === '' ? [] : [`naam:${name}`]),
  ];
}

function joined(
  group: readonly DraftPerson[],
  platform: PlatformId,
  canonical: (handle: string) => string,
  own: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): KnownPerson {
  const all = <T>(of: (person: DraftPerson) => readonly (T | undefined)[]): T[] => [
    ...new Set(group.flatMap(of).filter((one): one is T & {} => one !== undefined && one !== '')),
  ];
  const handles = all((person) => [person.handle]);
  const accounts = handles.map(canonical);
  const names = all((person) => [person.name]);
  const ids = all((person) => person.ids);
  const known = accounts[0] ?? ids[0] ?? names[0] ?? all((person) => [...person.urls, ...person.avatars])[0] ?? '';
  const isEmployee = group.some((person) => person.isEmployee);
  const role = accounts.some((one) => own.has(one))
    ? 'eigen'
    : accounts.some((one) => listed.has(one))
      ? 'overheid'
      : isEmployee
        ? 'medewerker'
        : 'derde';
  const identity = `${platform}\n${accounts.length > 0 ? '@' : ids.length > 0 ? 'id:' : 'naam:'}${known}`;
  return { role, identity, names, handles, ids, urls: all((person) => person.urls), avatars: all((person) => person.avatars) };
}

function ownPosts({ items }: Draft, roles: readonly PersonRole[]): string[] {
  const isOurs = (author: number | undefined): boolean =>
    author !== undefined && (roles[author] === 'eigen' || roles[author] === 'overheid');
  return items.flatMap(({ id, author, quote }) => [
    ...(isOurs(author) ? [id] : []),
    ...(quote?.id !== undefined && isOurs(quote.author) ? [quote.id] : []),
  ]);
}

function kept(
  draft: Draft,
  policy: Policy,
  account: RegisteredAccount,
  persons: readonly KnownPerson[],
): Pick<PeopleRoles, 'keep' | 'keepHandles'> {
  const visible = persons.filter((person) => person.role === 'eigen' || person.role === 'overheid');
  const accounts = [account, ...policy.accounts];
  const handles = [...accounts, ...policy.bodies, ...visible.flatMap((person) => person.handles.map((handle) => ({ handle })))]
    .map((one) => one.handle.normalize('NFKC').toLowerCase().replace(/^@+/, ''))
    .flatMap((handle) => [handle, handle.split('@')[0] ?? handle, ...(handle.includes('@') ? [] : [`${handle}@${draft.host}`])]);
  const names = [
    ...accounts.map((one) => one.holder),
    ...policy.bodies.map((one) => one.name),
    ...visible.flatMap((person) => person.names),
  ];
  const settings = [
    policy.organisation.name,
    policy.organisation.contactEmail,
    policy.organisation.contactRole,
    policy.actorRole,
    policy.selectionList.name,
    ...policy.selectionList.entries.flatMap((entry) => [entry.code, entry.process]),
    ...policy.hotspots.flatMap((hotspot) => [hotspot.code, hotspot.name]),
    ...policy.capacities,
  ];
  const own = visible.flatMap((person) => [...person.ids, ...person.urls, ...person.avatars]);
  const page = [draft.host, draft.adapter.name, draft.adapter.version, draft.adapter.layout, draft.platform];
  const keep = [...names, ...handles, ...settings, ...page, ...own].filter((text) => text.trim() !== '');
  return { keep: [...new Set(keep)], keepHandles: [...new Set(handles)] };
}
