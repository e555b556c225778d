/** A capital on a word that is no first name: a surname, or a name that no list has. */
import { isLikeSurname, isNearWord } from '../../vocabulary.ts';
import { isAfterDeterminer, isDoing } from './given.ts';
import { isRole } from './roles.ts';
import { chainEnd, isNext, nameEnd } from './span.ts';
import type { Name } from './span.ts';
import {
  isEveryday,
  isGivenName,
  isOrdinary,
  isPlace,
  isPossible,
  isSurname,
  isTelling,
  isUnknown,
  looksLikeSurname,
  prepositions,
} from './words.ts';
import type { Reading, Word } from './words.ts';

export function surname(reading: Reading, index: number, word: Word): Name | undefined {
  if (word.isInitial || word.hasInnerCapital || !isPossible(word) || isInterjection(word.text)) return undefined;
  if (word.isFirstOfSentence && isRole(word.text) && isTelling(reading.words[index + 1])) return undefined;
  if (isEveryday(word.text)) return everydaySurname(reading, index, word);
  if (isPlace(word.text) && !isSurname(word.text)) return undefined;
  const end = sequenceEnd(reading, index);
  const isPlain = isOrdinary(word.text);
  if (end > index + 1 && (!isPlain || isSurnameOnly(reading.words[end - 1]))) return { end, score: 0.6 };
  if (isPlace(word.text)) return undefined;
  return isPlain ? plainSurname(reading, index, word) : unknownName(reading, index, word);
}

/** One word with a capital that is in no dictionary of ours. */
function unknownName(reading: Reading, index: number, word: Word): Name | undefined {
  if (!looksLikeSurname(word.text) || word.text.length < 3 || isAfterPlaceWord(reading, index)) return undefined;
  const alone = (score: number): Name => ({ end: index + 1, score });
  if (isOurOwn(reading, index)) return alone(0.55);
  if (isAfterArticle(reading, index)) return isSurname(word.text) ? alone(0.35) : undefined;
  if (!word.isFirstOfSentence) return alone(reading.hasCapitalNouns && !isSurname(word.text) ? 0.35 : 0.55);
  return alone(atStart(reading, index, word));
}

/** The first word of a sentence has a capital in every language: "Çok güzel". */
function atStart(reading: Reading, index: number, { text }: Word): number {
  if (isParticiple.test(text)) return 0.35;
  if (isSurname(text) && (reading.isKnownLanguage || isLikeSurname(text))) return 0.55;
  if (!reading.isKnownLanguage || !isUnknown(text) || isNearWord(text)) return 0.3;
  return isDoing(reading, index) || isAsked(reading, index) || reading.words.length === 1 ? 0.55 : 0.45;
}

/** "Wiebrig lees je mee?" */
const isAsked = ({ words }: Reading, index: number): boolean =>
  /^(?:lees|kijk|luister|weet|ken|heb|ben|kun|kan|wil|bel|app|zie|hoor)$/.test(words[index + 1]?.text ?? '') &&
  /^(?:je|jij|u|do)$/.test(words[index + 2]?.text ?? '');

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
  const isName = last !== undefined && !isOrdinary(last.text) && !isPlace(last.text) && !isAfterDeterminer(reading, index);
  return isName ? { end, score: 0.6 } : undefined;
}

/** A word with a capital inside a sentence. */
function plainSurname(reading: Reading, index: number, word: Word): Name | undefined {
  if (word.isFirstOfSentence) return undefined;
  const alone = (score: number): Name => ({ end: index + 1, score });
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
  const first = reading.words[index];
  const isPlain = isOrdinary(first?.text ?? '') || (first?.isFirstOfSentence === true && !reading.isKnownLanguage);
  const isPlaceName = isPlace(last.text) && !isSurname(last.text) && isPlain;
  return isPlaceName ? index + 1 : end;
}

const isInterjection = (text: string): boolean =>
  /.{4}(?:able|tion|tions|ness|ment|ing|ings|ally|ously|fully|ism)$|(.)\1\1|^(?:ha|he|hi|ho|ja|jo|mm|pf|ps|tj|ts|wh|wo)+[a-z]{0,2}$|^[^aeiouy]+$/.test(
    text,
  );

/** "Van Brinkzaal", "Ter Horst": not "Van Utrecht naar Zwolle", "De Telegraaf". */
export function particleName(reading: Reading, index: number, word: Word): Name | undefined {
  const { words } = reading;
  const at = chainEnd(reading, index, 3, true);
  const last = words[at];
  if (!last || prepositions.has(word.text) || !isNext(reading, at) || !isNamePart(last)) return undefined;
  const chain = textOf(words.slice(index, at));
  const isSure = certain.has(chain) || isWithCapital(reading, word, chain, last);
  if (isGivenName(last.text) || isOnlyPlace(last.text, isSure, chain)) return undefined;
  const isNamed = isSure || isNamedAfter(chain, last.text, words[at + 1]?.text ?? '');
  if (!isNamed || (isEveryday(last.text) && !isSurname(last.text))) return undefined;
  return { end: at + 1, score: isSure || !isOrdinary(last.text) ? 0.6 : 0.4 };
}

/** Inside a sentence an article or a preposition has no capital, so here it is of a name: "dat zei Van Dongen", "door De Jong". */
const isWithCapital = ({ hasPlainCapitals }: Reading, { isFirstOfSentence }: Word, chain: string, last: Word): boolean =>
  !isFirstOfSentence && !hasPlainCapitals && (chain.startsWith('van') || isSurname(last.text));

const isOnlyPlace = (text: string, isSure: boolean, chain: string): boolean =>
  isPlace(text) && !(isSure && (isSurname(text) || chain.startsWith('van')));
const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
const isNamePart = (word: Word): boolean => isTelling(word) && isPossible(word);

/** After a particle that is also an article or a preposition. */
const isNamedAfter = (chain: string, last: string, next: string): boolean =>
  !isEveryday(last) && !/^(?:naar|tot|en)$/.test(next) && (chain !== 'de' || (isSurname(last) && !isOrdinary(last)));

const certain = new Set([
  'van der',
  'van den',
  'van de',
  "van 't",
  'ter',
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
