/** R21: an organisation's selection list from a file it has already: CSV from a spreadsheet, or JSON. Pure. */
import * as v from 'valibot';
import { SelectionEntry, scenarios } from '../model/policy.ts';
import type { Scenario } from '../model/policy.ts';
import type { EntryDraft } from './policyDraft.ts';

export type ImportFault = 'heading' | 'missing' | 'appraisal' | 'term' | 'scenario' | 'file';
export type ImportedList =
  | { readonly isGood: true; readonly entries: readonly EntryDraft[] }
  | { readonly isGood: false; readonly line: number; readonly fault: ImportFault };

/** All or nothing: half a list would give wrong appraisals silently. */
export function importedList(name: string, text: string): ImportedList {
  return /\.json$/i.test(name) ? fromJson(text) : fromCsv(text);
}

const Entries = v.union([
  v.array(SelectionEntry),
  v.pipe(
    v.object({ entries: v.array(SelectionEntry) }),
    v.transform(({ entries }) => entries),
  ),
]);

function fromJson(text: string): ImportedList {
  const parsed = v.safeParse(Entries, parsedJson(text));
  if (!parsed.success) return { isGood: false, line: 1, fault: 'file' };
  return {
    isGood: true,
    entries: parsed.output.map(({ retention = '', ...entry }) => ({ ...entry, retention, years: yearsOf(retention) ?? '' })),
  };
}

/** What is no JSON is no list either; the person is told so. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const columns = {
  code: /^(?:code|nummer|categorie)/i,
  process: /^(?:werkproces|proces|omschrijving|activiteit|process)/i,
  appraisal: /^(?:waardering|appraisal)/i,
  retention: /^(?:termijn|bewaartermijn|looptijd|retention)/i,
  scenarios: /^scenario/i,
} as const;

function fromCsv(text: string): ImportedList {
  const [head = [], ...rows] = table(text.replace(/^\u{FEFF}/u, ''));
  const at = (name: keyof typeof columns) => head.findIndex((cell) => columns[name].test(cell));
  const places = {
    code: at('code'),
    process: at('process'),
    appraisal: at('appraisal'),
    retention: at('retention'),
    scenarios: at('scenarios'),
  };
  if (places.code < 0 || places.process < 0 || places.appraisal < 0) return { isGood: false, line: 1, fault: 'heading' };
  const entries: EntryDraft[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell === '')) continue;
    const entry = entryOf(row, places);
    if (typeof entry === 'string') return { isGood: false, line: index + 2, fault: entry };
    entries.push(entry);
  }
  return entries.length > 0 ? { isGood: true, entries } : { isGood: false, line: 1, fault: 'file' };
}

function entryOf(row: readonly string[], places: Readonly<Record<keyof typeof columns, number>>): EntryDraft | ImportFault {
  const cell = (name: keyof typeof columns) => row[places[name]] ?? '';
  const [code, process, value] = [cell('code'), cell('process'), cell('appraisal').toUpperCase()];
  if (code === '' || process === '') return 'missing';
  if (value !== 'B' && value !== 'V' && value !== 'N') return 'appraisal';
  const years = yearsOf(cell('retention'));
  if (value === 'V' && years === undefined) return 'term';
  const of = scenariosIn(cell('scenarios'));
  if (!of) return 'scenario';
  return { code, process, appraisal: value, years: value === 'V' ? (years ?? '') : '', retention: '', scenarios: of };
}

/** "5", "5 jaar", "V5", "P5Y". */
function yearsOf(text: string): string | undefined {
  return /^(?:P?|V\s*)(\d{1,3})\s*(?:Y|j|jr|jaar|jaren)?\.?$/i.exec(text.trim())?.[1];
}

/** Empty: for every scenario. */
function scenariosIn(text: string): readonly Scenario[] | undefined {
  const named = text
    .toUpperCase()
    .split(/[\s,/+&]+/)
    .filter(Boolean);
  if (named.length === 0) return scenarios;
  const found = scenarios.filter((one) => named.includes(one));
  return found.length === new Set(named).size ? found : undefined;
}

/** Semicolons, commas or tabs, whichever the heading has most of; quotes as spreadsheets write them. */
function table(text: string): string[][] {
  const [heading = ''] = text.split(/\r?\n/, 1);
  const many = (mark: string) => heading.split(mark).length;
  const mark = [';', ',', '\t'].toSorted((one, other) => many(other) - many(one))[0] ?? ';';
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const signs = Array.from(text);
  for (const [at, sign] of signs.entries()) {
    if (sign === '"') {
      isQuoted = !isQuoted;
      if (isQuoted && signs[at - 1] === '"') cell += '"'; // two in a row stand for one
    } else if (!isQuoted && sign === mark) end();
    else if (!isQuoted && sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  return rows;
}
