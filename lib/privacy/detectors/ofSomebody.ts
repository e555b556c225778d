/** Whether a date is told of somebody, where nothing says that it is one of birth. */
import type { Folded } from '../fold.ts';
import { isWord } from '../vocabulary.ts';
import { isFirstName, isSurname, isTown } from '../words.ts';
import { yearOf } from './dates.ts';
import { before } from './detector.ts';
import { anybody, kin, nearKin, own, people } from './kin.ts';
import { linkToSomebody } from './linkToSomebody.ts';

const particulars =
  /gegevens|\bnaam ?:|\bbsn\b|burgerservice|sofi|client|patient|klant|(?<!\d)\d(?:[ .-]?\d){8}(?!\d)|(?<!\d)[1-9]\d{3} ?(?!en|in|of|op|is|te|ik|er|ze|we|uw|me|je|al|om|na|nu|zo)[a-z]{2}(?![\p{L}\d])|(?<!\d)0\d(?:[ -]?\d){8}(?!\d)/u;

const from = String.raw`(?: (?:er|een|eentje|ook|nu|al|nog|zelf|pas|allebei|beiden|dus)){0,3}(?: een \p{L}{4,16})? (?:van|fan) (?:de |den )?$`;
/** "Mijn moeder, Fenna Kanarie, is van". */
const called = String.raw`, (?!(?:die|dat|deze|dit|de|het|een|mijn|onze|uw|hun|haar|zijn) )[\p{L}'-]{2,24}(?: [\p{L}'-]{2,24}){0,3},`;
/** Not "de brief van mijn moeder is". */
const notOf = String.raw`(?<!\p{L} van (?:mijn |onze |m'n )?)`;
/** "Ik ben van 12 maart 1961", "mijn dochter Fenna is er een van 2014-07-03", "Fenna is van 3-7-2014". */
const isFrom = new RegExp(
  String.raw`(?<!\p{L})(?:ben|ben ik|ik(?:ke)? (?:bin|bun|zin)|kbeng|ik,|wij zijn|we zijn allebei|(?:ik|hij|zij|ze|heet|heette|naam is|${people})(?= )[^.!?\n]{0,40} en (?:is|ben|was)|${notOf}(?:${people})(?:(?: [\p{L}'-]{2,20}){0,4}|${called}) (?:is|was|zijn)|([\p{L}'-]{2,20}) (?:is|was))${from}|(?<!(?<!\p{L})(?:van|aan|door|voor|met|bij|over) )(?<!\p{L})(?:${own}) (?:${kin}|${nearKin}),? van (?:den? )?$`,
  'u',
);
/** "Hij is van 3-4-2010"; "die is van 3-4-2024" is a letter. */
const isFromLongAgo = new RegExp(
  String.raw`(?<!\p{L})(?:(?:hij|zij|ze|die|wie) (?:is|was)|(?:je|jij|u) bent|${notOf}(?:${nearKin})(?: zaliger|${called})? (?:is|was|zijn))${from}|(?<!\p{L})(?:(?:de|een) (?:${anybody}),?|allebei|beiden?) van $|(?<!\p{L})(?:iemand|persoon|meisje|jongen|dame|heer|bejaarde|senior|studente?) van $|(?<!\p{L})(?:ik|wij|we|hij|zij|ze|${people}) (?:kom|komt|komen|stam|stamt|stammen) (?:nog )?(?:van|uit) $`,
  'u',
);
/** "Omdat ik van 12-3-1961 ben". */
const isMe = /(?<!\p{L})(?:ik|hij|zij|ze) (?:ook |nu |zelf )?van $/u;
/** "Ben van 3-4-2024 tot 1-5-2024 opgenomen geweest". */
const isSpan = /^ ?(?:tot|t\/m|t\.m\.?|-|af|op \d)/;

