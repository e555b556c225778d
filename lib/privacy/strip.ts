/**
 * R16, D3: from what the page said to what may be stored. Raw identities go in and do not come out; the same draft, key and
 * settings give the same result.
 */
import type { Capture, CapturedItem, CapturedProfile, MediaRecord } from '../model/capture.ts';
import type { Draft, DraftItem, Observations } from '../model/draft.ts';
import type { Along } from '../model/pointed.ts';
import type { Policy, RegisteredAccount } from '../model/policy.ts';
import { building, slug } from './building.ts';
import type { Building } from './building.ts';
import { detectors as allDetectors } from './detectors/all.ts';
import type { Detector } from './detectors/detector.ts';
import { safeStyles } from './fragment.ts';
import { involvedIn, sharedForms } from './identities.ts';
import { capturedItem, places } from './items.ts';
import type { KeptReactions, LetterPlaces, Place } from './items.ts';
import { isVisible, portraitAddress } from './ownMedia.ts';
import { profileOf } from './profile.ts';
import { keyedValues, labelOf, numbering } from './pseudonym.ts';
import type { PseudonymKey } from './pseudonym.ts';
import { redactor } from './redactor.ts';
import type { Redactor } from './redactor.ts';
import type { KnownPerson, PeopleRoles } from './classify.ts';
import { besidesWriter, detectorsForWriter, rolesForWriter, writerForms } from './writer.ts';

export interface StripInput {
  readonly draft: Draft;
  readonly roles: PeopleRoles;
  readonly policy: Policy;
  readonly account: RegisteredAccount;
  readonly keepReactions: KeptReactions;
  /** R9, R12: reactions a person pointed at, and our answers to them; by their ids on the platform. */
  readonly pointed?: readonly { readonly id: string; readonly as: Along; readonly answers: readonly string[] }[];
  readonly keepProfile: boolean;
  /** What became of the addresses of `ownMedia`. */
  readonly media: ReadonlyMap<string, MediaRecord>;
  readonly key: PseudonymKey;
  /** The rules for free text; absent: all of ours. */
  readonly detectors?: readonly Detector[];
  /** R11: the letter this draft is of, or letters taken out of the page before; by their ids on the platform. */
  readonly letters?: LetterPlaces;
  /** R18: told who stands behind each label, in memory only; for the organisation that keeps a way back. */
  readonly onHidden?: (people: readonly HiddenPerson[]) => void;
  /** F23: awaited between items: of thousands this takes long, and others want their turn. */
  readonly breathe?: () => Promise<void>;
}

/** Who stands behind a label, and what of theirs is in the capture. Raw: never to be stored unsealed. */
export interface HiddenPerson {
  readonly label: string;
  readonly person: KnownPerson;
  readonly items: readonly { readonly key: string; readonly item: DraftItem }[];
}

/** Everything of a capture that comes from the page. */
export interface Stripped extends Pick<
  Capture,
  | 'url'
  | 'host'
  | 'accountKey'
  | 'people'
  | 'posts'
  | 'reactions'
  | 'styles'
  | 'ledger'
  | 'review'
  | 'thirdParties'
  | 'pointed'
  | 'replies'
  | 'observations'
> {
  readonly profile?: CapturedProfile;
  readonly language?: string;
}

export async function strip(input: StripInput): Promise<Stripped> {
  const { roles } = input;
  const values = await keyedValues(roles.persons, input.key);
  const numbers = new Map<number, number>();
  const text = redactors(input, (person) => {
    const place = numbers.get(person);
    return place === undefined ? 'persoon' : labelOf(place);
  });
  const number = (people: Iterable<number>): void => {
    numbers.clear();
    for (const [person, place] of numbering(people, values)) numbers.set(person, place);
  };
  const isHidden = (person: number): boolean => roles.persons[person]?.role === 'derde';
  number([...expected(input)].filter(isHidden));
  const built = await build(input, text, numbers);
  // Only when all has been built is it known who occurs. Mostly that is who was expected; if not, it is built again.
  const occurring = [...built.build.met].filter(isHidden);
  const isAsExpected = occurring.length === numbers.size && occurring.every((person) => numbers.has(person));
  if (!isAsExpected) number(occurring);
  const made = isAsExpected ? built : await build(input, text, numbers);
  input.onHidden?.(hidden(made.kept, roles, numbers));
  return stripped(input, made, numbers);
}

