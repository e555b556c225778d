/** What the parts of a capture under construction share: one redactor, one ledger, one numbering of people. */
import type { CapturedPerson, LedgerLine, MediaRecord, ReviewPoint } from '../model/capture.ts';
import type { Draft, DraftMedia, DraftPerson } from '../model/draft.ts';
import { placeOf } from '../model/reviewTexts.ts';
import type { TextPart } from '../model/reviewTexts.ts';
import type { FragmentRules, Rewritten } from './fragment.ts';
import { ledger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { linkRule, mediaAddressRule } from './links.ts';
import { mediaRecords } from './mediaRecords.ts';
import type { MediaRules } from './mediaRecords.ts';
import { isVisible } from './ownMedia.ts';
import { keyOf, labelOf } from './pseudonym.ts';
import { tokenFor } from './redactor.ts';
import type { Finding } from './findings.ts';
import type { Redactor } from './redactor.ts';
import type { KnownPerson, PeopleRoles, PersonRole } from './classify.ts';
import { tokens } from './tokens.ts';
import { writerKey } from './writer.ts';

type Field = LedgerLine['field'];

export interface Building {
  readonly ledger: Ledger;
  readonly review: ReviewPoint[];
  readonly fetched: ReadonlyMap<string, MediaRecord>;
  /** Platform id → key, of the items that are kept. */
  readonly keys: ReadonlyMap<string, string>;
  /** Everybody met so far: indexes into `PeopleRoles.persons`. */
  readonly met: Set<number>;
  readonly people: () => CapturedPerson[];
  roleOf(sighting: number | undefined): PersonRole;
  sighting(index: number): DraftPerson | undefined;
  /** Key of the person in the capture; absent for the employee and for nobody. */
  person(sighting: number | undefined): string | undefined;
  text(where: string, field: Field, text: string): string;
  /** The same, with doubtful places noted for review. `part`: of what in the item, when it is not its own text. */
  reviewed(where: string, field: Field, text: string, part?: TextPart): string;
  hashtags(where: string, tags: readonly string[]): string[];
  links(where: string, addresses: readonly string[], isOwn: boolean): string[];
  readonly mediaAddress: (address: string) => string;
  mediaOf(media: readonly DraftMedia[], isOwn: boolean, where: string, rules: MediaRules): MediaRecord[];
  fragmentRules(mediaCount: number, isOwn: boolean): FragmentRules;
  noteFragment(where: string, made: Rewritten): void;
}

export interface BuildingParts {
  readonly draft: Draft;
  readonly roles: PeopleRoles;
  readonly redactor: Redactor;
  readonly fetched: ReadonlyMap<string, MediaRecord>;
  readonly keys: ReadonlyMap<string, string>;
  /** Person → number; empty in the first round, when it is not yet known who occurs. */
  readonly numbers: ReadonlyMap<number, number>;
  /** R11: for the writer's own words: how the rest is built, with which it shares its account. */
  readonly besides?: Building;
}

export function building(parts: BuildingParts): Building {
  const { draft, roles, redactor, numbers } = parts;
  const book = parts.besides?.ledger ?? ledger();
  const review: ReviewPoint[] = parts.besides?.review ?? [];
  const met = parts.besides?.met ?? new Set<number>();
  const list = peopleList(roles, numbers);
  const mayStay = linkRule(redactor);
  const roleOf = (sighting: number | undefined): PersonRole =>
    sighting === undefined ? 'derde' : (roles.roles[sighting] ?? 'derde');
  const meet = (sighting: number | undefined): number | undefined => {
    const person = sighting === undefined ? undefined : roles.personOf[sighting];
    if (person !== undefined && roles.persons[person]?.role !== 'medewerker') met.add(person);
    return person;
  };
  const note = (where: string, field: Field, found: readonly Finding[]): void => {
    for (const finding of found) if (finding.person !== undefined && finding.token === undefined) met.add(finding.person);
    book.addAll(
      where,
      field,
      found.map((finding) => named(finding, roles)),
    );
  };
  const text: Building['text'] = (where, field, raw) => {
    const redacted = redactor.redact(raw);
    note(where, field, redacted.removed);
    return redacted.text;
  };
  return {
    ledger: book,
    review,
    fetched: parts.fetched,
    keys: parts.keys,
    met,
    people: () => list.people,
    roleOf,
    sighting: (index) => draft.people[index],
    person: (sighting) => {
      const person = meet(sighting);
      return person === undefined ? undefined : list.keyOf(person);
    },
    text,
    reviewed: (where, field, raw, part) => {
      const redacted = redactor.redact(raw);
      note(where, field, redacted.removed);
      const place = part === undefined ? where : placeOf(where, part);
      for (const doubt of redacted.doubtful) review.push({ where: place, ...doubt });
      return redacted.text;
    },
    hashtags: (where, tags) => {
      const isPersonal = inTags(tags, redactor);
      const kept = tags.filter((_, index) => !isPersonal(index));
      for (let left = kept.length; left < tags.length; left += 1) book.add(where, 'text', 'accountnaam', 'structuur.hashtag');
      return kept;
    },
    links: (where, addresses, isOwn) =>
      addresses.flatMap((address) => {
        const kept = mayStay(address, isOwn);
        if (kept === undefined) book.add(where, 'link', 'koppeling', 'koppeling.persoonlijk');
        return kept ?? [];
      }),
    mediaAddress: mediaAddressRule(redactor),
    mediaOf: (media, isOwn, where, rules) => {
      const pictures = media.filter((one) => one.kind !== 'card' && one.kind !== 'poll').length;
      if (!isOwn && pictures > 0) book.add(where, 'media', 'media', 'structuur.media', pictures);
      return mediaRecords(media, isOwn, rules);
    },
    fragmentRules: (mediaCount, isOwn) => ({
      redactor,
      roles,
      link: (address) => mayStay(address, isOwn),
      mediaCount,
      styleCount: draft.styles.length,
      ...(parts.besides && { isWriters: true }),
      instead: (sighting) => insteadOf(roles.personOf[sighting], roles, numbers),
      personIndex: (sighting) => {
        const person = roles.personOf[sighting];
        return person === undefined ? undefined : list.indexOf(person);
      },
    }),
    noteFragment: (where, made) => {
      note(where, 'fragment', made.removed);
      for (const sighting of made.people) meet(sighting);
      if (made.employee > 0) book.add(where, 'fragment', 'medewerker', 'structuur.medewerker', made.employee);
      if (made.names > 0) book.add(where, 'fragment', 'naam', 'structuur.naam', made.names);
      if (made.handles > 0) book.add(where, 'fragment', 'accountnaam', 'structuur.accountnaam', made.handles);
      if (made.avatars > 0) book.add(where, 'fragment', 'profielbeeld', 'structuur.profielbeeld', made.avatars);
      if (made.mentions > 0) book.add(where, 'fragment', 'vermelding', 'structuur.vermelding', made.mentions);
      if (made.links > 0) book.add(where, 'fragment', 'koppeling', 'koppeling.persoonlijk', made.links);
    },
  };
}

const isSure = (finding: Finding): boolean => !finding.isDoubtful;

/** Each by itself, and one after the other as they will stand: `#jan #smit` is a name too. */
function inTags(tags: readonly string[], redactor: Redactor): (index: number) => boolean {
  const found = redactor.findKnown(tags.join('\n')).filter(isSure);
  let at = 0;
  const personal = new Set(
    tags.flatMap((tag, index) => {
      const [start, end] = [at, (at += tag.length + 1) - 1];
      const isTouched = found.some((one) => one.start < end && one.end > start);
      return isTouched || redactor.find(tag).some(isSure) ? [index] : [];
    }),
  );
  return (index) => personal.has(index);
}

/** The employee is counted as such, whatever form was found. */
function named(finding: Finding, roles: PeopleRoles): Finding {
  const isEmployee = finding.person !== undefined && roles.persons[finding.person]?.role === 'medewerker';
  return isEmployee ? { ...finding, kind: 'medewerker' } : finding;
}

function insteadOf(person: number | undefined, roles: PeopleRoles, numbers: ReadonlyMap<number, number>): string {
  if (person === undefined) return tokens.persoon;
  return tokenFor(roles, person) ?? labelOf(numbers.get(person) ?? 0);
}

/** Own accounts and bodies first, in the order of the draft; then the labels in their own order (D5). */
function peopleList(
  roles: PeopleRoles,
  numbers: ReadonlyMap<number, number>,
): { people: CapturedPerson[]; keyOf: (person: number) => string | undefined; indexOf: (person: number) => number | undefined } {
  const staying = roles.persons.flatMap((person, index) => (isVisible(person.role) ? [{ person, index }] : []));
  const writing = roles.persons.flatMap((person, index) => (person.role === 'schrijver' ? [{ person, index }] : []));
  const visible = [...staying, ...writing];
  const hidden = [...numbers].toSorted((a, b) => a[1] - b[1]);
  const keys = new Map<number, string>();
  const people: CapturedPerson[] = visible.map(({ person, index }) => {
    keys.set(index, person.role === 'schrijver' ? writerKey : accountKey(person, keys));
    return visiblePerson(person, keys.get(index) ?? '');
  });
  for (const [person, number] of hidden) {
    keys.set(person, keyOf(number));
    people.push({ key: keyOf(number), role: 'derde', label: labelOf(number) });
  }
  const order = [...visible.map(({ index }) => index), ...hidden.map(([person]) => person)];
  const places = new Map(order.map((person, place) => [person, place]));
  return { people, keyOf: (person) => keys.get(person), indexOf: (person) => places.get(person) };
}

function visiblePerson(person: KnownPerson, key: string): CapturedPerson {
  const url = person.urls.find((address) => /^https?:\/\//i.test(address))?.replace(/[?#].*$/, '');
  const handle = person.handles[0] ?? '';
  const role = person.role === 'overheid' || person.role === 'schrijver' ? person.role : 'eigen';
  return { key, role, name: person.names[0] ?? handle, handle, ...(url !== undefined && { url }) };
}

function accountKey(person: KnownPerson, taken: ReadonlyMap<number, string>): string {
  const base = `account-${slug(person.handles[0] ?? '')}`;
  const used = new Set(taken.values());
  let key = base;
  for (let number = 2; used.has(key); number += 1) key = `${base}-${number}`;
  return key;
}

/** File-name form of an own account. */
export const slug = (handle: string): string =>
  handle
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'onbekend';
