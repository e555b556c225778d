/** Dates of birth: a date that is said to be one, or that is told of somebody. */
import type { Folded } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { isWord } from '../vocabulary.ts';
import { isFirstName, isSurname, isTown } from '../words.ts';
import { birthdays } from './birthdays.ts';
import { told } from './birthwords.ts';
import { date, dateOfAnyMonth, datePacked, feast, yearOf } from './dates.ts';
import { anybody, kin, nearKin, own, people } from './kin.ts';
import { before, hasDigit, matches } from './detector.ts';
import type { Detector, Match } from './detector.ts';

const particulars = /gegevens|\bnaam ?:|\bbsn\b|burgerservice|sofi|client|patient|klant|(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/;

const from = String.raw`(?: (?:er|een|eentje|ook|nu|al|nog|zelf|pas|allebei|beiden|dus)){0,3}(?: een \p{L}{4,16})? (?:van|fan) (?:de |den )?$`;
/** Not "de brief van mijn moeder is". */
const notOf = String.raw`(?<!\p{L} van (?:mijn |onze |m'n )?)`;
/** "Ik ben van 12 maart 1961", "mijn dochter Fenna is er een van 2014-07-03", "Fenna is van 3-7-2014". */
const isFrom = new RegExp(
  String.raw`(?<!\p{L})(?:ben|ben ik|ik (?:bin|bun|zin)|kbeng|ik,|wij zijn|we zijn allebei|(?:ik|hij|zij|ze|heet|heette|naam is|${people})(?= )[^.!?\n]{0,40} en (?:is|ben|was)|${notOf}(?:${people})(?: [\p{L}'-]{2,20}){0,3} (?:is|was|zijn)|([\p{L}'-]{2,20}) (?:is|was))${from}|(?<!\p{L})(?:${own}) (?:${kin}|${nearKin}),? van (?:den? )?$`,
  'u',
);
/** "Hij is van 3-4-2010"; "die is van 3-4-2024" is a letter. */
const isFromLongAgo = new RegExp(
  String.raw`(?<!\p{L})(?:(?:hij|zij|ze|die|wie) (?:is|was)|(?:je|jij|u) bent|${notOf}(?:${nearKin})(?: zaliger)? (?:is|was|zijn))${from}|(?<!\p{L})(?:(?:de|een) (?:${anybody}),?|allebei|beiden?) van $`,
  'u',
);
/** "Ben van 3-4-2024 tot 1-5-2024 opgenomen geweest". */
const isSpan = /^ ?(?:tot|t\/m|t\.m\.?|-|af|op \d)/;

function isOfSomebody({ text, capitals }: Folded, at: number, end: number): boolean {
  const ahead = before(text, at, 100);
  if (isSpan.test(text.slice(end, end + 6))) return false;
  if (isFromLongAgo.test(ahead)) return (yearOf(text.slice(at, end)) ?? 0) <= 2021;
  const found = isFrom.exec(ahead);
  if (!found) return false;
  const name = found[1];
  return name === undefined || (capitals[at - ahead.length + found.index] === 1 && isFirstName(name));
}

/** Nobody who lives was born before. */
const bornAlive = 1908;

/** The year of a birth rather than of a decision. */
function isLongAgo(found: string): boolean {
  const year = yearOf(found);
  return year !== undefined && year <= 2015;
}

/** "Fenna Kanarie, 12-3-1961, 999900006". */
function isAmongParticulars(text: string, found: string, at: number): boolean {
  const ahead = before(text, at, 24);
  const behind = text.slice(at + found.length, at + found.length + 2);
  return /(?:^|[,;:/|\n]) ?$/.test(ahead) && /^ ?(?:[,;/|\n.]|$)/.test(behind) && (particulars.test(text) || isBehindName(ahead));
}

/** "F. Kanarie, 12-3-1961, te Ede"; not "Utrecht, 12-3-2009, aan de raad". */
function isBehindName(ahead: string): boolean {
  const word = /(\p{L}[\p{L}'-]{2,24}), ?$/u.exec(ahead)?.[1] ?? '';
  return (isFirstName(word) || isSurname(word)) && !isTown(word) && !isWord(word);
}

const besides = new RegExp(
  String.raw`(?<!\p{L})(?:ik|(?:${own}) (?:${anybody})|opa|oma|tweeling|mw|mevr|mevrouw|dhr|pt|verzekerde|patiente?|cliente?|aanvrager|(?:kind|zoon|dochter)(?: \d)? ?:|ik ben)\.?[ ,]{1,2}$`,
  'u',
);
/** "Mijn man 12-3-2014 ontslagen": what happened then. */
const happened =
  /^[^.,;!?\n]{0,30}(?<!\p{L})(?:ge|ont|ver|be|aan|op|uit|over)\p{L}{3,}|†|^ ?(?:is|was|werd|heb|had|ben|kreeg|naar|bij|met) /u;
/** "Mijn moeder, 12-03-1931, woont alleen". */
const isBeside = (ahead: string, behind: string): boolean => besides.test(ahead) && !happened.test(behind);

/** "Kinderen: Fenna 12-3-2011, Daan 14-5-2013". */
function isOfChild({ text, capitals }: Folded, at: number, ahead: string): boolean {
  const word = /(?<!\p{L})(\p{L}{3,20})[ :,]{1,2}$/u.exec(ahead);
  if (!word?.[1] || capitals[at - word[0].length] !== 1 || !/kind|kids|tweeling|gezin/.test(text)) return false;
  return isFirstName(word[1]) && !isTown(word[1]) && !isWord(word[1]);
}

/** "Geboortedatum fout! 12-3-1961 moet 12-3-1963 zijn": told somewhere in what is said. */
const toldAnywhere = /geboortedat|geb\.? ?datum|(?<!\p{L})dob(?!\p{L})|date of birth/u;
const ofElseBefore =
  /(?<!\p{L})(?:sinds|vanaf|per|tot|na|voor|brief|besluit|beschikking|wet|wijziging|aanvraag)(?!\p{L})[^.!?\n]{0,12}$/u;

/** "Ik ben 63 (12-3-1961)": an age and a year that make a year about now. */
function isWithAge(ahead: string, found: string): boolean {
  const age =
    /(?:(?<!\p{L})(?:ben|is|was|man|vrouw|m|v) (?:al |nu |bijna |pas )?|(?:^|\n))(\d{1,3})(?: ?jaar)?(?: oud)?[ ,(]{1,3}$/u.exec(
      ahead,
    )?.[1];
  const sum = Number(age) + (yearOf(found) ?? Number.NaN);
  return sum >= 2015 && sum <= 2035;
}

const kinBefore = new RegExp(String.raw`(?<!\p{L})(?:${anybody}|ik) ?\($`, 'u');
/** "Mijn zoon (3-5-2010)", "Fenna (3-5-2010)". */
function inBrackets({ capitals }: Folded, ahead: string, at: number): number | undefined {
  if (kinBefore.test(ahead)) return 0.8;
  const word = /[\p{L}'-]{2,20} ?\($/u.exec(ahead);
  return word && capitals[at - word[0].length] === 1 ? 0.7 : undefined;
}

/** Of a date long ago less needs to be told. */
function isByItself(text: string, found: string, at: number): boolean {
  const [ahead, behind] = [before(text, at, 64), text.slice(at + found.length, at + found.length + 40)];
  if (isAmongParticulars(text, found, at) || isBeside(ahead, behind) || isWithAge(ahead, found)) return true;
  if (/\* ?$/.test(ahead)) return true;
  return toldAnywhere.test(text) && !ofElseBefore.test(ahead);
}

function scoreOf(folded: Folded, found: string, at: number): number | undefined {
  const { text } = folded;
  const end = at + found.length;
  if ((yearOf(found) ?? bornAlive) < bornAlive) return undefined;
  const sure = told(text, at, end);
  if (sure !== undefined) return sure;
  const [ahead, behind] = [before(text, at, 64), text.slice(end, end + 40)];
  if (isOfSomebody(folded, at, end)) return 0.8;
  if (isOfChild(folded, at, ahead)) return 0.8;
  if (isLongAgo(found) && isByItself(text, found, at)) return 0.8;
  return behind.startsWith(')') ? inBrackets(folded, ahead, at) : undefined;
}

/** "Fenna 12-03-2011, Daan 14-05-2013", "3-4-2010 en 5-6-2012": what stands in a row with one is one. */
const joined = /^ ?(?:,|;|&|\/|en|and|und|et|ve|,? ?en) ?(?:\p{L}{2,20} ?(?:\(|:)? ?|(?:\p{L}{2,12} ){1,2}van )?$/u;

/** The dates that are told, and those in a row with them. */
function withRows(folded: Folded, dates: readonly { readonly start: number; readonly end: number }[]): Match[] {
  const scores = dates.map(({ start, end }) => scoreOf(folded, folded.text.slice(start, end), start));
  const isJoined = (one: number, next: number): boolean =>
    joined.test(folded.text.slice(dates[one]?.end ?? 0, dates[next]?.start ?? 0).replace(/^\)/, ''));
  for (let i = 1; i < dates.length; i += 1) if (scores[i] === undefined && isJoined(i - 1, i)) scores[i] = scores[i - 1];
  for (let i = dates.length - 2; i >= 0; i -= 1) if (scores[i] === undefined && isJoined(i, i + 1)) scores[i] = scores[i + 1];
  return dates.flatMap((one, i) => (scores[i] === undefined ? [] : [{ ...one, score: scores[i] }]));
}

/** "Geboren: 12 lammetjes 2024" is no date. */
const isNoMonth = (found: string): boolean => {
  const word = /\p{L}{3,}/u.exec(found)?.[0] ?? '';
  return isWord(word) && !/^(?:jan|feb|maa|mar|apr|mei|jun|jul|aug|sep|okt|nov|dec)/.test(word);
};

const inWords = /\p{L}(?:tig|tien|elf|duizend)(?!\p{L})/u;

export const birth: Detector = {
  id: 'patroon.geboortedatum',
  kind: 'geboortedatum',
  token: tokens.geboortedatum,
  find(folded) {
    const { text } = folded;
    if (!hasDigit(text) && !inWords.test(text)) return [];
    const dates = [...text.matchAll(date)].map(({ 0: found, index: start }) => ({ start, end: start + found.length }));
    const whereTold = (found: string, at: number): number | undefined => told(text, at, at + found.length);
    return [
      ...withRows(folded, dates),
      ...birthdays(text),
      ...matches(text, datePacked, whereTold),
      ...(/geb|born/.test(text) ? matches(text, feast, whereTold) : []),
      ...matches(text, dateOfAnyMonth, (found, at) => (isNoMonth(found) ? undefined : whereTold(found, at))),
    ];
  },
};
