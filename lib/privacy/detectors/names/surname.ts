/** A capital on a word that is no first name: a surname, or a name that no list has. */
import { endsInWord, isLikeSurname, isNearWord, isSlip } from '../../vocabulary.ts';
import { insideSentence, toSomebody } from './among.ts';
import { isAfterDeterminer, isAfterTown, isDoing, isSaying, neverGiven } from './given.ts';
import { isRole } from './roles.ts';
import { isNext, nameEnd } from './span.ts';
import type { Name } from './span.ts';
import {
  isEveryday,
  isGivenName,
  isOrdinary,
  isPlace,
  isPossible,
  isPublicWord,
  isSurname,
  isTelling,
  isUnknown,
  isWord,
  isWordThere,
  looksLikeSurname,
} from './words.ts';
import type { Reading, Word } from './words.ts';

export function surname(reading: Reading, index: number, word: Word): Name | undefined {
  if (word.isInitial || word.hasInnerCapital || !isPossible(word) || isInterjection(word.text)) return undefined;
  if (word.isFirstOfSentence && isBeforeName(reading, index, word)) return undefined;
  if (isWordHere(reading, word.text)) return everydaySurname(reading, index, word);
  if (isPlace(word.text) && !isSurname(word.text)) return undefined;
  const end = endOf(reading, index, word);
  const isPlain = isOrdinary(word.text);
  if (end > index + 1 && (!isPlain || isSurnameOnly(reading.words[end - 1])))
    return { end, score: isAnybody(reading, index, end) ? 0.6 : 0.4 };
  if (isPlace(word.text)) return undefined;
  return isPlain ? plainSurname(reading, index, word) : unknownName(reading, index, word);
}

/** "Wetthouder van Urk", "Minsiter": the first word of a sentence, with a slip in it. */
const isMistyped = ({ text, isFirstOfSentence }: Word): boolean => isFirstOfSentence && !isSurname(text) && isSlip(text);

/** "Namens de Bewoners van", "naar de Vissers van Urk": a word with an article before it. */
const isCounted = (reading: Reading, index: number, { text }: Word): boolean =>
  isWord(text) && /^(?:de|het|een|onze|alle|geen|veel)$/.test(reading.words[index - 1]?.text ?? '') && isNext(reading, index);

function endOf(reading: Reading, index: number, word: Word): number {
  const end = sequenceEnd(reading, index);
  const isOne = (isMistyped(word) && !isSurnameBehind(reading.words[end - 1])) || isCounted(reading, index, word);
  return isOne ? index + 1 : end;
}
const isSurnameBehind = (word: Word | undefined): boolean => isSurnameOnly(word) && !isGivenName(word?.text ?? '');

/** Of our language, or of the one that the text is in. */
const isWordHere = (reading: Reading, text: string): boolean => isEveryday(text) || isWordThere(reading, text);

/** One of its words must be known to be of a name, or be among people: "Berner Sennen" is nobody. */
const isAnybody = ({ words }: Reading, index: number, end: number): boolean =>
  (toSomebody.has(words[index - 1]?.text ?? '') && words[index - 1]?.isFirstOfSentence === false) ||
  (/^(?:en|and|und|ve|&)$/.test(words[index - 1]?.text ?? '') && isGivenName(words[index - 2]?.text ?? '')) ||
  words.slice(index, end).some(({ text }) => isGivenName(text) || (isSurname(text) && !isPublicWord(text)));

/** "Beterschap Greetje", "Tandarts Evers": the name begins behind it; "An de grachten" is none. */
const isBeforeName = ({ isKnownLanguage, words }: Reading, index: number, { text }: Word): boolean =>
  neverGiven.has(text) ||
  toSomebody.has(text) ||
  ((isWord(text) || !isKnownLanguage) && !isSurname(text) && isGivenName(words[index + 1]?.text ?? '')) ||
  (isRole(text) && isTelling(words[index + 1]));

/** One word with a capital that is in no dictionary of ours. */
function unknownName(reading: Reading, index: number, word: Word): Name | undefined {
  if (!looksLikeSurname(word.text) || word.text.length < 3 || toSomebody.has(word.text) || isAfterPlaceWord(reading, index))
    return undefined;
  if (isPointedAt(reading, index, word)) return undefined;
  const alone = (score: number): Name => ({ end: index + 1, score });
  if (isOurOwn(reading, index)) return alone(0.55);
  if (isAfterArticle(reading, index) || isAfterTown(reading, index) || isDescribed(reading, index))
    return isSurname(word.text) ? alone(0.35) : undefined;
  if (!word.isFirstOfSentence) return alone(insideSentence(reading, index, word));
  return alone(atStart(reading, index, word));
}

