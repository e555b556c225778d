/** The identities of one capture in a shape that can be searched with, and kept in `storage.session` as one JSON value. */
import type { Draft } from '../model/draft.ts';
import { fold, foldText } from './fold.ts';
import { forms } from './forms.ts';
import type { Form, FormKind, Names, Strength } from './forms.ts';
import type { KnownPerson, PeopleRoles } from './classify.ts';
import { finder, patternOf } from './squash.ts';

/** One way of writing, with everybody it may mean: indexes into `PeopleRoles.persons`. */
export interface SharedForm extends Form {
  readonly persons: readonly number[];
}

/** Raw identities: in memory and `storage.session` only (D3). Wiped after the export (G4). */
export interface Identities {
  readonly version: 1;
  /** How many people are looked for. */
  readonly persons: number;
  /** `[squashed, kind, ...splits]`: any of these left over is a leak. */
  readonly blocking: readonly (readonly [string, FormKind, ...number[]])[];
  /** The same, but a leak only directly after an @: short and everyday account names. */
  readonly mentions: readonly string[];
  /** Names and account names as written, to look for in base64 and hexadecimal. */
  readonly raw: readonly string[];
  /** Folded texts of our own that may hold an identity by chance. */
  readonly keep: readonly string[];
  /** Forms too short or too ordinary to stop anything: for a person to look at (G2). */
  readonly review: number;
}

const isHidden = (person: KnownPerson): boolean => person.role === 'derde' || person.role === 'medewerker';

/** Every form of every third party and of the employee, our own taken out; and items' ids and addresses of third parties. */
export function sharedForms(draft: Draft, roles: PeopleRoles): readonly SharedForm[] {
  const met = made.get(roles);
  if (met?.draft === draft) return met.forms;
  const all = makeForms(draft, roles);
  made.set(roles, { draft, forms: all });
  return all;
}

/** Redactor and gate ask for the same; many thousands of forms are not made twice. */
const made = new WeakMap<PeopleRoles, { readonly draft: Draft; readonly forms: readonly SharedForm[] }>();

function makeForms(draft: Draft, roles: PeopleRoles): SharedForm[] {
  const sharedPictures = repeated(
    roles.persons.map((person) => forms({ ...nobody, avatars: person.avatars }).map((form) => form.squashed)),
  );
  const found = new Map<string, { form: Form; persons: number[]; splits: Set<number> }>();
  const add = (form: Form, person: number | undefined): void => {
    if (form.kind === 'profielbeeld' && sharedPictures.has(form.squashed)) return; // one picture for many: nobody's
    const met = found.get(form.squashed) ?? { form, persons: [], splits: new Set<number>() };
    if (order.indexOf(form.strength) > order.indexOf(met.form.strength)) met.form = form;
    for (const split of form.splits) met.splits.add(split);
    if (person !== undefined && !met.persons.includes(person)) met.persons.push(person);
    found.set(form.squashed, met);
  };
  roles.persons.forEach((person, index) => {
    if (isHidden(person)) for (const form of forms(person)) add(form, index);
  });
  for (const { names, person } of itemNames(draft, roles)) for (const form of forms(names)) add(form, person);
  const all = [...found.values()].map(({ form, persons, splits }) => ({
    ...form,
    persons,
    splits: [...splits].toSorted((a, b) => a - b),
  }));
  return besideOurs(all, roles.keep);
}

/** What is wholly ours is nobody else's; what stands inside a text of ours ("Voorbeeld") is only sure in context. */
function besideOurs(all: readonly SharedForm[], keep: readonly string[]): SharedForm[] {
  const whole = new Set(keep.map((text) => patternOf([foldText(text)]).squashed));
  const inside = new Set(finder(all)(fold(keep.join('\n\u2022\u2022\u2022\u2022\u2022\n'))).map((hit) => hit.pattern));
  return all
    .map((form, index) => (inside.has(index) && form.strength !== 'review' ? { ...form, strength: 'context' as const } : form))
    .filter((form) => !whole.has(form.squashed));
}

const order: readonly Strength[] = ['review', 'context', 'firm', 'sure'];

interface ItemNames {
  readonly person?: number;
  readonly names: Names;
}

const nobody: Names = { names: [], handles: [], ids: [], urls: [], avatars: [] };

/** A third party's post has an id and an address that lead to its writer. */
function itemNames(draft: Draft, roles: PeopleRoles): ItemNames[] {
  return draft.items.flatMap((item) => [
    ...ofAuthor(roles, item.author, item.id, item.url),
    ...(item.quote ? ofAuthor(roles, item.quote.author, item.quote.id, item.quote.url) : []),
  ]);
}

function ofAuthor(roles: PeopleRoles, author: number | undefined, id: string | undefined, url: string | undefined): ItemNames[] {
  const role = author === undefined ? 'derde' : (roles.roles[author] ?? 'derde');
  if (role === 'eigen' || role === 'overheid') return [];
  const person = author === undefined ? undefined : roles.personOf[author];
  const names = { ...nobody, ids: id ? [id] : [], urls: url ? [url] : [] };
  return [{ ...(person !== undefined && { person }), names }];
}

function repeated(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const list of lists) {
    for (const one of new Set(list)) (seen.has(one) ? twice : seen).add(one);
  }
  return twice;
}

/** What the gate needs, from the same people but without the redactor's judgement. */
export function identities(draft: Draft, roles: PeopleRoles): Identities {
  const all = sharedForms(draft, roles);
  const hidden = roles.persons.filter(isHidden);
  const blocking = all.filter((form) => form.strength === 'sure');
  const mentions = all.filter((form) => form.strength === 'context');
  return {
    version: 1,
    persons: hidden.length,
    blocking: blocking.map((form) => [form.squashed, form.kind, ...form.splits]),
    mentions: mentions.map((form) => form.squashed),
    raw: rawTexts(hidden, new Set(blocking.map((form) => form.squashed))),
    keep: roles.keep.map(foldText),
    review: all.length - blocking.length,
  };
}

function rawTexts(hidden: readonly KnownPerson[], blocking: ReadonlySet<string>): string[] {
  const texts = hidden.flatMap((person) => [...person.names, ...person.handles].map((text) => text.trim().replace(/^@+/, '')));
  return [...new Set(texts)].filter((text) => text.length >= 6 && blocking.has(patternOf([foldText(text)]).squashed));
}
