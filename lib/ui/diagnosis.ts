/** A diagnosis in words: what is on the screen is what is copied and saved, to the letter. */
import type { Diagnosis, DiagnosisPart } from '../model/diagnosis.ts';
import { bytes, moment, number } from './format.ts';
import { hasWordFor, t, wordFor } from './words.ts';

export interface DiagnosisTable {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

export function tablesOf({ parts }: Diagnosis): DiagnosisTable[] {
  return parts.map((part) => ({ title: titleOf(part), rows: rowsOf(part) }));
}

export function textOf(diagnosis: Diagnosis): string {
  const tables = tablesOf(diagnosis).map(({ title, rows }) =>
    [title, ...rows.map(([label, value]) => `  ${label}: ${value}`)].join('\n'),
  );
  return `${[t('diagnosis_of', { when: moment(diagnosis.at) }), ...tables].join('\n\n')}\n`;
}

function titleOf({ section, facts: { number: which } }: DiagnosisPart): string {
  return wordFor('diagnosis_part', section, section === 'target' ? { which: which ?? '' } : {});
}

function rowsOf({ section, facts, failed }: DiagnosisPart): (readonly [string, string])[] {
  if (failed) return [[t('diagnosis_unknown'), `${failed}: ${wordFor('failure', failed)}`]];
  const rows = Object.entries(facts).filter(([name]) => name !== 'number');
  if (rows.length === 0) return [[t('diagnosis_none'), '']];
  return rows.map(([name, value]) => [labelOf(section, name), valueOf(name, value)] as const);
}

const wordsOf = { captures: 'state', deliveries: 'delivery_state', target: 'delivery_state' } as const;

function labelOf(section: DiagnosisPart['section'], name: string): string {
  if (section === 'errors') return name;
  const group = section in wordsOf ? wordsOf[section as keyof typeof wordsOf] : undefined; // `in` just said so
  return group && hasWordFor(group, name) ? wordFor(group, name) : wordFor('diagnosis', name);
}

function valueOf(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'string') return value === '' ? '–' : value;
  return name.endsWith('Bytes') && name !== 'missingBytes' ? bytes(value) : number(value);
}