interface Redactors {
  readonly all: Redactor;
  /** R11: for the words of the one who wrote a letter, in which that one stays. */
  readonly writers?: Redactor;
}

function redactors(input: StripInput, label: (person: number) => string): Redactors {
  const { draft, roles, detectors = allDetectors } = input;
  const forms = sharedForms(draft, roles);
  const all = redactor({ forms, roles, detectors, label });
  if (input.letters?.letter === undefined) return { all };
  const writers = redactor({
    forms: besidesWriter(forms, roles),
    roles: rolesForWriter(roles),
    detectors: detectorsForWriter(detectors),
    label,
    writer: writerForms(forms, roles).filter(({ strength }) => strength !== 'review'),
  });
  return { all, writers };
}

/** Who stands in what will be kept, as far as the page's structure tells. */
function expected(input: StripInput): ReadonlySet<number> {
  const { draft, roles, keepReactions, keepProfile } = input;
  const placed = places(draft.items, roleIn(roles), keepReactions, input.letters);
  const items = placed.flatMap((place) => (place && !place.reference ? [place.item] : []));
  return involvedIn({ items, ...(keepProfile && draft.profile && { profile: draft.profile }) }, roles);
}

const roleIn =
  (roles: PeopleRoles) =>
  (sighting: number | undefined): PeopleRoles['roles'][number] =>
    sighting === undefined ? 'derde' : (roles.roles[sighting] ?? 'derde');

interface Built {
  readonly build: Building;
  readonly posts: CapturedItem[];
  readonly reactions: CapturedItem[];
  readonly profile: CapturedProfile | undefined;
  readonly kept: readonly Place[];
}

function hidden(kept: readonly Place[], roles: PeopleRoles, numbers: ReadonlyMap<number, number>): HiddenPerson[] {
  const named = kept.filter(({ reference }) => !reference);
  const byAuthor = Map.groupBy(named, ({ item }) => (item.author === undefined ? undefined : roles.personOf[item.author]));
  return [...numbers].flatMap(([index, number]) => {
    const person = roles.persons[index];
    const items = (byAuthor.get(index) ?? []).map(({ key, item }) => ({ key, item }));
    return person ? [{ label: labelOf(number), person, items }] : [];
  });
}

async function build(input: StripInput, text: Redactors, numbers: ReadonlyMap<number, number>): Promise<Built> {
  const { draft, roles } = input;
  const placed = places(draft.items, roleIn(roles), input.keepReactions, input.letters);
  const kept = placed.filter((place): place is Place => place !== undefined);
  const keys = new Map(kept.map((place) => [place.item.id, place.key]));
  const parts = { draft, roles, fetched: input.media, keys, numbers };
  const shared = building({ ...parts, redactor: text.all });
  const writers = text.writers && building({ ...parts, redactor: text.writers, besides: shared });
  const dropped = placed.length - kept.length;
  if (dropped > 0) shared.ledger.add('*', 'text', 'reactie-buiten-scenario', 'R7-R9.buiten-scenario', dropped);
  const made: { list: Place['list']; item: CapturedItem }[] = [];
  for (const place of kept) {
    made.push({ list: place.list, item: capturedItem(place, place.inLetter === 'writers' && writers ? writers : shared) });
    await input.breathe?.();
  }
  const profile = input.keepProfile && draft.profile ? profileOf(draft.profile, shared) : undefined;
  const of = (list: Place['list']): CapturedItem[] => made.filter((one) => one.list === list).map((one) => one.item);
  return { build: shared, posts: of('posts'), reactions: of('reactions'), profile, kept };
}

