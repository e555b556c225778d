/** The identities of one capture in a shape that can be searched with, and kept in `storage.session` as one JSON value. */
import type { Draft } from '../model/draft.ts';
import type { FragmentNode } from '../model/fragment.ts';
import { besideOurs } from './besideOurs.ts';
import { forms, isHearsay } from './forms.ts';
import type { Form, FormKind, Names } from './forms.ts';
import type { KnownPerson, PeopleRoles } from './classify.ts';
import { gathering } from './gathered.ts';
import type { SharedForm } from './gathered.ts';
import { foldText } from './plain.ts';
import { inTurns, toTheEnd } from './steps.ts';
import { besidesWriter, writerForms, writerTexts } from './writer.ts';

/** Raw identities: in memory and `storage.session` only (D3). Wiped after the export (G4). */
export interface Identities {
  readonly version: 1;
  /** How many people are looked for. */
  readonly persons: number;
  /** `[squashed, kind, ...splits]`: any of these left over is a leak. */
  readonly blocking: readonly (readonly [string, FormKind, ...number[]])[];
  /** The same, but a leak only directly after an @: short and everyday account names. */
  readonly mentions: readonly string[];
  /** Names, account names and numbers as written, to look for hashes of them. */
  readonly raw: readonly string[];
  /** Folded texts of our own that may hold an identity by chance. */
  readonly keep: readonly string[];
  /** Forms too short or too ordinary to stop anything: for a person to look at (G2). */
  readonly review: number;
}

/** The writer of a letter too: in everybody else's words there stands a token. */
const isHidden = (person: KnownPerson): boolean =>
  person.role === 'derde' || person.role === 'medewerker' || person.role === 'schrijver';

/** Every form of every third party and of the employee, our own taken out; and items' ids and addresses of third parties. */
export function sharedForms(draft: Draft, roles: PeopleRoles): readonly SharedForm[] {
  const met = made.get(roles);
  if (met?.draft === draft) return met.forms;
  return toTheEnd(formSteps(draft, roles));
}

/** The same, with others' turn between its parts (F23): of ten thousand people it takes seconds. */
export async function prepareForms(draft: Draft, roles: PeopleRoles, breathe: () => Promise<void>): Promise<void> {
  if (made.get(roles)?.draft === draft) return;
  await inTurns(formSteps(draft, roles), breathe);
}

/** Redactor and gate ask for the same; many thousands of forms are not made twice. */
const made = new WeakMap<PeopleRoles, { readonly draft: Draft; readonly forms: readonly SharedForm[] }>();

const PEOPLE_A_STEP = 100;

function* formSteps(draft: Draft, roles: PeopleRoles): Generator<undefined, readonly SharedForm[]> {
  const sharedPictures = repeated(
    roles.persons.map((person) => forms({ ...nobody, avatars: person.avatars }).map((form) => form.squashed)),
  );
  const gathered = gathering();
  const add = (form: Form, person: number | undefined, isSaid = false): void => {
    if (form.kind === 'profielbeeld' && sharedPictures.has(form.squashed)) return; // one picture for many: nobody's
    gathered.add(form, person, isSaid);
  };
  const involved = involvedIn(draft, roles);
  const isAside = (index: number): boolean => !involved.has(index) && roles.persons[index]?.role !== 'medewerker';
  const all = roles.persons.map((person, index) => ({ person, index, isSaid: isAside(index) && isHearsay(person) }));
  let count = 0;
  for (const { person, index, isSaid } of [...all.filter((one) => !one.isSaid), ...all.filter((one) => one.isSaid)]) {
    if (isHidden(person)) for (const form of forms(person, isAside(index))) add(form, index, isSaid);
    if (++count % PEOPLE_A_STEP === 0) yield;
  }
  for (const { names, person } of itemNames(draft, roles)) {
    for (const form of forms(names)) add(form, person);
    if (++count % PEOPLE_A_STEP === 0) yield;
  }
  const joined = gathered.forms();
  yield;
  const shared = besideOurs(joined, roles.keep);
  made.set(roles, { draft, forms: shared });
  return shared;
}

/** As deep as a fragment is kept. */
const MAX_DEPTH = 200;

