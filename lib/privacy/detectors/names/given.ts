/** First names of the lists: with a capital, in small letters, or all in capitals. */
import { wordsElsewhere } from '../../data/begrippen.ts';
import { foldText } from '../../fold.ts';
import { isFirstName } from '../../words.ts';
import { chainEnd, isNext, nameEnd, smallNameEnd } from './span.ts';
import type { Name } from './span.ts';
import {
  isAmbiguousName,
  isCallName,
  isEveryday,
  isGivenName,
  isOfRegion,
  isOrdinary,
  isPlace,
  isPossible,
  isShort,
  isSurname,
  isTelling,
  isWordThere,
  isWritten,
} from './words.ts';
import type { Reading, Word } from './words.ts';

/** A first name with a capital. */
export function givenName(reading: Reading, index: number, word: Word): Name | undefined {
  const end = Math.max(nameEnd(reading, index, false), index + 1);
  const isWithSurname = end > index + 1 && isTelling(reading.words[end - 1]);
  if (!isWithSurname && (!isPossible(word) || isDate(reading, index) || isSmallWordHere(reading, index, word.text)))
    return undefined;
  if (isPerhapsWord(reading, word)) return ambiguousName(reading, index, word);
  if (!reading.isKnownLanguage && word.isFirstOfSentence && !isWithSurname && !isMeant(reading, index)) return { end, score: 0.35 };
  const isLong = word.text.length > 2 || isCallName(word.text);
  if (isLong) return { end, score: 0.7 };
  return { end, score: isWithSurname ? 0.6 : 0.4 };
}

const isPerhapsWord = (reading: Reading, word: Word): boolean =>
  (!reading.isKnownLanguage && isElsewhere.has(word.text)) ||
  isWordThere(reading, word.text) ||
  (isAmbiguousName(word.text) && !hasMark(reading, word));

const isElsewhere = new Set(wordsElsewhere.split(' ').map(foldText));

