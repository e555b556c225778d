import { describe, expect, it } from 'vitest';
import { importedList } from '../../../lib/ui/importList.ts';

const csv = (...lines: string[]) => importedList('lijst.csv', `\u{FEFF}${lines.join('\r\n')}\r\n`);

describe('a selection list from a file', () => {
  it('is read as a Dutch spreadsheet saves it', () => {
    expect(
      csv('Code;Werkproces;Waardering;Termijn;Scenario’s', '1.1;"Voorlichting; ook ""extern""";V;5 jaar;A, C', '2.3;Dialoog;B;;B'),
    ).toEqual({
      isGood: true,
      entries: [
        { code: '1.1', process: 'Voorlichting; ook "extern"', appraisal: 'V', years: '5', retention: '', scenarios: ['A', 'C'] },
        { code: '2.3', process: 'Dialoog', appraisal: 'B', years: '', retention: '', scenarios: ['B'] },
      ],
    });
  });

  it('may have commas, other headings and no scenarios', () => {
    expect(csv('nummer,omschrijving,waardering,bewaartermijn', '7,Iets,v,P10Y')).toMatchObject({
      entries: [{ code: '7', appraisal: 'V', years: '10', scenarios: ['A', 'B', 'C'] }],
    });
  });

  it.each([
    ['heading', 1, ['code;naam', '1;a']],
    ['missing', 2, ['code;werkproces;waardering', ';Dialoog;B']],
    ['appraisal', 3, ['code;werkproces;waardering', '1;Dialoog;B', '2;Iets;X']],
    ['term', 2, ['code;werkproces;waardering;termijn', '1;Voorlichting;V;']],
    ['scenario', 2, ['code;werkproces;waardering;termijn;scenario', '1;Dialoog;B;;D']],
    ['file', 1, ['code;werkproces;waardering']],
  ] as const)('is refused as a whole when something is wrong: %s', (fault, line, lines) => {
    expect(csv(...lines)).toEqual({ isGood: false, line, fault });
  });

  it('may be JSON, by itself or in a list', () => {
    const entry = { code: '1', process: 'Dialoog', appraisal: 'B', scenarios: ['B'] };
    expect(importedList('lijst.json', JSON.stringify([entry]))).toMatchObject({
      isGood: true,
      entries: [{ code: '1', retention: '' }],
    });
    expect(importedList('lijst.json', JSON.stringify({ entries: [entry] }))).toMatchObject({ isGood: true });
    expect(importedList('lijst.json', '{')).toEqual({ isGood: false, line: 1, fault: 'file' });
  });
});
