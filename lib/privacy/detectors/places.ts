/** Postcode with house number, streets, number plates and dates of birth. */
import type { Folded } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { before, hasDigit, matches } from './detector.ts';
import type { Detector, Match } from './detector.ts';

const house = String.raw`\d{1,5}(?: ?[a-z]|-[ivx]{1,4}|-\d{1,4}|-[a-z])?(?![\p{L}\p{N}])`;
const postcode = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[1-9]\d{3}([ -]?)(?!s[ads])([a-z]{2})(?![\p{L}\p{N}])(,? ?(?:(?:huis)?(?:nr|nummer)\.? ?)?${house})?`,
  'gu',
);
/** Two letters that follow four digits in ordinary text. */
const twoLetterWords = new Set(
  'en is in of op de te me we je ze er om al na uw zo ik u km kg mg ml mm cm ha eu pk bc ie to at nu nr tv ga he hé ja ze wo ma di do vr za zo mn md dm cl dl gr st ex ad et la le th nd rd am pm gb mb kb kw wh ma mw ac ii iv vi ii xi we us'.split(
    ' ',
  ),
);
const street = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\p{L}[\p{L}'-]{1,30}(?:straat|str\.|laan|ln\.|weg|kade|plein|singel|gracht|dijk|pad|hof|steeg|baan|dreef|plantsoen|park|markt|wal|burg|veld|brink|oord|erf|meent|donk|kamp) ?${house}`,
  'gu',
);

export const address: Detector = {
  id: 'patroon.adres',
  kind: 'postcode-huisnummer',
  token: tokens.adres,
  find(folded) {
    const { text } = folded;
    if (!hasDigit(text)) return [];
    return [...postcodes(text), ...matches(text, street, (found, at) => streetScore(folded, found, at))];
  },
};

function postcodes(text: string): Match[] {
  return [...text.matchAll(postcode)].flatMap((match) => {
    const [found, gap = '', letters = '', number] = match;
    const isNamed = /(?:postcode|pc|woon(?:t|plaats)?|adres)[ :]{0,3}(?:\p{L}{1,10} )?$/u.test(before(text, match.index, 26));
    if (/(?:postbus|antwoordnummer)[ \d]{1,10},? ?$/.test(before(text, match.index, 32))) return [];
    const isWord = twoLetterWords.has(letters);
    if (isWord && !isNamed && number === undefined) return [];
    if (isWord && gap === ' ' && !isNamed && number !== undefined && /^ ?\d/.test(number) && letters !== 'ab') return [];
    return [{ start: match.index, end: match.index + found.length, score: number || isNamed ? 0.9 : 0.7 }];
  });
}

function streetScore(folded: Folded, found: string, at: number): number | undefined {
  if (/^(?:snelweg|onderweg|halverwege|spoorweg|rijksweg|artikel|station)/.test(found)) return undefined;
  const isNamed = /(?:woon|adres|woonachtig|op de|aan de|t\/o|tegenover)[^.\n]{0,16}$/.test(before(folded.text, at, 30));
  return folded.capitals[at] === 1 || isNamed ? 0.8 : 0.4;
}

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

export const plate: Detector = {
  id: 'patroon.kenteken',
  kind: 'kenteken',
  token: tokens.kenteken,
  find({ text }) {
    if (!hasDigit(text)) return [];
    const withWord = (found: string, at: number): number | undefined =>
      sideShapes.has(shape(found.replace(/[ -]/g, ''))) &&
      /(?:kenteken|nummerplaat|nummerbord|plaat)[^\n]{0,12}$/.test(before(text, at, 26))
        ? 0.9
        : undefined;
    const hasPlateWord = /kenteken|nummerplaat|nummerbord|plaat/.test(text);
    return [
      ...matches(text, dashed, (found) => (sideCodes.has(shape(found)) ? 0.8 : undefined)),
      ...(hasPlateWord ? matches(text, bare, withWord) : []),
    ];
  },
};

const months =
  'jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const date = new RegExp(
  String.raw`(?<!\d)(?:\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}(?:e|ste|de)? ?(?:${months})\.? ?'?(?:(?:19|20)\d\d|\d\d))(?!\d)`,
  'g',
);

export const birth: Detector = {
  id: 'patroon.geboortedatum',
  kind: 'geboortedatum',
  token: tokens.geboortedatum,
  find(folded) {
    const { text } = folded;
    if (!hasDigit(text)) return [];
    return matches(text, date, (found, at) => {
      const ahead = before(text, at, 44);
      if (
        /(?:geboren|geb\.?|geboortedatum|geboortedag|gebdat|verjaar\w{0,6}|jarig|born|dob)[^.!?\n]{0,30}$|(?:geb\.) ?$|\* ?$/.test(
          ahead,
        )
      )
        return 0.9;
      const isBehindName = /[\p{L}'-]{2,20} ?\($/u.test(ahead) && text[at + found.length] === ')';
      const word = /([\p{L}'-]{2,20}) ?\($/u.exec(ahead);
      return isBehindName && word && folded.capitals[at - word[0].length] === 1 ? 0.7 : undefined;
    });
  },
};