/** The first word of a sentence in another language may be any word of it: "Kira yardımı", but "Tomek i Kasia", "Zeynep'in", "Burak, ". */
const isMeant = (reading: Reading, index: number): boolean => {
  const [word, next] = [reading.words[index], reading.words[index + 1]];
  if (!word) return false;
  const { text } = reading.folded;
  return (
    next === undefined ||
    /[^a-z'-]|-/.test(word.text) ||
    /(?:sra?|mme|pan|pani)\. ?$/.test(text.slice(Math.max(0, word.start - 6), word.start)) ||
    /^ ?(?:[,:!?;/&+(]|'\p{L}|[^\p{L}\p{N}\s'".-])|^\. ?\p{Lu}/u.test(text.slice(word.end, word.end + 3)) ||
    behindName.test(next.text) ||
    isRight.test(text.slice(word.end, word.end + 14)) ||
    (/^(?:i|ve|y|e|en|und|and|et|oraz|ile|ku|si|та|і|и|й|و)$/u.test(next.text) && reading.words[index + 2]?.isCapital === true) ||
    isSaying(reading, index) ||
    isDoing(reading, index)
  );
};
/** Who is right, in six languages, and "waits" in Frisian. */
const isRight =
  /^ (?:hakli|sen |(?:tin|ten) rason|ma racje|masz racje|a raison|tiene razon|tem razao|ha ragione|hat recht|hast recht|wachtet|wennet|hat )/;
/** Turkish: what somebody is, or is to somebody, stands behind the name. */
const behindName =
  /^(?:bey|hanim|abi|abla|hoca|amca|teyze|dayi|hala|kardes|kardesim|hocam|abim|ablam|usta|efendi)(?:ya|ye|yi|nin|in|im|den|dan|e|a)?$/;

/** "Ömer", "Noël": with its mark it is no other word. */
const hasMark = ({ folded }: Reading, { start, end }: Word): boolean =>
  /[^\p{Script=Latin}\s\p{P}]|[\u00c0-\u024f]/u.test(
    folded.original.slice(folded.starts[start], folded.starts[end]).normalize('NFC'),
  );

/** "Roos": a name when a surname follows, inside a sentence, or when it is spoken to. */
function ambiguousName(reading: Reading, index: number, word: Word): Name | undefined {
  if (isNeverHere(reading, index, word)) return undefined;
  const end = everydayEnd(reading, index);
  if (end > index + 1) return { end, score: 0.7 };
  if (!isPossible(word)) return undefined;
  const alone = (score: number): Name => ({ end: index + 1, score });
  if (isPair(reading.words, index) || isPair(reading.words, index - 2) || isInRow(reading, index)) return alone(0.6);
  if (isOfOurs(reading, index)) return alone(0.55);
  if (isNounThere(reading, word)) return undefined;
  if (!word.isFirstOfSentence) return isAfterDeterminer(reading, index) ? undefined : alone(0.55);
  if (isSpokenTo(reading, word) || isSaying(reading, index) || isReceiving(reading, index)) return alone(0.55);
  return isDoing(reading, index) || !reading.isKnownLanguage ? alone(0.35) : undefined;
}

/** "Im Osten". */
const isNounThere = (reading: Reading, { text }: Word): boolean => reading.hasCapitalNouns && isWordThere(reading, text);

/** "Door Fenna Kanariezoon"; but "Mark zegt". */
const isNeverHere = (reading: Reading, index: number, { text, end, isFirstOfSentence }: Word): boolean =>
  (text === 'art' && /^\.? ?\d/.test(reading.folded.text.slice(end, end + 3))) ||
  (isFirstOfSentence && neverGiven.has(text) && !(text === 'mark' && isSaying(reading, index))) ||
  isSmallWordHere(reading, index, text);

/** Without a point before it: "42 formulieren Ben je 42", "van moe, Elke minister", "Dan is het oorlog". */
const isSmallWordHere = ({ folded, words }: Reading, index: number, text: string): boolean => {
  const behind = folded.text.slice(words[index]?.end ?? 0, (words[index]?.end ?? 0) + 16);
  const next = words[index + 1]?.text ?? '';
  if (text === 'elke') return behind.startsWith(' ') && ((isEveryday(next) && !doneByElke.test(behind)) || isTimeOf.test(next));
  return smallWords[text]?.test(behind) === true;
};
const smallWords: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    ben: 'je jij ik u ge benieuwd blij bang boos',
    dan: 'is komt maar kan kun moet heb hebben krijg krijgen wordt graag weet pas ook nog zijn gaat gaan mag wil toch weer liever wel niet zou ben geit geet mar mot',
    net: 'als zo een de of nog toen weer iets dat wat',
    om: 'half te de het een',
    mo: 'ma da dat ge wat nee we wuk toch gow jong vint ja joat joa t moe mens',
    per: 'jaar maand week dag persoon saldo direct stuk',
    door: 'de het een die dat al deze',
  }).map(([word, next]) => [word, new RegExp(String.raw`^ (?:${next.replaceAll(' ', '|')})(?!\p{L})`, 'u')]),
);
const isTimeOf = /(?:dag|avond|ochtend|morgen|middag|nacht|week|weekend|maand|jaar|keer)$/;
/** "Elke maand"; but of somebody who is called so: "Elke heeft gelijk". */
const doneByElke =
  /^ (?:heeft|is|was|zegt|zei|woont|werkt|en|uit|van|de|ook|mee|die|had|kan|wil|moet|gaat|weet|vindt|schreef|vroeg|kreeg|kwam|ging)(?!\p{L})/u;
/** "21 Jan 2026", "3 mei". */
const isDate = (reading: Reading, index: number): boolean =>
  /^\d{1,2}$/.test(reading.words[index - 1]?.text ?? '') && isNext(reading, index);

/** "Roos de Wit": what follows an everyday word must have a capital, and be no place. */
function everydayEnd(reading: Reading, index: number): number {
  const last = chainEnd(reading, index + 1, 3);
  const [left, word] = [reading.words[last - 1], reading.words[last]];
  if (!left || !word || !isNext(reading, index + 1) || !isNext(reading, last) || !isTelling(word) || !isPossible(word))
    return index;
  if ((reading.hasCapitalNouns || isWordThere(reading, word.text)) && !isSurname(word.text)) return index; // "Rosa Zeiten"
  const isOtherSentence = reading.folded.text[left.end] === '.' && !left.isInitial;
  return isOtherSentence || (isPlace(word.text) && !isSurname(word.text)) ? index : last + 1;
}

const isCapitalName = (word: Word | undefined): boolean => word?.isCapital === true && isGivenName(word.text) && isPossible(word);
/** "Jan en Roos". */
const isPair = (words: readonly Word[], index: number): boolean =>
  /^(?:en|&|of|and|und|ve)$/.test(words[index + 1]?.text ?? '') && isCapitalName(words[index]) && isCapitalName(words[index + 2]);

