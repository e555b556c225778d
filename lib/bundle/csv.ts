/** A table for spreadsheets: opens with a double click, and nothing in it is ever a formula (T17). */

/** Semicolons and a byte order mark are what a Dutch spreadsheet expects; every cell is quoted, every row is one line. */
export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\u{FEFF}${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

/** What a spreadsheet may take for the beginning of a formula, also full-width and behind what is not seen. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{2212}]/u;

function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return `"${value}"`;
  const text = (value ?? '')
    .toWellFormed()
    .replace(/\r\n?|[\n\p{Zl}\p{Zp}]/gu, ' ⏎ ')
    .replace(/[\p{Cc}\u{FFFE}\u{FFFF}]/gu, ' ');
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
