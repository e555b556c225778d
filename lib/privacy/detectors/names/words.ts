/** The words of a folded text, with what a capital, a full stop and the lists say about each. */
import { wellKnown } from '../../data/bekend.ts';
import { organisations } from '../../data/organisaties.ts';
import type { Folded } from '../../fold.ts';
import { isLikeSurname, isListedWord as isStem, isWord, isWordElsewhere } from '../../vocabulary.ts';
import {
  isAmbiguousName,
  isCallName,
  isEveryday,
  isFirstName,
  isParticle,
  isPlace as isListedPlace,
  isPublicWord as isListedPublicWord,
  isSurname,
  isTown,
} from '../../words.ts';
import { isRegionalWord, languageOf } from './languages.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** All of it in capitals: then a capital tells nothing. */
  readonly isShouted: boolean;
  readonly isInitial: boolean;
  /** "DuTo", "MinSZW": a capital inside, as in abbreviations. */
  readonly hasInnerCapital: boolean;
  /** Stands where any word has a capital. */
  readonly isFirstOfSentence: boolean;
}

export interface Reading {
  readonly folded: Folded;
  readonly words: readonly Word[];
  /** Start of a word → its index. */
  readonly at: ReadonlyMap<number, number>;
  /** Every Word Has A Capital, or none has. */
  readonly hasPlainCapitals: boolean;
  /** Words of a region, of the street or of the Caribbean are among them. */
  readonly isRegional: boolean;
  /** All of it is in capitals. */
  readonly isShouted: boolean;
  /** German, where every noun has a capital. */
  readonly hasCapitalNouns: boolean;
  /** Most words are Dutch or English: only then a word we do not know means anything. */
  readonly isKnownLanguage: boolean;
  /** Tags of the other languages that it may be in. */
  readonly tags: readonly string[];
  /** All but a few are: only then a word in small letters is a name by what the lists say. */
  readonly isPlainlyKnown: boolean;
}

/** Longer than any name: a page may hold one word of a million letters. */
const LONGEST = 60;

const wordPattern = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
/** "Fenna's", "Ayşe'ye", "Sneek'da". */
const caseEnding = /'(?:s|e|a|i|u|y[aeiu]|n[iu]n|[iu]n|d[ae]n?|t[ae]n?|d[ae]ki|t[ae]ki|l[aeiu])$/;

export function read(folded: Folded): Reading {
  const { text } = folded;
  const words = Array.from(text.matchAll(wordPattern), (match) => wordOf(folded, match)); // one match at a time: a text of a million letters has many
  const isShouted = isAllShouted(words);
  const seen = isShouted ? words.map((word) => ({ ...word, isCapital: false })) : words;
  const { isKnown, isPlainlyKnown, hasCapitalNouns, tags, isRegional } = languageOf(seen, folded.original);
  return {
    folded,
    words,
    at: new Map(words.map((word, index) => [word.start, index])),
    hasPlainCapitals: hasPlainCapitals(words),
    isShouted,
    hasCapitalNouns,
    isKnownLanguage: isKnown,
    isPlainlyKnown,
    tags,
    isRegional,
  };
}

function wordOf({ text, capitals }: Folded, match: RegExpExecArray): Word {
  const found = match[0].replace(caseEnding, '');
  const start = match.index;
  const end = start + found.length;
  const isCapital = capitals[start] === 1;
  const isShouted = isCapital && found.length > 1 && capitals[start + 1] === 1 && capitals[end - 1] === 1;
  const isInitial = found.length === 1 && isCapital && text[end] === '.';
  const hasInnerCapital = !isShouted && hasCapitalInside(capitals, text, start, end);
  return {
    text: found,
    start,
    end,
    isCapital,
    isShouted,
    isInitial,
    hasInnerCapital,
    isFirstOfSentence: isFirstOfSentence(text, start),
  };
}

/** "McDonald" and "Anne-Marie" have theirs in their own way. */
function hasCapitalInside(capitals: Uint8Array, text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i += 1) {
    if (
      capitals[i] === 1 &&
      /\p{L}/u.test(text[i - 1] ?? '') &&
      !(i === start + 2 && text.startsWith('mc', start)) &&
      text.slice(start, i + 1) !== 'ij'
    )
      return true;
  }
  return false;
}