/** The first word of a sentence has a capital in every language: "Çok güzel". */
function atStart(reading: Reading, index: number, { text }: Word): number {
  if (isParticiple.test(text) || isMisspelt(text)) return 0.35;
  if (isSurname(text) && (reading.isKnownLanguage || isLikeSurname(text))) return 0.55;
  if (!reading.isKnownLanguage) return isPaired(reading, index) ? 0.55 : 0.3;
  if (!isUnknown(text) || isNearWord(text)) return 0.3;
  return isDoing(reading, index) || isAsked(reading, index) || isPaired(reading, index) ? 0.55 : 0.45;
}

/** "Ongelooflyk", "Onbegrijplijk": as it sounds, and no name ends so. */
const isMisspelt = (text: string): boolean =>
  /.{4}(?:lijk|lyk|luk|lik|lijke|lyke|loos|baar|heid|ties|atie|asie|isch|ies|eren|eerd|teit|geld|kosten)$/.test(text) ||
  (text.includes('y') && isWord(text.replaceAll('y', 'ij')));

/** "Wiebrig lees je mee?", "Annelotte kijk dit eens". */
const isAsked = ({ words }: Reading, index: number): boolean => {
  const [verb, object] = [words[index + 1]?.text ?? '', words[index + 2]?.text ?? ''];
  if (/^(?:lees|kijk|check|luister|zie|hoor)$/.test(verb))
    return /^(?:je|jij|u|do|dit|dat|eens|even|ff|mee|maar|nou|hier|)$/.test(object);
  return /^(?:weet|ken|heb|ben|kun|kan|wil|bel|app)$/.test(verb) && /^(?:je|jij|u|do)$/.test(object);
};

/** "Rolinka en Berthold", "Rolinka en ik". */
const isPaired = ({ words }: Reading, index: number): boolean =>
  (words[index + 1]?.text === 'en' && words[index + 2]?.text === 'ik') ||
  (/^(?:en|&|and|und|ve|i|y|e|ku)$/.test(words[index + 1]?.text ?? '') &&
    words[index + 2]?.isCapital === true &&
    isGivenName(words[index + 2]?.text ?? ''));

/** "Die Koopkrachtplaatjes", "deze Lintjesknipperij": made of words, and no name of the lists. */
const isPointedAt = (reading: Reading, index: number, { text }: Word): boolean =>
  !isSurname(text) &&
  /^(?:die|deze|dit|dat|mijn|jullie|uw)$/.test(reading.words[index - 1]?.text ?? '') &&
  (endsInWord(text) || /.{5}(?:erij|jes|heid|ingen|eren|aties|bikes|huizen)$/.test(text));

/** "Verstreken tijd", "Bekeurd": no dictionary has them all. */
const isParticiple = /^(?:be|ge|her|ont|ver)\p{L}{4,}(?:en|t|d|de)$/u;

/** "in Weert", "gemeente Best". */
const isAfterPlaceWord = ({ words }: Reading, index: number): boolean =>
  /^(?:in|naar|uit|ut|te|rond|nabij|g[emnt]{5,8}|stad|dorp|regio|wijk|from|near|to)$/.test(words[index - 1]?.text ?? '') &&
  !/^(?:spoke|speak|spoken|talked|talk|talking|listen|listened|said|wrote|according|thanks)$/.test(words[index - 2]?.text ?? '');

/** People have no article: "de Oekraïners", "een Nexit". */
const isAfterArticle = (reading: Reading, index: number): boolean =>
  isNext(reading, index) &&
  /^(?:de|het|een|geen|t|elke|elk|iedere|onze|ons|the|a|an|this|der)$/.test(reading.words[index - 1]?.text ?? '');

/** "Een trotse Oranjefan"; "een zekere Kanarie" is somebody. */
const isDescribed = (reading: Reading, index: number): boolean =>
  isNext(reading, index) &&
  reading.words[index - 2]?.text === 'een' &&
  /^(?!zekere|gewisse)\p{L}{3,}e$/u.test(reading.words[index - 1]?.text ?? '') &&
  isEveryday(reading.words[index - 1]?.text ?? '') &&
  !isRole(reading.words[index - 1]?.text ?? '');

