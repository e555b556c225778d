/** Our own rules for free text as a tool to be measured: without anybody known from a page, as hard as it gets. */
import type { RedactionKind } from '../../lib/model/capture.ts';
import { detectors } from '../../lib/privacy/detectors/all.ts';
import { redactor } from '../../lib/privacy/redactor.ts';
import type { Taken } from './measure.ts';

/** The organisation of the test set: its account and its minister stay. */
const keepHandles = ['minvoorbeeld', 'annavoorbeeld'];
const roles = {
  roles: [],
  personOf: [],
  persons: [],
  keep: ['Ministerie van Voorbeeld', 'Anna Voorbeeld', ...keepHandles],
  keepHandles,
  keepPosts: [],
};
const subject = redactor({ forms: [], roles, detectors, label: () => 'Reageerder 1' });

const kinds: Partial<Record<RedactionKind, string>> = { 'persoon-in-tekst': 'naam', profielverwijzing: 'profiel' };

const taken = (text: string, isDoubtful: boolean): Taken[] =>
  subject
    .find(text)
    .filter((one) => one.isDoubtful === isDoubtful)
    .map(({ start, end, kind }) => ({ start, end, kind: kindOf(kind, text.slice(start, end)) }));

const kindOf = (kind: RedactionKind, found: string): string =>
  kind === 'postcode-huisnummer' ? (/\d{4}[ -]?[A-Z]{2}/i.test(found) ? 'postcode' : 'adres') : (kinds[kind] ?? kind);

export const replaced = (text: string): Taken[] => taken(text, false);
/** Only shown to a person. */
export const proposed = (text: string): Taken[] => taken(text, true);
