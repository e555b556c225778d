import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../lib/bundle/csv.ts';
import { build, captureB, captureHostile, hostileTexts } from './sample.ts';
import { textOf, unzipped } from './unzipped.ts';

/** As Python's own reader sees it; shares nothing with the writer. */
function read(table: string): string[][] | undefined {
  const code =
    'import csv,io,json,sys;print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.read().lstrip("\\ufeff"),newline=""),delimiter=";"))))';
  const { status, stdout } = spawnSync('python3', ['-c', code], {
    input: table,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (status === 0) return JSON.parse(stdout) as string[][]; // what the code above writes
  console.warn('OVERGESLAGEN: python3 ontbreekt op deze machine');
  return undefined;
}

const traps = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\u{FF1D}1',
  '\u{FF0B}1',
  ' =1',
  '\u{200B}=1',
  '|calc',
  '%0A',
  '\u{2212}1',
  '"=1";"=2"',
  'a\r\n=1',
];

describe('a table for spreadsheets', () => {
  it.each(traps)('takes %j for text, in one cell of one row', (text) => {
    const rows = read(
      csv([
        ['kop', 'tweede'],
        [text, 'x'],
      ]),
    );
    if (!rows) return;
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(2);
    expect(rows[1]?.[0]).not.toMatch(/^[\s\p{Cf}]*[=+\-@|%\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{2212}]/u);
  });

  it('leaves ordinary text as it is, quotes, semicolons and emoji too', () => {
    expect(csv([['zij zei: "ja; nee"', '👩‍👩‍👧', 3, undefined]])).toBe('\u{FEFF}"zij zei: ""ja; nee""";"👩‍👩‍👧";"3";""\r\n');
  });

  it('writes every text on a line of its own', () => {
    expect(csv(hostileTexts.map((text) => [text])).split('\r\n')).toHaveLength(hostileTexts.length + 1);
  });
});

describe('the table of the reactions in a package', () => {
  it('has a row for every reaction in reading order, with depth, whom it answers and its moment', async () => {
    const table = textOf(await unzipped(await build(await captureB())), 'reacties-1859000000000000001-overzicht.csv');
    const rows = read(table);
    if (!rows) return;
    expect(rows).toHaveLength(15);
    expect(rows[0]?.slice(0, 8)).toEqual(['volgorde', 'diepte', 'kenmerk', 'soort', 'auteur', 'rol', 'antwoord op', 'tijd (UTC)']);
    expect(rows[3]?.slice(0, 9)).toEqual([
      '3',
      '2',
      'reactie-0002',
      'Reactie',
      'Reageerder 2',
      'derde',
      'antwoord-1859000000000000009 (Ministerie van Voorbeeldzaken)',
      '2026-11-19T09:05:00Z',
      'uit de code van de pagina',
    ]);
  });

  it('stays a table whatever people write', async () => {
    const rows = read(textOf(await unzipped(await build(await captureHostile())), '-overzicht.csv'));
    if (!rows) return;
    expect(rows).toHaveLength(hostileTexts.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.flat().filter((cell) => cell.startsWith('='))).toEqual([]);
  });
});
