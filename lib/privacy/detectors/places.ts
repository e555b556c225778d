/** Where somebody lives: postcode with house number, street. */
import type { Folded } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { isWord } from '../vocabulary.ts';
import { isEveryday, isPlace, isTown } from '../words.ts';
import { before, firstGroups, hasDigit } from './detector.ts';
import type { Detector, Match } from './detector.ts';

const house = String.raw`\d{1,5}(?: ?bis| i{1,3}(?![\p{L}\p{N}])| ?[a-z]|-[ivx]{1,4}|-\d{1,4}|-[a-z]|[ -]?hs|\/\d{1,3}(?!\d*\/))?(?![\p{L}\p{N}])`;
const postcode = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[1-9]\d{3}([ -]?)(?!s[ads])([a-z]{2})(?![\p{L}\p{N}])((?:,? ?|-)(?:(?:huis)?(?:nr|nummer)\.? ?)?${house})?`,
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
  String.raw`(?<![\p{L}\p{N}])(?:\p{L}[\p{L}'-]{0,30})?(?:${streetWords})(?: (?:van|der|de|den) [\p{L}'-]{2,30})? ?(?:(?:huis)?(?:nr|nummer)\.? ?)?${house}`,
  'gu',
);
/** Where somebody says to live: then the name of a street needs no ending. "Mijn adres is Lange Wetering 73". */
const homeStreet = new RegExp(
  String.raw`(?<!\p{L})(?:adres(?: is|:)?|(?:ik|wij|we|hij|zij|ze) wo(?:on|nen|ont) (?:op|aan)(?: de| het)?|(?:ik|wij|we) wo(?:on|nen)|(?:verhuisd|verhuizen|verhuisde[n]?) naar(?: de| het)?|woonachtig(?: op| aan)?(?: de| het)?|woonadres(?: is|:)?) (\p{L}[\p{L}'.-]{1,24}(?: \p{L}[\p{L}'.-]{1,24}){0,3} ${house})`,
  'gu',
);
/** "Stuur het maar naar Ereprijs 135, Haarlem": with a capital, and after what is sent. */
const sentTo = new RegExp(
  String.raw`(?<!\p{L})(?:stuur|stuurt|sturen|gestuurd|schrijf|schrijft|schrijven|skriuw|post|brief|brieven|bezorg|bezorgd|bezorgen|pakje|pakket|papieren|opsturen|kom|komt|langs|bezoek)(?!\p{L})[^.!?\n\d]{0,30} (?:naar|nei|op|bij|aan)(?: de| het)? (\p{L}[\p{L}'.-]{2,24}(?: (?:de|den|der|het|van|ten|ter|'t|\p{L}[\p{L}'.-]{2,24})){0,3} (?!(?:19|20)\d\d)${house})`,
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
    return [
      ...postcodes(folded),
      ...streets(folded),
      ...homes(folded),
      ...wholeStreets(folded),
      ...firstGroups(text, houseNumber, 0.8),
    ];
  },
};

/** Of two words, or as short as a word. */
const otherTowns = new Set(['den haag', 'den bosch', 'den ham', 'den burg', 'ede', 'epe', 'oss', 'best', 'goor', 'elst']);

/** "9744 KD Groningen", "Kwelderpad 61, Den Helder": the town is of the address. */
function townEnd({ text, capitals }: Folded, end: number): number {
  const words = /^(?: te | in | yn |,? ?)((?:[\p{L}'-]{2,24} ?){1,3})/u.exec(text.slice(end, end + 60));
  const first = end + (words?.[0].length ?? 0) - (words?.[1]?.length ?? 0);
  if (!words?.[1] || first === end || capitals[first] !== 1) return end;
  const parts = words[1].trim().split(' ');
  for (let count = parts.length; count > 0; count -= 1) {
    const name = parts.slice(0, count).join(' ');
    if (isTown(name) || otherTowns.has(name) || (count === 1 && isPlace(name))) return first + name.length;
  }
  return end;
}

function postcodes(folded: Folded): Match[] {
  return [...folded.text.matchAll(postcode)].flatMap((match) => {
    const score = postcodeScore(folded, match);
    return score === undefined
      ? []
      : [
          {
            start: leadStart(folded, addressStart(folded, match.index)),
            end: townEnd(folded, match.index + match[0].length),
            score,
          },
        ];
  });
}

/** "Achterom 107, 3195 DR": with a number and a code behind it, a word with a capital is a street whatever it ends in. */
function addressStart(folded: Folded, at: number): number {
  const ahead = before(folded.text, at, 40);
  const found = wordAndNumber.exec(ahead);
  const word = at - ahead.length + (found?.index ?? ahead.length);
  return found && folded.capitals[word] === 1 ? streetStart(folded, word) : at;
}
const wordAndNumber =
  /(?<![\p{L}\p{N}])\p{L}[\p{L}'.-]{2,24} (?:(?:1[5-9]|20)\d\d (?=\d)|(?!(?:19|20)\d\d))\d{1,4}(?:[ -]?[\p{L}\d]{1,4})?, ?$/u;

const streetBefore = /\p{L}{3} (?!(?:19|20)\d\d)\d{1,4}[\p{L}\d -]{0,5}(?:, ?| \(| te )$/u;
const codeWordBefore = /(?:postcode|pc|woon(?:t|plaats)?|adres)[ :]{0,3}(?:\p{L}{1,10} )?$/u;

function postcodeScore(folded: Folded, match: RegExpExecArray): number | undefined {
  const [found, gap = '', letters = '', number] = match;
  const ahead = before(folded.text, match.index, 32);
  if (/(?:postbus|antwoordnummer)[ \d]{1,10},? ?$/.test(ahead)) return undefined;
  const isNamed = codeWordBefore.test(ahead) || streetBefore.test(ahead);
  if (
    twoLetterWords.has(letters) &&
    ((!isNamed && !isInCapitals(folded, match) && isAfterAll(gap, number)) || isBetween(folded, match, ahead))
  )
    return undefined;
  if (number || isNamed) return 0.9;
  if (gap !== ' ') return 0.7;
  // "1500 pp", "WK 2026 NL": without anything beside it a code stands in capitals, and is no year
  const isWritten = folded.capitals[match.index + 5] === 1 && folded.capitals[match.index + 6] === 1;
  return isWritten && !/^(?:19|20)/.test(found) ? 0.7 : 0.4;
}

/** "6196 TV 163-II". */
const isInCapitals = ({ capitals }: Folded, { 3: number, index }: RegExpExecArray): boolean =>
  number !== undefined && /-[ivx]+$|\d[a-z]$/.test(number) && capitals[index + 5] === 1 && capitals[index + 6] === 1;

/** "Postcode tussen 2019 en 2021". */
const isBetween = ({ capitals }: Folded, { 1: gap, index }: RegExpExecArray, ahead: string): boolean =>
  gap === ' ' && capitals[index + 5] !== 1 && /(?<!\p{L})(?:tussen|van|ruim|bijna|zo'n|ongeveer|over|na|binnen) $/u.test(ahead);

/** "1200 in 2024": a number and a word after all. */
const isAfterAll = (gap: string, number: string | undefined): boolean =>
  number === undefined || (gap === ' ' && /^ ?\d/.test(number));

/** Of several words, on a line of its own or behind "aan": "Achter de Hoven 54-II". */
const severalWords = new RegExp(
  String.raw`(?:(?<=^|\n) ?|(?<=(?<!\p{L})(?:aan|op) (?:(?:de|het) )?)|(?<=(?<!\p{L})(?:in|van|bij) (?:(?:de|het) )?)(?=(?:laan|plein|hof|weg|park|kade|singel|dijk|pad) ))(\p{L}[\p{L}'.-]{1,24}(?: (?:de|den|der|het|van|ten|ter|'t)){1,2} \p{L}[\p{L}'.-]{1,24} (?!(?:19|20)\d\d)${house})(?= ?(?:[,.;\n]|$| \p{L}))`,
  'gu',
);
const wholeStreets = ({ text, capitals }: Folded): Match[] =>
  firstGroups(text, severalWords, 0.7).filter(({ start, end }) => {
    const last = start + text.slice(start, end).search(/\p{L}+ \d/u);
    return capitals[start] === 1 && capitals[last] === 1 && !isAmount.test(text.slice(end, end + 12));
  });

const endsInStreet = new RegExp(`(?:${streetWords}) ?\\d`);
/** "Op nummer 12" and "aan de slag, dag 3" have no capital where a street has one. */
function homes(folded: Folded): Match[] {
  const { text, capitals } = folded;
  const isStreet = ({ start, end }: Match): boolean =>
    (capitals[start] === 1 || endsInStreet.test(text.slice(start, end))) && !isNoHome(text, start, end);
  const isWritten = ({ start, end }: Match): boolean =>
    capitals[start] === 1 && capitals[start + 1] !== 1 && isBeforeTown(folded, end);
  return [...firstGroups(text, homeStreet, 0.8), ...firstGroups(text, sentTo, 0.7).filter(isWritten)].filter(isStreet);
}
/** "Naar Almere 3 jaar geleden", "naar Loket 3". */
const isNoHome = (text: string, start: number, end: number): boolean =>
  isAmount.test(text.slice(end, end + 12)) ||
  noStreet.test(text.slice(start, end)) ||
  isTown(text.slice(start, end).replace(/ \d{1,2}$/, ''));
/** "…, Haarlem", "… yn Itens", "…, t.a.v. F. Kanarie". */
const isBeforeTown = (folded: Folded, end: number): boolean =>
  /^,? ?(?:t\.?a\.?v|tav|ter attentie)/.test(folded.text.slice(end, end + 18)) || townEnd(folded, end) > end;
const noStreet =
  /^(?:kamer|loket|artikel|balie|afdeling|studio|perron|gate|hal|zaal|bureau|postbus|antwoordnummer|formule|team|groep|radio|tv|npo|rtl|nummer|mijn|de|het) /;

const bareStreet = new RegExp(`^(?:${streetWords})(?: ?\\d|$)`);
/** With the words of its name before it: "Burgemeester Kanariestraat 3", "Laan van Voorbeeld 7". */
function streets(folded: Folded): Match[] {
  return [...folded.text.matchAll(street)].flatMap((match) => {
    const start = streetStart(folded, match.index);
    const end = match.index + match[0].length;
    if (start === match.index && (bareStreet.test(match[0]) || isOnlyWord(folded, match))) return [];
    if (isAmount.test(folded.text.slice(end, end + 12))) return [];
    const score = streetScore(folded, match[0], start);
    return score === undefined ? [] : [{ start: leadStart(folded, start), end: townEnd(folded, end), score }];
  });
}

const surelyStreet = /(?:straat|str\.|strjitte|laan|leane|ln\.|weg|plein|singel|gracht|steeg|kade|dreef|plantsoen|dijk|dyk)$/;
/** "Zeedijk" and "Schoolpad" are known as places, and are streets all the same; "Hamburg" is none. */
const calledAsStreets = /(?:straat|weg|plein|singel|gracht|steeg|kade|dreef|plantsoen|dijk|pad|hof|wal|tuin|erf)$/;
const livesThere = /(?:woon|woont|wonen|adres|woonachtig|aan|op|op de|aan de|op het|aan het|t\/o|tegenover)[ :]{1,2}$/;
/** "Antwoord 2 klopt niet", "Wachtwoord123", "in Barneveld 3 keer", "mijn iPad 2": a word or a town, and a number behind it. */
function isOnlyWord(folded: Folded, match: RegExpExecArray): boolean {
  const [found] = match;
  const word = /^[\p{L}'-]+/u.exec(found)?.[0] ?? '';
  const ahead = before(folded.text, match.index, 16);
  if (found[word.length] === '.' || livesThere.test(ahead) || /\d(?:bis| ?[a-z]|-[a-z\d]+)$/.test(found)) return false;
  if ((isTown(word) || isPlace(word)) && !calledAsStreets.test(word)) return true;
  if (surelyStreet.test(word)) return isEveryday(word) && !word.endsWith('straat');
  return isWord(word) && isWrittenAsWord(folded, match, word);
}

/** Glued to its number, behind an article, in small or only capitals, or counted at the beginning of a sentence. */
function isWrittenAsWord({ text, capitals }: Folded, { 0: found, index }: RegExpExecArray, word: string): boolean {
  const ahead = before(text, index, 16);
  if (/\d/.test(found[word.length] ?? '') || capitals[index] !== 1 || capitals[index + 1] === 1) return true;
  if (/(?<!\p{L})(?:de|het|een|mijn|zijn|haar|ons|onze|dit|dat|deze|die) $/u.test(ahead)) return true;
  // "Schoolpad 68" begins a sentence as well; "Stap 2" and "Antwoord 12" do more often
  const isCounted = /[^\d]\d$/.test(found) || /(?:oord|rijk|kwartier|verf|kerf)$/.test(word);
  const end = index + found.length;
  return isCounted && /(?:^|[.!?:\n] ?["'(]?)$/.test(ahead) && /^ \p{L}/u.test(text.slice(end, end + 2));
}

/** "1e Wilgenstraat 3", "'t Hof 3". */
const leadStart = ({ text }: Folded, start: number): number =>
  start - (/(?<![\p{L}\p{N}])(?:\d{1,2}(?:e|de|ste)|'t) $/u.exec(before(text, start, 7))?.[0].length ?? 0);

/** "Bij Hazeldonk 3 uur opgehouden", "Abdij van Berne 12 maart". */
const isAmount =
  /^ (?:uur|jaar|dagen|weken|maanden|keer|minuten|euro|km|kilometer|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?!\p{L})/u;

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
    // "op De Meent": an article with a capital inside a sentence is of the name
    const isArticle = /^(?:de|het)$/.test(word) && /\p{Ll} $/u.test(text.slice(Math.max(0, next - 2), next));
    if (capitals[next] === 1 && !isArticle && /^(?:op|in|aan|van|bij|mijn|ons|onze|adres|wij|ik|de|het|bezoek)$/.test(word))
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