/** "Onze Alie is 19": of the family. */
const isOurOwn = (reading: Reading, index: number): boolean =>
  /^(?:onze|ons|us|oons|oonze)$/.test(reading.words[index - 1]?.text ?? '') &&
  isNext(reading, index) &&
  (isDoing(reading, index) || /^(?:is|was|zit|wordt|mag|wil|hai|hef)$/.test(reading.words[index + 1]?.text ?? ''));

const isSurnameOnly = (word: Word | undefined): boolean =>
  word !== undefined && isSurname(word.text) && !isOrdinary(word.text) && !isPlace(word.text);

/** "Harm Oosterveld": an ordinary word with a capital that is also a name, and a surname behind it. */
function everydaySurname(reading: Reading, index: number, word: Word): Name | undefined {
  if (word.isFirstOfSentence || !isSurname(word.text) || isPlace(word.text)) return undefined;
  const end = sequenceEnd(reading, index);
  const last = end > index + 1 ? reading.words[end - 1] : undefined;
  const isName =
    last !== undefined &&
    !isOrdinary(last.text) &&
    !isWordThere(reading, last.text) &&
    !isPlace(last.text) &&
    !isAfterDeterminer(reading, index);
  return isName ? { end, score: 0.6 } : undefined;
}

/** A word with a capital inside a sentence. */
function plainSurname(reading: Reading, index: number, word: Word): Name | undefined {
  const alone = (score: number): Name => ({ end: index + 1, score });
  if (word.isFirstOfSentence)
    return isSurname(word.text) &&
      !isEveryday(word.text) &&
      !isPlace(word.text) &&
      (isSaying(reading, index) || isDoing(reading, index))
      ? alone(0.5)
      : undefined;
  const isPerhaps = isSurname(word.text) || isLikeSurname(word.text);
  if (isWithPeople(reading, index, word, isPerhaps)) return alone(0.5);
  if (!isPerhaps || isAfterDeterminer(reading, index)) return undefined;
  return alone(isTellingAlone(reading, index, word) ? 0.5 : 0.35);
}

/** "Dank Hoekwater", "Roos en Wit", "die Hoekwater". */
function isWithPeople(reading: Reading, index: number, { text }: Word, isPerhaps: boolean): boolean {
  const before = reading.words[index - 1]?.text ?? '';
  if (isSurname(text) && toPerson.has(before) && isNext(reading, index)) return true;
  if (/^(?:en|of|&)$/.test(before) && isGivenName(reading.words[index - 2]?.text ?? '')) return true;
  return isPerhaps && /^(?:die|deze|meneer|jullie)$/.test(before);
}

/** "Boven ons woont Evers": not "Bakkerij Zoete Broodjes", of which the words around it have capitals too. */
const isTellingAlone = ({ words }: Reading, index: number, { text }: Word): boolean =>
  isSurname(text) && !isEveryday(text) && !words[index - 1]?.isCapital && !words[index + 1]?.isCapital;

/** What is done with people rather than with things. */
const toPerson = new Set('met zoals dank bedankt citeer spreek sprak bel belde volgens namens aldus door en'.split(' '));

/** "Desislava Popescu": the words after it have a capital too, and are no places or public words. */
function sequenceEnd(reading: Reading, index: number): number {
  const end = nameEnd(reading, index, false);
  const last = end > index + 1 ? reading.words[end - 1] : undefined;
  if (!last || last.isShouted || last.hasInnerCapital || last.isFirstOfSentence || !isPossible(last)) return index + 1;
  return isPlace(last.text) && isBeforePlace(reading, reading.words[index], last) ? index + 1 : end;
}

/** "Hele Veluwe", "Ut Dokkum": a word, in whatever language, and where something is. */
function isBeforePlace({ isKnownLanguage }: Reading, first: Word | undefined, place: Word): boolean {
  if (!first) return false;
  if (first.isFirstOfSentence && first.text.length < 4 && !isSurname(first.text)) return true;
  return !isSurname(place.text) && (isOrdinary(first.text) || (first.isFirstOfSentence && !isKnownLanguage));
}

const isInterjection = (text: string): boolean =>
  /^.$|.{4}(?:able|tion|tions|ness|ment|ing|ings|ally|ously|fully|ism)$|(.)\1\1|^(?:ha|he|hi|ho|ja|jo|mm|pf|ps|tj|ts|wh|wo)+[a-z]{0,2}$|^[^aeiouy]+$/.test(
    text,
  );
