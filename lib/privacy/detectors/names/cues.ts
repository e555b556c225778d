/** Words that tell that a name comes, in the languages seen under posts of ministries. Over folded text. */
import { foldText } from '../../fold.ts';
import { endsInWord, isLikeSurname, isSlip, isWord } from '../../vocabulary.ts';
import { isNameOfThing, isTown } from '../../words.ts';
import type { Match } from '../detector.ts';
import { uncased } from './uncased.ts';
import { signed, signedBelow } from './signatures.ts';
import { isOtherInSmall } from './given.ts';
import { isRole } from './roles.ts';
import { chainEnd, isNext, nameEnd, smallNameEnd, span } from './span.ts';
import {
  isAmbiguousName,
  isEveryday,
  isGivenName,
  isOfRegion,
  isOrdinary,
  isPlace,
  isPossible,
  isShort,
  isPublicWord,
  isSurname,
  isTelling,
  isUnknown,
  isWordThere,
  isWritten,
  looksLikeSurname,
} from './words.ts';
import type { Reading, Word } from './words.ts';

const cue = (words: string, ending: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})${ending}`, 'gu');

/** The first group: after these also a name in small letters. */
const honorifics =
  /(?<![\p{L}\p{N}])(?<!zr\.)(?:((?:dhr|mevr|mvr|mw|mej|fam|t\.?n\.?v|t\.?a\.?v)\.?|(?:meneer|mijnheer|mevrouw|mejuffrouw|de heer|geachte heer|ten name van|op naam van|ter attentie van|sayin)(?!\.))|(?:dr|drs|prof|ing|ir|mr|mrs|ms|ds)\.?|(?:juf|juffrouw|meester|professor|miss|dokter|huisarts|advocaat|notaris|frau|herrn?|madame|monsieur|senora|signora|buurman|buurvrouw|buurfrou|buorfrou|buorman|oom|ome|tante|oma|opa|familie|gezin|zuster|broeder|noaber|noaberske|naober|naoberske|achterbuurman|achterbuurvrouw|pastoor|dominee|imam|agent|collega|neef|nicht|ene|zekere)(?!\.))(?: (?:dr|drs|mr|ir|ing|prof|de heer|mevrouw)\.?){0,2} ?(?<=[ .])/gu;
const introductions = cue(
  `mijn naam is|m'n naam is|mn naam is|me naam is|ik heet|heette?|genaamd|noemen (?:hem|haar|ze|mij|me)|myn namme is|my name is|ich heisse|je m'appelle|je suis|benim adim|${['мене звати', 'меня зовут'].map(foldText).join('|')}|magacaygu waa|adim|isimim|ismi|ondergetekende|contactpersoon|ter attentie van|in navolging van|namens|(?:cc|van|aan|naam|afzender)(?=:)`,
  '(?::? |:)',
);
/** As on a form. */
const fields = cue('(?:voor|achter|familie|roep|meisjes)naam|voornamen|voorletters', '(?: is)?:? ');
const presenting = cue("ik ben|ik bin|i am|i'm|im|ben ben|ben|hier is|hoi|soy|sono", ' ');
/** Of people and of everything else: "met Fenna", "met Pasen". */
const withSomebody = cue('met', ' ');

const kin =
  'dochter|zoon|man|vrouw|moeder|vader|mama|papa|moeder|zus|zusje|broer|broertje|neef|neefje|nicht|nichtje|oom|tante|opa|oma|schoonzus|schoonmoeder|schoonvader|zwager|kleinzoon|kleindochter|buurvrouw|buurman|buurmeisje|buurjongen|collega|vriend|vriendin|vriendinnetje|partner|ex|baas|chef|huisarts|dokter|advocaat|juf|meester|docent|leraar|kind|kindje|baby|pa|ma|mem|heit|buorfrou|buorman|pap|mam|maat|kameraad|wife|husband|son|daughter|mother|father|mom|dad|brother|sister|friend|neighbou?r|boss|lawyer|annem|babam|abim|ablam|kardesim|oglum|kizim';
const relatives = cue(
  `(?:mijn|m'n|mn|me|men|mie|mien|miene|mijne|onze|ons|jouw|je|uw|zijn|zn|haar|hun|us|myn|my|our|his|her)(?: \\p{L}{3,12})? (?:${kin})|annem|babam|abim|ablam|kardesim|oglum|kizim`,
  ',? \\(?',
);