/** "'k Bun", "'t Kon": the first whole word has the capital. */
const shortened = /(?<![\p{L}\p{N}'])'?[ktnsm] $/u;

/** After a sign that ends a sentence, on a new line, or after an emoji. */
function isFirstOfSentence(text: string, at: number): boolean {
  let i = at - 1 - (shortened.exec(text.slice(Math.max(0, at - 4), at))?.[0].length ?? 0);
  while (i >= at - 6 && i >= 0 && /[ "'(*_-]/.test(text[i] ?? '')) i -= 1;
  return i < 0 || !/[\p{L}\p{N},'")&/@#%=]/u.test(text[i] ?? '');
}

const ENOUGH = 120;

/** "WAAR BLIJFT DIE HUISARTS": at least three words, and hardly one in small letters. */
function isAllShouted(words: readonly Word[]): boolean {
  const told = words.slice(0, ENOUGH).filter(({ text }) => text.length > 1 && !/\d/.test(text));
  const shouted = told.filter((word) => word.isShouted).length;
  return shouted > 2 && shouted > told.length * 0.8;
}

function hasPlainCapitals(words: readonly Word[]): boolean {
  const inside = words.slice(0, ENOUGH).filter((word) => !word.isFirstOfSentence && word.text.length > 1 && !/\d/.test(word.text));
  const titled = inside.filter((word) => word.isCapital && !word.isShouted);
  return (
    titled.length > inside.length * 0.6 && titled.filter((word) => isEveryday(word.text) && !isFirstName(word.text)).length > 2
  );
}

export const partsOf = (word: string): readonly string[] => word.split('-').filter((part) => part.length > 1 && !isParticle(part));

const isListedName = (text: string): boolean => isFirstName(text) || isCallName(text) || isAmbiguousName(text);

/** In a list of first names, also with an s behind it, or with one letter written twice. */
export function isGivenName(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (isListedName(text)) return true;
  if (text.includes('-')) return partsOf(text).length > 1 && partsOf(text).every(isListedName);
  if (/[\u0400-\u04ff]/.test(text)) return isDeclined(text);
  if (text.length < 5 || isWord(text) || isPlace(text)) return false;
  if (text.endsWith('s') && isFirstName(text.slice(0, -1))) return true;
  return isGivenNameTwice(text);
}

/** "Тарасе", "Оксані": called, or given something. */
const isDeclined = (text: string): boolean =>
  text.length > 4 &&
  [text.slice(0, -1), `${text.slice(0, -1)}a`, text.slice(0, -2), text.replace(/[oe]ю$/u, 'a')].some(isFirstName);

/** "Karliijn", "noortjeee". */
function isGivenNameTwice(text: string): boolean {
  if (isEveryday(text.replace(/(\p{L})\1{2,}/gu, '$1$1'))) return false; // "julllie"
  const single = text.replace(/(\p{L})\1{2,}/gu, '$1');
  if (single !== text && isFirstName(single)) return true;
  for (let i = 1; i < text.length; i += 1) {
    if (text[i] === text[i - 1] && isFirstName(text.slice(0, i) + text.slice(i + 1))) return true;
  }
  return false;
}

const bodies = new Set([organisations, wellKnown].flatMap((words) => words.split(' ')));
/** Also organisations and what nobody is called: of somebody known from the page such a word is looked for all the same. */
export const isPublicWord = (text: string): boolean => isListedPublicWord(text) || bodies.has(text);

/** "Bewonerscommissie", "Wijkraad", "Zaaknr". */
export const isOrganisation = (text: string): boolean =>
  /.{3}(?:commissie|raad|vereniging|stichting|groep|team|comite|bestuur|dienst|partij|bond|club|school|fonds|platform|ministerie|organisatie|kamer|bank|museum|theater|universiteit|courant|krant|journaal|wet|akkoord|belang|belangen|toeslag|uitkering|regeling|belasting|nr|nummer|-(?:wijk|beleid|plan|lijn|gebied|affaire|locatie|dossier|debat|crisis|zaak|bus|auto|app|account|kaart|pas|code|project|rapport|gate|gen|mail|trein|uitstoot|ramp|fractie|kiezer|stemmer|leider|supporter|fan))$/.test(
    text,
  );

/** Has a capital that says something: not all of it is in capitals. */
export const isTelling = (word: Word | undefined): boolean => word !== undefined && word.isCapital && !word.isShouted;

/** Particles that are prepositions as well. */
export const prepositions: ReadonlySet<string> = new Set('in op over onder aan bij tot uit voor'.split(' '));

/** Could be a name at all: no number, no public word. */
export const isPossible = ({ text }: Word): boolean =>
  text.length > 1 &&
  text.length <= LONGEST &&
  !/\d|^i'(?:m|ve|ll|d)$/.test(text) &&
  !isPublicWord(text) &&
  !isOrganisation(text) &&
  !(text.includes('-') && isPublicWord(text.replace(/-.*$/, '')));

/** Each part stands in a list of surnames, or is no word that we know. */
export function looksLikeSurname(text: string): boolean {
  const parts = text.length > LONGEST || /\d/.test(text) ? [] : partsOf(text);
  return (
    parts.length > 0 &&
    parts.every((part) => !isPublicWord(part) && (isSurname(part) || isUnknown(part) || (isLikeSurname(part) && !isEveryday(part))))
  );
}

/** A word like any other: for what stands in a list of surnames, only what is commonly used as one. */
export const isOrdinary = (text: string): boolean => isEveryday(text) || (isWord(text) && !(isSurname(text) && !isStem(text)));

/** "Bernhardkazerne", "Vierdaagsefeesten": a place, a school or an event, whoever it is called after. */
export const isNamedThing = (text: string): boolean =>
  /.{4}(?:straat|laan|plein|singel|gracht|tunnel|stadion|college|ziekenhuis|lyceum|gymnasium|station|festival|feesten|kazerne|school|universiteit|museum|theater|dagblad|courant|arena|fonds|prijs|park|buurt|brug|sluis|haven|award|bokaal|toren|kanaal|viaduct|norm|arrest|rapport|akkoord)$/.test(
    text,
  ) && !isSurname(text);

/** "Julianalaan", "Coentunnel": named after somebody perhaps, but a place. */
export const isPlaceByEnding = (text: string): boolean =>
  /.{3}(?:straat|laan|weg|plein|singel|kade|tunnel|polder|kanaal|stadion|college|ziekenhuis|park|viaduct|brug|lyceum|gymnasium|station|terrein|gebouw|festival|gemeente|eiland|meer|bos|duinen|kwartier|streek|gebied|buurt|rijnland|delfland|schieland|burgerij|bureau)$/.test(
    text,
  );

/** A common word of the other language that the text is in. */
export const isWordThere = ({ tags }: Reading, text: string): boolean => tags.some((tag) => isWordElsewhere(tag, text));

/** In small letters a word of a region: "bedankt heur"; one that is a first name too only beside others. */
export const isOfRegion = ({ isRegional }: Reading, { text, isCapital }: Word): boolean =>
  !isCapital && isRegionalWord(text) && (isRegional || !isListedName(text));

/** "EMA", "ALS": where the rest is not shouted, an abbreviation. */
export const isShort = (reading: Reading, word: Word): boolean => word.isShouted && !reading.isShouted && word.text.length < 5;

/** Has a capital that may tell something: where all is shouted it tells nothing. */
export const isWritten = ({ isShouted }: Reading, word: Word): boolean => word.isCapital && !(isShouted && word.isShouted);

/** No word, no place, nothing public: what is left is mostly a name. */
export const isUnknown = (text: string): boolean =>
  !isPublicWord(text) &&
  !isPlace(text) &&
  !isPlaceByEnding(text) &&
  !(text.includes('-') && isPlace(text.replace(/-.*$/, ''))) &&
  !(text.includes('-') && isNamedThing(text.replace(/-.*$/, ''))) &&
  partsOf(text).some((part) => !isWord(part)) &&
  !isPublicWord(text.replace(/-.*$/, ''));

/** Also "Oud-Beijerland", "Nieuw-Vennep". */
export const isPlace = (text: string): boolean =>
  isListedPlace(text) ||
  (isTown(text) && !isSurname(text) && !isListedName(text)) ||
  isTownElsewhere(text) ||
  /^(?:oud|nieuw|noord|zuid|oost|west|sint|klein|groot|hoog|laag|midden|boven|beneden)-\p{L}{3,}/u.test(text);

/** "Амерсфорті", "в Нідерландах": of a town or a country there the list has what its endings leave. */
const isTownElsewhere = (text: string): boolean =>
  /[\u0400-\u04ff]/.test(text) && text.length > 3 && [0, 1, 2, 3].some((cut) => isTown(`${text.slice(0, text.length - cut)}~`));

export { isAmbiguousName, isCallName, isEveryday, isParticle, isSurname, isWord };
