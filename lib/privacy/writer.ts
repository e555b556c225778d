/** R11, G3: the writer of a citizen's letter stays in that letter; everybody else goes, and in all other words the writer too. */
import type { Capture } from '../model/capture.ts';
import { Failure } from '../model/failure.ts';
import type { PeopleRoles } from './classify.ts';
import { SURE } from './detectors/detector.ts';
import type { Detector } from './detectors/detector.ts';
import type { SharedForm } from './gathered.ts';

/** The same people, of whom one is the writer. Our own, the employee and nobody known cannot be that. */
export function withWriter(roles: PeopleRoles, sighting: number | undefined): PeopleRoles {
  const writer = sighting === undefined ? undefined : roles.personOf[sighting];
  if (writer === undefined || roles.persons[writer]?.role !== 'derde') throw new Failure('letter-not-possible');
  return {
    ...roles,
    persons: roles.persons.map((person, index) => (index === writer ? { ...person, role: 'schrijver' } : person)),
    roles: roles.roles.map((role, index) => (roles.personOf[index] === writer ? 'schrijver' : role)),
  };
}

const isWriter = (roles: PeopleRoles, person: number): boolean => roles.persons[person]?.role === 'schrijver';

/** Ways of writing that mean the writer and nobody else. */
export function writerForms(forms: readonly SharedForm[], roles: PeopleRoles): SharedForm[] {
  return forms.filter(({ persons }) => persons.length > 0 && persons.every((person) => isWriter(roles, person)));
}

/** Everybody's but the writer's; what may mean the writer or another ("Fenna") is the other's. */
export function besidesWriter(forms: readonly SharedForm[], roles: PeopleRoles): readonly SharedForm[] {
  if (!roles.persons.some(({ role }) => role === 'schrijver')) return forms;
  return forms.flatMap((form) => {
    const persons = form.persons.filter((person) => !isWriter(roles, person));
    return persons.length === 0 && form.persons.length > 0 ? [] : [{ ...form, persons }];
  });
}

/** The writer's own name, account and addresses, as written. */
export function writerTexts({ persons }: PeopleRoles): string[] {
  return persons
    .filter(({ role }) => role === 'schrijver')
    .flatMap(({ names, handles, ids, urls }) => [...names, ...handles, ...ids, ...urls]);
}

/** With whom the writer's own words are read: there the writer is one of those who stay. */
export function rolesForWriter(roles: PeopleRoles): PeopleRoles {
  const handles = roles.persons.filter(({ role }) => role === 'schrijver').flatMap((person) => person.handles);
  return {
    ...roles,
    keep: [...roles.keep, ...writerTexts(roles)],
    keepHandles: [...roles.keepHandles, ...handles.map((handle) => handle.toLowerCase())],
  };
}

/** What a writer tells of himself so that he can be answered: it stays, and a person looks whether it is his. */
const ofTheWriter: ReadonlySet<string> = new Set([
  'e-mail',
  'telefoon',
  'bsn',
  'iban',
  'postcode-huisnummer',
  'kenteken',
  'geboortedatum',
  'documentnummer',
  'zaaknummer',
]);

export function detectorsForWriter(detectors: readonly Detector[]): Detector[] {
  return detectors.map((detector) => (ofTheWriter.has(detector.kind) ? doubting(detector) : detector));
}

function doubting(detector: Detector): Detector {
  return {
    ...detector,
    find: (folded, hints) => detector.find(folded, hints).map((match) => ({ ...match, score: Math.min(match.score, SURE / 2) })),
  };
}

/** The capture without the places where the writer may stand: what is left must not name the writer. */
export function besidesLetter(capture: Capture): Capture {
  return {
    ...capture,
    people: capture.people.filter(({ role }) => role !== 'schrijver'),
    reactions: capture.reactions.filter(({ author }) => author !== writerKey),
  };
}

export const writerKey = 'schrijver';

/** Of the package: the letter's own files, save the descriptions of each; no other file names the writer. */
export function isLetterFile(path: string): boolean {
  return /\/(burgerbrief-[A-Za-z0-9-]+)\/\1[.-][^/]+$/.test(path) && !path.endsWith('.bestand.mdto.xml');
}
