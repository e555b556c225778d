/** How far a name goes that begins at a word: initials, first names, tussenvoegsels, surnames. */
import { isTown } from '../../words.ts';
import type { Match } from '../detector.ts';
import { isRole } from './roles.ts';
import {
  isEveryday,
  isGivenName,
  isOrganisation,
  isParticle,
  isPlace,
  isPublicWord,
  isSurname,
  isTelling,
  isWord,
  isWordThere,
  isWritten,
  looksLikeSurname,
  partsOf,
  prepositions,
} from './words.ts';
import type { Reading, Word } from './words.ts';

/** The index after the last word of a name, and how sure it is one. */
export interface Name {
  readonly end: number;
  readonly score: number;
}

const LONGEST = 6;

/** `isLenient`: something before it says that a name comes. Gives the index after its last word. */
export function nameEnd(reading: Reading, from: number, isLenient: boolean): number {
  const { words, folded } = reading;
  let end = from;
  let hasPreposition = false; // "Mohammed uit Deventer" ends before `uit`; "Jan in 't Veld" does not
  for (let i = from; i < Math.min(words.length, from + LONGEST); i += 1) {
    const word = words[i];
    const previous = i > from ? words[i - 1] : undefined;
    if (!word || (previous && !isNear(folded.text, previous, word))) break;
    if (word.isInitial) end = i + 1;
    else if (isPlaceBehind(word, previous, words[i + 1], words[i + 2])) break;
    else if (isLinking(reading, i, i > from || isLenient)) hasPreposition ||= prepositions.has(word.text);
    else if (isSomethingElse(reading, word, previous, end - from) || (hasPreposition && isFrom(word, previous))) break;
    else if (isNameWord(reading, word, previous, isLenient, end === from)) end = i + 1;
    else break;
  }
  return end;
}

/** "Mevrouw Jansen op de Dam": where she was; "Jan op de Beek", "J. in 't Veld" are called so. */
const isPlaceBehind = (
  { text, isCapital }: Word,
  previous: Word | undefined,
  next: Word | undefined,
  last: Word | undefined,
): boolean =>
  previous !== undefined &&
  !isCapital &&
  prepositions.has(text) &&
  text !== 'tot' &&
  isWhere(next, last) &&
  !previous.isInitial &&
  !isLinkingWord(previous) &&
  !isGivenName(previous.text);

/** "De Dam", "Zwolle", "Den Haag". */
const isWhere = (first: Word | undefined, last: Word | undefined): boolean =>
  first !== undefined &&
  (/^(?:de|het|een|dit|deze)$/.test(first.text) ||
    isPlace(first.text) ||
    (first.isCapital && isTown(`${first.text} ${last?.text ?? ''}`)));

/** `taken`: how many words of the name there are already. */
const isSomethingElse = (reading: Reading, word: Word, previous: Word | undefined, taken: number): boolean =>
  (word.hasInnerCapital && !/^(.)\1/.test(word.text) && isLinkingWord(previous)) ||
  isBehindPoint(reading, word, previous) ||
  isNewSentence(word, previous, taken) ||
  isWhereTheyWork(word, previous, taken);

/** A tussenvoegsel counts only when a name comes after it. */
const isLinking = ({ words, tags }: Reading, index: number, mayBeSmall: boolean): boolean => {
  const word = words[index];
  if (!word || index >= words.length - 1) return false;
  if (word.text === 'do' && tags.some((tag) => /^(?:pl|cs|sr)$/.test(tag))) return false; // "z Bydgoszczy do Hagi"
  return isMiddleA(words, index) || (isParticleHere(word.text) && (mayBeSmall || word.isCapital));
};

/** "Chin A Foeng", "Tjon A Ten". */
const isMiddleA = (words: readonly Word[], index: number): boolean =>
  index > 0 &&
  words[index]?.text === 'a' &&
  !isNobody(words[index - 1]?.text ?? '') &&
  isTelling(words[index - 1]) &&
  isTelling(words[index + 1]);

/** Offices that follow a name, or a "mevrouw de", without being a name. */
const offices = new Set(
  'minister staatssecretaris burgemeester wethouder directeur voorzitter secretaris namens ministerie gemeente provincie president officier premier'.split(
    ' ',
  ),
);

const isLinkingWord = (word: Pick<Word, 'text'> | undefined): boolean => word !== undefined && isParticleHere(word.text);
/** Also Frisian, and the v of "v.d. Veen". */
const isParticleHere = (text: string): boolean => isParticle(text) || text === 'fan' || text === 'v';

