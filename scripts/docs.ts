/** `npm run docs`: writes the tables in the documents that say what code says, so that nobody copies them by hand; a test compares. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliveryProblems } from '../lib/model/delivery.ts';
import { disclaimerPlaces, disclaimerTexts } from '../lib/model/disclaimer.ts';
import { scenarios } from '../lib/model/policy.ts';
import { mayImport } from '../test/house/plan.ts';
import { table as threats } from '../test/threats/table.ts';
import * as v from 'valibot';
import { Report } from './bench/report/shape.ts';
import { spread } from './bench/report/words.ts';
import { root } from './root.ts';

type Row = readonly string[];

/** A document, the name of the place in it, and the table that belongs there. */
export const tables: readonly { readonly file: string; readonly place: string; readonly rows: () => readonly Row[] }[] = [
  { file: 'docs/dreigingen.md', place: 'dreigingen', rows: threatRows },
  { file: 'docs/archief/stroom.md', place: 'stroom', rows: flowRows },
  { file: 'docs/beheer/teksten.md', place: 'teksten', rows: disclaimerRows },
  { file: 'docs/beheer/doelen.md', place: 'problemen', rows: problemRows },
  { file: 'docs/ARCHITECTURE.md', place: 'richting', rows: directionRows },
  { file: 'README.md', place: 'lezers', rows: readerRows },
  { file: 'README.md', place: 'metingen', rows: benchRows },
];

const filesOf = (held: (typeof threats)[number]['held']) => [...new Set(held.map(([file]) => `\`${file}\``))].join(', ');

function threatRows(): Row[] {
  return [['rij', 'dreiging', 'toetsen'], ...threats.map(({ id, what, held }) => [id, what, filesOf(held)])];
}

function say(key: string): string {
  const words = JSON.parse(readFileSync(join(root, 'public/_locales/nl/messages.json'), 'utf8')) as Record<
    string,
    { message: string }
  >; // ours
  return words[key]?.message ?? '';
}

/** R30: the texts the extension offers to copy. */
function disclaimerRows(): Row[] {
  return [['waar', 'tekst'], ...disclaimerPlaces.map((place) => [say(`disclaimer_place_${place}`), disclaimerTexts[place]])];
}

/** What stands in the diagnosis and the log, with the sentence an employee reads. */
function problemRows(): Row[] {
  const words = deliveryProblems.map((code) => say(`delivery_problem_${code.replaceAll('-', '_')}`).replaceAll(/\{\w+\}/g, '…'));
  return [['code', 'wat de medewerker leest'], ...deliveryProblems.map((code, at) => [`\`${code}\``, words[at] ?? ''])];
}

/** R31: the words of the help page in the extension. */
function flowRows(): Row[] {
  const acts = ['veiligstellen', 'archiveren', 'openbaar_maken', 'overbrengen'];
  return [
    ['scenario', ...acts.map((act) => `${say(`flow_${act}`)} (${say(`flow_${act}_who`)})`)],
    ...scenarios.map((one) => [`**${one}** ${say(`scenario_title_${one}`)}`, ...acts.map((act) => say(`flow_${act}_${one}`))]),
  ];
}

/** What `npm run health -- --accept` wrote last, per network. */
function readerRows(): Row[] {
  const report = readFileSync(join(root, 'docs/lezers.md'), 'utf8');
  const [, section = ''] = /^## Per netwerk$(.*?)^## /ms.exec(report) ?? [];
  const lines = section.split('\n').filter((line) => /^\| (?!---)/.test(line));
  return lines.map((line) => {
    const [network = '', , ...figures] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1);
    return [network, ...figures];
  });
}

/** What `npm run bench -- --accept` kept last: of each subject the heaviest that has a goal, and how many goals were met. */
function benchRows(): Row[] {
  const { parts } = v.parse(Report, JSON.parse(readFileSync(join(root, 'docs/benchmarks.json'), 'utf8')));
  return [
    ['onderwerp', 'gemeten', 'doelen gehaald'],
    ...parts.flatMap(({ title, rows }) => {
      const goals = rows.flatMap((row) => row.goals);
      const heaviest = rows.findLast((row) => row.goals.length > 0 && row.ours);
      if (!heaviest?.ours) return [];
      const met = goals.filter(({ isMet }) => isMet).length;
      return [[title, `${heaviest.what}: ${spread(heaviest.ours, heaviest.unit)}`, `${met} van ${goals.length}`]];
    }),
  ];
}

const rooms = (names: readonly string[]) => ['`lib/model`', ...names.map((name) => `\`${name}\``)].join(', ');

function directionRows(): Row[] {
  return [
    ['folder', 'may import'],
    ...Object.entries(mayImport).map(([room, from]) => [`\`${room}\``, room === 'lib/model' ? 'nothing of ours' : rooms(from)]),
  ];
}

export const startOf = (place: string): string => `<!-- tabel ${place}: geschreven door npm run docs -->`;
export const endOf = (place: string): string => `<!-- einde ${place} -->`;

/** The cells that stand in a document now, without the spaces that a formatter adds. */
export function cellsIn(text: string, place: string): string[][] {
  const [from, to] = [text.indexOf(startOf(place)), text.indexOf(endOf(place))];
  if (from < 0 || to < from) throw new Error(`De plaats "${place}" ontbreekt.`);
  return text
    .slice(from, to)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function written(text: string, place: string, [head = [], ...body]: readonly Row[]): string {
  const line = (row: Row) => `| ${row.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
  const [from, to] = [text.indexOf(startOf(place)), text.indexOf(endOf(place))];
  return `${text.slice(0, from)}${startOf(place)}\n\n${table}\n\n${text.slice(to)}`;
}

/** Names the documents that had to change, and leaves them as the formatter wants them. */
export function writeTables(): void {
  for (const { file, place, rows } of tables) {
    const text = readFileSync(join(root, file), 'utf8');
    if (JSON.stringify(cellsIn(text, place)) === JSON.stringify(rows())) continue;
    writeFileSync(join(root, file), written(text, place, rows()));
    inForm(file);
    console.log(`bijgewerkt: ${file}`);
  }
}

/** As `npm run format` would leave it: a table with other figures has other widths, and `npm test` looks. */
function inForm(file: string): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), file], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`De opmaak van ${file} lukte niet.`);
}

if (import.meta.main) writeTables();