/** What people say to or about somebody. The name may be in small letters, when it is no word. */
const talk = cue(
  'volgens|volges|bedankt?|dank(?:je|u)?(?: (?:je|u))?(?: wel)?(?: aan)?|thanks|thank you|eens met|vraag(?: (?:het|dit|dat|maar|eens|ook))*(?: (?:aan|an|naar))?|hallo|hoi|hey|he|hai|haai|beste|lieve|geachte|dag|sorry|kijk(?: (?:is|eens|dan))?|rip|gefeliciteerd|proficiat|bravo|hulde|complimenten aan|chapeau|bel|app|tag|mail|spreek|ken|kent|ewa|eyy|faka|bro+|wollah|broer|swa|lauw|merhaba|selam|dear|hi|hello|ask|according to|tell|wie is|ben jij|jij|met|door|zegt|zei|sei|sprak|antwoord aan|reactie op|citeer|ontsla|steun|stem op|groet(?:jes|en|us)? van|schaam je|dus|dat|die|of|en|als|want|toen|heeft|kan|wat|er',
  ',? ',
);
/** Turkish puts the title behind the name. */
const behind = /(?<![\p{L}\p{N}])(?:bey|hanim|abi|abla|hoca|amca|teyze)(?:ya|ye|yi|in|im|den|dan)?(?![\p{L}\p{N}])/gu;

export function cued(reading: Reading): Match[] {
  return [
    ...led(reading, honorifics, 0.8),
    ...led(reading, introductions, 0.8, false),
    ...led(reading, fields, 0.8),
    ...led(reading, relatives, 0.7, false),
    ...inRole(reading),
    ...presented(reading, presenting),
    ...addressed(reading),
    ...signed(reading),
    ...titledBehind(reading),
    ...signedBelow(reading),
    ...uncased(reading),
  ];
}

const after = ({ at }: Reading, match: RegExpExecArray): number | undefined => at.get(match.index + match[0].length);

function led(reading: Reading, pattern: RegExp, score: number, isAlways = true): Match[] {
  return [...reading.folded.text.matchAll(pattern)].flatMap((match) => {
    const from = after(reading, match);
    const word = from === undefined ? undefined : reading.words[from];
    if (from === undefined || !word) return [];
    if (!isAlways && (!isBelievable(reading, word) || isThingSaid(match[0], word))) return [];
    if (isOffice(match[0], word)) return [];
    if (isWhereTheyAre(reading, match.index, from)) return [];
    const isLenient =
      !isAlways || match[1] !== undefined || (isWritten(reading, word) && (isPossible(word) || isSurname(word.text)));
    return span(reading.words, from, nameEnd(reading, from, isLenient), score);
  });
}

/** "Sayın Bakan", "sayın milletvekilleri": the minister, members of parliament. */
const isOffice = (cueText: string, word: Word): boolean =>
  (isPublicWord(word.text) && !isSurname(word.text) && !isParticle(word)) ||
  (cueText.startsWith('sayin') && !word.isCapital && !isGivenName(word.text));

/** "Dat noemen ze beweegonderwijs", "het heet klantreis". */
const isThingSaid = (cueText: string, { text, isCapital }: Word): boolean =>
  /^(?:noemen|heet|heette|genaamd|je suis)(?! \p{L}+ (?:van|de) )/u.test(cueText) &&
  !isGivenName(text) &&
  (!isCapital || (!isSurname(text) && endsInWord(text)));

/** "Die mevrouw van Rijnduin": somebody of there; "die mevrouw van Dijk" is called so. */
const isWhereTheyAre = (reading: Reading, at: number, index: number): boolean =>
  isOfTown(reading, at, index) || isOfPlaceOrWork(reading, at, index);

