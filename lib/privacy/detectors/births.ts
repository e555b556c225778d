/** Dates of birth: a date that is said to be one, or that is told of somebody. */
import type { Folded } from '../fold.ts';
import { tokens } from '../tokens.ts';
import { isWord } from '../vocabulary.ts';
import { birthdays } from './birthdays.ts';
import { told } from './birthwords.ts';
import { date, dateOfAnyMonth, datePacked, feast, monthOfYear, yearOf } from './dates.ts';
import { hasDigit, matches } from './detector.ts';
import type { Detector, Match } from './detector.ts';
import { isPerhapsBirth, ofSomebody } from './ofSomebody.ts';

type Span = Pick<Match, 'start' | 'end'>;

/** Nobody who lives was born before. */
const bornAlive = 1908;

function scoreOf(folded: Folded, { start, end }: Span): number | undefined {
  const found = folded.text.slice(start, end);
  if ((yearOf(found) ?? bornAlive) < bornAlive) return undefined;
  return told(folded.text, start, end) ?? ofSomebody(folded, found, start);
}

/** "Fenna 12-03-2011, Daan 14-05-2013", "3-4-2010 en 5-6-2012": what stands in a row with one is one. */
const joined =
  /^ ?(?:,|;|&|\/|en|and|und|et|ve|,? ?en) ?(?:(?!ge(?:trouwd|huwd|scheiden|storven|pensioneerd)|over(?:leden|gestapt)|ver(?:huisd|trokken)|ont(?:slagen|vangen))\p{L}{2,20} ?(?:\(|:)? ?|(?:\p{L}{2,12} ){1,2}van )?$/u;

/** The dates that are told, and those in a row with them. */
function withRows(folded: Folded, dates: readonly Span[]): Match[] {
  const scores = dates.map((one) => scoreOf(folded, one));
  const isJoined = (one: number, next: number): boolean =>
    joined.test(folded.text.slice(dates[one]?.end ?? 0, dates[next]?.start ?? 0).replace(/^\)/, ''));
  for (let i = 1; i < dates.length; i += 1) if (scores[i] === undefined && isJoined(i - 1, i)) scores[i] = scores[i - 1];
  for (let i = dates.length - 2; i >= 0; i -= 1) if (scores[i] === undefined && isJoined(i, i + 1)) scores[i] = scores[i + 1];
  // "er staat 12-3-1961 terwijl ik 3-12-1961 geboren ben"
  for (const i of saidWith(folded, dates, scores)) scores[i] = 0.7;
  return dates.flatMap((one, i) => (scores[i] === undefined ? [] : [{ ...one, score: scores[i] }]));
}

/** Of no more letters than a sentence has. */
const FAR = 300;

/** Which of them stand in one sentence with a date that is told to be one of birth: there and back, each looked at once. */
function saidWith(folded: Folded, dates: readonly Span[], scores: readonly (number | undefined)[]): number[] {
  const isNear = (left: Span, right: Span): boolean =>
    right.start - left.end < FAR && !/[.!?\n]/.test(folded.text.slice(left.end, right.start));
  const found: number[] = [];
  for (const isBack of [false, true]) {
    let last: Span | undefined;
    for (const [at] of dates.entries()) {
      const i = isBack ? dates.length - 1 - at : at;
      const one = dates[i];
      if (!one) continue;
      if ((scores[i] ?? 0) >= 0.9) last = one;
      else if (scores[i] === undefined && last && isPerhapsBirth(folded, one.start, one.end))
        if (isBack ? isNear(one, last) : isNear(last, one)) found.push(i);
    }
  }
  return found;
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
      ...matches(text, monthOfYear, (found, at) => whereTold(found, at) ?? ofSomebody(folded, found, at)),
      ...(/geb|born/.test(text) ? matches(text, feast, whereTold) : []),
      ...matches(text, dateOfAnyMonth, (found, at) => (isNoMonth(found) ? undefined : whereTold(found, at))),
    ];
  },
};
