/** Numbers as pages write them: "2534 replies", "13.8K", "4,2k", "2,560", "1,2 mln." */
const written = /\d[\d.,'\u00A0\u202F]*(?:[\u00A0\u202F ]?(?:k|m|b|dzd|mln|mld|rb|tys)(?![\p{L}\d]))?/iu;
const factors = new Map([
  ['k', 1e3],
  ['dzd', 1e3],
  ['m', 1e6],
  ['mln', 1e6],
  ['b', 1e9],
  ['mld', 1e9],
]);

/** The first number in a label, as written; `undefined` when there is none. */
export function countIn(label: string | undefined): string | undefined {
  const found = label
    ?.match(written)?.[0]
    .replace(/[.,']+$/u, '')
    .trim();
  return found?.slice(0, 40) || undefined;
}

/** Its value; rounded numbers ("13.8K") give the rounded value. */
export function countValue(shown: string | undefined): number | undefined {
  const parts = shown?.toLowerCase().match(/^([\d.,'\u00A0\u202F ]+?)[\u00A0\u202F ]*([a-z]*)$/u);
  if (!parts?.[1]) return undefined;
  const factor = parts[2] ? factors.get(parts[2]) : 1;
  const digits = factor === 1 ? whole(parts[1]) : Number(parts[1].replace(',', '.').replace(/[^\d.]/gu, ''));
  const value = factor === undefined ? Number.NaN : Math.round(digits * factor);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Without a suffix every mark is between thousands. */
function whole(text: string): number {
  return Number(text.replace(/[^\d]/gu, ''));
}