function isOfSomebody(folded: Folded, at: number, end: number): boolean {
  const { text, capitals } = folded;
  const ahead = before(text, at, 100);
  if (isSpan.test(text.slice(end, end + 6))) return false;
  if (isFromLongAgo.test(ahead) || /^[vf]an$/.test(linkToSomebody(folded, at) ?? ''))
    return (yearOf(text.slice(at, end)) ?? 0) <= 2021;
  if (isMe.test(ahead) && /^ (?:ben|is|was)(?!\p{L})/u.test(text.slice(end, end + 5))) return true;
  const found = isFrom.exec(ahead);
  if (!found) return false;
  const name = found[1];
  return name === undefined || (capitals[at - ahead.length + found.index] === 1 && isFirstName(name));
}

/** The year of a birth rather than of a decision. */
function isLongAgo(found: string): boolean {
  const year = yearOf(found);
  return year !== undefined && year <= 2015;
}

/** "Fenna Kanarie, 12-3-1961, 999900006". */
function isAmongParticulars(text: string, found: string, at: number): boolean {
  const ahead = before(text, at, 24);
  const behind = text.slice(at + found.length, at + found.length + 2);
  return (
    /(?:^|[,;:/|\n+&-]|(?<!\p{L})en) ?$/u.test(ahead) &&
    /^ ?(?:[,;/|\n.)!?]|e|$)/.test(behind) &&
    (particulars.test(text) || isBehindName(ahead))
  );
}