function stripped(input: StripInput, built: Built, numbers: ReadonlyMap<number, number>): Stripped {
  const { draft, account } = input;
  const shared = built.build;
  const observations = safeObservations(draft.observations, shared);
  const evidence = shared.text('*', 'label', draft.replies.evidence);
  const people = withAccount(withPortraits(shared.people(), built, input), input);
  const accountKey =
    people.find((person) => person.role === 'eigen' && isAccount(person.handle, account.handle, draft.host))?.key ??
    `account-${slug(account.handle)}`;
  return {
    url: pageAddress(draft, shared),
    host: draft.host,
    ...(draft.language !== undefined &&
      /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4}){0,2}$/.test(draft.language) && { language: draft.language }),
    accountKey,
    people,
    posts: built.posts,
    reactions: built.reactions,
    ...(input.pointed && { pointed: pointedItems(input.pointed, built.kept) }),
    ...(built.profile && { profile: built.profile }),
    styles: safeStyles(draft.styles),
    replies: { possible: draft.replies.possible, evidence },
    observations,
    ledger: shared.ledger.lines,
    review: shared.review,
    thirdParties: numbers.size,
  };
}

function pointedItems(pointed: NonNullable<StripInput['pointed']>, kept: readonly Place[]): NonNullable<Stripped['pointed']> {
  const keys = new Map(kept.map(({ item, key }) => [item.id, key]));
  const keyOf = (id: string): string[] => [keys.get(id) ?? []].flat();
  return pointed.flatMap(({ id, as, answers }) => keyOf(id).map((key) => ({ key, as, answers: answers.flatMap(keyOf) })));
}

const bare = (handle: string, host: string): string =>
  handle
    .toLowerCase()
    .replace(/^@+/, '')
    .replace(new RegExp(`@${host.replaceAll('.', '\\.')}$`), '');
const isAccount = (handle: string, registered: string, host: string): boolean => bare(handle, host) === bare(registered, host);

/** Own authors with their picture, where it was got; it is no medium of a post, and not missed where it was not. */
function withPortraits(people: Capture['people'], { build: book, kept }: Built, { draft, media }: StripInput): Capture['people'] {
  const portraits = new Map(
    kept.flatMap(({ item: { author } }) => {
      const address = isVisible(book.roleOf(author)) ? portraitAddress(draft, author) : undefined;
      const record = address === undefined ? undefined : media.get(address);
      const key = book.person(author);
      return record?.state === 'kept' && key !== undefined ? [[key, record] as const] : [];
    }),
  );
  return people.map((person) => {
    const portrait = portraits.get(person.key);
    return portrait && person.role !== 'derde' ? { ...person, portrait } : person;
  });
}

/** The account itself is always there, also when the page did not show it. */
function withAccount(people: readonly Capture['people'][number][], { account, draft }: StripInput): Capture['people'] {
  if (people.some((person) => person.role === 'eigen' && isAccount(person.handle, account.handle, draft.host))) return people;
  const handle = account.handle.replace(/^@+/, '');
  return [...people, { key: `account-${slug(handle)}`, role: 'eigen', name: account.holder || handle, handle }];
}

/** Parts of the query without which the address is not that of the post. */
const telling: ReadonlySet<string> = new Set(['v', 'story_fbid', 'fbid', 'id']);

/** Without the rest of the query and the fragment; when the address itself leads to a third party, only the site. */
function pageAddress(draft: Draft, shared: Building): string {
  const { origin, pathname, search } = new URL(draft.url);
  const query = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => telling.has(name))).toString();
  const kept = shared.links('*', [`${origin}${pathname}${query && `?${query}`}`], true)[0];
  return kept ?? `${origin}/`;
}

/** The reader's notes are its own words, but the page may have put something in them. */
function safeObservations(found: Observations, shared: Building): Observations {
  return {
    ...found,
    closedControls: found.closedControls.map((control) => ({ ...control, kind: shared.text('*', 'label', control.kind) })),
    ...(found.sortOrder !== undefined && { sortOrder: shared.text('*', 'label', found.sortOrder) }),
    notes: found.notes.map((note) => shared.text('*', 'label', note)),
  };
}
