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
const sideShapes = new Set([...sideCodes].map((code) => code.replace(/-/g, '')));
const dashed = /(?<![\p{L}\p{N}-])(?:[a-z]{1,3}|\d{1,3})-(?:[a-z]{1,3}|\d{1,3})-(?:[a-z]{1,3}|\d{1,3})(?![\p{L}\p{N}-])/gu;
const bare = /(?<![\p{L}\p{N}])[a-z0-9]{1,3}[ -]?[a-z0-9]{1,3}[ -]?[a-z0-9]{1,3}(?![\p{L}\p{N}])/gu;
const shape = (text: string): string => text.replace(/[a-z]/g, 'L').replace(/\d/g, 'N');

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
    const withWord = (found: string, at: number): number | undefined =>
      !/^[a-z]{2} (?:19|20)\d\d$/.test(found) &&
      !holdsEveryday(found, wordBeside, capitals, at) &&
      sideShapes.has(shape(found.replace(/[ -]/g, ''))) &&
      /(?:kenteken|nummerplaat|nummerbord|plaat)[^\n]{0,12}$/.test(before(text, at, 26))
        ? 0.9
        : undefined;
    const hasPlateWord = /kenteken|nummerplaat|nummerbord|plaat/.test(text);
    return [
      ...matches(text, dashed, (found) => (sideCodes.has(shape(found)) && !isDate.test(found) ? 0.8 : undefined)),
      ...(hasPlateWord ? matches(text, bare, withWord) : []),
    ];
  },
};
