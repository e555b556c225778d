/** Number plates, by the side codes of the RDW. */
import { tokens } from '../tokens.ts';
import { before, hasDigit, holdsEveryday, matches } from './detector.ts';
import type { Detector } from './detector.ts';

/** L = letters, N = digits, of all side codes with 6 signs in 3 groups. */
const sideCodes = new Set(
  'LL-NN-NN NN-NN-LL NN-LL-NN LL-NN-LL LL-LL-NN NN-LL-LL NN-LLL-N N-LLL-NN LL-NNN-L L-NNN-LL LLL-NN-L L-NN-LLL N-LL-NNN NNN-LL-N'.split(
    ' ',
  ),
);
const dashed = /(?<![\p{L}\p{N}-])(?:[a-z]{1,3}|\d{1,3})-(?:[a-z]{1,3}|\d{1,3})-(?:[a-z]{1,3}|\d{1,3})(?![\p{L}\p{N}-])/gu;
/** Without the hyphens, or with blanks. */
const signs: Readonly<Record<string, string>> = { L: '[a-z]', N: String.raw`\d`, '-': '[ -]?' };
const bare = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[...sideCodes].map((code) => code.replace(/[LN-]/g, (sign) => signs[sign] ?? sign)).join('|')})(?![\p{L}\p{N}])`,
  'gu',
);
const plateWord = 'kenteken|nummerplaat|nummerbord|plaat|kent\\.';
const plateBefore = new RegExp(`(?:${plateWord})[^\\n]{0,16}$`);
const plateAfter = new RegExp(`^[ ,]{1,2}(?:is|als|was) (?:mijn|zijn|haar|het|ons|onze) (?:${plateWord})`);
/** "Die auto xr123k": glued together, with letters and figures, and said of what has a plate. */
const vehicleBefore =
  /(?:auto|bus|busje|scooter|brommer|motor|wagen|bestelbus|camper|caravan|aanhanger|vrachtwagen|taxi|camionette|kamion|busken)[ :(]{1,2}$/;
/** Belgian: "1-ZQX-904". */
const belgian = /(?<![\p{L}\p{N}-])[1-9]-[a-z]{3}-\d{3}(?![\p{L}\p{N}-])/gu;
const shape = (text: string): string => text.replace(/[a-z]/g, 'L').replace(/\d/g, 'N');

/** Of other countries: only with a word for it. "Moje auto WX 0482K". */
const abroad = /(?<![\p{L}\p{N}])[a-z]{1,3}[ -]?(?:[a-z]{1,2}[ -]?)?\d{2,5}[ -]?[a-z]{0,2}(?![\p{L}\p{N}])/gu;
const plateWordAbroad =
  /(?:kenteken|nummerplaat|nummerbord|kennzeichen|license plate|number plate|plaque|matricula|rejestrac\p{L}{1,5}|moje auto|samochod\p{L}{0,2}|plaka\p{L}{0,3})(?: is| nr| numer| :)?:? {0,2}$/u;

/** "Kenteken na 1825 dagen", "1000 km": a number with a word beside it. */
const wordBeside = /(?:^|(?<= ))[a-z]+(?= |$)/g;

/** "1-mei-24". */
const isDate = /^\d{1,2}-(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)-/;

export const plate: Detector = {
  id: 'patroon.kenteken',
  kind: 'kenteken',
  token: tokens.kenteken,
  find({ text, capitals }) {
    if (!hasDigit(text)) return [];
    const withWord = (found: string, at: number): number | undefined => {
      if (/^[a-z]{2} (?:19|20)\d\d$/.test(found) || holdsEveryday(found, wordBeside, capitals, at)) return undefined;
      const ahead = before(text, at, 30);
      const isTold = plateBefore.test(ahead) || plateAfter.test(text.slice(at + found.length, at + found.length + 30));
      return isTold || (!found.includes(' ') && vehicleBefore.test(ahead)) ? 0.9 : undefined;
    };
    return [
      ...matches(text, dashed, (found) => (sideCodes.has(shape(found)) && !isDate.test(found) ? 0.8 : undefined)),
      ...matches(text, belgian, (found, at) => (capitals[at + 2] === 1 && !isDate.test(found) ? 0.8 : undefined)),
      ...matches(text, bare, withWord),
      ...matches(text, abroad, (found, at) =>
        capitals[at] === 1 && found.length > 4 && plateWordAbroad.test(before(text, at, 30)) ? 0.8 : undefined,
      ),
    ];
  },
};