/** "Fenna K. Zie ook": the point ended a sentence; "Sanneke Minister van": something else begins. */
const isNewSentence = (word: Word, previous: Word | undefined, taken: number): boolean =>
  (previous !== undefined && offices.has(word.text)) ||
  (taken > 0 && isNobody(word.text) && !isLinkingWord(previous)) ||
  (previous?.isInitial === true && taken > 1 && isEveryday(word.text) && !isSurname(word.text)) ||
  (taken > 0 && word.isShouted && isEveryday(word.text)) ||
  (isLinkingWord(previous) && isAbbreviated(word, previous));

/** "Jan van UWV"; not "JAN VAN DIJK". */
const isAbbreviated = ({ isShouted, text }: Word, previous: Word | undefined): boolean =>
  isShouted && text.length < 7 && previous?.isShouted !== true;
const isNobody = (text: string): boolean => isPublicWord(text) && !isSurname(text);

/** "Visser van Toezicht", "Elvira van het Loket": behind a name the word tells where somebody works. */
const isWhereTheyWork = ({ text }: Word, previous: Word | undefined, taken: number): boolean =>
  taken > 0 &&
  (/^(?:van|het|bij)$/.test(previous?.text ?? '') || (previous?.text === 'de' && isOrganisation(text))) &&
  !isSurname(text) &&
  (isPublicWord(text) || isOrganisation(text) || (!isPlace(text) && !isTown(text) && (isEveryday(text) || ofWork.test(text)))) &&
  !isLinkingWord({ text });
const ofWork =
  /.{3}(?:ing|heid|zaken|dienst|dienstverlening|loket|bureau|beleid|beheer|team|balie|toezicht|bezwaar|beroep|kantoor)$/;

/** "Mohammed in Deventer", "Marja uit Sas van Gent", "Adriaan in de Kamer"; a name goes on as in "uit den Bogaard". */
const isFrom = ({ text, isCapital }: Word, previous: Word | undefined): boolean =>
  isPlace(text) ||
  isOrganisation(text) ||
  isNobody(text) ||
  (prepositions.has(previous?.text ?? '') && ((isCapital && previous?.text !== 'tot') || (isEveryday(text) && !isSurname(text))));

/** "Yasmina. Afwezig": a point behind a whole word ends the sentence; "Joh. Kanarie", "St. Jozef" are short. */
const isBehindPoint = ({ folded }: Reading, word: Word, previous: Word | undefined): boolean =>
  previous !== undefined &&
  (previous.text.length > 3 || (previous.text.length > 2 && isGivenName(previous.text) && isEveryday(word.text))) &&
  folded.text.slice(previous.end, word.start).startsWith('. ');

/** `isBare`: nothing but tussenvoegsels before it. */
function isNameWord(reading: Reading, word: Word, previous: Word | undefined, isLenient: boolean, isBare: boolean): boolean {
  if (/\d/.test(word.text) || word.text.length < 2 || isShoutedWord(reading, word, previous)) return false;
  const isPlain = partsOf(word.text).every((part) => isEveryday(part));
  const isPublic = isPublicWord(word.text);
  if (word.isCapital)
    return previous !== undefined || !isPlain || isGivenName(word.text) || (isLenient && (!isPublic || isSurname(word.text)));
  if (!isLenient || !isBare) return false;
  return previous === undefined ? !isPlain && word.text.length > 2 && !isPublic : isSmallSurname(word, previous);
}

/** "DIE MEVROUW DIE BELDE", "HUISARTS TE VINDEN": in capitals, but a word like any other. */
const isShoutedWord = (reading: Reading, word: Word, previous: Word | undefined): boolean =>
  word.isCapital &&
  !isWritten(reading, word) &&
  !isGivenName(word.text) &&
  !(isSurname(word.text) && !isParticleHere(word.text) && (!isEveryday(word.text) || isLinkingWord(previous))) &&
  (isEveryday(word.text) ||
    isNobody(word.text) ||
    (isWord(word.text) && !isLinkingWord(previous)) ||
    isWordThere(reading, word.text));

