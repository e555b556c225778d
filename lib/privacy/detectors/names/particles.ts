/** Names that begin with a tussenvoegsel: "Van Brinkzaal", "van de Griendt", "d'Ancona". */
import { isTown } from '../../words.ts';
import { isDoing } from './given.ts';
import { chainEnd, isNext } from './span.ts';
import type { Name } from './span.ts';
import {
  isEveryday,
  isGivenName,
  isNamedThing,
  isOrdinary,
  isPlace,
  isPlaceByEnding,
  isPossible,
  isPublicWord,
  isSurname,
  isTelling,
  isUnknown,
  isWord,
  isWordThere,
  prepositions,
} from './words.ts';
import type { Reading, Word } from './words.ts';

/** "d'Ancona", "O'Reilly", "McAllister". */
export const isElided = ({ folded, hasPlainCapitals }: Reading, { text, start, isShouted }: Word): boolean =>
  !hasPlainCapitals &&
  !isShouted &&
  folded.capitals[start + 2] === 1 &&
  /^(?:[do]'|mc)\p{L}{3,}/u.test(text) &&
  !isPlaceByEnding(text) &&
  !isPublicWord(text);

/** "van de Griendt heeft dat gezegd": begins in small letters, and goes on with a capital. */
export function smallParticle(reading: Reading, index: number, word: Word): Name | undefined {
  if (word.isCapital || !word.isFirstOfSentence || reading.hasPlainCapitals || !/^(?:van|de|ter|ten|t)$/.test(word.text))
    return undefined;
  const at = chainEnd(reading, index, 3);
  const last = reading.words[at];
  if (!last || at === index || !isNext(reading, at) || !isNamePart(last) || isOnlyTown(last.text)) return undefined;
  const isLong = at > index + 1 || word.text.startsWith('t');
  // "'t Kon minder": the first whole word has the capital
  const isCalledSo =
    word.text === 't' ? isSurname(last.text) && isDoing(reading, at) : isSurname(last.text) || isUnknown(last.text);
  return isLong && isCalledSo ? { end: at + 1, score: 0.6 } : undefined;
}

const isOnlyTown = (text: string): boolean => isPlace(text) || isTown(text) || isTown(`'t ${text}`);

/** "Van Brinkzaal", "Ter Horst": not "Van Utrecht naar Zwolle", "De Telegraaf". */
export function particleName(reading: Reading, index: number, word: Word): Name | undefined {
  const { words } = reading;
  const at = chainEnd(reading, index, 3, true);
  const last = words[at];
  if (!last || isPreposition(word) || !isNext(reading, at) || !isNamePart(last) || isOther(reading, index, at)) return undefined;
  const chain = textOf(words.slice(index, at));
  const isSure = certain.has(chain) || isWithCapital(reading, word, chain, last);
  if (isGivenName(last.text) || isNoName(reading, chain, last) || isOnlyPlace(last.text, isSure, chain)) return undefined;
  if (!isSure && !isNamedAfter(chain, last.text, words[at + 1])) return undefined;
  if ((isEveryday(last.text) || isGerman.test(word.text)) && !isSurname(last.text)) return undefined;
  return { end: at + 1, score: scoreOf(isSure, last.text) };
}

const isOther = (reading: Reading, index: number, at: number): boolean =>
  isOfName(reading, at + 1) ||
  isArticle(reading, index, reading.words[at]?.text ?? '') ||
  isFromTown(reading, index, at) ||
  isOfIt(reading, at + 1) ||
  isHouse(reading, index);

/** "De bewoners van De Wilgenhof", "in De Wilgenhof": where people live, learn or work. */
const isHouse = ({ words }: Reading, index: number): boolean => {
  const [article, before] = [words[index], words[index - 1]?.text ?? ''];
  if (!article || article.isFirstOfSentence || !/^(?:de|het|'?t|ons|onze)$/.test(article.text)) return false;
  return /^(?:in|op|uit)$/.test(before) || (/^(?:van|bij|voor)$/.test(before) && ofHouse.test(words[index - 2]?.text ?? ''));
};
const ofHouse =
  /^(?:bewoners?|bewoonsters?|clienten|patienten|team|personeel|medewerkers|ouders|leerlingen|leden|bestuur|vrijwilligers|verpleging|directie|zusters|juffen|meesters|docenten|huurders|gasten|keuken|afdeling|locatie|ouderen|cursisten)$/;

/** "Van de Wlz word je niet vrolijk". */
const isOfIt = ({ words }: Reading, next: number): boolean =>
  /^wordt?$/.test(words[next]?.text ?? '') && /^(?:je|jij|u|ik|men)$/.test(words[next + 1]?.text ?? '');

const isTownOf = /^(?:den (?:haag|bosch|helder|burg|ham|dolder)|de (?:lier|bilt|meern|wijk))$/;
/** "Van De Lier naar Veendam rijdt geen bus". */
function isFromTown({ words }: Reading, index: number, at: number): boolean {
  const [word, ...rest] = words.slice(index, at + 1);
  return (
    word?.text === 'van' &&
    word.isFirstOfSentence &&
    (isTown(textOf(rest)) || isTownOf.test(textOf(rest))) &&
    /^(?:naar|tot|noar|nei|nao)$/.test(words[at + 1]?.text ?? '')
  );
}

/** "Den Ecotax", "Les Marocains", "Das Erdgasfeld": the first word of a sentence before a thing. */
const isArticle = (reading: Reading, index: number, text: string): boolean => {
  const word = reading.words[index];
  if (!word?.isFirstOfSentence) return false;
  return (
    (isWordThere(reading, word.text) && (isWordThere(reading, text) || !isSurname(text))) ||
    (word.text === 'den' && !isSurname(text))
  );
};

/** "De Blauwe Lijn": it goes on with an ordinary word that has a capital too. */
const isOfName = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  return isTelling(word) && isNext(reading, index) && !word?.isFirstOfSentence && isEveryday(word?.text ?? '');
};

/** Also Ukrainian: "У Гронінгені". */
const isPreposition = ({ text, isFirstOfSentence }: Word): boolean =>
  prepositions.has(text) || (isFirstOfSentence && text.length < 2);

/** "Zum Glück". */
const isGerman = /^(?:zum|zur|vom|zu)$/;

const scoreOf = (isSure: boolean, text: string): number => (isSure || !isOrdinary(text) ? 0.6 : 0.4);

/** "Het Kinderrechtenverdrag", "Van Brienenoordbrug"; with a number behind it, it is where somebody lives. */
const isNoName = ({ folded }: Reading, chain: string, { text, end }: Word): boolean =>
  (/^(?:het|der)$/.test(chain) && (isWord(text) || !isSurname(text))) ||
  ((isNamedThing(text) || isPlaceByEnding(text)) && !/^,? ?\d/.test(folded.text.slice(end, end + 3)));

/** Inside a sentence an article or a preposition has no capital, so here it is of a name: "dat zei Van Dongen", "door De Jong". */
const isWithCapital = ({ hasPlainCapitals }: Reading, { isFirstOfSentence }: Word, chain: string, last: Word): boolean =>
  !isFirstOfSentence && !hasPlainCapitals && (chain.startsWith('van') || isSurname(last.text));

const isOnlyPlace = (text: string, isSure: boolean, chain: string): boolean =>
  isPlace(text) && !(isSure && (isSurname(text) || chain.startsWith('van')));
const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
const isNamePart = (word: Word): boolean => isTelling(word) && isPossible(word);

/** After a particle that is also an article or a preposition. */
const isNamedAfter = (chain: string, last: string, next: Word | undefined): boolean =>
  !isEveryday(last) && !/^(?:naar|tot|en)$/.test(next?.text ?? '') && (chain !== 'de' || (isSurname(last) && !isOrdinary(last)));

const certain = new Set([
  'van der',
  'van den',
  'van de',
  "van 't",
  'ter',
  'van t',
  'in t',
  'op t',
  'ten',
  'te',
  'vd',
  'den',
  'von',
  'el',
  'ben',
  'op den',
  "in 't",
  'de la',
]);