/** "Den dokter van Horst". */
const isOfTown = ({ folded, words }: Reading, at: number, index: number): boolean =>
  words[index]?.text === 'van' &&
  !words[index]?.isCapital &&
  isTown(words[index + 1]?.text ?? '') &&
  /^(?:dokter|huisarts|pastoor|dominee|notaris|imam|zuster|meester|juf|professor)/.test(folded.text.slice(at, at + 12)) &&
  /(?<!\p{L})(?:de|den|d'n|onze|onzen|oos|us|ons|die|dien) $/u.test(folded.text.slice(Math.max(0, at - 6), at));

const isOfPlaceOrWork = ({ folded, words }: Reading, at: number, index: number): boolean =>
  /(?<!\p{L})(?:de|die|deze|een|andere|aardige|lieve|vriendelijke|jonge|oude) $/u.test(
    folded.text.slice(Math.max(0, at - 14), at),
  ) &&
  words[index]?.text === 'van' &&
  !words[index]?.isCapital &&
  !/^(?:de|der|den|'?t|het)$/.test(words[index + 1]?.text ?? '') &&
  !isSurname(words[index + 1]?.text ?? '');

/** "Docent Frans"; "docent Frans Kanarie" is somebody. */
const isSubject = (words: readonly Word[], index: number): boolean =>
  /^(?:frans|duits|engels|nederlands|latijn|grieks|spaans)$/.test(words[index]?.text ?? '') && words[index + 1]?.isCapital !== true;
/** "Tandarts Evers", "de mentor (Van Rhijn)", "onze conciërge Zomer": a capital after what somebody is. */
function inRole(reading: Reading): Match[] {
  const { words, folded } = reading;
  if (reading.hasPlainCapitals) return [];
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (
      !next ||
      !isRole(word.text) ||
      isSubject(words, index + 1) ||
      !(next.isCapital ? /^(?: | ?\(|, )$/ : /^(?: | ?\()$/).test(folded.text.slice(word.end, next.start))
    )
      return [];
    if (!isNameAfterRole(reading, index + 1)) return [];
    return span(words, index + 1, nameEnd(reading, index + 1, true), 0.7);
  });
}

/** Whose office is of a place. */
const isOfPlace =
  /^(?:burgemeester|wethouder|gedeputeerde|commissaris|raadslid|pastoor|dominee|bisschop|koning|graaf|heer|majoor|voorzitter)$/;

/** "Den dokter van Horst". */
const isThatOf = (words: readonly Word[], index: number, text: string): boolean =>
  isTown(text) && /^(?:de|den|d'n|onze|onzen|oos|us|ons|die|dien)$/.test(words[index - 2]?.text ?? '');

/** A tussenvoegsel in small letters: "kapper van Zanten", "wethouder van Barkelland". */
const isCalledBySmall = ({ words }: Reading, index: number, text: string): boolean =>
  !(words[index]?.text === 'van' && (isOfPlace.test(words[index - 1]?.text ?? '') || isThatOf(words, index, text))) &&
  (isSurname(text) || isUnknown(text)) &&
  !isPlace(text);

/** "De burgemeester van Urk" is of a place; "docent Van Zanten" has a capital to tell. */
function isNameAfterRole(reading: Reading, index: number): boolean {
  const at = chainEnd(reading, index, 3);
  const word = reading.words[at];
  if (!word || !word.isCapital || word.isShouted || !isPossible(word)) return false;
  if (at > index && !reading.words[index]?.isCapital) return isCalledBySmall(reading, index, word.text);
  return (
    isGivenName(word.text) || isSurname(word.text) || (!isEveryday(word.text) && (isUnknown(word.text) || isLikeSurname(word.text)))
  );
}

/** After words that may also lead to something else. */
function isBelievable(reading: Reading, word: Word): boolean {
  if (word.isInitial) return true;
  if (!isPossible(word) && !isGivenName(word.text)) return false;
  if (isParticle(word)) return word.isCapital && !word.isShouted && !reading.hasPlainCapitals;
  if (word.isCapital && !word.isShouted && !reading.hasPlainCapitals)
    return isGivenName(word.text) || (!isEveryday(word.text) && !isPlace(word.text) && !isWordThere(reading, word.text));
  return isSmallName(reading, word);
}

const isParticle = ({ text }: Word): boolean => /^(?:van|de|der|den|ter|ten|te|el|al|vd|von|op|in|la)$/.test(text);

/** A first name that is no word, or no word at all in a text whose other words are. */
function isSmallName(reading: Reading, word: Word): boolean {
  const { text } = word;
  if (text.length < 3 || isShort(reading, word) || isPlace(text) || isWordThere(reading, text) || isOfRegion(reading, word))
    return false;
  if (isOtherInSmall(text) && !isWritten(reading, word)) return false;
  if (isGivenName(text)) return !isAmbiguousName(text);
  if (isWord(text) || isWord(text.replace(/(\p{L})\1/gu, '$1'))) return false;
  return reading.isPlainlyKnown && text.length > 3 && !isSlip(text) && /[aeiouy]/.test(text) && isLikelySmall(text);
}

const isLikelySmall = (text: string): boolean => isSurname(text) || !(/(.)\1\1/.test(text) || endsInWord(text));

/** "Met fenna kanarie": what stands behind it must be a name by itself. */
export const accompanied = (reading: Reading): Match[] => presented(reading, withSomebody);

/** "Ik ben naomi", not "ik ben boos". */
function presented(reading: Reading, pattern: RegExp): Match[] {
  return [...reading.folded.text.matchAll(pattern)].flatMap((match) => {
    const from = after(reading, match);
    const word = from === undefined ? undefined : reading.words[from];
    if (from === undefined || !word || !mayPresent(reading, word)) return [];
    const end = Math.max(nameEnd(reading, from, false), smallEnd(reading, from));
    if (isSmallPair(reading, from)) return span(reading.words, from, Math.max(end, from + 2), 0.6);
    const isIntroduced = pattern === presenting && word.isCapital && !word.isShouted && looksLikeSurname(word.text);
    if (!isGivenName(word.text) && !isIntroduced) return [];
    if (isDoubtful(word.text) && !isMeantSo(reading, match[0], word, end)) return [];
    if (!isGivenName(word.text) && isOrdinary(word.text)) return [];
    return span(reading.words, from, Math.max(end, from + 1), 0.7);
  });
}

/** "Xin hỏi thi" is a word. */
const mayPresent = (reading: Reading, word: Word): boolean =>
  isPossible(word) && !isShort(reading, word) && (word.isCapital || !isWordThere(reading, word.text));

/** "Met roos de wit"; not "met joe allen", which is Gronings. */
function isMeantSo(reading: Reading, cueText: string, word: Word, end: number): boolean {
  const last = reading.words[end - 1];
  if (last === undefined || last === word || last.start < word.start) return isGreeted(reading, cueText, word);
  return word.isCapital || !isEveryday(last.text) || reading.words[end - 2] !== word;
}

/** "Hoi rob heb jij al wat gehoord". */
const isGreeted = ({ folded }: Reading, cueText: string, { end }: Word): boolean =>
  cueText === 'hoi ' && /^,? (?:heb|ben|kun|kan|weet|wil|ken|lees|kijk|hoe|is|wat) /.test(folded.text.slice(end, end + 8));

const isDoubtful = (text: string): boolean => isAmbiguousName(text) || isOnlyPlace(text);
/** "Met Estland", "met Oman". */
const isOnlyPlace = (text: string): boolean => (isPlace(text) && !isGivenName(text)) || isNameOfThing(text);

/** "Ik ben harrie sikkema": two words one after the other that are neither words nor places. */
function isSmallPair(reading: Reading, from: number): boolean {
  const [first, last] = [reading.words[from]?.text ?? '', reading.words[from + 1]?.text ?? ''];
  return reading.isPlainlyKnown && isNext(reading, from + 1) && isNoWord(first) && isNoWord(last) && looksLikeSurname(last);
}

const isNoWord = (text: string): boolean => text.length > 2 && !isWord(text) && !isPlace(text) && !isSlip(text);

const smallEnd = (reading: Reading, from: number): number =>
  reading.words[from]?.isCapital && !reading.words[from]?.isShouted ? from : smallNameEnd(reading, from);

function addressed(reading: Reading): Match[] {
  return [...reading.folded.text.matchAll(talk)].flatMap((match) => {
    const from = after(reading, match);
    const word = from === undefined ? undefined : reading.words[from];
    if (from === undefined || !word || !isPossible(word) || word.text === 'het') return [];
    const cueText = match[0].replace(/[ ,]+$/, '');
    if (isSaidBy(cueText, word) && isNamedBehind(reading, from))
      return span(reading.words, from, nameEnd(reading, from, true), 0.6);
    if (word.isCapital && !word.isShouted) return isStrong(cueText) ? capitalAfter(reading, from, word, cueText) : [];
    if (connecting.has(match[0].trim()) || !isSmallName(reading, word)) return [];
    if (!isGivenName(word.text) && !isMeantBySmall(reading, cueText, word)) return [];
    return span(reading.words, from, smallNameEnd(reading, from), 0.55);
  });
}

/** Behind these a word in small letters may be a name that no list has: not "volgens mijj", "jij skeer". */
const toOne =
  /^(?:vraag.*|bedankt?|dank.*|thanks|thank you|hallo|hoi|hey|hai|beste|lieve|geachte|zegt|zei|sei|sprak|groet.*|antwoord aan|reactie op|eens met|dear|hi|hello|ask)$/;
/** "Bedankt hildebrecht, door jou", "zegt adelbrecht van de afdeling"; not "bedankt veur 't antwoord". */
const isAddressee =
  /^ ?(?:$|[,.!?;:)\n]|\p{Extended_Pictographic}|(?:van|uit|die|dat|voor|en|heeft|had|is|was|zei|zegt|ook|je|jij|u|hoe|wat|wanneer|gaat|kan|kun|ben|heb) )|^ [a-z]{4,} ?[,.!?\n]/u;
/** A word in small letters that no list of first names has. */
const isMeantBySmall = ({ folded }: Reading, cueText: string, { end }: Word): boolean =>
  cueText.startsWith('groet') || (toOne.test(cueText) && isAddressee.test(folded.text.slice(end, end + 8)));

/** After these a capital on an ordinary word means somebody who is called so. */
const strong = new Set(
  'volgens volges bedankt bedank sorry citeer ontsla sprak ken kent bel app tag rip gefeliciteerd proficiat bravo hallo hoi hey he faka ewa'.split(
    ' ',
  ),
);

const isStrong = (cueText: string): boolean => strong.has(cueText) || cueText.startsWith('vraag');
/** "Zei van Brinkzaal": a tussenvoegsel in small letters. */
const isSaidBy = (cueText: string, { text, isCapital }: Word): boolean =>
  !isCapital && /^(?:van|vd|ter|ten|el|von)$/.test(text) && /^(?:zei|zegt|sprak|volgens|volges|citeer)$/.test(cueText);

/** Nobody says "from" before a town. */
function isNamedBehind(reading: Reading, from: number): boolean {
  const word = reading.words[chainEnd(reading, from, 3)];
  return word !== undefined && isTelling(word) && (isSurname(word.text) || isTown(word.text) || isUnknown(word.text));
}

function capitalAfter(reading: Reading, from: number, word: Word, cueText: string): Match[] {
  const isOne = isGivenName(word.text) || (!isPlace(word.text) && (isSurname(word.text) || !isWord(word.text)));
  if (!isOne || reading.hasPlainCapitals) return [];
  const end = Math.max(from + 1, nameEnd(reading, from, true));
  return span(reading.words, from, end, end === from + 1 && isPerhapsThing(cueText, word.text) ? 0.35 : 0.55);
}

/** "Volgens Berenschot", "vraag maar aan Appingedam", "hey Siri": said of firms and towns and to machines as well. */
const isPerhapsThing = (cueText: string, text: string): boolean =>
  isNameOfThing(text) ||
  (isTown(text) && !isGivenName(text)) ||
  (/^(?:volgens|volges|bel|app|ken|kent|citeer)$/.test(cueText) && !isGivenName(text) && !isSurname(text));

/** Between words of any kind: a word we do not know after them is no name yet. */
const connecting = new Set('dus dat die of en als want toen heeft kan wat er met door he'.split(' '));

function titledBehind(reading: Reading): Match[] {
  return [...reading.folded.text.matchAll(behind)].flatMap((match) => {
    const title = reading.at.get(match.index);
    if (title === undefined) return [];
    let from = title;
    while (from > title - 3 && isNamePart(reading, from - 1)) from -= 1;
    return span(reading.words, from, title, 0.6);
  });
}

function isNamePart({ words, folded }: Reading, index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  return (
    word !== undefined &&
    next !== undefined &&
    word.isCapital &&
    isPossible(word) &&
    folded.text.slice(word.end, next.start) === ' '
  );
}
