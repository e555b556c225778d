/** Postcode with house number, streets, number plates and dates of birth. */
import type { Folded } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { before, hasDigit, matches } from './detector.ts';
import type { Detector, Match } from './detector.ts';

const house = String.raw`\d{1,5}(?: ?bis| ?[a-z]|-[ivx]{1,4}|-\d{1,4}|-[a-z])?(?![\p{L}\p{N}])`;
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
const streetWords =
  'straat|str\\.|strjitte|laan|leane|ln\\.|weg|wei|kade|plein|singel|gracht|dijk|dyk|pad|hof|steeg|baan|dreef|plantsoen|park|markt|wal|burg|veld|brink|oord|erf|meent|donk|kamp|haven|werf|kwartier|zoom|rijk|heuvel|akker|tuin';
const street = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\p{L}[\p{L}'-]{0,30})?(?:${streetWords})(?: (?:van|der|de|den) [\p{L}'-]{2,30})? ?${house}`,
  'gu',
);
/** Where somebody says to live: then the name of a street needs no ending. "Mijn adres is Lange Wetering 73". */
const homeStreet = new RegExp(
  String.raw`(?<!\p{L})(?:adres(?: is|:)?|(?:ik|wij|we|hij|zij|ze) wo(?:on|nen|ont) (?:op|aan)(?: de| het)?|woonachtig(?: op| aan)?(?: de| het)?|woonadres(?: is|:)?) (\p{L}[\p{L}'.-]{1,24}(?: \p{L}[\p{L}'.-]{1,24}){0,3} ${house})`,
  'gu',
);
const houseNumber = new RegExp(String.raw`(?<!\p{L})(?:huisnummer|huisnr|huis nr)\.?:? ?(${house})`, 'gu');

export const address: Detector = {
  id: 'patroon.adres',
  kind: 'postcode-huisnummer',
  token: tokens.adres,
  find(folded) {
    const { text } = folded;
    if (!hasDigit(text)) return [];
    return [...postcodes(folded), ...streets(folded), ...homes(folded), ...houseNumbers(text)];
  },
};

function postcodes(folded: Folded): Match[] {
  return [...folded.text.matchAll(postcode)].flatMap((match) => {
    const score = postcodeScore(folded, match);
    return score === undefined ? [] : [{ start: addressStart(folded, match.index), end: match.index + match[0].length, score }];
  });
}

/** "Achterom 107, 3195 DR": with a number and a code behind it, a word with a capital is a street whatever it ends in. */
function addressStart(folded: Folded, at: number): number {
  const ahead = before(folded.text, at, 40);
  const found = wordAndNumber.exec(ahead);
  const word = at - ahead.length + (found?.index ?? ahead.length);
  return found && folded.capitals[word] === 1 ? streetStart(folded, word) : at;
}
const wordAndNumber = /(?<![\p{L}\p{N}])\p{L}[\p{L}'.-]{2,24} (?!(?:19|20)\d\d)\d{1,4}(?:-?[\p{L}\d]{1,4})?, ?$/u;

const streetBefore = /\p{L}{3} (?!(?:19|20)\d\d)\d{1,4}[\p{L}\d -]{0,5}, ?$/u;
const codeWordBefore = /(?:postcode|pc|woon(?:t|plaats)?|adres)[ :]{0,3}(?:\p{L}{1,10} )?$/u;

function postcodeScore(folded: Folded, match: RegExpExecArray): number | undefined {
  const [found, gap = '', letters = '', number] = match;
  const ahead = before(folded.text, match.index, 32);
  if (/(?:postbus|antwoordnummer)[ \d]{1,10},? ?$/.test(ahead)) return undefined;
  const isNamed = codeWordBefore.test(ahead) || streetBefore.test(ahead);
  if (twoLetterWords.has(letters) && !isNamed && isAfterAll(gap, number)) return undefined;
  if (number || isNamed || gap !== ' ') return number || isNamed ? 0.9 : 0.7;
  // "1500 pp", "WK 2026 NL": without anything beside it a code stands in capitals, and is no year
  const isWritten = folded.capitals[match.index + 5] === 1 && folded.capitals[match.index + 6] === 1;
  return isWritten && !/^(?:19|20)/.test(found) ? 0.7 : 0.4;
}

/** "1200 in 2024": a number and a word after all. */
const isAfterAll = (gap: string, number: string | undefined): boolean =>
  number === undefined || (gap === ' ' && /^ ?\d/.test(number));

const houseNumbers = (text: string): Match[] =>
  [...text.matchAll(houseNumber)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? '').length, end, score: 0.8 };
  });

const endsInStreet = new RegExp(`(?:${streetWords}) ?\\d`);
/** "Op nummer 12" and "aan de slag, dag 3" have no capital where a street has one. */
const homes = ({ text, capitals }: Folded): Match[] =>
  [...text.matchAll(homeStreet)].flatMap((match) => {
    const end = match.index + match[0].length;
    const start = end - (match[1] ?? '').length;
    return capitals[start] === 1 || endsInStreet.test(match[1] ?? '') ? [{ start, end, score: 0.8 }] : [];
  });

/** With the words of its name before it: "Burgemeester Kanariestraat 3", "Laan van Voorbeeld 7". */
function streets(folded: Folded): Match[] {
  return [...folded.text.matchAll(street)].flatMap((match) => {
    const start = streetStart(folded, match.index);
    const isBare = new RegExp(`^(?:${streetWords})(?: ?\\d|$)`).test(match[0]);
    if (isBare && start === match.index) return [];
    if (isAmount.test(folded.text.slice(match.index + match[0].length, match.index + match[0].length + 12))) return [];
    const score = streetScore(folded, match[0], start);
    return score === undefined ? [] : [{ start, end: match.index + match[0].length, score }];
  });
}

/** "Bij Hazeldonk 3 uur opgehouden". */
const isAmount = /^ (?:uur|jaar|dagen|weken|maanden|keer|minuten|euro|km|kilometer)(?!\p{L})/u;

/** Back over at most three words with a capital, and the small words between them. */
function streetStart({ text, capitals }: Folded, at: number): number {
  if (capitals[at] !== 1) return at;
  let start = at;
  for (let words = 0; words < 4; words += 1) {
    const word = /(?<![\p{L}\p{N}])([\p{L}'.-]{1,24}) $/u.exec(text.slice(Math.max(0, start - 26), start))?.[1];
    if (word === undefined) return trimmed(start, at);
    const next = start - word.length - 1;
    const isSmall = /^(?:van|der|de|den|ten|ter|'t|het)$/.test(word);
    if (capitals[next] !== 1 && !isSmall) return trimmed(start, at);
    if (capitals[next] === 1 && /^(?:op|in|aan|van|bij|mijn|ons|onze|adres|wij|ik|de|het|bezoek)$/.test(word))
      return trimmed(start, at);
    start = next;
  }
  return trimmed(start, at);

  /** No small word at the beginning. */
  function trimmed(from: number, until: number): number {
    const small = /^(?:(?:van|der|de|den|ten|ter|'t|het) )+/.exec(text.slice(from, until))?.[0] ?? '';
    return capitals[from] === 1 ? from : from + small.length;
  }
}

function streetScore(folded: Folded, found: string, at: number): number | undefined {
  if (
    /^(?:snelweg|onderweg|halverwege|spoorweg|rijksweg|artikel|station(?!s)|sportpark|windpark|zonnepark|pretpark|vakantiepark|industriepark|belastingdienst|koninkrijk|aandeel|loket|zorgkwartier)/.test(
      found,
    )
  )
    return undefined;
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
      !/^[a-z]{2} (?:19|20)\d\d$/.test(found) &&
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

/** The year of a birth rather than of a decision. */
const longAgo = /(?:19[1-9]\d|200\d|201[0-5])/;
const particulars = /gegevens|\bnaam ?:|\bbsn\b|burgerservice|sofi|client|patient|(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/;

/** "Fenna Kanarie, 12-3-1961, 999900006" or "ik ben van 12 maart 1961". */
function isAmongParticulars(text: string, found: string, at: number): boolean {
  if (!longAgo.test(found)) return false;
  const ahead = before(text, at, 24);
  if (/(?<!\p{L})(?:ik ben|hij is|zij is|ze is|(?:mijn|onze|m'n|mn) \p{L}{2,10} is)(?: er een| eentje)? van (?:de )?$/u.test(ahead))
    return true;
  const behind = text.slice(at + found.length, at + found.length + 2);
  return /(?:^|[,;:/|\n]) ?$/.test(ahead) && /^ ?(?:[,;/|\n.]|$)/.test(behind) && particulars.test(text);
}

/** Somebody, with a date behind it in brackets. */
const kin =
  'broer|broertje|zus|zusje|zoon|dochter|man|vrouw|moeder|vader|opa|oma|kind|partner|vriend|vriendin|kleinkind|kleinzoon|kleindochter|neef|nicht';

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
        /(?:geboren|geb\.? ?dat(?:um)?\.?|geb\.?|geboortedatum|geboortedag|gebdat|verjaar\w{0,6}|jarig|born|dob)[^.!?\n]{0,30}$|geb\. ?dat\.[ :]{0,3}$|(?:geb\.) ?$|\* ?$/.test(
          ahead,
        )
      )
        return 0.9;
      if (
        /^ ?(?:\p{L}{2,10} ){0,2}(?:ben ik |is (?:hij|zij|ze) )?(?:geboren|jarig)/u.test(
          text.slice(at + found.length, at + found.length + 36),
        )
      )
        return 0.9;
      if (isAmongParticulars(text, found, at)) return 0.8;
      if (new RegExp(`(?:${kin}) ?\\($`).test(ahead) && text[at + found.length] === ')') return 0.8;
      const isBehindName = /[\p{L}'-]{2,20} ?\($/u.test(ahead) && text[at + found.length] === ')';
      const word = /([\p{L}'-]{2,20}) ?\($/u.exec(ahead);
      return isBehindName && word && folded.capitals[at - word[0].length] === 1 ? 0.7 : undefined;
    });
  },
};
