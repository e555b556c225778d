/** Numbers as pages write them: "2534 replies", "13.8K", "4,2k", "2,560", "1,2 mln." */
const written =
  /\d[\d.,'\u00A0\u202F]*(?:[\u00A0\u202F ]?(?:k|m|b|mn|mr|dzd|mln|mld|mio|mrd|rb|tys|tis|tsd|bin|mil|mi|тыс|тис|млн|млрд|千|万|萬|億|亿|천|만|억)(?![\p{Script=Latin}\p{Script=Cyrillic}\d]))?/iu;
/** Not "b": a thousand million in English, a thousand in Turkish. What cannot be told is no number. */
const factors = new Map([
  ['k', 1e3],
  ['dzd', 1e3],
  ['m', 1e6],
  ['mln', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['mi', 1e6],
  ['млн', 1e6],
  ['mld', 1e9],
  ['mrd', 1e9],
  ['mr', 1e9],
  ['млрд', 1e9],
  ...['tys', 'tis', 'tsd', 'bin', 'mil', 'rb', 'тыс', 'тис', '千', '천'].map((word): [string, number] => [word, 1e3]),
  ...['万', '萬', '만'].map((word): [string, number] => [word, 1e4]),
  ...['億', '亿', '억'].map((word): [string, number] => [word, 1e8]),
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
  const parts = shown?.toLowerCase().match(/^([\d.,'\u00A0\u202F ]+?)[\u00A0\u202F ]*(\p{L}*)$/u);
  if (!parts?.[1]) return undefined;
  const factor = parts[2] ? factors.get(parts[2]) : 1;
  const digits = factor === 1 ? whole(parts[1]) : Number(parts[1].replace(',', '.').replace(/[^\d.]/gu, ''));
  const value = factor === undefined ? Number.NaN : Math.round(digits * factor);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Without a suffix every mark is between thousands; "1,2" is a rounded number whose suffix we do not know. */
function whole(text: string): number {
  return /[.,]\d{1,2}$/u.test(text) ? Number.NaN : Number(text.replace(/[^\d]/gu, ''));
}