/** "Meneer de vries". */
function isSmallSurname({ text }: Word, previous: Word): boolean {
  if (!isSurname(text) || isParticleHere(text) || isPublicWord(text)) return false;
  if (isRole(text) && !ofTrade.test(text)) return false;
  if (/^(?:de|der|den|ter|ten|vd)$/.test(previous.text)) return !isAnything.test(text);
  return previous.text === 'van' && !isAnything.test(text) && (!isEveryday(text) || ofLand.test(text));
}
/** "Meneer de koning", "meneer van de bus": rather what somebody is, or where. */
const isAnything =
  /^(?:koning|graaf|hertog|ridder|wolf|leeuw|jager|bus|post|zaak|hond|haag|kat|rechter|boot|bank|winkel|trein|tram|kerk|zon|zee|boven|beneden|voor|achter)$/;
const ofTrade = /^(?:boer|bakker|visser|kok|koster|molenaar|schipper|slager|kuiper)$/;
/** "Mevrouw van dijk". */
const ofLand =
  /(?:dijk|dyk|berg|veen|beek|horst|ven|wal|velde?|bosch|loo|broek|heuvel|brink|kamp|meer|steen|hoek|burg|vliet|wijk|dam|oever|zanten|leeuwen)$/;

/** Nothing but a space, a point or a hyphen; an apostrophe only before a "'t". */
function isNear(text: string, left: Word, right: Word): boolean {
  const between = text.slice(left.end, right.start);
  return /^(?:'s)?[ .-]{1,3}$/.test(between) || (/^\.? ?'$/.test(between) && /^[ts]$/.test(right.text));
}

export function isNext({ words, folded }: Reading, index: number): boolean {
  const [left, right] = [words[index - 1], words[index]];
  return left !== undefined && right !== undefined && isNear(folded.text, left, right);
}

/** Over at most so many particles: the index of what comes after them. The first may be the beginning of a name. */
export function chainEnd(reading: Reading, from: number, most: number, withPrepositions = false): number {
  let i = from;
  const isLink = (index: number): boolean => {
    const text = reading.words[index]?.text ?? '';
    return isParticle(text) && (withPrepositions || !prepositions.has(text)) && (index === from || isNext(reading, index));
  };
  while (i < from + most && isLink(i)) i += 1;
  return i;
}

/** In small letters a surname is believed after a first name only: "jan de vries", "kees jansen". */
export function smallNameEnd(reading: Reading, from: number): number {
  const { words } = reading;
  let i = from + 1;
  const textAt = (index: number): string => words[index]?.text ?? '';
  while (i < from + 4 && isNext(reading, i) && smallParticles.has(textAt(i))) i += 1;
  const last = textAt(i);
  const [given, after] = [words[from], words[from + 1]];
  if (!isNext(reading, i) || last.length < 3 || !isLastName(last, textAt(i - 1)) || (after && isBehindPoint(reading, after, given)))
    return from + 1;
  if (textAt(from).length < 3 && !isSurname(last)) return from + 1; // "Goes mo bluve"
  const isPlainGiven = i > from + 1 && !isEveryday(textAt(from));
  return (isPlainGiven || !isEveryday(last) || isSurname(last)) && !isVerb.test(last) ? i + 1 : from + 1;
}

const isLastName = (text: string, before: string): boolean =>
  (looksLikeSurname(text) && !/^.'.$/.test(text)) ||
  (/^de[rn]$/.test(before) && !isEveryday(text)) ||
  (before === 't' && afterT.test(text)) ||
  (/^te[rn]$/.test(before) && !afterTer.test(text));
/** "Sandra ter braak"; not "sandra ter plaatse". */
const afterTer =
  /^(?:plaatse|slotte|einde|zake|gevolge|beschikking|opzichte|minste|eerste|tweede|tijde|aarde|wereld|harte|ere|inzage|overname|dood|dege|gunste|koste|laste|name|behoeve|deze|goede|kwade|prooi|uitvoering|aanvulling|voorbereiding|ore|strengste|huur|zijde|stond|hoogte)$/;
/** "Sanne en omar hebben". */
const isVerb = /^(?:hebben|heeft|zijn|waren|willen|moeten|kunnen|gaan|staan|wonen|krijgen|werken|komen|doen|zeggen|vinden)$/;
/** "johan van 't hof". */
const afterT = /^(?:hof|hek|veld|land|zand|wout|wal|end|kruis|spijker)$/;
/** Those that hardly ever stand between two ordinary words after a name. */
const smallParticles = new Set("de van der den ter ten te vd t 't el al ben bin la da dos das di".split(' '));

export function span(words: readonly Word[], from: number, end: number, score: number): Match[] {
  const first = words[from];
  const last = words[end - 1];
  return first && last && end > from ? [{ start: first.start, end: last.end, score }] : [];
}
