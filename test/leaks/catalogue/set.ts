/** The cast: one file of people and values, to be swapped for another (`LEKKEN_SET`). Everybody in it is invented. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Someone } from '../pages/cast.ts';
import type { Needle } from '../scan.ts';

export interface Canary {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly handle: string;
  /** The account name is a word of the language: it is a hit only where it stands as an account. */
  readonly handleIsWord?: boolean;
  /** So is the whole name: in running text a person must judge it (G2); in the structure it goes as any other. */
  readonly nameIsWord?: boolean;
  readonly uid?: string;
  readonly email?: string;
  readonly avatar?: string;
  readonly permalink?: string;
  readonly session?: string;
  readonly csrf?: string;
  readonly needles?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly name_forms?: Readonly<Record<string, string>>;
  readonly plant?: Readonly<Record<string, string>>;
  readonly plant_handle?: Readonly<Record<string, string>>;
}

export interface CanarySet {
  readonly name: string;
  readonly persons: readonly Canary[];
}

function readSet(file: string): CanarySet {
  const { persons } = JSON.parse(readFileSync(file, 'utf8')) as { persons: Canary[] }; // the shape is described above
  return { name: file.split('/').at(-1) ?? file, persons };
}

const here = (name: string) => join(import.meta.dirname, name);
export const oracle = readSet(here('canaries.json'));
export const nasty = readSet(here('lastige-namen.json'));
/** The two of the project, or the one that was asked for. */
export const sets: readonly CanarySet[] = process.env['LEKKEN_SET'] ? [readSet(process.env['LEKKEN_SET'])] : [oracle, nasty];

const isEmployee = ({ role }: Canary): boolean => role.includes('employee');
const isFreeTextOnly = ({ role }: Canary): boolean => role.includes('free text');
/** Whoever can write a comment. */
export const citizens = (set: CanarySet): Canary[] => set.persons.filter((one) => !isEmployee(one) && !isFreeTextOnly(one));
/** Whose name can be told from a word: one of a few letters and an everyday word cannot, and go to review (G2). */
export const isTelling = ({ name, nameIsWord }: Canary): boolean => !nameIsWord && name.replace(/\P{L}/gu, '').length > 3;
/** How many words of letters a name has. */
export const wordsOf = ({ name }: Canary): number => name.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;
/** As names are written in Dutch; not "Winter Bloem", which may be a thing. */
export const hasCapitals = ({ name }: Canary): boolean =>
  /^\p{Lu}[\p{L}’'-]+(?: ’?\p{L}[\p{L}’'-]*)+$/u.test(name) && !/^(?:Winter|Roos) /.test(name);
export const employeeOf = (set: CanarySet): Canary | undefined => set.persons.find(isEmployee);

/** As an account of X: only letters, digits and lines, and numbers for ids. */
export function onX(person: Canary): Someone {
  const handle = person.handle.replace(/[^\w]/g, '_').slice(0, 30);
  return someoneOf(
    person,
    /^\w*[a-z]\w*$/i.test(handle.replace(/[\d_]+$/, '')) || /^[\d]+$/.test(handle) || /^__\w+__$/.test(handle)
      ? handle
      : `kz_${digits(person)}`,
  );
}

/** As an account of Mastodon: also with points. */
export const onMastodon = (person: Canary): Someone =>
  someoneOf(person, /^[\w.-]+$/.test(person.handle) ? person.handle : `kz_${digits(person)}`);

function someoneOf(person: Canary, handle: string): Someone {
  return {
    name: person.name,
    handle,
    id: person.uid ?? `90071992547499${digits(person)}`,
    avatar: person.avatar ?? `av-kz-${digits(person)}-00ff`,
    postId: `20400${digits(person).padStart(14, '7')}`,
  };
}

const digits = ({ id, permalink = '' }: Canary): string => `${permalink}${id}`.replace(/\D/g, '').slice(-12).padStart(4, '3');

/** All that must be found nowhere. `as`: the account as it stands on the network. */
export function needlesOf(person: Canary, as: Someone): Needle[] {
  const isWord = person.handleIsWord || as.handle.length < 5;
  const handles = [...new Set([as.handle, person.handle])];
  const values: [Needle['kind'], string | undefined][] = [
    ['name', person.name],
    ['name', surnameOf(person)],
    ['id', as.id],
    ['id', as.postId],
    ['avatar', as.avatar],
    ['planted', person.permalink],
    ['planted', person.email],
    ['planted', person.session],
    ['planted', person.csrf],
  ];
  return [
    ...values.flatMap(([kind, value]) => (value ? [{ whose: person.id, kind, value }] : [])),
    ...handles.map((value): Needle => ({ whose: person.id, kind: 'handle', value, ...(isWord && { isWord: true as const }) })),
  ];
}

/** The last word of a name, where that can be nothing but a name. */
function surnameOf({ name }: Canary): string | undefined {
  const last = name.split(/\s+/).at(-1) ?? '';
  return /kan|kz|vogel|sijs|okd/i.test(last) && last !== name ? last : undefined;
}
