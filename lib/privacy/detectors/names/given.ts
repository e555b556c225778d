/** First names of the lists: with a capital, in small letters, or all in capitals. */
import { chainEnd, isNext, nameEnd, smallNameEnd } from './span.ts';
import type { Name } from './span.ts';
import {
  isAmbiguousName,
  isCallName,
  isEveryday,
  isGivenName,
  isOrdinary,
  isPlace,
  isPossible,
  isSurname,
  isTelling,
} from './words.ts';
import type { Reading, Word } from './words.ts';

/** A first name with a capital. */
export function givenName(reading: Reading, index: number, word: Word): Name | undefined {
  const end = Math.max(nameEnd(reading, index, false), index + 1);
  const isWithSurname = end > index + 1 && isTelling(reading.words[end - 1]);
  if (!isWithSurname && (!isPossible(word) || isDate(reading, index))) return undefined;
  if (isAmbiguousName(word.text)) return ambiguousName(reading, index, word);
  const isLong = word.text.length > 2 || isCallName(word.text);
  if (isLong) return { end, score: 0.7 };
  return { end, score: isWithSurname ? 0.6 : 0.4 };
}

/** "Roos": a name when a surname follows, inside a sentence, or when it is spoken to. */
function ambiguousName(reading: Reading, index: number, word: Word): Name | undefined {
  if (word.isFirstOfSentence && neverGiven.has(word.text) && !(word.text === 'mark' && isSaying(reading, index))) return undefined; // "Door Fenna Kanariezoon"
  const end = everydayEnd(reading, index);
  if (end > index + 1) return { end, score: 0.7 };
  if (!isPossible(word)) return undefined;
  const alone = (score: number): Name => ({ end: index + 1, score });
  if (isPair(reading.words, index) || isPair(reading.words, index - 2)) return alone(0.6);
  if (!word.isFirstOfSentence) return isAfterDeterminer(reading, index) ? undefined : alone(0.55);
  if (isSpokenTo(reading, word)) return alone(0.55);
  if (isSaying(reading, index)) return alone(0.55);
  if (isReceiving(reading, index)) return alone(0.55);
  return isDoing(reading, index) ? alone(0.35) : undefined;
}

/** "21 Jan 2026", "3 mei". */
const isDate = (reading: Reading, index: number): boolean =>
  /^\d{1,2}$/.test(reading.words[index - 1]?.text ?? '') && isNext(reading, index);

/** "Roos de Wit": what follows an everyday word must have a capital, and be no place. */
function everydayEnd(reading: Reading, index: number): number {
  const last = chainEnd(reading, index + 1, 3);
  const [left, word] = [reading.words[last - 1], reading.words[last]];
  if (!left || !word || !isNext(reading, last) || !isTelling(word) || !isPossible(word)) return index;
  const isOtherSentence = reading.folded.text[left.end] === '.' && !left.isInitial;
  return isOtherSentence || (isPlace(word.text) && !isSurname(word.text)) ? index : last + 1;
}

const isCapitalName = (word: Word | undefined): boolean => word?.isCapital === true && isGivenName(word.text) && isPossible(word);
/** "Jan en Roos". */
const isPair = (words: readonly Word[], index: number): boolean =>
  /^(?:en|&|of|and|und|ve)$/.test(words[index + 1]?.text ?? '') && isCapitalName(words[index]) && isCapitalName(words[index + 2]);

const determiners = new Set(
  'de het een deze dit die dat elke elk iedere ieder geen mijn jouw zijn haar ons onze hun jullie uw veel mooie goede grote kleine witte rode nieuwe oude zwarte lange hoge lage in op the a an this that my your our no every good of'.split(
    ' ',
  ),
);
export const isAfterDeterminer = (reading: Reading, index: number): boolean => {
  const before = reading.words[index - 1]?.text ?? '';
  return (determiners.has(before) || /\d/.test(before)) && isNext(reading, index);
};

/** What a person does; a rose does not say anything. */
const verbs = new Set(
  'heeft zegt zei had vindt wilde weet wist woont woonde kreeg krijgt schreef vroeg vraagt belde kwam moet gaat ging werkt snapt speelt hat sei says said has told'.split(
    ' ',
  ),
);
/** What nobody but a person does. */
const speaking = new Set(
  'zegt zei vindt vond wil wilde weet wist woont woonde schreef schrijft vroeg vraagt belde belt vertelde vertelt denkt dacht klaagt snapt begrijpt sei says said told thinks asked lives sagt meint'.split(
    ' ',
  ),
);
/** "Bas kreeg 30.000". */
const isReceiving = ({ words }: Reading, index: number): boolean =>
  /^(?:kreeg|krijgt|werkt|werkte|speelt|stemt|vertrok|verdient)$/.test(words[index + 1]?.text ?? '');
const isSaying = ({ words }: Reading, index: number): boolean => speaking.has(words[index + 1]?.text ?? '');

export const isDoing = ({ words }: Reading, index: number): boolean => verbs.has(words[index + 1]?.text ?? '');

/** "Bloem, lees je mee?", or nothing but the name. */
const isSpokenTo = ({ folded, words }: Reading, word: Word): boolean =>
  words.length === 1 || spokenTo.test(folded.text.slice(word.end, word.end + 12));
const spokenTo =
  /^ ?(?:[!?]|, ?(?:je|jij|u|lees|kijk|dank|bedankt|sorry|luister|ik|wat|dit|hier|wil|kun|kan|heb|weet|ben|mooi|goed|top)(?!\p{L}))/u;

/** A first name in small or only capital letters. */
export function shoutedOrSmall(reading: Reading, index: number, word: Word): Name | undefined {
  if (!isPossible(word)) return undefined;
  const end = smallNameEnd(reading, index);
  if (end > index + 1 && isWithSmallSurname(reading, index, end)) {
    return { end, score: reading.isKnownLanguage || word.isShouted ? 0.6 : 0.3 };
  }
  if (isAmbiguousName(word.text) || word.text.length < 3 || isPlace(word.text)) return undefined;
  const isPlainWord = isEveryday(word.text) && word.text.length > 3 && !isCallName(word.text) && !word.isCapital;
  const isSure = reading.isKnownLanguage && !isPlainWord && (word.text.length > 3 || isEveryday(word.text));
  return { end: index + 1, score: isSure ? 0.55 : 0.3 };
}

function isWithSmallSurname({ words }: Reading, index: number, end: number): boolean {
  const [given, last] = [words[index]?.text ?? '', words[end - 1]?.text ?? ''];
  if (!isAmbiguousName(given)) return true;
  return !neverGiven.has(given) && (!isOrdinary(last) || (end > index + 2 && isSurname(last)));
}

/** First names that are verbs or small words: "wil de vries…", "door de wit…". */
const neverGiven = new Set(
  'wil door may will mark bent ben an al do so la to no as is in on at out for and dan han van'.split(' '),
);