/** "F. Kanarie, 12-3-1961, te Ede"; not "Utrecht, 12-3-2009, aan de raad". */
function isBehindName(ahead: string): boolean {
  const word = /(\p{L}[\p{L}'-]{2,24}), ?$/u.exec(ahead)?.[1] ?? '';
  return (isFirstName(word) || isSurname(word)) && !isTown(word) && !isWord(word);
}

const besides =
  /(?<!\p{L})(?:ik|mw|mevr|mevrouw|dhr|pt|verzekerde|patiente?|cliente?|aanvrager|(?:kind|zoon|dochter)(?: \d)? ?:|ik ben)\.?[ ,(]{1,2}$/u;
/** "Mijn man 12-3-2014 ontslagen": what happened then. */
const happened =
  /^[^.,;!?\n]{0,30}(?<!\p{L})(?:ge|ont|ver|be|aan|op|uit|over)\p{L}{3,}|†|^ ?(?:is|was|werd|heb|had|ben|kreeg|naar|bij|met) /u;
/** "Mijn moeder, 12-03-1931, woont alleen", "Fenna Kanarie 12-3-1961 Ede". */
function isBeside(folded: Folded, at: number, ahead: string, behind: string): boolean {
  if (happened.test(behind)) return false;
  return besides.test(ahead) || (linkToSomebody(folded, at) !== undefined && !/\d ?$/.test(ahead));
}

/** "Kinderen: Fenna 12-3-2011, Daan 14-5-2013". */
function isOfChild({ text, capitals }: Folded, at: number, ahead: string): boolean {
  const word = /(?<!\p{L})(\p{L}{3,20})[ :,]{1,2}$/u.exec(ahead);
  if (!word?.[1] || capitals[at - word[0].length] !== 1 || !/kind|kids|tweeling|gezin/.test(text)) return false;
  return isFirstName(word[1]) && !isTown(word[1]) && !isWord(word[1]);
}

/** "Geboortedatum fout! 12-3-1961 moet 12-3-1963 zijn": told somewhere in what is said. */
const toldAnywhere = /geboortedat|geb\.? ?datum|(?<!\p{L})dob(?!\p{L})|date of birth/u;
const ofElseBefore =
  /(?<!\p{L})(?:sinds|vanaf|per|tot|na|voor|brief|besluit|beschikking|wet|wijziging|aanvraag|getrouwd|gehuwd|gescheiden|overleden|gestorven|verhuisd|gepensioneerd|ontslagen)(?!\p{L})[^.!?\n]{0,12}$/u;

/** "Ik ben 63 (12-3-1961)", "mijn moeder van 85, 12-3-1939": an age; of one at the beginning the year must make one about now. */
function isWithAge(ahead: string, found: string): boolean {
  if (ofAge.test(ahead)) return true;
  const age = /(?:^|\n|(?<!\p{L})(?:man|vrouw|m|v) )(\d{1,3})(?: ?jaar)?(?: oud)?[ ,(]{1,3}$/u.exec(ahead)?.[1];
  const sum = Number(age) + (yearOf(found) ?? Number.NaN);
  return sum >= 2015 && sum <= 2035;
}

const ofAge = new RegExp(
  String.raw`(?<!\p{L})(?:ik ben|i am|i'm|ben|(?:${anybody}) (?:is|van|wordt|was)) (?:al |nu |bijna |pas )?\d{1,3}(?: ?jaar)?(?: oud)?(?: ?\(|,) ?$`,
  'u',
);

const kinBefore = new RegExp(String.raw`(?<!\p{L})(?:${anybody}|ik) ?\($`, 'u');
/** "Mijn zoon (3-5-2010)", "Fenna (3-5-2010)". */
function inBrackets({ capitals }: Folded, ahead: string, at: number): number | undefined {
  if (kinBefore.test(ahead)) return 0.8;
  const word = /[\p{L}'-]{2,20} ?\($/u.exec(ahead);
  return word && capitals[at - word[0].length] === 1 ? 0.7 : undefined;
}

/** "Hoera ik ben jarig! 12-3-1961", "ik ben van de oude stempel, 12-3-1951". */
function isOfMe(text: string, ahead: string, behind: string): boolean {
  if (!/^ ?(?:[,.!?)\n]|$)/.test(behind)) return false;
  if (/[.!?] $/.test(ahead) && myAge.test(text)) return true;
  return (
    /(?<!\p{L})ik ben (?!het|er|toen|in|op|naar|bij)[^.!?\n]{0,30}[,(] ?$/u.test(ahead) &&
    !/(?<!\p{L})(?:ge|ver|ont|be|aan|op|uit)\p{L}{3,}(?:d|t|en) ?[,(] ?$/u.test(ahead)
  );
}
const myAge =
  /(?<!\p{L})(?:ik ben jarig|word ik|mijn leeftijd|leeftijd\?|krijg ik aow|mijn aow|mijn verjaardag|ik ben geboren|dob|verjaardag\?|geboren\?)/u;

/** Of a date long ago less needs to be told. */
function isByItself(folded: Folded, found: string, at: number): boolean {
  const { text } = folded;
  const [ahead, behind] = [before(text, at, 64), text.slice(at + found.length, at + found.length + 40)];
  if (isAmongParticulars(text, found, at) || isBeside(folded, at, ahead, behind) || isWithAge(ahead, found)) return true;
  if (ahead.endsWith('*') || ahead.endsWith('* ') || isOfMe(text, ahead, behind)) return true;
  return toldAnywhere.test(text) && !ofElseBefore.test(ahead);
}

/** 0.8, 0.7 of a name with the date in brackets behind it, or undefined. */
export function ofSomebody(folded: Folded, found: string, at: number): number | undefined {
  const { text } = folded;
  const end = at + found.length;
  const ahead = before(text, at, 64);
  if (isOfSomebody(folded, at, end) || isOfChild(folded, at, ahead)) return 0.8;
  if (isLongAgo(found) && isByItself(folded, found, at)) return 0.8;
  return /^[),]/.test(text.slice(end, end + 1)) && ahead.endsWith('(') ? inBrackets(folded, ahead, at) : undefined;
}

/** Long ago, and not of a letter or a law. */
export const isPerhapsBirth = ({ text }: Folded, start: number, end: number): boolean =>
  isLongAgo(text.slice(start, end)) && !ofElseBefore.test(before(text, start, 40));