/** "Joke, Ben, Samira". */
export const isInRow = ({ words, folded }: Reading, index: number): boolean =>
  [index - 1, index].every((at) => folded.text.slice(words[at]?.end, words[at + 1]?.start) === ', ') &&
  isCapitalName(words[index - 1]) &&
  isCapitalName(words[index + 1]);

const determiners = new Set(
  'de het een deze dit die dat elke elk iedere ieder geen mijn jouw zijn haar ons onze hun jullie uw veel mooie goede grote kleine witte rode nieuwe oude zwarte lange hoge lage in op the a an this that my your our no every good of'.split(
    ' ',
  ),
);
/** Portuguese, Spanish, Italian, French, Romanian. */
const determinersElsewhere = new Set(
  'do da dos das de di del della dello dei delle du des des le la les el los las lo gli il al au aux nel nella un une una uno um uma'.split(
    ' ',
  ),
);
/** "De Haagse Mart". */
export const isAfterTown = (reading: Reading, index: number): boolean =>
  reading.words[index - 1]?.isCapital === true &&
  reading.words[index - 1]?.text.endsWith('se') === true &&
  isNext(reading, index) &&
  isAfterArticle(reading, index - 1);
export const isAfterDeterminer = (reading: Reading, index: number): boolean => {
  const before = reading.words[index - 1]?.text ?? '';
  const isDetermined =
    determiners.has(before) ||
    isAfterTown(reading, index) ||
    /\d/.test(before) ||
    (isWordThere(reading, reading.words[index]?.text ?? '') && determinersElsewhere.has(before));
  return isDetermined && isNext(reading, index);
};

/** "Onze Sem krijgt geen vervoer": of the family. */
const isOfOurs = ({ words }: Reading, index: number): boolean =>
  /^(?:onze|ons|us)$/.test(words[index - 1]?.text ?? '') &&
  /^(?:is|was|zit|wordt|mag|moet|kan|gaat|krijgt|kreeg|heeft|had|wil|wilde|haar|zijn|z'n|d'r)$/.test(words[index + 1]?.text ?? '');

/** What a person does; a rose does not say anything. */
const verbs = new Set(
  'heeft zegt zei had vindt wilde weet wist woont woonde kreeg krijgt schreef vroeg vraagt belde kwam moet gaat ging werkt snapt speelt hat sei says said has told'.split(
    ' ',
  ),
);
/** What nobody but a person does. */
const speaking = new Set(
  'zegt zei vindt vond wil wilde weet wist woont woonde schreef schrijft vroeg vraagt belde belt vertelde vertelt denkt dacht klaagt snapt begrijpt sei says said told thinks asked lives sagt meint belt belde neemt liegt loog beloofde weigert weigerde reageert reageerde antwoordt mailde beweert beweerde verzekerde ondertekende besloot lachte spreekt leert studeert slaapt huilt lacht trouwt overleed stierf wacht wachtte fietst wandelt kookt hoopt vreest verloor bedankte bedankt bevestigt bevestigde stuurt stuurde'.split(
    ' ',
  ),
);
/** "Bas kreeg 30.000". */
const isReceiving = ({ words }: Reading, index: number): boolean =>
  /^(?:kreeg|krijgt|werkt|werkte|speelt|stemt|vertrok|verdient)$/.test(words[index + 1]?.text ?? '');
export const isSaying = ({ words }: Reading, index: number): boolean => speaking.has(words[index + 1]?.text ?? '');

export const isDoing = ({ words }: Reading, index: number): boolean =>
  verbs.has(words[index + 1]?.text ?? '') || speaking.has(words[index + 1]?.text ?? '');

/** "Bloem, lees je mee?", or nothing but the name. */
const isSpokenTo = ({ folded, words }: Reading, word: Word): boolean =>
  (words.length === 1 && !isEveryday(word.text)) || spokenTo.test(folded.text.slice(word.end, word.end + 12));
const spokenTo =
  /^ ?(?:[!?]|, ?(?:je|jij|u|lees|kijk|dank|bedankt|sorry|luister|ik|wat|dit|hier|wil|kun|kan|heb|weet|ben|mooi|goed|top)(?!\p{L}))/u;

/** "Met een rietje". */
const isAfterArticle = (reading: Reading, index: number): boolean =>
  /^(?:een|de|het|geen|n|elk|elke|a|the)$/.test(reading.words[index - 1]?.text ?? '') && isNext(reading, index);

