/** Where somebody lives: what is told to be an address, with or without a postcode. */
import type { Folded } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { isWord } from '../vocabulary.ts';
import { isEveryday, isNameOfThing, isTown } from '../words.ts';
import { before, firstGroups, hasDigit, tellingCapitals } from './detector.ts';
import type { Detector, Match } from './detector.ts';
import { postcodes } from './postcodes.ts';
import { house, isAmount, streetWords, streets, townEnd, wholeStreets } from './streets.ts';

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
    const told = { ...folded, capitals: tellingCapitals(folded) };
    return [
      ...postcodes(folded),
      ...streets(told),
      ...homes(told),
      ...townsOnly(told),
      ...wholeStreets(told),
      ...lines(told),
      ...firstGroups(text, houseNumber, 0.8),
    ];
  },
};

const endsInStreet = new RegExp(`(?:${streetWords}) ?\\d`);
/** "Op nummer 12" and "aan de slag, dag 3" have no capital where a street has one. */
function homes(folded: Folded): Match[] {
  const { text, capitals } = folded;
  const isStreet = ({ start, end }: Match): boolean =>
    (capitals[start] === 1 || endsInStreet.test(text.slice(start, end))) && !isNoHome(text, start, end, capitals[start] === 1);
  const isWritten = ({ start, end }: Match): boolean =>
    capitals[start] === 1 && capitals[start + 1] !== 1 && isBeforeTown(folded, end);
  return [...firstGroups(text, homeStreet, 0.8), ...firstGroups(text, sentTo, 0.7).filter(isWritten)].filter(isStreet);
}
/** "Smidsgang 213 in Heerenveen", "Lindenhoeve 3, Assen": no ending tells, but a word that is nothing else, a number and a town. */
const beforeTown = new RegExp(
  String.raw`(?<=(?:^|[\n,(]|(?<!\p{L})(?:(?:op|aan)(?: (?:de|het|'t))?|voor|bij|naar|van|te|is|na|tegenover|wonende|wonend)) ?)(?<![\p{L}\p{N}-])(\p{L}[\p{L}'-]{5,24} (?!(?:19|20)\d\d)${house})(?=,? ?\p{L})`,
  'gu',
);
const townsOnly = (folded: Folded): Match[] =>
  firstGroups(folded.text, beforeTown, 0.7).filter(({ start, end }) => {
    const [word = '', number = ''] = folded.text.slice(start, end).split(' ');
    const isName = folded.capitals[start] === 1 && folded.capitals[start + 1] !== 1 && !isTown(word) && !isNameOfThing(word);
    // "windkracht 10 in Zandvoort"
    const isInRow =
      /[,\n] ?$|(?<!\p{L})aan (?:de|het|'t) $/u.test(before(folded.text, start, 8)) ||
      (start === 0 && folded.text[end] === ',') ||
      /^\d{3}|[a-z]$/.test(number);
    return isName && !isEveryday(word) && (!isWord(word) || isInRow) && townEnd(folded, end) > end;
  });
/** "Lange Nering 105 b" on a line of its own, and a town on the next. */
const ownLine = new RegExp(
  String.raw`(?<=\n ?)(\p{L}[\p{L}'.-]{1,24}(?: \p{L}[\p{L}'.-]{1,24}){0,3} (?!(?:19|20)\d\d)${house})(?= ?\n ?(?:[1-9]\d{3} ?[a-z]{2} )?(\p{L}[\p{L}' -]{2,24}?) ?(?:$|\n))`,
  'gu',
);
const lines = ({ text, capitals }: Folded): Match[] =>
  [...text.matchAll(ownLine)].flatMap(({ 0: found, 2: town = '', index }) =>
    capitals[index] === 1 && isTown(town) && !isAmount.test(text.slice(index + found.length, index + found.length + 16))
      ? [{ start: index, end: index + found.length, score: 0.7 }]
      : [],
  );

/** "Naar Almere 3 jaar geleden", "naar Loket 3". */
const isNoHome = (text: string, start: number, end: number, isCapital: boolean): boolean =>
  isAmount.test(text.slice(end, end + 12)) ||
  (noStreet.test(text.slice(start, end)) && !(isCapital && /^(?:de|het) /.test(text.slice(start, end)))) ||
  isTown(text.slice(start, end).replace(/ \d{1,2}$/, ''));
/** "…, Haarlem", "… yn Itens", "…, t.a.v. F. Kanarie". */
const isBeforeTown = (folded: Folded, end: number): boolean =>
  /^,? ?(?:t\.?a\.?v|tav|ter attentie)/.test(folded.text.slice(end, end + 18)) || townEnd(folded, end) > end;
const noStreet =
  /^(?:kamer|loket|artikel|balie|afdeling|studio|perron|gate|hal|zaal|bureau|postbus|antwoordnummer|formule|team|groep|radio|tv|npo|rtl|nummer|mijn|de|het) /;