/**
 * Whoever stands in what is captured: writers, whoever they name, and every place of the page that leads to somebody. Indexes
 * into `PeopleRoles.persons`.
 */
export function involvedIn(draft: Pick<Draft, 'items' | 'profile' | 'account'>, roles: PeopleRoles): ReadonlySet<number> {
  const involved = new Set<number>();
  const add = (sighting: number | undefined): void => {
    const person = sighting === undefined ? undefined : roles.personOf[sighting];
    if (person !== undefined) involved.add(person);
  };
  const addOf = (node: FragmentNode | undefined, depth = 0): void => {
    if (typeof node !== 'object' || depth > MAX_DEPTH) return;
    add(node.person);
    node.children?.forEach((child) => addOf(child, depth + 1));
  };
  [draft.account, draft.profile?.account, ...(draft.profile?.mentions ?? [])].forEach(add);
  addOf(draft.profile?.fragment);
  for (const item of draft.items) {
    [item.author, item.repostedBy, item.quote?.author, ...item.mentions].forEach(add);
    addOf(item.fragment);
  }
  return involved;
}

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

/** What the gate needs, from the same people but without the redactor's judgement. Of a letter the writer is not among them. */
export function identities(draft: Draft, roles: PeopleRoles): Identities {
  const met = kept.get(roles);
  if (met?.draft === draft) return met.known;
  const known = makeIdentities(draft, roles);
  kept.set(roles, { draft, known });
  return known;
}

/** Own addresses and the finished capture are searched for the same: what searches is made once for each of these. */
const kept = new WeakMap<PeopleRoles, { readonly draft: Draft; readonly known: Identities }>();

function makeIdentities(draft: Draft, roles: PeopleRoles): Identities {
  const hidden = roles.persons.filter((person) => isHidden(person) && person.role !== 'schrijver');
  const others = identitiesOf(besidesWriter(sharedForms(draft, roles), roles), hidden, roles);
  return { ...others, keep: [...others.keep, ...writerTexts(roles).map(foldText)] };
}

/** In an address nobody writes sentences: there names of ordinary words ("Roos de Wit") stop it too. Those only, for the others have a searcher. */
export function addressIdentities(draft: Draft, roles: PeopleRoles): Identities {
  const firm = sharedForms(draft, roles).filter(({ strength, splits }) => strength === 'firm' && splits.length > 0);
  const blocking = firm.map((form) => [form.squashed, form.kind, ...form.splits] as const);
  return { ...identities(draft, roles), blocking, mentions: [], raw: [] };
}

/** R11: the writer of a letter alone, who may stand in the letter and nowhere else in its package. */
export function writerIdentities(draft: Draft, roles: PeopleRoles): Identities {
  const writer = roles.persons.filter(({ role }) => role === 'schrijver');
  return identitiesOf(writerForms(sharedForms(draft, roles), roles), writer, roles);
}

function identitiesOf(all: readonly SharedForm[], hidden: readonly KnownPerson[], roles: PeopleRoles): Identities {
  const blocking = all.filter((form) => form.strength === 'sure');
  const mentions = all.filter(
    ({ strength, squashed }) => (strength === 'context' || strength === 'mention') && !atWords.has(squashed),
  );
  return {
    version: 1,
    persons: hidden.length,
    blocking: blocking.map((form) => [form.squashed, form.kind, ...form.splits]),
    mentions: mentions.map((form) => form.squashed),
    raw: [...new Set(hidden.flatMap(asWritten))],
    keep: roles.keep.map(foldText),
    review: all.length - blocking.length,
  };
}

/** What our own files write behind an @ (JSON-LD, style sheets). */
const atWords: ReadonlySet<string> = new Set(
  'context type id graph value list set vocab version language base media import page supports charset fontface keyframes layer container'.split(
    ' ',
  ),
);

/** What somebody would make a hash of. */
const asWritten = ({ names, handles, ids }: KnownPerson): string[] => [...new Set([...names, ...handles, ...ids])];

/** The same with whose it is: indexes into `PeopleRoles.persons`. */
export function hashable({ persons }: PeopleRoles): { readonly text: string; readonly person: number }[] {
  return persons.flatMap((person, index) => (isHidden(person) ? asWritten(person).map((text) => ({ text, person: index })) : []));
}