/** A first name in small or only capital letters. */
export function shoutedOrSmall(reading: Reading, index: number, word: Word): Name | undefined {
  if (!isPossible(word) || isOtherWord(reading, word)) return undefined;
  const end = smallNameEnd(reading, index);
  if (end > index + 1 && isWithSmallSurname(reading, index, end)) {
    return { end, score: reading.isPlainlyKnown || word.isShouted ? 0.6 : 0.3 };
  }
  if (isAmbiguousName(word.text) || word.text.length < 3 || isPlace(word.text) || isAfterArticle(reading, index)) return undefined;
  const isCalled = isToldToLook(reading, index) || isTogether(reading, index);
  return { end: index + 1, score: isCalled || isSureAlone(reading, word) ? 0.55 : 0.3 };
}

/** "Tim kijk eens". */
const isToldToLook = ({ words }: Reading, index: number): boolean =>
  /^(?:kijk|lees|check|hoor|zie)$/.test(words[index + 1]?.text ?? '');
/** "Ik en noa hebben". */
const isTogether = ({ words }: Reading, index: number): boolean =>
  words[index - 1]?.text === 'en' &&
  /^(?:hebben|zijn|waren|gaan|willen|wonen|staan|moeten|krijgen)$/.test(words[index + 1]?.text ?? '');

/** In small letters "julie" is mostly "jullie", and these are Frisian or street words. */
const otherInSmall = new Set(
  'samma net stan ales lee jo malen erna olle wan gulder est vida sani hana julie enzo awa bali faya fem fien fiene armen clara maks frede wies uwe isla yari bes vin mart veur bun isis lex lore mas maha mon nana neo nia nova novi nox ion ola ona ove paz pip puk rana raya rin sama sana sare sasa sia siv soma tama tia una uta uda uli vic wira xin yan yana yara verde chelsea paris kenzo kala kane kiki koko lin lune mae famke sille mira lizze swier giel alve stien stiens sil rin ien lis rein wei belen kino cara hava'.split(
    ' ',
  ),
);
/** "Ik kan nog lope", "ik snap er nieks van": rather a word with a letter too few or too many. */
const isTypedWrong = ({ text, isCapital }: Word): boolean =>
  !isCapital && ((text.endsWith('e') && text.length < 6 && isEveryday(`${text}n`)) || (text.endsWith('s') && !isFirstName(text)));

/** "Andres" for "anders", "klara" for "klaar". */
function isSwapped(text: string): boolean {
  if (text.length < 5 || text.length > 16) return false;
  for (let i = 1; i < text.length - 1; i += 1) {
    if (isEveryday(`${text.slice(0, i)}${text[i + 1]}${text[i]}${text.slice(i + 2)}`)) return true;
  }
  return false;
}

export const isOtherInSmall = (text: string): boolean => otherInSmall.has(text);
const isOtherWord = (reading: Reading, word: Word): boolean =>
  isShort(reading, word) ||
  (isOtherInSmall(word.text) && !isWritten(reading, word)) ||
  isTypedWrong(word) ||
  isWordThere(reading, word.text) ||
  isOfRegion(reading, word);

function isSureAlone({ isKnownLanguage, isPlainlyKnown }: Reading, { text, isCapital }: Word): boolean {
  const isPlainWord = isEveryday(text) && text.length > 3 && !isCallName(text) && !isCapital;
  return (
    (isCapital ? isKnownLanguage : isPlainlyKnown && !isSwapped(text)) && !isPlainWord && (text.length > 3 || isEveryday(text))
  );
}

function isWithSmallSurname(reading: Reading, index: number, end: number): boolean {
  const { words } = reading;
  const [given, last] = [words[index]?.text ?? '', words[end - 1]?.text ?? ''];
  if (isWordThere(reading, last)) return false;
  if (!isAmbiguousName(given)) return true;
  const isChained = end > index + 2 && !/^'?t$/.test(words[index + 1]?.text ?? '');
  return !neverGiven.has(given) && isSurname(last) && (!isOrdinary(last) || isChained);
}

/** First names that are verbs or small words: "wil de vries…", "door de wit…". */
export const neverGiven = new Set(
  'per kick let net meta wil door may will mark bent ben an al do so la to no as is in on at out for and dan han van sen than zus che'.split(
    ' ',
  ),
);
